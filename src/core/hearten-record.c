/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-record.h"

#include "hearten-id.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id;
  gint64 v;
  gint64 created;
  gint32 created_offset; /* seconds east of UTC */
  gint64 modified;
  gint64 deleted;
  gboolean tombstone;
  GHashTable *revision; /* device id → counter; NULL while empty */
  JsonObject *unknown;  /* members of a later version, NULL while there are none */
} HeartenRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HeartenRecord, hearten_record, G_TYPE_OBJECT)

#define PRIVATE(self) ((HeartenRecordPrivate *) hearten_record_get_instance_private (HEARTEN_RECORD (self)))

/* Times */

/* GDateTime ends with the years 1 and 9999: a time close to them has no local time everywhere. */
static gboolean
can_be_shown (GDateTime *date)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (date);

  return utc != NULL && g_date_time_get_year (utc) > 1 && g_date_time_get_year (utc) < 9999;
}

static char *
format_time (gint64 time, gint32 offset)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (offset);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format_iso8601 (local);
}

static gboolean
take_time (JsonObject *object, const char *member, gint64 *time, gint32 *offset, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (!hearten_json_take_string (object, member, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  date = g_date_time_new_from_iso8601 (text, NULL);
  if (date == NULL || !can_be_shown (date))
    {
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” is not a date and time."),
                   member);
      return FALSE;
    }
  *time = g_date_time_to_unix_usec (date);
  if (offset != NULL)
    *offset = g_date_time_get_utc_offset (date) / G_TIME_SPAN_SECOND;
  return TRUE;
}

/* Revision */

static GHashTable *
new_revision (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static gboolean
take_revision (HeartenRecordPrivate *priv, JsonObject *object, GError **error)
{
  g_autoptr (JsonObject) revision = NULL;
  JsonObjectIter iter;
  const char *device;
  JsonNode *counter;

  if (!hearten_json_take_object (object, "revision", &revision, error))
    return FALSE;
  if (revision == NULL)
    return TRUE;
  priv->revision = new_revision ();
  json_object_iter_init (&iter, revision);
  while (json_object_iter_next (&iter, &device, &counter))
    {
      gint64 count = json_node_get_value_type (counter) == G_TYPE_INT64 ? json_node_get_int (counter) : -1;

      if (count < 0 || count > G_MAXINT32)
        {
          g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                               _ ("The revision cannot be read."));
          return FALSE;
        }
      g_hash_table_insert (priv->revision, g_strdup (device), GINT_TO_POINTER (count));
    }
  return TRUE;
}

static void
write_revision (HeartenRecordPrivate *priv, JsonObject *object)
{
  g_autoptr (GList) devices = NULL;
  JsonObject *revision;

  if (priv->revision == NULL)
    return;
  revision = json_object_new ();
  devices = g_list_sort (g_hash_table_get_keys (priv->revision), (GCompareFunc) g_strcmp0);
  for (GList *l = devices; l != NULL; l = l->next)
    json_object_set_int_member (revision, l->data,
                                GPOINTER_TO_INT (g_hash_table_lookup (priv->revision, l->data)));
  json_object_set_object_member (object, "revision", revision);
}

/* Reading and writing */

static gboolean
take_identity (HeartenRecord *self, JsonObject *object, GError **error)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autofree char *kind = NULL;

  if (!hearten_json_take_string (object, "id", &priv->id, error) ||
      !hearten_json_take_string (object, "kind", &kind, error) ||
      !hearten_json_take_int (object, "v", &priv->v, error))
    return FALSE;
  if (g_strcmp0 (kind, HEARTEN_RECORD_GET_CLASS (self)->kind) != 0)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("The file is not of the kind “%s”."),
                 HEARTEN_RECORD_GET_CLASS (self)->kind);
  else if (!hearten_id_is_valid (priv->id))
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("The file has no valid id."));
  else if (priv->v < 1)
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("The file has no version."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
take_header (HeartenRecord *self, JsonObject *object, GError **error)
{
  HeartenRecordPrivate *priv = PRIVATE (self);

  if (!take_identity (self, object, error))
    return FALSE;
  priv->created = hearten_id_get_time (priv->id);
  if (!take_time (object, "created", &priv->created, &priv->created_offset, error))
    return FALSE;
  priv->modified = priv->created;
  if (!take_time (object, "modified", &priv->modified, NULL, error) ||
      !take_time (object, "deleted", &priv->deleted, NULL, error) || !take_revision (priv, object, error))
    return FALSE;
  priv->tombstone = priv->deleted != 0 && json_object_get_size (object) == 0;
  return priv->deleted == 0 || priv->tombstone ||
         hearten_json_take_boolean (object, "blank", &(gboolean) { FALSE }, error);
}

gpointer
hearten_record_from_bytes (GType type, GBytes *bytes, GError **error)
{
  g_autoptr (HeartenRecord) self = g_object_new (type, NULL);
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autoptr (JsonObject) object = hearten_json_read (bytes, error);

  if (object == NULL || !take_header (self, object, error))
    return NULL;
  if (!priv->tombstone && !HEARTEN_RECORD_GET_CLASS (self)->read (self, object, error))
    return NULL;
  if (json_object_get_size (object) > 0)
    priv->unknown = g_steal_pointer (&object);
  return g_steal_pointer (&self);
}

static void
write_header (HeartenRecord *self, JsonObject *object)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autofree char *created = format_time (priv->created, priv->created_offset);
  g_autofree char *modified = format_time (priv->modified, 0);

  json_object_set_string_member (object, "id", priv->id);
  json_object_set_string_member (object, "kind", HEARTEN_RECORD_GET_CLASS (self)->kind);
  json_object_set_int_member (object, "v", priv->v);
  json_object_set_string_member (object, "created", created);
  json_object_set_string_member (object, "modified", modified);
  if (priv->deleted != 0)
    {
      g_autofree char *deleted = format_time (priv->deleted, 0);

      json_object_set_string_member (object, "deleted", deleted);
    }
  write_revision (priv, object);
}

