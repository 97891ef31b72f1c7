/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-test-home.h"
#include "hearten-weathers.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenWeathers *weathers;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-10-25T22:30:00Z", "Europe/Berlin");
  fixture->weathers = hearten_weathers_new (fixture->home->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->weathers);
  hearten_test_home_free (fixture->home);
}

static GDateTime *
get_now (Fixture *fixture)
{
  return hearten_clock_dup_local (HEARTEN_CLOCK (fixture->home->clock));
}

static void
test_press (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = get_now (fixture);

  g_assert_cmpint (hearten_weathers_get_mood (fixture->weathers, now), ==, HEARTEN_MOOD_UNSET);
  g_assert_cmpint (hearten_weathers_set_day (fixture->weathers, now, HEARTEN_MOOD_UNSET), ==,
                   HEARTEN_MOOD_UNSET);
  g_assert_null (hearten_weathers_get_day (fixture->weathers, now));

  g_assert_cmpint (hearten_weathers_set_day (fixture->weathers, now, -2), ==, -2);
  g_assert_cmpint (hearten_weathers_set_day (fixture->weathers, now, 1), ==, 1);
  g_assert_cmpint (hearten_weathers_set_day (fixture->weathers, now, 1), ==, HEARTEN_MOOD_UNSET);
  g_assert_cmpint (hearten_weathers_get_mood (fixture->weathers, now), ==, HEARTEN_MOOD_UNSET);
  g_assert_cmpint (hearten_weathers_set_day (fixture->weathers, now, 0), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->weathers)), ==, 1);
}

/* The day has 25 hours in Berlin; midnight there begins the next. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) before = get_now (fixture);
  g_autoptr (GDateTime) after = NULL;

  hearten_weathers_set_day (fixture->weathers, before, 2);
  hearten_test_clock_set_now (fixture->home->clock, "2026-10-25T23:00:00Z");
  after = get_now (fixture);
  g_assert_cmpint (hearten_weathers_get_mood (fixture->weathers, after), ==, HEARTEN_MOOD_UNSET);
  hearten_weathers_set_day (fixture->weathers, after, -1);
  g_assert_cmpint (hearten_weathers_get_mood (fixture->weathers, before), ==, 2);
  g_assert_cmpint (hearten_weathers_get_mood (fixture->weathers, after), ==, -1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->weathers)), ==, 2);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  static const char *const said[] = { " tired ", "", "hopeful", "tired", NULL };
  static const char *const kept[] = { "tired", "hopeful", NULL };
  g_autoptr (HeartenWeathers) again = hearten_weathers_new (fixture->home->store);
  g_autoptr (GDateTime) now = get_now (fixture);

  hearten_weathers_set_feelings (fixture->weathers, now, said);
  hearten_weathers_set_day (fixture->weathers, now, -2);
  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);
  g_assert_cmpint (hearten_weathers_get_mood (again, now), ==, -2);
  g_assert_cmpstrv (hearten_weather_get_feelings (hearten_weathers_get_day (again, now)), kept);
}

static void
test_words (void)
{
  g_assert_cmpstr (hearten_mood_get_name (HEARTEN_MOOD_LOWEST), ==, "Stormy");
  g_assert_cmpstr (hearten_mood_get_name (HEARTEN_MOOD_HIGHEST), ==, "Clear");
  g_assert_null (hearten_mood_get_name (HEARTEN_MOOD_UNSET));
  g_assert_null (hearten_mood_get_name (3));
}

#define HEAD "{\"id\":\"019d7b1e-8800-7000-8000-000000000001\",\"kind\":\"weather\",\"v\":1,"

static void
test_damaged (void)
{
  static const char *const bad[] = {
    HEAD "\"mood\":1}",
    HEAD "\"day\":\"2026-10-25\",\"mood\":3}",
    HEAD "\"day\":\"2026-10-25\",\"mood\":-128}",
    HEAD "\"day\":\"2026-10-25\",\"feelings\":[1]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_WEATHER, bytes, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/weather/press", Fixture, NULL, set_up, test_press, tear_down);
  g_test_add ("/weather/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/weather/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add_func ("/weather/words", test_words);
  g_test_add_func ("/weather/damaged", test_damaged);

  return g_test_run ();
}
