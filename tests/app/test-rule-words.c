/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hearten-json.h"
#include "hearten-rule-words.h"

#define NBSP "\u00a0"

static void
assert_words (const char *json, gboolean twelve_hour, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = hearten_json_read (bytes, &error);
  g_autoptr (HeartenRule) rule = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  rule = hearten_rule_from_json (object, &error);
  g_assert_no_error (error);
  words = hearten_rule_words_dup (rule, twelve_hour);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_daily (void)
{
  assert_words ("{\"repeat\":\"daily\",\"times\":[\"21:00\"]}", FALSE, "Every day at 21:00");
  assert_words ("{\"repeat\":\"daily\",\"times\":[\"21:00\"]}", TRUE, "Every day at 9:00" NBSP "PM");
  assert_words ("{\"repeat\":\"daily\",\"times\":[\"21:00\",\"09:30\",\"12:00\"]}", FALSE,
                "Every day at 09:30, 12:00 and 21:00");
}

static void
test_once (void)
{
  assert_words ("{\"repeat\":\"once\",\"day\":\"2026-12-24\",\"times\":[\"18:00\"]}", FALSE,
                "Once, on December 24, 2026 at 18:00");
}

static void
test_weekly (void)
{
  assert_words ("{\"repeat\":\"weekly\",\"weekdays\":[\"thu\",\"mon\"],\"times\":[\"21:00\"]}", FALSE,
                "Mondays and Thursdays at 21:00");
  assert_words ("{\"repeat\":\"weekly\",\"weekdays\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\"],"
                "\"times\":[\"21:00\"]}",
                FALSE, "Monday to Friday at 21:00");
  assert_words (
      "{\"repeat\":\"weekly\",\"weekdays\":[\"mon\",\"tue\",\"wed\",\"thu\",\"fri\",\"sat\",\"sun\"],"
      "\"times\":[\"21:00\"]}",
      FALSE, "Every day at 21:00");
  assert_words ("{\"repeat\":\"weekly\",\"every\":2,\"from\":\"2026-11-23\",\"weekdays\":[\"sun\"],"
                "\"times\":[\"21:00\"]}",
                FALSE, "Every 2 weeks: Sundays at 21:00");
}

static void
test_days (void)
{
  assert_words ("{\"repeat\":\"days\",\"every\":3,\"from\":\"2026-11-23\",\"times\":[\"21:00\"]}", FALSE,
                "Every 3 days at 21:00");
  assert_words ("{\"repeat\":\"days\",\"every\":1,\"from\":\"2026-11-23\",\"times\":[\"21:00\"]}", FALSE,
                "Every day at 21:00");
}

static void
test_relative (void)
{
  assert_words (
      "{\"repeat\":\"relative\",\"to\":\"space\",\"on\":[7,0,3,-1],\"times\":[\"21:00\"]}", FALSE,
      "In your time of giving space: day 3, day 7, 1 day before the last and the last day at 21:00");
  assert_words ("{\"repeat\":\"relative\",\"to\":\"x\",\"on\":[0,-7,2],\"times\":[\"21:00\"]}", FALSE,
                "For your plan: 7 days before, the day itself and 1 day after at 21:00");
  assert_words ("{\"repeat\":\"dates\",\"dates\":[\"2026-12-31\",\"2026-12-24\"],\"times\":[\"21:00\"]}",
                FALSE, "On December 24, 2026 and December 31, 2026 at 21:00");
}

static void
test_dates (void)
{
  assert_words ("{\"repeat\":\"monthly\",\"date\":5,\"times\":[\"21:00\"]}", FALSE,
                "On day 5 of every month at 21:00");
  assert_words ("{\"repeat\":\"monthly\",\"date\":31,\"times\":[\"21:00\"]}", FALSE,
                "On the last day of every month at 21:00");
  assert_words ("{\"repeat\":\"yearly\",\"month\":2,\"date\":29,\"times\":[\"21:00\"]}", FALSE,
                "Every year on February 29 at 21:00");
}

static void
test_windows (void)
{
  assert_words ("{\"repeat\":\"hourly\",\"every\":1,\"between\":[\"09:00\",\"21:30\"]}", FALSE,
                "Every hour between 9 and 21:30");
  assert_words ("{\"repeat\":\"hourly\",\"every\":2,\"between\":[\"09:00\",\"21:00\"]}", TRUE,
                "Every 2 hours between 9" NBSP "AM and 9" NBSP "PM");
  assert_words ("{\"repeat\":\"moments\",\"count\":1,\"between\":[\"09:00\",\"21:00\"]}", FALSE,
                "Once a day between 9 and 21, at a quiet moment");
  assert_words ("{\"repeat\":\"moments\",\"count\":3,\"between\":[\"09:00\",\"21:00\"]}", FALSE,
                "Three times a day between 9 and 21, at a quiet moment");
  assert_words ("{\"repeat\":\"moments\",\"count\":5,\"between\":[\"00:00\",\"12:00\"]}", TRUE,
                "5 times a day between 12" NBSP "AM and 12" NBSP "PM, at a quiet moment");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-words/daily", test_daily);
  g_test_add_func ("/rule-words/once", test_once);
  g_test_add_func ("/rule-words/weekly", test_weekly);
  g_test_add_func ("/rule-words/days", test_days);
  g_test_add_func ("/rule-words/dates", test_dates);
  g_test_add_func ("/rule-words/relative", test_relative);
  g_test_add_func ("/rule-words/windows", test_windows);
  return g_test_run ();
}
