/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_WEEKDAY_PICKER (hearten_weekday_picker_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWeekdayPicker, hearten_weekday_picker, HEARTEN, WEEKDAY_PICKER, AdwBin)

/**
 * HeartenWeekdayPicker:
 *
 * A toggle button for each weekday, beginning with the first day of the locale's week. Emits `changed`.
 */

/**
 * hearten_weekday_picker_get_chosen:
 *
 * Returns: bit 0 for Monday … bit 6 for Sunday
 */
guint hearten_weekday_picker_get_chosen (HeartenWeekdayPicker *self);

void hearten_weekday_picker_set_chosen (HeartenWeekdayPicker *self, guint chosen);

G_END_DECLS
