/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-weather-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-json-values.h"

const char *
hearten_mood_get_name (int mood)
{
  switch (mood)
    {
    case -2:
      return C_ ("inner weather", "Stormy");
    case -1:
      return C_ ("inner weather", "Rainy");
    case 0:
      return C_ ("inner weather", "Grey");
    case 1:
      return C_ ("inner weather", "Brightening");
    case 2:
      return C_ ("inner weather", "Clear");
    default:
      return NULL;
    }
}

struct _HeartenWeather
{
  HeartenRecord parent_instance;

  GDate day;
  int mood;
  GStrv feelings; /* never NULL */
};

G_DEFINE_FINAL_TYPE (HeartenWeather, hearten_weather, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
hearten_weather_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenWeather *self = HEARTEN_WEATHER (record);

  g_clear_pointer (&self->feelings, g_strfreev);
  if (!hearten_json_take_day (members, "day", &self->day, error) ||
      !hearten_json_take_number (members, "mood", HEARTEN_MOOD_LOWEST, HEARTEN_MOOD_HIGHEST, &self->mood,
                                 error) ||
      !hearten_json_take_strings (members, "feelings", &self->feelings, error))
    return FALSE;

  if (self->feelings == NULL)
    self->feelings = g_new0 (char *, 1);
  return g_date_valid (&self->day) || hearten_json_fail_missing ("day", error);
}

static void
hearten_weather_write (HeartenRecord *record, JsonObject *members)
{
  HeartenWeather *self = HEARTEN_WEATHER (record);

  hearten_json_set_day (members, "day", &self->day);
  if (self->mood != HEARTEN_MOOD_UNSET)
    json_object_set_int_member (members, "mood", self->mood);
  hearten_json_set_strings (members, "feelings", (const char *const *) self->feelings);
}

static void
hearten_weather_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenWeather *self = HEARTEN_WEATHER (record);
  HeartenWeather *copy = HEARTEN_WEATHER (record_copy);

  copy->day = self->day;
  copy->mood = self->mood;
  hearten_weather_set_feelings (copy, (const char *const *) self->feelings);
}

static void
hearten_weather_finalize (GObject *object)
{
  HeartenWeather *self = HEARTEN_WEATHER (object);

  g_strfreev (self->feelings);
  G_OBJECT_CLASS (hearten_weather_parent_class)->finalize (object);
}

static void
hearten_weather_class_init (HeartenWeatherClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_weather_finalize;
  record_class->kind = "weather";
  record_class->folder = "weather";
  record_class->version = 1;
  record_class->read = hearten_weather_read;
  record_class->write = hearten_weather_write;
  record_class->copy = hearten_weather_copy;
  record_class->newest_wins = TRUE;
}

static void
hearten_weather_init (HeartenWeather *self)
{
  g_date_clear (&self->day, 1);
  self->mood = HEARTEN_MOOD_UNSET;
  self->feelings = g_new0 (char *, 1);
}

/* Private */

void
hearten_weather_set_day (HeartenWeather *self, const GDate *day)
{
  self->day = *day;
}

void
hearten_weather_set_mood (HeartenWeather *self, int mood)
{
  self->mood = mood;
}

void
hearten_weather_set_feelings (HeartenWeather *self, const char *const *feelings)
{
  GStrv copy = g_strdupv ((GStrv) feelings);

  g_strfreev (self->feelings);
  self->feelings = copy;
}

/* Public */

GDate
hearten_weather_get_day (HeartenWeather *self)
{
  return self->day;
}

int
hearten_weather_get_mood (HeartenWeather *self)
{
  g_return_val_if_fail (HEARTEN_IS_WEATHER (self), HEARTEN_MOOD_UNSET);

  return self->mood;
}

const char *const *
hearten_weather_get_feelings (HeartenWeather *self)
{
  g_return_val_if_fail (HEARTEN_IS_WEATHER (self), NULL);

  return (const char *const *) self->feelings;
}
