/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-autostart.h"

#include <errno.h>
#include <glib/gstdio.h>

#define FILE_NAME "io.github.hearten_app.Hearten.Reminders.desktop"

char *
hearten_autostart_dup_path (const char *config_folder)
{
  g_return_val_if_fail (config_folder != NULL, NULL);

  return g_build_filename (config_folder, "autostart", FILE_NAME, NULL);
}

gboolean
hearten_autostart_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

gboolean
hearten_autostart_is_on (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (path != NULL, FALSE);

  return g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) &&
         !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL);
}

static gboolean
write_file (const char *path, const char *template_path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (template_path, &contents, &length, error))
    return FALSE;
  /* A failure shows in the next line, with the reason. */
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static gboolean
remove_file (const char *path, GError **error)
{
  int reason;

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  reason = errno;
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (reason), g_strerror (reason));
  return FALSE;
}

/* On a worker */

typedef struct
{
  char *path;
  char *template_path;
  gboolean on;
  gboolean changes;
  gboolean outcome;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_free (job->template_path);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->changes && job->on)
    write_file (job->path, job->template_path, &error);
  else if (job->changes)
    remove_file (job->path, &error);

  job->outcome = hearten_autostart_is_on (job->path);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
run (Job job, gpointer tag, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), job_free);
  g_task_run_in_thread (task, work);
}

void
hearten_autostart_query_async (const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_return_if_fail (path != NULL);

  run ((Job) { .path = g_strdup (path) }, hearten_autostart_query_async, cancellable, callback, user_data);
}

void
hearten_autostart_set_async (const char *path,
                             const char *template_path,
                             gboolean on,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (path != NULL && template_path != NULL);

  run (
      (Job) { .path = g_strdup (path), .template_path = g_strdup (template_path), .on = on, .changes = TRUE },
      hearten_autostart_set_async, cancellable, callback, user_data);
}

gboolean
hearten_autostart_finish (GAsyncResult *result, gboolean *on, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (on != NULL)
    *on = ((Job *) g_task_get_task_data (G_TASK (result)))->outcome;
  return g_task_propagate_boolean (G_TASK (result), error);
}
