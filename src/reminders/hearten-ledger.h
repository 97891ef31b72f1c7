/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HEARTEN_LEDGER_LENGTH:
 *
 * How many occurrences the ledger remembers. Those still to come are never forgotten.
 */
#define HEARTEN_LEDGER_LENGTH 500

/**
 * HeartenLedgerState:
 * @HEARTEN_LEDGER_STATE_PENDING: about to be shown
 * @HEARTEN_LEDGER_STATE_SHOWN: given to the desktop
 * @HEARTEN_LEDGER_STATE_DONE: the user pressed Done
 * @HEARTEN_LEDGER_STATE_SNOOZED: comes again at its `until`
 * @HEARTEN_LEDGER_STATE_MISSED: its time passed while this program did not run or the computer slept
 *
 * What became of an occurrence.
 */
typedef enum {
  HEARTEN_LEDGER_STATE_PENDING,
  HEARTEN_LEDGER_STATE_SHOWN,
  HEARTEN_LEDGER_STATE_DONE,
  HEARTEN_LEDGER_STATE_SNOOZED,
  HEARTEN_LEDGER_STATE_MISSED,
} HeartenLedgerState;

/**
 * HeartenLedgerEntry:
 * @key: the occurrence, as in [method@Occurrence.dup_key]
 * @state: what became of it
 * @due: when it was due, in microseconds since 1970-01-01 00:00 UTC
 * @until: when a snoozed one comes again, in the same unit
 */
typedef struct
{
  char *key;
  HeartenLedgerState state;
  gint64 due;
  gint64 until;
} HeartenLedgerEntry;

/**
 * HeartenLedger:
 *
 * What became of each reminder: the file `ledger.json` in the state folder. Only the reminder service writes
 * it.
 *
 * |[
 * { "fmt": "hearten-ledger", "v": 1, "looked": "2026-11-23T20:00:00Z", "entries": [
 *   { "key": "…@2026-11-23T21:00", "state": "snoozed", "due": "2026-11-23T20:00:00Z", "until": "…" } ] }
 * ]|
 */
typedef struct _HeartenLedger HeartenLedger;

/**
 * hearten_ledger_open:
 * @path: (type filename): its file, which may not exist yet
 *
 * Never fails: reminders must come even where the file cannot be read. A damaged file is kept beside as
 * `ledger.json.damaged`; one of a newer version is left as it is, and nothing is written then.
 *
 * Returns: (transfer full): the ledger
 */
HeartenLedger *hearten_ledger_open (const char *path);
void hearten_ledger_free (HeartenLedger *self);

/**
 * hearten_ledger_save:
 *
 * Puts it on the disk durably.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE
 */
gboolean hearten_ledger_save (HeartenLedger *self, GError **error);

/**
 * hearten_ledger_find:
 *
 * Returns: (transfer none) (nullable): valid until the ledger changes
 */
const HeartenLedgerEntry *hearten_ledger_find (HeartenLedger *self, const char *key);

/**
 * hearten_ledger_set:
 * @due: when it was due, in microseconds since 1970-01-01 00:00 UTC
 * @until: when it comes again, in the same unit; 0 unless it is snoozed
 *
 * Notes what became of an occurrence, as the newest entry. In memory only; see [method@Ledger.save].
 */
void
hearten_ledger_set (HeartenLedger *self, const char *key, HeartenLedgerState state, gint64 due, gint64 until);

guint hearten_ledger_get_length (HeartenLedger *self);

/**
 * hearten_ledger_get_entry:
 * @position: 0 for the oldest
 *
 * Returns: (transfer none): valid until the ledger changes
 */
const HeartenLedgerEntry *hearten_ledger_get_entry (HeartenLedger *self, guint position);

/**
 * hearten_ledger_get_looked:
 *
 * Returns: up to when everything due is noted here, in microseconds since 1970-01-01 00:00 UTC; 0 in a new
 * ledger
 */
gint64 hearten_ledger_get_looked (HeartenLedger *self);
void hearten_ledger_set_looked (HeartenLedger *self, gint64 looked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenLedger, hearten_ledger_free)

G_END_DECLS
