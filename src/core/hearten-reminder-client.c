/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-client.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define START_SECONDS 10

struct _HeartenReminderClient
{
  GObject parent_instance;

  GDBusConnection *watched; /* where the service is listened to */
  guint subscription;
  GCancellable *watching;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

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
      g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) g_variant_unref);
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
        g_task_return_pointer (task, NULL, NULL);
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

/* Listening */

static void
on_changed_cb (GDBusConnection *bus,
               const char *sender,
               const char *path,
               const char *interface,
               const char *signal,
               GVariant *parameters,
               gpointer user_data)
{
  g_signal_emit (user_data, signals[CHANGED], 0);
}

static void
on_watch_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  HeartenReminderClient *self = user_data;

  /* No bus, or nobody listens any more. */
  if (bus == NULL)
    return;

  self->watched = g_steal_pointer (&bus);
  self->subscription = g_dbus_connection_signal_subscribe (
      self->watched, HEARTEN_REMINDERS_NAME, HEARTEN_REMINDERS_INTERFACE, "Changed", HEARTEN_REMINDERS_PATH,
      NULL, G_DBUS_SIGNAL_FLAGS_NONE, on_changed_cb, self, NULL);
  g_signal_emit (self, signals[CHANGED], 0); /* nobody heard what went before */
}

void
hearten_reminder_client_watch (HeartenReminderClient *self)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_CLIENT (self));

  if (self->watching != NULL)
    return;

  self->watching = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->watching, on_watch_bus_cb, self);
}

/* Public */

static void
hearten_reminder_client_dispose (GObject *object)
{
  HeartenReminderClient *self = HEARTEN_REMINDER_CLIENT (object);

  g_cancellable_cancel (self->watching);
  g_clear_object (&self->watching);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->watched, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->watched);

  G_OBJECT_CLASS (hearten_reminder_client_parent_class)->dispose (object);
}

static void
hearten_reminder_client_class_init (HeartenReminderClientClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_client_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
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

void
hearten_reminder_client_snooze_for_async (HeartenReminderClient *self,
                                          const char *key,
                                          HeartenSnooze choice,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GEnumValue *value = g_enum_get_value (g_type_class_get (HEARTEN_TYPE_SNOOZE), (int) choice);

  g_return_if_fail (HEARTEN_IS_REMINDER_CLIENT (self));
  g_return_if_fail (key != NULL && value != NULL);

  call_async (self, "SnoozeFor", g_variant_new ("(ss)", key, value->value_nick), TRUE, cancellable, callback,
              user_data);
}

void
hearten_reminder_client_try_async (HeartenReminderClient *self,
                                   const char *id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_CLIENT (self));

  call_async (self, "Try", g_variant_new ("(s)", id != NULL ? id : ""), TRUE, cancellable, callback,
              user_data);
}

void
hearten_reminder_client_report_async (HeartenReminderClient *self,
                                      guint limit,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_CLIENT (self));

  call_async (self, "Report", g_variant_new ("(u)", limit), FALSE, cancellable, callback, user_data);
}

HeartenReminderReport *
hearten_reminder_client_report_finish (HeartenReminderClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  answer = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  /* An older service may still run that knows no reports. */
  return answer != NULL && g_variant_is_of_type (answer, G_VARIANT_TYPE (HEARTEN_REMINDER_REPORT_TYPE))
             ? hearten_reminder_report_from_variant (answer)
             : hearten_reminder_report_new ();
}

gboolean
hearten_reminder_client_call_finish (HeartenReminderClient *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}
