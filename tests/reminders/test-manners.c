/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-manners.h"
#include "hearten-schedule.h"
#include "hearten-snooze.h"
#include "hearten-test-house.h"

/* How the service behaves: quiet hours, a pause, a bound a day, what is done already, and several at once. */

typedef HeartenTestHouse House;

#define start hearten_test_house_start
#define start_at hearten_test_house_start_at
#define look_at hearten_test_house_look_at
#define live_until hearten_test_house_live_until
#define reload hearten_test_house_reload
#define expect hearten_test_house_expect
#define expect_state hearten_test_house_expect_state
#define expect_wake hearten_test_house_expect_wake
#define expect_next hearten_test_house_expect_next

#define NIGHT "\"quiet\":[\"22:00\",\"07:00\"],"
#define EVENING TEST_DAILY ("evening", "21:00")
#define LATE TEST_DAILY ("late", "23:00")
#define KEY "evening@2026-11-23T21:00"
#define LATE_KEY "late@2026-11-23T23:00"

static void
begin (House *house, const char *schedule)
{
  hearten_test_house_write (house, schedule);
  start (house);
}

/* Quiet hours */

static void
test_quiet_end (void)
{
  static const struct
  {
    int from, until;
    const char *zone, *instant, *end;
  } cases[] = {
    { 22 * 60, 7 * 60, "Europe/Berlin", "2026-11-23T20:59:59Z", NULL },
    { 22 * 60, 7 * 60, "Europe/Berlin", "2026-11-23T21:00:00Z", "2026-11-24T06:00:00Z" },
    { 22 * 60, 7 * 60, "Europe/Berlin", "2026-11-24T05:59:59Z", "2026-11-24T06:00:00Z" },
    { 22 * 60, 7 * 60, "Europe/Berlin", "2026-11-24T06:00:00Z", NULL },
    { 13 * 60, 15 * 60, "Europe/Berlin", "2026-11-23T12:30:00Z", "2026-11-23T14:00:00Z" },
    { 13 * 60, 15 * 60, "Europe/Berlin", "2026-11-23T14:00:00Z", NULL },
    { 8 * 60, 8 * 60, "Europe/Berlin", "2026-11-23T07:00:00Z", NULL },
    /* Over the change of clocks they are an hour longer, or shorter. */
    { 22 * 60, 7 * 60, "Europe/Berlin", "2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z" },
    { 22 * 60, 7 * 60, "Europe/Berlin", "2026-03-28T21:00:00Z", "2026-03-29T05:00:00Z" },
    /* An end that clocks skip comes later by what they skip. */
    { 22 * 60, 2 * 60 + 30, "Europe/Berlin", "2026-03-29T01:29:59Z", "2026-03-29T01:30:00Z" },
    { 22 * 60, 2 * 60 + 30, "Europe/Berlin", "2026-03-29T01:30:00Z", NULL },
    /* A beginning that is shown twice is the first of the two. */
    { 2 * 60 + 30, 7 * 60, "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T06:00:00Z" },
    { 0, 23 * 60 + 59, "Asia/Kathmandu", "2026-11-23T18:15:00Z", "2026-11-24T18:14:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeartenManners manners = { TRUE, cases[i].from, cases[i].until, 0, 0 };
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      gint64 instant, end;
      g_autofree char *text = NULL;

      g_assert_true (hearten_instant_from_text (cases[i].instant, &instant));
      end = hearten_manners_find_quiet_end (&manners, instant, zone);
      text = end != 0 ? hearten_instant_to_text (end) : NULL;
      g_assert_cmpstr (text, ==, cases[i].end);
      manners.quiet = FALSE;
      g_assert_cmpint (hearten_manners_find_quiet_end (&manners, instant, zone), ==, 0);
    }
}

static void
test_quiet_one (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, EVENING "," LATE));
  expect_next (house,
               "2026-11-23T20:00:00Z evening, 2026-11-24T06:00:00Z late, 2026-11-24T20:00:00Z evening");
  live_until (house, "2026-11-24T05:59:00Z");
  expect (house, KEY);
  expect_state (house, LATE_KEY, "held quiet");
  expect_next (house,
               "2026-11-24T06:00:00Z late again, 2026-11-24T20:00:00Z evening, 2026-11-25T06:00:00Z late");
  live_until (house, "2026-11-24T06:00:00Z");
  expect (house, LATE_KEY);
  expect_state (house, LATE_KEY, "shown quiet");
}

