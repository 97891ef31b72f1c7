/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-missing.h"

/* On the main thread: what a job found out reaches the models, some records at a time. */

#define AT_ONCE 50
#define WATCHED_AT_ONCE 20
#define MOST_TRIES 3

static gboolean
is_of_path (HeartenDamage *damage, const char *path)
{
  return g_str_equal (hearten_damage_get_path (damage), path);
}

static void
forget_damage (HeartenStore *self, const char *path)
{
  GListModel *list = G_LIST_MODEL (self->damaged);

  for (guint i = g_list_model_get_n_items (list); i > 0; i--)
    {
      g_autoptr (HeartenDamage) damage = g_list_model_get_item (list, i - 1);

      if (is_of_path (damage, path))
        g_list_store_remove (self->damaged, i - 1);
    }
}

gboolean
hearten_store_is_damaged (HeartenStore *self, const char *path)
{
  GListModel *list = G_LIST_MODEL (self->damaged);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HeartenDamage) damage = g_list_model_get_item (list, i);

      if (is_of_path (damage, path))
        return TRUE;
    }
  return FALSE;
}

gboolean
hearten_store_has_unreadable_folder (HeartenStore *self)
{
  GListModel *list = G_LIST_MODEL (self->damaged);

  g_return_val_if_fail (HEARTEN_IS_STORE (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HeartenDamage) damage = g_list_model_get_item (list, i);

      if (hearten_damage_is_folder (damage))
        return TRUE;
    }
  return FALSE;
}

/* A file that is being written by a program that does not replace it whole is half there for a moment. */
static void
report_damage (HeartenStore *self, HeartenDamage *damage)
{
  const char *path = hearten_damage_get_path (damage);

  if (GPOINTER_TO_INT (g_hash_table_lookup (self->tries, path)) < MOST_TRIES)
    {
      hearten_store_look_at_again (self, path);
      return;
    }
  g_hash_table_remove (self->tries, path);
  forget_damage (self, path);
  g_list_store_append (self->damaged, damage);
}

static gboolean
is_damaged (HeartenStoreJob *job, const char *path)
{
  for (guint i = 0; i < job->damaged->len; i++)
    if (is_of_path (job->damaged->pdata[i], path))
      return TRUE;
  return FALSE;
}

static void
mend (HeartenStore *self, HeartenStoreJob *job, GPtrArray *paths)
{
  for (guint i = 0; i < paths->len; i++)
    if (!is_damaged (job, paths->pdata[i]))
      {
        g_hash_table_remove (self->tries, paths->pdata[i]);
        forget_damage (self, paths->pdata[i]);
      }
}

static void
mend_looked_at (HeartenStore *self, HeartenStoreJob *job)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->damaged)) == 0 && g_hash_table_size (self->tries) == 0)
    return;
  mend (self, job, job->looks);
  mend (self, job, job->readable);
}

static gboolean
ends_with (gpointer path, const char *name)
{
  return g_str_has_suffix (path, name);
}

/* A file that is there and cannot be read is not back. */
static gboolean
is_unread (HeartenStoreJob *job, const char *id)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  gboolean unread = g_ptr_array_find_with_equal_func (job->set_aside, name, (GEqualFunc) ends_with, NULL);

  for (guint i = 0; !unread && i < job->damaged->len; i++)
    unread = g_str_has_suffix (hearten_damage_get_path (job->damaged->pdata[i]), name);
  return unread;
}

/* The list of what is missing is short, what was looked at may be a hundred thousand files. */
static void
remove_back (HeartenStore *self, HeartenStoreJob *job)
{
  GListModel *missing = hearten_store_get_missing (self);

  for (guint i = 0; job->looks->len > 0 && i < g_list_model_get_n_items (missing); i++)
    {
      g_autoptr (HeartenMissing) item = g_list_model_get_item (missing, i);
      const char *id = hearten_missing_get_id (item);

      if (hearten_stamps_saw (self->stamps, id) && !is_unread (job, id))
        g_ptr_array_add (job->back, g_strdup (id));
    }
  hearten_store_remove_missing (self, job->back);
}

void
hearten_store_note_copies (HeartenStore *self, GHashTable *copies)
{
  GHashTableIter iter;
  gpointer path, id;

  g_hash_table_iter_init (&iter, copies);
  while (g_hash_table_iter_next (&iter, &path, &id))
    if (id != NULL)
      g_hash_table_replace (self->copies, g_strdup (path), g_strdup (id));
    else
      g_hash_table_remove (self->copies, path);
}

static void
take_in_rest (HeartenStore *self, HeartenStoreJob *job)
{
  remove_back (self, job);
  hearten_store_add_missing (self, job->missing);
  mend_looked_at (self, job);
  for (guint i = 0; i < job->damaged->len; i++)
    report_damage (self, job->damaged->pdata[i]);
  for (guint i = 0; i < job->set_aside->len; i++)
    g_hash_table_add (self->set_aside, g_strdup (job->set_aside->pdata[i]));
  hearten_store_note_copies (self, job->copies);
  job->rest_taken_in = TRUE;
}

/* Returns whether all are watched. */
static gboolean
watch_some (HeartenStore *self, HeartenStoreJob *job)
{
  for (int i = 0; i < WATCHED_AT_ONCE && job->folders->len > 0; i++)
    {
      g_autofree char *path = g_ptr_array_steal_index_fast (job->folders, 0);

      hearten_store_add_monitor (self, path);
    }
  return job->folders->len == 0;
}

static gboolean
take_in_some (gpointer data)
{
  GTask *task = data;
  HeartenStoreJob *job = g_task_get_task_data (task);
  guint end = MIN (job->n_taken_in + AT_ONCE, job->arrived->len);

  for (; job->n_taken_in < end; job->n_taken_in++)
    hearten_store_emit_arrived (job->store, job->arrived->pdata[job->n_taken_in]);
  if (job->n_taken_in < job->arrived->len)
    return G_SOURCE_CONTINUE;
  if (!job->rest_taken_in)
    take_in_rest (job->store, job);
  if (!watch_some (job->store, job))
    return G_SOURCE_CONTINUE;
  hearten_store_finish_job (job->store, job);
  return G_SOURCE_REMOVE;
}

void
hearten_store_take_in (HeartenStore *self, GTask *task)
{
  g_autoptr (GSource) source = NULL;

  if (take_in_some (task) == G_SOURCE_REMOVE)
    return;
  source = g_idle_source_new ();
  g_source_set_callback (source, take_in_some, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

/* Public */

guint
hearten_store_get_n_copies (HeartenStore *self)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self), 0);

  return g_hash_table_size (self->copies);
}
