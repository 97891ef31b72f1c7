/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-delivery.h"

#include <glib/gi18n-lib.h>

#define GNOME_SCHEMA "org.gnome.desktop.notifications"
#define GNOME_PATH "/org/gnome/desktop/notifications/application/io-github-hearten-app-hearten/"

/* Whoever owns one of these shows notifications: most desktops, and GNOME Shell besides. */
static const char *const names[] = { "org.freedesktop.Notifications", "org.gtk.Notifications" };

const char *
hearten_delivery_get_words (HeartenDelivery self)
{
  switch (self)
    {
    case HEARTEN_DELIVERY_NO_DAEMON:
      return _ ("No program shows notifications here. Install one, such as dunst or mako, and start it with "
                "your session.");
    case HEARTEN_DELIVERY_SWITCHED_OFF:
      return _ ("Notifications of Hearten are switched off. Switch them on in Settings → Notifications → "
                "Hearten.");
    case HEARTEN_DELIVERY_NO_BANNERS:
      return _ ("“Do Not Disturb” is on: reminders wait silently in the desktop’s list. Switch it off to see "
                "them.");
    case HEARTEN_DELIVERY_BACKGROUND_DENIED:
      return _ ("Reminders come only while this window is open. To change that, allow background activity in "
                "Settings → Apps → Hearten.");
    case HEARTEN_DELIVERY_FINE:
    default:
      return NULL;
    }
}

/* The desktop's settings, where they can be seen: GNOME's own, outside a sandbox. */

static GSettings *
open_settings (const char *id, const char *path)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, id, TRUE)
                                                      : NULL;

  return schema != NULL ? g_settings_new_full (schema, NULL, path) : NULL;
}

static gboolean
is_off (GSettings *settings, const char *key)
{
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings == NULL)
    return FALSE;
  g_object_get (settings, "settings-schema", &schema, NULL);
  return g_settings_schema_has_key (schema, key) && !g_settings_get_boolean (settings, key);
}

static HeartenDelivery
look_at_settings (void)
{
  g_autoptr (GSettings) own = open_settings (GNOME_SCHEMA ".application", GNOME_PATH);
  g_autoptr (GSettings) all = open_settings (GNOME_SCHEMA, NULL);

  if (is_off (own, "enable"))
    return HEARTEN_DELIVERY_SWITCHED_OFF;
  return is_off (all, "show-banners") ? HEARTEN_DELIVERY_NO_BANNERS : HEARTEN_DELIVERY_FINE;
}

/* Who shows them */

static gboolean
is_there (GVariant *answer)
{
  g_autofree const char **list = NULL;

  if (answer == NULL)
    return TRUE;
  g_variant_get (answer, "(^a&s)", &list);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strv_contains (list, names[i]))
      return TRUE;
  return FALSE;
}

static void
ask (GTask *task, const char *method, GAsyncReadyCallback callback)
{
  GDBusConnection *bus = g_task_get_task_data (task);

  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                          method, NULL, G_VARIANT_TYPE ("(as)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          g_task_get_cancellable (task), callback, g_object_ref (task));
}

static void
on_activatable_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_task_return_int (task, is_there (answer) ? look_at_settings () : HEARTEN_DELIVERY_NO_DAEMON);
}

static void
on_owned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (is_there (answer))
    g_task_return_int (task, look_at_settings ());
  else
    ask (task, "ListActivatableNames", on_activatable_cb);
}

static void
on_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GDBusConnection *bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    {
      /* Another sentence tells of it: without a bus the service cannot be reached. */
      g_task_return_int (task, HEARTEN_DELIVERY_FINE);
      return;
    }
  g_task_set_task_data (task, bus, g_object_unref);
  ask (task, "ListNames", on_owned_cb);
}

void
hearten_delivery_query_async (gboolean background_denied,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, hearten_delivery_query_async);
  if (background_denied)
    g_task_return_int (task, HEARTEN_DELIVERY_BACKGROUND_DENIED);
  /* In a sandbox the portal stands before all of them, and tells nobody who is behind it. */
  else if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    g_task_return_int (task, HEARTEN_DELIVERY_FINE);
  else
    g_bus_get (G_BUS_TYPE_SESSION, cancellable, on_bus_cb, g_steal_pointer (&task));
}

HeartenDelivery
hearten_delivery_query_finish (GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gssize found;

  g_return_val_if_fail (g_task_is_valid (result, NULL), HEARTEN_DELIVERY_FINE);

  found = g_task_propagate_int (G_TASK (result), &error);
  return error == NULL ? (HeartenDelivery) found : HEARTEN_DELIVERY_FINE;
}