static void
test_quiet_several (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, LATE "," TEST_DAILY ("deep", "03:00")));
  live_until (house, "2026-11-24T08:00:00Z");
  expect (house, "quiet 2");
  expect_state (house, LATE_KEY, "shown together");
  expect_state (house, "deep@2026-11-24T03:00", "shown together");
}

static void
test_quiet_restart (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, LATE));
  live_until (house, "2026-11-23T23:30:00Z");
  start (house);
  live_until (house, "2026-11-24T08:00:00Z");
  expect (house, LATE_KEY);
}

/* The computer sleeps through the night and the morning. */
static void
test_quiet_asleep (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, LATE));
  look_at (house, "2026-11-24T09:00:00Z");
  expect (house, "missed 1");
  expect_state (house, LATE_KEY, "missed");
}

/* It wakes in the night: nothing is told of then. */
static void
test_quiet_woken (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, EVENING "," LATE));
  look_at (house, "2026-11-24T01:00:00Z");
  expect (house, "");
  live_until (house, "2026-11-24T08:00:00Z");
  expect (house, "quiet 2");
}

static void
test_quiet_switched_off (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, LATE));
  live_until (house, "2026-11-23T23:30:00Z");
  expect (house, "");
  reload (house, TEST_SCHEDULE ("", LATE));
  expect (house, LATE_KEY);
}

static void
test_quiet_made_longer (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, LATE));
  live_until (house, "2026-11-23T23:30:00Z");
  reload (house, TEST_SCHEDULE ("\"quiet\":[\"22:00\",\"08:00\"],", LATE));
  live_until (house, "2026-11-24T06:59:00Z");
  expect (house, "");
  live_until (house, "2026-11-24T07:00:00Z");
  expect (house, LATE_KEY);
}

static void
test_quiet_traveller (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, TEST_DAILY_IN ("late", "23:00", "Europe/Berlin")));
  live_until (house, "2026-11-23T22:30:00Z");
  expect_state (house, LATE_KEY, "held quiet");
  /* In New York it is half past five in the afternoon. */
  hearten_test_clock_set_zone (house->clock, "America/New_York");
  hearten_service_zones_changed (house->service);
  expect (house, LATE_KEY);
}

static void
test_quiet_over_change_of_clocks (House *house, gconstpointer data)
{
  hearten_test_clock_set_now (house->clock, "2026-10-24T19:00:00Z");
  begin (house, TEST_SCHEDULE (NIGHT, TEST_DAILY ("deep", "02:30")));
  live_until (house, "2026-10-25T05:59:00Z");
  expect (house, "");
  live_until (house, "2026-10-25T06:00:00Z");
  expect (house, "deep@2026-10-25T02:30");
}

static void
test_snoozed_into_quiet (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (NIGHT, EVENING));
  live_until (house, "2026-11-23T20:55:00Z");
  expect (house, KEY);
  g_assert_true (hearten_service_snooze (house->service, KEY, 10, NULL));
  expect_next (house, "2026-11-24T06:00:00Z evening again, 2026-11-24T20:00:00Z evening, "
                      "2026-11-25T20:00:00Z evening");
  live_until (house, "2026-11-24T05:00:00Z");
  expect (house, "");
  live_until (house, "2026-11-24T06:00:00Z");
  expect (house, KEY);
}

/* A pause */

static void
test_paused (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("\"paused\":\"2026-11-24T12:00:00Z\",", EVENING));
  expect_next (house, "2026-11-24T20:00:00Z evening, 2026-11-25T20:00:00Z evening, "
                      "2026-11-26T20:00:00Z evening");
  live_until (house, "2026-11-24T19:00:00Z");
  expect (house, "");
  expect_state (house, KEY, "skipped paused");
  live_until (house, "2026-11-24T20:00:00Z");
  expect (house, "evening@2026-11-24T21:00");
}

