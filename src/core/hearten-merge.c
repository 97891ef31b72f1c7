/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-merge.h"

#include "hearten-record-private.h"

/* A version by itself: its revision is the one at which it was written, and it has no others beside it. */

static GPtrArray *
list_versions (HeartenRecord *self)
{
  HeartenRecordPrivate *priv = hearten_record_get_private (self);
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (versions, hearten_record_dup_shown (self));
  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    g_ptr_array_add (versions, hearten_record_snapshot (priv->others->pdata[i]));
  return versions;
}

static HeartenRevision *
revision_of (HeartenRecord *self)
{
  return hearten_record_get_private (self)->revision;
}

static gboolean
holds_revision (GPtrArray *versions, HeartenRecord *version)
{
  for (guint i = 0; i < versions->len; i++)
    if (hearten_revision_compare (revision_of (versions->pdata[i]), revision_of (version)) == 0)
      return TRUE;
  return FALSE;
}

static void
add_once (GPtrArray *merged, HeartenRecord *version)
{
  for (guint i = 0; i < merged->len; i++)
    if (hearten_record_compare_versions (&merged->pdata[i], &version) == 0)
      return;
  g_ptr_array_add (merged, g_object_ref (version));
}

/* Those in @versions that the other side has as well or has never seen. */
static void
add_living (GPtrArray *merged, GPtrArray *versions, GPtrArray *others, HeartenRevision *seen)
{
  for (guint i = 0; i < versions->len; i++)
    if (holds_revision (others, versions->pdata[i]) ||
        !hearten_revision_covers (seen, revision_of (versions->pdata[i])))
      add_once (merged, versions->pdata[i]);
}

static void
add_all (GPtrArray *merged, GPtrArray *versions)
{
  for (guint i = 0; i < versions->len; i++)
    add_once (merged, versions->pdata[i]);
}

static gpointer
combine (GPtrArray *versions, HeartenRevision *seen)
{
  HeartenRecord *shown;

  g_ptr_array_sort (versions, hearten_record_compare_versions);
  shown = g_ptr_array_steal_index (versions, 0);
  hearten_record_set_versions (shown, seen, versions);
  return shown;
}

/* Public */

gpointer
hearten_merge (HeartenRecord *a, HeartenRecord *b)
{
  g_autoptr (GPtrArray) versions_a = NULL;
  g_autoptr (GPtrArray) versions_b = NULL;
  g_autoptr (GPtrArray) merged = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HeartenRevision) seen = NULL;

  g_return_val_if_fail (HEARTEN_IS_RECORD (a) && G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b), NULL);
  g_return_val_if_fail (g_str_equal (hearten_record_get_id (a), hearten_record_get_id (b)), NULL);

  if (hearten_record_is_read_only (a) || hearten_record_is_read_only (b))
    return NULL;
  versions_a = list_versions (a);
  versions_b = list_versions (b);
  seen = hearten_revision_join (revision_of (a), revision_of (b));
  add_living (merged, versions_a, versions_b, revision_of (b));
  add_living (merged, versions_b, versions_a, revision_of (a));
  /* Each claims to come after the other: no honest history gives that, and nothing may be lost by it. */
  if (merged->len == 0)
    {
      add_all (merged, versions_a);
      add_all (merged, versions_b);
    }
  return combine (merged, seen);
}

gboolean
hearten_merge_contains (HeartenRecord *whole, HeartenRecord *part)
{
  g_autoptr (HeartenRecord) merged = hearten_merge (whole, part);
  g_autoptr (HeartenRecord) normal = merged != NULL ? hearten_merge (whole, whole) : NULL;

  return merged != NULL && hearten_record_compare_bytes (merged, normal) == 0;
}

gpointer
hearten_merge_fork (HeartenRecord *self, HeartenRecord *found, const char *device)
{
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (HeartenRecord) version = NULL;
  g_autoptr (HeartenRevision) seen = NULL;
  g_autoptr (HeartenRevision) counted = NULL;
  HeartenRecordPrivate *priv;

  if (hearten_record_is_read_only (self) || hearten_record_is_read_only (found))
    return NULL;
  seen = hearten_revision_join (revision_of (self), revision_of (found));
  counted = hearten_revision_with (seen, device, hearten_revision_get (seen, device) + 1);
  version = hearten_record_dup_shown (found);
  priv = hearten_record_get_private (version);
  hearten_revision_unref (priv->revision);
  priv->revision = hearten_revision_ref (counted);
  merged = list_versions (self);
  add_once (merged, version);
  return combine (merged, counted);
}
