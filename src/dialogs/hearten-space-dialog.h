/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_DIALOG (hearten_space_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpaceDialog, hearten_space_dialog, HEARTEN, SPACE_DIALOG, AdwDialog)

/**
 * hearten_space_dialog_new:
 *
 * Asks for length and reason, and begins a space period.
 */
AdwDialog *hearten_space_dialog_new (HeartenContext *context);

/**
 * hearten_space_end_dialog_new:
 *
 * Asks whether the running space period shall end, and ends it.
 *
 * Returns: (nullable): the dialog; %NULL while no period runs
 */
AdwDialog *hearten_space_end_dialog_new (HeartenContext *context);

/**
 * hearten_space_reason_dialog_new:
 * @period: whose reason it is
 *
 * Lets the user change the reason of a period.
 */
AdwDialog *hearten_space_reason_dialog_new (HeartenContext *context, HeartenSpacePeriod *period);

/**
 * hearten_space_learned_dialog_new:
 * @period: running or over
 *
 * Lets the user write down what was learned in a period.
 */
AdwDialog *hearten_space_learned_dialog_new (HeartenContext *context, HeartenSpacePeriod *period);

G_END_DECLS
