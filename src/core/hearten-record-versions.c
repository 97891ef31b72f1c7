/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-record-private.h"

#include <glib/gi18n-lib.h>

/* Room for an event of each version */
#define HIGHEST_COUNTER (G_MAXINT32 - 100000)

#define PRIVATE(self) hearten_record_get_private (HEARTEN_RECORD (self))

/* Order */

int
hearten_record_compare_bytes (HeartenRecord *a, HeartenRecord *b)
{
  g_autoptr (GBytes) bytes_a = hearten_record_to_bytes (a);
  g_autoptr (GBytes) bytes_b = hearten_record_to_bytes (b);

  return g_bytes_compare (bytes_a, bytes_b);
}

int
hearten_record_compare_versions (gconstpointer a, gconstpointer b)
{
  HeartenRecord *x = *(HeartenRecord *const *) a, *y = *(HeartenRecord *const *) b;
  gboolean gone_x = PRIVATE (x)->deleted != 0, gone_y = PRIVATE (y)->deleted != 0;
  gint64 modified_x = PRIVATE (x)->modified, modified_y = PRIVATE (y)->modified;
  int order;

  if (gone_x != gone_y)
    return gone_x ? 1 : -1;
  if (PRIVATE (x)->tombstone != PRIVATE (y)->tombstone)
    return PRIVATE (x)->tombstone ? 1 : -1;
  if (modified_x != modified_y)
    return modified_x > modified_y ? -1 : 1;
  order = hearten_revision_compare (PRIVATE (x)->revision, PRIVATE (y)->revision);
  return order != 0 ? order : hearten_record_compare_bytes (x, y);
}

/* What a version beside another adds to it */

static gboolean
holds (HeartenRecord *self, HeartenRecord *other)
{
  HeartenRecordClass *klass = HEARTEN_RECORD_GET_CLASS (self);

  if (hearten_record_is_tombstone (other))
    return TRUE;
  if (hearten_record_is_tombstone (self))
    return FALSE;
  if (hearten_record_says_same (self, other))
    return TRUE;
  /* Deleted in one place and changed in another: the words go on where they are. */
  return hearten_record_get_deleted (other) != 0 && hearten_record_get_deleted (self) == 0 &&
         klass->holds != NULL && klass->holds (self, other);
}

static gboolean
is_held (HeartenRecord *self, guint index)
{
  GPtrArray *others = PRIVATE (self)->others;

  if (HEARTEN_RECORD_GET_CLASS (self)->newest_wins || holds (self, others->pdata[index]))
    return TRUE;
  for (guint i = 0; i < index; i++)
    if (!PRIVATE (others->pdata[i])->folded && holds (others->pdata[i], others->pdata[index]))
      return TRUE;
  return FALSE;
}

void
hearten_record_fold (HeartenRecord *self)
{
  GPtrArray *others = PRIVATE (self)->others;

  for (guint i = 0; others != NULL && i < others->len; i++)
    PRIVATE (others->pdata[i])->folded = is_held (self, i);
}

gpointer
hearten_record_dup_shown (HeartenRecord *self)
{
  HeartenRecord *shown = hearten_record_snapshot (self);
  HeartenRecordPrivate *priv = PRIVATE (shown);

  g_clear_pointer (&priv->others, g_ptr_array_unref);
  priv->touched = FALSE;
  if (priv->written != NULL)
    {
      hearten_revision_unref (priv->revision);
      priv->revision = g_steal_pointer (&priv->written);
    }
  return shown;
}

void
hearten_record_set_versions (HeartenRecord *self, HeartenRevision *seen, GPtrArray *others)
{
  HeartenRecordPrivate *priv = PRIVATE (self);

  g_assert (priv->others == NULL && priv->written == NULL);

  if (hearten_revision_compare (priv->revision, seen) != 0)
    priv->written = priv->revision;
  else
    hearten_revision_unref (priv->revision);
  priv->revision = hearten_revision_ref (seen);
  if (others->len == 0)
    return;
  priv->others = g_ptr_array_ref (others);
  hearten_record_fold (self);
}

/* The file */

static gboolean
take_version (HeartenRecord *self, JsonNode *node, GError **error)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autoptr (HeartenRecord) version = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                   _ ("“%s” is not of the kind it has to be."), "versions");
      return FALSE;
    }
  version = hearten_record_from_object (G_OBJECT_TYPE (self), json_node_get_object (node), error);
  if (version == NULL)
    return FALSE;
  if (!g_str_equal (PRIVATE (version)->id, priv->id))
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                           _ ("This is a version of another page."));
      return FALSE;
    }
  g_ptr_array_add (priv->others, g_steal_pointer (&version));
  return TRUE;
}

