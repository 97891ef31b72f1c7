/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-weather.h"

G_BEGIN_DECLS

/* For HeartenWeathers alone. */
void hearten_weather_set_day (HeartenWeather *self, const GDate *day);
void hearten_weather_set_mood (HeartenWeather *self, int mood);
void hearten_weather_set_feelings (HeartenWeather *self, const char *const *feelings);

G_END_DECLS
