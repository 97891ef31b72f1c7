/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hearten-test-house.h"

/* Sudden ends at the worst moment, clocks that are wrong, zones and files that change or are missing. */

typedef HeartenTestHouse House;

#define start_at hearten_test_house_start_at
#define look_at hearten_test_house_look_at
#define live_until hearten_test_house_live_until
#define reload hearten_test_house_reload
#define expect hearten_test_house_expect
#define expect_state hearten_test_house_expect_state
#define expect_next hearten_test_house_expect_next

#define EVENING TEST_DAILY ("evening", "21:00")
#define KEY "evening@2026-11-23T21:00"

static void
begin (House *house, const char *schedule)
{
  hearten_test_house_write (house, schedule);
  hearten_test_house_start (house);
}

static void
snooze_until_tomorrow (House *house)
{
  g_assert_true (hearten_service_snooze_for (house->service, KEY, HEARTEN_SNOOZE_TOMORROW, NULL));
}

/* A sudden end between the notification and the ledger: the ledger is as it was while it was shown. */
static void
end_while_shown (House *house, const char *again)
{
  g_assert_true (g_file_set_contents (house->ledger_path, house->notifier->ledger_then, -1, NULL));
  start_at (house, again);
}

static void
test_end_while_a_snoozed_one_is_shown (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  snooze_until_tomorrow (house);
  live_until (house, "2026-11-24T08:00:00Z");
  expect (house, KEY ", " KEY);
  end_while_shown (house, "2026-11-24T08:00:05Z");
  expect (house, KEY);
  expect_state (house, KEY, "shown");
}

static void
test_end_while_a_held_one_is_shown (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("\"quiet\":[\"20:30\",\"07:00\"],", EVENING));
  live_until (house, "2026-11-24T06:00:00Z");
  expect (house, KEY);
  end_while_shown (house, "2026-11-24T06:00:05Z");
  expect (house, KEY);
  expect_state (house, KEY, "shown quiet");
}

/* What was snoozed or held waits until the clock is right again. */

static void
test_snoozed_in_2098 (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  snooze_until_tomorrow (house);
  expect (house, KEY);
  start_at (house, "2098-06-01T00:00:10Z");
  g_assert_cmpint (hearten_service_get_wake (house->service), >,
                   hearten_clock_get_now (HEARTEN_CLOCK (house->clock)) + G_USEC_PER_SEC);
  expect_state (house, KEY, "snoozed");
  look_at (house, "2026-11-23T21:00:00Z");
  live_until (house, "2026-11-24T08:00:00Z");
  expect (house, KEY);
  expect_state (house, KEY, "shown");
}

static void
test_held_in_1970 (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("\"quiet\":[\"20:30\",\"07:00\"],", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  start_at (house, "1970-01-01T12:00:10Z");
  expect_state (house, KEY, "held quiet");
  look_at (house, "2026-11-23T21:00:00Z");
  live_until (house, "2026-11-24T06:00:00Z");
  expect (house, KEY);
}

static void
test_snoozed_before_two_years_off (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  snooze_until_tomorrow (house);
  expect (house, KEY);
  start_at (house, "2028-11-23T19:55:00Z");
  live_until (house, "2028-11-23T20:00:00Z");
  expect (house, "evening@2028-11-23T21:00");
  /* That one was snoozed under this clock. */
  g_assert_true (hearten_service_snooze (house->service, "evening@2028-11-23T21:00", 10, NULL));
  live_until (house, "2028-11-23T20:10:00Z");
  expect (house, "evening@2028-11-23T21:00");
  live_until (house, "2028-11-23T20:56:00Z");
  expect_state (house, KEY, "missed");
}

/* Tries and those told of as one */

static void
test_a_try_counts_nothing (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("\"most\":1,", EVENING));
  g_assert_true (hearten_service_try (house->service, "evening", NULL));
  g_assert_true (hearten_service_done (house->service, "evening@try", NULL));
  expect_state (house, "evening@try", "done try");
  expect (house, "evening@try");
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

static void
test_together_counts_once (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("\"most\":2,",
                               TEST_DAILY ("a", "14:00") "," TEST_DAILY ("b", "14:00") "," TEST_DAILY (
                                   "c", "14:00") "," TEST_DAILY ("d", "14:00") "," EVENING));
  live_until (house, "2026-11-23T13:00:00Z");
  expect (house, "together 4");
  g_assert_true (hearten_service_done (house->service, "b@2026-11-23T14:00", NULL));
  g_assert_true (hearten_service_done (house->service, "a@2026-11-23T14:00", NULL));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

/* The desktop answers later: until then nothing is noted as shown, and what is not answered is no storm. */

static void
test_summary_answered_late (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", TEST_DAILY ("a", "14:00") "," TEST_DAILY ("b", "14:00") "," TEST_DAILY (
                                       "c", "14:00") "," TEST_DAILY ("d", "14:00")));
  house->notifier->late = TRUE;
  live_until (house, "2026-11-23T13:30:00Z");
  expect (house, "together 4");
  expect_state (house, "a@2026-11-23T14:00", "pending");
  g_assert_true (hearten_service_done (house->service, "d@2026-11-23T14:00", NULL));
  g_signal_emit_by_name (house->notifier, "shown", "together", FALSE);
  expect_state (house, "a@2026-11-23T14:00", "shown together");
  expect_state (house, "c@2026-11-23T14:00", "shown together");
  expect_state (house, "d@2026-11-23T14:00", "done");
}

