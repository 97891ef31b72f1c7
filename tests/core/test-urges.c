/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sittings.h"
#include "hearten-spaces.h"
#include "hearten-test-home.h"
#include "hearten-urges.h"

static guint
count (HeartenUrges *urges, HeartenSpacePeriod *period, HeartenOutcome outcome, guint n_days)
{
  g_autoptr (GArray) counts = hearten_urges_count_days (urges, period, outcome, n_days);
  guint sum = 0;

  g_assert_cmpuint (counts->len, ==, n_days);
  for (guint i = 0; i < counts->len; i++)
    sum += g_array_index (counts, guint, i);
  return sum;
}

/* Each step is kept; what is half done is found again; nothing is taken from the days. */
static void
test_steps (void)
{
  static const char *const triggers[] = { "night", "phone", NULL };
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-10T22:30:00Z", "Europe/Berlin");
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (home->store);
  g_autoptr (HeartenUrges) urges = hearten_urges_new (home->store);
  g_autoptr (HeartenUrges) again = hearten_urges_new (home->store);
  HeartenSpacePeriod *period = hearten_spaces_begin (spaces, 30, NULL);
  g_autoptr (HeartenUrge) urge = hearten_urges_begin (urges, period);
  g_autoptr (HeartenUrge) open = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (urges)), ==, 0);
  hearten_urges_keep (urges, urge);
  hearten_urges_keep (urges, urge);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (urges)), ==, 1);
  hearten_urges_set_triggers (urges, urge, triggers);
  hearten_urges_set_words (urges, urge, "  A photo. ");
  hearten_urges_set_plan (urges, urge, "If it is late, then I put the phone away.");

  hearten_test_home_flush (home);
  hearten_test_home_load (home, again);
  open = hearten_urges_dup_open (again, period);
  g_assert_nonnull (open);
  g_assert_true (g_strv_equal (hearten_urge_get_triggers (open), triggers));
  g_assert_cmpstr (hearten_urge_get_words (open), ==, "A photo.");
  g_assert_cmpstr (hearten_urge_get_plan (open), ==, "If it is late, then I put the phone away.");
  g_assert_cmpint (hearten_urge_get_outcome (open), ==, HEARTEN_OUTCOME_OPEN);

  hearten_urges_set_outcome (again, open, HEARTEN_OUTCOME_RODE);
  g_assert_null (hearten_urges_dup_open (again, period));
  g_assert_cmpuint (count (again, period, HEARTEN_OUTCOME_RODE, 3), ==, 1);
}

/* A day later it is too late to ask. */
static void
test_open_for_a_day (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-10T22:30:00Z", "Europe/Berlin");
  g_autoptr (HeartenUrges) urges = hearten_urges_new (home->store);
  g_autoptr (HeartenUrge) urge = hearten_urges_begin (urges, NULL);
  g_autoptr (HeartenUrge) open = NULL;

  hearten_urges_keep (urges, urge);
  hearten_test_clock_advance (home->clock, 86400);
  open = hearten_urges_dup_open (urges, NULL);
  g_assert_true (open == urge);
  hearten_test_clock_advance (home->clock, 1);
  g_assert_null (hearten_urges_dup_open (urges, NULL));
}

/* By the day of the place where it came, and each period its own. */
static void
test_count (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-10T22:30:00Z", "Europe/Berlin");
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (home->store);
  g_autoptr (HeartenUrges) urges = hearten_urges_new (home->store);
  HeartenSpacePeriod *period = hearten_spaces_begin (spaces, 30, NULL);
  g_autoptr (GArray) counts = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HeartenUrge) urge = hearten_urges_begin (urges, period);

      hearten_urges_set_outcome (urges, urge, HEARTEN_OUTCOME_WROTE);
      hearten_test_clock_advance (home->clock, 3600);
    }
  counts = hearten_urges_count_days (urges, period, HEARTEN_OUTCOME_WROTE, 2);
  g_assert_cmpuint (g_array_index (counts, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (counts, guint, 1), ==, 2);
  g_assert_cmpuint (count (urges, period, HEARTEN_OUTCOME_RODE, 2), ==, 0);
  g_assert_cmpuint (hearten_space_period_get_days (period), ==, 30);
  g_assert_true (hearten_spaces_get_active (spaces) == period);
}

static void
test_contact (void)
{
  g_assert_false (hearten_outcome_is_contact (HEARTEN_OUTCOME_OPEN));
  g_assert_false (hearten_outcome_is_contact (HEARTEN_OUTCOME_RODE));
  g_assert_true (hearten_outcome_is_contact (HEARTEN_OUTCOME_WROTE));
  g_assert_true (hearten_outcome_is_contact (HEARTEN_OUTCOME_THEY_WROTE));
  g_assert_false (hearten_outcome_is_contact (HEARTEN_OUTCOME_PRACTICAL));
  g_assert_false (hearten_outcome_is_contact (HEARTEN_OUTCOME_CHILDREN));
  for (HeartenOutcome i = HEARTEN_OUTCOME_RODE; i < HEARTEN_N_OUTCOMES; i++)
    g_assert_nonnull (hearten_outcome_get_label (i));
}

