/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_WORKSHEET_START (hearten_worksheet_start_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWorksheetStart, hearten_worksheet_start, HEARTEN, WORKSHEET_START, AdwBin)

/**
 * HeartenWorksheetStart:
 *
 * How a sitting begins: the invitation, how long it is to be where the tip leaves the choice, and where one
 * stopped the last time. Its buttons activate `worksheet.begin` and `worksheet.resume`.
 */

/**
 * hearten_worksheet_start_fill:
 * @activity: whose beginning it is; an ancestor
 */
void hearten_worksheet_start_fill (HeartenWorksheetStart *self, HeartenActivity *activity);

/**
 * hearten_worksheet_start_offer:
 * @sitting: (nullable): what can be taken up again
 * @n_prompts: how many questions there are
 */
void
hearten_worksheet_start_offer (HeartenWorksheetStart *self, const HeartenSheet *sitting, guint n_prompts);

/**
 * hearten_worksheet_start_get_seconds:
 *
 * Returns: how long a new sitting is to be, in seconds; −1 where no time is counted
 */
int hearten_worksheet_start_get_seconds (HeartenWorksheetStart *self);

G_END_DECLS