/* A portal that takes nothing: what it refused comes again after an hour, and not before. */
static void
test_refused (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", TEST_DAILY ("a", "14:00")));
  house->notifier->late = TRUE;
  live_until (house, "2026-11-23T13:30:00Z");
  expect (house, "a@2026-11-23T14:00");
  g_signal_emit_by_name (house->notifier, "failed", "a@2026-11-23T14:00");
  expect_state (house, "a@2026-11-23T14:00", "pending");
  live_until (house, "2026-11-23T14:20:00Z");
  expect (house, "");
  house->notifier->late = FALSE;
  live_until (house, "2026-11-23T14:40:00Z");
  expect (house, "a@2026-11-23T14:00");
  expect_state (house, "a@2026-11-23T14:00", "shown");
}

/* Four that would have come as one do so later, once more as one. */
static void
test_refused_as_one (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", TEST_DAILY ("a", "14:00") "," TEST_DAILY ("b", "14:00") "," TEST_DAILY (
                                       "c", "14:00") "," TEST_DAILY ("d", "14:00")));
  house->notifier->late = TRUE;
  live_until (house, "2026-11-23T13:30:00Z");
  expect (house, "together 4");
  g_signal_emit_by_name (house->notifier, "failed", "together");
  live_until (house, "2026-11-23T14:40:00Z");
  expect (house, "together 4");
}

static void
test_missed_answered_late (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", EVENING));
  house->notifier->late = TRUE;
  start_at (house, "2026-11-23T21:00:00Z");
  expect (house, "missed 1");
  look_at (house, "2026-11-23T23:00:00Z");
  expect (house, "");
  start_at (house, "2026-11-23T23:10:00Z");
  expect (house, "missed 1");
  g_signal_emit_by_name (house->notifier, "shown", "missed", FALSE);
  start_at (house, "2026-11-23T23:20:00Z");
  expect (house, "");
}

