/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-durable.h"
#include "hearten-store-scan.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SAVE_DELAY_MS 1000
#define RETRY_DELAY_MS 5000

/* One job at a time keeps the order; what changes meanwhile waits for the next. */

static void
job_free (HeartenStoreJob *job)
{
  g_free (job->folder);
  g_free (job->device);
  g_clear_pointer (&job->device_file, g_bytes_unref);
  g_ptr_array_unref (job->records);
  g_ptr_array_unref (job->snapshots);
  g_ptr_array_unref (job->kept);
  g_ptr_array_unref (job->removals);
  g_ptr_array_unref (job->forgotten);
  g_ptr_array_unref (job->looks);
  g_ptr_array_unref (job->failed);
  g_ptr_array_unref (job->arrived);
  g_array_unref (job->spans);
  g_ptr_array_unref (job->missing);
  g_ptr_array_unref (job->back);
  g_ptr_array_unref (job->damaged);
  g_ptr_array_unref (job->set_aside);
  g_hash_table_unref (job->copies);
  g_ptr_array_unref (job->readable);
  g_ptr_array_unref (job->folders);
  g_clear_error (&job->error);
  g_free (job);
}

static HeartenStoreJob *
job_new (HeartenStore *store)
{
  HeartenStoreJob *job = g_new0 (HeartenStoreJob, 1);

  job->store = store;
  job->folder = g_strdup (store->folder);
  job->records = g_ptr_array_new_with_free_func (g_object_unref);
  job->snapshots = g_ptr_array_new_with_free_func (g_object_unref);
  job->looks = g_ptr_array_new_with_free_func (g_free);
  job->failed = g_ptr_array_new ();
  job->arrived = g_ptr_array_new_with_free_func (g_object_unref);
  job->spans = g_array_new (FALSE, FALSE, sizeof (HeartenStampSpan));
  job->missing = g_ptr_array_new_with_free_func (g_object_unref);
  job->back = g_ptr_array_new_with_free_func (g_free);
  job->damaged = g_ptr_array_new_with_free_func (g_object_unref);
  job->set_aside = g_ptr_array_new_with_free_func (g_free);
  job->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  job->readable = g_ptr_array_new_with_free_func (g_free);
  job->folders = g_ptr_array_new_with_free_func (g_free);
  return job;
}

/* On the worker */

static void
write_snapshot (HeartenStoreJob *job, guint index)
{
  HeartenRecord *snapshot = job->snapshots->pdata[index];
  HeartenRecord *merged = NULL;

  if (!hearten_store_write_record (job->store, job->folder, snapshot, index < job->n_counted, &merged,
                                   job->error == NULL ? &job->error : NULL))
    g_ptr_array_add (job->failed, GUINT_TO_POINTER (index));
  else
    g_ptr_array_add (job->back, g_strdup (hearten_record_get_id (snapshot)));
  if (merged != NULL)
    g_ptr_array_add (job->arrived, merged);
}

/* The disk went away. What would be made in its place would be hidden when it is back. */
static void
fail_all (HeartenStoreJob *job)
{
  for (guint i = 0; i < job->snapshots->len; i++)
    g_ptr_array_add (job->failed, GUINT_TO_POINTER (i));
}

static void
remove_tombstone (HeartenStoreJob *job, HeartenRecord *tombstone)
{
  const char *id = hearten_record_get_id (tombstone);
  g_autofree char *place = hearten_store_dup_place (G_OBJECT_TYPE (tombstone), id);
  g_autofree char *path = g_build_filename (job->folder, place, NULL);
  g_autoptr (GError) error = NULL;
  HeartenStamp stamp;
  GStatBuf st;

  /* Someone else wrote it meanwhile: it may be no tombstone any more. */
  if (g_atomic_int_get (&job->store->frozen) || g_lstat (path, &st) != 0 ||
      !hearten_stamps_get (job->store->stamps, id, &stamp) || !hearten_stamp_fits (&stamp, &st))
    return;
  hearten_stamps_remove (job->store->stamps, id);
  if (!hearten_durable_remove (path, &error))
    g_message ("%s", error->message);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HeartenStoreJob *job = data;
  g_autoptr (GError) error = NULL;

  if (job->device_file != NULL && !hearten_store_write_device (job->store, job->device_file, &error))
    g_message ("%s", error->message);
  hearten_store_keep_snapshots (job->store, job->kept);
  if (job->snapshots->len > 0 && g_atomic_int_get (&job->store->whole) &&
      !hearten_store_check_present (job->folder, &job->error))
    fail_all (job);
  else
    for (guint i = 0; i < job->snapshots->len; i++)
      write_snapshot (job, i);
  for (guint i = 0; i < job->removals->len; i++)
    remove_tombstone (job, job->removals->pdata[i]);
  for (guint i = 0; i < job->forgotten->len; i++)
    hearten_store_drop_versions (job->store, job->forgotten->pdata[i]);
  hearten_store_look (job);
  g_task_return_boolean (task, TRUE);
}

