/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-portal-notification.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Notification"

/* The first version that can be asked to hide words on the lock screen. */
#define VERSION_WITH_HINTS 2

typedef struct
{
  char *id;
  GVariantDict *notification;
} Show;

static void
show_free (gpointer data)
{
  Show *show = data;

  g_variant_dict_unref (show->notification);
  g_free (show->id);
  g_free (show);
}

gboolean
hearten_portal_is_used (void)
{
  /* The same that GLib asks for its own notifications. */
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ||
         g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}

/* What it is made of */

static GVariant *
make_buttons (const char *id, const HeartenPortalButton *buttons, gsize n_buttons)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; i < n_buttons; i++)
    {
      g_variant_builder_open (&list, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&list, "{sv}", "label", g_variant_new_string (buttons[i].label));
      g_variant_builder_add (&list, "{sv}", "action", g_variant_new_string (buttons[i].action));
      g_variant_builder_add (&list, "{sv}", "target", g_variant_new_string (id));
      g_variant_builder_close (&list);
    }
  return g_variant_builder_end (&list);
}

/* Sending */

static void
on_added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_version_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Show *show = g_task_get_task_data (task);
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) version = NULL;
  const char *const hints[] = { "hide-content-on-lockscreen", NULL };

  if (answer != NULL)
    g_variant_get (answer, "(v)", &version);
  if (version != NULL && g_variant_is_of_type (version, G_VARIANT_TYPE_UINT32) &&
      g_variant_get_uint32 (version) >= VERSION_WITH_HINTS)
    g_variant_dict_insert_value (show->notification, "display-hint", g_variant_new_strv (hints, -1));

  g_dbus_connection_call (G_DBUS_CONNECTION (source), PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE,
                          "AddNotification",
                          g_variant_new ("(s@a{sv})", show->id, g_variant_dict_end (show->notification)),
                          NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_added_cb, task);
}

void
hearten_portal_notification_show_async (GDBusConnection *bus,
                                        const char *id,
                                        const char *title,
                                        const char *body,
                                        const char *action,
                                        GVariant *target,
                                        const HeartenPortalButton *buttons,
                                        gsize n_buttons,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;
  Show *show;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));
  g_return_if_fail (id != NULL && title != NULL && action != NULL && target != NULL);

  show = g_new0 (Show, 1);
  show->id = g_strdup (id);
  show->notification = g_variant_dict_new (NULL);
  g_variant_dict_insert (show->notification, "title", "s", title);
  if (body != NULL && *body != '\0')
    g_variant_dict_insert (show->notification, "body", "s", body);
  g_variant_dict_insert (show->notification, "default-action", "s", action);
  g_variant_dict_insert_value (show->notification, "default-action-target", target);
  if (n_buttons > 0)
    g_variant_dict_insert_value (show->notification, "buttons", make_buttons (id, buttons, n_buttons));

  task = g_task_new (bus, NULL, callback, user_data);
  g_task_set_source_tag (task, hearten_portal_notification_show_async);
  g_task_set_task_data (task, show, show_free);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", PORTAL_INTERFACE, "version"), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_version_cb, task);
}

gboolean
hearten_portal_notification_show_finish (GDBusConnection *bus, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, bus), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
hearten_portal_notification_withdraw (GDBusConnection *bus, const char *id)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (bus) && id != NULL);

  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_INTERFACE, "RemoveNotification",
                          g_variant_new ("(s)", id), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}
