/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"
#include "hearten-weather.h"

G_BEGIN_DECLS

/* What the days add up to. Everything here depends on nothing but its arguments. */

/**
 * HeartenDayMood:
 * @julian: the local day, as in [method@GLib.Date.get_julian]
 * @mood: the mean of that day's moods, −2 … 2
 *
 * The inner weather of one day, or the mean of several days from @julian on.
 */
typedef struct
{
  guint32 julian;
  double mood;
} HeartenDayMood;

/**
 * hearten_insights_combine_moods:
 * @weathers: a list of [class@Weather]
 * @entries: a list of [class@Entry]
 *
 * Gives each day the mean of its weather and of the moods of the pages written on it. Where a day has two
 * weathers, made on two devices, the one changed last counts. A page belongs to the day its clock showed when
 * it was begun.
 *
 * Returns: (transfer full) (element-type HeartenDayMood): the days that have a mood, earliest first
 */
GArray *hearten_insights_combine_moods (GListModel *weathers, GListModel *entries);

/**
 * hearten_insights_window:
 * @moods: (element-type HeartenDayMood): from [func@insights_combine_moods]
 * @first: the first day
 * @last: the last day
 * @step: how many days become one: 1 for each day as it is, 7 for the means of weeks that begin at @first
 *
 * Returns: (transfer full) (element-type HeartenDayMood): what lies between two days, both included
 */
GArray *hearten_insights_window (GArray *moods, const GDate *first, const GDate *last, guint step);

/**
 * hearten_insights_smooth:
 * @moods: (element-type HeartenDayMood): one for each day, earliest first
 * @reach: how many days before and after count as well
 *
 * Returns: (transfer full) (element-type HeartenDayMood): the same days, each with the mean of its
 * surroundings
 */
GArray *hearten_insights_smooth (GArray *moods, guint reach);

/**
 * hearten_insights_count_pages:
 * @entries: a list of [class@Entry]
 * @last: the last day of the last week
 * @n_weeks: how many weeks
 *
 * Returns: (transfer full) (element-type guint): how many pages were written in each of the weeks that end at
 * @last, earliest first
 */
GArray *hearten_insights_count_pages (GListModel *entries, const GDate *last, guint n_weeks);

/**
 * hearten_insights_dup_sentence:
 * @moods: (element-type HeartenDayMood): one for each day
 *
 * Returns: (transfer full): one or two sentences on what these days were like, in the user's language
 */
char *hearten_insights_dup_sentence (GArray *moods);

G_END_DECLS
