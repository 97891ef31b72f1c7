/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hearten-schedule.h"
#include "hearten-test-house.h"

/* Each row of the table of cases that reminders are held to, by its name there; and as many more. What the
 * table says of the real desktop is in dunst.py and the tests of the window. */

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

#define EVENING TEST_DAILY ("evening", "21:00")
#define KEY "evening@2026-11-23T21:00"

static void
begin (House *house, const char *now, const char *schedule)
{
  hearten_test_house_write (house, schedule);
  start_at (house, now);
}

/* Times on the wall: from midnight UTC of the day before, a rule comes at these instants and at no other
 * until the day after. */

typedef struct
{
  const char *name;
  const char *rule; /* without its zone */
  const char *zone;
  const char *after, *until;
  const char *instants;
} Wall;

#define DAILY(time) "\"repeat\":\"daily\",\"times\":[\"" time "\"]"
#define ON(day, time) "\"repeat\":\"once\",\"day\":\"" day "\",\"times\":[\"" time "\"]"

static const Wall walls[] = {
  { "berlin-gap", ON ("2026-03-29", "02:30"), "Europe/Berlin", "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z",
    "2026-03-29T01:30:00Z" },
  { "berlin-twice", ON ("2026-10-25", "02:30"), "Europe/Berlin", "2026-10-24T00:00:00Z",
    "2026-10-27T00:00:00Z", "2026-10-25T00:30:00Z" },
  { "new-york-gap", ON ("2027-03-14", "02:30"), "America/New_York", "2027-03-13T00:00:00Z",
    "2027-03-16T00:00:00Z", "2027-03-14T07:30:00Z" },
  { "new-york-twice", ON ("2026-11-01", "01:30"), "America/New_York", "2026-10-31T00:00:00Z",
    "2026-11-03T00:00:00Z", "2026-11-01T05:30:00Z" },
  { "cairo-no-midnight", ON ("2027-04-30", "00:00"), "Africa/Cairo", "2027-04-28T00:00:00Z",
    "2027-05-02T00:00:00Z", "2027-04-29T22:00:00Z" },
  { "santiago", ON ("2026-09-06", "00:30"), "America/Santiago", "2026-09-05T00:00:00Z",
    "2026-09-08T00:00:00Z", "2026-09-06T04:30:00Z" },
  { "dublin-winter-is-dst", ON ("2026-10-25", "01:30"), "Europe/Dublin", "2026-10-24T00:00:00Z",
    "2026-10-27T00:00:00Z", "2026-10-25T00:30:00Z" },
  { "havana", ON ("2026-11-01", "00:30"), "America/Havana", "2026-10-31T00:00:00Z", "2026-11-03T00:00:00Z",
    "2026-11-01T04:30:00Z" },
  { "kathmandu", ON ("2026-11-23", "09:00"), "Asia/Kathmandu", "2026-11-22T00:00:00Z", "2026-11-25T00:00:00Z",
    "2026-11-23T03:15:00Z" },
  { "berlin-daily", DAILY ("09:00"), "Europe/Berlin", "2026-10-24T00:00:00Z", "2026-10-26T23:00:00Z",
    "2026-10-24T07:00:00Z 2026-10-25T08:00:00Z 2026-10-26T08:00:00Z" },
  { "yearly-29-february", "\"repeat\":\"yearly\",\"month\":2,\"date\":29,\"times\":[\"09:00\"]", "UTC",
    "2026-12-01T00:00:00Z", "2028-12-01T00:00:00Z", "2027-02-28T09:00:00Z 2028-02-29T09:00:00Z" },
  { "monthly-31st", "\"repeat\":\"monthly\",\"date\":31,\"times\":[\"09:00\"]", "UTC", "2027-01-01T00:00:00Z",
    "2027-05-01T00:00:00Z",
    "2027-01-31T09:00:00Z 2027-02-28T09:00:00Z 2027-03-31T09:00:00Z 2027-04-30T09:00:00Z" },
  /* More of the kind */
  { "lord-howe-half-hour-gap", ON ("2026-10-04", "02:15"), "Australia/Lord_Howe", "2026-10-03T00:00:00Z",
    "2026-10-06T00:00:00Z", "2026-10-03T15:45:00Z" },
  { "apia-lost-day", ON ("2011-12-30", "09:00"), "Pacific/Apia", "2011-12-28T00:00:00Z",
    "2012-01-02T00:00:00Z", "2011-12-30T19:00:00Z" },
  { "troll-two-hours", ON ("2026-10-25", "02:30"), "Antarctica/Troll", "2026-10-24T00:00:00Z",
    "2026-10-27T00:00:00Z", "2026-10-25T00:30:00Z" },
  { "chatham", ON ("2026-11-23", "09:00"), "Pacific/Chatham", "2026-11-21T00:00:00Z", "2026-11-25T00:00:00Z",
    "2026-11-22T19:15:00Z" },
  { "kiritimati", ON ("2026-11-23", "09:00"), "Pacific/Kiritimati", "2026-11-21T00:00:00Z",
    "2026-11-25T00:00:00Z", "2026-11-22T19:00:00Z" },
  { "weekly-in-the-gap", "\"repeat\":\"weekly\",\"weekdays\":[\"sun\"],\"times\":[\"02:30\"]",
    "Europe/Berlin", "2026-03-23T00:00:00Z", "2026-04-06T00:00:00Z",
    "2026-03-29T01:30:00Z 2026-04-05T00:30:00Z" },
  { "hourly-over-the-gap", "\"repeat\":\"hourly\",\"every\":1,\"between\":[\"01:00\",\"04:00\"]",
    "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T12:00:00Z",
    "2026-03-29T00:00:00Z 2026-03-29T01:00:00Z 2026-03-29T02:00:00Z" },
  { "dates", "\"repeat\":\"dates\",\"dates\":[\"2026-12-31\",\"2026-12-24\"],\"times\":[\"18:00\"]",
    "Europe/Berlin", "2026-11-23T00:00:00Z", "2028-01-01T00:00:00Z",
    "2026-12-24T17:00:00Z 2026-12-31T17:00:00Z" },
};

