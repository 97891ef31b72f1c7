/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-scan.h"

#include "hearten-files.h"
#include "hearten-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_LENGTH 36

typedef struct
{
  const char *folder;
  GType type;
  const char *kind_folder;
  HeartenStoreFileVisit visit;
  gpointer user_data;
  GPtrArray *elsewhere; /* paths of what is not in its place */
} Scan;

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

/* The names in a folder, newest first; ids and months both sort by time. */
static GPtrArray *
list_names (const char *path, gboolean files, gboolean ignored, GError **error)
{
  g_autoptr (GPtrArray) all = hearten_files_list (path, error);
  GPtrArray *names;

  if (all == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < all->len; i++)
    {
      const char *name = all->pdata[i];

      if (files ? (hearten_copy_name_classify (name) == HEARTEN_COPY_NAME_IGNORED) == ignored
                : name[0] != '.')
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

static HeartenRecord *
read_record (const char *path, GType type, HeartenStamp *stamp, GError **error)
{
  g_autoptr (GBytes) bytes = hearten_stamp_load (path, stamp, error);

  if (bytes == NULL)
    return NULL;
  if (g_bytes_get_size (bytes) > 0)
    return hearten_record_from_bytes (type, bytes, error);
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_ARRIVING,
                       _ ("The file is empty: it may still be on its way."));
  return NULL;
}

/* Returns whether to go on. */
static gboolean
visit_in_place (Scan *scan, const char *own_path, const char *path, const char *name)
{
  g_autoptr (GError) error = NULL;
  HeartenStoreFile file = { own_path, HEARTEN_COPY_NAME_OWN, TRUE, NULL, { 0 }, NULL };
  gboolean go_on = TRUE;

  file.record = read_record (path, scan->type, &file.stamp, &error);
  file.error = error;
  if (file.record != NULL && strncmp (hearten_record_get_id (file.record), name, ID_LENGTH) != 0)
    g_ptr_array_add (scan->elsewhere, g_strdup (own_path));
  else
    go_on = scan->visit (&file, scan->user_data);
  g_clear_object (&file.record);
  return go_on;
}

/* A folder that cannot be listed is told of, and the others are read all the same. */
static gboolean
visit_unreadable (Scan *scan, const char *path, const GError *error)
{
  g_autofree char *shown = g_strconcat (path, G_DIR_SEPARATOR_S, NULL);
  HeartenStoreFile file = { shown, HEARTEN_COPY_NAME_OWN, FALSE, NULL, { 0 }, error };

  return scan->visit (&file, scan->user_data);
}

static gboolean
scan_month (Scan *scan, const char *month)
{
  g_autofree char *own_folder = g_build_filename (scan->kind_folder, month, NULL);
  g_autofree char *path = g_build_filename (scan->folder, own_folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_names (path, TRUE, FALSE, &error);
  HeartenSpan span = hearten_store_span_of (month);

  if (names == NULL)
    return visit_unreadable (scan, own_folder, error);
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *own_path = g_build_filename (own_folder, name, NULL);
      g_autofree char *full = g_build_filename (path, name, NULL);

      if (!hearten_store_is_in_place (name, &span))
        g_ptr_array_add (scan->elsewhere, g_steal_pointer (&own_path));
      else if (!visit_in_place (scan, own_path, full, name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_elsewhere (Scan *scan)
{
  gboolean go_on = TRUE;

  for (guint i = 0; go_on && i < scan->elsewhere->len; i++)
    {
      HeartenStoreFile file;

      hearten_store_read (scan->folder, scan->elsewhere->pdata[i], scan->type, &file);
      file.in_place = FALSE;
      go_on = scan->visit (&file, scan->user_data);
      g_clear_object (&file.record);
      g_clear_error ((GError **) &file.error);
    }
  return go_on;
}

/* Public */

HeartenSpan
hearten_store_span_of (const char *month)
{
  g_autofree char *text = g_strconcat (month, "-01T00:00:00Z", NULL);
  g_autoptr (GDateTime) begin = strlen (month) == 7 ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  g_autoptr (GDateTime) end = begin != NULL ? g_date_time_add_months (begin, 1) : NULL;

  return end != NULL ? (HeartenSpan) { g_date_time_to_unix_usec (begin), g_date_time_to_unix_usec (end) }
                     : (HeartenSpan) { 0, 0 };
}

gboolean
hearten_store_is_in_place (const char *name, const HeartenSpan *span)
{
  char id[ID_LENGTH + 1];
  gint64 time;

  if (hearten_copy_name_classify (name) != HEARTEN_COPY_NAME_OWN)
    return FALSE;
  memcpy (id, name, ID_LENGTH);
  id[ID_LENGTH] = '\0';
  time = hearten_id_get_time (id);
  return time >= span->begin && time < span->end;
}

gboolean
hearten_store_scan (const char *folder, GType type, HeartenStoreFileVisit visit, gpointer user_data)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  g_autoptr (GPtrArray) elsewhere = g_ptr_array_new_with_free_func (g_free);
  Scan scan = { folder, type, HEARTEN_RECORD_CLASS (type_class)->folder, visit, user_data, elsewhere };
  g_autofree char *path = g_build_filename (folder, scan.kind_folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) months = list_names (path, FALSE, FALSE, &error);

  if (months == NULL)
    return visit_unreadable (&scan, scan.kind_folder, error);
  for (guint i = 0; i < months->len; i++)
    if (!scan_month (&scan, months->pdata[i]))
      return FALSE;
  return scan_elsewhere (&scan);
}

void
hearten_store_read (const char *folder, const char *path, GType type, HeartenStoreFile *file)
{
  g_autofree char *full = g_build_filename (folder, path, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *place = NULL;
  GError *error = NULL;

  *file = (HeartenStoreFile) { path, hearten_copy_name_classify (name), FALSE, NULL, { 0 }, NULL };
  file->record = read_record (full, type, &file->stamp, &error);
  file->error = error;
  if (file->record == NULL)
    return;
  place = hearten_store_dup_place (type, hearten_record_get_id (file->record));
  file->in_place = g_str_equal (place, path);
}

char *
hearten_store_dup_place (GType type, const char *id)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  g_autofree char *month = hearten_id_dup_month (id);
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (HEARTEN_RECORD_CLASS (type_class)->folder, month, name, NULL);
}

GPtrArray *
hearten_store_list_ignored (const char *folder, GType type)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  const char *kind_folder = HEARTEN_RECORD_CLASS (type_class)->folder;
  g_autofree char *path = g_build_filename (folder, kind_folder, NULL);
  g_autoptr (GPtrArray) months = list_names (path, FALSE, FALSE, NULL);
  GPtrArray *ignored = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      g_autofree char *month = g_build_filename (path, months->pdata[i], NULL);
      g_autoptr (GPtrArray) names = list_names (month, TRUE, TRUE, NULL);

      for (guint j = 0; names != NULL && j < names->len; j++)
        g_ptr_array_add (ignored, g_build_filename (kind_folder, months->pdata[i], names->pdata[j], NULL));
    }
  return ignored;
}
