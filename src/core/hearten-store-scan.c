/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-scan.h"

#include "hearten-files.h"
#include "hearten-id.h"
#include "hearten-store-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_LENGTH 36

/* Files that are read before the next are: as many as fill a screen, then more */
#define FIRST_AT_ONCE 60
#define MOST_AT_ONCE 480

typedef struct
{
  const char *folder;
  GType type;
  const char *kind_folder;
  HeartenStoreFileVisit visit;
  gpointer user_data;
  GPtrArray *elsewhere; /* paths of what is not in its place */
  HeartenStoreReader *reader;
  guint at_once;
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

/* Returns whether to go on. */
static gboolean
visit_in_place (Scan *scan, const char *own_folder, HeartenStoreReading *reading)
{
  g_autofree char *own_path = g_strconcat (own_folder, G_DIR_SEPARATOR_S, reading->name, NULL);
  HeartenStoreFile file = { own_path,        HEARTEN_COPY_NAME_OWN, TRUE,
                            reading->record, reading->stamp,        reading->error };
  gboolean go_on;

  if (file.record != NULL && strncmp (hearten_record_get_id (file.record), reading->name, ID_LENGTH) != 0)
    {
      g_ptr_array_add (scan->elsewhere, g_steal_pointer (&own_path));
      return TRUE;
    }
  go_on = scan->visit (&file, scan->user_data);
  reading->record = file.record;
  return go_on;
}

/* The first files are wanted soon, and the others fast. */
static gboolean
scan_in_place (Scan *scan, const char *own_folder, const char *path, GArray *readings)
{
  guint begin = 0;
  gboolean go_on = TRUE;

  while (go_on && begin < readings->len)
    {
      guint end = MIN (begin + scan->at_once, readings->len);

      hearten_store_reader_read (scan->reader, path, readings, begin, end);
      for (; go_on && begin < end; begin++)
        {
          HeartenStoreReading *reading = &g_array_index (readings, HeartenStoreReading, begin);

          go_on = visit_in_place (scan, own_folder, reading);
          hearten_store_reading_clear (reading);
        }
      scan->at_once = MIN (scan->at_once * 2, MOST_AT_ONCE);
    }
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
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (HeartenStoreReading));
  HeartenSpan span = hearten_store_span_of (month);

  if (names == NULL)
    return visit_unreadable (scan, own_folder, error);
  g_array_set_clear_func (readings, (GDestroyNotify) hearten_store_reading_clear);
  for (guint i = 0; i < names->len; i++)
    {
      HeartenStoreReading reading = { .name = names->pdata[i] };

      if (hearten_store_is_in_place (reading.name, &span))
        g_array_append_val (readings, reading);
      else
        g_ptr_array_add (scan->elsewhere, g_build_filename (own_folder, reading.name, NULL));
    }
  return scan_in_place (scan, own_folder, path, readings);
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
  g_autoptr (HeartenStoreReader) reader = hearten_store_reader_new (type);
  const char *kind_folder = HEARTEN_RECORD_CLASS (type_class)->folder;
  Scan scan = { folder, type, kind_folder, visit, user_data, elsewhere, reader, FIRST_AT_ONCE };
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
  file->record = hearten_store_read_record (full, type, &file->stamp, &error);
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
