/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-reader.h"

#include <glib/gi18n-lib.h>

/* A few files are read sooner than another thread has begun. */
#define WORTH_HELP 32
#define MOST_HELPERS 3

struct _HeartenStoreReader
{
  GType type;
  GThreadPool *helpers; /* NULL until there is much to read, and where there is one processor */
  GMutex mutex;
  GCond cond;
  guint n_helping;

  const char *folder;
  HeartenStoreReading *readings;
  int next; /* atomic */
  int end;
};

HeartenRecord *
hearten_store_read_record (const char *path, GType type, HeartenStamp *stamp, GError **error)
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

static void
read_some (HeartenStoreReader *self)
{
  int i;

  while ((i = g_atomic_int_add (&self->next, 1)) < self->end)
    {
      HeartenStoreReading *reading = &self->readings[i];
      g_autofree char *path = g_strconcat (self->folder, G_DIR_SEPARATOR_S, reading->name, NULL);

      reading->record = hearten_store_read_record (path, self->type, &reading->stamp, &reading->error);
    }
}

static void
help (gpointer data, gpointer user_data)
{
  HeartenStoreReader *self = user_data;

  read_some (self);
  g_mutex_lock (&self->mutex);
  if (--self->n_helping == 0)
    g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
call_helpers (HeartenStoreReader *self)
{
  guint n = MIN (g_get_num_processors () - 1, MOST_HELPERS);

  if (n > 0 && self->helpers == NULL)
    self->helpers = g_thread_pool_new (help, self, n, FALSE, NULL);
  self->n_helping = n;
  for (guint i = 0; i < n; i++)
    g_thread_pool_push (self->helpers, self, NULL);
}

static void
wait_for_helpers (HeartenStoreReader *self)
{
  g_mutex_lock (&self->mutex);
  while (self->n_helping > 0)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* Public */

void
hearten_store_reading_clear (HeartenStoreReading *self)
{
  g_clear_object (&self->record);
  g_clear_error (&self->error);
}

HeartenStoreReader *
hearten_store_reader_new (GType type)
{
  HeartenStoreReader *self = g_new0 (HeartenStoreReader, 1);

  self->type = type;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  return self;
}

void
hearten_store_reader_free (HeartenStoreReader *self)
{
  if (self->helpers != NULL)
    g_thread_pool_free (self->helpers, FALSE, TRUE);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

void
hearten_store_reader_read (HeartenStoreReader *self,
                           const char *folder,
                           GArray *readings,
                           guint begin,
                           guint end)
{
  g_return_if_fail (begin <= end && end <= readings->len);

  self->folder = folder;
  self->readings = (HeartenStoreReading *) readings->data;
  self->next = begin;
  self->end = end;
  if (end - begin >= WORTH_HELP)
    call_helpers (self);
  read_some (self);
  wait_for_helpers (self);
}
