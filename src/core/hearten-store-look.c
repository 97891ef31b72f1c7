/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-files.h"
#include "hearten-kinds.h"
#include "hearten-missing.h"
#include "hearten-store-scan.h"

#include <errno.h>
#include <glib/gstdio.h>

/* On the worker: looks at what may have changed in the folder, and reads what did. A path that ends in a
 * slash is a folder; the empty one is all folders. */

static void
report_missing (HeartenStoreJob *job, GType type, const char *id)
{
  if (hearten_stamps_get (job->store->stamps, id, NULL))
    g_ptr_array_add (job->missing, hearten_missing_new (type, id));
}

static void
report_unreadable (HeartenStoreJob *job, const HeartenStoreFile *file)
{
  g_autofree char *shown = g_filename_display_name (file->path);

  if (g_error_matches (file->error, HEARTEN_ERROR, HEARTEN_ERROR_ARRIVING))
    g_ptr_array_add (job->set_aside, g_strdup (file->path));
  else
    g_ptr_array_add (job->damaged, hearten_damage_new (shown, file->error->message));
}

/* What is in it is not missing: nobody knows. It is looked at again until it can be read. */
static void
report_folder (HeartenStoreJob *job, const char *path, const GError *error)
{
  g_hash_table_remove (job->store->folder_times, path);
  g_ptr_array_add (job->damaged, hearten_damage_new (path, error->message));
}

static void
take_arrival (HeartenStoreJob *job, HeartenStoreFile *file)
{
  HeartenStamps *stamps = job->store->stamps;
  const char *id = hearten_record_get_id (file->record);
  GType type = G_OBJECT_TYPE (file->record);
  HeartenStamp known;
  gboolean same = hearten_stamps_get (stamps, id, &known) && known.hash == file->stamp.hash &&
                  known.size == file->stamp.size;

  hearten_stamps_put (stamps, type, id, &file->stamp);
  if (same)
    return;
  hearten_store_note_counter (job->store, job->device, file->record);
  g_ptr_array_add (job->arrived, g_steal_pointer (&file->record));
}