/* An edit on a device whose clock was ahead */
static void
test_since_a_time_to_come (House *house, gconstpointer data)
{
  begin (house, TEST_SCHEDULE ("", "{\"id\":\"evening\",\"since\":\"2027-03-01T00:00:00Z\","
                                   "\"rule\":{\"repeat\":\"daily\",\"times\":[\"21:00\"]}}"));
  expect_next (house,
               "2026-11-23T20:00:00Z evening, 2026-11-24T20:00:00Z evening, 2026-11-25T20:00:00Z evening");
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

/* A schedule that cannot be read when the computer starts */

static guint warnings;

static GLogWriterOutput
count_warnings (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  warnings += level == G_LOG_LEVEL_WARNING ? 1 : 0;
  return G_LOG_WRITER_HANDLED;
}

static void
test_damaged_at_start (House *house, gconstpointer data)
{
  warnings = 0;
  begin (house, TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  snooze_until_tomorrow (house);
  expect (house, KEY);
  hearten_test_house_write (house, "{\"fmt\":");
  start_at (house, "2026-11-24T07:59:00Z");
  g_assert_cmpuint (warnings, ==, 1);
  look_at (house, "2026-11-24T20:30:00Z");
  expect_state (house, KEY, "snoozed");
  reload (house, TEST_SCHEDULE ("", EVENING));
  expect (house, "missed 2");
  expect_state (house, KEY, "missed");
  expect_state (house, "evening@2026-11-24T21:00", "missed");
  g_assert_cmpuint (warnings, ==, 1);
}

static void
test_readable_again (House *house, gconstpointer data)
{
  warnings = 0;
  hearten_test_house_write (house, "{\"fmt\":");
  hearten_test_house_start (house);
  g_assert_cmpuint (warnings, ==, 1);
  hearten_test_house_write (house, TEST_SCHEDULE ("", EVENING));
  look_at (house, "2026-11-23T12:10:00Z");
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

/* Zones whose rules change, with a folder of zones of the test's own */

#define ZONE "Hearten/Test"
#define KATHMANDU "k@2026-11-24T09:00" /* 03:15Z; at the offset of Dhaka 03:00Z */

static void
put_zone (const char *name)
{
  g_autofree char *from = g_build_filename ("/usr/share/zoneinfo", name, NULL);
  g_autofree char *to = g_build_filename (g_getenv ("TZDIR"), ZONE, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

static void
remove_zone (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TZDIR"), ZONE, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
begin_with_a_zone (House *house)
{
  g_autofree char *zones = g_build_filename (house->folder, "zones", "Hearten", NULL);
  g_autofree char *folder = g_path_get_dirname (zones);

  g_assert_cmpint (g_mkdir_with_parents (zones, 0700), ==, 0);
  g_setenv ("TZDIR", folder, TRUE);
  put_zone ("Asia/Kathmandu");
  begin (house, TEST_SCHEDULE ("", TEST_DAILY_IN ("k", "09:00", ZONE)));
  look_at (house, "2026-11-24T01:00:00Z");
  expect (house, "");
}

static void
end_with_a_zone (House *house)
{
  g_autofree char *zones = g_build_filename (house->folder, "zones", "Hearten", NULL);
  g_autofree char *folder = g_path_get_dirname (zones);

  remove_zone ();
  g_unsetenv ("TZDIR");
  g_assert_cmpint (g_rmdir (zones), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_zone_with_new_rules (House *house, gconstpointer data)
{
  begin_with_a_zone (house);
  put_zone ("Asia/Dhaka");
  hearten_service_zones_changed (house->service);
  live_until (house, "2026-11-24T03:00:00Z");
  expect (house, KATHMANDU);
  expect_state (house, KATHMANDU, "shown");
  end_with_a_zone (house);
}

static void
test_zone_missing_for_a_moment (House *house, gconstpointer data)
{
  begin_with_a_zone (house);
  remove_zone ();
  hearten_service_zones_changed (house->service);
  expect_next (house, "2026-11-24T03:15:00Z k, 2026-11-25T03:15:00Z k, 2026-11-26T03:15:00Z k");
  put_zone ("Asia/Dhaka");
  hearten_service_zones_changed (house->service);
  live_until (house, "2026-11-24T03:00:00Z");
  expect (house, KATHMANDU);
  end_with_a_zone (house);
}

/* Nothing else may tell that it is back: the service looks by itself. */
static void
test_zone_missing_is_looked_for (House *house, gconstpointer data)
{
  gint64 before;

  begin_with_a_zone (house);
  before = hearten_service_get_wake (house->service);
  remove_zone ();
  hearten_service_zones_changed (house->service);
  put_zone ("Asia/Dhaka");
  hearten_test_clock_set_now (house->clock, "2026-11-24T02:59:30Z");
  while (hearten_service_get_wake (house->service) == before)
    g_main_context_iteration (NULL, TRUE);
  hearten_test_house_expect_wake (house, "2026-11-24T03:00:00Z");
  end_with_a_zone (house);
}

static void
expect_offset (HeartenClock *clock, int seconds)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, 1795500000);

  g_assert_cmpstr (g_time_zone_get_identifier (zone), ==, ZONE);
  g_assert_cmpint (g_time_zone_get_offset (zone, interval), ==, seconds);
}

/* GLib keeps the local zone for as long as the program runs. */
static void
test_local_zone_with_new_rules (void)
{
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();
  g_autofree char *zones = g_dir_make_tmp ("hearten-zones-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (zones, "Hearten", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_setenv ("TZDIR", zones, TRUE);
  g_setenv ("TZ", ":" ZONE, TRUE);
  put_zone ("Asia/Kathmandu");
  expect_offset (clock, 20700);
  put_zone ("Asia/Dhaka");
  expect_offset (clock, 20700);
  hearten_clock_renew_zone (clock);
  expect_offset (clock, 21600);

  remove_zone ();
  g_setenv ("TZ", "UTC", TRUE);
  g_unsetenv ("TZDIR");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (zones), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (count_warnings, NULL, NULL);

#define ADD(path, func) TEST_ADD ("/hard-cases/" path, func)
  ADD ("end-while-a-snoozed-one-is-shown", test_end_while_a_snoozed_one_is_shown);
  ADD ("end-while-a-held-one-is-shown", test_end_while_a_held_one_is_shown);
  ADD ("snoozed-in-2098", test_snoozed_in_2098);
  ADD ("held-in-1970", test_held_in_1970);
  ADD ("snoozed-before-two-years-off", test_snoozed_before_two_years_off);
  ADD ("a-try-counts-nothing", test_a_try_counts_nothing);
  ADD ("together-counts-once", test_together_counts_once);
  ADD ("summary-answered-late", test_summary_answered_late);
  ADD ("refused", test_refused);
  ADD ("refused-as-one", test_refused_as_one);
  ADD ("missed-answered-late", test_missed_answered_late);
  ADD ("since-a-time-to-come", test_since_a_time_to_come);
  ADD ("damaged-at-start", test_damaged_at_start);
  ADD ("readable-again", test_readable_again);
  ADD ("zone-with-new-rules", test_zone_with_new_rules);
  ADD ("zone-missing-for-a-moment", test_zone_missing_for_a_moment);
  ADD ("zone-missing-is-looked-for", test_zone_missing_is_looked_for);
  g_test_add_func ("/hard-cases/local-zone-with-new-rules", test_local_zone_with_new_rules);

  return g_test_run ();
}
