/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hearten-instant.h"
#include "hearten-service.h"
#include "hearten-test-clock.h"

/* A notifier that remembers */

#define TEST_TYPE_NOTIFIER (test_notifier_get_type ())
G_DECLARE_FINAL_TYPE (TestNotifier, test_notifier, TEST, NOTIFIER, GObject)

struct _TestNotifier
{
  GObject parent_instance;

  GPtrArray *shown; /* of char *: keys */
  GPtrArray *withdrawn;
  guint missed;
  guint summaries;
  const char *ledger_path;
  char *ledger_then; /* the ledger on the disk while something is shown */
};

static gboolean
test_notifier_show (HeartenNotifier *notifier,
                    const char *key,
                    const char *title,
                    const char *body,
                    const char *page)
{
  TestNotifier *self = TEST_NOTIFIER (notifier);

  g_ptr_array_add (self->shown, g_strdup (key));
  g_clear_pointer (&self->ledger_then, g_free);
  g_assert_true (g_file_get_contents (self->ledger_path, &self->ledger_then, NULL, NULL));
  return TRUE;
}

static gboolean
test_notifier_show_summary (HeartenNotifier *notifier, HeartenSummary kind, guint count)
{
  TEST_NOTIFIER (notifier)->missed += count;
  TEST_NOTIFIER (notifier)->summaries++;
  return TRUE;
}

static void
test_notifier_withdraw (HeartenNotifier *notifier, const char *key)
{
  g_ptr_array_add (TEST_NOTIFIER (notifier)->withdrawn, g_strdup (key));
}

static void
notifier_iface_init (HeartenNotifierInterface *iface)
{
  iface->show = test_notifier_show;
  iface->show_summary = test_notifier_show_summary;
  iface->withdraw = test_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestNotifier,
                               test_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTEN_TYPE_NOTIFIER, notifier_iface_init))

static void
test_notifier_finalize (GObject *object)
{
  TestNotifier *self = TEST_NOTIFIER (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->withdrawn);
  g_free (self->ledger_then);
  G_OBJECT_CLASS (test_notifier_parent_class)->finalize (object);
}

static void
test_notifier_class_init (TestNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_notifier_finalize;
}

static void
test_notifier_init (TestNotifier *self)
{
  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->withdrawn = g_ptr_array_new_with_free_func (g_free);
}

/* The house around a service */

typedef struct
{
  char *folder;
  char *schedule_path;
  char *ledger_path;
  HeartenTestClock *clock;
  TestNotifier *notifier;
  HeartenService *service;
} House;

#define SCHEDULE(reminders) "{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":[" reminders "]}"
#define DAILY(id, time) "{\"id\":\"" id "\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"" time "\"]}}"
#define EVENING SCHEDULE (DAILY ("evening", "21:00"))

static void
write_schedule (House *house, const char *text)
{
  g_assert_true (g_file_set_contents (house->schedule_path, text, -1, NULL));
}

static void
set_up (House *house, gconstpointer data)
{
  house->folder = g_dir_make_tmp ("hearten-service-XXXXXX", NULL);
  house->schedule_path = g_build_filename (house->folder, "schedule.json", NULL);
  house->ledger_path = g_build_filename (house->folder, "ledger.json", NULL);
  house->clock = hearten_test_clock_new ("2026-11-23T12:00:00Z", "Europe/Berlin");
  house->notifier = g_object_new (TEST_TYPE_NOTIFIER, NULL);
  house->notifier->ledger_path = house->ledger_path;
  write_schedule (house, EVENING);
}

static void
tear_down (House *house, gconstpointer data)
{
  g_clear_object (&house->service);
  g_assert_finalize_object (house->notifier);
  g_assert_finalize_object (house->clock);
  g_unlink (house->schedule_path);
  g_unlink (house->ledger_path);
  g_assert_cmpint (g_rmdir (house->folder), ==, 0);
  g_free (house->folder);
  g_free (house->schedule_path);
  g_free (house->ledger_path);
}

