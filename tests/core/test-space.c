/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-day.h"
#include "hearten-spaces.h"
#include "hearten-test-home.h"

static GDate
day (const char *text)
{
  GDate date;

  g_assert_true (hearten_day_parse (text, &date));
  return date;
}

/* Days */

static void
test_day_text (void)
{
  static const char *const bad[] = { "9999-12-31",  NULL,         "",           "2026",       "2026-1-01",
                                     "2026-02-29",  "2026-13-01", "2026-00-10", "0000-01-01", "2026-01-01 ",
                                     " 2026-01-01", "2026/01/01", "+026-01-01", "2026-01-0a", "12026-01-01" };
  g_autofree char *text = NULL;
  GDate date;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (hearten_day_parse (bad[i], &date));
      g_assert_false (g_date_valid (&date));
    }
  date = day ("2028-02-29");
  text = hearten_day_format (&date);
  g_assert_cmpstr (text, ==, "2028-02-29");
}

/* What "today" is, at one instant, depends on where the user is. */
static void
test_today (void)
{
  static const char *const places[][2] = {
    { "Europe/Berlin", "2026-03-29" },     { "America/New_York", "2026-03-28" },
    { "Asia/Kathmandu", "2026-03-29" },    { "Pacific/Kiritimati", "2026-03-29" },
    { "Pacific/Pago_Pago", "2026-03-28" },
  };
  g_autoptr (HeartenTestClock) clock = hearten_test_clock_new ("2026-03-28T23:30:00Z", "UTC");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GDate today;
      g_autofree char *text = NULL;

      hearten_test_clock_set_zone (clock, places[i][0]);
      today = hearten_day_today (HEARTEN_CLOCK (clock));
      text = hearten_day_format (&today);
      g_assert_cmpstr (text, ==, places[i][1]);
    }
}

/* Periods */

typedef struct
{
  HeartenTestHome *home;
  HeartenSpaces *spaces;
  guint n_notifies;
} Fixture;

static void
on_active_cb (Fixture *fixture)
{
  fixture->n_notifies++;
}

/* A day before Berlin's clocks go forward. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-03-28T11:00:00Z", "Europe/Berlin");
  fixture->spaces = hearten_spaces_new (fixture->home->store);
  g_signal_connect_swapped (fixture->spaces, "notify::active", G_CALLBACK (on_active_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->spaces);
  hearten_test_home_free (fixture->home);
}

static void
expect_day (Fixture *fixture, const char *now, HeartenSpacePeriod *period, const char *text, gboolean active)
{
  g_autofree char *day_text = NULL;
  GDate today;

  hearten_test_clock_set_now (fixture->home->clock, now);
  today = hearten_day_today (HEARTEN_CLOCK (fixture->home->clock));
  day_text = hearten_space_period_dup_day_text (period, &today);
  g_assert_cmpstr (day_text, ==, text);
  g_assert_true (hearten_spaces_get_active (fixture->spaces) == (active ? period : NULL));
  g_assert_cmpint (hearten_space_period_has_ended (period, &today), ==, !active);
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 30, "  I need quiet.\n");

  g_assert_cmpstr (hearten_space_period_get_reason (period), ==, "I need quiet.");
  expect_day (fixture, "2026-03-28T22:59:59Z", period, "Day 1 of 30", TRUE);
  expect_day (fixture, "2026-03-28T23:00:00Z", period, "Day 2 of 30", TRUE);
  /* The 29th has 23 hours in Berlin. */
  expect_day (fixture, "2026-03-29T21:59:59Z", period, "Day 2 of 30", TRUE);
  expect_day (fixture, "2026-03-29T22:00:00Z", period, "Day 3 of 30", TRUE);
  expect_day (fixture, "2026-04-08T10:00:00Z", period, "Day 12 of 30", TRUE);
  expect_day (fixture, "2026-04-26T21:59:59Z", period, "Day 30 of 30", TRUE);
  expect_day (fixture, "2026-04-26T22:00:00Z", period, "Day 30 of 30", FALSE);
  expect_day (fixture, "2027-04-26T22:00:00Z", period, "Day 30 of 30", FALSE);
  g_assert_true (hearten_spaces_has_ended_since (fixture->spaces, NULL));
}

