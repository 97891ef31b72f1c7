/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-walk.h"

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
  const char *name;

  if (dir == NULL)
    {
      if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&names);
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("The folder “%s” cannot be read."), path);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, suffix))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);
  return g_steal_pointer (&names);
}

/* A record's name is its id; another name means a copy that some program put beside it. */
static HeartenRecord *
read_record (const char *path, const char *name, GType type, GError **error)
{
  g_autoptr (GBytes) bytes = hearten_json_load (path, error);
  g_autoptr (HeartenRecord) record = NULL;
  g_autofree char *expected = NULL;

  if (bytes == NULL || (record = hearten_record_from_bytes (type, bytes, error)) == NULL)
    return NULL;
  expected = g_strconcat (hearten_record_get_id (record), ".json", NULL);
  if (g_str_equal (expected, name))
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
      const char *name = names->pdata[i];
      g_autofree char *shown = g_build_filename (month, name, NULL);
      g_autofree char *path = g_build_filename (month_path, name, NULL);
      g_autoptr (GError) local = NULL;
      HeartenRecord *record = read_record (path, name, type, &local);

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
