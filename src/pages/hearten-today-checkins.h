/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_CHECKINS (hearten_today_checkins_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayCheckins, hearten_today_checkins, HEARTEN, TODAY_CHECKINS, HeartenTodayCard)

/**
 * HeartenTodayCheckins:
 *
 * A check-in that is due, or that was left half answered.
 */

G_END_DECLS
