/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-instant.h"
#include "hearten-json.h"
#include "hearten-quiet-moments.h"
#include "hearten-rule.h"
#include "hearten-test-house.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)

/* Follows a rule through the instants in @expected; "-" is the end of it. */
static void
follow (const char *json, const char *after, const char *const *expected)
{
  g_autoptr (HeartenRule) followed = hearten_test_rule (json);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 cursor = hearten_test_instant (after);

  for (; *expected != NULL; expected++)
    {
      HeartenOccurrence next;
      gboolean any = hearten_rule_next (followed, cursor, utc, &next);
      g_autofree char *found = any ? hearten_instant_to_text (next.instant) : g_strdup ("-");

      g_assert_cmpstr (found, ==, *expected);
      cursor = next.instant;
    }
}

#define FOLLOW(json, after, ...) follow (json, after, (const char *const[]) { __VA_ARGS__, NULL })

/* The case table of RELIABILITY.md */

static void
test_yearly_leap_day (void)
{
  FOLLOW ("{\"repeat\":\"yearly\",\"month\":2,\"date\":29,\"times\":[\"09:00\"]}", "2026-11-23T00:00:00Z",
          "2027-02-28T09:00:00Z", "2028-02-29T09:00:00Z", "2029-02-28T09:00:00Z");
}

static void
test_monthly_31st (void)
{
  FOLLOW ("{\"repeat\":\"monthly\",\"date\":31,\"times\":[\"09:00\"]}", "2027-01-01T00:00:00Z",
          "2027-01-31T09:00:00Z", "2027-02-28T09:00:00Z", "2027-03-31T09:00:00Z", "2027-04-30T09:00:00Z");
  FOLLOW ("{\"repeat\":\"monthly\",\"date\":30,\"times\":[\"09:00\"]}", "2028-01-31T00:00:00Z",
          "2028-02-29T09:00:00Z", "2028-03-30T09:00:00Z");
}

static void
test_weekly_gap_and_twice (void)
{
  /* Both changes of clocks are on a Sunday. */
  const char *sundays = "{\"repeat\":\"weekly\",\"weekdays\":[\"sun\"],\"times\":[\"02:30\"],"
                        "\"zone\":\"Europe/Berlin\"}";

  FOLLOW (sundays, "2026-03-23T00:00:00Z", "2026-03-29T01:30:00Z", "2026-04-05T00:30:00Z");
  FOLLOW (sundays, "2026-10-19T00:00:00Z", "2026-10-25T00:30:00Z", "2026-11-01T01:30:00Z");
}

static void
test_monthly_missing_midnight (void)
{
  FOLLOW ("{\"repeat\":\"monthly\",\"date\":30,\"times\":[\"00:00\"],\"zone\":\"Africa/Cairo\"}",
          "2027-04-15T00:00:00Z", "2027-04-29T22:00:00Z", "2027-05-29T21:00:00Z");
}

static void
test_once_gap_and_twice (void)
{
  FOLLOW ("{\"repeat\":\"once\",\"day\":\"2027-03-14\",\"times\":[\"02:30\"],\"zone\":\"America/New_York\"}",
          "2026-11-23T00:00:00Z", "2027-03-14T07:30:00Z", "-");
  FOLLOW ("{\"repeat\":\"once\",\"day\":\"2026-11-01\",\"times\":[\"01:30\"],\"zone\":\"America/New_York\"}",
          "2026-10-23T00:00:00Z", "2026-11-01T05:30:00Z", "-");
}

static void
test_yearly_half_hour_gap (void)
{
  FOLLOW ("{\"repeat\":\"yearly\",\"month\":10,\"date\":4,\"times\":[\"02:15\"],\"zone\":\"Australia/"
          "Lord_Howe\"}",
          "2026-01-01T00:00:00Z", "2026-10-03T15:45:00Z", "2027-10-03T15:15:00Z");
}

/* Each kind */

static void
test_once (void)
{
  const char *twice = "{\"repeat\":\"once\",\"day\":\"2026-12-24\",\"times\":[\"18:00\",\"21:00\"]}";

  FOLLOW (twice, "2026-11-23T00:00:00Z", "2026-12-24T18:00:00Z", "2026-12-24T21:00:00Z", "-");
  FOLLOW (twice, "2026-12-24T21:00:00Z", "-");
}

