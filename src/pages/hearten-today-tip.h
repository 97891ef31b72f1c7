/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

/**
 * HeartenTodayTip:
 *
 * The tip of the day, and why this one.
 */
#define HEARTEN_TYPE_TODAY_TIP (hearten_today_tip_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayTip, hearten_today_tip, HEARTEN, TODAY_TIP, HeartenTodayCard)

/**
 * hearten_today_tip_get_id:
 *
 * Returns: (nullable): the id of the tip that is shown
 */
const char *hearten_today_tip_get_id (HeartenTodayTip *self);

G_END_DECLS
