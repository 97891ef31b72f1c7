/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_CHECKIN_PRACTICE (hearten_checkin_practice_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCheckinPractice,
                      hearten_checkin_practice,
                      HEARTEN,
                      CHECKIN_PRACTICE,
                      HeartenActivity)

/**
 * HeartenCheckinPractice:
 *
 * The questions of a check-in, one at a time, what seems wise after them, and how the answers went over the
 * weeks. Answers go through [class@Checkins] at once, so that who leaves half-way goes on there.
 */

G_END_DECLS
