/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store.h"

#include "hearten-durable.h"
#include "hearten-id.h"
#include "hearten-store-walk.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define STORE_VERSION 1
#define SAVE_DELAY_MS 1000
#define RETRY_DELAY_MS 5000
#define FIRST_BATCH 60
#define NEXT_BATCH 250

struct _HeartenStore
{
  GObject parent_instance;

  char *folder;
  char *state_folder;
  HeartenClock *clock;
  char *device;
  GListStore *damaged;

  GHashTable *waiting; /* set of records that changed since they were last written */
  guint save_timer;
  gboolean writing;
  GSList *flushes; /* tasks that want to know when nothing waits any more */
  HeartenSaveState save_state;
  char *save_error;
};

G_DEFINE_FINAL_TYPE (HeartenStore, hearten_store, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (HeartenSaveState,
                    hearten_save_state,
                    G_DEFINE_ENUM_VALUE (HEARTEN_SAVE_STATE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_SAVE_STATE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_SAVE_STATE_FAILED, "failed"))

enum { PROP_0, PROP_SAVE_STATE, PROP_SAVE_ERROR, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_save_state (HeartenStore *self, HeartenSaveState state, const char *error)
{
  if (g_set_str (&self->save_error, error))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);
  if (self->save_state == state)
    return;
  self->save_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
}

/* Opening */

static JsonObject *
new_store_file (HeartenClock *clock)
{
  JsonObject *object = json_object_new ();
  g_autofree char *id = hearten_id_new (hearten_clock_get_now (clock));

  json_object_set_string_member (object, "fmt", "hearten");
  json_object_set_int_member (object, "v", STORE_VERSION);
  json_object_set_string_member (object, "store", id);
  return object;
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  gint64 v = 0;

  if (!hearten_json_take_int (object, "v", &v, error))
    return FALSE;
  if (v <= STORE_VERSION)
    return TRUE;
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NEWER,
                       _ ("Your journal was written by a newer version of Hearten. Nothing was changed. "
                          "Install the newer version to open it."));
  return FALSE;
}

/* A store file that cannot be read is left alone and stops nothing: the records do not need it. */
static gboolean
open_store_file (HeartenStore *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "hearten.json", NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) object = hearten_json_read_file (path, &local);

  if (object != NULL)
    return check_version (object, error);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_autoptr (JsonObject) fresh = new_store_file (self->clock);
      g_autoptr (GBytes) bytes = hearten_json_write (fresh);

      return hearten_durable_write (path, bytes, error);
    }
  return TRUE;
}

/* A device that cannot keep its name gets a new one at the next start; that costs a counter and nothing else.
 */
static void
open_device_file (HeartenStore *self)
{
  g_autofree char *path = g_build_filename (self->state_folder, "device.json", NULL);
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (object != NULL && hearten_json_take_string (object, "device", &self->device, NULL) &&
      self->device != NULL && *self->device != '\0')
    return;
  g_clear_pointer (&object, json_object_unref);
  g_free (self->device);
  self->device = g_strdup_printf ("%08x%08x", g_random_int (), g_random_int ());
  object = json_object_new ();
  json_object_set_string_member (object, "device", self->device);
  bytes = hearten_json_write (object);
  if (!hearten_durable_write (path, bytes, &error))
    g_message ("%s", error->message);
}

static gboolean
check_writable (HeartenStore *self, GError **error)
{
  g_autofree char *shown = NULL;

  if (g_access (self->folder, W_OK | X_OK) == 0)
    return TRUE;
  shown = g_filename_display_name (self->folder);
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
               _ ("Hearten may not write to the folder “%s” (%s). What is there is safe. "
                  "Allow writing to it, then start Hearten again."),
               shown, g_strerror (errno));
  return FALSE;
}

