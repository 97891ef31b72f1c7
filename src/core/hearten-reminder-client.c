/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-client.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define START_SECONDS 10

struct _HeartenReminderClient
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenReminderClient, hearten_reminder_client, G_TYPE_OBJECT)

/* One call, from the bus to the answer. */
typedef struct
{
  const char *method;
  GVariant *arguments;
  gboolean start;
  gboolean spawned;
  GDBusConnection *bus;
  guint watch;
  guint timeout;
} Call;

static void call_service (GTask *task);

static void
call_free (gpointer data)
{
  Call *call = data;

  g_clear_handle_id (&call->watch, g_bus_unwatch_name);
  g_clear_handle_id (&call->timeout, g_source_remove);
  g_clear_pointer (&call->arguments, g_variant_unref);
  g_clear_object (&call->bus);
  g_free (call);
}

static const char *
get_program (void)
{
  const char *program = g_getenv ("HEARTEN_REMINDERS");

  return program != NULL && *program != '\0' ? program : NULL;
}

/* Starting the program */

static void
detach (gpointer data)
{
  setsid ();
}

static gboolean
spawn (GError **error)
{
  const char *program = get_program ();
  char *argv[] = { (char *) (program != NULL ? program : LIBEXECDIR "/hearten-reminders"), NULL };

  /* It outlives this program and its terminal. */
  return g_spawn_async (NULL, argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, detach,
                        NULL, NULL, error);
}

static void
stop_waiting (Call *call)
{
  g_clear_handle_id (&call->watch, g_bus_unwatch_name);
  g_clear_handle_id (&call->timeout, g_source_remove);
}

static void
on_name_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  GTask *task = user_data;

  stop_waiting (g_task_get_task_data (task));
  call_service (task);
}

static gboolean
on_start_timeout_cb (gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);

  call->timeout = 0;
  stop_waiting (call);
  g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                                   _ ("The reminder service was started but does not answer."));
  return G_SOURCE_REMOVE;
}

static void
start_program (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;

  call->spawned = TRUE;
  if (!spawn (&error))
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  call->timeout = g_timeout_add_seconds (START_SECONDS, on_start_timeout_cb, task);
  call->watch = g_bus_watch_name_on_connection (call->bus, HEARTEN_REMINDERS_NAME,
                                                G_BUS_NAME_WATCHER_FLAGS_NONE, on_name_appeared_cb, NULL,
                                                task, NULL);
}

/* Calling */

static gboolean
is_not_running (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
         (error->domain == G_DBUS_ERROR && error->code >= G_DBUS_ERROR_SPAWN_EXEC_FAILED &&
          error->code <= G_DBUS_ERROR_SPAWN_NO_MEMORY);
}

static void
on_called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) answer = NULL;
  GError *error = NULL;
  Call *call = g_task_get_task_data (task);

  answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (answer != NULL)
    {
      g_task_return_boolean (task, TRUE);
    }
  else if (!is_not_running (error) || (call->start && call->spawned))
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (task, error);
    }
  else
    {
      g_error_free (error);
      if (call->start)
        start_program (g_steal_pointer (&task));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static void
call_service (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  gboolean activate = call->start && !call->spawned && get_program () == NULL;

  g_dbus_connection_call (call->bus, HEARTEN_REMINDERS_NAME, HEARTEN_REMINDERS_PATH,
                          HEARTEN_REMINDERS_INTERFACE, call->method, call->arguments, NULL,
                          activate ? G_DBUS_CALL_FLAGS_NONE : G_DBUS_CALL_FLAGS_NO_AUTO_START, -1,
                          g_task_get_cancellable (task), on_called_cb, task);
}

static void
on_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  Call *call = g_task_get_task_data (task);

  call->bus = g_bus_get_finish (result, &error);
  if (call->bus != NULL)
    call_service (g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/* Takes @arguments when it is floating. */
static void
call_async (HeartenReminderClient *self,
            const char *method,
            GVariant *arguments,
            gboolean start,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Call *call = g_new0 (Call, 1);

  call->method = method;
  call->arguments = g_variant_ref_sink (arguments);
  call->start = start;
  g_task_set_source_tag (task, call_async);
  g_task_set_task_data (task, call, call_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, on_bus_cb, task);
}

/* Public */

static void
hearten_reminder_client_class_init (HeartenReminderClientClass *klass)
{
}

static void
hearten_reminder_client_init (HeartenReminderClient *self)
{
}

HeartenReminderClient *
hearten_reminder_client_new (void)
{
  return g_object_new (HEARTEN_TYPE_REMINDER_CLIENT, NULL);
}

void
hearten_reminder_client_reload_async (HeartenReminderClient *self,
                                      gboolean start,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_CLIENT (self));

  call_async (self, "Reload", g_variant_new ("()"), start, cancellable, callback, user_data);
}

void
hearten_reminder_client_done_async (HeartenReminderClient *self,
                                    const char *key,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_CLIENT (self));
  g_return_if_fail (key != NULL);

  call_async (self, "Done", g_variant_new ("(s)", key), TRUE, cancellable, callback, user_data);
}

void
hearten_reminder_client_snooze_async (HeartenReminderClient *self,
                                      const char *key,
                                      guint minutes,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_CLIENT (self));
  g_return_if_fail (key != NULL);

  call_async (self, "Snooze", g_variant_new ("(su)", key, minutes), TRUE, cancellable, callback, user_data);
}

gboolean
hearten_reminder_client_call_finish (HeartenReminderClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
