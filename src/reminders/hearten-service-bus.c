/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-service-bus.h"

#include "hearten-reminder-client.h"

#define DO_NOT_QUEUE 4u
#define PRIMARY_OWNER 1u

static const char introspection[] = "<node>"
                                    "  <interface name='" HEARTEN_REMINDERS_INTERFACE "'>"
                                    "    <method name='Reload'/>"
                                    "    <method name='Done'>"
                                    "      <arg name='key' type='s' direction='in'/>"
                                    "    </method>"
                                    "    <method name='Snooze'>"
                                    "      <arg name='key' type='s' direction='in'/>"
                                    "      <arg name='minutes' type='u' direction='in'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

static gboolean
call (HeartenService *service, const char *method, GVariant *arguments, GError **error)
{
  const char *key;
  guint minutes;

  if (g_str_equal (method, "Reload"))
    return hearten_service_reload (service, error);

  if (g_str_equal (method, "Done"))
    {
      g_variant_get (arguments, "(&s)", &key);
      return hearten_service_done (service, key, error);
    }

  g_variant_get (arguments, "(&su)", &key, &minutes);
  return hearten_service_snooze (service, key, minutes, error);
}

static void
on_method_call_cb (GDBusConnection *bus,
                   const char *sender,
                   const char *path,
                   const char *interface,
                   const char *method,
                   GVariant *arguments,
                   GDBusMethodInvocation *invocation,
                   gpointer user_data)
{
  GError *error = NULL;

  if (call (user_data, method, arguments, &error))
    g_dbus_method_invocation_return_value (invocation, NULL);
  else
    g_dbus_method_invocation_take_error (invocation, error);
}

static const GDBusInterfaceVTable vtable = { .method_call = on_method_call_cb };

gboolean
hearten_service_bus_export (GDBusConnection *bus, HeartenService *service, GError **error)
{
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);
  g_return_val_if_fail (HEARTEN_IS_SERVICE (service), FALSE);

  node = g_dbus_node_info_new_for_xml (introspection, error);
  return node != NULL &&
         g_dbus_connection_register_object (bus, HEARTEN_REMINDERS_PATH, node->interfaces[0], &vtable,
                                            g_object_ref (service), g_object_unref, error) != 0;
}

gboolean
hearten_service_bus_own (GDBusConnection *bus, gboolean *owned, GError **error)
{
  g_autoptr (GVariant) answer = NULL;
  guint32 result;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);
  g_return_val_if_fail (owned != NULL, FALSE);

  /* Not g_bus_own_name(): nothing may be shown before it is certain that no other process shows it. */
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", HEARTEN_REMINDERS_NAME, DO_NOT_QUEUE),
                                        G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, error);
  if (answer == NULL)
    return FALSE;

  g_variant_get (answer, "(u)", &result);
  *owned = result == PRIMARY_OWNER;
  return TRUE;
}
