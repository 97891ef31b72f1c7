/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_PRACTICES (hearten_today_practices_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayPractices,
                      hearten_today_practices,
                      HEARTEN,
                      TODAY_PRACTICES,
                      HeartenTodayCard)

/**
 * HeartenTodayPractices:
 *
 * What the tips' practices have for today: intentions, a check-in that is due, something from the jar on a
 * hard day, the next plans, and the boundaries for who asks for them. A part with nothing to say is not
 * there.
 */

G_END_DECLS
