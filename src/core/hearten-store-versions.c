/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-generation.h"

/* How much of a file has to go at once to look like a mistake */
#define CUT_BYTES 200

/* What this run of the program has written of a record */
typedef struct
{
  gint64 modified;
  gsize size;
} Written;

static char *
folder_of (HeartenStore *self)
{
  return g_build_filename (self->state_folder, "generations", NULL);
}

/* On the worker */

static gboolean
is_worth_keeping (HeartenStore *self, HeartenRecord *record, gsize size)
{
  Written *last = g_hash_table_lookup (self->written, hearten_record_get_id (record));

  return last == NULL || hearten_record_get_modified (record) - last->modified >= HEARTEN_STORE_REST ||
         (last->size > size + CUT_BYTES && size < last->size - last->size / 3);
}

void
hearten_store_drop_versions (HeartenStore *self, const char *id)
{
  g_autofree char *folder = folder_of (self);
  g_autoptr (GError) error = NULL;

  if (!hearten_generations_remove (folder, id, &error))
    g_message ("%s", error->message);
}

void
hearten_store_keep_version (HeartenStore *self, HeartenRecord *record, const char *path, GBytes *bytes)
{
  const char *id = hearten_record_get_id (record);
  g_autofree char *folder = folder_of (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = NULL;

  /* First the versions, then the words: after a crash in between the whole page is still in the trash. */
  if (hearten_record_is_tombstone (record))
    hearten_store_drop_versions (self, id);
  else if (is_worth_keeping (self, record, g_bytes_get_size (bytes)) &&
           (before = hearten_json_load (path, NULL)) != NULL)
    hearten_generations_keep (folder, G_OBJECT_TYPE (record), id, before, record, &error);
  if (error != NULL)
    g_message ("%s", error->message);
}

void
hearten_store_note_written (HeartenStore *self, HeartenRecord *record, GBytes *bytes)
{
  Written *written = g_new (Written, 1);

  *written = (Written) { hearten_record_get_modified (record), g_bytes_get_size (bytes) };
  g_hash_table_replace (self->written, g_strdup (hearten_record_get_id (record)), written);
}

void
hearten_store_keep_snapshots (HeartenStore *self, GPtrArray *snapshots)
{
  g_autofree char *folder = folder_of (self);

  for (guint i = 0; i < snapshots->len; i++)
    {
      HeartenRecord *record = snapshots->pdata[i];
      g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);
      g_autoptr (GError) error = NULL;

      if (!hearten_generations_keep (folder, G_OBJECT_TYPE (record), hearten_record_get_id (record), bytes,
                                     NULL, &error))
        g_message ("%s", error->message);
    }
}

/* Reading */

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *folder = folder_of (source);

  g_task_return_pointer (
      task, hearten_generations_load (folder, G_OBJECT_TYPE (data), hearten_record_get_id (data)),
      (GDestroyNotify) g_ptr_array_unref);
}

void
hearten_store_load_versions_async (HeartenStore *self,
                                   HeartenRecord *record,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (HEARTEN_IS_STORE (self) && HEARTEN_IS_RECORD (record));

  g_task_set_source_tag (task, hearten_store_load_versions_async);
  g_task_set_task_data (task, g_object_ref (record), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

GPtrArray *
hearten_store_load_versions_finish (HeartenStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Public */

void
hearten_store_keep (HeartenStore *self, HeartenRecord *record)
{
  g_return_if_fail (HEARTEN_IS_STORE (self) && HEARTEN_IS_RECORD (record));

  g_ptr_array_add (self->kept, hearten_record_snapshot (record));
  hearten_store_start_job_soon (self);
}

void
hearten_store_forget (HeartenStore *self, HeartenRecord *tombstone)
{
  g_return_if_fail (HEARTEN_IS_STORE (self) && hearten_record_is_tombstone (tombstone));

  g_ptr_array_add (self->forgotten, g_object_ref (tombstone));
  hearten_store_start_job (self);
}
