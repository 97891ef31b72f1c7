/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-past-words.h"

#include <locale.h>

#include "hearten-instant.h"

static void
check (HeartenLedgerState state, HeartenLedgerWhy why, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 23, 21, 0, 0);
  HeartenReminderPast past = { .state = state, .why = why };
  g_autofree char *words = NULL;

  g_assert_true (hearten_instant_from_text ("2026-11-24T07:00:00Z", &past.until));
  words = hearten_past_words_dup (&past, now, FALSE);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_states (void)
{
  check (HEARTEN_LEDGER_STATE_SHOWN, HEARTEN_LEDGER_WHY_NONE, "Shown");
  check (HEARTEN_LEDGER_STATE_SHOWN, HEARTEN_LEDGER_WHY_TRY, "Shown because you asked");
  check (HEARTEN_LEDGER_STATE_SHOWN, HEARTEN_LEDGER_WHY_TOGETHER, "Shown together with others");
  check (HEARTEN_LEDGER_STATE_DONE, HEARTEN_LEDGER_WHY_NONE, "Done");
  check (HEARTEN_LEDGER_STATE_SNOOZED, HEARTEN_LEDGER_WHY_NONE, "Put off: Tomorrow at 07:00");
  check (HEARTEN_LEDGER_STATE_HELD, HEARTEN_LEDGER_WHY_QUIET,
         "Waits for the end of your quiet hours: Tomorrow at 07:00");
  check (HEARTEN_LEDGER_STATE_MISSED, HEARTEN_LEDGER_WHY_NONE, "Missed: the computer was off or asleep");
  check (HEARTEN_LEDGER_STATE_SKIPPED, HEARTEN_LEDGER_WHY_PAUSED, "Not shown: reminders were paused");
  check (HEARTEN_LEDGER_STATE_SKIPPED, HEARTEN_LEDGER_WHY_MOST, "Not shown: the day had as many as you want");
  check (HEARTEN_LEDGER_STATE_SKIPPED, HEARTEN_LEDGER_WHY_ALREADY, "Not shown: you had done it already");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/past-words/states", test_states);
  return g_test_run ();
}
