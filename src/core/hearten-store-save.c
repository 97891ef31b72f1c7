/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-durable.h"
#include "hearten-id.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SAVE_DELAY_MS 1000
#define RETRY_DELAY_MS 5000

/* One write job at a time keeps the order; what changes meanwhile waits for the next. */

static void start_write (HeartenStore *self);

typedef struct
{
  char *folder;
  GPtrArray *records;   /* the live ones, for putting back what failed; untouched by the worker */
  GPtrArray *snapshots; /* the worker's own */
  GPtrArray *kept;      /* earlier versions that were asked for */
  GPtrArray *failed;    /* indexes into records */
  GError *error;        /* the first failure */
} Job;

static void
job_free (Job *job)
{
  g_free (job->folder);
  g_ptr_array_unref (job->records);
  g_ptr_array_unref (job->snapshots);
  g_ptr_array_unref (job->kept);
  g_ptr_array_unref (job->failed);
  g_clear_error (&job->error);
  g_free (job);
}

static char *
path_of (const char *folder, HeartenRecord *record)
{
  const char *id = hearten_record_get_id (record);
  g_autofree char *month = hearten_id_dup_month (id);
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  return g_build_filename (folder, HEARTEN_RECORD_GET_CLASS (record)->folder, month, name, NULL);
}

static gboolean
write_record (HeartenStore *self, const char *folder, HeartenRecord *record, GError **error)
{
  g_autofree char *path = path_of (folder, record);
  g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);

  if (g_bytes_get_size (bytes) <= HEARTEN_JSON_MAX_BYTES)
    {
      hearten_store_keep_version (self, record, path, bytes);
      if (!hearten_durable_write (path, bytes, error))
        return FALSE;
      hearten_store_note_written (self, record, bytes);
      return TRUE;
    }
  /* It could be written, but would never be read again. */
  g_set_error_literal (
      error, HEARTEN_ERROR, HEARTEN_ERROR_TOO_LARGE,
      _ ("A page is longer than 8 MiB, which is the most that one file holds. What was saved of "
         "it before is safe. Move some of the text to another page."));
  return FALSE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  hearten_store_keep_snapshots (source, job->kept);
  for (guint i = 0; i < job->snapshots->len; i++)
    if (!write_record (source, job->folder, job->snapshots->pdata[i],
                       job->error == NULL ? &job->error : NULL))
      g_ptr_array_add (job->failed, GUINT_TO_POINTER (i));
  g_task_return_boolean (task, TRUE);
}

static void
on_save_timer_cb (gpointer data)
{
  HeartenStore *self = data;

  self->save_timer = 0;
  start_write (self);
}

static void
finish_flushes (HeartenStore *self, const GError *error)
{
  GSList *flushes = g_steal_pointer (&self->flushes);

  for (GSList *l = flushes; l != NULL; l = l->next)
    {
      if (error != NULL)
        g_task_return_error (l->data, g_error_copy (error));
      else
        g_task_return_boolean (l->data, TRUE);
    }
  g_slist_free_full (flushes, g_object_unref);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeartenStore *self = HEARTEN_STORE (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->writing = FALSE;
  for (guint i = 0; i < job->failed->len; i++)
    g_hash_table_add (self->waiting,
                      g_object_ref (job->records->pdata[GPOINTER_TO_UINT (job->failed->pdata[i])]));

  if (job->error != NULL)
    {
      hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_FAILED, job->error->message);
      if (self->save_timer == 0)
        self->save_timer = g_timeout_add_once (RETRY_DELAY_MS, on_save_timer_cb, self);
      finish_flushes (self, job->error);
    }
  else if (g_hash_table_size (self->waiting) == 0)
    {
      hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_SAVED, NULL);
      finish_flushes (self, NULL);
    }
  else if (self->flushes != NULL)
    start_write (self);
  else if (self->save_timer == 0)
    self->save_timer = g_timeout_add_once (SAVE_DELAY_MS, on_save_timer_cb, self);

  if (self->on_held != NULL)
    g_steal_pointer (&self->on_held) (self->on_held_data);
}

