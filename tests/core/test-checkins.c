/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-checkins.h"
#include "hearten-insights.h"
#include "hearten-test-home.h"
#include "hearten-tips.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenCheckins *checkins;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  fixture->checkins = hearten_checkins_new (fixture->home->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->checkins);
  hearten_test_home_free (fixture->home);
}

static HeartenCheckin *
find_last (Fixture *fixture)
{
  return hearten_checkins_find_last (fixture->checkins, "tip-03", "both");
}

static HeartenCheckin *
find_half_done (Fixture *fixture, const char *every)
{
  return hearten_checkins_find_half_done (fixture->checkins, "tip-03", "both", every);
}

static gboolean
is_due (Fixture *fixture, const char *every)
{
  return hearten_checkins_is_due (fixture->checkins, "tip-03", "both", every);
}

/* Answers one question, and finishes. */
static void
check_in (Fixture *fixture, const char *sleep)
{
  g_autoptr (HeartenCheckin) checkin = hearten_checkins_begin (fixture->checkins, "tip-03", "both", "week");

  hearten_checkins_set_answer (fixture->checkins, checkin, "sleep", sleep);
  hearten_checkins_finish (fixture->checkins, checkin, "ordinary");
}

static void
test_half_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenCheckin) checkin = NULL, again = NULL, much_later = NULL;

  checkin = hearten_checkins_begin (fixture->checkins, "tip-03", "both", "week");
  g_assert_null (find_half_done (fixture, "week"));
  hearten_checkins_set_answer (fixture->checkins, checkin, "sleep", "2");
  g_assert_true (find_half_done (fixture, "week") == checkin);

  hearten_test_clock_set_now (fixture->home->clock, "2026-11-28T20:00:00Z");
  g_assert_null (find_half_done (fixture, "once"));
  again = hearten_checkins_begin (fixture->checkins, "tip-03", "both", "week");
  g_assert_true (again == checkin);
  g_assert_false (is_due (fixture, "week"));
  g_assert_cmpint (hearten_checkin_get_number (again, "sleep"), ==, 2);

  hearten_test_clock_set_now (fixture->home->clock, "2026-12-28T20:00:00Z");
  g_assert_null (find_half_done (fixture, "week"));
  much_later = hearten_checkins_begin (fixture->checkins, "tip-03", "both", "week");
  g_assert_cmpint (hearten_checkin_get_number (much_later, "sleep"), ==, 0);
  g_assert_cmpint (hearten_checkin_get_number (checkin, "sleep"), ==, 2);
}

static void
test_finish (Fixture *fixture, gconstpointer data)
{
  HeartenCheckin *last;

  check_in (fixture, "4");
  last = find_last (fixture);
  g_assert_nonnull (last);
  g_assert_null (find_half_done (fixture, "week"));
  g_assert_cmpstr (hearten_checkin_get_outcome (last), ==, "ordinary");
}

static guint
count_trend (Fixture *fixture)
{
  g_autoptr (GArray) trend = hearten_checkins_dup_trend (fixture->checkins, "tip-03", "both", "sleep");

  return trend->len;
}

/* Changed after midnight, and left before it was finished again. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenCheckin) next = NULL;
  HeartenCheckin *last;
  GDate before, day;

  check_in (fixture, "4");
  last = find_last (fixture);
  before = hearten_checkin_get_day (last);
  hearten_test_clock_set_now (fixture->home->clock, "2026-11-24T08:00:00Z");
  hearten_checkins_set_answer (fixture->checkins, last, "sleep", "5");
  g_assert_true (find_last (fixture) == last);
  g_assert_null (find_half_done (fixture, "week"));
  g_assert_cmpuint (count_trend (fixture), ==, 1);
  hearten_checkins_finish (fixture->checkins, last, "steady");
  day = hearten_checkin_get_day (last);
  g_assert_cmpint (g_date_compare (&day, &before), ==, 0);

  hearten_checkins_set_answer (fixture->checkins, last, "sleep", "3");
  hearten_test_clock_set_now (fixture->home->clock, "2026-12-01T20:00:00Z");
  next = hearten_checkins_begin (fixture->checkins, "tip-03", "both", "week");
  g_assert_true (next != last);
  g_assert_cmpint (hearten_checkin_get_number (last, "sleep"), ==, 3);
  g_assert_cmpuint (count_trend (fixture), ==, 1);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_due (fixture, "week"));
  check_in (fixture, "4");
  g_assert_false (is_due (fixture, "week"));
  hearten_test_clock_set_now (fixture->home->clock, "2026-11-29T20:00:00Z");
  g_assert_false (is_due (fixture, "week"));
  g_assert_true (is_due (fixture, "day"));
  g_assert_false (is_due (fixture, "once"));
  hearten_test_clock_set_now (fixture->home->clock, "2026-11-30T20:00:00Z");
  g_assert_true (is_due (fixture, "week"));
  hearten_test_clock_set_now (fixture->home->clock, "2027-02-01T20:00:00Z");
  g_assert_false (is_due (fixture, "week"));
}

static void
test_trend (Fixture *fixture, gconstpointer data)
{
  static const char *const days[] = { "2026-11-23T20:00:00Z", "2026-11-30T20:00:00Z", "2026-11-30T21:00:00Z",
                                      "2026-12-14T20:00:00Z" };
  static const char *const answers[] = { "1", "4", "3", "5" };
  g_autoptr (GArray) trend = NULL, none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      hearten_test_clock_set_now (fixture->home->clock, days[i]);
      check_in (fixture, answers[i]);
    }
  trend = hearten_checkins_dup_trend (fixture->checkins, "tip-03", "both", "sleep");
  none = hearten_checkins_dup_trend (fixture->checkins, "tip-03", "own", "sleep");
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (trend->len, ==, 3);
  g_assert_cmpfloat (g_array_index (trend, HeartenDayMood, 0).mood, ==, -2);
  g_assert_cmpfloat (g_array_index (trend, HeartenDayMood, 1).mood, ==, 0);
  g_assert_cmpfloat (g_array_index (trend, HeartenDayMood, 2).mood, ==, 2);
  g_assert_cmpuint (g_array_index (trend, HeartenDayMood, 2).julian -
                        g_array_index (trend, HeartenDayMood, 1).julian,
                    ==, 14);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenCheckins) again = hearten_checkins_new (fixture->home->store);
  HeartenCheckin *last;

  check_in (fixture, "4");
  hearten_checkins_set_answer (fixture->checkins, find_last (fixture), "who", "who-friend");
  hearten_checkins_finish (fixture->checkins, find_last (fixture), "steady");
  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);
  last = hearten_checkins_find_last (again, "tip-03", "both");
  g_assert_cmpint (hearten_checkin_get_number (last, "sleep"), ==, 4);
  g_assert_cmpstr (hearten_checkin_get_answer (last, "who"), ==, "who-friend");
  g_assert_cmpint (hearten_checkin_get_number (last, "who"), ==, 0);
  g_assert_cmpstr (hearten_checkin_get_outcome (last), ==, "steady");
}

/* What seems wise, from the tips themselves */