static void
test_wall (gconstpointer data)
{
  const Wall *wall = data;
  g_autofree char *text = g_strdup_printf ("{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":["
                                           "{\"id\":\"r\",\"rule\":{%s,\"zone\":\"%s\"}}]}",
                                           wall->rule, wall->zone);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_from_bytes (bytes, &error);
  g_autoptr (GTimeZone) local = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (GString) instants = g_string_new (NULL);
  g_autoptr (GArray) dues = NULL;
  gint64 after, until;

  g_assert_no_error (error);
  g_assert_cmpuint (hearten_schedule_get_length (schedule), ==, 1);
  g_assert_true (hearten_instant_from_text (wall->after, &after));
  g_assert_true (hearten_instant_from_text (wall->until, &until));
  dues = hearten_schedule_between (schedule, after, until, local);
  for (guint i = 0; i < dues->len; i++)
    {
      g_autofree char *instant = hearten_instant_to_text (
          g_array_index (dues, HeartenDue, i).occurrence.instant);

      g_string_append_printf (instants, "%s%s", i > 0 ? " " : "", instant);
    }
  g_assert_cmpstr (instants->str, ==, wall->instants);
}

/* The same through the service, which wakes by itself: each instant of the table, once. */
static void
test_walls_lived (House *house, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autofree char *text = g_strdup_printf (TEST_SCHEDULE ("", "{\"id\":\"r\",\"rule\":{%s,"
                                                                  "\"zone\":\"%s\"}}"),
                                               walls[i].rule, walls[i].zone);
      g_auto (GStrv) instants = g_strsplit (walls[i].instants, " ", -1);

      g_unlink (house->ledger_path);
      /* A clock that long ago is not believed in. */
      if (g_str_has_prefix (walls[i].after, "2011"))
        continue;
      begin (house, walls[i].after, text);
      live_until (house, walls[i].until);
      g_assert_cmpuint (house->notifier->shown->len, ==, g_strv_length (instants));
      g_ptr_array_set_size (house->notifier->shown, 0);
    }
}

/* Asleep, off, and clocks that are set */

static void
test_suspend_across_due (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T14:00:00Z", TEST_SCHEDULE ("", EVENING));
  look_at (house, "2026-11-23T22:00:00Z");
  expect (house, "missed 1");
  expect_state (house, KEY, "missed");
}

static void
test_off_three_days (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  start_at (house, "2026-11-26T12:00:00Z");
  expect (house, "missed 1");
  start_at (house, "2026-11-26T12:00:10Z");
  expect (house, "");
}