static void
test_paused_until_due (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("\"paused\":\"2026-11-23T20:00:00Z\",", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

static void
test_paused_always (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("\"paused\":\"always\",", EVENING));
  expect_wake (house, "never");
  expect_next (house, "");
  look_at (house, "2026-12-24T12:00:00Z");
  expect (house, "");
  reload (house, TEST_SCHEDULE ("\"paused\":\"2026-12-24T12:00:00Z\",", EVENING));
  expect (house, "");
  expect_state (house, "evening@2026-12-23T21:00", "skipped paused");
  live_until (house, "2026-12-24T20:00:00Z");
  expect (house, "evening@2026-12-24T21:00");
}

/* Over midnight, a restart and a change of clocks. */
static void
test_paused_across_midnight (House *house, gconstpointer data)
{
  hearten_test_clock_set_now (house->clock, "2026-10-24T18:00:00Z");
  begin (house, TEST_SCHEDULE ("\"paused\":\"2026-10-25T08:00:00Z\",",
                               EVENING "," LATE "," TEST_DAILY ("deep", "02:30")));
  expect_wake (house, "2026-10-24T22:00:00Z");
  live_until (house, "2026-10-25T01:00:00Z");
  start (house);
  live_until (house, "2026-10-25T12:00:00Z");
  expect (house, "");
  expect_state (house, "deep@2026-10-25T02:30", "skipped paused");
}

static void
test_paused_in_the_middle (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:05:00Z");
  expect (house, KEY);
  g_assert_true (hearten_service_snooze (house->service, KEY, 10, NULL));
  reload (house, TEST_SCHEDULE ("\"paused\":\"2026-11-23T21:00:00Z\",", EVENING));
  live_until (house, "2026-11-23T22:00:00Z");
  expect (house, "");
  expect_state (house, KEY, "skipped paused");
}

/* A bound of a day */

#define MOST_2 "\"most\":2,"
#define MANY                                                                                                 \
  TEST_DAILY ("a", "14:00")                                                                                  \
  "," TEST_DAILY ("b", "15:00") "," TEST_DAILY ("c", "16:00") "," TEST_DAILY ("d", "17:00")

static void
test_most (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (MOST_2, MANY));
  live_until (house, "2026-11-23T22:00:00Z");
  expect (house, "a@2026-11-23T14:00, b@2026-11-23T15:00");
  expect_state (house, "c@2026-11-23T16:00", "skipped most");
  expect_state (house, "d@2026-11-23T17:00", "skipped most");
  live_until (house, "2026-11-24T22:00:00Z");
  expect (house, "a@2026-11-24T14:00, b@2026-11-24T15:00");
}

static void
test_most_with_snooze (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (MOST_2, MANY));
  live_until (house, "2026-11-23T13:30:00Z");
  g_assert_true (hearten_service_snooze (house->service, "a@2026-11-23T14:00", 120, NULL));
  live_until (house, "2026-11-23T22:00:00Z");
  /* What comes again was asked for: it is no third one, and takes the place of none. */
  expect (house, "a@2026-11-23T14:00, b@2026-11-23T15:00, a@2026-11-23T14:00");
}

static void
test_most_after_restart (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (MOST_2, MANY));
  live_until (house, "2026-11-23T14:30:00Z");
  expect (house, "a@2026-11-23T14:00, b@2026-11-23T15:00");
  start (house);
  live_until (house, "2026-11-23T22:00:00Z");
  expect (house, "");
}

static void
test_most_and_try (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (MOST_2, MANY));
  for (int i = 0; i < 3; i++)
    g_assert_true (hearten_service_try (house->service, "d", NULL));
  expect (house, "d@try, d@try, d@try");
  live_until (house, "2026-11-23T22:00:00Z");
  expect (house, "a@2026-11-23T14:00, b@2026-11-23T15:00");
}

static void
test_most_at_once (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE (MOST_2, TEST_DAILY ("a", "14:00") "," TEST_DAILY (
                                           "b", "14:00") "," TEST_DAILY ("c", "14:00")));
  live_until (house, "2026-11-23T14:00:00Z");
  expect (house, "a@2026-11-23T14:00, b@2026-11-23T14:00");
  expect_state (house, "c@2026-11-23T14:00", "skipped most");
}