/* What the user put there, and what a later version did. */
static void
write_content (HeartenRecord *self, JsonObject *object)
{
  HeartenRecordPrivate *priv = PRIVATE (self);

  HEARTEN_RECORD_GET_CLASS (self)->write (self, object);
  if (priv->unknown != NULL)
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, priv->unknown);
      while (json_object_iter_next_ordered (&iter, &name, &value))
        json_object_set_member (object, name, json_node_copy (value));
    }
}

GBytes *
hearten_record_to_bytes (HeartenRecord *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  HeartenRecordPrivate *priv = PRIVATE (self);
  guint n_header;

  g_return_val_if_fail (HEARTEN_IS_RECORD (self), NULL);

  write_header (self, object);
  n_header = json_object_get_size (object);
  if (!priv->tombstone)
    write_content (self, object);
  /* A page that was emptied before it was deleted can still come back, and says so: a deleted record with
   * nothing in it is a tombstone. */
  if (priv->deleted != 0 && !priv->tombstone && json_object_get_size (object) == n_header)
    json_object_set_boolean_member (object, "blank", TRUE);
  return hearten_json_write (object);
}

static JsonObject *
copy_object (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) copy = NULL;

  json_node_set_object (node, object);
  copy = json_node_copy (node);
  return json_node_dup_object (copy);
}

static GHashTable *
copy_revision (GHashTable *revision)
{
  GHashTable *copy = new_revision ();
  GHashTableIter iter;
  gpointer device, counter;

  g_hash_table_iter_init (&iter, revision);
  while (g_hash_table_iter_next (&iter, &device, &counter))
    g_hash_table_insert (copy, g_strdup (device), counter);
  return copy;
}

