/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-login-start.h"

#include <glib/gi18n.h>

#include "hearten-autostart.h"
#include "hearten-background.h"

/* What became of it goes along as the task's data. */
static void
end (GTask *task, gboolean on, GError *error)
{
  g_task_set_task_data (task, GINT_TO_POINTER (on), NULL);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_file_known_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  gboolean on = FALSE;

  hearten_autostart_finish (result, &on, &error);
  end (task, on, error);
}

static void
on_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GSettings *settings = g_task_get_source_object (task);
  gboolean wanted = GPOINTER_TO_INT (g_task_get_task_data (task));
  HeartenBackgroundAnswer answer = { FALSE, FALSE };
  GError *error = NULL;

  if (!hearten_background_request_finish (result, &answer, &error))
    {
      end (task, g_settings_get_boolean (settings, "login-start-granted"), error);
      return;
    }
  g_settings_set_boolean (settings, "login-start-granted", answer.autostart);
  g_settings_set_boolean (settings, "background-denied", !answer.background);
  if (wanted && !answer.autostart)
    error = g_error_new_literal (
        G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
        _ ("The desktop does not allow it. Its settings for Hearten can change that."));
  end (task, answer.autostart, error);
}

void
hearten_login_start_query_async (GSettings *settings, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (settings, NULL, callback, user_data);
  g_autofree char *path = hearten_autostart_dup_path (g_get_user_config_dir ());

  g_task_set_source_tag (task, hearten_login_start_query_async);
  if (!hearten_autostart_is_sandboxed ())
    {
      hearten_autostart_query_async (path, NULL, on_file_known_cb, task);
      return;
    }
  end (task, g_settings_get_boolean (settings, "login-start-granted"), NULL);
  g_object_unref (task);
}

void
hearten_login_start_set_async (GSettings *settings,
                               gboolean on,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (settings, NULL, callback, user_data);
  g_autofree char *path = hearten_autostart_dup_path (g_get_user_config_dir ());

  g_task_set_source_tag (task, hearten_login_start_set_async);
  g_task_set_task_data (task, GINT_TO_POINTER (on), NULL);
  if (hearten_autostart_is_sandboxed ())
    hearten_background_request_async (on, NULL, on_answered_cb, task);
  else
    hearten_autostart_set_async (path, PKGDATADIR "/autostart.desktop", on, NULL, on_file_known_cb, task);
}

gboolean
hearten_login_start_finish (GAsyncResult *result, gboolean *on, GError **error)
{
  if (on != NULL)
    *on = GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}