gboolean
hearten_record_take_versions (HeartenRecord *self, JsonObject *object, GError **error)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autoptr (JsonArray) versions = NULL;

  if (!hearten_json_take_revision (object, "written", &priv->written, error) ||
      !hearten_json_take_array (object, "versions", &versions, error))
    return FALSE;
  if (versions == NULL || json_array_get_length (versions) == 0)
    return TRUE;
  priv->others = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < json_array_get_length (versions); i++)
    if (!take_version (self, json_array_get_element (versions, i), error))
      return FALSE;
  return TRUE;
}

void
hearten_record_write_versions (HeartenRecord *self, JsonObject *object)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  JsonArray *versions;

  hearten_json_set_revision (object, "written", priv->written);
  if (priv->others == NULL)
    return;
  versions = json_array_new ();
  for (guint i = 0; i < priv->others->len; i++)
    json_array_add_object_element (versions, hearten_record_to_object (priv->others->pdata[i]));
  json_object_set_array_member (object, "versions", versions);
}

/* Changes */

/* Takes the others out of the list for which @goes is right: what is written next comes after them. */
static void
absorb (HeartenRecord *self, gboolean (*goes) (HeartenRecord *other, gpointer data), gpointer data)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autoptr (GPtrArray) staying = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (HeartenRevision)
      base = hearten_revision_ref (priv->written != NULL ? priv->written : priv->revision);

  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    {
      HeartenRecord *other = priv->others->pdata[i];
      g_autoptr (HeartenRevision) joined = NULL;

      if (!goes (other, data))
        {
          g_ptr_array_add (staying, g_object_ref (other));
          continue;
        }
      joined = hearten_revision_join (base, PRIVATE (other)->revision);
      hearten_revision_unref (base);
      base = g_steal_pointer (&joined);
    }
  g_clear_pointer (&priv->others, g_ptr_array_unref);
  g_clear_pointer (&priv->written, hearten_revision_unref);
  if (staying->len > 0)
    priv->others = g_steal_pointer (&staying);
  if (priv->others != NULL && hearten_revision_compare (base, priv->revision) != 0)
    priv->written = g_steal_pointer (&base);
}

static gboolean
is_folded (HeartenRecord *other, gpointer data)
{
  return PRIVATE (other)->folded;
}

static gboolean
is_any (HeartenRecord *other, gpointer data)
{
  return TRUE;
}

static gboolean
says_same (HeartenRecord *other, gpointer version)
{
  return other == version || hearten_record_is_tombstone (other) || hearten_record_says_same (other, version);
}

static HeartenRevision *
add_event (HeartenRevision *revision, const char *device, int counter)
{
  HeartenRevision *counted = hearten_revision_with (revision, device, counter);

  hearten_revision_unref (revision);
  return counted;
}

/* Each version that changed is a change of its own: two that share a revision could not be told apart. */
static int
count_others (HeartenRecordPrivate *priv, const char *device, int counter)
{
  for (guint i = 0; priv->touched && priv->others != NULL && i < priv->others->len; i++)
    {
      HeartenRecordPrivate *other = PRIVATE (priv->others->pdata[i]);

      other->revision = add_event (other->revision, device, ++counter);
    }
  priv->touched = FALSE;
  return counter;
}

void
hearten_record_count (HeartenRecord *self, const char *device)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  int counter;

  g_return_if_fail (HEARTEN_IS_RECORD (self) && device != NULL && *device != '\0');

  counter = MIN (hearten_revision_get (priv->revision, device), HIGHEST_COUNTER) + 1;
  absorb (self, is_folded, NULL);
  if (priv->others == NULL)
    {
      /* With nothing beside it, what is written now comes after all that is known. */
      priv->revision = add_event (priv->revision, device, counter);
      priv->touched = FALSE;
      return;
    }
  if (priv->written == NULL)
    priv->written = hearten_revision_ref (priv->revision);
  priv->written = add_event (priv->written, device, counter);
  priv->revision = add_event (priv->revision, device, count_others (priv, device, counter));
  if (hearten_revision_compare (priv->written, priv->revision) == 0)
    g_clear_pointer (&priv->written, hearten_revision_unref);
  g_ptr_array_sort (priv->others, hearten_record_compare_versions);
  hearten_record_fold (self);
}

static gboolean
set_deleted (HeartenRecord *other, gint64 deleted)
{
  HeartenRecordPrivate *priv = PRIVATE (other);

  if (priv->tombstone || priv->deleted == deleted)
    return FALSE;
  priv->deleted = deleted;
  return TRUE;
}

void
hearten_record_set_deleted (HeartenRecord *self, gint64 deleted)
{
  HeartenRecordPrivate *priv = PRIVATE (self);

  g_return_if_fail (HEARTEN_IS_RECORD (self));

  priv->deleted = deleted;
  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    if (set_deleted (priv->others->pdata[i], deleted))
      priv->touched = TRUE;
}

