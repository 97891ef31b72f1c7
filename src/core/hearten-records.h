/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-store.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_RECORDS (hearten_records_get_type ())
G_DECLARE_DERIVABLE_TYPE (HeartenRecords, hearten_records, HEARTEN, RECORDS, GObject)

/**
 * HeartenRecords:
 *
 * All records of one kind that are not in the trash, newest first: a [iface@Gio.ListModel] that the pages
 * bind to.
 *
 * The models are the only ones that change a record. Each kind's model derives from this one and adds
 * functions in the kind's own terms; they end in [method@Records.changed].
 */
struct _HeartenRecordsClass
{
  GObjectClass parent_class;

  GType record_type;
};

HeartenStore *hearten_records_get_store (HeartenRecords *self);

/**
 * hearten_records_load_async:
 *
 * Fills the list from the store; rows arrive in parts, newest first.
 */
void hearten_records_load_async (HeartenRecords *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean hearten_records_load_finish (HeartenRecords *self, GAsyncResult *result, GError **error);

/**
 * hearten_records_find:
 *
 * Returns: (transfer none) (nullable): the record with this id, in the list or in the trash
 */
gpointer hearten_records_find (HeartenRecords *self, const char *id);

/**
 * hearten_records_add_tombstones:
 * @tombstones: set of ids to add those to of what was deleted for good
 */
void hearten_records_add_tombstones (HeartenRecords *self, GHashTable *tombstones);

/**
 * hearten_records_contains:
 *
 * Returns: whether @record is in the list
 */
gboolean hearten_records_contains (HeartenRecords *self, HeartenRecord *record);

/**
 * hearten_records_changed:
 *
 * Puts @record where it belongs (a new one is added), saves it, and emits [signal@Records::changed].
 */
void hearten_records_changed (HeartenRecords *self, HeartenRecord *record);

/* The trash. A deleted record keeps every word for 30 days. Then it becomes a tombstone, which is kept for at
 * least 180 days more, so that a device that was away for months does not bring the record back. */

#define HEARTEN_RECORDS_TRASH_DAYS 30
#define HEARTEN_RECORDS_TOMBSTONE_DAYS 180

/**
 * hearten_records_get_trash:
 *
 * Returns: (transfer none): a list of the [class@Record]s in the trash, what was deleted last first
 */
GListModel *hearten_records_get_trash (HeartenRecords *self);

/**
 * hearten_records_delete:
 *
 * Moves @record into the trash: it leaves the list, its file keeps every word.
 */
void hearten_records_delete (HeartenRecords *self, HeartenRecord *record);

/**
 * hearten_records_bury:
 * @record: from the trash; any other, and one that a newer version wrote, stays as it is; all do while
 * [method@Store.get_frozen]
 *
 * Deletes for good: a tombstone without a word is what remains. Earlier versions go first, so that after a
 * crash either the whole page is still in the trash or nothing of it is left.
 */
void hearten_records_bury (HeartenRecords *self, HeartenRecord *record);

/**
 * hearten_records_sweep:
 *
 * Buries what has been in the trash for 30 days, and removes the files of tombstones that are over 180 days
 * old. To be called when everything was read, and about once a day.
 *
 * Nothing happens where the clock shows a time more than a year after anything that the user did: a computer
 * that starts with a wrong clock must not cost a word.
 */
void hearten_records_sweep (HeartenRecords *self);

/**
 * hearten_records_restore:
 *
 * Takes @record out of the trash. One that was buried meanwhile stays so.
 */
void hearten_records_restore (HeartenRecords *self, HeartenRecord *record);

/* Two versions. Where two devices changed a record at the same time, [method@Record.dup_versions] tells what
 * stands beside the shown version. A decision is a change as any other: it reaches the other devices. What it
 * takes away is kept on this device as an earlier version. */

/**
 * hearten_records_keep_version:
 * @version: (nullable): one of the other versions of @record, or %NULL for the shown one
 *
 * Keeps one version; the others go.
 */
void hearten_records_keep_version (HeartenRecords *self, HeartenRecord *record, HeartenRecord *version);

/**
 * hearten_records_keep_both:
 * @version: one of the other versions of @record
 *
 * Makes a record of its own of @version, beside @record in the list.
 *
 * Returns: (transfer full) (nullable): the new record
 */
gpointer hearten_records_keep_both (HeartenRecords *self, HeartenRecord *record, HeartenRecord *version);

G_END_DECLS
