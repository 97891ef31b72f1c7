/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-store-scan.h"
#include "hearten-store-walk.h"

#define FIRST_BATCH 60
/* As many as a turn of the main loop takes in within a millisecond or two */
#define LARGEST_BATCH 400
/* So long the first batch may be shown before others are read beside it, and so long they wait for it at
 * most; in milliseconds */
#define SHOWING 60
#define PATIENCE 1000

typedef struct
{
  HeartenStore *store;
  char *folder;
  char *device;
  GType type;
  HeartenStoreBatch batch;
  gpointer user_data;
  GMainContext *context;
  GCancellable *cancellable;
  GPtrArray *records;
  GPtrArray *damaged;
  GPtrArray *copies;    /* what was found outside its place */
  GPtrArray *set_aside; /* paths to look at again: those of the copies, and what is still arriving */
  GHashTable *places;   /* path → id, of the copies */
  GAsyncQueue *shown;   /* told when the first batch was shown; NULL once that was waited for */
  guint limit;
  int priority;
} Load;

typedef struct
{
  HeartenStore *store;
  HeartenStoreBatch batch;
  gpointer user_data;
  GPtrArray *records;
  GPtrArray *damaged;
  GPtrArray *set_aside;
  GHashTable *places;
  GAsyncQueue *shown; /* NULL but with the first */
} Delivery;

static GHashTable *
new_places (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
load_free (Load *load)
{
  g_free (load->folder);
  g_free (load->device);
  g_clear_pointer (&load->context, g_main_context_unref);
  g_clear_pointer (&load->records, g_ptr_array_unref);
  g_clear_pointer (&load->damaged, g_ptr_array_unref);
  g_clear_pointer (&load->copies, g_ptr_array_unref);
  g_clear_pointer (&load->set_aside, g_ptr_array_unref);
  g_clear_pointer (&load->places, g_hash_table_unref);
  g_clear_pointer (&load->shown, g_async_queue_unref);
  g_free (load);
}

static void
delivery_free (Delivery *delivery)
{
  g_ptr_array_unref (delivery->records);
  g_ptr_array_unref (delivery->damaged);
  g_ptr_array_unref (delivery->set_aside);
  g_hash_table_unref (delivery->places);
  g_clear_pointer (&delivery->shown, g_async_queue_unref);
  g_object_unref (delivery->store);
  g_free (delivery);
}

static gboolean
tell (gpointer shown)
{
  g_async_queue_push (shown, GINT_TO_POINTER (TRUE));
  return G_SOURCE_REMOVE;
}

static void
tell_soon (GAsyncQueue *shown)
{
  g_autoptr (GSource) source = g_timeout_source_new (SHOWING);

  g_source_set_callback (source, tell, g_async_queue_ref (shown), (GDestroyNotify) g_async_queue_unref);
  g_source_attach (source, g_source_get_context (g_main_current_source ()));
}

static gboolean
deliver (gpointer data)
{
  Delivery *delivery = data;

  for (guint i = 0; i < delivery->damaged->len; i++)
    g_list_store_append (delivery->store->damaged, delivery->damaged->pdata[i]);
  for (guint i = 0; i < delivery->set_aside->len; i++)
    g_hash_table_add (delivery->store->set_aside, g_strdup (delivery->set_aside->pdata[i]));
  hearten_store_note_copies (delivery->store, delivery->places);
  if (delivery->records->len > 0)
    delivery->batch (delivery->store, delivery->records, delivery->user_data);
  if (delivery->shown != NULL)
    tell_soon (delivery->shown);
  return G_SOURCE_REMOVE;
}

/* The main loop serves one priority in a turn. So each batch has its own, in order: however many wait, the
 * loop looks at the user between two of them. Not g_main_context_invoke(), which would call it here, on the
 * worker, once the main loop has ended. */
static void
send_batch (Load *load)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Delivery *delivery = g_new (Delivery, 1);

  *delivery = (Delivery) { g_object_ref (load->store),
                           load->batch,
                           load->user_data,
                           load->records,
                           load->damaged,
                           load->set_aside,
                           load->places,
                           load->shown != NULL ? g_async_queue_ref (load->shown) : NULL };
  load->records = g_ptr_array_new_with_free_func (g_object_unref);
  load->damaged = g_ptr_array_new_with_free_func (g_object_unref);
  load->set_aside = g_ptr_array_new_with_free_func (g_free);
  load->places = new_places ();
  load->limit = MIN (load->limit * 2, LARGEST_BATCH);
  g_source_set_priority (source, load->priority++);
  g_source_set_callback (source, deliver, delivery, (GDestroyNotify) delivery_free);
  g_source_attach (source, load->context);
}

