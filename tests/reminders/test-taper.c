/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day.h"
#include "hearten-json.h"
#include "hearten-reminders.h"
#include "hearten-taper.h"
#include "hearten-test-home.h"

/* A lighter rhythm is offered when a reminder has done its work, and only then. */

typedef struct
{
  HeartenTestHome *home;
  HeartenReminders *reminders;
  HeartenReminder *reminder;
  HeartenReminderReport *report;
} Fixture;

static HeartenRule *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JsonObject) object = hearten_json_read (bytes, NULL);
  HeartenRule *rule = hearten_rule_from_json (object, NULL);

  g_assert_nonnull (rule);
  return rule;
}

#define DAILY "{\"repeat\":\"daily\",\"times\":[\"21:00\"]}"

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = parse (DAILY);

  fixture->home = hearten_test_home_new ("2026-11-23T11:00:00Z", "Europe/Berlin");
  fixture->reminders = hearten_reminders_new (fixture->home->store);
  fixture->reminder = hearten_reminders_add (fixture->reminders, HEARTEN_PURPOSE_PATIENCE, "Breathe", rule,
                                             NULL);
  fixture->report = hearten_reminder_report_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  hearten_reminder_report_free (fixture->report);
  g_clear_object (&fixture->reminders);
  g_clear_pointer (&fixture->home, hearten_test_home_free);
}

static void
add_past (Fixture *fixture, const char *id, int days_ago, HeartenLedgerState state, HeartenLedgerWhy why)
{
  g_autofree char *key = g_strdup_printf ("%s@%d", id, days_ago);
  HeartenReminderPast past = { .key = key,
                               .state = state,
                               .why = why,
                               .due = hearten_clock_get_now (HEARTEN_CLOCK (fixture->home->clock)) -
                                      (gint64) days_ago * G_TIME_SPAN_DAY };

  hearten_reminder_report_add_past (fixture->report, &past);
}

static void
add_days (Fixture *fixture, int from, int to, HeartenLedgerState state)
{
  for (int i = from; i <= to; i++)
    add_past (fixture, hearten_record_get_id (HEARTEN_RECORD (fixture->reminder)), i, state,
              HEARTEN_LEDGER_WHY_NONE);
}

static HeartenRule *
get_offer (Fixture *fixture)
{
  GDate today = hearten_day_today (HEARTEN_CLOCK (fixture->home->clock));

  return hearten_taper_offer (fixture->reminder, fixture->report, &today);
}

static void
test_offered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = NULL;

  add_days (fixture, 1, 16, HEARTEN_LEDGER_STATE_DONE);
  add_days (fixture, 17, 19, HEARTEN_LEDGER_STATE_SHOWN);
  rule = get_offer (fixture);
  g_assert_nonnull (rule);
  g_assert_cmpint (hearten_rule_get_repeat (rule), ==, HEARTEN_REPEAT_DAYS);
  g_assert_cmpint (hearten_rule_get_parts (rule)->every, ==, 2);
  g_assert_cmpint (hearten_rule_get_first_minute (rule), ==, 21 * 60);
}

static void
test_too_early (Fixture *fixture, gconstpointer data)
{
  add_days (fixture, 1, 10, HEARTEN_LEDGER_STATE_DONE);
  g_assert_null (get_offer (fixture));
}

static void
test_not_done (Fixture *fixture, gconstpointer data)
{
  add_days (fixture, 1, 10, HEARTEN_LEDGER_STATE_DONE);
  add_days (fixture, 11, 20, HEARTEN_LEDGER_STATE_SHOWN);
  g_assert_null (get_offer (fixture));
}

/* What the user did not see says nothing. */
static void
test_skipped_do_not_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = NULL;

  add_days (fixture, 1, 6, HEARTEN_LEDGER_STATE_SKIPPED);
  add_days (fixture, 7, 16, HEARTEN_LEDGER_STATE_DONE);
  rule = get_offer (fixture);
  g_assert_nonnull (rule);
}

static void
test_others_and_tries_do_not_count (Fixture *fixture, gconstpointer data)
{
  const char *id = hearten_record_get_id (HEARTEN_RECORD (fixture->reminder));

  for (int i = 1; i < 20; i++)
    {
      add_past (fixture, "another", i, HEARTEN_LEDGER_STATE_DONE, HEARTEN_LEDGER_WHY_NONE);
      add_past (fixture, id, i, HEARTEN_LEDGER_STATE_DONE, HEARTEN_LEDGER_WHY_TRY);
    }
  g_assert_null (get_offer (fixture));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = NULL;

  add_days (fixture, 1, 20, HEARTEN_LEDGER_STATE_DONE);
  hearten_reminders_keep_rule (fixture->reminders, fixture->reminder);
  g_assert_null (get_offer (fixture));

  hearten_test_clock_advance (fixture->home->clock, 60 * 24 * 60 * 60);
  g_ptr_array_set_size (fixture->report->past, 0);
  add_days (fixture, 1, 20, HEARTEN_LEDGER_STATE_DONE);
  rule = get_offer (fixture);
  g_assert_nonnull (rule);
}

