/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-instant.h"
#include "hearten-json.h"
#include "hearten-rule.h"
#include "hearten-test-house.h"

/* Follows a daily rule through the instants in @expected. */
static void
follow (const char *time, const char *zone, const char *after, const char *const *expected)
{
  g_autofree char *json = g_strdup_printf ("{\"repeat\":\"daily\",\"times\":[\"%s\"],\"zone\":\"%s\"}", time,
                                           zone);
  g_autoptr (HeartenRule) daily = hearten_test_rule (json);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 cursor = hearten_test_instant (after);

  for (; *expected != NULL; expected++)
    {
      HeartenOccurrence next;
      g_autofree char *found = NULL;

      g_assert_true (hearten_rule_next (daily, cursor, utc, &next));
      found = hearten_instant_to_text (next.instant);
      g_assert_cmpstr (found, ==, *expected);
      g_assert_cmpint (next.instant, >, cursor);
      cursor = next.instant;
    }
}

#define FOLLOW(time, zone, after, ...) follow (time, zone, after, (const char *const[]) { __VA_ARGS__, NULL })

/* The case table of RELIABILITY.md; each with the day before or after, so that "once" is seen. */

static void
test_berlin_gap (void)
{
  FOLLOW ("02:30", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
}

static void
test_berlin_twice (void)
{
  FOLLOW ("02:30", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  /* Asked between the two, it is over. */
  FOLLOW ("02:30", "Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-26T01:30:00Z");
}

static void
test_berlin_nine (void)
{
  FOLLOW ("09:00", "Europe/Berlin", "2026-10-23T12:00:00Z", "2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z",
          "2026-10-26T08:00:00Z");
}

static void
test_new_york (void)
{
  FOLLOW ("02:30", "America/New_York", "2027-03-13T12:00:00Z", "2027-03-14T07:30:00Z",
          "2027-03-15T06:30:00Z");
  FOLLOW ("01:30", "America/New_York", "2026-10-31T12:00:00Z", "2026-11-01T05:30:00Z",
          "2026-11-02T06:30:00Z");
}

static void
test_cairo (void)
{
  FOLLOW ("00:00", "Africa/Cairo", "2027-04-29T12:00:00Z", "2027-04-29T22:00:00Z", "2027-04-30T21:00:00Z");
}

static void
test_santiago (void)
{
  FOLLOW ("00:30", "America/Santiago", "2026-09-05T12:00:00Z", "2026-09-06T04:30:00Z",
          "2026-09-07T03:30:00Z");
}

static void
test_dublin (void)
{
  FOLLOW ("01:30", "Europe/Dublin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
}

static void
test_havana (void)
{
  /* What follows the day in 2026 depends on the edition of tzdata. */
  FOLLOW ("00:30", "America/Havana", "2026-10-31T12:00:00Z", "2026-11-01T04:30:00Z");
  FOLLOW ("00:30", "America/Havana", "2025-11-01T12:00:00Z", "2025-11-02T04:30:00Z", "2025-11-03T05:30:00Z");
}

static void
test_kathmandu (void)
{
  FOLLOW ("09:00", "Asia/Kathmandu", "2026-11-23T00:00:00Z", "2026-11-23T03:15:00Z", "2026-11-24T03:15:00Z");
}

static void
test_lord_howe (void)
{
  /* Its clocks move by half an hour. */
  FOLLOW ("02:15", "Australia/Lord_Howe", "2026-10-03T00:00:00Z", "2026-10-03T15:45:00Z",
          "2026-10-04T15:15:00Z");
}

static void
test_apia_skipped_day (void)
{
  /* There was no 30 December 2011: its nine o'clock falls on that of the 31st and comes once. */
  FOLLOW ("09:00", "Pacific/Apia", "2011-12-29T00:00:00Z", "2011-12-29T19:00:00Z", "2011-12-30T19:00:00Z",
          "2011-12-31T19:00:00Z");
}

static void
test_far_away (void)
{
  FOLLOW ("02:30", "Europe/Berlin", "2036-03-29T12:00:00Z", "2036-03-30T01:30:00Z");
  FOLLOW ("09:00", "Europe/Berlin", "1970-01-01T00:00:00Z", "1970-01-01T08:00:00Z");
  FOLLOW ("09:00", "Europe/Berlin", "1960-01-01T00:00:00Z", "1960-01-01T08:00:00Z");
}

static void
test_floating (void)
{
  g_autoptr (HeartenRule) floating = hearten_test_rule ("{\"repeat\":\"daily\",\"times\":[\"09:00\"]}");
  g_autoptr (HeartenRule)
      fixed = hearten_test_rule ("{\"repeat\":\"daily\",\"times\":[\"09:00\"],\"zone\":\"Europe/Berlin\"}");
  g_autoptr (GTimeZone) new_york = g_time_zone_new_identifier ("America/New_York");
  gint64 midnight = hearten_test_instant ("2026-10-01T00:00:00Z");
  HeartenOccurrence next;

  g_assert_true (hearten_rule_next (floating, midnight, new_york, &next));
  g_assert_cmpint (next.instant, ==, hearten_test_instant ("2026-10-01T13:00:00Z"));
  g_assert_true (hearten_rule_next (fixed, midnight, new_york, &next));
  g_assert_cmpint (next.instant, ==, hearten_test_instant ("2026-10-01T07:00:00Z"));
}

static void
test_key (void)
{
  g_autoptr (HeartenRule)
      daily = hearten_test_rule ("{\"repeat\":\"daily\",\"times\":[\"02:30\"],\"zone\":\"Europe/Berlin\"}");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *key = NULL;
  HeartenOccurrence next;

  g_assert_true (hearten_rule_next (daily, hearten_test_instant ("2026-03-28T12:00:00Z"), utc, &next));
  key = hearten_occurrence_dup_key (&next, "a-b");
  g_assert_cmpstr (key, ==, "a-b@2026-03-29T02:30");
}

static void
test_times_in_a_gap (void)
{
  /* 02:30 does not exist and comes at 03:30, after the real 03:00. */
  g_autoptr (HeartenRule) daily = hearten_test_rule (
      "{\"repeat\":\"daily\",\"times\":[\"03:00\",\"02:30\"],\"zone\":\"Europe/Berlin\"}");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HeartenOccurrence next;

  g_assert_true (hearten_rule_next (daily, hearten_test_instant ("2026-03-28T12:00:00Z"), utc, &next));
  g_assert_cmpint (next.instant, ==, hearten_test_instant ("2026-03-29T01:00:00Z"));
  g_assert_true (hearten_rule_next (daily, next.instant, utc, &next));
  g_assert_cmpint (next.instant, ==, hearten_test_instant ("2026-03-29T01:30:00Z"));
  g_assert_cmpint (next.minute, ==, 150);
}

/* A year in zones whose clocks do odd things: always forward, and no scheduled time comes twice. */
static void
test_year (void)
{
  const char *const zones[] = { "Europe/Berlin",    "Africa/Casablanca",   "Africa/Cairo",
                                "America/Havana",   "Asia/Gaza",           "Pacific/Chatham",
                                "Antarctica/Troll", "America/Scoresbysund" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"repeat\":\"daily\",\"times\":[\"00:00\",\"00:30\",\"02:30\",\"23:59\"],\"zone\":\"%s\"}",
          zones[i]);
      g_autoptr (HeartenRule) daily = hearten_test_rule (json);
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      HeartenOccurrence next = { hearten_test_instant ("2026-01-01T12:00:00Z"), 0, 0 };
      gint64 end = hearten_test_instant ("2027-01-01T12:00:00Z");
      guint count = 0;

      while (next.instant < end)
        {
          gint64 cursor = next.instant;

          g_assert_true (hearten_rule_next (daily, cursor, utc, &next));
          g_assert_cmpint (next.instant, >, cursor);
          g_assert_true (g_hash_table_add (seen, hearten_occurrence_dup_key (&next, "x")));
          count++;
        }
      g_assert_cmpuint (count, >=, 365 * 4 - 2);
      g_assert_cmpuint (count, <=, 365 * 4 + 2);
    }
}

static void
test_json (void)
{
  const char
      *text = "{\"repeat\":\"daily\",\"times\":[\"21:00\",\"08:30\",\"21:00\"],\"zone\":\"Europe/Berlin\"}";
  g_autoptr (HeartenRule) first = hearten_test_rule (text);
  g_autoptr (JsonObject) object = hearten_rule_to_json (first);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenRule) second = hearten_rule_from_json (object, &error);
  const int *times;
  gsize n_times;

  g_assert_no_error (error);
  g_assert_true (hearten_rule_equal (first, second));
  times = hearten_rule_get_times (second, &n_times);
  g_assert_cmpuint (n_times, ==, 2);
  g_assert_cmpint (times[0], ==, 8 * 60 + 30);
  g_assert_cmpint (times[1], ==, 21 * 60);
  g_assert_cmpstr (hearten_rule_get_zone (second), ==, "Europe/Berlin");
}

static void
test_json_refused (void)
{
  const char *const refused[] = {
    "{}",
    "{\"repeat\":\"daily\"}",
    "{\"repeat\":\"daily\",\"times\":[]}",
    "{\"repeat\":\"daily\",\"times\":[\"24:00\"]}",
    "{\"repeat\":\"daily\",\"times\":[\"21:60\"]}",
    "{\"repeat\":\"daily\",\"times\":[\"9:00\"]}",
    "{\"repeat\":\"daily\",\"times\":[\"09:00 \"]}",
    "{\"repeat\":\"daily\",\"times\":[\"-1:00\"]}",
    "{\"repeat\":\"daily\",\"times\":\"09:00\"}",
    "{\"repeat\":\"daily\",\"times\":[540]}",
    "{\"repeat\":\"hourly\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"daily\",\"times\":[\"09:00\"],\"zone\":\"Europe/Nowhere\"}",
    "{\"repeat\":\"daily\",\"times\":[\"09:00\"],\"zone\":\"\"}",
    "{\"repeat\":\"daily\",\"times\":[\"09:00\"],\"zone\":\"/etc/passwd\"}",
    "{\"repeat\":\"daily\",\"times\":[\"09:00\"],\"zone\":\"../../etc/passwd\"}",
    "{\"repeat\":\"daily\",\"times\":[\"09:00\"],\"weekdays\":[1]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (refused[i], strlen (refused[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) object = hearten_json_read (bytes, NULL);

      g_test_message ("%s", refused[i]);
      g_assert_nonnull (object);
      g_assert_null (hearten_rule_from_json (object, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rule/berlin-gap", test_berlin_gap);
  g_test_add_func ("/rule/berlin-twice", test_berlin_twice);
  g_test_add_func ("/rule/berlin-nine", test_berlin_nine);
  g_test_add_func ("/rule/new-york", test_new_york);
  g_test_add_func ("/rule/cairo-missing-midnight", test_cairo);
  g_test_add_func ("/rule/santiago", test_santiago);
  g_test_add_func ("/rule/dublin", test_dublin);
  g_test_add_func ("/rule/havana", test_havana);
  g_test_add_func ("/rule/kathmandu", test_kathmandu);
  g_test_add_func ("/rule/lord-howe-half-hour", test_lord_howe);
  g_test_add_func ("/rule/apia-skipped-day", test_apia_skipped_day);
  g_test_add_func ("/rule/far-away", test_far_away);
  g_test_add_func ("/rule/floating", test_floating);
  g_test_add_func ("/rule/key", test_key);
  g_test_add_func ("/rule/times-in-a-gap", test_times_in_a_gap);
  g_test_add_func ("/rule/year", test_year);
  g_test_add_func ("/rule/json", test_json);
  g_test_add_func ("/rule/json-refused", test_json_refused);

  return g_test_run ();
}
