/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-walk.h"

#include "hearten-id.h"

#include <glib/gi18n-lib.h>

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

/* The names in a folder that end in @suffix, newest first; ids and months both sort by time. */
static GPtrArray *
list_names (const char *path, const char *suffix, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &local);
  g_autofree char *shown = NULL;
  const char *name;

  if (dir == NULL)
    {
      if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&names);
      shown = g_filename_display_name (path);
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("The folder “%s” cannot be read."), shown);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);
  return g_steal_pointer (&names);
}

/* A record's place is a function of its id. One with another name is a copy that some program put beside it;
 * one in another folder is a copy where the right place is taken, and else a page that was moved. */
static gboolean
is_copy (HeartenRecord *record, const char *path)
{
  const char *id = hearten_record_get_id (record);
  g_autofree char *month = hearten_id_dup_month (id);
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *found_name = g_path_get_basename (path);
  g_autofree char *found_folder = g_path_get_dirname (path);
  g_autofree char *found_month = g_path_get_basename (found_folder);
  g_autofree char *place = g_build_filename (found_folder, "..", month, name, NULL);

  return !g_str_equal (name, found_name) ||
         (!g_str_equal (month, found_month) && g_file_test (place, G_FILE_TEST_EXISTS));
}

static HeartenRecord *
read_record (const char *path, GType type, GError **error)
{
  g_autoptr (GBytes) bytes = hearten_json_load (path, error);
  g_autoptr (HeartenRecord) record = bytes != NULL ? hearten_record_from_bytes (type, bytes, error) : NULL;

  if (record == NULL || !is_copy (record, path))
    return g_steal_pointer (&record);
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                       _ ("This is a second copy of a page, as programs that sync folders make them."));
  return NULL;
}

static gboolean
walk_month (const char *folder,
            const char *month,
            GType type,
            HeartenStoreVisit visit,
            gpointer user_data,
            GError **error)
{
  g_autofree char *month_path = g_build_filename (folder, month, NULL);
  g_autoptr (GPtrArray) names = list_names (month_path, ".json", error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (month_path, names->pdata[i], NULL);
      g_autofree char *own_path = g_build_filename (month, names->pdata[i], NULL);
      g_autofree char *shown = g_filename_display_name (own_path);
      g_autoptr (GError) local = NULL;
      HeartenRecord *record = read_record (path, type, &local);

      if (!visit (shown, record, local, user_data))
        return FALSE;
    }
  return names != NULL;
}

gboolean
hearten_store_walk (const char *folder,
                    GType type,
                    HeartenStoreVisit visit,
                    gpointer user_data,
                    GError **error)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  HeartenRecordClass *klass = HEARTEN_RECORD_CLASS (type_class);
  g_autofree char *path = g_build_filename (folder, klass->folder, NULL);
  g_autoptr (GPtrArray) months = list_names (path, "", error);

  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      g_autofree char *month = g_build_filename (klass->folder, months->pdata[i], NULL);
      g_autofree char *month_path = g_build_filename (folder, month, NULL);

      if (g_file_test (month_path, G_FILE_TEST_IS_DIR) &&
          !walk_month (folder, month, type, visit, user_data, error))
        return FALSE;
    }
  return months != NULL;
}
