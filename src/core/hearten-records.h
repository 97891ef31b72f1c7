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

/**
 * hearten_records_delete:
 *
 * Moves @record into the trash: it leaves the list, its file keeps every word.
 */
void hearten_records_delete (HeartenRecords *self, HeartenRecord *record);

/**
 * hearten_records_restore:
 *
 * Takes @record out of the trash.
 */
void hearten_records_restore (HeartenRecords *self, HeartenRecord *record);

G_END_DECLS