/* Also stands for a restart after a crash: nothing is carried over but the files. */
static void
start (House *house)
{
  g_clear_object (&house->service);
  house->service = hearten_service_new (HEARTEN_CLOCK (house->clock), HEARTEN_NOTIFIER (house->notifier),
                                        house->folder);
  hearten_service_start (house->service);
}

static void
look_at (House *house, const char *now)
{
  hearten_test_clock_set_now (house->clock, now);
  hearten_service_look (house->service);
}

static void
expect_shown (House *house, guint count)
{
  g_assert_cmpuint (house->notifier->shown->len, ==, count);
}

static void
expect_state (House *house, const char *key, HeartenLedgerState state)
{
  const HeartenLedgerEntry *entry = hearten_ledger_find (hearten_service_get_ledger (house->service), key);

  g_assert_nonnull (entry);
  g_assert_cmpint (entry->state, ==, state);
}

static void
expect_wake (House *house, const char *expected)
{
  g_autofree char *wake = hearten_instant_to_text (hearten_service_get_wake (house->service));

  g_assert_cmpstr (wake, ==, expected);
}

#define KEY "evening@2026-11-23T21:00"

/* On time */

static void
test_on_time (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T19:59:59Z");
  expect_shown (house, 0);
  look_at (house, "2026-11-23T20:00:00Z");
  expect_shown (house, 1);
  g_assert_cmpstr (g_ptr_array_index (house->notifier->shown, 0), ==, KEY);
  g_assert_nonnull (strstr (house->notifier->ledger_then, "\"pending\""));
  expect_state (house, KEY, HEARTEN_LEDGER_STATE_SHOWN);
  look_at (house, "2026-11-23T20:00:30Z");
  expect_shown (house, 1);
  look_at (house, "2026-11-24T20:00:00Z");
  expect_shown (house, 2);
}

static void
test_timer (House *house, gconstpointer data)
{
  hearten_test_clock_set_now (house->clock, "2026-11-23T19:59:59Z");
  start (house);
  hearten_test_clock_advance (house->clock, 1);
  while (house->notifier->shown->len == 0)
    g_main_context_iteration (NULL, TRUE);
  expect_shown (house, 1);
}

/* Waiting */

static void
test_wake_today (House *house, gconstpointer data)
{
  start (house);
  expect_wake (house, "2026-11-23T12:01:00Z");
  look_at (house, "2026-11-23T19:59:30Z");
  expect_wake (house, "2026-11-23T20:00:00Z");
}

static void
test_wake_tomorrow (House *house, gconstpointer data)
{
  hearten_test_clock_set_now (house->clock, "2026-11-23T20:30:00Z");
  start (house);
  expect_wake (house, "2026-11-23T23:00:00Z");
  look_at (house, "2026-11-23T23:00:00Z");
  expect_wake (house, "2026-11-23T23:01:00Z");
}

static void
test_wake_never (House *house, gconstpointer data)
{
  write_schedule (house, SCHEDULE (""));
  start (house);
  g_assert_cmpint (hearten_service_get_wake (house->service), ==, 0);
  g_unlink (house->schedule_path);
  g_assert_true (hearten_service_reload (house->service, NULL));
  g_assert_cmpint (hearten_service_get_wake (house->service), ==, 0);
}

/* Once */

static void
test_restart_after_shown (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  hearten_test_clock_advance (house->clock, 5);
  start (house);
  expect_shown (house, 1);
  g_assert_cmpuint (house->notifier->summaries, ==, 0);
}

static void
test_restart_while_pending (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  /* What the disk held between noting and marking. */
  g_assert_true (g_file_set_contents (house->ledger_path, house->notifier->ledger_then, -1, NULL));
  hearten_test_clock_advance (house->clock, 5);
  start (house);
  expect_shown (house, 2);
  g_assert_cmpstr (g_ptr_array_index (house->notifier->shown, 1), ==, KEY);
  expect_state (house, KEY, HEARTEN_LEDGER_STATE_SHOWN);
}

