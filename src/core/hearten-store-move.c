/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-move.h"

#include <glib/gi18n-lib.h>

/* One after the other: copying while saves go on; a moment in which none does, for what changed meanwhile and
 * for the switch; clearing up. Each is a job on a worker. */

typedef struct
{
  HeartenMove *move;
  char *target;
  HeartenStoreProgress progress;
  gpointer user_data;
  GMainContext *context;
  int shown; /* percent */
  char *left;
} StoreMove;

static void
store_move_free (StoreMove *data)
{
  hearten_move_free (data->move);
  g_free (data->target);
  g_free (data->left);
  g_main_context_unref (data->context);
  g_free (data);
}

static void
run (GTask *whole, GTaskThreadFunc work, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) step = g_task_new (g_task_get_source_object (whole), NULL, callback, whole);

  g_task_set_source_tag (step, run);
  g_task_set_task_data (step, whole, NULL);
  g_task_run_in_thread (step, work);
}

/* Progress */

typedef struct
{
  GTask *whole;
  double part;
} Progress;

static gboolean
show_progress (gpointer data)
{
  Progress *progress = data;
  StoreMove *move = g_task_get_task_data (progress->whole);

  if (!g_task_get_completed (progress->whole))
    move->progress (progress->part, move->user_data);
  return G_SOURCE_REMOVE;
}

static void
progress_free (Progress *progress)
{
  g_object_unref (progress->whole);
  g_free (progress);
}

static void
on_progress_cb (double part, gpointer user_data)
{
  GTask *whole = user_data;
  StoreMove *move = g_task_get_task_data (whole);
  g_autoptr (GSource) source = NULL;
  Progress *progress;

  if (move->progress == NULL || (int) (part * 100) == move->shown)
    return;
  move->shown = part * 100;
  progress = g_new (Progress, 1);
  *progress = (Progress) { g_object_ref (whole), part };
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, show_progress, progress, (GDestroyNotify) progress_free);
  g_source_attach (source, move->context);
}

/* Ending */

static void
end (GTask *whole, GError *error)
{
  hearten_store_set_moving (g_task_get_source_object (whole), FALSE);
  if (error != NULL)
    g_task_return_error (whole, error);
  else
    g_task_return_boolean (whole, TRUE);
}

/* Clearing up */

static void
clear_in_thread (GTask *step, gpointer source, gpointer whole, GCancellable *cancellable)
{
  StoreMove *move = g_task_get_task_data (whole);

  move->left = hearten_move_clear (move->move);
  g_task_return_boolean (step, TRUE);
}

static void
on_cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) whole = user_data;

  end (whole, NULL);
}

/* The switch */

static void
switch_in_thread (GTask *step, gpointer source, gpointer whole, GCancellable *cancellable)
{
  StoreMove *move = g_task_get_task_data (whole);
  GError *error = NULL;

  if (hearten_move_copy (move->move, g_task_get_cancellable (whole), NULL, NULL, &error) &&
      hearten_move_switch (move->move, &error))
    {
      g_task_return_boolean (step, TRUE);
      return;
    }
  hearten_move_undo (move->move);
  g_task_return_error (step, error);
}

static void
on_switched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) whole = user_data;
  HeartenStore *self = HEARTEN_STORE (source);
  StoreMove *move = g_task_get_task_data (whole);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      hearten_store_set_folder (self, move->target);
      if (self->monitors != NULL)
        hearten_store_watch (self);
    }
  hearten_store_release (self);
  if (error != NULL)
    end (whole, error);
  else
    run (g_steal_pointer (&whole), clear_in_thread, on_cleared_cb);
}

static void
on_held_cb (gpointer user_data)
{
  run (user_data, switch_in_thread, on_switched_cb);
}

/* Copying */

static void
copy_in_thread (GTask *step, gpointer source, gpointer whole, GCancellable *cancellable)
{
  StoreMove *move = g_task_get_task_data (whole);
  GError *error = NULL;

  if (!hearten_move_begin (move->move, &error))
    {
      g_task_return_error (step, error);
      return;
    }
  if (hearten_move_copy (move->move, g_task_get_cancellable (whole), on_progress_cb, whole, &error))
    {
      g_task_return_boolean (step, TRUE);
      return;
    }
  hearten_move_undo (move->move);
  g_task_return_error (step, error);
}

static void
on_copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) whole = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    hearten_store_hold (HEARTEN_STORE (source), on_held_cb, g_steal_pointer (&whole));
  else
    end (whole, error);
}

/* Public */

gboolean
hearten_store_check_resting (HeartenStore *self, GError **error)
{
  if (!self->moving)
    return TRUE;
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
                       _ ("Your journal is being moved already. Wait until that is done, then try again."));
  return FALSE;
}

void
hearten_store_move_async (HeartenStore *self,
                          const char *target,
                          HeartenStoreProgress progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) whole = g_task_new (self, cancellable, callback, user_data);
  StoreMove *move;
  GError *error = NULL;

  g_return_if_fail (HEARTEN_IS_STORE (self) && target != NULL);

  g_task_set_source_tag (whole, hearten_store_move_async);
  if (!hearten_store_check_resting (self, &error))
    {
      g_task_return_error (whole, error);
      return;
    }
  hearten_store_set_moving (self, TRUE);
  move = g_new0 (StoreMove, 1);

  move->target = g_path_is_absolute (target) ? g_canonicalize_filename (target, NULL) : g_strdup (target);
  move->move = hearten_move_new (self->folder, move->target, self->state_folder);
  move->progress = progress;
  move->user_data = user_data;
  move->context = g_main_context_ref_thread_default ();
  move->shown = -1;
  g_task_set_check_cancellable (whole, FALSE); /* what was done is done */
  g_task_set_task_data (whole, move, (GDestroyNotify) store_move_free);
  run (g_steal_pointer (&whole), copy_in_thread, on_copied_cb);
}

gboolean
hearten_store_move_finish (HeartenStore *self, GAsyncResult *result, char **left, GError **error)
{
  StoreMove *move;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  move = g_task_get_task_data (G_TASK (result));
  if (left != NULL && move != NULL)
    *left = g_steal_pointer (&move->left);
  return g_task_propagate_boolean (G_TASK (result), error);
}
