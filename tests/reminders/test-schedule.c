/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "hearten-instant.h"
#include "hearten-schedule.h"
#include "hearten-test-house.h"

#define DAILY(id, time)                                                                                      \
  "{\"id\":\"" id "\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"" time "\"],\"zone\":\"UTC\"}}"
#define SCHEDULE(reminders) "{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":[" reminders "]}"

static HeartenSchedule *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hearten_schedule_from_bytes (bytes, error);
}

static void
expect (GArray *dues, guint position, const char *when, const char *id)
{
  HeartenDue *due = &g_array_index (dues, HeartenDue, position);
  g_autofree char *text = hearten_instant_to_text (due->occurrence.instant);

  g_assert_cmpuint (position, <, dues->len);
  g_assert_cmpstr (text, ==, when);
  g_assert_cmpstr (due->item->id, ==, id);
}

static void
test_upcoming (void)
{
  g_autoptr (HeartenSchedule) schedule = read_text (
      SCHEDULE (DAILY ("b", "21:00") "," DAILY ("a", "21:00") "," DAILY ("c", "07:15")), NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray)
      dues = hearten_schedule_upcoming (schedule, hearten_test_instant ("2026-11-23T20:59:59Z"), utc, 4);

  g_assert_cmpuint (dues->len, ==, 4);
  expect (dues, 0, "2026-11-23T21:00:00Z", "a");
  expect (dues, 1, "2026-11-23T21:00:00Z", "b");
  expect (dues, 2, "2026-11-24T07:15:00Z", "c");
  expect (dues, 3, "2026-11-24T21:00:00Z", "a");
}

static void
test_strictly_after (void)
{
  g_autoptr (HeartenSchedule) schedule = read_text (SCHEDULE (DAILY ("a", "21:00")), NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray)
      dues = hearten_schedule_upcoming (schedule, hearten_test_instant ("2026-11-23T21:00:00Z"), utc, 1);

  expect (dues, 0, "2026-11-24T21:00:00Z", "a");
}

static void
test_between (void)
{
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_new ();
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) dues = NULL;

  hearten_schedule_add (schedule, "old", rule, "Hearten", "x", NULL,
                        hearten_test_instant ("2026-01-01T00:00:00Z"));
  hearten_schedule_add (schedule, "new", rule, "Hearten", "x", NULL,
                        hearten_test_instant ("2026-11-22T21:00:30Z"));
  dues = hearten_schedule_between (schedule, hearten_test_instant ("2026-11-21T21:00:00Z"),
                                   hearten_test_instant ("2026-11-23T21:00:00Z"), utc);

  g_assert_cmpuint (dues->len, ==, 3);
  expect (dues, 0, "2026-11-22T21:00:00Z", "old");
  expect (dues, 1, "2026-11-23T21:00:00Z", "new");
  expect (dues, 2, "2026-11-23T21:00:00Z", "old");
}

static void
test_one_bad_reminder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenSchedule) schedule = read_text (
      SCHEDULE ("17,{}," DAILY ("a", "25:00") "," DAILY ("b", "09:00") "," DAILY (
          "b",
          "10:00") ",null,{\"id\":\"c\"},"
                   "{\"id\":\"d d\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"09:00\"]}},"
                   "{\"id\":\"e\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"09:00\"]},\"since\":\"soon\"},"
                   "{\"id\":\"g\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"09:00\"]},"
                   "\"since\":\"0752-11-23T20:00:00Z\"},"
                   "{\"id\":\"f\",\"rule\":{\"repeat\":\"daily\",\"times\":[\"09:00\"]},\"body\":7}"),
      &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hearten_schedule_get_length (schedule), ==, 1);
  g_assert_nonnull (hearten_schedule_find (schedule, "b"));
  g_assert_cmpuint (g_strv_length ((GStrv) hearten_schedule_get_skipped (schedule)), ==, 10);
}