static void
test_first_start (House *house, gconstpointer data)
{
  hearten_test_clock_set_now (house->clock, "2026-11-23T20:00:30Z");
  start (house);
  expect_shown (house, 1);
}

static void
test_off_since_first_start (House *house, gconstpointer data)
{
  start (house);
  hearten_test_clock_set_now (house->clock, "2026-11-24T09:00:00Z");
  start (house);
  expect_shown (house, 0);
  expect_state (house, KEY, HEARTEN_LEDGER_STATE_MISSED);
  g_assert_cmpuint (house->notifier->missed, ==, 1);
}

static void
test_clock_forward_and_back (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-24T20:00:00Z");
  expect_shown (house, 1);
  g_assert_cmpuint (house->notifier->missed, ==, 1);
  look_at (house, "2026-11-23T20:00:00Z");
  look_at (house, "2026-11-24T20:00:00Z");
  expect_shown (house, 1);
  g_assert_cmpuint (house->notifier->missed, ==, 1);
}

static void
test_clock_back_before_due (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T19:30:00Z");
  look_at (house, "2026-11-23T17:30:00Z");
  expect_shown (house, 0);
  look_at (house, "2026-11-23T20:00:00Z");
  expect_shown (house, 1);
}

static void
test_travel (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  hearten_test_clock_set_zone (house->clock, "America/New_York");
  look_at (house, "2026-11-24T02:00:00Z");
  expect_shown (house, 1);
  look_at (house, "2026-11-25T02:00:00Z");
  expect_shown (house, 2);
}

/* Missed */

static void
test_off_three_days (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  hearten_test_clock_set_now (house->clock, "2026-11-27T08:00:00Z");
  start (house);
  expect_shown (house, 1);
  g_assert_cmpuint (house->notifier->summaries, ==, 1);
  /* What is over a day old is only listed. */
  g_assert_cmpuint (house->notifier->missed, ==, 1);
  expect_state (house, "evening@2026-11-24T21:00", HEARTEN_LEDGER_STATE_MISSED);
  expect_state (house, "evening@2026-11-26T21:00", HEARTEN_LEDGER_STATE_MISSED);
  start (house);
  g_assert_cmpuint (house->notifier->summaries, ==, 1);
}

static void
test_asleep (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T20:01:00Z");
  expect_shown (house, 1);
  look_at (house, "2026-11-24T20:01:01Z");
  expect_shown (house, 1);
  g_assert_cmpuint (house->notifier->missed, ==, 1);
}

static void
test_off_for_years (House *house, gconstpointer data)
{
  hearten_test_clock_set_now (house->clock, "1970-01-02T00:00:00Z");
  start (house);
  look_at (house, "2026-11-23T12:00:00Z");
  g_assert_cmpuint (house->notifier->summaries, ==, 0);
  g_assert_cmpuint (hearten_ledger_get_length (hearten_service_get_ledger (house->service)), ==, 0);
  look_at (house, "2026-11-23T20:00:00Z");
  expect_shown (house, 1);
}

static void
test_new_reminder_is_not_missed (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  hearten_test_clock_set_now (house->clock, "2026-11-24T12:00:00Z");
  write_schedule (house, SCHEDULE ("{\"id\":\"new\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"09:00\"]},"
                                   "\"since\":\"2026-11-24T11:59:00Z\"}"));
  start (house);
  g_assert_cmpuint (house->notifier->summaries, ==, 0);
  look_at (house, "2026-11-25T08:00:00Z");
  expect_shown (house, 2);
}

/* Answers */