static void
test_weekly (void)
{
  FOLLOW ("{\"repeat\":\"weekly\",\"weekdays\":[\"thu\",\"mon\"],\"times\":[\"21:00\"]}",
          "2026-11-23T21:00:00Z", "2026-11-26T21:00:00Z", "2026-11-30T21:00:00Z", "2026-12-03T21:00:00Z");
}

static void
test_weekly_every_second (void)
{
  /* It begins on a Wednesday: Monday's turn of that week is over. */
  FOLLOW ("{\"repeat\":\"weekly\",\"every\":2,\"from\":\"2026-11-25\",\"weekdays\":[\"mon\",\"sun\"],"
          "\"times\":[\"21:00\"]}",
          "2026-01-01T00:00:00Z", "2026-11-29T21:00:00Z", "2026-12-07T21:00:00Z", "2026-12-13T21:00:00Z",
          "2026-12-21T21:00:00Z");
}

static void
test_days (void)
{
  const char *third = "{\"repeat\":\"days\",\"every\":3,\"from\":\"2026-11-23\",\"times\":[\"09:00\"]}";

  FOLLOW (third, "2026-01-01T00:00:00Z", "2026-11-23T09:00:00Z", "2026-11-26T09:00:00Z",
          "2026-11-29T09:00:00Z");
  FOLLOW (third, "2027-11-22T10:00:00Z", "2027-11-24T09:00:00Z", "2027-11-27T09:00:00Z");
}

static void
test_hourly (void)
{
  FOLLOW ("{\"repeat\":\"hourly\",\"every\":5,\"between\":[\"09:00\",\"21:00\"]}", "2026-11-23T09:00:00Z",
          "2026-11-23T14:00:00Z", "2026-11-23T19:00:00Z", "2026-11-24T09:00:00Z");
  /* The end belongs to it. */
  FOLLOW ("{\"repeat\":\"hourly\",\"every\":6,\"between\":[\"09:00\",\"21:00\"]}", "2026-11-23T16:00:00Z",
          "2026-11-23T21:00:00Z");
}

static void
test_floating (void)
{
  g_autoptr (HeartenRule)
      weekly = hearten_test_rule ("{\"repeat\":\"weekly\",\"weekdays\":[\"thu\"],\"times\":[\"09:00\"]}");
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GTimeZone) new_york = g_time_zone_new_identifier ("America/New_York");
  gint64 midnight = hearten_test_instant ("2026-10-01T00:00:00Z");
  HeartenOccurrence next;

  g_assert_true (hearten_rule_next (weekly, midnight, berlin, &next));
  g_assert_cmpint (next.instant, ==, hearten_test_instant ("2026-10-01T07:00:00Z"));
  g_assert_true (hearten_rule_next (weekly, midnight, new_york, &next));
  g_assert_cmpint (next.instant, ==, hearten_test_instant ("2026-10-01T13:00:00Z"));
}

static void
test_after_2037 (void)
{
  /* The files of tzdata list changes of clocks up to 2037 and then give a rule, Dublin's an odd one. */
  FOLLOW ("{\"repeat\":\"yearly\",\"month\":1,\"date\":15,\"times\":[\"09:00\"],\"zone\":\"Europe/Dublin\"}",
          "2038-06-01T00:00:00Z", "2039-01-15T09:00:00Z", "2040-01-15T09:00:00Z");
  FOLLOW ("{\"repeat\":\"yearly\",\"month\":7,\"date\":15,\"times\":[\"09:00\"],\"zone\":\"Europe/Dublin\"}",
          "2038-01-01T00:00:00Z", "2038-07-15T08:00:00Z", "2039-07-15T08:00:00Z");
}

static void
test_end_of_time (void)
{
  FOLLOW ("{\"repeat\":\"yearly\",\"month\":1,\"date\":1,\"times\":[\"09:00\"]}", "9998-01-01T00:00:00Z",
          "9998-01-01T09:00:00Z", "9999-01-01T09:00:00Z", "-");
}

/* Quiet moments */

