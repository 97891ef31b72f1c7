/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-records-private.h"

#include "hearten-merge.h"
#include "hearten-record-private.h"

/* What someone else wrote into the folder becomes part of the list. The record's object stays the same. */

static HeartenRecord *
find (HeartenRecordsPrivate *priv, const char *id)
{
  HeartenRecord *record = g_hash_table_lookup (priv->by_id, id);

  return record != NULL ? record : g_hash_table_lookup (priv->buried, id);
}

static gboolean
is_same (HeartenRecord *a, HeartenRecord *b)
{
  return hearten_revision_compare (hearten_record_get_revision (a), hearten_record_get_revision (b)) == 0 &&
         hearten_record_compare_bytes (a, b) == 0;
}

/* Someone changed the file without counting it, as with a text editor, and nothing here waits to be written:
 * then theirs is what the record says. What it said is kept as an earlier version. */
static gboolean
was_changed_by_hand (HeartenRecord *known, HeartenRecord *found)
{
  HeartenRecordPrivate *a = hearten_record_get_private (known), *b = hearten_record_get_private (found);

  return a->others == NULL && b->others == NULL && hearten_revision_compare (a->revision, b->revision) == 0;
}

static HeartenRecord *
combine (HeartenRecords *self, HeartenRecord *known, HeartenRecord *found, gboolean changed)
{
  if (changed)
    {
      hearten_record_keep_in_sight (known, found);
      return hearten_merge (known, found);
    }
  if (hearten_record_is_read_only (found))
    return g_object_ref (found);
  if (hearten_record_is_read_only (known))
    return NULL;
  if (was_changed_by_hand (known, found))
    {
      hearten_store_keep (hearten_records_get_store (self), known);
      return g_object_ref (found);
    }
  return hearten_merge (known, found);
}

static void
adopt (HeartenRecords *self, HeartenRecord *known, HeartenRecord *from)
{
  guint before, after;
  gboolean was_row = hearten_records_find_row (self, known, &before);

  if (was_row && (hearten_record_get_deleted (from) != 0 ||
                  hearten_record_get_created (from) != hearten_record_get_created (known)))
    was_row = FALSE;
  if (!was_row)
    hearten_records_take_out (self, known);
  hearten_record_adopt (known, from);
  g_object_notify (G_OBJECT (known), "n-versions");
  if (!was_row)
    hearten_records_put (self, known);
  else if (hearten_records_find_row (self, known, &after))
    g_list_model_items_changed (G_LIST_MODEL (self), after, 1, 1);
  g_signal_emit_by_name (self, "arrived", known);
}

/* Not before it is clear that nobody wrote into it meanwhile. */
static void
forget (HeartenRecordsPrivate *priv, HeartenRecord *record)
{
  if (hearten_record_is_tombstone (record))
    hearten_store_forget (priv->store, record);
}

void
hearten_records_take_in (HeartenRecords *self, HeartenRecord *found)
{
  HeartenRecordsPrivate *priv = hearten_records_get_private (self);
  g_autoptr (HeartenRecord) known = find (priv, hearten_record_get_id (found));
  g_autoptr (HeartenRecord) merged = NULL;
  gboolean changed;

  if (known == NULL)
    {
      hearten_records_put (self, found);
      forget (priv, found);
      g_signal_emit_by_name (self, "arrived", found);
      return;
    }
  g_object_ref (known);
  /* Whoever holds words that are not in the record yet puts them there. */
  g_signal_emit_by_name (self, "arriving", known);
  if (is_same (known, found))
    return;
  changed = hearten_store_count (priv->store, known);
  merged = combine (self, known, found, changed);
  if (merged == NULL)
    return;
  if (!is_same (known, merged))
    {
      adopt (self, known, merged);
      forget (priv, known);
    }
  /* The file lacks something that is here. */
  if (!changed && !is_same (merged, found))
    hearten_store_save_merged (priv->store, known);
}
