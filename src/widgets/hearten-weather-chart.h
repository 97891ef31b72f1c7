/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_WEATHER_CHART (hearten_weather_chart_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWeatherChart, hearten_weather_chart, HEARTEN, WEATHER_CHART, GtkWidget)

/**
 * HeartenWeatherChart:
 *
 * The inner weather over time: a dot for each day that has one, and a calm line through them.
 */

/**
 * hearten_weather_chart_use_numbers:
 * @name: what is shown, for who cannot see it: a question
 *
 * Shows answers on a scale from 1 to 5 in place of the weather; 3 stands where grey does.
 */
void hearten_weather_chart_use_numbers (HeartenWeatherChart *self, const char *name);

/**
 * hearten_weather_chart_set_data:
 * @dots: (element-type HeartenDayMood): earliest first
 * @line: (element-type HeartenDayMood): earliest first
 * @first: the first day shown
 * @last: the last day shown, after @first
 * @step: how many days a dot stands for, and a step of the line
 * @words: the same in words, for who cannot see it
 */
void hearten_weather_chart_set_data (HeartenWeatherChart *self,
                                     GArray *dots,
                                     GArray *line,
                                     const GDate *first,
                                     const GDate *last,
                                     guint step,
                                     const char *words);

G_END_DECLS