static void
test_moments (void)
{
  g_autoptr (HeartenRule) bare = hearten_test_rule (
      "{\"repeat\":\"moments\",\"count\":3,\"between\":[\"09:00\",\"21:00\"],\"zone\":\"Europe/Berlin\"}");
  g_autoptr (HeartenRule) one = hearten_rule_for (bare, "one");
  g_autoptr (HeartenRule) again = hearten_rule_for (bare, "one");
  g_autoptr (HeartenRule) two = hearten_rule_for (bare, "two");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  HeartenOccurrence next = { hearten_test_instant ("2026-01-01T00:00:00Z"), 0, 0 }, other;
  guint same = 0;

  g_assert_true (hearten_rule_equal (one, bare));
  for (guint i = 0; i < 3 * 365; i++)
    {
      HeartenOccurrence before = next;

      g_assert_true (hearten_rule_next (one, before.instant, utc, &next));
      g_assert_cmpint (next.minute, >=, 9 * 60);
      g_assert_cmpint (next.minute, <=, 21 * 60);
      if (i > 0)
        g_assert_cmpint (next.instant - before.instant, >=, 120 * MINUTE);

      /* A restart at any moment between changes nothing. */
      g_assert_true (hearten_rule_next (again, next.instant - 1, utc, &other));
      g_assert_cmpint (other.instant, ==, next.instant);

      g_assert_true (hearten_rule_next (two, before.instant, utc, &other));
      same += other.instant == next.instant;
    }
  g_assert_cmpuint (same, <, 30);
}

/* What chance gives is kept for ever: a new version does not move anybody's moments. */
static void
test_moments_are_fixed (void)
{
  int minutes[3];

  g_assert_cmpuint (hearten_quiet_moments_seed (""), ==, G_GUINT64_CONSTANT (0xcbf29ce484222325));
  g_assert_cmpuint (hearten_quiet_moments_seed ("a"), ==, G_GUINT64_CONSTANT (0xaf63dc4c8601ec8c));
  hearten_quiet_moments_choose (hearten_quiet_moments_seed ("a"), 739943, 540, 1260, 3, minutes);
  g_test_message ("%d %d %d", minutes[0], minutes[1], minutes[2]);
  g_assert_cmpint (minutes[0], ==, 603);
  g_assert_cmpint (minutes[1], ==, 815);
  g_assert_cmpint (minutes[2], ==, 954);
}

static void
test_moments_spread (void)
{
  guint halves[2] = { 0, 0 };
  int last = -1;

  /* Alone in its window it comes at any time of it; through a whole day two are apart also over midnight. */
  for (guint32 day = 739943; day < 739943 + 1000; day++)
    {
      int one, pair[2];

      hearten_quiet_moments_choose (7, day, 540, 1260, 1, &one);
      g_assert_cmpint (one, >=, 540);
      g_assert_cmpint (one, <=, 1260);
      halves[one >= 900]++;

      hearten_quiet_moments_choose (7, day, 0, 1439, 2, pair);
      g_assert_cmpint (pair[1] - pair[0], >=, 359);
      g_assert_cmpint (pair[1], <=, 1439);
      if (last >= 0)
        g_assert_cmpint (pair[0] + 1440 - last, >=, 359);
      last = pair[1];
    }
  g_assert_cmpuint (halves[0], >, 400);
  g_assert_cmpuint (halves[1], >, 400);
}

/* Every kind, in zones whose clocks do odd things: always forward, no scheduled time comes twice, and the
 * answer does not depend on when it is asked. */

static const char *const kinds[] = {
  "\"repeat\":\"daily\",\"times\":[\"00:00\",\"02:30\",\"23:30\"]",
  "\"repeat\":\"weekly\",\"weekdays\":[\"sat\",\"sun\"],\"times\":[\"00:00\",\"02:15\",\"23:59\"]",
  "\"repeat\":\"weekly\",\"every\":3,\"from\":\"2026-01-02\",\"weekdays\":[\"fri\",\"sun\"],\"times\":[\"02:"
  "30\"]",
  "\"repeat\":\"days\",\"every\":2,\"from\":\"2025-12-31\",\"times\":[\"00:30\",\"23:30\"]",
  "\"repeat\":\"monthly\",\"date\":29,\"times\":[\"00:00\",\"02:30\"]",
  "\"repeat\":\"yearly\",\"month\":3,\"date\":29,\"times\":[\"02:30\",\"03:00\"]",
  "\"repeat\":\"hourly\",\"every\":1,\"between\":[\"00:00\",\"23:30\"]",
  "\"repeat\":\"moments\",\"count\":12,\"between\":[\"00:00\",\"03:30\"]",
};

