/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-clock.h"

G_BEGIN_DECLS

/* A day is a date on the user's own calendar, with no time and no zone: a day count is then never an hour
 * short where clocks change, and stays what it was when the user travels. In files it is `YYYY-MM-DD`. */

/**
 * hearten_day_parse:
 * @text: (nullable): a day as written in a file
 * @day: (out): the day; cleared on failure
 *
 * Returns: whether @text is a date that exists, up to the year 9000, written as `YYYY-MM-DD`
 */
gboolean hearten_day_parse (const char *text, GDate *day);

/**
 * hearten_day_format:
 * @day: a valid day
 *
 * Returns: (transfer full): the day as `YYYY-MM-DD`, in any locale
 */
char *hearten_day_format (const GDate *day);

/**
 * hearten_day_of:
 * @date_time: an instant as shown where the user is
 *
 * Returns: the day that @date_time shows in its own zone
 */
GDate hearten_day_of (GDateTime *date_time);

/**
 * hearten_day_today:
 *
 * Returns: the present day in the user's zone
 */
GDate hearten_day_today (HeartenClock *clock);

G_END_DECLS
