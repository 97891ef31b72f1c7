/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day.h"
#include "hearten-instant.h"
#include "hearten-json.h"
#include "hearten-reminders.h"
#include "hearten-test-home.h"
#include "hearten-test-house.h"

/* Reminders that count their days along a space period or a dated record. */

typedef struct
{
  HeartenTestHome *home;
  HeartenSpaces *spaces;
  HeartenReminders *plans; /* stands for any kind of record that has a date */
  HeartenAnchors *anchors;
  HeartenReminders *reminders;
  guint changes;
} Fixture;

static gboolean
get_day_of_plan (HeartenRecord *record, GDate *day, gpointer user_data)
{
  guint32 julian = hearten_rule_get_parts (hearten_reminder_get_rule (HEARTEN_REMINDER (record)))->day;

  g_date_clear (day, 1);
  if (julian > 0)
    g_date_set_julian (day, julian);
  return julian > 0;
}

static void
on_rows_changed_cb (Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-01T11:00:00Z", "Europe/Berlin");
  fixture->spaces = hearten_spaces_new (fixture->home->store);
  fixture->plans = hearten_reminders_new (fixture->home->store);
  fixture->reminders = hearten_reminders_new (fixture->home->store);
  fixture->anchors = hearten_anchors_new (fixture->spaces);
  hearten_anchors_add (fixture->anchors, HEARTEN_RECORDS (fixture->plans), get_day_of_plan, NULL);
  hearten_reminders_set_anchors (fixture->reminders, fixture->anchors);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_clear_object (&fixture->reminders);
  g_clear_object (&fixture->anchors);
  g_clear_object (&fixture->plans);
  g_clear_object (&fixture->spaces);
  g_clear_pointer (&fixture->home, hearten_test_home_free);
}

static HeartenReminder *
add (Fixture *fixture, const char *text)
{
  g_autoptr (HeartenRule) rule = hearten_test_rule (text);

  return hearten_reminders_add (fixture->reminders, HEARTEN_PURPOSE_SPACE, "Room", rule, NULL);
}

/* The days on which it comes from now on, such as "2026-11-03 2026-11-07"; no more than eight. */
static void
expect_days (Fixture *fixture, HeartenReminder *reminder, const char *expected)
{
  g_autoptr (HeartenRule) rule = hearten_reminders_dup_rule (fixture->reminders, reminder);
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (HEARTEN_CLOCK (fixture->home->clock));
  g_autoptr (GString) days = g_string_new (NULL);
  HeartenOccurrence next = { hearten_clock_get_now (HEARTEN_CLOCK (fixture->home->clock)), 0, 0 };

  for (int i = 0; i < 8 && rule != NULL && hearten_rule_next (rule, next.instant, zone, &next); i++)
    {
      g_autofree char *text = NULL;
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, next.julian);
      text = hearten_day_format (&day);
      g_string_append_printf (days, "%s%s", i > 0 ? " " : "", text);
    }
  g_assert_cmpstr (days->str, ==, expected);
}

#define SPACE(on) "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[" on "],\"times\":[\"20:00\"]}"

static void
go_to (Fixture *fixture, const char *now)
{
  hearten_test_clock_set_now (fixture->home->clock, now);
  hearten_spaces_refresh (fixture->spaces);
}

/* Along the space period */

static void
test_none (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("3,7"));

  expect_days (fixture, reminder, "");
  g_assert_cmpint (hearten_reminders_get_next (fixture->reminders, reminder), ==, 0);
  g_assert_null (hearten_reminders_dup_next (fixture->reminders, NULL));
}

static void
test_milestones (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("3,7,14,21,30"));
  g_autoptr (HeartenReminder) next = NULL;
  gint64 instant = 0;
  g_autofree char *text = NULL;

  hearten_spaces_begin (fixture->spaces, 30, NULL);
  expect_days (fixture, reminder, "2026-11-03 2026-11-07 2026-11-14 2026-11-21 2026-11-30");
  next = hearten_reminders_dup_next (fixture->reminders, &instant);
  g_assert_true (next == reminder);
  text = hearten_instant_to_text (instant);
  g_assert_cmpstr (text, ==, "2026-11-03T19:00:00Z");
}

static void
test_beyond_the_end (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("3,7,14,21,30"));

  hearten_spaces_begin (fixture->spaces, 14, NULL);
  expect_days (fixture, reminder, "2026-11-03 2026-11-07 2026-11-14");
}

static void
test_last_day (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("0,-1,-20"));

  hearten_spaces_begin (fixture->spaces, 14, NULL);
  expect_days (fixture, reminder, "2026-11-13 2026-11-14");
}

