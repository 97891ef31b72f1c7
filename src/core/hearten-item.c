/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-item-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "hearten-day.h"
#include "hearten-json-values.h"

struct _HeartenItem
{
  HeartenRecord parent_instance;

  char *tip;
  char *face;
  char *text;
  GHashTable *columns;
  char *state;
  double place;
  gboolean archived;
  GDate drawn;
};

G_DEFINE_FINAL_TYPE (HeartenItem, hearten_item, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
take_place (JsonObject *members, double *place, GError **error)
{
  JsonNode *node = json_object_get_member (members, "place");

  if (node == NULL)
    return TRUE;
  if (json_node_get_value_type (node) != G_TYPE_DOUBLE && json_node_get_value_type (node) != G_TYPE_INT64)
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                           _ ("“place” has a value that is not known."));
      return FALSE;
    }
  *place = json_node_get_double (node);
  json_object_remove_member (members, "place");
  if (!isfinite (*place)) /* could not be written again */
    *place = 0;
  return TRUE;
}

static gboolean
hearten_item_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenItem *self = HEARTEN_ITEM (record);

  if (!hearten_json_take_string (members, "tip", &self->tip, error) ||
      !hearten_json_take_string (members, "face", &self->face, error) ||
      !hearten_json_take_string (members, "text", &self->text, error) ||
      !hearten_json_take_texts (members, "columns", self->columns, error) ||
      !hearten_json_take_string (members, "state", &self->state, error) ||
      !take_place (members, &self->place, error) ||
      !hearten_json_take_boolean (members, "archived", &self->archived, error) ||
      !hearten_json_take_day (members, "drawn", &self->drawn, error))
    return FALSE;

  return (self->tip != NULL && *self->tip != '\0') || hearten_json_fail_missing ("tip", error);
}

static void
hearten_item_write (HeartenRecord *record, JsonObject *members)
{
  HeartenItem *self = HEARTEN_ITEM (record);

  hearten_json_set_string (members, "tip", self->tip);
  hearten_json_set_string (members, "face", self->face);
  hearten_json_set_string (members, "text", self->text);
  hearten_json_set_texts (members, "columns", self->columns);
  hearten_json_set_string (members, "state", self->state);
  json_object_set_double_member (members, "place", self->place);
  if (self->archived)
    json_object_set_boolean_member (members, "archived", TRUE);
  hearten_json_set_day (members, "drawn", &self->drawn);
}

static void
hearten_item_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenItem *self = HEARTEN_ITEM (record);
  HeartenItem *copy = HEARTEN_ITEM (record_copy);

  hearten_item_set_list (copy, self->tip, self->face);
  g_set_str (&copy->text, self->text);
  g_hash_table_unref (copy->columns);
  copy->columns = hearten_json_texts_copy (self->columns);
  g_set_str (&copy->state, self->state);
  copy->place = self->place;
  copy->archived = self->archived;
  copy->drawn = self->drawn;
}

static void
hearten_item_finalize (GObject *object)
{
  HeartenItem *self = HEARTEN_ITEM (object);

  g_free (self->tip);
  g_free (self->face);
  g_free (self->text);
  g_hash_table_unref (self->columns);
  g_free (self->state);
  G_OBJECT_CLASS (hearten_item_parent_class)->finalize (object);
}

static void
hearten_item_class_init (HeartenItemClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_item_finalize;
  record_class->kind = "item";
  record_class->folder = "items";
  record_class->version = 1;
  record_class->read = hearten_item_read;
  record_class->write = hearten_item_write;
  record_class->copy = hearten_item_copy;
}

static void
hearten_item_init (HeartenItem *self)
{
  self->columns = hearten_json_texts_new ();
  g_date_clear (&self->drawn, 1);
}

/* Private */

void
hearten_item_set_list (HeartenItem *self, const char *tip, const char *face)
{
  g_set_str (&self->tip, tip);
  g_set_str (&self->face, face);
}

gboolean
hearten_item_set_text (HeartenItem *self, const char *text)
{
  return g_set_str (&self->text, text);
}

gboolean
hearten_item_set_column (HeartenItem *self, const char *column, const char *value)
{
  if (value != NULL && *value == '\0')
    value = NULL;
  if (g_strcmp0 (hearten_item_get_column (self, column), value) == 0)
    return FALSE;
  if (value != NULL)
    g_hash_table_replace (self->columns, g_strdup (column), g_strdup (value));
  else
    g_hash_table_remove (self->columns, column);
  return TRUE;
}

gboolean
hearten_item_set_state (HeartenItem *self, const char *state)
{
  return g_set_str (&self->state, state);
}

void
hearten_item_set_place (HeartenItem *self, double place)
{
  g_return_if_fail (isfinite (place));

  self->place = place;
}

gboolean
hearten_item_set_archived (HeartenItem *self, gboolean archived)
{
  gboolean changes = self->archived != archived;

  self->archived = archived;
  return changes;
}

void
hearten_item_set_drawn (HeartenItem *self, const GDate *day)
{
  self->drawn = *day;
}

/* Public */

const char *
hearten_item_get_tip (HeartenItem *self)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self), NULL);

  return self->tip;
}

const char *
hearten_item_get_face (HeartenItem *self)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self), NULL);

  return self->face != NULL ? self->face : "both";
}

const char *
hearten_item_get_text (HeartenItem *self)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self), "");

  return self->text != NULL ? self->text : "";
}

const char *
hearten_item_get_column (HeartenItem *self, const char *column)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self), NULL);

  return g_hash_table_lookup (self->columns, column);
}

gboolean
hearten_item_get_day (HeartenItem *self, const char *column, GDate *day)
{
  return hearten_day_parse (hearten_item_get_column (self, column), day);
}

const char *
hearten_item_get_state (HeartenItem *self)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self), NULL);

  return self->state;
}

double
hearten_item_get_place (HeartenItem *self)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self), 0);

  return self->place;
}

gboolean
hearten_item_get_archived (HeartenItem *self)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self), FALSE);

  return self->archived;
}

gboolean
hearten_item_get_drawn (HeartenItem *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_ITEM (self) && day != NULL, FALSE);

  *day = self->drawn;
  return g_date_valid (&self->drawn);
}
