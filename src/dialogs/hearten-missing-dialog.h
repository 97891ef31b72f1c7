/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_MISSING_DIALOG (hearten_missing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenMissingDialog, hearten_missing_dialog, HEARTEN, MISSING_DIALOG, AdwDialog)

/**
 * HeartenMissingDialog:
 *
 * What is gone from the journal's folder, what is safe, and what can be done about it. Also where the whole
 * folder is away.
 */
AdwDialog *hearten_missing_dialog_new (HeartenContext *context);

G_END_DECLS