/* Clocks go back on 2026-10-25; the year has 365 days whatever the clocks do. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 0, NULL);

  expect_day (fixture, "2026-10-25T22:59:59Z", period, "Day 212", TRUE);
  expect_day (fixture, "2026-10-25T23:00:00Z", period, "Day 213", TRUE);
  expect_day (fixture, "2027-03-28T11:00:00Z", period, "Day 366", TRUE);
  g_assert_false (hearten_spaces_has_ended_since (fixture->spaces, NULL));
}

static void
test_travel (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period;

  hearten_test_clock_set_now (fixture->home->clock, "2026-03-27T23:30:00Z");
  period = hearten_spaces_begin (fixture->spaces, 7, NULL);
  hearten_test_clock_set_zone (fixture->home->clock, "America/New_York");
  expect_day (fixture, "2026-03-27T23:30:00Z", period, "Day 1 of 7", TRUE);
  hearten_test_clock_set_zone (fixture->home->clock, "Pacific/Kiritimati");
  expect_day (fixture, "2026-03-28T09:59:59Z", period, "Day 1 of 7", TRUE);
  expect_day (fixture, "2026-03-28T10:00:00Z", period, "Day 2 of 7", TRUE);
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 30, NULL);
  GDate ended, last;

  hearten_test_clock_set_now (fixture->home->clock, "2026-04-01T10:00:00Z");
  hearten_spaces_end (fixture->spaces, period);
  g_assert_true (hearten_space_period_get_ended (period, &ended));
  g_assert_true (hearten_space_period_get_last_day (period, &last));
  g_assert_cmpint (g_date_compare (&ended, &last), ==, 0);
  expect_day (fixture, "2026-04-01T10:00:00Z", period, "Day 5 of 30", FALSE);
  expect_day (fixture, "2026-05-01T10:00:00Z", period, "Day 5 of 30", FALSE);
  g_assert_true (hearten_spaces_has_ended_since (fixture->spaces, NULL));

  /* Ended is ended; a new one can begin. */
  hearten_spaces_extend (fixture->spaces, period, 7);
  g_assert_null (hearten_spaces_get_active (fixture->spaces));
  g_assert_true (hearten_spaces_begin (fixture->spaces, 7, NULL) != period);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->spaces)), ==, 2);
}

static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 7, "one");

  g_assert_true (hearten_spaces_begin (fixture->spaces, 30, "two") == period);
  g_assert_cmpuint (hearten_space_period_get_days (period), ==, 7);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->spaces)), ==, 1);
}

static void
test_extend (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 7, NULL);

  hearten_spaces_extend (fixture->spaces, period, 7);
  g_assert_cmpuint (hearten_space_period_get_days (period), ==, 14);

  /* Its last day was 10 April. Seven days from the 20th end on the 26th. */
  hearten_test_clock_set_now (fixture->home->clock, "2026-04-20T10:00:00Z");
  g_assert_null (hearten_spaces_get_active (fixture->spaces));
  hearten_spaces_extend (fixture->spaces, period, 7);
  expect_day (fixture, "2026-04-20T10:00:00Z", period, "Day 24 of 30", TRUE);
  expect_day (fixture, "2026-04-26T10:00:00Z", period, "Day 30 of 30", TRUE);
  expect_day (fixture, "2026-04-27T10:00:00Z", period, "Day 30 of 30", FALSE);

  hearten_spaces_extend (fixture->spaces, period, 0);
  expect_day (fixture, "2026-04-27T10:00:00Z", period, "Day 31", TRUE);
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 7, NULL);

  g_assert_cmpuint (fixture->n_notifies, >, 0);
  fixture->n_notifies = 0;
  hearten_spaces_end (fixture->spaces, period);
  g_assert_cmpuint (fixture->n_notifies, ==, 1);
  hearten_spaces_end (fixture->spaces, period);
  g_assert_cmpuint (fixture->n_notifies, ==, 1);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 30, "Quiet.");
  g_autoptr (HeartenSpaces) again = hearten_spaces_new (fixture->home->store);
  HeartenSpacePeriod *read;
  GDate a, b;

  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);
  read = hearten_spaces_get_active (again);
  g_assert_nonnull (read);
  g_assert_true (read != period);
  a = hearten_space_period_get_started (read);
  b = day ("2026-03-28");
  g_assert_cmpint (g_date_compare (&a, &b), ==, 0);
  g_assert_cmpuint (hearten_space_period_get_days (read), ==, 30);
  g_assert_cmpstr (hearten_space_period_get_reason (read), ==, "Quiet.");
  g_assert_false (hearten_space_period_get_ended (read, NULL));
}

#define HEAD "{\"id\":\"019d7b1e-8800-7000-8000-000000000001\",\"kind\":\"space\",\"v\":1,"

