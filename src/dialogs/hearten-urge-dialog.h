/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_URGE_DIALOG (hearten_urge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenUrgeDialog, hearten_urge_dialog, HEARTEN, URGE_DIALOG, AdwDialog)

/**
 * HeartenUrgeDialog:
 *
 * Through an urge, one screen at a time: breathe, what set it off, a plan for it, what happened. Each answer
 * is kept as it is given, and the dialog can be closed at any point.
 */

/**
 * hearten_urge_dialog_new:
 * @urge: (nullable): one of which nobody said what came of it, to be asked that; or %NULL for a new one
 */
AdwDialog *hearten_urge_dialog_new (HeartenContext *context, HeartenUrge *urge);

G_END_DECLS