static void
test_clock_forward_then_back (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  look_at (house, "2026-11-24T12:00:00Z");
  expect (house, "missed 1");
  look_at (house, "2026-11-23T12:00:10Z");
  live_until (house, "2026-11-24T12:00:00Z");
  expect (house, "");
  live_until (house, "2026-11-24T20:00:00Z");
  expect (house, "evening@2026-11-24T21:00");
}

static void
test_clock_back_before_due (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T19:59:00Z");
  look_at (house, "2026-11-23T17:59:00Z");
  live_until (house, "2026-11-23T23:00:00Z");
  expect (house, KEY);
}

static void
test_boot_in_1970 (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
  start_at (house, "1970-01-01T00:00:10Z");
  look_at (house, "2026-11-23T22:00:00Z");
  expect (house, "");
  g_assert_cmpuint (hearten_ledger_get_length (hearten_service_get_ledger (house->service)), ==, 1);
  live_until (house, "2026-11-24T20:00:00Z");
  expect (house, "evening@2026-11-24T21:00");
}

static void
test_boot_in_2098 (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  start_at (house, "2098-06-01T00:00:10Z");
  look_at (house, "2098-06-01T00:01:00Z");
  expect (house, "");
  g_assert_cmpuint (hearten_ledger_get_length (hearten_service_get_ledger (house->service)), ==, 0);
  look_at (house, "2026-11-23T12:05:00Z");
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

/* The very first start is with the wrong clock. */
static void
test_first_boot_in_2098 (House *house, gconstpointer data)
{
  begin (house, "2098-06-01T00:00:10Z", TEST_SCHEDULE ("", EVENING));
  look_at (house, "2026-11-23T12:05:00Z");
  expect (house, "");
  live_until (house, "2026-11-24T20:00:00Z");
  expect (house, KEY ", evening@2026-11-24T21:00");
  start_at (house, "2026-11-25T22:00:00Z");
  expect (house, "missed 1");
}

static void
test_first_boot_in_1970 (House *house, gconstpointer data)
{
  begin (house, "1970-01-01T00:00:10Z", TEST_SCHEDULE ("", EVENING));
  look_at (house, "2026-11-23T12:05:00Z");
  expect (house, "");
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

/* Off for two years, really: it is the clock that is right then. */
static void
test_off_for_two_years (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  start_at (house, "2028-11-23T12:00:00Z");
  expect (house, "");
  live_until (house, "2028-11-23T20:00:00Z");
  expect (house, "evening@2028-11-23T21:00");
  start_at (house, "2028-11-24T21:00:00Z");
  expect (house, "missed 1");
}

static void
test_floating_and_fixed (House *house, gconstpointer data)
{
  hearten_test_clock_set_zone (house->clock, "Europe/Berlin");
  begin (house, "2026-09-30T14:00:00Z",
         TEST_SCHEDULE (
             "", TEST_DAILY ("floating", "09:00") "," TEST_DAILY_IN ("fixed", "09:00", "Europe/Berlin")));
  hearten_test_clock_set_zone (house->clock, "America/New_York");
  hearten_service_zones_changed (house->service);
  expect_next (house,
               "2026-10-01T07:00:00Z fixed, 2026-10-01T13:00:00Z floating, 2026-10-02T07:00:00Z fixed");
  live_until (house, "2026-10-01T12:59:00Z");
  expect (house, "fixed@2026-10-01T09:00");
  live_until (house, "2026-10-01T13:00:00Z");
  expect (house, "floating@2026-10-01T09:00");
}

static void
test_zone_change_on_the_due_minute (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T19:59:00Z");
  hearten_test_clock_set_zone (house->clock, "Europe/London");
  hearten_test_clock_set_now (house->clock, "2026-11-23T20:00:00Z");
  hearten_service_zones_changed (house->service);
  /* It is eight there. */
  expect (house, "");
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, KEY);
}

static void
test_zone_change_after_it_came (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
  hearten_test_clock_set_zone (house->clock, "Europe/London");
  hearten_service_zones_changed (house->service);
  live_until (house, "2026-11-23T23:00:00Z");
  expect (house, "");
}

/* Nothing is due today: it would sleep until midnight of the wrong place. */
static void
test_zone_change_while_resting (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T21:00:00Z", TEST_SCHEDULE ("", EVENING));
  expect_wake (house, "2026-11-23T23:00:00Z");
  hearten_test_clock_set_zone (house->clock, "America/New_York");
  hearten_service_zones_changed (house->service);
  expect_wake (house, "2026-11-23T21:01:00Z");
  expect_next (house, "2026-11-24T02:00:00Z evening, 2026-11-25T02:00:00Z evening, "
                      "2026-11-26T02:00:00Z evening");
}

/* Killed at every step */

static char *
read_ledger (House *house)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (house->ledger_path, &text, NULL, NULL));
  return text;
}

