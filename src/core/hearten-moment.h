/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_moment_get_greeting:
 * @now: an instant in the user's zone
 *
 * Returns: a greeting for this part of the day, such as "Good evening", in the user's language
 */
const char *hearten_moment_get_greeting (GDateTime *now);

/**
 * hearten_moment_dup_next_part:
 * @now: an instant in the user's zone
 *
 * Returns: (transfer full): when the next part of the day begins: another greeting, or another day
 */
GDateTime *hearten_moment_dup_next_part (GDateTime *now);

/**
 * hearten_moment_dup_past_day:
 * @day: a day before @today
 *
 * Returns: (transfer full): how long ago it was, in whole months or years, such as "A month ago"
 */
char *hearten_moment_dup_past_day (const GDate *day, const GDate *today);

G_END_DECLS
