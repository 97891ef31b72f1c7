/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-weathers.h"

#include "hearten-day.h"
#include "hearten-weather-private.h"

struct _HeartenWeathers
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenWeathers, hearten_weathers, HEARTEN_TYPE_RECORDS)

static void
hearten_weathers_class_init (HeartenWeathersClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_WEATHER;
}

static void
hearten_weathers_init (HeartenWeathers *self)
{
}

/* Returns the day's record, a new one where there is none; NULL where a newer version's must be left alone.
 */
static HeartenWeather *
edit (HeartenWeathers *self, GDateTime *date_time)
{
  HeartenWeather *weather = hearten_weathers_get_day (self, date_time);
  HeartenStore *store = hearten_records_get_store (HEARTEN_RECORDS (self));
  GDate day = hearten_day_of (date_time);

  if (weather != NULL)
    return hearten_record_is_read_only (HEARTEN_RECORD (weather)) ? NULL : g_object_ref (weather);

  weather = hearten_record_new (HEARTEN_TYPE_WEATHER, hearten_store_get_clock (store));
  hearten_weather_set_day (weather, &day);
  return weather;
}

static GStrv
tidy (const char *const *feelings)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; feelings != NULL && feelings[i] != NULL; i++)
    {
      char *feeling = g_strstrip (g_strdup (feelings[i]));

      if (*feeling == '\0' || g_hash_table_contains (seen, feeling))
        {
          g_free (feeling);
          continue;
        }
      g_strv_builder_add (builder, feeling);
      g_hash_table_add (seen, feeling);
    }
  return g_strv_builder_end (builder);
}

/* Public */

HeartenWeathers *
hearten_weathers_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_WEATHERS, "store", store, NULL);
}

HeartenWeather *
hearten_weathers_get_day (HeartenWeathers *self, GDateTime *date_time)
{
  HeartenRecord *found = NULL;
  GDate day;

  g_return_val_if_fail (HEARTEN_IS_WEATHERS (self), NULL);
  g_return_val_if_fail (date_time != NULL, NULL);

  day = hearten_day_of (date_time);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenRecord) record = g_list_model_get_item (G_LIST_MODEL (self), i);
      GDate other = hearten_weather_get_day (HEARTEN_WEATHER (record));

      if (g_date_compare (&day, &other) == 0 &&
          (found == NULL || hearten_record_get_modified (record) > hearten_record_get_modified (found)))
        found = record;
    }
  return (HeartenWeather *) found;
}

int
hearten_weathers_get_mood (HeartenWeathers *self, GDateTime *day)
{
  HeartenWeather *weather = hearten_weathers_get_day (self, day);

  return weather != NULL ? hearten_weather_get_mood (weather) : HEARTEN_MOOD_UNSET;
}

int
hearten_weathers_set_day (HeartenWeathers *self, GDateTime *day, int mood)
{
  g_autoptr (HeartenWeather) weather = NULL;
  int old = hearten_weathers_get_mood (self, day);

  g_return_val_if_fail (hearten_mood_get_name (mood) != NULL || mood == HEARTEN_MOOD_UNSET, old);

  if (mood == old)
    mood = HEARTEN_MOOD_UNSET;
  if (mood == old || (weather = edit (self, day)) == NULL)
    return old;

  hearten_weather_set_mood (weather, mood);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (weather));
  return mood;
}

void
hearten_weathers_set_feelings (HeartenWeathers *self, GDateTime *day, const char *const *feelings)
{
  HeartenWeather *old = hearten_weathers_get_day (self, day);
  g_auto (GStrv) kept = tidy (feelings);
  g_autoptr (HeartenWeather) weather = NULL;
  const char *const none[] = { NULL };

  if (g_strv_equal (old != NULL ? hearten_weather_get_feelings (old) : none, (const char *const *) kept))
    return;
  if ((weather = edit (self, day)) == NULL)
    return;
  hearten_weather_set_feelings (weather, (const char *const *) kept);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (weather));
}