static void
test_open_end (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("0,30,365"));

  hearten_spaces_begin (fixture->spaces, 0, NULL);
  expect_days (fixture, reminder, "2026-11-30 2027-10-31");
}

static void
test_extended (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("14,21,0"));
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 14, NULL);

  expect_days (fixture, reminder, "2026-11-14");
  g_signal_connect_swapped (fixture->reminders, "items-changed", G_CALLBACK (on_rows_changed_cb), fixture);
  hearten_spaces_extend (fixture->spaces, period, 10);
  g_assert_cmpuint (fixture->changes, >, 0);
  expect_days (fixture, reminder, "2026-11-14 2026-11-21 2026-11-24");
}

static void
test_ended (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("3,7,0"));
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 14, NULL);

  go_to (fixture, "2026-11-05T11:00:00Z");
  expect_days (fixture, reminder, "2026-11-07 2026-11-14");
  hearten_spaces_end (fixture->spaces, period);
  expect_days (fixture, reminder, "");
}

/* What came on the last day may have been snoozed for a week. */
static void
test_ran_out (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("3"));
  g_autoptr (HeartenRule) now = NULL;
  g_autoptr (HeartenRule) in_a_week = NULL;
  g_autoptr (HeartenRule) later = NULL;

  hearten_spaces_begin (fixture->spaces, 3, NULL);
  hearten_test_clock_advance (fixture->home->clock, 3 * 24 * 3600);
  hearten_spaces_refresh (fixture->spaces);
  g_assert_null (hearten_spaces_get_active (fixture->spaces));
  now = hearten_reminders_dup_rule (fixture->reminders, reminder);
  g_assert_nonnull (now);
  expect_days (fixture, reminder, "");
  hearten_test_clock_advance (fixture->home->clock, 6 * 24 * 3600);
  in_a_week = hearten_reminders_dup_rule (fixture->reminders, reminder);
  g_assert_nonnull (in_a_week);
  hearten_test_clock_advance (fixture->home->clock, 24 * 3600);
  later = hearten_reminders_dup_rule (fixture->reminders, reminder);
  g_assert_null (later);
}

static void
test_ended_by_the_user (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("1"));

  hearten_spaces_end (fixture->spaces, hearten_spaces_begin (fixture->spaces, 3, NULL));
  hearten_test_clock_advance (fixture->home->clock, 24 * 3600);
  hearten_spaces_refresh (fixture->spaces);
  g_assert_null (hearten_reminders_dup_rule (fixture->reminders, reminder));
}

static void
test_deleted_and_begun_again (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("3"));
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 14, NULL);

  hearten_records_delete (HEARTEN_RECORDS (fixture->spaces), HEARTEN_RECORD (period));
  expect_days (fixture, reminder, "");
  go_to (fixture, "2026-11-10T11:00:00Z");
  hearten_spaces_begin (fixture->spaces, 7, NULL);
  expect_days (fixture, reminder, "2026-11-12");
}

static void
test_resting (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("3,7,0"));
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 14, NULL);

  go_to (fixture, "2026-11-05T11:00:00Z");
  hearten_spaces_rest (fixture->spaces, period);
  expect_days (fixture, reminder, "");
  go_to (fixture, "2026-11-08T11:00:00Z");
  hearten_spaces_go_on (fixture->spaces, period);
  /* Three days of rest: day 7 and the end come three days later. */
  expect_days (fixture, reminder, "2026-11-10 2026-11-17");
}

/* Over a change of clocks a day of the period is still a day. */
static void
test_change_of_clocks (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("2"));
  g_autofree char *text = NULL;

  go_to (fixture, "2026-10-24T11:00:00Z");
  hearten_spaces_begin (fixture->spaces, 14, NULL);
  text = hearten_instant_to_text (hearten_reminders_get_next (fixture->reminders, reminder));
  g_assert_cmpstr (text, ==, "2026-10-25T19:00:00Z");
}

/* What the days were before the period was made longer was not missed. */
static void
test_since (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add (fixture, SPACE ("0"));
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 14, NULL);

  go_to (fixture, "2026-11-05T11:00:00Z");
  hearten_spaces_extend (fixture->spaces, period, 1);
  g_assert_cmpint (hearten_reminders_get_since (fixture->reminders, reminder), ==,
                   hearten_clock_get_now (HEARTEN_CLOCK (fixture->home->clock)));
}

/* Along a plan with a date */

