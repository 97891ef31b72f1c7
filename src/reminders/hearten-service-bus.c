/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-service-bus.h"

#include <glib/gi18n-lib.h>

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
                                    "    <method name='SnoozeFor'>"
                                    "      <arg name='key' type='s' direction='in'/>"
                                    "      <arg name='choice' type='s' direction='in'/>"
                                    "    </method>"
                                    "    <method name='Try'>"
                                    "      <arg name='id' type='s' direction='in'/>"
                                    "    </method>"
                                    "    <method name='Report'>"
                                    "      <arg name='limit' type='u' direction='in'/>"
                                    "      <arg name='next' type='a(ssxb)' direction='out'/>"
                                    "      <arg name='past' type='a(ssssxxx)' direction='out'/>"
                                    "    </method>"
                                    "    <signal name='Changed'/>"
                                    "  </interface>"
                                    "</node>";

/* Methods. Each returns whether it could; @answer may be left alone. */

typedef gboolean (*Method) (HeartenService *service, GVariant *arguments, GVariant **answer, GError **error);

static gboolean
reload (HeartenService *service, GVariant *arguments, GVariant **answer, GError **error)
{
  return hearten_service_reload (service, error);
}

static gboolean
done (HeartenService *service, GVariant *arguments, GVariant **answer, GError **error)
{
  const char *key;

  g_variant_get (arguments, "(&s)", &key);
  return hearten_service_done (service, key, error);
}

static gboolean
snooze (HeartenService *service, GVariant *arguments, GVariant **answer, GError **error)
{
  const char *key;
  guint minutes;

  g_variant_get (arguments, "(&su)", &key, &minutes);
  return hearten_service_snooze (service, key, minutes, error);
}

static gboolean
snooze_for (HeartenService *service, GVariant *arguments, GVariant **answer, GError **error)
{
  const char *key, *nick;
  GEnumValue *choice;

  g_variant_get (arguments, "(&s&s)", &key, &nick);
  choice = g_enum_get_value_by_nick (g_type_class_get (HEARTEN_TYPE_SNOOZE), nick);
  if (choice != NULL)
    return hearten_service_snooze_for (service, key, (HeartenSnooze) choice->value, error);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("“%s” is no time to put a reminder off to."), nick);
  return FALSE;
}

static gboolean
try (HeartenService *service, GVariant *arguments, GVariant **answer, GError **error)
{
  const char *id;

  g_variant_get (arguments, "(&s)", &id);
  return hearten_service_try (service, id, error);
}

static gboolean
report (HeartenService *service, GVariant *arguments, GVariant **answer, GError **error)
{
  g_autoptr (HeartenReminderReport) found = NULL;
  guint limit;

  g_variant_get (arguments, "(u)", &limit);
  found = hearten_service_report (service, MIN (limit, HEARTEN_LEDGER_LENGTH));
  *answer = hearten_reminder_report_to_variant (found);
  return TRUE;
}

static const struct
{
  const char *name;
  Method call;
} methods[] = {
  { "Reload", reload },        { "Done", done }, { "Snooze", snooze },
  { "SnoozeFor", snooze_for }, { "Try", try },   { "Report", report },
};

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
  GVariant *answer = NULL;
  GError *error = NULL;
  gsize i = 0;

  while (!g_str_equal (methods[i].name, method))
    i++;

  if (methods[i].call (user_data, arguments, &answer, &error))
    g_dbus_method_invocation_return_value (invocation, answer);
  else
    g_dbus_method_invocation_take_error (invocation, error);
}

static void
on_changed_cb (HeartenService *service, GDBusConnection *bus)
{
  g_dbus_connection_emit_signal (bus, NULL, HEARTEN_REMINDERS_PATH, HEARTEN_REMINDERS_INTERFACE, "Changed",
                                 NULL, NULL);
}

static const GDBusInterfaceVTable vtable = { .method_call = on_method_call_cb };

gboolean
hearten_service_bus_export (GDBusConnection *bus, HeartenService *service, GError **error)
{
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);
  g_return_val_if_fail (HEARTEN_IS_SERVICE (service), FALSE);

  g_signal_connect_object (service, "changed", G_CALLBACK (on_changed_cb), bus, 0);
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