static void
test_done (House *house, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_done (house->service, KEY, &error));
  g_assert_no_error (error);
  expect_state (house, KEY, HEARTEN_LEDGER_STATE_DONE);
  g_assert_cmpuint (house->notifier->withdrawn->len, ==, 1);
  g_assert_false (hearten_service_done (house->service, "nobody@2026-11-23T21:00", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_snooze (House *house, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_snooze (house->service, KEY, 10, &error));
  g_assert_no_error (error);
  expect_state (house, KEY, HEARTEN_LEDGER_STATE_SNOOZED);
  look_at (house, "2026-11-23T20:09:30Z");
  expect_shown (house, 1);
  expect_wake (house, "2026-11-23T20:10:00Z");
  start (house);
  look_at (house, "2026-11-23T20:10:00Z");
  expect_shown (house, 2);
  g_assert_cmpstr (g_ptr_array_index (house->notifier->shown, 1), ==, KEY);
  expect_state (house, KEY, HEARTEN_LEDGER_STATE_SHOWN);
  look_at (house, "2026-11-23T20:11:00Z");
  expect_shown (house, 2);
}

static void
test_snooze_at_change_of_clocks (House *house, gconstpointer data)
{
  hearten_test_clock_set_now (house->clock, "2026-10-25T00:55:00Z");
  write_schedule (house, SCHEDULE (DAILY ("night", "02:55")));
  start (house);
  expect_shown (house, 1);
  g_assert_true (hearten_service_snooze (house->service, "night@2026-10-25T02:55", 10, NULL));
  expect_wake (house, "2026-10-25T00:56:00Z");
  look_at (house, "2026-10-25T01:05:00Z");
  expect_shown (house, 2);
  look_at (house, "2026-10-25T01:55:00Z");
  expect_shown (house, 2);
}

static void
test_snoozed_and_deleted (House *house, gconstpointer data)
{
  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_snooze (house->service, KEY, 10, NULL));
  write_schedule (house, SCHEDULE (""));
  g_assert_true (hearten_service_reload (house->service, NULL));
  look_at (house, "2026-11-23T20:10:00Z");
  expect_shown (house, 1);
  g_assert_cmpuint (house->notifier->summaries, ==, 0);
  g_assert_cmpint (hearten_service_get_wake (house->service), ==, 0);
}

static void
test_snooze_too_long (House *house, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (house);
  look_at (house, "2026-11-23T20:00:00Z");
  g_assert_false (hearten_service_snooze (house->service, KEY, G_MAXUINT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_bad_schedule_keeps_the_old (House *house, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  start (house);
  write_schedule (house, "{\"fmt\":");
  g_assert_false (hearten_service_reload (house->service, &error));
  g_assert_nonnull (error);
  look_at (house, "2026-11-23T20:00:00Z");
  expect_shown (house, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/service/" path, House, NULL, set_up, func, tear_down)
  ADD ("on-time", test_on_time);
  ADD ("timer", test_timer);
  ADD ("wake-today", test_wake_today);
  ADD ("wake-tomorrow", test_wake_tomorrow);
  ADD ("wake-never", test_wake_never);
  ADD ("restart-after-shown", test_restart_after_shown);
  ADD ("restart-while-pending", test_restart_while_pending);
  ADD ("first-start", test_first_start);
  ADD ("off-since-first-start", test_off_since_first_start);
  ADD ("clock-forward-and-back", test_clock_forward_and_back);
  ADD ("clock-back-before-due", test_clock_back_before_due);
  ADD ("travel", test_travel);
  ADD ("off-three-days", test_off_three_days);
  ADD ("asleep", test_asleep);
  ADD ("off-for-years", test_off_for_years);
  ADD ("new-reminder-is-not-missed", test_new_reminder_is_not_missed);
  ADD ("done", test_done);
  ADD ("snooze", test_snooze);
  ADD ("snooze-at-change-of-clocks", test_snooze_at_change_of_clocks);
  ADD ("snoozed-and-deleted", test_snoozed_and_deleted);
  ADD ("snooze-too-long", test_snooze_too_long);
  ADD ("bad-schedule-keeps-the-old", test_bad_schedule_keeps_the_old);

  return g_test_run ();
}