/* On the main thread */

static gboolean
has_changes (HeartenStore *self)
{
  return g_hash_table_size (self->waiting) > 0 || g_hash_table_size (self->merged) > 0 || self->kept->len > 0;
}

static gboolean
has_chores (HeartenStore *self)
{
  return self->removals->len > 0 || self->forgotten->len > 0;
}

static void
on_save_timer_cb (gpointer data)
{
  HeartenStore *self = data;

  self->save_timer = 0;
  hearten_store_start_job (self);
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
put_back (HeartenStore *self, HeartenStoreJob *job)
{
  for (guint i = 0; i < job->failed->len; i++)
    {
      guint index = GPOINTER_TO_UINT (job->failed->pdata[i]);

      g_hash_table_add (index < job->n_counted ? self->waiting : self->merged,
                        g_object_ref (job->records->pdata[index]));
    }
}

void
hearten_store_finish_job (HeartenStore *self, HeartenStoreJob *job)
{
  gboolean chores;

  self->writing = FALSE;
  put_back (self, job);
  if (job->error != NULL)
    {
      hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_FAILED, job->error->message);
      if (self->save_timer == 0)
        self->save_timer = g_timeout_add_once (RETRY_DELAY_MS, on_save_timer_cb, self);
      finish_flushes (self, job->error);
    }
  else if (!has_changes (self))
    {
      hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_SAVED, NULL);
      chores = has_chores (self);
      if (chores || (g_hash_table_size (self->looks) > 0 && self->look_timer == 0))
        hearten_store_start_job (self);
      if (!chores || !self->writing)
        finish_flushes (self, NULL);
    }
  else if (self->flushes != NULL)
    hearten_store_start_job (self);
  else if (self->save_timer == 0)
    self->save_timer = g_timeout_add_once (SAVE_DELAY_MS, on_save_timer_cb, self);

  if (self->on_held != NULL)
    g_steal_pointer (&self->on_held) (self->on_held_data);
}

static void
on_job_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  hearten_store_take_in (HEARTEN_STORE (source), G_TASK (result));
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
  hearten_store_start_job (self);
  if (!self->writing && !has_changes (self))
    finish_flushes (self, NULL);
}

static void
take_set (GHashTable *set, GPtrArray *paths)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_ptr_array_add (paths, g_strdup (path));
  g_hash_table_remove_all (set);
}

static void
take_records (HeartenStore *self, HeartenStoreJob *job, GHashTable *records)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      if (records == self->waiting)
        {
          hearten_record_count (record, self->device);
          g_hash_table_remove (self->merged, record);
        }
      g_ptr_array_add (job->records, g_object_ref (record));
      g_ptr_array_add (job->snapshots, hearten_record_snapshot (record));
    }
  g_hash_table_remove_all (records);
}

static gboolean
has_unread (HeartenStore *self, GHashTable *paths)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (g_str_has_suffix (path, ".json") && !g_hash_table_contains (self->copies, path))
      return TRUE;
  return FALSE;
}

/* What cannot be read, or is still arriving, may be a copy of anything. */
static gboolean
may_have_unknown_copy (HeartenStore *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->damaged)) > 0 || g_hash_table_size (self->tries) > 0 ||
         has_unread (self, self->set_aside);
}

/* A tombstone is needed as long as there is a copy of what was deleted, or may be one: without it, the copy
 * would be taken for the record itself. Then it stays until the next start; what is about to be looked at
 * comes first. */