static HeartenReminder *
add_plan (Fixture *fixture, const char *day)
{
  g_autofree char *text = g_strdup_printf ("{\"repeat\":\"once\",\"day\":\"%s\",\"times\":[\"12:00\"]}", day);
  g_autoptr (HeartenRule) rule = hearten_test_rule (text);

  return hearten_reminders_add (fixture->plans, HEARTEN_PURPOSE_OWN, "Concert", rule, NULL);
}

static HeartenReminder *
add_for_plan (Fixture *fixture, gpointer plan)
{
  g_autofree char *text = g_strdup_printf (
      "{\"repeat\":\"relative\",\"to\":\"%s\",\"on\":[-7,0,2],\"times\":[\"20:00\"]}",
      hearten_record_get_id (plan));

  return add (fixture, text);
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *reminder = add_for_plan (fixture, add_plan (fixture, "2026-12-24"));

  expect_days (fixture, reminder, "2026-12-17 2026-12-24 2026-12-25");
}

static void
test_plan_moved (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *plan = add_plan (fixture, "2026-12-24");
  HeartenReminder *reminder = add_for_plan (fixture, plan);
  g_autoptr (HeartenRule)
      later = hearten_test_rule ("{\"repeat\":\"once\",\"day\":\"2026-12-31\",\"times\":[\"12:00\"]}");
  g_autoptr (HeartenRule) none = hearten_test_rule ("{\"repeat\":\"daily\",\"times\":[\"12:00\"]}");

  hearten_reminders_set_rule (fixture->plans, plan, later);
  expect_days (fixture, reminder, "2026-12-24 2026-12-31 2027-01-01");
  hearten_reminders_set_rule (fixture->plans, plan, none);
  expect_days (fixture, reminder, "");
}

static void
test_plan_deleted (Fixture *fixture, gconstpointer data)
{
  HeartenReminder *plan = add_plan (fixture, "2026-12-24");
  HeartenReminder *reminder = add_for_plan (fixture, plan);

  hearten_records_delete (HEARTEN_RECORDS (fixture->plans), HEARTEN_RECORD (plan));
  expect_days (fixture, reminder, "");
}

typedef struct
{
  HeartenItems *items;
  HeartenItem *item;
  HeartenSituations *situations;
  HeartenReminder *reminder;
} Plan;

static void
plan_clear (Plan *plan)
{
  g_clear_object (&plan->items);
  g_clear_object (&plan->situations);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* A plan of a tip's list, on Christmas Eve */
static void
make_plan (Plan *plan, Fixture *fixture, const char *tip, const char *face, const char *column)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  g_autoptr (HeartenGate) gate = NULL;

  plan->situations = hearten_situations_new (fixture->home->store);
  hearten_situations_set_contact (plan->situations, HEARTEN_CONTACT_OPEN);
  gate = hearten_gate_new (plan->situations, fixture->spaces);
  plan->items = hearten_items_new (fixture->home->store);
  hearten_anchors_add_plans (fixture->anchors, plan->items, tips, gate);
  plan->item = hearten_items_add (plan->items, tip, face, "The sea", NULL);
  plan->reminder = add_for_plan (fixture, plan->item);
  expect_days (fixture, plan->reminder, "");
  hearten_items_set_column (plan->items, plan->item, column, "2026-12-24");
  expect_days (fixture, plan->reminder, "2026-12-17 2026-12-24 2026-12-25");
}

static void
test_item (Fixture *fixture, gconstpointer data)
{
  g_auto (Plan) plan = { 0 };
  HeartenRecord *record;

  make_plan (&plan, fixture, "tip-22", "both", "on");
  record = HEARTEN_RECORD (plan.item);
  g_assert_true (hearten_reminders_find_anchor (fixture->reminders, plan.reminder) == record);
  g_assert_true (hearten_reminders_find_for (fixture->reminders, hearten_record_get_id (record)) ==
                 plan.reminder);

  hearten_items_set_text (plan.items, plan.item, "The mountains");
  hearten_items_set_column (plan.items, plan.item, "on", "2026-12-28");
  expect_days (fixture, plan.reminder, "2026-12-21 2026-12-28 2026-12-29");
  hearten_items_set_archived (plan.items, plan.item, TRUE);
  expect_days (fixture, plan.reminder, "");
  g_assert_null (hearten_reminders_find_anchor (fixture->reminders, plan.reminder));
  hearten_items_set_archived (plan.items, plan.item, FALSE);
  expect_days (fixture, plan.reminder, "2026-12-21 2026-12-28 2026-12-29");
}

