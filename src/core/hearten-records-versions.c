/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-records.h"

static gboolean
is_choice (HeartenRecord *record, HeartenRecord *version, GPtrArray *versions)
{
  return !hearten_record_is_read_only (record) && !hearten_record_is_tombstone (record) &&
         versions->len > 0 && (version == NULL || g_ptr_array_find (versions, version, NULL));
}

/* Rows show whether there is a choice. */
static void
show_decided (HeartenRecords *self, HeartenRecord *record)
{
  hearten_records_changed (self, record);
  g_object_notify (G_OBJECT (record), "n-versions");
}

void
hearten_records_keep_version (HeartenRecords *self, HeartenRecord *record, HeartenRecord *version)
{
  g_autoptr (GPtrArray) versions = NULL;
  HeartenStore *store;

  g_return_if_fail (HEARTEN_IS_RECORDS (self) && HEARTEN_IS_RECORD (record));

  versions = hearten_record_dup_versions (record);
  if (!is_choice (record, version, versions))
    return;
  store = hearten_records_get_store (self);
  for (guint i = 0; i < versions->len; i++)
    if (versions->pdata[i] != version)
      hearten_store_keep (store, versions->pdata[i]);
  hearten_record_drop_version (record, NULL);
  if (version != NULL)
    {
      hearten_store_keep (store, record);
      hearten_record_take_content (record, version);
    }
  show_decided (self, record);
}

gpointer
hearten_records_keep_both (HeartenRecords *self, HeartenRecord *record, HeartenRecord *version)
{
  g_autoptr (GPtrArray) versions = NULL;
  HeartenStore *store;
  HeartenRecord *own;

  g_return_val_if_fail (HEARTEN_IS_RECORDS (self) && HEARTEN_IS_RECORD (record) && version != NULL, NULL);

  versions = hearten_record_dup_versions (record);
  if (!is_choice (record, version, versions))
    return NULL;
  store = hearten_records_get_store (self);
  /* The one that is on the disk first: a power cut between the two files must not take it. */
  hearten_store_keep (store, version);
  own = hearten_record_split (record, version, hearten_store_get_clock (store));
  hearten_records_changed (self, own);
  show_decided (self, record);
  return own;
}
