/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_DAY_ROW (hearten_day_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDayRow, hearten_day_row, HEARTEN, DAY_ROW, AdwExpanderRow)

/**
 * HeartenDayRow:
 *
 * A row for a day: it unfolds to a calendar. Emits `changed` when the user chose another day, or none.
 */

/**
 * hearten_day_row_new:
 * @title: what the day is
 * @today: the day that the calendar opens at while none is chosen
 */
GtkWidget *hearten_day_row_new (const char *title, const GDate *today);

/**
 * hearten_day_row_set_day:
 * @day: (nullable): a valid day, or %NULL for none
 */
void hearten_day_row_set_day (HeartenDayRow *self, const GDate *day);

/**
 * hearten_day_row_get_day:
 * @day: (out): the day
 *
 * Returns: whether one is chosen
 */
gboolean hearten_day_row_get_day (HeartenDayRow *self, GDate *day);

G_END_DECLS