/* Done already */

#define SKIP(id, time, day)                                                                                  \
  "{\"id\":\"" id "\",\"skip\":\"" day "\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"" time "\"]}}"

static void
test_already (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", SKIP ("evening", "21:00", "2026-11-23") "," LATE));
  expect_next (house, "2026-11-23T22:00:00Z late, 2026-11-24T20:00:00Z evening, 2026-11-24T22:00:00Z late");
  live_until (house, "2026-11-23T22:30:00Z");
  expect (house, LATE_KEY);
  expect_state (house, KEY, "skipped already");
  live_until (house, "2026-11-24T20:00:00Z");
  expect (house, "evening@2026-11-24T21:00");
}

/* It is on the screen when it gets done. */
static void
test_already_after_shown (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:01:00Z");
  expect (house, KEY);
  reload (house, TEST_SCHEDULE ("", SKIP ("evening", "21:00", "2026-11-23")));
  expect_state (house, KEY, "done already");
  g_assert_cmpuint (house->notifier->withdrawn->len, ==, 1);
}

static void
test_already_and_snoozed (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:01:00Z");
  g_assert_true (hearten_service_snooze (house->service, KEY, 30, NULL));
  reload (house, TEST_SCHEDULE ("", SKIP ("evening", "21:00", "2026-11-23")));
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, KEY);
  expect_state (house, KEY, "skipped already");
}

/* Several at once */

static void
write_many (House *house, guint count)
{
  g_autoptr (GString) text = g_string_new ("{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":[");

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s{\"id\":\"r%u\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"21:00\"]}}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  hearten_test_house_write (house, text->str);
}

static void
test_three_at_once (House *house, gconstpointer data)
{
  write_many (house, 3);
  start (house);
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, "r0@2026-11-23T21:00, r1@2026-11-23T21:00, r2@2026-11-23T21:00");
}

static void
test_fifty_at_once (House *house, gconstpointer data)
{
  write_many (house, 50);
  start (house);
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, "together 50");
  expect_state (house, "r49@2026-11-23T21:00", "shown together");
  start (house);
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, "");
}

/* More than the ledger holds, and a clock that is set back over them. */
static void
test_more_than_the_ledger_holds (House *house, gconstpointer data)
{
  write_many (house, HEARTEN_LEDGER_LENGTH + 100);
  start (house);
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, "together 600");
  look_at (house, "2026-11-23T19:58:00Z");
  start (house);
  live_until (house, "2026-11-23T20:05:00Z");
  expect (house, "");
  live_until (house, "2026-11-24T20:00:00Z");
  expect (house, "together 600");
}

/* Putting off */

static void
test_snooze_choices (void)
{
  static const struct
  {
    HeartenSnooze choice;
    const char *now, *again;
  } cases[] = {
    { HEARTEN_SNOOZE_TEN_MINUTES, "2026-11-23T12:00:00Z", "2026-11-23T12:10:00Z" },
    { HEARTEN_SNOOZE_HOUR, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z" },
    { HEARTEN_SNOOZE_TONIGHT, "2026-11-23T12:00:00Z", "2026-11-23T19:00:00Z" },
    { HEARTEN_SNOOZE_TONIGHT, "2026-11-23T17:59:59Z", "2026-11-23T19:00:00Z" },
    { HEARTEN_SNOOZE_TONIGHT, "2026-11-23T18:00:00Z", "2026-11-23T21:00:00Z" },
    { HEARTEN_SNOOZE_TONIGHT, "2026-11-23T20:29:59Z", "2026-11-23T21:00:00Z" },
    { HEARTEN_SNOOZE_TONIGHT, "2026-11-23T20:30:00Z", NULL },
    { HEARTEN_SNOOZE_TONIGHT, "2026-11-24T02:59:59Z", NULL },
    { HEARTEN_SNOOZE_TONIGHT, "2026-11-24T03:00:00Z", "2026-11-24T19:00:00Z" },
    { HEARTEN_SNOOZE_TOMORROW, "2026-11-23T12:00:00Z", "2026-11-24T08:00:00Z" },
    { HEARTEN_SNOOZE_TOMORROW, "2026-11-24T00:00:00Z", "2026-11-24T08:00:00Z" },
    { HEARTEN_SNOOZE_TOMORROW, "2026-11-24T03:00:00Z", "2026-11-25T08:00:00Z" },
    { HEARTEN_SNOOZE_TOMORROW, "2026-10-24T12:00:00Z", "2026-10-25T08:00:00Z" },
  };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 now, again;
      g_autofree char *text = NULL;

      g_assert_true (hearten_instant_from_text (cases[i].now, &now));
      again = hearten_snooze_find (cases[i].choice, now, zone);
      text = again != 0 ? hearten_instant_to_text (again) : NULL;
      g_assert_cmpstr (text, ==, cases[i].again);
    }
}

