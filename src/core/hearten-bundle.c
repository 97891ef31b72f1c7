/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-bundle.h"

#include "hearten-archive.h"
#include "hearten-durable.h"
#include "hearten-export.h"
#include "hearten-files.h"
#include "hearten-store-walk.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *folder;
  HeartenArchive *archive;
  guint n_pages;
  GError *error;
} Bundle;

/* Files of the folder */

static GBytes *
load (const char *folder, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (folder, path, NULL);
  g_autoptr (GError) local = NULL;
  char *contents;
  gsize length;

  if (g_file_get_contents (full, &contents, &length, &local))
    return g_bytes_new_take (contents, length);
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("“%s” cannot be read (%s)."), path,
               local->message);
  return NULL;
}

static gboolean
visit_for_bundle (const char *path, const struct stat *st, gpointer user_data)
{
  Bundle *bundle = user_data;
  g_autofree char *name = g_strconcat (HEARTEN_BUNDLE_RECORDS "/", path, NULL);
  g_autoptr (GBytes) bytes = load (bundle->folder, path, &bundle->error);

  if (bytes == NULL)
    return FALSE;
  hearten_archive_add (bundle->archive, name, bytes, st->st_mtime);
  return TRUE;
}

/* Pages for any program; a damaged one is among the records as it is. */

static gboolean
add_page (const char *path, HeartenRecord *taken, const GError *error, gpointer user_data)
{
  g_autoptr (HeartenRecord) record = taken;
  Bundle *bundle = user_data;
  g_autofree char *file = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) page = NULL;

  if (record == NULL || hearten_record_get_deleted (record) != 0)
    return TRUE;
  page = hearten_export_dup_page (HEARTEN_ENTRY (record), &file);
  name = g_strconcat ("hearten/pages/", file, NULL);
  hearten_archive_add (bundle->archive, name, page,
                       hearten_record_get_modified (record) / G_TIME_SPAN_SECOND);
  bundle->n_pages++;
  return TRUE;
}

static void
add_word (Bundle *bundle)
{
  g_autofree char *text = g_strconcat (
      _ ("This is what was written in Hearten."), "\n\n",
      _ ("pages: the pages of the journal, as text that any program shows."), "\n",
      _ ("records: everything, as Hearten keeps it. Hearten opens this folder as a journal: Preferences, "
         "Journal, Open Another."),
      "\n\n", _ ("Nothing in it is locked: whoever has this file can read it."), "\n", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  hearten_archive_add (bundle->archive, "hearten/read-me.txt", bytes,
                       g_get_real_time () / G_TIME_SPAN_SECOND);
}

static gboolean
fill (Bundle *bundle, GError **error)
{
  add_word (bundle);
  hearten_store_walk (bundle->folder, HEARTEN_TYPE_ENTRY, add_page, bundle);
  if (hearten_files_visit (bundle->folder, FALSE, visit_for_bundle, bundle, error))
    return TRUE;
  if (bundle->error != NULL)
    g_propagate_error (error, g_steal_pointer (&bundle->error));
  return FALSE;
}

gboolean
hearten_bundle (const char *folder, const char *path, guint *n_pages, GError **error)
{
  g_autoptr (HeartenArchive) archive = hearten_archive_new ();
  g_autoptr (GBytes) bytes = NULL;
  Bundle bundle = { folder, archive, 0, NULL };

  g_return_val_if_fail (folder != NULL && path != NULL, FALSE);

  if (!fill (&bundle, error))
    return FALSE;
  bytes = hearten_archive_finish (g_steal_pointer (&archive));
  if (n_pages != NULL)
    *n_pages = bundle.n_pages;
  return hearten_durable_write (path, bytes, error) && hearten_bundle_check (folder, path, error);
}

/* Reading it back */

typedef struct
{
  const char *folder;
  GHashTable *files;
  GError *error;
} Check;

static gboolean
visit_for_check (const char *path, const struct stat *st, gpointer user_data)
{
  Check *check = user_data;
  g_autofree char *name = g_strconcat (HEARTEN_BUNDLE_RECORDS "/", path, NULL);
  GBytes *kept = g_hash_table_lookup (check->files, name);
  g_autoptr (GBytes) bytes = load (check->folder, path, &check->error);

  if (bytes == NULL)
    return FALSE;
  if (kept != NULL && g_bytes_equal (kept, bytes))
    return TRUE;
  g_set_error_literal (&check->error, HEARTEN_ERROR, HEARTEN_ERROR_CHANGED,
                       _ ("Not everything is in that file as it is here. Nothing here was changed. Put "
                          "everything into a file again."));
  return FALSE;
}

gboolean
hearten_bundle_check (const char *folder, const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = load (parent, name, error);
  g_autoptr (GHashTable) files = bytes != NULL ? hearten_archive_read (bytes, error) : NULL;
  Check check = { folder, files, NULL };

  if (files == NULL)
    return FALSE;
  if (hearten_files_visit (folder, FALSE, visit_for_check, &check, error))
    return TRUE;
  if (check.error != NULL)
    g_propagate_error (error, check.error);
  return FALSE;
}

/* On a worker */

typedef struct
{
  char *folder;
  char *path;
  guint n_pages;
} Order;

static void
order_free (Order *order)
{
  g_free (order->folder);
  g_free (order->path);
  g_free (order);
}

static void
run (GTaskThreadFunc in_thread,
     gpointer tag,
     const char *folder,
     const char *path,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->folder = g_strdup (folder);
  order->path = g_strdup (path);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, order, (GDestroyNotify) order_free);
  g_task_run_in_thread (task, in_thread);
}

static void
bundle_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;

  if (hearten_bundle (order->folder, order->path, &order->n_pages, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hearten_bundle_async (const char *folder, const char *path, GAsyncReadyCallback callback, gpointer user_data)
{
  run (bundle_in_thread, hearten_bundle_async, folder, path, callback, user_data);
}

gboolean
hearten_bundle_finish (GAsyncResult *result, guint *n_pages, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (n_pages != NULL)
    *n_pages = ((Order *) g_task_get_task_data (G_TASK (result)))->n_pages;
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GError *error = NULL;

  if (hearten_bundle_check (order->folder, order->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hearten_bundle_check_async (const char *folder,
                            const char *path,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  run (check_in_thread, hearten_bundle_check_async, folder, path, callback, user_data);
}

gboolean
hearten_bundle_check_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
