/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"
#include "hearten-weather.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_WEATHERS (hearten_weathers_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWeathers, hearten_weathers, HEARTEN, WEATHERS, HeartenRecords)

/**
 * HeartenWeathers:
 *
 * The inner weather, one record a local day.
 */
HeartenWeathers *hearten_weathers_new (HeartenStore *store);

/**
 * hearten_weathers_get_day:
 * @day: an instant in the user's zone
 *
 * Returns: (transfer none) (nullable): the weather of that day; where two devices made one each, the one
 * changed last
 */
HeartenWeather *hearten_weathers_get_day (HeartenWeathers *self, GDateTime *day);

/**
 * hearten_weathers_get_mood:
 * @day: an instant in the user's zone
 *
 * Returns: the mood of that day, −2 … 2, or %HEARTEN_MOOD_UNSET
 */
int hearten_weathers_get_mood (HeartenWeathers *self, GDateTime *day);

/**
 * hearten_weathers_set_day:
 * @day: an instant in the user's zone
 * @mood: what was pressed, −2 … 2, or %HEARTEN_MOOD_UNSET
 *
 * Takes a press on the mood picker: the mood that is set already is unset by pressing it again.
 *
 * Returns: the mood of that day now
 */
int hearten_weathers_set_day (HeartenWeathers *self, GDateTime *day, int mood);

/**
 * hearten_weathers_set_feelings:
 * @day: an instant in the user's zone
 * @feelings: (nullable): a strv; blank ones and repeats are dropped
 */
void hearten_weathers_set_feelings (HeartenWeathers *self, GDateTime *day, const char *const *feelings);

G_END_DECLS
