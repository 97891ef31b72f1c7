/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-day.h"
#include "hearten-practices.h"
#include "hearten-situations.h"
#include "hearten-test-home.h"
#include "hearten-tips.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenPractices *practices;
  GString *heard;
} Fixture;

static void
on_state_changed_cb (Fixture *fixture, const char *tip)
{
  g_string_append_printf (fixture->heard, "%s ", tip);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  fixture->practices = hearten_practices_new (fixture->home->store);
  fixture->heard = g_string_new (NULL);
  g_signal_connect_swapped (fixture->practices, "state-changed", G_CALLBACK (on_state_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->practices);
  hearten_test_home_free (fixture->home);
  g_string_free (fixture->heard, TRUE);
}

static void
expect (Fixture *fixture, const char *tip, HeartenPracticeState state)
{
  g_assert_cmpint (hearten_practices_get_state (fixture->practices, tip), ==, state);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  expect (fixture, "tip-05", HEARTEN_PRACTICE_STATE_NEW);
  hearten_practices_set_state (fixture->practices, "tip-05", HEARTEN_PRACTICE_STATE_NEW);
  g_assert_null (hearten_practices_find (fixture->practices, "tip-05"));
  g_assert_cmpstr (fixture->heard->str, ==, "");

  hearten_practices_begin (fixture->practices, "tip-05");
  expect (fixture, "tip-05", HEARTEN_PRACTICE_STATE_BEGUN);
  hearten_practices_set_state (fixture->practices, "tip-05", HEARTEN_PRACTICE_STATE_PRACTISED);
  hearten_practices_begin (fixture->practices, "tip-05");
  expect (fixture, "tip-05", HEARTEN_PRACTICE_STATE_PRACTISED);
  hearten_practices_set_state (fixture->practices, "tip-05", HEARTEN_PRACTICE_STATE_BEGUN);
  expect (fixture, "tip-05", HEARTEN_PRACTICE_STATE_BEGUN);
  expect (fixture, "tip-06", HEARTEN_PRACTICE_STATE_NEW);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->practices)), ==, 1);
  g_assert_cmpstr (fixture->heard->str, ==, "tip-05 tip-05 tip-05 ");
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenPractices) again = hearten_practices_new (fixture->home->store);
  g_autofree char *last = NULL;
  GDate day;

  hearten_practices_begin (fixture->practices, "tip-01");
  hearten_practices_set_state (fixture->practices, "tip-22", HEARTEN_PRACTICE_STATE_PRACTISED);
  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);
  g_assert_cmpint (hearten_practices_get_state (again, "tip-01"), ==, HEARTEN_PRACTICE_STATE_BEGUN);
  g_assert_cmpint (hearten_practices_get_state (again, "tip-22"), ==, HEARTEN_PRACTICE_STATE_PRACTISED);
  g_assert_true (hearten_practice_get_last (hearten_practices_find (again, "tip-22"), &day));
  last = hearten_day_format (&day);
  g_assert_cmpstr (last, ==, "2026-11-23");
}

#define RECORD(id, v, modified, more)                                                                        \
  "{\"id\":\"019d7b1e-8800-7000-8000-" id "\",\"kind\":\"practice\",\"v\":" v ",\"modified\":\"" modified    \
  "\",\"tip\":\"tip-03\"," more "}"

/* A tip is begun anew with each word that is written about it: that is one write a day, not one a second. */
static void
test_said_once (Fixture *fixture, gconstpointer data)
{
  hearten_practices_begin (fixture->practices, "tip-01");
  hearten_test_home_flush (fixture->home);
  hearten_practices_begin (fixture->practices, "tip-01");
  g_assert_cmpint (hearten_store_get_save_state (fixture->home->store), ==, HEARTEN_SAVE_STATE_SAVED);
  g_assert_cmpstr (fixture->heard->str, ==, "tip-01 ");

  hearten_test_clock_advance (fixture->home->clock, 24 * 60 * 60);
  hearten_practices_begin (fixture->practices, "tip-01");
  g_assert_cmpint (hearten_store_get_save_state (fixture->home->store), ==, HEARTEN_SAVE_STATE_SAVING);
}

/* Two devices made a record each: what was said last holds. */
static void
test_two_devices (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_put (fixture->home, "practice/2026-04/019d7b1e-8800-7000-8000-000000000001.json",
                         RECORD ("000000000001", "1", "2026-05-02T00:00:00Z", "\"state\":\"practised\""));
  hearten_test_home_put (fixture->home, "practice/2026-04/019d7b1e-8800-7000-8000-000000000002.json",
                         RECORD ("000000000002", "1", "2026-05-01T00:00:00Z", "\"state\":\"begun\""));
  hearten_test_home_load (fixture->home, fixture->practices);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->practices)), ==, 2);
  expect (fixture, "tip-03", HEARTEN_PRACTICE_STATE_PRACTISED);
}

/* A newer version's record is read as far as possible and left alone. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_put (
      fixture->home, "practice/2026-04/019d7b1e-8800-7000-8000-000000000001.json",
      RECORD ("000000000001", "2", "2026-05-02T00:00:00Z", "\"state\":\"begun\",\"more\":1"));
  hearten_test_home_load (fixture->home, fixture->practices);
  hearten_practices_set_state (fixture->practices, "tip-03", HEARTEN_PRACTICE_STATE_PRACTISED);
  expect (fixture, "tip-03", HEARTEN_PRACTICE_STATE_BEGUN);
}

/* The tip of the day */

static HeartenTip *
choose (Fixture *fixture, HeartenTips *tips, const char *day_text, HeartenSituation *situation, char **reason)
{
  GDate day;

  g_assert_true (hearten_day_parse (day_text, &day));
  return hearten_tips_of_the_day (tips, &day, situation, fixture->practices, FALSE, reason);
}