gboolean
hearten_store_open (HeartenStore *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self), FALSE);

  if (!hearten_durable_make_folder (self->folder, error) || !check_writable (self, error) ||
      !open_store_file (self, error))
    return FALSE;
  open_device_file (self);
  return TRUE;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (hearten_store_open (source, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hearten_store_open_async (HeartenStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, hearten_store_open_async);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
hearten_store_open_finish (HeartenStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Loading */

typedef struct
{
  HeartenStore *store;
  GType type;
  HeartenStoreBatch batch;
  gpointer user_data;
  GMainContext *context;
  GCancellable *cancellable;
  GPtrArray *records;
  GPtrArray *damaged;
  guint limit;
} Load;

typedef struct
{
  HeartenStore *store;
  HeartenStoreBatch batch;
  gpointer user_data;
  GPtrArray *records;
  GPtrArray *damaged;
} Delivery;

static void
load_free (Load *load)
{
  g_clear_pointer (&load->context, g_main_context_unref);
  g_clear_pointer (&load->records, g_ptr_array_unref);
  g_clear_pointer (&load->damaged, g_ptr_array_unref);
  g_free (load);
}

static void
delivery_free (Delivery *delivery)
{
  g_ptr_array_unref (delivery->records);
  g_ptr_array_unref (delivery->damaged);
  g_object_unref (delivery->store);
  g_free (delivery);
}

static gboolean
deliver (gpointer data)
{
  Delivery *delivery = data;

  for (guint i = 0; i < delivery->damaged->len; i++)
    g_list_store_append (delivery->store->damaged, delivery->damaged->pdata[i]);
  if (delivery->records->len > 0)
    delivery->batch (delivery->store, delivery->records, delivery->user_data);
  return G_SOURCE_REMOVE;
}

static void
send_batch (Load *load)
{
  Delivery *delivery = g_new (Delivery, 1);

  *delivery = (Delivery){ g_object_ref (load->store), load->batch, load->user_data, load->records,
                          load->damaged };
  load->records = g_ptr_array_new_with_free_func (g_object_unref);
  load->damaged = g_ptr_array_new_with_free_func (g_object_unref);
  load->limit = NEXT_BATCH;
  g_main_context_invoke_full (load->context, G_PRIORITY_DEFAULT_IDLE, deliver, delivery,
                              (GDestroyNotify) delivery_free);
}

static gboolean
visit_for_load (const char *path, HeartenRecord *record, const GError *error, gpointer user_data)
{
  Load *load = user_data;

  if (record != NULL)
    g_ptr_array_add (load->records, record);
  else
    g_ptr_array_add (load->damaged, hearten_damage_new (path, error->message));
  if (load->records->len >= load->limit)
    send_batch (load);
  return !g_cancellable_is_cancelled (load->cancellable);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  GError *error = NULL;
  gboolean ok;

  load->cancellable = cancellable;
  ok = hearten_store_walk (load->store->folder, load->type, visit_for_load, load, &error);
  send_batch (load);
  if (ok)
    g_task_return_boolean (task, TRUE);
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
}

void
hearten_store_load_async (HeartenStore *self,
                          GType type,
                          HeartenStoreBatch batch,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Load *load = g_new0 (Load, 1);

  g_return_if_fail (HEARTEN_IS_STORE (self) && batch != NULL);

  load->store = self;
  load->type = type;
  load->batch = batch;
  load->user_data = user_data;
  load->context = g_main_context_ref_thread_default ();
  load->records = g_ptr_array_new_with_free_func (g_object_unref);
  load->damaged = g_ptr_array_new_with_free_func (g_object_unref);
  load->limit = FIRST_BATCH;
  g_task_set_source_tag (task, hearten_store_load_async);
  /* The last batch was sent before the task returned; the same priority keeps that order. */
  g_task_set_priority (task, G_PRIORITY_DEFAULT_IDLE);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_in_thread);
}

gboolean
hearten_store_load_finish (HeartenStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

typedef struct
{
  HeartenStore *store;
  GPtrArray *records;
} Gather;

static gboolean
visit_for_gather (const char *path, HeartenRecord *record, const GError *error, gpointer user_data)
{
  Gather *gather = user_data;

  if (record != NULL)
    g_ptr_array_add (gather->records, record);
  else
    {
      g_autoptr (HeartenDamage) damage = hearten_damage_new (path, error->message);

      g_list_store_append (gather->store->damaged, damage);
    }
  return TRUE;
}

GPtrArray *
hearten_store_load (HeartenStore *self, GType type, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Gather gather = { self, records };

  g_return_val_if_fail (HEARTEN_IS_STORE (self), NULL);

  if (!hearten_store_walk (self->folder, type, visit_for_gather, &gather, error))
    return NULL;
  return g_steal_pointer (&records);
}

/* Saving. One write job at a time keeps the order; what changes meanwhile waits for the next. */

static void start_write (HeartenStore *self);

typedef struct
{
  char *folder;
  GPtrArray *records;   /* the live ones, for putting back what failed; untouched by the worker */
  GPtrArray *snapshots; /* the worker's own */
  GPtrArray *failed;    /* indexes into records */
  GError *error;        /* the first failure */
} Job;

static void
job_free (Job *job)
{
  g_free (job->folder);
  g_ptr_array_unref (job->records);
  g_ptr_array_unref (job->snapshots);
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

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  for (guint i = 0; i < job->snapshots->len; i++)
    {
      HeartenRecord *record = job->snapshots->pdata[i];
      g_autofree char *path = path_of (job->folder, record);
      g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);

      if (!hearten_durable_write (path, bytes, job->error == NULL ? &job->error : NULL))
        g_ptr_array_add (job->failed, GUINT_TO_POINTER (i));
    }
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
      set_save_state (self, HEARTEN_SAVE_STATE_FAILED, job->error->message);
      if (self->save_timer == 0)
        self->save_timer = g_timeout_add_once (RETRY_DELAY_MS, on_save_timer_cb, self);
      finish_flushes (self, job->error);
    }
  else if (g_hash_table_size (self->waiting) == 0)
    {
      set_save_state (self, HEARTEN_SAVE_STATE_SAVED, NULL);
      finish_flushes (self, NULL);
    }
  else if (self->flushes != NULL)
    start_write (self);
  else if (self->save_timer == 0)
    self->save_timer = g_timeout_add_once (SAVE_DELAY_MS, on_save_timer_cb, self);
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
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      hearten_record_touch (record, self->device, self->clock);
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

  set_save_state (self, HEARTEN_SAVE_STATE_FAILED, error->message);
  self->save_timer = g_timeout_add_once (RETRY_DELAY_MS, on_save_timer_cb, self);
  finish_flushes (self, error);
}

static void
start_write (HeartenStore *self)
{
  g_autoptr (GTask) task = NULL;

  g_clear_handle_id (&self->save_timer, g_source_remove);
  if (self->writing || g_hash_table_size (self->waiting) == 0)
    return;
  if (self->device == NULL)
    {
      report_closed (self);
      return;
    }
  self->writing = TRUE;
  if (self->save_state == HEARTEN_SAVE_STATE_SAVED)
    set_save_state (self, HEARTEN_SAVE_STATE_SAVING, NULL);
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

  g_hash_table_add (self->waiting, g_object_ref (record));
  if (self->save_state == HEARTEN_SAVE_STATE_SAVED)
    set_save_state (self, HEARTEN_SAVE_STATE_SAVING, NULL);
  /* The timer is never pushed back: steady typing is written every second too. */
  if (self->save_timer == 0 && !self->writing)
    self->save_timer = g_timeout_add_once (SAVE_DELAY_MS, on_save_timer_cb, self);
}

void
hearten_store_flush_async (HeartenStore *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, hearten_store_flush_async);
  self->flushes = g_slist_append (self->flushes, task);
  start_write (self);
  if (!self->writing)
    finish_flushes (self, NULL);
}

