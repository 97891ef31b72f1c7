/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Choosing a day in a calendar. A GtkCalendar takes its arrows for a choice: whoever looks at another month
 * has another day. With these, looking is looking: the chosen day stays what it is, and is marked again when
 * its month is. */

typedef void (*HeartenDayChosen) (gpointer object);

/**
 * hearten_day_choice_follow:
 * @chosen: (nullable): called when the user chooses a day
 * @object: what @chosen is given; it holds the calendar
 *
 * To be called once for a calendar, before the others.
 */
void hearten_day_choice_follow (GtkCalendar *calendar, HeartenDayChosen chosen, gpointer object);

/**
 * hearten_day_choice_let_scroll:
 *
 * The wheel turns the page that the calendar is on, not the calendar: who scrolls past it wants no other
 * month. Calendars that are followed have this already.
 */
void hearten_day_choice_let_scroll (GtkCalendar *calendar);

/**
 * hearten_day_choice_select:
 * @day: (nullable): the chosen day, or %NULL for none
 * @shown: the day whose month is shown where none is chosen
 */
void hearten_day_choice_select (GtkCalendar *calendar, const GDate *day, const GDate *shown);

/**
 * hearten_day_choice_get:
 * @day: (out): the chosen day
 *
 * Returns: whether there is one
 */
gboolean hearten_day_choice_get (GtkCalendar *calendar, GDate *day);

G_END_DECLS
