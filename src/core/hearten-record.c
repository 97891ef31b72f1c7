/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-record-private.h"

#include "hearten-id.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HeartenRecord, hearten_record, G_TYPE_OBJECT)

enum { PROP_0, PROP_N_VERSIONS, N_PROPS };
static GParamSpec *properties[N_PROPS];

#define EPOCH_JULIAN 719163 /* 1970-01-01 */

#define PRIVATE(self) ((HeartenRecordPrivate *) hearten_record_get_instance_private (HEARTEN_RECORD (self)))

HeartenRecordPrivate *
hearten_record_get_private (HeartenRecord *self)
{
  return hearten_record_get_instance_private (self);
}

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
      !take_time (object, "deleted", &priv->deleted, NULL, error) ||
      !hearten_json_take_revision (object, "revision", &priv->revision, error) ||
      !hearten_record_take_versions (self, object, error))
    return FALSE;
  priv->tombstone = priv->deleted != 0 && json_object_get_size (object) == 0;
  return priv->deleted == 0 || priv->tombstone ||
         hearten_json_take_boolean (object, "blank", &(gboolean) { FALSE }, error);
}

gpointer
hearten_record_from_object (GType type, JsonObject *object, GError **error)
{
  g_autoptr (HeartenRecord) self = g_object_new (type, NULL);
  HeartenRecordPrivate *priv = PRIVATE (self);

  if (!take_header (self, object, error))
    return NULL;
  if (!priv->tombstone && !HEARTEN_RECORD_GET_CLASS (self)->read (self, object, error))
    return NULL;
  if (json_object_get_size (object) > 0)
    priv->unknown = json_object_ref (object);
  hearten_record_fold (self);
  return g_steal_pointer (&self);
}

gpointer
hearten_record_from_bytes (GType type, GBytes *bytes, GError **error)
{
  g_autoptr (JsonObject) object = hearten_json_read (bytes, error);

  return object != NULL ? hearten_record_from_object (type, object, error) : NULL;
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
  hearten_json_set_revision (object, "revision", priv->revision);
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

JsonObject *
hearten_record_to_object (HeartenRecord *self)
{
  JsonObject *object = json_object_new ();
  HeartenRecordPrivate *priv = PRIVATE (self);
  guint n_header;

  write_header (self, object);
  n_header = json_object_get_size (object);
  if (!priv->tombstone)
    write_content (self, object);
  /* A page that was emptied before it was deleted can still come back, and says so: a deleted record with
   * nothing in it is a tombstone. */
  if (priv->deleted != 0 && !priv->tombstone && json_object_get_size (object) == n_header)
    json_object_set_boolean_member (object, "blank", TRUE);
  hearten_record_write_versions (self, object);
  return object;
}

GBytes *
hearten_record_to_bytes (HeartenRecord *self)
{
  g_autoptr (JsonObject) object = NULL;

  g_return_val_if_fail (HEARTEN_IS_RECORD (self), NULL);

  object = hearten_record_to_object (self);
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

static GPtrArray *
copy_versions (GPtrArray *versions)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < versions->len; i++)
    g_ptr_array_add (copy, hearten_record_snapshot (versions->pdata[i]));
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
  to->revision = hearten_revision_ref (from->revision);
  to->written = hearten_revision_ref (from->written);
  to->others = from->others != NULL ? copy_versions (from->others) : NULL;
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
  g_clear_pointer (&priv->revision, hearten_revision_unref);
  g_clear_pointer (&priv->written, hearten_revision_unref);
  g_clear_pointer (&priv->others, g_ptr_array_unref);
  g_clear_pointer (&priv->unknown, json_object_unref);

  G_OBJECT_CLASS (hearten_record_parent_class)->finalize (object);
}

static void
hearten_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_VERSIONS:
      g_value_set_uint (value, hearten_record_get_n_versions (HEARTEN_RECORD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_record_class_init (HeartenRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_record_get_property;
  object_class->finalize = hearten_record_finalize;

  /**
   * HeartenRecord:n-versions:
   *
   * How many versions there are for the user to choose from; its model notifies of it.
   */
  properties[PROP_N_VERSIONS] = g_param_spec_uint ("n-versions", NULL, NULL, 1, G_MAXUINT, 1,
                                                   G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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

GDate
hearten_record_get_day (HeartenRecord *self)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  gint64 local = priv->created + priv->created_offset * G_TIME_SPAN_SECOND;
  gint64 days = local / G_TIME_SPAN_DAY - (local % G_TIME_SPAN_DAY < 0);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, days + EPOCH_JULIAN);
  return day;
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

static gboolean
is_newer (HeartenRecord *self)
{
  HeartenRecordPrivate *priv = PRIVATE (self);
  gboolean newer = priv->v > HEARTEN_RECORD_GET_CLASS (self)->version;

  for (guint i = 0; !newer && priv->others != NULL && i < priv->others->len; i++)
    newer = is_newer (priv->others->pdata[i]);
  return newer;
}

gboolean
hearten_record_is_read_only (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), TRUE);

  return is_newer (self);
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

void
hearten_record_adopt (HeartenRecord *self, HeartenRecord *from)
{
  HeartenRecordPrivate *to = PRIVATE (self);
  HeartenRecordPrivate *other = PRIVATE (from);
  g_autoptr (GPtrArray) others = NULL;

  g_return_if_fail (HEARTEN_IS_RECORD (self) && G_OBJECT_TYPE (self) == G_OBJECT_TYPE (from));
  g_return_if_fail (g_str_equal (to->id, other->id));

  to->v = other->v;
  to->created = other->created;
  to->created_offset = other->created_offset;
  to->modified = other->modified;
  to->deleted = other->deleted;
  to->tombstone = other->tombstone;
  to->touched = other->touched;
  hearten_revision_unref (to->revision);
  to->revision = hearten_revision_ref (other->revision);
  hearten_revision_unref (to->written);
  to->written = hearten_revision_ref (other->written);
  others = g_steal_pointer (&to->others);
  to->others = other->others != NULL ? copy_versions (other->others) : NULL;
  hearten_record_take_unknown (self, from);
  HEARTEN_RECORD_GET_CLASS (self)->copy (from, self);
}

HeartenRevision *
hearten_record_get_revision (HeartenRecord *self)
{
  g_return_val_if_fail (HEARTEN_IS_RECORD (self), NULL);

  return PRIVATE (self)->revision;
}

void
hearten_record_take_content (HeartenRecord *self, HeartenRecord *version)
{
  g_return_if_fail (HEARTEN_IS_RECORD (self) && G_OBJECT_TYPE (self) == G_OBJECT_TYPE (version));

  hearten_record_take_unknown (self, version);
  HEARTEN_RECORD_GET_CLASS (self)->copy (version, self);
}
