/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-ledger-state.h"

G_BEGIN_DECLS

/**
 * HEARTEN_LEDGER_LENGTH:
 *
 * How many occurrences the ledger remembers, beside those still to come.
 */
#define HEARTEN_LEDGER_LENGTH 500

/**
 * HEARTEN_LEDGER_MOST:
 *
 * Its size at the very most: of so many still to come, the oldest are forgotten as well.
 */
#define HEARTEN_LEDGER_MOST 2000

/**
 * HeartenLedgerEntry:
 * @key: the occurrence, as in [method@Occurrence.dup_key]
 * @state: what became of it
 * @why: and why
 * @due: when it was due, in microseconds since 1970-01-01 00:00 UTC
 * @at: when it became so, in the same unit; 0 where an older version noted it
 * @until: when a snoozed or held one comes again, in the same unit
 * @shown: when it was first shown, in the same unit; 0 where it was not
 */
typedef struct
{
  char *key;
  HeartenLedgerState state;
  HeartenLedgerWhy why;
  gint64 due;
  gint64 at;
  gint64 until;
  gint64 shown;
} HeartenLedgerEntry;

/**
 * HeartenLedger:
 *
 * What became of each reminder: the file `ledger.json` in the state folder. Only the reminder service writes
 * it.
 *
 * |[
 * { "fmt": "hearten-ledger", "v": 1, "looked": "2026-11-23T20:00:00Z", "entries": [
 *   { "key": "…@2026-11-23T21:00", "state": "snoozed", "why": "quiet", "due": "2026-11-23T20:00:00Z",
 *     "at": "…", "until": "…", "shown": "…" } ] }
 * ]|
 */
typedef struct _HeartenLedger HeartenLedger;

/**
 * hearten_ledger_open:
 * @path: (type filename): its file, which may not exist yet
 *
 * Never fails: reminders must come even where the file cannot be read. A damaged file is kept beside as
 * `ledger.json.damaged`; one of a newer version is left as it is, whatever it holds, and nothing is written
 * then: what this program shows is remembered for as long as it runs.
 *
 * Returns: (transfer full): the ledger
 */
HeartenLedger *hearten_ledger_open (const char *path);

/**
 * hearten_ledger_peek:
 * @path: (type filename): its file
 *
 * Reads it for another program than the service: nothing is moved, and nothing is ever written.
 *
 * Returns: (transfer full): the ledger, empty where it cannot be read
 */
HeartenLedger *hearten_ledger_peek (const char *path);
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

/**
 * hearten_ledger_note:
 * @entry: (transfer none): what to note; where its `shown` is 0 the one noted before stays
 *
 * Notes what became of an occurrence, as the newest entry. In memory only; see [method@Ledger.save].
 */
void hearten_ledger_note (HeartenLedger *self, const HeartenLedgerEntry *entry);

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

/**
 * hearten_ledger_get_forgot:
 *
 * Returns: the latest time anything was due that is not remembered here any more, in microseconds since
 *   1970-01-01 00:00 UTC; 0 where nothing was forgotten yet
 */
gint64 hearten_ledger_get_forgot (HeartenLedger *self);

/**
 * hearten_ledger_get_untold:
 *
 * Returns: how many missed ones the user has still to be told of
 */
guint hearten_ledger_get_untold (HeartenLedger *self);
void hearten_ledger_set_untold (HeartenLedger *self, guint untold);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenLedger, hearten_ledger_free)

G_END_DECLS
