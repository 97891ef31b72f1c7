/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-insights.h"

#include <glib/gi18n-lib.h>

#define N_MOODS (HEARTEN_MOOD_HIGHEST - HEARTEN_MOOD_LOWEST + 1)

/* What is known of one day while it is added up. */
typedef struct
{
  int sum;
  guint n;
  HeartenWeather *weather;
} Tally;

static Tally *
find_tally (GHashTable *days, const GDate *day)
{
  gpointer key = GUINT_TO_POINTER (g_date_get_julian (day));
  Tally *tally = g_hash_table_lookup (days, key);

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      g_hash_table_insert (days, key, tally);
    }
  return tally;
}

static void
add_mood (Tally *tally, int mood)
{
  if (mood < HEARTEN_MOOD_LOWEST || mood > HEARTEN_MOOD_HIGHEST)
    return;
  tally->sum += mood;
  tally->n++;
}

static void
add_entries (GHashTable *days, GListModel *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (entries, i);
      GDate day = hearten_record_get_day (HEARTEN_RECORD (entry));

      if (hearten_entry_get_mood (entry) != HEARTEN_MOOD_UNSET)
        add_mood (find_tally (days, &day), hearten_entry_get_mood (entry));
    }
}

/* The list holds the weathers until the sums are made, so no reference is needed. */
static void
add_weathers (GHashTable *days, GListModel *weathers)
{
  for (guint i = 0; i < g_list_model_get_n_items (weathers); i++)
    {
      g_autoptr (HeartenWeather) weather = g_list_model_get_item (weathers, i);
      GDate day = hearten_weather_get_day (weather);
      Tally *tally = find_tally (days, &day);

      if (tally->weather == NULL || hearten_record_get_modified (HEARTEN_RECORD (weather)) >
                                        hearten_record_get_modified (HEARTEN_RECORD (tally->weather)))
        tally->weather = weather;
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  guint32 day_a = ((const HeartenDayMood *) a)->julian, day_b = ((const HeartenDayMood *) b)->julian;

  return (day_a > day_b) - (day_a < day_b);
}

GArray *
hearten_insights_combine_moods (GListModel *weathers, GListModel *entries)
{
  GArray *moods = g_array_new (FALSE, FALSE, sizeof (HeartenDayMood));
  g_autoptr (GHashTable) days = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  GHashTableIter iter;
  gpointer key, value;

  g_return_val_if_fail (G_IS_LIST_MODEL (weathers) && G_IS_LIST_MODEL (entries), moods);

  add_weathers (days, weathers);
  add_entries (days, entries);

  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Tally *tally = value;
      HeartenDayMood mood = { .julian = GPOINTER_TO_UINT (key) };

      if (tally->weather != NULL)
        add_mood (tally, hearten_weather_get_mood (tally->weather));
      if (tally->n == 0)
        continue;
      mood.mood = (double) tally->sum / tally->n;
      g_array_append_val (moods, mood);
    }
  g_array_sort (moods, compare_days);
  return moods;
}

GArray *
hearten_insights_window (GArray *moods, const GDate *first, const GDate *last, guint step)
{
  GArray *window = g_array_new (FALSE, FALSE, sizeof (HeartenDayMood));
  guint32 from = g_date_get_julian (first), to = g_date_get_julian (last);
  guint n = 0;

  g_return_val_if_fail (step > 0, window);

  for (guint i = 0; i < moods->len; i++)
    {
      HeartenDayMood mood = g_array_index (moods, HeartenDayMood, i);
      HeartenDayMood *open = window->len > 0 ? &g_array_index (window, HeartenDayMood, window->len - 1)
                                             : NULL;

      if (mood.julian < from || mood.julian > to)
        continue;
      mood.julian = from + (mood.julian - from) / step * step;
      if (open == NULL || open->julian != mood.julian)
        {
          g_array_append_val (window, mood);
          n = 1;
          continue;
        }
      n++;
      open->mood += (mood.mood - open->mood) / n;
    }
  return window;
}

static double
average_around (GArray *moods, guint place, guint reach)
{
  guint32 middle = g_array_index (moods, HeartenDayMood, place).julian;
  double sum = 0;
  guint n = 0;

  for (guint i = place > reach ? place - reach : 0; i < moods->len && i <= place + reach; i++)
    {
      HeartenDayMood mood = g_array_index (moods, HeartenDayMood, i);

      if (mood.julian + reach < middle || mood.julian > middle + reach)
        continue;
      sum += mood.mood;
      n++;
    }
  return sum / n;
}

GArray *
hearten_insights_smooth (GArray *moods, guint reach)
{
  GArray *smooth = g_array_new (FALSE, FALSE, sizeof (HeartenDayMood));

  for (guint i = 0; i < moods->len; i++)
    {
      HeartenDayMood mood = { g_array_index (moods, HeartenDayMood, i).julian,
                              average_around (moods, i, reach) };

      g_array_append_val (smooth, mood);
    }
  return smooth;
}

GArray *
hearten_insights_count_pages (GListModel *entries, const GDate *last, guint n_weeks)
{
  GArray *weeks = g_array_new (FALSE, TRUE, sizeof (guint));

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), weeks);
  g_return_val_if_fail (g_date_valid (last), weeks);

  g_array_set_size (weeks, n_weeks);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (entries, i);
      GDate day = hearten_record_get_day (HEARTEN_RECORD (entry));
      int days_before = g_date_days_between (&day, last);

      if (days_before >= 0 && (guint) days_before / 7 < n_weeks && !hearten_entry_is_blank (entry))
        g_array_index (weeks, guint, n_weeks - 1 - (guint) days_before / 7)++;
    }
  return weeks;
}

/* The sentence */

static int
find_most_common (GArray *moods, guint *n_most)
{
  guint counts[N_MOODS] = { 0 };
  int most = 0;

  for (guint i = 0; i < moods->len; i++)
    counts[(int) (g_array_index (moods, HeartenDayMood, i).mood - HEARTEN_MOOD_LOWEST + 0.5)]++;
  for (int i = 1; i < N_MOODS; i++)
    if (counts[i] > counts[most])
      most = i;

  *n_most = counts[most];
  return most + HEARTEN_MOOD_LOWEST;
}

static const char *
tell_most (int mood)
{
  switch (mood)
    {
    case -2:
      return _ ("Stormy came most often.");
    case -1:
      return _ ("Rainy came most often.");
    case 0:
      return _ ("Grey came most often.");
    case 1:
      return _ ("Brightening came most often.");
    default:
      return _ ("Clear came most often.");
    }
}

char *
hearten_insights_dup_sentence (GArray *moods)
{
  g_autofree char *count = NULL;
  guint n_most;
  int most;

  if (moods->len == 0)
    return g_strdup (_ ("No day here has a weather yet."));

  count = g_strdup_printf (ngettext ("%u day has a weather.", "%u days have a weather.", moods->len),
                           moods->len);
  most = find_most_common (moods, &n_most);
  if (n_most < 2)
    return g_steal_pointer (&count);
  return g_strjoin (" ", count, tell_most (most), NULL);
}
