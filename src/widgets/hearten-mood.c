/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-mood.h"

#include <glib/gi18n.h>

static const struct
{
  const char *icon_name;
  const char *word;
  const char *label;
} moods[] = {
  { "hearten-weather-storm-symbolic", NC_ ("inner weather", "Stormy"), N_ ("Stormy, very low") },
  { "hearten-weather-rainy-symbolic", NC_ ("inner weather", "Rainy"), N_ ("Rainy, low") },
  { "hearten-weather-grey-symbolic", NC_ ("inner weather", "Grey"), N_ ("Grey, in between") },
  { "hearten-weather-brightening-symbolic", NC_ ("inner weather", "Brightening"), N_ ("Brightening, good") },
  { "hearten-weather-clear-symbolic", NC_ ("inner weather", "Clear"), N_ ("Clear, very good") },
};

static gboolean
is_set (int mood)
{
  return mood >= HEARTEN_MOOD_LOWEST && mood <= HEARTEN_MOOD_HIGHEST;
}

const char *
hearten_mood_get_icon_name (int mood)
{
  return is_set (mood) ? moods[mood - HEARTEN_MOOD_LOWEST].icon_name : NULL;
}

const char *
hearten_mood_get_word (int mood)
{
  return is_set (mood) ? g_dpgettext2 (NULL, "inner weather", moods[mood - HEARTEN_MOOD_LOWEST].word) : "";
}

const char *
hearten_mood_get_label (int mood)
{
  return is_set (mood) ? _ (moods[mood - HEARTEN_MOOD_LOWEST].label) : "";
}
