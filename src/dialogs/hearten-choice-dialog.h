/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_CHOICE_DIALOG (hearten_choice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenChoiceDialog, hearten_choice_dialog, HEARTEN, CHOICE_DIALOG, AdwDialog)

/**
 * HeartenChoiceDialog:
 *
 * What was written in two places: both texts, what differs, and which of them stays.
 */

/**
 * hearten_choice_dialog_new:
 * @record: of any kind
 */
AdwDialog *hearten_choice_dialog_new (HeartenContext *context, HeartenRecord *record);

G_END_DECLS