static void
test_kill_between_notify_and_mark (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
  g_assert_true (g_file_set_contents (house->ledger_path, house->notifier->ledger_then, -1, NULL));
  start_at (house, "2026-11-23T20:00:10Z");
  /* The same id: desktops that know ids replace it. */
  expect (house, KEY);
  expect_state (house, KEY, "shown");
}

static void
test_kill_before_the_summary (House *house, gconstpointer data)
{
  g_autofree char *noted = NULL;
  g_autofree char *untold = NULL;

  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  start_at (house, "2026-11-24T12:00:00Z");
  expect (house, "missed 1");
  /* What the disk held when it was noted and not told of. */
  noted = read_ledger (house);
  untold = g_strdup_printf ("{\"untold\":1,%s", strchr (noted, '{') + 1);
  g_assert_true (g_file_set_contents (house->ledger_path, untold, -1, NULL));
  start_at (house, "2026-11-24T12:00:10Z");
  expect (house, "missed 1");
  start_at (house, "2026-11-24T12:00:20Z");
  expect (house, "");
}

static void
test_kill_with_several_pending (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z",
         TEST_SCHEDULE ("", TEST_DAILY ("a", "21:00") "," TEST_DAILY ("b", "21:00")));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, "a@2026-11-23T21:00, b@2026-11-23T21:00");
  g_assert_true (g_file_set_contents (house->ledger_path, house->notifier->ledger_then, -1, NULL));
  start_at (house, "2026-11-23T20:00:10Z");
  expect (house, "a@2026-11-23T21:00, b@2026-11-23T21:00");
  start_at (house, "2026-11-23T20:00:20Z");
  expect (house, "");
}

static void
test_kill_pending_for_hours (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
  g_assert_true (g_file_set_contents (house->ledger_path, house->notifier->ledger_then, -1, NULL));
  start_at (house, "2026-11-23T22:00:00Z");
  expect (house, "missed 1");
}

/* Two programs, two devices */

static void
test_fifty_due_together (House *house, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":[");

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (text, "%s{\"id\":\"r%u\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"21:00\"]}}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  begin (house, "2026-11-23T12:00:00Z", text->str);
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, "together 50");
}

/* Each device shows it, and each keeps its own ledger: what one of them showed is nothing to the other. */
static void
test_two_devices (House *house, gconstpointer data)
{
  House other;

  hearten_test_house_set_up (&other, NULL);
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  begin (&other, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
  g_assert_true (hearten_service_done (house->service, KEY, NULL));
  live_until (&other, "2026-11-23T20:00:00Z");
  expect (&other, KEY);
  hearten_test_house_tear_down (&other, NULL);
}

/* Done there: the app here hears of it by the synced records and writes it into the schedule. */
static void
test_done_on_the_other_device (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", EVENING));
  reload (house, TEST_SCHEDULE ("", "{\"id\":\"evening\",\"skip\":\"2026-11-23\",\"rule\":{\"repeat\":"
                                    "\"daily\",\"times\":[\"21:00\"]}}"));
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, "");
  expect_state (house, KEY, "skipped already");
}

/* Files that are not as they should be: each part that cannot be read is warned of, and nothing else is. */

static guint warnings;

static GLogWriterOutput
count_warnings (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if (level != G_LOG_LEVEL_WARNING)
    return g_log_writer_default (level, fields, n_fields, data);

  warnings++;
  return G_LOG_WRITER_HANDLED;
}

static void
expect_warnings (guint count)
{
  g_assert_cmpuint (warnings, ==, count);
  warnings = 0;
}

static void
test_one_corrupt_line (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z",
         TEST_SCHEDULE ("", "{\"id\":\"bad\",\"rule\":{\"repeat\":\"sometimes\"}}," EVENING ",17"));
  expect_warnings (2);
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

static void
test_corrupt_manners (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("\"quiet\":[\"25:00\"],", EVENING));
  expect_warnings (1);
  live_until (house, "2026-11-23T20:00:00Z");
  expect (house, KEY);
}