gpointer
hearten_record_snapshot (HeartenRecord *self)
{
  HeartenRecordPrivate *from, *to;
  HeartenRecord *copy;

  g_return_val_if_fail (HEARTEN_IS_RECORD (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  from = PRIVATE (self);
  to = PRIVATE (copy);
  *to = *from;
  to->id = g_strdup (from->id);
  to->revision = from->revision != NULL ? copy_revision (from->revision) : NULL;
  to->unknown = from->unknown != NULL ? copy_object (from->unknown) : NULL;
  HEARTEN_RECORD_GET_CLASS (self)->copy (self, copy);
  return copy;
}

/* GObject */

static void
hearten_record_finalize (GObject *object)
{
  HeartenRecordPrivate *priv = PRIVATE (object);

  g_clear_pointer (&priv->id, g_free);
  g_clear_pointer (&priv->revision, g_hash_table_unref);
  g_clear_pointer (&priv->unknown, json_object_unref);

  G_OBJECT_CLASS (hearten_record_parent_class)->finalize (object);
}

static void
hearten_record_class_init (HeartenRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_record_finalize;
}

static void
hearten_record_init (HeartenRecord *self)
{
}

/* Public */

gpointer
hearten_record_new (GType type, HeartenClock *clock)
{
  HeartenRecord *self = g_object_new (type, NULL);
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autoptr (GDateTime) now = hearten_clock_dup_local (clock);

  priv->created = hearten_clock_get_now (clock);
  priv->created_offset = g_date_time_get_utc_offset (now) / G_TIME_SPAN_SECOND;
  priv->modified = priv->created;
  priv->id = hearten_id_new (priv->created);
  priv->v = HEARTEN_RECORD_GET_CLASS (self)->version;
  return self;
}

const char *
hearten_record_get_id (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), NULL);

  return PRIVATE (self)->id;
}

gint64
hearten_record_get_created (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), 0);

  return PRIVATE (self)->created;
}

GDateTime *
hearten_record_dup_created (HeartenRecord *self)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (priv->created_offset);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (priv->created);

  return g_date_time_to_timezone (utc, zone);
}

gint64
hearten_record_get_modified (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), 0);

  return PRIVATE (self)->modified;
}

gint64
hearten_record_get_deleted (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), 0);

  return PRIVATE (self)->deleted;
}

gboolean
hearten_record_is_tombstone (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), FALSE);

  return PRIVATE (self)->tombstone;
}

gboolean
hearten_record_is_read_only (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), TRUE);

  return PRIVATE (self)->v > HEARTEN_RECORD_GET_CLASS (self)->version;
}

void
hearten_record_touch (HeartenRecord *self, HeartenClock *clock)
{
  g_return_if_fail (HEARTEN_IS_RECORD (self));

  PRIVATE (self)->modified = hearten_clock_get_now (clock);
}

void
hearten_record_count (HeartenRecord *self, const char *device)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  int counter;

  g_return_if_fail (device != NULL && *device != '\0');

  if (priv->revision == NULL)
    priv->revision = new_revision ();
  counter = GPOINTER_TO_INT (g_hash_table_lookup (priv->revision, device));
  g_hash_table_insert (priv->revision, g_strdup (device),
                       GINT_TO_POINTER (MIN (counter, G_MAXINT32 - 1) + 1));
}

void
hearten_record_set_deleted (HeartenRecord *self, gint64 deleted)
{
  g_return_if_fail (HEARTEN_IS_RECORD (self));

  PRIVATE (self)->deleted = deleted;
}

void
hearten_record_bury (HeartenRecord *self)
{
  HeartenRecordPrivate *priv = PRIVATE (self);

  g_return_if_fail (HEARTEN_IS_RECORD (self) && priv->deleted != 0);

  priv->tombstone = TRUE;
  g_clear_pointer (&priv->unknown, json_object_unref);
}

gboolean
hearten_record_says_same (HeartenRecord *self, HeartenRecord *other)
{
  g_autoptr (JsonObject) a = json_object_new ();
  g_autoptr (JsonObject) b = json_object_new ();
  g_autoptr (JsonNode) node_a = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) node_b = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other), FALSE);

  write_content (self, a);
  write_content (other, b);
  json_node_set_object (node_a, a);
  json_node_set_object (node_b, b);
  return json_node_equal (node_a, node_b);
}

void
hearten_record_take_unknown (HeartenRecord *self, HeartenRecord *from)
{
  HeartenRecordPrivate *to = PRIVATE (self);
  JsonObject *unknown = PRIVATE (from)->unknown;

  g_clear_pointer (&to->unknown, json_object_unref);
  to->unknown = unknown != NULL ? copy_object (unknown) : NULL;
}
