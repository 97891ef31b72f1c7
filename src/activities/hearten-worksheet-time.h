/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_WORKSHEET_TIME (hearten_worksheet_time_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWorksheetTime, hearten_worksheet_time, HEARTEN, WORKSHEET_TIME, AdwBin)

/**
 * HeartenWorksheetTime:
 *
 * How much of a sitting is left, in whole minutes, with a pause. It stands still while it cannot be seen, and
 * it ends nothing: when the time is over it says so once.
 */

/**
 * HeartenWorksheetTime::over:
 *
 * The time is over.
 */

/**
 * hearten_worksheet_time_start:
 * @seconds: how much of the sitting is left; when nothing is, the time is up; −1 for no time at all
 */
void hearten_worksheet_time_start (HeartenWorksheetTime *self, int seconds);

/**
 * hearten_worksheet_time_get_left:
 *
 * Returns: how much is left, in seconds, 0 when it is over; −1 where no time is counted
 */
int hearten_worksheet_time_get_left (HeartenWorksheetTime *self);

G_END_DECLS
