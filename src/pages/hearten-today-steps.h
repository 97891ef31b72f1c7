/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

/**
 * HeartenTodaySteps:
 *
 * Three first steps, for the first days; each goes when it is done.
 */
#define HEARTEN_TYPE_TODAY_STEPS (hearten_today_steps_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodaySteps, hearten_today_steps, HEARTEN, TODAY_STEPS, HeartenTodayCard)

/**
 * hearten_today_steps_take_reading:
 *
 * The user opened a tip from Today: that step is done.
 */
void hearten_today_steps_take_reading (HeartenTodaySteps *self);

G_END_DECLS
