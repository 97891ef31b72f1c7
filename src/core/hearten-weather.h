/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"

G_BEGIN_DECLS

/**
 * hearten_mood_get_name:
 * @mood: −2 … 2
 *
 * Returns: (nullable): "Stormy", "Rainy", "Grey", "Brightening" or "Clear" in the user's language
 */
const char *hearten_mood_get_name (int mood);

#define HEARTEN_TYPE_WEATHER (hearten_weather_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWeather, hearten_weather, HEARTEN, WEATHER, HeartenRecord)

/**
 * HeartenWeather:
 *
 * The inner weather of one local day. Only [class@Weathers] changes it.
 */

/**
 * hearten_weather_get_day:
 *
 * Returns: a valid date
 */
GDate hearten_weather_get_day (HeartenWeather *self);

/**
 * hearten_weather_get_mood:
 *
 * Returns: −2 … 2, or %HEARTEN_MOOD_UNSET
 */
int hearten_weather_get_mood (HeartenWeather *self);

/**
 * hearten_weather_get_feelings:
 *
 * Returns: (transfer none): the user's own words for it; a strv, which may be empty
 */
const char *const *hearten_weather_get_feelings (HeartenWeather *self);

G_END_DECLS
