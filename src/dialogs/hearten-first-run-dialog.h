/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_FIRST_RUN_DIALOG (hearten_first_run_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenFirstRunDialog, hearten_first_run_dialog, HEARTEN, FIRST_RUN_DIALOG, AdwDialog)

/**
 * hearten_first_run_dialog_new:
 * @context: ready: [property@Context:state] is %HEARTEN_CONTEXT_READY
 *
 * Three short questions, none of which needs an answer. Emits `finished` once, however it is closed.
 */
AdwDialog *hearten_first_run_dialog_new (HeartenContext *context);

G_END_DECLS
