/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-place.h"

#include "hearten-durable.h"
#include "hearten-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PLACE_VERSION 1
#define STORE_VERSION 1

/* The note */

static char *
dup_path (const char *state_folder)
{
  return g_build_filename (state_folder, "place.json", NULL);
}

static char *
read_folder (JsonObject *object)
{
  g_autofree char *format = NULL;
  g_autofree char *uri = NULL;
  gint64 version = 0;

  if (!hearten_json_take_string (object, "fmt", &format, NULL) || g_strcmp0 (format, "hearten-place") != 0 ||
      !hearten_json_take_int (object, "v", &version, NULL) || version != PLACE_VERSION ||
      !hearten_json_take_string (object, "folder", &uri, NULL) || uri == NULL)
    return NULL;
  return g_filename_from_uri (uri, NULL, NULL);
}

char *
hearten_place_dup_folder (const char *state_folder, const char *usual, gboolean *chosen, GError **error)
{
  g_autofree char *path = dup_path (state_folder);
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) object = hearten_json_read_file (path, &local);
  char *folder = object != NULL ? read_folder (object) : NULL;
  gboolean none = g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);

  if (chosen != NULL)
    *chosen = !none;
  if (none)
    return g_strdup (usual);
  if (folder == NULL)
    {
      g_autofree char *shown = hearten_place_dup_shown (path);

      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
                   _ ("The note of where your journal lives (“%s”) cannot be read. Your journal is safe "
                      "where it is. Choose its folder again."),
                   shown);
    }
  return folder;
}

char *
hearten_place_dup_own_state (void)
{
  return g_build_filename (g_get_user_state_dir (), "hearten", NULL);
}

char *
hearten_place_dup_own (GError **error)
{
  g_autofree char *state_folder = hearten_place_dup_own_state ();
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "hearten", NULL);

  return hearten_place_dup_folder (state_folder, usual, NULL, error);
}

gboolean
hearten_place_set_folder (const char *state_folder, const char *folder, GError **error)
{
  g_autofree char *path = dup_path (state_folder);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (g_path_is_absolute (folder), FALSE);

  json_object_set_string_member (object, "fmt", "hearten-place");
  json_object_set_int_member (object, "v", PLACE_VERSION);
  json_object_set_string_member (object, "folder", uri);
  bytes = hearten_json_write (object);
  return hearten_durable_write (path, bytes, error);
}

/* Looking */

gboolean
hearten_place_is_kind (const char *name)
{
  return g_ascii_islower (*name) && name[strspn (name, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

gboolean
hearten_place_is_month (const char *name)
{
  return strlen (name) == 7 && strspn (name, "0123456789") == 4 && name[4] == '-' &&
         strspn (name + 5, "0123456789") == 2;
}

/* What is there before anybody put something in: hidden files of sync programs and file managers. */
static gboolean
is_furniture (const char *name)
{
  return name[0] == '.' || g_str_equal (name, "lost+found") || g_str_equal (name, "desktop.ini");
}

static gboolean
holds_months (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDir) dir = hearten_place_is_kind (name) ? g_dir_open (path, 0, NULL) : NULL;
  const char *month;

  while (dir != NULL && (month = g_dir_read_name (dir)) != NULL)
    if (hearten_place_is_month (month))
      return TRUE;
  return FALSE;
}

static gboolean
check_store_file (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "hearten.json", NULL);
  g_autofree char *shown = hearten_place_dup_shown (folder);
  g_autofree char *format = NULL;
  g_autofree char *id = NULL;
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);
  gint64 version = 0;

  if (object == NULL || !hearten_json_take_string (object, "fmt", &format, NULL) ||
      g_strcmp0 (format, "hearten") != 0 || !hearten_json_take_int (object, "v", &version, NULL) ||
      !hearten_json_take_string (object, "store", &id, NULL) || id == NULL || *id == '\0')
    {
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED,
                   _ ("The file “hearten.json” in “%s” cannot be read, so Hearten cannot tell whose journal "
                      "this is. Nothing was changed."),
                   shown);
      return FALSE;
    }
  if (version <= STORE_VERSION)
    return TRUE;
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NEWER,
               _ ("The journal in “%s” was written by a newer version of Hearten. Nothing was changed. "
                  "Install the newer version to open it."),
               shown);
  return FALSE;
}

gboolean
hearten_place_look (const char *folder, HeartenPlaceKind *kind, GError **error)
{
  g_autofree char *store_file = g_build_filename (folder, "hearten.json", NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local);
  const char *name;

  if (dir == NULL && !g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_autofree char *shown = hearten_place_dup_shown (folder);

      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("The folder “%s” cannot be read."), shown);
      return FALSE;
    }
  *kind = dir != NULL ? HEARTEN_PLACE_EMPTY : HEARTEN_PLACE_ABSENT;
  if (dir != NULL && g_file_test (store_file, G_FILE_TEST_EXISTS))
    {
      *kind = HEARTEN_PLACE_JOURNAL;
      return check_store_file (folder, error);
    }
  while (dir != NULL && *kind != HEARTEN_PLACE_HALF && (name = g_dir_read_name (dir)) != NULL)
    if (holds_months (folder, name))
      *kind = HEARTEN_PLACE_HALF;
    else if (!is_furniture (name))
      *kind = HEARTEN_PLACE_OTHER;
  return TRUE;
}

char *
hearten_place_dup_shown (const char *folder)
{
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);
  g_autofree char *shown = g_filename_display_name (folder);

  if (length > 1 && g_str_has_prefix (folder, home) && (folder[length] == '/' || folder[length] == '\0'))
    {
      g_autofree char *rest = g_filename_display_name (folder + length);

      return g_strconcat ("~", rest, NULL);
    }
  return g_steal_pointer (&shown);
}
