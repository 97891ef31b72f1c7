/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_when_is_12_hour:
 *
 * Returns: whether people of this locale tell the time with "am" and "pm"
 */
gboolean hearten_when_is_12_hour (void);

/**
 * hearten_when_get_half:
 * @afternoon: whether the second half of the day is meant
 *
 * Returns: what this locale calls that half of the day, such as "AM"
 */
const char *hearten_when_get_half (gboolean afternoon);

/**
 * hearten_when_dup_time:
 * @minute: minutes from midnight
 * @twelve_hour: see [func@when_is_12_hour]
 *
 * Returns: (transfer full): such as "21:00" or "9:00 PM"
 */
char *hearten_when_dup_time (int minute, gboolean twelve_hour);

/**
 * hearten_when_dup_instant:
 * @instant: microseconds since 1970-01-01 00:00 UTC
 * @now: the present, in the user's zone
 *
 * Returns: (transfer full): such as "Today at 21:00"
 */
char *hearten_when_dup_instant (gint64 instant, GDateTime *now, gboolean twelve_hour);

G_END_DECLS
