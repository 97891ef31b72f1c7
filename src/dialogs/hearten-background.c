/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-background.h"

#include <glib/gi18n.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  gboolean autostart;
  GDBusConnection *bus;
  guint subscription;
  HeartenBackgroundAnswer answer;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  g_clear_object (&request->bus);
  g_free (request);
}

/* The answer comes as a signal of an object that the portal makes for the request. Its path is known before:
 * whoever listened only after the call might miss it. */
static char *
dup_request_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".", '_');

  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
}

static void
on_response_cb (GDBusConnection *bus,
                const char *sender,
                const char *path,
                const char *interface,
                const char *name,
                GVariant *parameters,
                gpointer user_data)
{
  GTask *task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  guint32 response;

  if (g_task_get_completed (task) || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == 0)
    {
      g_variant_lookup (results, "background", "b", &request->answer.background);
      g_variant_lookup (results, "autostart", "b", &request->answer.autostart);
    }
  g_dbus_connection_signal_unsubscribe (request->bus, g_steal_handle_id (&request->subscription));
  g_task_return_boolean (task, TRUE);
}

static void
on_called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer != NULL)
    return;
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, g_steal_handle_id (&request->subscription));
  if (!g_task_get_completed (task))
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

static GVariant *
make_options (const char *token, gboolean autostart)
{
  const char *const command[] = { LIBEXECDIR "/hearten-reminders", NULL };
  GVariantDict options;

  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert (&options, "handle_token", "s", token);
  g_variant_dict_insert (&options, "reason", "s", _ ("Reminders come while the window is closed."));
  g_variant_dict_insert (&options, "autostart", "b", autostart);
  g_variant_dict_insert_value (&options, "commandline", g_variant_new_strv (command, -1));
  return g_variant_dict_end (&options);
}

static void
on_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autofree char *token = g_strdup_printf ("hearten%u", g_random_int ());
  g_autofree char *path = NULL;
  GError *error = NULL;

  request->bus = g_bus_get_finish (result, &error);
  if (request->bus == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  path = dup_request_path (request->bus, token);
  request->subscription = g_dbus_connection_signal_subscribe (
      request->bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response", path, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, on_response_cb, g_object_ref (task), g_object_unref);
  g_dbus_connection_call (
      request->bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
      g_variant_new ("(s@a{sv})", "", make_options (token, request->autostart)), G_VARIANT_TYPE ("(o)"),
      G_DBUS_CALL_FLAGS_NONE, -1, g_task_get_cancellable (task), on_called_cb, g_object_ref (task));
}

/* Public */

void
hearten_background_request_async (gboolean autostart,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->autostart = autostart;
  g_task_set_source_tag (task, hearten_background_request_async);
  g_task_set_task_data (task, request, request_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, on_bus_cb, task);
}

gboolean
hearten_background_request_finish (GAsyncResult *result, HeartenBackgroundAnswer *answer, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (answer != NULL)
    *answer = ((Request *) g_task_get_task_data (G_TASK (result)))->answer;
  return g_task_propagate_boolean (G_TASK (result), error);
}
