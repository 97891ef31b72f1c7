/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-json-values.h"

#include <glib/gi18n-lib.h>

#include "hearten-day.h"

static gboolean
fail (const char *member, GError **error)
{
  /* Translators: %s is the name of a member of a JSON file. */
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” has a value that is not known."),
               member);
  return FALSE;
}

gboolean
hearten_json_fail_missing (const char *member, GError **error)
{
  /* Translators: %s is the name of a member of a JSON file. */
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” is missing."), member);
  return FALSE;
}

gboolean
hearten_json_take_enum (JsonObject *object, const char *member, GType type, int *out, GError **error)
{
  g_autofree char *nick = NULL;
  GEnumValue *value;

  if (!hearten_json_take_string (object, member, &nick, error))
    return FALSE;
  if (nick == NULL)
    return TRUE;

  value = g_enum_get_value_by_nick (g_type_class_get (type), nick);
  if (value == NULL)
    return fail (member, error);
  *out = value->value;
  return TRUE;
}

void
hearten_json_set_enum (JsonObject *object, const char *member, GType type, int value)
{
  if (value != 0)
    json_object_set_string_member (object, member,
                                   g_enum_get_value (g_type_class_get (type), value)->value_nick);
}

gboolean
hearten_json_take_day (JsonObject *object, const char *member, GDate *out, GError **error)
{
  g_autofree char *text = NULL;

  if (!hearten_json_take_string (object, member, &text, error))
    return FALSE;

  return text == NULL || hearten_day_parse (text, out) || fail (member, error);
}

void
hearten_json_set_day (JsonObject *object, const char *member, const GDate *day)
{
  if (g_date_valid (day))
    {
      g_autofree char *text = hearten_day_format (day);

      json_object_set_string_member (object, member, text);
    }
}

gboolean
hearten_json_take_number (JsonObject *object,
                          const char *member,
                          int lowest,
                          int highest,
                          int *out,
                          GError **error)
{
  gint64 number = *out;

  if (!json_object_has_member (object, member))
    return TRUE;
  if (!hearten_json_take_int (object, member, &number, error))
    return FALSE;
  if (number < lowest || number > highest)
    return fail (member, error);

  *out = number;
  return TRUE;
}

/* Texts by id */

GHashTable *
hearten_json_texts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

GHashTable *
hearten_json_texts_copy (GHashTable *texts)
{
  GHashTable *copy = hearten_json_texts_new ();
  GHashTableIter iter;
  gpointer id, text;

  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &id, &text))
    g_hash_table_insert (copy, g_strdup (id), g_strdup (text));
  return copy;
}

gboolean
hearten_json_take_texts (JsonObject *object, const char *member, GHashTable *texts, GError **error)
{
  g_autoptr (JsonObject) members = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  if (!hearten_json_take_object (object, member, &members, error))
    return FALSE;
  if (members == NULL)
    return TRUE;

  json_object_iter_init (&iter, members);
  while (json_object_iter_next (&iter, &id, &value))
    {
      GType type = json_node_get_value_type (value);

      if (type == G_TYPE_STRING)
        g_hash_table_insert (texts, g_strdup (id), json_node_dup_string (value));
      else if (type == G_TYPE_INT64)
        g_hash_table_insert (texts, g_strdup (id),
                             g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value)));
      else
        return fail (member, error);
    }
  return TRUE;
}

static gboolean
is_one_digit (const char *text)
{
  return g_ascii_isdigit (text[0]) && text[1] == '\0';
}

void
hearten_json_set_texts (JsonObject *object, const char *member, GHashTable *texts)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (texts), (GCompareFunc) g_strcmp0);
  JsonObject *members;

  if (ids == NULL)
    return;
  members = json_object_new ();
  for (GList *l = ids; l != NULL; l = l->next)
    {
      const char *text = g_hash_table_lookup (texts, l->data);

      if (is_one_digit (text))
        json_object_set_int_member (members, l->data, *text - '0');
      else
        json_object_set_string_member (members, l->data, text);
    }
  json_object_set_object_member (object, member, members);
}
