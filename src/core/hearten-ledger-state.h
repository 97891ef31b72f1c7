/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HeartenLedgerState:
 * @HEARTEN_LEDGER_STATE_PENDING: about to be shown
 * @HEARTEN_LEDGER_STATE_SHOWN: given to the desktop, or shown in the window
 * @HEARTEN_LEDGER_STATE_DONE: the user pressed Done
 * @HEARTEN_LEDGER_STATE_SNOOZED: comes again at its `until`
 * @HEARTEN_LEDGER_STATE_MISSED: its time passed while the service did not run or the computer slept
 * @HEARTEN_LEDGER_STATE_HELD: waits for the end of the quiet hours, its `until`
 * @HEARTEN_LEDGER_STATE_SKIPPED: was not shown, on purpose
 *
 * What became of an occurrence of a reminder.
 */
typedef enum {
  HEARTEN_LEDGER_STATE_PENDING,
  HEARTEN_LEDGER_STATE_SHOWN,
  HEARTEN_LEDGER_STATE_DONE,
  HEARTEN_LEDGER_STATE_SNOOZED,
  HEARTEN_LEDGER_STATE_MISSED,
  HEARTEN_LEDGER_STATE_HELD,
  HEARTEN_LEDGER_STATE_SKIPPED,
} HeartenLedgerState;

#define HEARTEN_TYPE_LEDGER_STATE (hearten_ledger_state_get_type ())
GType hearten_ledger_state_get_type (void);

/**
 * HeartenLedgerWhy:
 * @HEARTEN_LEDGER_WHY_NONE: as usual
 * @HEARTEN_LEDGER_WHY_WINDOW: shown inside the app's window, not as a notification
 * @HEARTEN_LEDGER_WHY_TOGETHER: several came at once and were shown as one
 * @HEARTEN_LEDGER_WHY_TRY: the user asked for it now
 * @HEARTEN_LEDGER_WHY_QUIET: its time was in the quiet hours
 * @HEARTEN_LEDGER_WHY_PAUSED: reminders were paused
 * @HEARTEN_LEDGER_WHY_MOST: the day had as many reminders as the user wants
 * @HEARTEN_LEDGER_WHY_ALREADY: what it reminds of was done that day already
 * @HEARTEN_LEDGER_WHY_GONE: the reminder was deleted or switched off in between
 *
 * Why it became so.
 */
typedef enum {
  HEARTEN_LEDGER_WHY_NONE,
  HEARTEN_LEDGER_WHY_WINDOW,
  HEARTEN_LEDGER_WHY_TOGETHER,
  HEARTEN_LEDGER_WHY_TRY,
  HEARTEN_LEDGER_WHY_QUIET,
  HEARTEN_LEDGER_WHY_PAUSED,
  HEARTEN_LEDGER_WHY_MOST,
  HEARTEN_LEDGER_WHY_ALREADY,
  HEARTEN_LEDGER_WHY_GONE,
} HeartenLedgerWhy;

#define HEARTEN_TYPE_LEDGER_WHY (hearten_ledger_why_get_type ())
GType hearten_ledger_why_get_type (void);

/**
 * hearten_ledger_state_get_nick:
 *
 * Returns: its name in files and on the bus, such as `shown`
 */
const char *hearten_ledger_state_get_nick (HeartenLedgerState state);

/**
 * hearten_ledger_state_from_nick:
 * @nick: (nullable): its name
 * @state: (out): the state
 *
 * Returns: whether this version knows it
 */
gboolean hearten_ledger_state_from_nick (const char *nick, HeartenLedgerState *state);

/**
 * hearten_ledger_why_get_nick:
 *
 * Returns: (nullable): its name in files and on the bus, such as `quiet`; %NULL for %HEARTEN_LEDGER_WHY_NONE
 */
const char *hearten_ledger_why_get_nick (HeartenLedgerWhy why);

/**
 * hearten_ledger_why_from_nick:
 * @nick: (nullable): its name
 *
 * Returns: the reason; %HEARTEN_LEDGER_WHY_NONE for one that this version does not know
 */
HeartenLedgerWhy hearten_ledger_why_from_nick (const char *nick);

G_END_DECLS
