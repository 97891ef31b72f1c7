/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-json.h"

#include "hearten-json-outline.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static guint
count_members (JsonNode *node)
{
  guint count = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *child;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &child))
        count += 1 + count_members (child);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        count += count_members (json_array_get_element (array, i));
    }
  return count;
}

static gboolean
check_limits (const char *text, gsize length, HeartenJsonOutline *found, GError **error)
{
  if (length > HEARTEN_JSON_MAX_BYTES)
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_TOO_LARGE, _ ("The file is larger than 8 MiB."));
  else if (length == 0)
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED, _ ("The file is empty."));
  else if (!g_utf8_validate_len (text, length, NULL))
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED, _ ("The file is not readable text."));
  else if ((*found = hearten_json_outline (text, length)).depth > HEARTEN_JSON_MAX_DEPTH)
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED, _ ("The file is nested too deep."));
  else if (found->control)
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED, _ ("The file is not readable text."));
  else if (found->beyond)
    g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED,
                         _ ("The file holds a number that is too large."));
  else
    return TRUE;
  return FALSE;
}

JsonObject *
hearten_json_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  JsonNode *root;
  HeartenJsonOutline found;

  if (!check_limits (text, length, &found, error))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  if (!json_parser_load_from_data (parser, text, length, NULL))
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED,
                           _ ("The file breaks off or is not JSON."));
      return NULL;
    }

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED,
                           _ ("The file holds no JSON object."));
      return NULL;
    }
  /* json-glib keeps the last of two equal keys in silence; then fewer arrived than were written. */
  if (count_members (root) != found.members)
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED,
                           _ ("The file names a member twice."));
      return NULL;
    }
  return json_node_dup_object (root);
}

static GBytes *
read_all (int fd, struct stat *st, GError **error)
{
  g_autofree char *buffer = NULL;
  gsize length = 0;

  if (fstat (fd, st) != 0 || !S_ISREG (st->st_mode))
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED, _ ("This is not a file."));
      return NULL;
    }
  if (st->st_size > HEARTEN_JSON_MAX_BYTES)
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_TOO_LARGE,
                           _ ("The file is larger than 8 MiB."));
      return NULL;
    }
  buffer = g_malloc (st->st_size + 1);
  while (length <= (gsize) st->st_size)
    {
      ssize_t n = read (fd, buffer + length, st->st_size + 1 - length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int saved = errno;

          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
          return NULL;
        }
      length += n;
      /* There was room for one byte more. */
      if (n == 0 || length == (gsize) st->st_size)
        break;
    }
  return g_bytes_new_take (g_steal_pointer (&buffer), length);
}

GBytes *
hearten_json_load_stat (const char *path, struct stat *st, GError **error)
{
  GBytes *bytes;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0)
    {
      int saved = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
      return NULL;
    }
  bytes = read_all (fd, st, error);
  close (fd);
  return bytes;
}

GBytes *
hearten_json_load (const char *path, GError **error)
{
  struct stat st;

  return hearten_json_load_stat (path, &st, error);
}

JsonObject *
hearten_json_read_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = hearten_json_load (path, error);

  return bytes != NULL ? hearten_json_read (bytes, error) : NULL;
}

GBytes *
hearten_json_write (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  GString *text = g_string_new (NULL);

  json_node_set_object (root, object);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

/* Taking */

/* Returns the member's node when it is there and of the right type; *missing tells "not there" from "wrong".
 */
static JsonNode *
peek (JsonObject *object,
      const char *member,
      JsonNodeType node_type,
      GType value_type,
      gboolean *missing,
      GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *missing = node == NULL;
  if (node == NULL)
    return NULL;
  if (JSON_NODE_TYPE (node) == node_type &&
      (node_type != JSON_NODE_VALUE || json_node_get_value_type (node) == value_type))
    return node;
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” is not of the kind it has to be."),
               member);
  return NULL;
}

gboolean
hearten_json_take_string (JsonObject *object, const char *member, char **out, GError **error)
{
  gboolean missing;
  JsonNode *node = peek (object, member, JSON_NODE_VALUE, G_TYPE_STRING, &missing, error);

  if (node == NULL)
    return missing;
  g_set_str (out, json_node_get_string (node));
  json_object_remove_member (object, member);
  return TRUE;
}

gboolean
hearten_json_take_int (JsonObject *object, const char *member, gint64 *out, GError **error)
{
  gboolean missing;
  JsonNode *node = peek (object, member, JSON_NODE_VALUE, G_TYPE_INT64, &missing, error);

  if (node == NULL)
    return missing;
  *out = json_node_get_int (node);
  json_object_remove_member (object, member);
  return TRUE;
}

gboolean
hearten_json_take_boolean (JsonObject *object, const char *member, gboolean *out, GError **error)
{
  gboolean missing;
  JsonNode *node = peek (object, member, JSON_NODE_VALUE, G_TYPE_BOOLEAN, &missing, error);

  if (node == NULL)
    return missing;
  *out = json_node_get_boolean (node);
  json_object_remove_member (object, member);
  return TRUE;
}

gboolean
hearten_json_take_object (JsonObject *object, const char *member, JsonObject **out, GError **error)
{
  gboolean missing;
  JsonNode *node = peek (object, member, JSON_NODE_OBJECT, G_TYPE_INVALID, &missing, error);

  if (node == NULL)
    return missing;
  g_clear_pointer (out, json_object_unref);
  *out = json_node_dup_object (node);
  json_object_remove_member (object, member);
  return TRUE;
}

gboolean
hearten_json_take_array (JsonObject *object, const char *member, JsonArray **out, GError **error)
{
  gboolean missing;
  JsonNode *node = peek (object, member, JSON_NODE_ARRAY, G_TYPE_INVALID, &missing, error);

  if (node == NULL)
    return missing;
  g_clear_pointer (out, json_array_unref);
  *out = json_node_dup_array (node);
  json_object_remove_member (object, member);
  return TRUE;
}

gboolean
hearten_json_take_strings (JsonObject *object, const char *member, GStrv *out, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean missing;
  JsonNode *node = peek (object, member, JSON_NODE_ARRAY, G_TYPE_INVALID, &missing, error);
  JsonArray *array;

  if (node == NULL)
    return missing;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (json_node_get_value_type (item) != G_TYPE_STRING)
        {
          g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                       _ ("“%s” is not of the kind it has to be."), member);
          return FALSE;
        }
      g_strv_builder_add (builder, json_node_get_string (item));
    }
  g_strfreev (*out);
  *out = g_strv_builder_end (builder);
  json_object_remove_member (object, member);
  return TRUE;
}

void
hearten_json_set_string (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL && *value != '\0')
    json_object_set_string_member (object, member, value);
}

void
hearten_json_set_strings (JsonObject *object, const char *member, const char *const *values)
{
  JsonArray *array;

  if (values == NULL || values[0] == NULL)
    return;
  array = json_array_new ();
  for (int i = 0; values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, member, array);
}
