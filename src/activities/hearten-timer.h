/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TIMER (hearten_timer_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTimer, hearten_timer, HEARTEN, TIMER, HeartenActivity)

/**
 * HeartenTimer:
 *
 * A timed moment: choose how long, let the time run, note how it was. See [class@Sitting] for what is kept.
 */

/**
 * hearten_timer_dup_sum:
 * @times: how often
 * @minutes: how long in all
 *
 * Returns: (transfer full): such as "4 times so far, 37 minutes in all."
 */
char *hearten_timer_dup_sum (guint times, guint minutes);

G_END_DECLS
