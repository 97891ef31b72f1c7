/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "hearten-instant.h"
#include "hearten-when.h"

#define NBSP "\u00a0"

static void
assert_words (char *words, const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_time (void)
{
  assert_words (hearten_when_dup_time (0, FALSE), "00:00");
  assert_words (hearten_when_dup_time (7 * 60 + 5, FALSE), "07:05");
  assert_words (hearten_when_dup_time (23 * 60 + 59, FALSE), "23:59");

  assert_words (hearten_when_dup_time (0, TRUE), "12:00" NBSP "AM");
  assert_words (hearten_when_dup_time (7 * 60 + 5, TRUE), "7:05" NBSP "AM");
  assert_words (hearten_when_dup_time (12 * 60, TRUE), "12:00" NBSP "PM");
  assert_words (hearten_when_dup_time (21 * 60, TRUE), "9:00" NBSP "PM");
}

static void
assert_instant (const char *text, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 23, 21, 0, 0);
  gint64 instant = 0;

  g_assert_true (hearten_instant_from_text (text, &instant));
  assert_words (hearten_when_dup_instant (instant, now, FALSE), expected);
}

static void
test_instant (void)
{
  /* Berlin is an hour ahead of UTC: the day is the one on the user's own wall. */
  assert_instant ("2026-11-23T22:30:00Z", "Today at 23:30");
  assert_instant ("2026-11-23T23:30:00Z", "Tomorrow at 00:30");
  assert_instant ("2026-11-24T22:59:00Z", "Tomorrow at 23:59");
  assert_instant ("2026-11-26T20:00:00Z", "Thursday at 21:00");
  assert_instant ("2026-11-30T20:00:00Z", "November 30 at 21:00");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/when/time", test_time);
  g_test_add_func ("/when/instant", test_instant);
  return g_test_run ();
}