static void
test_one_corrupt_entry (House *house, gconstpointer data)
{
  hearten_test_house_write (house, TEST_SCHEDULE ("", EVENING));
  g_assert_true (g_file_set_contents (
      house->ledger_path,
      "{\"fmt\":\"hearten-ledger\",\"v\":1,\"looked\":\"2026-11-23T19:00:00Z\",\"entries\":["
      "{\"key\":\"x@1\",\"state\":\"eaten\",\"due\":\"2026-11-23T19:00:00Z\"},"
      "{\"key\":\"" KEY "\",\"state\":\"shown\",\"due\":\"2026-11-23T20:00:00Z\"}]}",
      -1, NULL));
  start_at (house, "2026-11-23T20:00:30Z");
  expect_warnings (1);
  expect (house, "");
}

static void
test_newer_ledger (House *house, gconstpointer data)
{
  static const char newer[] = "{\"fmt\":\"hearten-ledger\",\"v\":2,\"looked\":17,\"entries\":{\"a\":1}}";
  g_autofree char *kept = NULL;

  hearten_test_house_write (house, TEST_SCHEDULE ("", EVENING));
  g_assert_true (g_file_set_contents (house->ledger_path, newer, -1, NULL));
  start_at (house, "2026-11-23T12:00:00Z");
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, KEY);
  kept = read_ledger (house);
  g_assert_cmpstr (kept, ==, newer);
}

/* Putting off */

static void
test_snooze_at_berlin (House *house, gconstpointer data)
{
  begin (house, "2026-10-25T00:54:00Z", TEST_SCHEDULE ("", TEST_DAILY ("night", "02:55")));
  live_until (house, "2026-10-25T00:55:00Z");
  expect (house, "night@2026-10-25T02:55");
  g_assert_true (hearten_service_snooze_for (house->service, "night@2026-10-25T02:55",
                                             HEARTEN_SNOOZE_TEN_MINUTES, NULL));
  expect_next (house, "2026-10-25T01:05:00Z night again, 2026-10-26T01:55:00Z night, "
                      "2026-10-27T01:55:00Z night");
  live_until (house, "2026-10-25T01:05:00Z");
  expect (house, "night@2026-10-25T02:55");
}

static void
test_snooze_over_a_restart (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T19:59:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_snooze (house->service, KEY, 60, NULL));
  start_at (house, "2026-11-23T20:30:00Z");
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, KEY ", " KEY);
}

static void
test_snooze_over_a_sleep (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T19:59:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_snooze (house->service, KEY, 60, NULL));
  look_at (house, "2026-11-24T07:00:00Z");
  expect (house, KEY ", missed 1");
}

static void
test_snooze_and_the_clock_set_back (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T19:59:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_snooze (house->service, KEY, 10, NULL));
  look_at (house, "2026-11-23T18:00:00Z");
  live_until (house, "2026-11-23T20:10:00Z");
  expect (house, KEY ", " KEY);
  live_until (house, "2026-11-23T23:00:00Z");
  expect (house, "");
}

static void
test_snooze_and_travel (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T19:59:00Z", TEST_SCHEDULE ("", EVENING));
  live_until (house, "2026-11-23T20:00:00Z");
  g_assert_true (hearten_service_snooze (house->service, KEY, 60, NULL));
  hearten_test_clock_set_zone (house->clock, "Asia/Tokyo");
  hearten_service_zones_changed (house->service);
  live_until (house, "2026-11-23T21:00:00Z");
  expect (house, KEY ", " KEY);
}

/* Days that are moved: what the app wrote before and writes now. */

#define DATES(days)                                                                                          \
  "{\"id\":\"space\",\"rule\":{\"repeat\":\"dates\",\"dates\":[" days "],\"times\":[\"20:00\"]}}"

static void
test_space_extended (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", DATES ("\"2026-11-24\"")));
  reload (house, TEST_SCHEDULE ("", DATES ("\"2026-11-26\"")));
  live_until (house, "2026-11-27T12:00:00Z");
  expect (house, "space@2026-11-26T20:00");
}

static void
test_plan_moved_and_back (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", DATES ("\"2026-11-24\"")));
  live_until (house, "2026-11-24T20:00:00Z");
  expect (house, "space@2026-11-24T20:00");
  reload (house, TEST_SCHEDULE ("", DATES ("\"2026-11-26\"")));
  reload (house, TEST_SCHEDULE ("", DATES ("\"2026-11-24\"")));
  live_until (house, "2026-11-30T12:00:00Z");
  expect (house, "");
}