/* The computer may be closed during the hour. */
static void
test_sittings (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-10T22:30:00Z", "Europe/Berlin");
  g_autoptr (HeartenSittings) sittings = hearten_sittings_new (home->store);
  g_autoptr (HeartenSittings) again = hearten_sittings_new (home->store);
  HeartenSitting *sitting = hearten_sittings_begin (sittings, "tip-18", 60);
  HeartenSitting *read;

  g_assert_true (hearten_sittings_find_running (sittings, "tip-18") == sitting);
  g_assert_null (hearten_sittings_find_running (sittings, "tip-21"));
  hearten_test_home_flush (home);
  hearten_test_clock_advance (home->clock, 5 * 3600);
  hearten_test_home_load (home, again);
  read = hearten_sittings_find_running (again, "tip-18");
  g_assert_nonnull (read);
  g_assert_cmpint (hearten_sitting_get_end (read), ==, hearten_sitting_get_end (sitting));
  hearten_sittings_end (again, read);
  g_assert_null (hearten_sittings_find_running (again, "tip-18"));
  g_assert_cmpuint (hearten_sitting_get_minutes (read), ==, 60);
  hearten_sittings_set_note (again, read, " Quiet. ");
  g_assert_cmpstr (hearten_sitting_get_note (read), ==, "Quiet.");
}

static void
test_sitting_ended_early (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-10T22:30:00Z", "Europe/Berlin");
  g_autoptr (HeartenSittings) sittings = hearten_sittings_new (home->store);
  HeartenSitting *sitting = hearten_sittings_begin (sittings, "tip-21", 10);

  hearten_test_clock_advance (home->clock, 200);
  hearten_sittings_end (sittings, sitting);
  g_assert_cmpuint (hearten_sitting_get_minutes (sitting), ==, 3);
  hearten_test_clock_advance (home->clock, 200);
  hearten_sittings_end (sittings, sitting);
  g_assert_cmpuint (hearten_sitting_get_minutes (sitting), ==, 3);
}

static gboolean
on_over_cb (HeartenSittings *sittings, HeartenSitting *sitting, gpointer user_data)
{
  HeartenSitting **over = user_data;

  g_assert_false (hearten_sitting_is_running (sitting));
  *over = sitting;
  return g_strcmp0 (hearten_sitting_get_tip (sitting), "tip-21") == 0;
}

static void
wait_over (HeartenSitting **over, HeartenSitting *sitting)
{
  while (*over != sitting)
    g_main_context_iteration (NULL, TRUE);
}

/* Nothing shows it, and it ends all the same; who was told of it is not asked again. */
static void
test_sitting_over (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-10T22:30:00Z", "Europe/Berlin");
  g_autoptr (HeartenSittings) sittings = hearten_sittings_new (home->store);
  g_autoptr (HeartenSitting) unattended = NULL;
  HeartenSitting *hour = hearten_sittings_begin (sittings, "tip-18", 60), *over = NULL;
  HeartenSitting *pause = hearten_sittings_begin (sittings, "tip-21", 1);

  g_signal_connect (sittings, "over", G_CALLBACK (on_over_cb), &over);
  hearten_test_clock_advance (home->clock, 60);
  wait_over (&over, pause);
  g_assert_true (hearten_sitting_is_running (hour));
  g_assert_null (hearten_sittings_dup_unattended (sittings, "tip-21"));
  hearten_test_clock_advance (home->clock, 2 * 3600);
  wait_over (&over, hour);
  g_assert_cmpuint (hearten_sitting_get_minutes (hour), ==, 60);
  g_assert_null (hearten_sittings_dup_unattended (sittings, "tip-21"));
  unattended = hearten_sittings_dup_unattended (sittings, "tip-18");
  g_assert_true (unattended == hour);
  g_assert_null (hearten_sittings_dup_unattended (sittings, "tip-18"));
}

/* What runs when the program starts ends as well; what was over before is left to who looks. */
static void
test_sitting_started_before (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-03-10T22:30:00Z", "Europe/Berlin");
  g_autoptr (HeartenSittings) sittings = hearten_sittings_new (home->store);
  g_autoptr (HeartenSittings) again = hearten_sittings_new (home->store);
  HeartenSitting *over = NULL;

  hearten_sittings_begin (sittings, "tip-21", 1);
  hearten_sittings_begin (sittings, "tip-18", 60);
  hearten_test_home_flush (home);
  hearten_test_clock_advance (home->clock, 600);
  hearten_test_home_load (home, again);
  g_signal_connect (again, "over", G_CALLBACK (on_over_cb), &over);
  hearten_sittings_start (again);
  hearten_test_clock_advance (home->clock, 3000);
  wait_over (&over, hearten_sittings_find_running (again, "tip-18"));
  g_assert_nonnull (hearten_sittings_find_running (again, "tip-21"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/urges/steps", test_steps);
  g_test_add_func ("/urges/open-for-a-day", test_open_for_a_day);
  g_test_add_func ("/urges/count", test_count);
  g_test_add_func ("/urges/contact", test_contact);
  g_test_add_func ("/sittings/kept", test_sittings);
  g_test_add_func ("/sittings/ended-early", test_sitting_ended_early);
  g_test_add_func ("/sittings/over", test_sitting_over);
  g_test_add_func ("/sittings/started-before", test_sitting_started_before);

  return g_test_run ();
}