/* One that cannot be, of each kind; the good one between them comes. */
static void
test_one_bad_rule (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenSchedule) schedule = read_text (
      SCHEDULE (
          "{\"id\":\"1\",\"rule\":{\"repeat\":\"once\",\"times\":[\"09:00\"]}},"
          "{\"id\":\"2\",\"rule\":{\"repeat\":\"weekly\",\"weekdays\":[],\"times\":[\"09:00\"]}},"
          "{\"id\":\"3\",\"rule\":{\"repeat\":\"days\",\"every\":0,\"from\":\"2026-11-23\","
          "\"times\":[\"09:00\"]}}," DAILY (
              "good", "09:00") ","
                               "{\"id\":\"4\",\"rule\":{\"repeat\":\"monthly\",\"date\":99999999999,"
                               "\"times\":[\"09:00\"]}},"
                               "{\"id\":\"5\",\"rule\":{\"repeat\":\"yearly\",\"month\":2,\"date\":30,"
                               "\"times\":[\"09:00\"]}},"
                               "{\"id\":\"6\",\"rule\":{\"repeat\":\"hourly\",\"every\":1,\"between\":[\"21:"
                               "00\",\"09:00\"]}},"
                               "{\"id\":\"7\",\"rule\":{\"repeat\":\"moments\",\"count\":3,\"between\":[]}},"
                               "{\"id\":\"8\",\"rule\":{\"repeat\":\"never\",\"times\":[\"09:00\"]}},"
                               "{\"id\":\"9\",\"rule\":[]}"),
      &error);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray) dues = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((GStrv) hearten_schedule_get_skipped (schedule)), ==, 9);
  dues = hearten_schedule_upcoming (schedule, hearten_test_instant ("2026-11-23T20:00:00Z"), utc, 2);
  expect (dues, 0, "2026-11-24T09:00:00Z", "good");
  expect (dues, 1, "2026-11-25T09:00:00Z", "good");
}

/* One that is over leaves the rest in their order. */
static void
test_upcoming_ends (void)
{
  g_autoptr (HeartenSchedule) schedule = read_text (
      SCHEDULE ("{\"id\":\"a\",\"rule\":{\"repeat\":\"once\",\"day\":\"2026-11-24\",\"times\":[\"08:00\"]}},"
                "{\"id\":\"b\",\"rule\":{\"repeat\":\"once\",\"day\":\"2026-11-25\",\"times\":[\"08:00\"]}}"),
      NULL);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GArray)
      dues = hearten_schedule_upcoming (schedule, hearten_test_instant ("2026-11-23T20:00:00Z"), utc, 9);

  g_assert_cmpuint (dues->len, ==, 2);
  expect (dues, 0, "2026-11-24T08:00:00Z", "a");
  expect (dues, 1, "2026-11-25T08:00:00Z", "b");
}

static void
test_refused (void)
{
  const struct
  {
    const char *text;
    HeartenError code;
  } refused[] = {
    { "", HEARTEN_ERROR_MALFORMED },
    { "[]", HEARTEN_ERROR_MALFORMED },
    { "{\"fmt\":\"hearten-schedule\",\"v\":1", HEARTEN_ERROR_MALFORMED },
    { "{}", HEARTEN_ERROR_NOT_A_RECORD },
    { "{\"fmt\":\"hearten-schedule\"}", HEARTEN_ERROR_NOT_A_RECORD },
    { "{\"fmt\":\"something\",\"v\":1}", HEARTEN_ERROR_NOT_A_RECORD },
    { "{\"fmt\":\"hearten-schedule\",\"v\":2}", HEARTEN_ERROR_NEWER },
    { "{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":{}}", HEARTEN_ERROR_NOT_A_RECORD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i].text);
      g_assert_null (read_text (refused[i].text, &error));
      g_assert_error (error, HEARTEN_ERROR, (int) refused[i].code);
    }
}