void
hearten_record_bury (HeartenRecord *self)
{
  HeartenRecordPrivate *priv = PRIVATE (self);

  g_return_if_fail (HEARTEN_IS_RECORD (self) && priv->deleted != 0);

  absorb (self, is_any, NULL);
  priv->tombstone = TRUE;
  g_clear_pointer (&priv->unknown, json_object_unref);
}

void
hearten_record_touch (HeartenRecord *self, HeartenClock *clock)
{
  HeartenRecordPrivate *priv = PRIVATE (self);

  g_return_if_fail (HEARTEN_IS_RECORD (self));

  priv->modified = hearten_clock_get_now (clock);
  /* What the user has just changed stays in sight, whatever the other device's clock says. */
  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    priv->modified = MAX (priv->modified, PRIVATE (priv->others->pdata[i])->modified + 1);
}

void
hearten_record_keep_in_sight (HeartenRecord *self, HeartenRecord *other)
{
  HeartenRecordPrivate *from = PRIVATE (other);
  gint64 last = from->modified;

  for (guint i = 0; from->others != NULL && i < from->others->len; i++)
    last = MAX (last, PRIVATE (from->others->pdata[i])->modified);
  PRIVATE (self)->modified = MAX (PRIVATE (self)->modified, last + 1);
}

/* Public */

GPtrArray *
hearten_record_dup_versions (HeartenRecord *self)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);
  HeartenRecordPrivate *priv;

  g_return_val_if_fail (HEARTEN_IS_RECORD (self), versions);

  priv = PRIVATE (self);
  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    if (!PRIVATE (priv->others->pdata[i])->folded)
      g_ptr_array_add (versions, g_object_ref (priv->others->pdata[i]));
  return versions;
}

guint
hearten_record_get_n_versions (HeartenRecord *self)
{
  HeartenRecordPrivate *priv;
  guint n = 1;

  g_return_val_if_fail (HEARTEN_IS_RECORD (self), 1);

  priv = PRIVATE (self);
  for (guint i = 0; priv->others != NULL && i < priv->others->len; i++)
    n += !PRIVATE (priv->others->pdata[i])->folded;
  return n;
}

GPtrArray *
hearten_record_dup_hidden (HeartenRecord *self)
{
  GPtrArray *hidden = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *others = PRIVATE (self)->others;

  for (guint i = 0; others != NULL && i < others->len; i++)
    if (PRIVATE (others->pdata[i])->folded && !PRIVATE (others->pdata[i])->tombstone &&
        !hearten_record_says_same (self, others->pdata[i]))
      g_ptr_array_add (hidden, g_object_ref (others->pdata[i]));
  return hidden;
}

static gboolean
has_one (HeartenRecord *self, HeartenRecord *shown, HeartenRecord *version)
{
  GPtrArray *others = PRIVATE (self)->others;

  if (hearten_record_compare_versions (&shown, &version) == 0)
    return TRUE;
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (hearten_record_compare_versions (&others->pdata[i], &version) == 0)
      return TRUE;
  return FALSE;
}

gboolean
hearten_record_has_version (HeartenRecord *self, HeartenRecord *other)
{
  g_autoptr (HeartenRecord) shown = hearten_record_dup_shown (self);
  g_autoptr (HeartenRecord) version = hearten_record_dup_shown (other);
  GPtrArray *others = PRIVATE (other)->others;

  if (!has_one (self, shown, version))
    return FALSE;
  for (guint i = 0; others != NULL && i < others->len; i++)
    if (!has_one (self, shown, others->pdata[i]))
      return FALSE;
  return TRUE;
}

void
hearten_record_drop_version (HeartenRecord *self, HeartenRecord *version)
{
  g_autoptr (HeartenRecord) held = version != NULL ? g_object_ref (version) : NULL;

  g_return_if_fail (HEARTEN_IS_RECORD (self));

  absorb (self, version != NULL ? says_same : is_any, version);
  hearten_record_fold (self);
}

gpointer
hearten_record_split (HeartenRecord *self, HeartenRecord *version, HeartenClock *clock)
{
  HeartenRecord *own;

  g_return_val_if_fail (HEARTEN_IS_RECORD (self) && G_OBJECT_TYPE (self) == G_OBJECT_TYPE (version), NULL);

  own = hearten_record_new (G_OBJECT_TYPE (version), clock);
  hearten_record_take_content (own, version);
  PRIVATE (own)->created = PRIVATE (version)->created;
  PRIVATE (own)->created_offset = PRIVATE (version)->created_offset;
  hearten_record_drop_version (self, version);
  return own;
}

HeartenRevision *
hearten_record_get_written (HeartenRecord *self)
{
  HeartenRecordPrivate *priv;

  g_return_val_if_fail (HEARTEN_IS_RECORD (self), NULL);

  priv = PRIVATE (self);
  return priv->written != NULL ? priv->written : priv->revision;
}