static const char *const zones[] = { "Europe/Berlin",       "Africa/Cairo",         "America/Havana",
                                     "Asia/Gaza",           "Pacific/Chatham",      "Antarctica/Troll",
                                     "Australia/Lord_Howe", "America/Scoresbysund", "Europe/Dublin" };

static void
check_years (HeartenRule *tied)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HeartenOccurrence next = { hearten_test_instant ("2026-01-01T12:00:00Z"), 0, 0 };
  gint64 end = hearten_test_instant ("2027-01-01T12:00:00Z");

  while (next.instant < end)
    {
      gint64 cursor = next.instant;
      HeartenOccurrence late;

      g_assert_true (hearten_rule_next (tied, cursor, utc, &next));
      g_assert_cmpint (next.instant, >, cursor);
      g_assert_true (g_hash_table_add (seen, hearten_occurrence_dup_key (&next, "x")));

      g_assert_true (hearten_rule_next (tied, cursor + (next.instant - cursor) / 2, utc, &late));
      g_assert_cmpint (late.instant, ==, next.instant);
      g_assert_cmpint (late.minute, ==, next.minute);
      g_assert_cmpuint (late.julian, ==, next.julian);
    }
}

static void
test_properties (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (zones); j++)
      {
        g_autofree char *json = g_strdup_printf ("{%s,\"zone\":\"%s\"}", kinds[i], zones[j]);
        g_autoptr (HeartenRule) made = hearten_test_rule (json);
        g_autoptr (HeartenRule) tied = hearten_rule_for (made, "x");

        g_test_message ("%s", json);
        check_years (tied);
      }
}

/* JSON */

static void
test_json (void)
{
  const char *const texts[] = {
    "{\"repeat\":\"once\",\"day\":\"2026-12-24\",\"times\":[\"18:00\"]}",
    "{\"repeat\":\"weekly\",\"weekdays\":[\"mon\",\"thu\"],\"times\":[\"21:00\"],\"zone\":\"Europe/Berlin\"}",
    "{\"repeat\":\"weekly\",\"every\":2,\"from\":\"2026-11-23\",\"weekdays\":[\"sun\"],\"times\":[\"21:00\"]"
    "}",
    "{\"repeat\":\"days\",\"every\":3,\"from\":\"2026-11-23\",\"times\":[\"21:00\"]}",
    "{\"repeat\":\"monthly\",\"date\":31,\"times\":[\"21:00\"]}",
    "{\"repeat\":\"yearly\",\"month\":2,\"date\":29,\"times\":[\"21:00\"]}",
    "{\"repeat\":\"hourly\",\"every\":2,\"between\":[\"09:00\",\"21:00\"]}",
    "{\"repeat\":\"moments\",\"count\":3,\"between\":[\"09:00\",\"21:00\"],\"zone\":\"Europe/Berlin\"}",
    "{\"repeat\":\"daily\",\"times\":[\"08:30\",\"21:00\"],\"zone\":\"Europe/Berlin\"}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (HeartenRule) first = hearten_test_rule (texts[i]);
      g_autoptr (JsonObject) object = hearten_rule_to_json (first);
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
      g_autofree char *text = json_to_string (node, FALSE);
      g_autoptr (HeartenRule) second = hearten_test_rule (text);

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_true (hearten_rule_equal (first, second));
      for (gsize j = 0; j < i; j++)
        {
          g_autoptr (HeartenRule) other = hearten_test_rule (texts[j]);

          g_assert_false (hearten_rule_equal (first, other));
        }
    }
}