static void
test_switched_off (Fixture *fixture, gconstpointer data)
{
  add_days (fixture, 1, 20, HEARTEN_LEDGER_STATE_DONE);
  hearten_reminders_set_enabled (fixture->reminders, fixture->reminder, FALSE);
  g_assert_null (get_offer (fixture));
}

static void
test_lighter (void)
{
  static const char *const cases[][2] = {
    { "{\"repeat\":\"daily\",\"times\":[\"08:00\",\"12:00\",\"21:00\"]}",
      "{\"repeat\":\"daily\",\"times\":[\"08:00\",\"21:00\"]}" },
    { DAILY, "{\"repeat\":\"days\",\"every\":2,\"from\":\"2026-11-24\",\"times\":[\"21:00\"]}" },
    { "{\"repeat\":\"days\",\"every\":2,\"from\":\"2026-01-01\",\"times\":[\"21:00\"]}",
      "{\"repeat\":\"days\",\"every\":4,\"from\":\"2026-11-24\",\"times\":[\"21:00\"]}" },
    { "{\"repeat\":\"days\",\"every\":7,\"from\":\"2026-01-01\",\"times\":[\"21:00\"]}", NULL },
    { "{\"repeat\":\"days\",\"every\":10,\"from\":\"2026-01-01\",\"times\":[\"21:00\"]}", NULL },
    { "{\"repeat\":\"weekly\",\"weekdays\":[\"mon\",\"thu\"],\"times\":[\"21:00\"]}",
      "{\"repeat\":\"weekly\",\"weekdays\":[\"mon\"],\"times\":[\"21:00\"]}" },
    { "{\"repeat\":\"weekly\",\"weekdays\":[\"mon\"],\"times\":[\"21:00\"]}",
      "{\"repeat\":\"weekly\",\"every\":2,\"from\":\"2026-11-23\",\"weekdays\":[\"mon\"],\"times\":[\"21:"
      "00\"]}" },
    { "{\"repeat\":\"weekly\",\"every\":2,\"from\":\"2026-11-23\",\"weekdays\":[\"mon\"],\"times\":[\"21:"
      "00\"]}",
      NULL },
    { "{\"repeat\":\"hourly\",\"every\":2,\"between\":[\"09:00\",\"21:00\"]}",
      "{\"repeat\":\"hourly\",\"every\":4,\"between\":[\"09:00\",\"21:00\"]}" },
    { "{\"repeat\":\"hourly\",\"every\":8,\"between\":[\"09:00\",\"21:00\"]}", NULL },
    { "{\"repeat\":\"moments\",\"count\":3,\"between\":[\"09:00\",\"21:00\"]}",
      "{\"repeat\":\"moments\",\"count\":2,\"between\":[\"09:00\",\"21:00\"]}" },
    { "{\"repeat\":\"moments\",\"count\":1,\"between\":[\"09:00\",\"21:00\"]}", NULL },
    { "{\"repeat\":\"monthly\",\"date\":5,\"times\":[\"21:00\"]}", NULL },
    { "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[3],\"times\":[\"21:00\"]}", NULL },
  };
  GDate today;

  g_assert_true (hearten_day_parse ("2026-11-23", &today));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeartenRule) rule = parse (cases[i][0]);
      g_autoptr (HeartenRule) expected = cases[i][1] != NULL ? parse (cases[i][1]) : NULL;
      g_autoptr (HeartenRule) lighter = hearten_taper_lighten (rule, &today);

      g_test_message ("%s", cases[i][0]);
      g_assert_true ((lighter == NULL) == (expected == NULL));
      g_assert_true (lighter == NULL || hearten_rule_equal (lighter, expected));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/taper/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("offered", test_offered);
  ADD ("too-early", test_too_early);
  ADD ("not-done", test_not_done);
  ADD ("skipped-do-not-count", test_skipped_do_not_count);
  ADD ("others-and-tries-do-not-count", test_others_and_tries_do_not_count);
  ADD ("kept", test_kept);
  ADD ("switched-off", test_switched_off);
  g_test_add_func ("/taper/lighter", test_lighter);

  return g_test_run ();
}
