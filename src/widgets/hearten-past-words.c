/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-past-words.h"

#include <glib/gi18n.h>

#include "hearten-when.h"

static const char *
get_shown (HeartenLedgerWhy why)
{
  switch (why)
    {
    case HEARTEN_LEDGER_WHY_WINDOW:
      return _ ("Shown in the window");
    case HEARTEN_LEDGER_WHY_TOGETHER:
      return _ ("Shown together with others");
    case HEARTEN_LEDGER_WHY_TRY:
      return _ ("Shown because you asked");
    case HEARTEN_LEDGER_WHY_QUIET:
      return _ ("Shown after your quiet hours");
    default:
      return C_ ("reminder", "Shown");
    }
}

static const char *
get_skipped (HeartenLedgerWhy why)
{
  switch (why)
    {
    case HEARTEN_LEDGER_WHY_PAUSED:
      return _ ("Not shown: reminders were paused");
    case HEARTEN_LEDGER_WHY_MOST:
      return _ ("Not shown: the day had as many as you want");
    case HEARTEN_LEDGER_WHY_ALREADY:
      return _ ("Not shown: you had done it already");
    case HEARTEN_LEDGER_WHY_GONE:
      return _ ("Not shown: it was switched off by then");
    default:
      return C_ ("reminder", "Not shown");
    }
}

static char *
dup_until (const char *format, const HeartenReminderPast *past, GDateTime *now, gboolean twelve_hour)
{
  g_autofree char *when = hearten_when_dup_instant (past->until, now, twelve_hour);

  return g_strdup_printf ("%s: %s", format, when);
}

char *
hearten_past_words_dup (const HeartenReminderPast *past, GDateTime *now, gboolean twelve_hour)
{
  g_return_val_if_fail (past != NULL && now != NULL, NULL);

  switch (past->state)
    {
    case HEARTEN_LEDGER_STATE_DONE:
      return g_strdup (C_ ("reminder", "Done"));
    case HEARTEN_LEDGER_STATE_SNOOZED:
      /* Translators: a colon and a time follow, such as "Today at 21:10" */
      return dup_until (_ ("Put off"), past, now, twelve_hour);
    case HEARTEN_LEDGER_STATE_HELD:
      return dup_until (_ ("Waits for the end of your quiet hours"), past, now, twelve_hour);
    case HEARTEN_LEDGER_STATE_MISSED:
      return g_strdup (_ ("Missed: the computer was off or asleep"));
    case HEARTEN_LEDGER_STATE_SKIPPED:
      return g_strdup (get_skipped (past->why));
    case HEARTEN_LEDGER_STATE_PENDING:
    case HEARTEN_LEDGER_STATE_SHOWN:
    default:
      return g_strdup (get_shown (past->why));
    }
}