static void
look_at_copy (HeartenStoreJob *job, GType type, const char *path)
{
  HeartenRecord *merged = NULL;
  HeartenStoreFile file;

  hearten_store_settle_copy (job->store, job->folder, type, path, &merged);
  if (merged != NULL)
    {
      hearten_store_note_counter (job->store, job->device, merged);
      g_ptr_array_add (job->arrived, merged);
    }
  hearten_store_read (job->folder, path, type, &file);
  g_hash_table_replace (job->copies, g_strdup (path),
                        file.record != NULL ? g_strdup (hearten_record_get_id (file.record)) : NULL);
  if (file.record == NULL && merged == NULL &&
      !g_error_matches (file.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    report_unreadable (job, &file);
  g_clear_object (&file.record);
  g_clear_error ((GError **) &file.error);
}

static void
look_at_record (HeartenStoreJob *job, GType type, const char *path, const char *id)
{
  g_autofree char *full = g_build_filename (job->folder, path, NULL);
  HeartenStoreFile file;
  HeartenStamp known;
  GStatBuf st;

  if (g_lstat (full, &st) != 0)
    st = (GStatBuf) { 0 };
  if (st.st_mode == 0 && (errno == ENOENT || errno == ENOTDIR))
    {
      report_missing (job, type, id);
      return;
    }
  if (hearten_stamps_see (job->store->stamps, id, &known) && hearten_stamp_fits (&known, &st))
    return;
  hearten_store_read (job->folder, path, type, &file);
  if (file.record != NULL && file.in_place)
    take_arrival (job, &file);
  else if (file.record != NULL)
    look_at_copy (job, type, path);
  else if (g_error_matches (file.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    report_missing (job, type, id);
  else
    report_unreadable (job, &file);
  g_clear_object (&file.record);
  g_clear_error ((GError **) &file.error);
}

static void
look_at_name (HeartenStoreJob *job, GType type, const char *folder, const char *name, const HeartenSpan *span)
{
  g_autofree char *path = NULL;
  char id[37];

  if (hearten_copy_name_classify (name) == HEARTEN_COPY_NAME_IGNORED)
    return;
  path = g_strconcat (folder, name, NULL);
  if (!hearten_store_is_in_place (name, span))
    {
      look_at_copy (job, type, path);
      return;
    }
  g_strlcpy (id, name, sizeof id);
  look_at_record (job, type, path, id);
}

static void
look_at_file (HeartenStoreJob *job, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, G_DIR_SEPARATOR_S, -1);
  GType type = g_strv_length (parts) == 3 ? hearten_kind_of_folder (parts[0]) : G_TYPE_INVALID;
  g_autofree char *folder = NULL;
  HeartenSpan span;

  if (type == G_TYPE_INVALID)
    return;
  folder = g_strconcat (parts[0], G_DIR_SEPARATOR_S, parts[1], G_DIR_SEPARATOR_S, NULL);
  span = hearten_store_span_of (parts[1]);
  look_at_name (job, type, folder, parts[2], &span);
}

/* Folders */

static gboolean
has_changed (HeartenStoreJob *job, const char *path, const GStatBuf *st)
{
  gint64 now = (gint64) st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
  gint64 *then = g_hash_table_lookup (job->store->folder_times, path);

  if (then != NULL && *then == now)
    return FALSE;
  g_hash_table_replace (job->store->folder_times, g_strdup (path), g_memdup2 (&now, sizeof now));
  return TRUE;
}

/* @path has a slash at its end. */
static void
look_at_months_files (HeartenStoreJob *job, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, G_DIR_SEPARATOR_S, -1);
  g_autofree char *full = g_build_filename (job->folder, path, NULL);
  GType type = hearten_kind_of_folder (parts[0]);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;
  HeartenStampSpan looked;
  HeartenSpan span;
  GStatBuf st;

  if (type == G_TYPE_INVALID)
    return;
  span = hearten_store_span_of (parts[1]);
  looked = (HeartenStampSpan) { type, span.begin, span.end };
  if (g_stat (full, &st) != 0)
    g_hash_table_remove (job->store->folder_times, path);
  else if (!S_ISDIR (st.st_mode) || !has_changed (job, path, &st))
    return;
  names = hearten_files_list (full, &error);
  if (names == NULL)
    {
      report_folder (job, path, error);
      return;
    }
  for (guint i = 0; i < names->len; i++)
    look_at_name (job, type, path, names->pdata[i], &span);
  g_array_append_val (job->spans, looked);
  g_ptr_array_add (job->readable, g_strdup (path));
}

static void
add_known_months (HeartenStoreJob *job, const char *path, GHashTable *months)
{
  GHashTableIter iter;
  gpointer known;

  g_hash_table_iter_init (&iter, job->store->folder_times);
  while (g_hash_table_iter_next (&iter, &known, NULL))
    if (g_str_has_prefix (known, path))
      g_hash_table_add (months, g_strdup (known));
}

static void
look_at_kind (HeartenStoreJob *job, const char *path)
{
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *full = g_build_filename (job->folder, path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = hearten_files_list (full, &error);
  GHashTableIter iter;
  gpointer month;

  if (names == NULL)
    report_folder (job, path, error);
  else
    g_ptr_array_add (job->readable, g_strdup (path));
  if (names != NULL && g_file_test (full, G_FILE_TEST_IS_DIR))
    g_ptr_array_add (job->folders, g_strdup (path));
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *child = g_build_filename (full, name, NULL);

      if (name[0] == '.' || !g_file_test (child, G_FILE_TEST_IS_DIR))
        continue;
      g_hash_table_add (months, g_strconcat (path, name, G_DIR_SEPARATOR_S, NULL));
      g_ptr_array_add (job->folders, g_strconcat (path, name, G_DIR_SEPARATOR_S, NULL));
    }
  add_known_months (job, path, months);
  g_hash_table_iter_init (&iter, months);
  while (g_hash_table_iter_next (&iter, &month, NULL))
    look_at_months_files (job, month);
}

static void
look_at_all (HeartenStoreJob *job)
{
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  g_ptr_array_add (job->folders, g_strdup (""));
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GTypeClass) type_class = g_type_class_ref (kinds[i]);
      g_autofree char *path = g_strconcat (HEARTEN_RECORD_CLASS (type_class)->folder, G_DIR_SEPARATOR_S,
                                           NULL);

      look_at_kind (job, path);
    }
}

static void
report_unseen (GType type, const char *id, gpointer job)
{
  g_ptr_array_add (((HeartenStoreJob *) job)->missing, hearten_missing_new (type, id));
}

void
hearten_store_look (HeartenStoreJob *job)
{
  hearten_stamps_begin_round (job->store->stamps);
  for (guint i = 0; i < job->looks->len; i++)
    {
      const char *path = job->looks->pdata[i];
      const char *slash = strchr (path, G_DIR_SEPARATOR);

      if (*path == '\0')
        look_at_all (job);
      else if (!g_str_has_suffix (path, G_DIR_SEPARATOR_S))
        look_at_file (job, path);
      else if (slash[1] == '\0')
        look_at_kind (job, path);
      else
        {
          g_ptr_array_add (job->folders, g_strdup (path));
          look_at_months_files (job, path);
        }
    }
  /* And what is not there any more, in all folders together */
  if (job->spans->len > 0)
    hearten_stamps_find_unseen (job->store->stamps, job->spans, report_unseen, job);
}