static GPtrArray *
take_removals (HeartenStore *self)
{
  g_autoptr (GPtrArray) tombstones = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *removals = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer id;

  if (has_unread (self, self->looks))
    return removals;
  tombstones = g_steal_pointer (&self->removals);
  self->removals = g_ptr_array_new_with_free_func (g_object_unref);
  if (tombstones->len == 0 || may_have_unknown_copy (self))
    return removals;
  g_hash_table_iter_init (&iter, self->copies);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    g_hash_table_add (ids, id);
  for (guint i = 0; i < tombstones->len; i++)
    if (!g_hash_table_contains (ids, hearten_record_get_id (tombstones->pdata[i])))
      g_ptr_array_add (removals, g_object_ref (tombstones->pdata[i]));
  return removals;
}

/* Only of what is still deleted: someone who did not know may have written meanwhile. */
static GPtrArray *
take_forgotten (HeartenStore *self)
{
  g_autoptr (GPtrArray) tombstones = g_steal_pointer (&self->forgotten);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  self->forgotten = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tombstones->len; i++)
    if (hearten_record_is_tombstone (tombstones->pdata[i]))
      g_ptr_array_add (ids, g_strdup (hearten_record_get_id (tombstones->pdata[i])));
  return ids;
}

static HeartenStoreJob *
take_job (HeartenStore *self)
{
  HeartenStoreJob *job = job_new (self);

  job->kept = g_steal_pointer (&self->kept);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  job->removals = take_removals (self);
  job->forgotten = take_forgotten (self);
  job->device_file = hearten_store_settle_device (self);
  job->device = g_strdup (self->device);
  take_records (self, job, self->waiting);
  job->n_counted = job->snapshots->len;
  take_records (self, job, self->merged);
  if (job->device_file == NULL)
    job->device_file = hearten_store_note_highest (self, job->snapshots);
  take_set (self->looks, job->looks);
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

void
hearten_store_start_job (HeartenStore *self)
{
  g_autoptr (GTask) task = NULL;

  g_clear_handle_id (&self->save_timer, g_source_remove);
  if (self->writing || self->held)
    return;
  if (!has_changes (self) && g_hash_table_size (self->looks) == 0 && !has_chores (self))
    return;
  if (self->device == NULL)
    {
      if (has_changes (self))
        report_closed (self);
      return;
    }
  g_clear_handle_id (&self->look_timer, g_source_remove);
  self->writing = TRUE;
  if (self->save_state == HEARTEN_SAVE_STATE_SAVED && has_changes (self))
    hearten_store_set_save_state (self, HEARTEN_SAVE_STATE_SAVING, NULL);
  task = g_task_new (self, NULL, on_job_done_cb, NULL);
  g_task_set_source_tag (task, hearten_store_start_job);
  g_task_set_task_data (task, take_job (self), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, work_in_thread);
}

/* The timer is never pushed back: steady typing is written every second too. */
void
hearten_store_start_job_soon (HeartenStore *self)
{
  if (self->save_timer == 0 && !self->writing)
    self->save_timer = g_timeout_add_once (SAVE_DELAY_MS, on_save_timer_cb, self);
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
  hearten_store_start_job_soon (self);
}

void
hearten_store_save_merged (HeartenStore *self, HeartenRecord *record)
{
  g_return_if_fail (HEARTEN_IS_STORE (self) && HEARTEN_IS_RECORD (record));
  g_return_if_fail (!hearten_record_is_read_only (record));

  g_hash_table_add (self->merged, g_object_ref (record));
  hearten_store_start_job_soon (self);
}

gboolean
hearten_store_count (HeartenStore *self, HeartenRecord *record)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self) && HEARTEN_IS_RECORD (record), FALSE);

  if (self->device == NULL || !g_hash_table_contains (self->waiting, record))
    return FALSE;
  hearten_record_count (record, self->device);
  return TRUE;
}

void
hearten_store_remove (HeartenStore *self, HeartenRecord *tombstone)
{
  g_return_if_fail (HEARTEN_IS_STORE (self));
  g_return_if_fail (hearten_record_is_tombstone (tombstone) && !hearten_record_is_read_only (tombstone));

  g_ptr_array_add (self->removals, hearten_record_snapshot (tombstone));
  hearten_store_start_job (self);
}

void
hearten_store_flush_async (HeartenStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, hearten_store_flush_async);
  self->flushes = g_slist_append (self->flushes, task);
  hearten_store_start_job (self);
  if (!self->writing && !(self->held && has_changes (self)))
    finish_flushes (self, NULL);
}

gboolean
hearten_store_flush_finish (HeartenStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