static void
test_many (void)
{
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_new ();
  g_autoptr (HeartenSchedule) again = NULL;
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%05d", i);

      hearten_schedule_add (schedule, id, rule, "Hearten", "x", NULL, 0);
    }

  bytes = hearten_schedule_to_bytes (schedule);
  again = hearten_schedule_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hearten_schedule_get_length (again), ==, 10000);
}

/* Ten thousand reminders of five kinds: how long it takes to see what comes next. */
static void
test_many_planned (void)
{
  const char *const rules[] = {
    "\"repeat\":\"daily\",\"times\":[\"09:00\"]",
    "\"repeat\":\"weekly\",\"weekdays\":[\"mon\"],\"times\":[\"21:00\"],\"zone\":\"Asia/Tokyo\"",
    "\"repeat\":\"monthly\",\"date\":31,\"times\":[\"09:00\"],\"zone\":\"America/New_York\"",
    "\"repeat\":\"yearly\",\"month\":2,\"date\":29,\"times\":[\"09:00\"]",
    "\"repeat\":\"moments\",\"count\":3,\"between\":[\"09:00\",\"21:00\"]",
  };
  g_autoptr (GString) text = g_string_new ("{\"fmt\":\"hearten-schedule\",\"v\":1,\"reminders\":[");
  g_autoptr (HeartenSchedule) schedule = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GArray) dues = NULL;
  clock_t begin, read, planned;

  for (int i = 0; i < 10000; i++)
    g_string_append_printf (text, "%s{\"id\":\"%05d\",\"rule\":{%s},\"body\":\"x\"}", i > 0 ? "," : "", i,
                            rules[i % G_N_ELEMENTS (rules)]);
  g_string_append (text, "]}");

  begin = clock ();
  schedule = read_text (text->str, NULL);
  g_assert_cmpuint (hearten_schedule_get_length (schedule), ==, 10000);
  read = clock ();
  dues = hearten_schedule_upcoming (schedule, hearten_test_instant ("2026-11-23T21:00:00Z"), zone, 10);
  planned = clock ();

  g_assert_cmpuint (dues->len, ==, 10);
  g_test_message ("read in %.1f ms, planned in %.1f ms", 1000.0 * (double) (read - begin) / CLOCKS_PER_SEC,
                  1000.0 * (double) (planned - read) / CLOCKS_PER_SEC);
}

static void
test_round_trip (void)
{
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_new ();
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (HeartenSchedule) again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const HeartenScheduled *item;

  hearten_schedule_add (schedule, "a", rule, "Hearten", "<3 & “you”", "tip-21",
                        hearten_test_instant ("2026-11-23T20:00:00Z"));
  bytes = hearten_schedule_to_bytes (schedule);
  again = hearten_schedule_from_bytes (bytes, &error);
  g_assert_no_error (error);
  item = hearten_schedule_find (again, "a");
  g_assert_nonnull (item);
  g_assert_true (hearten_rule_equal (item->rule, rule));
  g_assert_cmpstr (item->title, ==, "Hearten");
  g_assert_cmpstr (item->body, ==, "<3 & “you”");
  g_assert_cmpstr (item->page, ==, "tip-21");
  g_assert_cmpint (item->since, ==, hearten_test_instant ("2026-11-23T20:00:00Z"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/upcoming", test_upcoming);
  g_test_add_func ("/schedule/strictly-after", test_strictly_after);
  g_test_add_func ("/schedule/between", test_between);
  g_test_add_func ("/schedule/one-bad-reminder", test_one_bad_reminder);
  g_test_add_func ("/schedule/one-bad-rule", test_one_bad_rule);
  g_test_add_func ("/schedule/upcoming-ends", test_upcoming_ends);
  g_test_add_func ("/schedule/refused", test_refused);
  g_test_add_func ("/schedule/many", test_many);
  g_test_add_func ("/schedule/many-planned", test_many_planned);
  g_test_add_func ("/schedule/round-trip", test_round_trip);

  return g_test_run ();
}