static void
test_damaged (void)
{
  static const char *const bad[] = {
    HEAD "\"days\":3}",
    HEAD "\"started\":\"2026-02-30\",\"days\":3}",
    HEAD "\"started\":\"2026-02-03\",\"days\":-1}",
    HEAD "\"started\":\"2026-02-03\",\"days\":99999}",
    HEAD "\"started\":\"2026-02-03\",\"days\":\"3\"}",
    HEAD "\"started\":\"2026-02-03\",\"ended\":\"soon\"}",
    HEAD "\"started\":\"2026-02-03\",\"plans\":\"one\"}",
    /* Rests out of order would count days twice. */
    HEAD "\"started\":\"2026-02-03\",\"rests\":[{\"from\":\"2026-02-01\"}]}",
    HEAD "\"started\":\"2026-02-03\",\"rests\":[{\"from\":\"2026-03-04\",\"until\":\"2026-03-03\"}]}",
    HEAD "\"started\":\"2026-02-03\",\"rests\":[{\"from\":\"2026-03-04\"},{\"from\":\"2026-03-05\"}]}",
    HEAD "\"started\":\"2026-02-03\",\"rests\":[{\"from\":\"2026-03-04\",\"until\":\"2026-03-06\"},{\"from\":"
         "\"2026-03-05\"}]}",
    HEAD "\"started\":\"2026-02-03\",\"rests\":[{\"until\":\"2026-03-04\"}]}",
    HEAD "\"started\":\"2026-02-03\",\"rests\":[7]}",
    HEAD "\"started\":\"2026-02-03\",\"rests\":{}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_SPACE_PERIOD, bytes, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

/* Rest */

static void
assert_day (HeartenSpacePeriod *period, guint count, const char *text)
{
  g_autofree char *found = NULL;
  GDate date;

  g_assert_true (hearten_space_period_find_day (period, count, &date));
  found = hearten_day_format (&date);
  g_assert_cmpstr (found, ==, text);
}

/* Days of rest are not counted, nothing that was done is lost, and the end moves on. */
static void
test_rest (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-01T12:00:00Z", "UTC");
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (home->store);
  HeartenSpacePeriod *period = hearten_spaces_begin (spaces, 14, NULL);
  GDate date, today;

  hearten_test_clock_advance (home->clock, 4 * 86400);
  hearten_spaces_rest (spaces, period);
  hearten_spaces_rest (spaces, period);
  g_assert_true (hearten_space_period_is_resting (period, &date));
  today = day ("2026-03-05");
  g_assert_cmpint (g_date_compare (&date, &today), ==, 0);
  g_assert_cmpuint (hearten_space_period_count_days (period, &today), ==, 4);
  g_assert_false (hearten_space_period_get_last_day (period, &date));
  assert_day (period, 3, "2026-03-03");
  g_assert_false (hearten_space_period_find_day (period, 5, &date));

  hearten_test_clock_advance (home->clock, 30 * 86400);
  g_assert_true (hearten_spaces_get_active (spaces) == period);
  hearten_spaces_go_on (spaces, period);
  g_assert_false (hearten_space_period_is_resting (period, NULL));
  today = day ("2026-04-04");
  g_assert_cmpuint (hearten_space_period_count_days (period, &today), ==, 5);
  assert_day (period, 5, "2026-04-04");
  assert_day (period, 14, "2026-04-13");

  hearten_test_clock_advance (home->clock, 9 * 86400);
  g_assert_true (hearten_spaces_get_active (spaces) == period);
  hearten_test_clock_advance (home->clock, 3 * 86400);
  g_assert_null (hearten_spaces_get_active (spaces));
  hearten_spaces_extend (spaces, period, 7);
  g_assert_true (hearten_spaces_get_active (spaces) == period);
  g_assert_true (hearten_space_period_get_last_day (period, &date));
  today = day ("2026-04-22");
  g_assert_cmpint (g_date_compare (&date, &today), ==, 0);
}

static void
test_words_survive (void)
{
  static const char *const plans[] = { "If it is eleven, then I ring Kim.", "  ",
                                       "If it is eleven, then I ring Kim.", " If a song plays, then I walk. ",
                                       NULL };
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-01T12:00:00Z", "UTC");
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (home->store);
  HeartenSpacePeriod *period = hearten_spaces_begin (spaces, 14, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (HeartenSpacePeriod) read = NULL;
  g_autoptr (GError) error = NULL;

  hearten_spaces_set_plans (spaces, period, plans);
  hearten_spaces_set_learned (spaces, period, " Evenings are hardest. ");
  hearten_spaces_rest (spaces, period);
  hearten_spaces_go_on (spaces, period);
  hearten_test_clock_advance (home->clock, 86400);
  hearten_spaces_rest (spaces, period);
  bytes = hearten_record_to_bytes (HEARTEN_RECORD (period));
  read = hearten_record_from_bytes (HEARTEN_TYPE_SPACE_PERIOD, bytes, &error);
  g_assert_no_error (error);
  g_assert_true (hearten_record_says_same (HEARTEN_RECORD (period), HEARTEN_RECORD (read)));
  g_assert_cmpuint (g_strv_length ((char **) hearten_space_period_get_plans (read)), ==, 2);
  g_assert_cmpstr (hearten_space_period_get_plans (read)[1], ==, "If a song plays, then I walk.");
  g_assert_cmpstr (hearten_space_period_get_learned (read), ==, "Evenings are hardest.");
  g_assert_true (hearten_space_period_is_resting (read, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/space/day-text", test_day_text);
  g_test_add_func ("/space/today", test_today);
  g_test_add ("/space/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/space/long", Fixture, NULL, set_up, test_long, tear_down);
  g_test_add ("/space/travel", Fixture, NULL, set_up, test_travel, tear_down);
  g_test_add ("/space/end", Fixture, NULL, set_up, test_end, tear_down);
  g_test_add ("/space/one-at-a-time", Fixture, NULL, set_up, test_one_at_a_time, tear_down);
  g_test_add ("/space/extend", Fixture, NULL, set_up, test_extend, tear_down);
  g_test_add ("/space/notify", Fixture, NULL, set_up, test_notify, tear_down);
  g_test_add ("/space/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add_func ("/space/damaged", test_damaged);
  g_test_add_func ("/space/rest", test_rest);
  g_test_add_func ("/space/words", test_words_survive);

  return g_test_run ();
}
