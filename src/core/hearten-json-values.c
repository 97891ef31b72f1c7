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