static void
take_record (Load *load, HeartenStoreFile *file)
{
  HeartenRecord *record = g_steal_pointer (&file->record);

  hearten_stamps_put (load->store->stamps, load->type, hearten_record_get_id (record), &file->stamp);
  hearten_store_note_counter (load->store, load->device, record);
  g_ptr_array_add (load->records, record);
}

/* What is read meanwhile would take the processors from the window that is to come up with the first batch. A
 * main loop that has ended tells nothing. */
static void
wait_for_first (Load *load)
{
  if (load->shown == NULL)
    return;
  g_async_queue_timeout_pop (load->shown, PATIENCE * G_TIME_SPAN_MILLISECOND);
  g_clear_pointer (&load->shown, g_async_queue_unref);
}

static gboolean
visit_for_load (HeartenStoreFile *file, gpointer user_data)
{
  Load *load = user_data;

  if (file->record != NULL && file->in_place)
    take_record (load, file);
  else if (file->record != NULL)
    {
      hearten_store_note_counter (load->store, load->device, file->record);
      g_hash_table_replace (load->places, g_strdup (file->path),
                            g_strdup (hearten_record_get_id (file->record)));
      g_ptr_array_add (load->copies, g_steal_pointer (&file->record));
      g_ptr_array_add (load->set_aside, g_strdup (file->path));
    }
  else if (g_error_matches (file->error, HEARTEN_ERROR, HEARTEN_ERROR_ARRIVING))
    g_ptr_array_add (load->set_aside, g_strdup (file->path));
  else
    {
      g_autofree char *shown = g_filename_display_name (file->path);

      g_ptr_array_add (load->damaged, hearten_damage_new (shown, file->error->message));
    }
  if (load->records->len >= load->limit)
    {
      send_batch (load);
      wait_for_first (load);
    }
  return !g_cancellable_is_cancelled (load->cancellable);
}

/* What came beside the records goes after them; the models merge it into what they have. */
static void
add_copies (Load *load)
{
  g_autoptr (GPtrArray) joined = hearten_store_join_copies (load->folder, load->copies);

  g_ptr_array_extend_and_steal (load->records, g_steal_pointer (&joined));
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  gboolean ok;

  load->cancellable = cancellable;
  ok = hearten_store_scan (load->folder, load->type, visit_for_load, load);
  if (load->copies->len > 0)
    {
      send_batch (load);
      add_copies (load);
    }
  send_batch (load);
  g_task_set_priority (task, load->priority);
  if (ok)
    g_task_return_boolean (task, TRUE);
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
  load->folder = g_strdup (self->folder);
  load->device = g_strdup (self->device);
  load->type = type;
  load->batch = batch;
  load->user_data = user_data;
  load->context = g_main_context_ref_thread_default ();
  load->records = g_ptr_array_new_with_free_func (g_object_unref);
  load->damaged = g_ptr_array_new_with_free_func (g_object_unref);
  load->copies = g_ptr_array_new_with_free_func (g_object_unref);
  load->set_aside = g_ptr_array_new_with_free_func (g_free);
  load->places = new_places ();
  load->shown = g_async_queue_new ();
  load->limit = FIRST_BATCH;
  load->priority = G_PRIORITY_DEFAULT_IDLE;
  g_task_set_source_tag (task, hearten_store_load_async);
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
hearten_store_load (HeartenStore *self, GType type)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Gather gather = { self, records };

  g_return_val_if_fail (HEARTEN_IS_STORE (self), NULL);

  hearten_store_walk (self->folder, type, visit_for_gather, &gather);
  return g_steal_pointer (&records);
}