static void
test_plan_moved_into_the_past (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T12:00:00Z", TEST_SCHEDULE ("", DATES ("\"2026-11-30\"")));
  reload (house, TEST_SCHEDULE ("", DATES ("\"2026-11-20\"")));
  live_until (house, "2026-12-01T12:00:00Z");
  expect (house, "");
  expect_wake (house, "never");
}

/* At rest */

static void
test_no_wakes_with_nothing_due_today (House *house, gconstpointer data)
{
  begin (house, "2026-11-23T06:00:00Z", TEST_SCHEDULE ("", DATES ("\"2026-12-24\"")));
  for (int day = 24; day <= 30; day++)
    {
      g_autofree char *midnight = g_strdup_printf ("2026-11-%02dT23:00:00Z", day - 1);

      expect_wake (house, midnight);
      look_at (house, midnight);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (count_warnings, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autofree char *path = g_strconcat ("/cases/wall/", walls[i].name, NULL);

      g_test_add_data_func (path, &walls[i], test_wall);
    }
  TEST_ADD ("/cases/walls-lived", test_walls_lived);
  TEST_ADD ("/cases/suspend-across-due", test_suspend_across_due);
  TEST_ADD ("/cases/off-three-days", test_off_three_days);
  TEST_ADD ("/cases/clock-forward-then-back", test_clock_forward_then_back);
  TEST_ADD ("/cases/clock-back-before-due", test_clock_back_before_due);
  TEST_ADD ("/cases/boot-in-1970", test_boot_in_1970);
  TEST_ADD ("/cases/boot-in-2098", test_boot_in_2098);
  TEST_ADD ("/cases/first-boot-in-1970", test_first_boot_in_1970);
  TEST_ADD ("/cases/first-boot-in-2098", test_first_boot_in_2098);
  TEST_ADD ("/cases/off-for-two-years", test_off_for_two_years);
  TEST_ADD ("/cases/floating-and-fixed", test_floating_and_fixed);
  TEST_ADD ("/cases/zone-change-on-the-due-minute", test_zone_change_on_the_due_minute);
  TEST_ADD ("/cases/zone-change-after-it-came", test_zone_change_after_it_came);
  TEST_ADD ("/cases/zone-change-while-resting", test_zone_change_while_resting);
  TEST_ADD ("/cases/kill-between-notify-and-mark", test_kill_between_notify_and_mark);
  TEST_ADD ("/cases/kill-before-the-summary", test_kill_before_the_summary);
  TEST_ADD ("/cases/kill-with-several-pending", test_kill_with_several_pending);
  TEST_ADD ("/cases/kill-pending-for-hours", test_kill_pending_for_hours);
  TEST_ADD ("/cases/fifty-due-together", test_fifty_due_together);
  TEST_ADD ("/cases/two-devices", test_two_devices);
  TEST_ADD ("/cases/done-on-the-other-device", test_done_on_the_other_device);
  TEST_ADD ("/cases/one-corrupt-line", test_one_corrupt_line);
  TEST_ADD ("/cases/corrupt-manners", test_corrupt_manners);
  TEST_ADD ("/cases/one-corrupt-entry", test_one_corrupt_entry);
  TEST_ADD ("/cases/newer-ledger", test_newer_ledger);
  TEST_ADD ("/cases/snooze-at-berlin", test_snooze_at_berlin);
  TEST_ADD ("/cases/snooze-over-a-restart", test_snooze_over_a_restart);
  TEST_ADD ("/cases/snooze-over-a-sleep", test_snooze_over_a_sleep);
  TEST_ADD ("/cases/snooze-and-the-clock-set-back", test_snooze_and_the_clock_set_back);
  TEST_ADD ("/cases/snooze-and-travel", test_snooze_and_travel);
  TEST_ADD ("/cases/space-extended", test_space_extended);
  TEST_ADD ("/cases/plan-moved-and-back", test_plan_moved_and_back);
  TEST_ADD ("/cases/plan-moved-into-the-past", test_plan_moved_into_the_past);
  TEST_ADD ("/cases/no-wakes-with-nothing-due-today", test_no_wakes_with_nothing_due_today);

  status = g_test_run ();
  expect_warnings (0);
  return status;
}