static void
test_item_deleted (Fixture *fixture, gconstpointer data)
{
  g_auto (Plan) plan = { 0 };

  make_plan (&plan, fixture, "tip-22", "both", "on");
  hearten_records_delete (HEARTEN_RECORDS (plan.items), HEARTEN_RECORD (plan.item));
  expect_days (fixture, plan.reminder, "");
  g_assert_null (hearten_reminders_find_anchor (fixture->reminders, plan.reminder));
  g_assert_cmpint (hearten_record_get_deleted (HEARTEN_RECORD (plan.reminder)), ==, 0);
  hearten_records_restore (HEARTEN_RECORDS (plan.items), HEARTEN_RECORD (plan.item));
  expect_days (fixture, plan.reminder, "2026-12-17 2026-12-24 2026-12-25");
}

static void
test_item_done (Fixture *fixture, gconstpointer data)
{
  g_auto (Plan) plan = { 0 };

  make_plan (&plan, fixture, "tip-22", "both", "on");
  hearten_items_set_state (plan.items, plan.item, "planned", FALSE);
  expect_days (fixture, plan.reminder, "2026-12-17 2026-12-24 2026-12-25");
  hearten_items_set_state (plan.items, plan.item, "done", FALSE);
  expect_days (fixture, plan.reminder, "");
}

/* Nothing is reminded of that is about the two of you while contact is not welcome. */
static void
test_item_behind_the_gate (Fixture *fixture, gconstpointer data)
{
  g_auto (Plan) plan = { 0 };
  guint before;

  make_plan (&plan, fixture, "tip-08", "together", "when");
  g_signal_connect_swapped (fixture->reminders, "items-changed", G_CALLBACK (on_rows_changed_cb), fixture);
  before = fixture->changes;
  hearten_situations_set_contact (plan.situations, HEARTEN_CONTACT_NO);
  expect_days (fixture, plan.reminder, "");
  g_assert_cmpuint (fixture->changes, >, before);
  hearten_situations_set_contact (plan.situations, HEARTEN_CONTACT_OPEN);
  expect_days (fixture, plan.reminder, "2026-12-17 2026-12-24 2026-12-25");
}

/* In files */

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    SPACE ("3,-1,0,3"),
    "{\"repeat\":\"dates\",\"dates\":[\"2026-12-24\",\"2026-11-29\"],\"times\":[\"20:00\"],"
    "\"zone\":\"Europe/Berlin\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HeartenRule) rule = hearten_test_rule (texts[i]);
      g_autoptr (JsonObject) object = hearten_rule_to_json (rule);
      g_autoptr (HeartenRule) again = hearten_rule_from_json (object, NULL);

      g_assert_nonnull (again);
      g_assert_true (hearten_rule_equal (rule, again));
      g_assert_cmpuint (hearten_rule_get_parts (rule)->n_on, ==, i == 0 ? 3 : 2);
    }
}

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "{\"repeat\":\"relative\",\"on\":[3],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"\",\"on\":[3],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"space\",\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[4000],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[1.5],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[\"3\"],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[-9223372036854775808],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[3]}",
    "{\"repeat\":\"dates\",\"dates\":[],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"dates\",\"dates\":[\"2026-02-30\"],\"times\":[\"20:00\"]}",
    "{\"repeat\":\"daily\",\"to\":\"space\",\"times\":[\"20:00\"]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (JsonObject) object = hearten_json_read (bytes, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_rule_from_json (object, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/anchors/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("none", test_none);
  ADD ("milestones", test_milestones);
  ADD ("beyond-the-end", test_beyond_the_end);
  ADD ("last-day", test_last_day);
  ADD ("open-end", test_open_end);
  ADD ("extended", test_extended);
  ADD ("ended", test_ended);
  ADD ("ran-out", test_ran_out);
  ADD ("ended-by-the-user", test_ended_by_the_user);
  ADD ("deleted-and-begun-again", test_deleted_and_begun_again);
  ADD ("resting", test_resting);
  ADD ("change-of-clocks", test_change_of_clocks);
  ADD ("since", test_since);
  ADD ("plan", test_plan);
  ADD ("plan-moved", test_plan_moved);
  ADD ("plan-deleted", test_plan_deleted);
  ADD ("item", test_item);
  ADD ("item-deleted", test_item_deleted);
  ADD ("item-done", test_item_done);
  ADD ("item-behind-the-gate", test_item_behind_the_gate);
  ADD ("round-trip", test_round_trip);
  ADD ("bad", test_bad);

  return g_test_run ();
}