static void
test_json_refused (void)
{
  const char *const refused[] = {
    "{\"repeat\":\"once\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"once\",\"day\":\"2026-02-29\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"once\",\"day\":\"2026-02-28\"}",
    "{\"repeat\":\"weekly\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"weekly\",\"weekdays\":[],\"times\":[\"09:00\"]}",
    "{\"repeat\":\"weekly\",\"weekdays\":[\"Mon\"],\"times\":[\"09:00\"]}",
    "{\"repeat\":\"weekly\",\"weekdays\":[1],\"times\":[\"09:00\"]}",
    "{\"repeat\":\"weekly\",\"every\":2,\"weekdays\":[\"mon\"],\"times\":[\"09:00\"]}",
    "{\"repeat\":\"weekly\",\"every\":53,\"from\":\"2026-11-23\",\"weekdays\":[\"mon\"],\"times\":[\"09:00\"]"
    "}",
    "{\"repeat\":\"days\",\"every\":0,\"from\":\"2026-11-23\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"days\",\"every\":-3,\"from\":\"2026-11-23\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"days\",\"every\":367,\"from\":\"2026-11-23\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"days\",\"every\":3,\"times\":[\"09:00\"]}",
    "{\"repeat\":\"days\",\"from\":\"2026-11-23\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"monthly\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"monthly\",\"date\":32,\"times\":[\"09:00\"]}",
    "{\"repeat\":\"monthly\",\"date\":\"last\",\"times\":[\"09:00\"]}",
    "{\"repeat\":\"yearly\",\"month\":2,\"date\":30,\"times\":[\"09:00\"]}",
    "{\"repeat\":\"yearly\",\"month\":13,\"date\":1,\"times\":[\"09:00\"]}",
    "{\"repeat\":\"yearly\",\"date\":1,\"times\":[\"09:00\"]}",
    "{\"repeat\":\"hourly\",\"every\":2}",
    "{\"repeat\":\"hourly\",\"every\":0,\"between\":[\"09:00\",\"21:00\"]}",
    "{\"repeat\":\"hourly\",\"every\":13,\"between\":[\"09:00\",\"21:00\"]}",
    "{\"repeat\":\"hourly\",\"every\":2,\"between\":[\"21:00\",\"09:00\"]}",
    "{\"repeat\":\"hourly\",\"every\":2,\"between\":[\"09:00\"]}",
    "{\"repeat\":\"hourly\",\"every\":2,\"between\":[\"09:00\",\"21:00\"],\"times\":[\"10:00\"]}",
    "{\"repeat\":\"moments\",\"count\":0,\"between\":[\"09:00\",\"21:00\"]}",
    "{\"repeat\":\"moments\",\"count\":13,\"between\":[\"09:00\",\"21:00\"]}",
    "{\"repeat\":\"moments\",\"count\":3,\"between\":[\"09:00\",\"09:29\"]}",
    "{\"repeat\":\"moments\",\"count\":3,\"between\":[\"09:00\",\"24:00\"]}",
    "{\"repeat\":\"monthly\",\"date\":1,\"times\":[\"09:00\"],\"weekdays\":[\"mon\"]}",
    "{\"repeat\":\"fortnightly\",\"times\":[\"09:00\"]}",
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

  g_test_add_func ("/kinds/yearly-leap-day", test_yearly_leap_day);
  g_test_add_func ("/kinds/monthly-31st", test_monthly_31st);
  g_test_add_func ("/kinds/weekly-gap-and-twice", test_weekly_gap_and_twice);
  g_test_add_func ("/kinds/monthly-missing-midnight", test_monthly_missing_midnight);
  g_test_add_func ("/kinds/once-gap-and-twice", test_once_gap_and_twice);
  g_test_add_func ("/kinds/yearly-half-hour-gap", test_yearly_half_hour_gap);
  g_test_add_func ("/kinds/once", test_once);
  g_test_add_func ("/kinds/weekly", test_weekly);
  g_test_add_func ("/kinds/weekly-every-second", test_weekly_every_second);
  g_test_add_func ("/kinds/days", test_days);
  g_test_add_func ("/kinds/hourly", test_hourly);
  g_test_add_func ("/kinds/floating", test_floating);
  g_test_add_func ("/kinds/after-2037", test_after_2037);
  g_test_add_func ("/kinds/end-of-time", test_end_of_time);
  g_test_add_func ("/kinds/moments", test_moments);
  g_test_add_func ("/kinds/moments-are-fixed", test_moments_are_fixed);
  g_test_add_func ("/kinds/moments-spread", test_moments_spread);
  g_test_add_func ("/kinds/properties", test_properties);
  g_test_add_func ("/kinds/json", test_json);
  g_test_add_func ("/kinds/json-refused", test_json_refused);

  return g_test_run ();
}
