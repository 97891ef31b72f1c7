/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-place.h"
#include "hearten-seen.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Choosing a folder that holds a journal already. */

typedef struct
{
  char *folder;
  gboolean empty;
} Choice;

static void
choice_free (Choice *choice)
{
  g_free (choice->folder);
  g_free (choice);
}

static gboolean
check (Choice *choice, GError **error)
{
  g_autofree char *shown = hearten_place_dup_shown (choice->folder);
  HeartenPlaceKind kind;

  if (!g_path_is_absolute (choice->folder))
    {
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
                   _ ("“%s” is not the full path of a folder. Nothing was changed."), shown);
      return FALSE;
    }
  if (!hearten_place_look (choice->folder, &kind, error))
    return FALSE;
  if (kind == HEARTEN_PLACE_JOURNAL)
    return TRUE;
  choice->empty = kind == HEARTEN_PLACE_EMPTY || kind == HEARTEN_PLACE_ABSENT;
  if (kind == HEARTEN_PLACE_HALF)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
                 _ ("“%s” holds pages, but its file “hearten.json” has not arrived yet. Nothing was changed. "
                    "Wait until syncing has finished, then open it again."),
                 shown);
  else
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
                 _ ("There is no journal in “%s”. Nothing was changed. A folder with a journal has a file "
                    "“hearten.json” in it."),
                 shown);
  return FALSE;
}

static void
choose_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HeartenStore *self = source;
  Choice *choice = data;
  g_autofree char *folder = g_canonicalize_filename (choice->folder, "/");
  g_autofree char *note = g_build_filename (self->state_folder, "move.json", NULL);
  gboolean same = g_str_equal (folder, self->folder);
  GError *error = NULL;

  /* A move that was interrupted would else be taken for one to this folder. */
  if (!check (choice, &error) || (g_unlink (note) != 0 && g_file_test (note, G_FILE_TEST_EXISTS)) ||
      (!same && !hearten_seen_forget_all (self->state_folder, &error)) ||
      !hearten_place_set_folder (self->state_folder, folder, &error))
    {
      if (error == NULL)
        error = g_error_new (HEARTEN_ERROR, HEARTEN_ERROR_WRITE, _ ("“%s” cannot be removed."), note);
      g_task_return_error (task, error);
    }
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (hearten_store_flush_finish (HEARTEN_STORE (source), result, &error) &&
      hearten_store_check_resting (HEARTEN_STORE (source), &error))
    g_task_run_in_thread (task, choose_in_thread);
  else
    g_task_return_error (task, error);
}

void
hearten_store_choose_async (HeartenStore *self,
                            const char *folder,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Choice *choice = g_new0 (Choice, 1);

  g_return_if_fail (HEARTEN_IS_STORE (self) && folder != NULL);

  choice->folder = g_strdup (folder);
  g_task_set_source_tag (task, hearten_store_choose_async);
  g_task_set_task_data (task, choice, (GDestroyNotify) choice_free);
  hearten_store_flush_async (self, on_flushed_cb, task);
}

gboolean
hearten_store_choose_finish (HeartenStore *self, GAsyncResult *result, gboolean *empty, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (empty != NULL)
    *empty = ((Choice *) g_task_get_task_data (G_TASK (result)))->empty;
  return g_task_propagate_boolean (G_TASK (result), error);
}