gboolean
hearten_store_flush_finish (HeartenStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* GObject */

static void
hearten_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenStore *self = HEARTEN_STORE (object);

  switch (prop_id)
    {
    case PROP_SAVE_STATE:
      g_value_set_enum (value, self->save_state);
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, self->save_error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_store_finalize (GObject *object)
{
  HeartenStore *self = HEARTEN_STORE (object);

  if (g_hash_table_size (self->waiting) > 0)
    g_warning ("%u changed records were never flushed", g_hash_table_size (self->waiting));
  g_clear_handle_id (&self->save_timer, g_source_remove);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->state_folder, g_free);
  g_clear_pointer (&self->device, g_free);
  g_clear_pointer (&self->save_error, g_free);
  g_clear_object (&self->damaged);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hearten_store_parent_class)->finalize (object);
}

static void
hearten_store_class_init (HeartenStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_store_get_property;
  object_class->finalize = hearten_store_finalize;

  /**
   * HeartenStore:save-state:
   *
   * Whether everything is on the disk.
   */
  properties[PROP_SAVE_STATE] = g_param_spec_enum (
      "save-state", NULL, NULL, HEARTEN_TYPE_SAVE_STATE, HEARTEN_SAVE_STATE_SAVED,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HeartenStore:save-error: (nullable)
   *
   * One sentence on what kept the last write from the disk.
   */
  properties[PROP_SAVE_ERROR] = g_param_spec_string (
      "save-error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_store_init (HeartenStore *self)
{
  self->damaged = g_list_store_new (HEARTEN_TYPE_DAMAGE);
  self->waiting = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/* Public */

HeartenStore *
hearten_store_new (const char *folder, const char *state_folder, HeartenClock *clock)
{
  HeartenStore *self = g_object_new (HEARTEN_TYPE_STORE, NULL);

  self->folder = g_strdup (folder);
  self->state_folder = g_strdup (state_folder);
  self->clock = g_object_ref (clock);
  return self;
}

const char *
hearten_store_get_folder (HeartenStore *self)
{
  return self->folder;
}

const char *
hearten_store_get_state_folder (HeartenStore *self)
{
  return self->state_folder;
}

HeartenClock *
hearten_store_get_clock (HeartenStore *self)
{
  return self->clock;
}

HeartenSaveState
hearten_store_get_save_state (HeartenStore *self)
{
  return self->save_state;
}

const char *
hearten_store_get_save_error (HeartenStore *self)
{
  return self->save_error;
}

GListModel *
hearten_store_get_damaged (HeartenStore *self)
{
  return G_LIST_MODEL (self->damaged);
}