static void
test_snooze_for (House *house, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_snooze_for (house->service, KEY, HEARTEN_SNOOZE_TONIGHT, &error));
  g_assert_no_error (error);
  expect_next (house, "2026-11-23T21:00:00Z evening again, 2026-11-24T20:00:00Z evening, "
                      "2026-11-25T20:00:00Z evening");
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, KEY ", " KEY);
  g_assert_false (hearten_service_snooze_for (house->service, KEY, HEARTEN_SNOOZE_TONIGHT, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  expect_state (house, KEY, "shown");
}

/* Trying, and what is told of all this */

static void
test_try (House *house, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin (house, TEST_SCHEDULE (NIGHT "\"paused\":\"always\",", EVENING));
  g_assert_true (hearten_service_try (house->service, "evening", NULL));
  g_assert_true (hearten_service_try (house->service, "", NULL));
  expect (house, "evening@try, @try: Reminders reach you.");
  g_assert_true (hearten_service_done (house->service, "evening@try", NULL));
  g_assert_false (hearten_service_try (house->service, "nobody", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
on_changed_cb (guint *count)
{
  (*count)++;
}

static void
test_report (House *house, gconstpointer data)
{
  g_autoptr (HeartenReminderReport) report = NULL;
  g_autoptr (HeartenReminderReport) copy = NULL;
  g_autoptr (GVariant) variant = NULL;
  const HeartenReminderPast *past;
  guint changes = 0;

  begin (house, TEST_SCHEDULE ("", EVENING "," LATE));
  g_signal_connect_swapped (house->service, "changed", G_CALLBACK (on_changed_cb), &changes);
  live_until (house, "2026-11-23T22:00:00Z");
  g_assert_cmpuint (changes, >, 0);
  g_assert_true (hearten_service_done (house->service, KEY, NULL));

  report = hearten_service_report (house->service, 10);
  variant = g_variant_ref_sink (hearten_reminder_report_to_variant (report));
  copy = hearten_reminder_report_from_variant (variant);
  g_assert_cmpuint (copy->next->len, ==, 10);
  g_assert_cmpuint (copy->past->len, ==, 2);
  past = g_ptr_array_index (copy->past, 0);
  g_assert_cmpstr (past->key, ==, KEY);
  g_assert_cmpstr (past->id, ==, "evening");
  g_assert_cmpint (past->state, ==, HEARTEN_LEDGER_STATE_DONE);
  g_assert_cmpint (past->at, ==, hearten_clock_get_now (HEARTEN_CLOCK (house->clock)));
  past = g_ptr_array_index (copy->past, 1);
  g_assert_cmpstr (past->id, ==, "late");
}

/* A notifier that does not know at once */

static void
test_told_late (House *house, gconstpointer data)
{
  house->notifier->late = TRUE;
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  look_at (house, "2026-11-23T20:00:30Z");
  /* It was asked for once, and the ledger does not say yet that it was shown. */
  expect (house, KEY);
  expect_state (house, KEY, "pending");
  g_signal_emit_by_name (house->notifier, "shown", KEY, TRUE);
  expect_state (house, KEY, "shown window");
  g_signal_emit_by_name (house->notifier, "shown", KEY, FALSE);
  expect_state (house, KEY, "shown window");
}

static void
test_killed_before_told (House *house, gconstpointer data)
{
  house->notifier->late = TRUE;
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
  start_at (house, "2026-11-23T20:00:05Z");
  expect (house, KEY);
}

static void
test_one_bad_member (House *house, gconstpointer data)
{
  const char *const schedules[] = {
    TEST_SCHEDULE ("\"quiet\":[\"22:00\",\"07:00\"],\"paused\":\"always\",\"most\":-3,", ""),
    TEST_SCHEDULE ("\"quiet\":[\"22:00\",\"07:00\"],\"paused\":\"soon\",\"most\":2,", ""),
    TEST_SCHEDULE ("\"quiet\":[\"22:00\"],\"paused\":\"always\",\"most\":2,", ""),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (schedules); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (schedules[i], strlen (schedules[i]));
      g_autoptr (HeartenSchedule) schedule = hearten_schedule_from_bytes (bytes, NULL);
      const HeartenManners *manners = hearten_schedule_get_manners (schedule);

      g_assert_cmpuint (manners->most, ==, i == 0 ? 0 : 2);
      g_assert_cmpint (manners->paused_until, ==, i == 1 ? 0 : HEARTEN_PAUSED_ALWAYS);
      g_assert_cmpint (manners->quiet, ==, i != 2);
      g_assert_cmpuint (g_strv_length ((char **) hearten_schedule_get_skipped (schedule)), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manners/quiet-end", test_quiet_end);
  TEST_ADD ("/manners/one-bad-member", test_one_bad_member);
  g_test_add_func ("/manners/snooze-choices", test_snooze_choices);
  TEST_ADD ("/manners/quiet-one", test_quiet_one);
  TEST_ADD ("/manners/quiet-several", test_quiet_several);
  TEST_ADD ("/manners/quiet-restart", test_quiet_restart);
  TEST_ADD ("/manners/quiet-asleep", test_quiet_asleep);
  TEST_ADD ("/manners/quiet-woken", test_quiet_woken);
  TEST_ADD ("/manners/quiet-switched-off", test_quiet_switched_off);
  TEST_ADD ("/manners/quiet-made-longer", test_quiet_made_longer);
  TEST_ADD ("/manners/quiet-traveller", test_quiet_traveller);
  TEST_ADD ("/manners/quiet-over-change-of-clocks", test_quiet_over_change_of_clocks);
  TEST_ADD ("/manners/snoozed-into-quiet", test_snoozed_into_quiet);
  TEST_ADD ("/manners/paused", test_paused);
  TEST_ADD ("/manners/paused-until-due", test_paused_until_due);
  TEST_ADD ("/manners/paused-always", test_paused_always);
  TEST_ADD ("/manners/paused-across-midnight", test_paused_across_midnight);
  TEST_ADD ("/manners/paused-in-the-middle", test_paused_in_the_middle);
  TEST_ADD ("/manners/most", test_most);
  TEST_ADD ("/manners/most-with-snooze", test_most_with_snooze);
  TEST_ADD ("/manners/most-after-restart", test_most_after_restart);
  TEST_ADD ("/manners/most-and-try", test_most_and_try);
  TEST_ADD ("/manners/most-at-once", test_most_at_once);
  TEST_ADD ("/manners/already", test_already);
  TEST_ADD ("/manners/already-after-shown", test_already_after_shown);
  TEST_ADD ("/manners/already-and-snoozed", test_already_and_snoozed);
  TEST_ADD ("/manners/three-at-once", test_three_at_once);
  TEST_ADD ("/manners/fifty-at-once", test_fifty_at_once);
  TEST_ADD ("/manners/more-than-the-ledger-holds", test_more_than_the_ledger_holds);
  TEST_ADD ("/manners/snooze-for", test_snooze_for);
  TEST_ADD ("/manners/try", test_try);
  TEST_ADD ("/manners/report", test_report);
  TEST_ADD ("/manners/told-late", test_told_late);
  TEST_ADD ("/manners/killed-before-told", test_killed_before_told);

  return g_test_run ();
}