static const struct
{
  const char *tip;
  const char *answers;
  HeartenNeeds met;
  const char *outcome;
} outcomes[] = {
  { "tip-03", "sleep=1 hope=1", HEARTEN_NEEDS_NOTHING, "dark" },
  { "tip-03", "sleep=1 hope=2", HEARTEN_NEEDS_NOTHING, "tired" },
  { "tip-03", "sleep=3 hope=3 wish=5 calm=5", HEARTEN_NEEDS_NOTHING, "pull" },
  { "tip-03", "sleep=3 hope=3 wish=3 calm=4", HEARTEN_NEEDS_NOTHING, "steady" },
  { "tip-03", "sleep=3 hope=3 wish=3 calm=3", HEARTEN_NEEDS_NOTHING, "ordinary" },
  { "tip-03", "", HEARTEN_NEEDS_NOTHING, "ordinary" },
  { "tip-09", "welcome=fear reason=practical", HEARTEN_NEEDS_CONTACT | HEARTEN_NEEDS_MATTER, "safe" },
  { "tip-09", "welcome=yes reason=kind open=5 silence=5 calm=5", HEARTEN_NEEDS_CONTACT, "go" },
  { "tip-09", "welcome=yes reason=kind open=5 silence=5 calm=5", HEARTEN_NEEDS_MATTER, "wait" },
  { "tip-09", "welcome=yes reason=jealous open=5 silence=5 calm=5", HEARTEN_NEEDS_CONTACT, "wait-jealous" },
  { "tip-09", "welcome=unsure reason=practical open=5 silence=5 calm=5", HEARTEN_NEEDS_MATTER,
    "to-the-matter" },
  { "tip-09", "welcome=unsure reason=practical open=5 silence=5 calm=5", HEARTEN_NEEDS_NOTHING, "waiting" },
};

static void
answer (Fixture *fixture, HeartenCheckin *checkin, const char *answers)
{
  g_auto (GStrv) parts = g_strsplit (answers, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) part = g_strsplit (parts[i], "=", 2);

      hearten_checkins_set_answer (fixture->checkins, checkin, part[0], part[1]);
    }
}

static void
test_outcomes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      HeartenTipFace *face = hearten_tip_get_own_face (hearten_tips_find (tips, outcomes[i].tip));
      g_autoptr (HeartenCheckin)
          checkin = hearten_record_new (HEARTEN_TYPE_CHECKIN, HEARTEN_CLOCK (fixture->home->clock));
      const HeartenTipNode *outcome;

      if (*outcomes[i].answers != '\0')
        {
          g_clear_object (&checkin);
          checkin = hearten_checkins_begin (fixture->checkins, outcomes[i].tip, "both", "once");
          answer (fixture, checkin, outcomes[i].answers);
        }
      outcome = hearten_checkin_choose_outcome (checkin, hearten_tip_face_get_activity (face, 0),
                                                outcomes[i].met);
      g_assert_cmpstr (hearten_tip_node_get_id (outcome), ==, outcomes[i].outcome);
      if (*outcomes[i].answers != '\0')
        hearten_checkins_finish (fixture->checkins, checkin, outcomes[i].outcome);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/checkins/half-done", test_half_done);
  ADD ("/checkins/finish", test_finish);
  ADD ("/checkins/change", test_change);
  ADD ("/checkins/due", test_due);
  ADD ("/checkins/trend", test_trend);
  ADD ("/checkins/kept", test_kept);
  ADD ("/checkins/outcomes", test_outcomes);
  return g_test_run ();
}