void
hearten_store_hold (HeartenStore *self, GSourceOnceFunc ready, gpointer user_data)
{
  g_assert (!self->held);

  self->held = TRUE;
  if (!self->writing)
    {
      ready (user_data);
      return;
    }
  self->on_held = ready;
  self->on_held_data = user_data;
}

void
hearten_store_release (HeartenStore *self)
{
  self->held = FALSE;
  start_write (self);
  if (!self->writing && g_hash_table_size (self->waiting) == 0)
    finish_flushes (self, NULL);
}

static Job *
take_job (HeartenStore *self)
{
  Job *job = g_new0 (Job, 1);
  GHashTableIter iter;
  gpointer record;

  job->folder = g_strdup (self->folder);
  job->records = g_ptr_array_new_with_free_func (g_object_unref);
  job->snapshots = g_ptr_array_new_with_free_func (g_object_unref);
  job->failed = g_ptr_array_new ();
  job->kept = g_steal_pointer (&self->kept);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      hearten_record_count (record, self->device);
      g_ptr_array_add (job->records, g_object_ref (record));
      g_ptr_array_add (job->snapshots, hearten_record_snapshot (record));
    }
  g_hash_table_remove_all (self->waiting);
  return job;
}

/* The folder is not open (yet, or at all): nothing is written, nothing is forgotten. */
static void
report_closed (HeartenStore *self)
{
  g_autoptr (GError) error = g_error_new_literal (HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
                                                  _ ("Your journal’s folder is not open."));

  hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_FAILED, error->message);
  self->save_timer = g_timeout_add_once (RETRY_DELAY_MS, on_save_timer_cb, self);
  finish_flushes (self, error);
}

static void
start_write (HeartenStore *self)
{
  g_autoptr (GTask) task = NULL;

  g_clear_handle_id (&self->save_timer, g_source_remove);
  if (self->writing || self->held || g_hash_table_size (self->waiting) == 0)
    return;
  if (self->device == NULL)
    {
      report_closed (self);
      return;
    }
  self->writing = TRUE;
  if (self->save_state == HEARTEN_SAVE_STATE_SAVED)
    hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_SAVING, NULL);
  task = g_task_new (self, NULL, on_written_cb, NULL);
  g_task_set_source_tag (task, start_write);
  g_task_set_task_data (task, take_job (self), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_in_thread);
}

void
hearten_store_save (HeartenStore *self, HeartenRecord *record)
{
  g_return_if_fail (HEARTEN_IS_STORE (self) && HEARTEN_IS_RECORD (record));
  g_return_if_fail (!hearten_record_is_read_only (record));

  hearten_record_touch (record, self->clock);
  g_hash_table_add (self->waiting, g_object_ref (record));
  if (self->save_state == HEARTEN_SAVE_STATE_SAVED)
    hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_SAVING, NULL);
  /* The timer is never pushed back: steady typing is written every second too. */
  if (self->save_timer == 0 && !self->writing)
    self->save_timer = g_timeout_add_once (SAVE_DELAY_MS, on_save_timer_cb, self);
}

static void
remove_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (g_unlink (data) != 0 && errno != ENOENT)
    g_message ("A tombstone was not removed: %s", g_strerror (errno));
  g_task_return_boolean (task, TRUE);
}

void
hearten_store_remove (HeartenStore *self, HeartenRecord *tombstone)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_return_if_fail (HEARTEN_IS_STORE (self));
  g_return_if_fail (hearten_record_is_tombstone (tombstone) && !hearten_record_is_read_only (tombstone));

  g_task_set_source_tag (task, hearten_store_remove);
  g_task_set_task_data (task, path_of (self->folder, tombstone), g_free);
  g_task_run_in_thread (task, remove_in_thread);
}

void
hearten_store_flush_async (HeartenStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, hearten_store_flush_async);
  self->flushes = g_slist_append (self->flushes, task);
  start_write (self);
  if (!self->writing && !(self->held && g_hash_table_size (self->waiting) > 0))
    finish_flushes (self, NULL);
}

gboolean
hearten_store_flush_finish (HeartenStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