static void
test_day_is_stable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  g_autofree char *reason = NULL;
  HeartenTip *tip = choose (fixture, tips, "2026-11-23", NULL, &reason);

  /* A Monday: without a hope it looks inward. */
  g_assert_cmpint (hearten_tip_get_stage (tip), ==, HEARTEN_STAGE_LOOK_INWARD);
  g_assert_cmpstr (reason, ==, "Today is for looking inward. You have not tried this one yet.");

  hearten_practices_set_state (fixture->practices, hearten_tip_get_id (tip),
                               HEARTEN_PRACTICE_STATE_PRACTISED);
  g_assert_true (choose (fixture, tips, "2026-11-23", NULL, NULL) == tip);
}

static void
test_day_prefers_unpractised (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  g_autoptr (GDate) day = g_date_new_dmy (24, 11, 2026);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (tips));

  /* Whoever practises each day's tip meets all of them before any comes again. */
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = hearten_day_format (day);
      g_autofree char *now = g_strconcat (text, "T12:00:00Z", NULL);
      HeartenTip *tip = choose (fixture, tips, text, NULL, NULL);

      hearten_test_clock_set_now (fixture->home->clock, now);
      g_assert_cmpint (hearten_practices_get_state (fixture->practices, hearten_tip_get_id (tip)), ==,
                       HEARTEN_PRACTICE_STATE_NEW);
      hearten_practices_set_state (fixture->practices, hearten_tip_get_id (tip),
                                   HEARTEN_PRACTICE_STATE_PRACTISED);
      g_date_add_days (day, 1);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->practices)), ==, n);

  {
    g_autofree char *text = hearten_day_format (day);
    g_autofree char *reason = NULL;

    g_assert_nonnull (choose (fixture, tips, text, NULL, &reason));
    g_assert_true (g_str_has_suffix (reason, "You know this one, and it may say something new."));
  }
}

static guint
count_stage (Fixture *fixture, HeartenTips *tips, HeartenSituation *situation, HeartenStage stage)
{
  g_autoptr (GDate) day = g_date_new_dmy (1, 1, 2027);
  guint count = 0;

  for (guint i = 0; i < 28; i++, g_date_add_days (day, 1))
    {
      g_autofree char *text = hearten_day_format (day);

      count += hearten_tip_get_stage (choose (fixture, tips, text, situation, NULL)) == stage;
    }
  return count;
}

static void
test_day_follows_hope (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  g_autoptr (HeartenSituations) situations = hearten_situations_new (fixture->home->store);
  HeartenSituation *situation;

  hearten_situations_set_hope (situations, HEARTEN_HOPE_WAY_BACK);
  situation = hearten_situations_get_current (situations);
  g_assert_cmpuint (count_stage (fixture, tips, situation, HEARTEN_STAGE_GIVE_ROOM), ==, 8);

  /* A no, or danger: no longer led toward the way back. */
  hearten_situations_set_contact (situations, HEARTEN_CONTACT_NO);
  g_assert_cmpuint (count_stage (fixture, tips, situation, HEARTEN_STAGE_GIVE_ROOM), ==, 4);

  hearten_situations_set_hope (situations, HEARTEN_HOPE_MOVE_ON);
  g_assert_cmpuint (count_stage (fixture, tips, situation, HEARTEN_STAGE_GROW), ==, 8);
  hearten_test_home_flush (fixture->home);
}

/* Writing today about a tip that was practised before does not make it today's. */
static void
test_day_ignores_rereading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  HeartenTip *first = choose (fixture, tips, "2026-11-30", NULL, NULL);
  HeartenTip *second;

  hearten_practices_set_state (fixture->practices, hearten_tip_get_id (first),
                               HEARTEN_PRACTICE_STATE_PRACTISED);
  second = choose (fixture, tips, "2026-11-30", NULL, NULL);
  g_assert_true (second != first);
  hearten_test_clock_set_now (fixture->home->clock, "2026-11-30T12:00:00Z");
  hearten_practices_begin (fixture->practices, hearten_tip_get_id (first));
  g_assert_true (choose (fixture, tips, "2026-11-30", NULL, NULL) == second);
}

/* Over a year no gated reason speaks of reaching out to them. */
static void
test_day_gated (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  g_autoptr (GDate) day = g_date_new_dmy (1, 1, 2027);

  for (guint i = 0; i < 365; i++, g_date_add_days (day, 1))
    {
      g_autofree char *text = hearten_day_format (day);
      g_autofree char *reason = NULL;

      g_assert_nonnull (choose (fixture, tips, text, NULL, &reason));
      g_assert_null (strstr (reason, "reaching out"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/practice/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/practice/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/practice/said-once", Fixture, NULL, set_up, test_said_once, tear_down);
  g_test_add ("/practice/two-devices", Fixture, NULL, set_up, test_two_devices, tear_down);
  g_test_add ("/practice/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/tip-of-the-day/stable", Fixture, NULL, set_up, test_day_is_stable, tear_down);
  g_test_add ("/tip-of-the-day/unpractised", Fixture, NULL, set_up, test_day_prefers_unpractised, tear_down);
  g_test_add ("/tip-of-the-day/hope", Fixture, NULL, set_up, test_day_follows_hope, tear_down);
  g_test_add ("/tip-of-the-day/rereading", Fixture, NULL, set_up, test_day_ignores_rereading, tear_down);
  g_test_add ("/tip-of-the-day/gated", Fixture, NULL, set_up, test_day_gated, tear_down);

  return g_test_run ();
}
