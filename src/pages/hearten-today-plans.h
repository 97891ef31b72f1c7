/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_PLANS (hearten_today_plans_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayPlans, hearten_today_plans, HEARTEN, TODAY_PLANS, HeartenTodayCard)

/**
 * HeartenTodayPlans:
 *
 * The next plans, nearest first.
 */

G_END_DECLS
