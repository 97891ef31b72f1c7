/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-background.h"

/* A portal of the test's own on a bus of its own. It answers as it is told, and keeps what it was asked. */

static const char introspection[] = "<node><interface name='org.freedesktop.portal.Background'>"
                                    "<method name='RequestBackground'>"
                                    "<arg name='parent_window' type='s' direction='in'/>"
                                    "<arg name='options' type='a{sv}' direction='in'/>"
                                    "<arg name='handle' type='o' direction='out'/>"
                                    "</method></interface></node>";

typedef struct
{
  GTestDBus *bus;
  GDBusConnection *portal;
  GVariant *asked;
  guint32 response;
  gboolean background;
  gboolean autostart;
  GAsyncResult *result;
} Fixture;

static char *
dup_handle (Fixture *fixture, const char *sender)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token;

  g_assert_true (g_variant_lookup (fixture->asked, "handle_token", "&s", &token));
  return g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
}

static void
on_request_cb (GDBusConnection *portal,
               const char *sender,
               const char *path,
               const char *interface,
               const char *method,
               GVariant *arguments,
               GDBusMethodInvocation *invocation,
               gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autofree char *handle = NULL;
  GVariantDict results;

  g_clear_pointer (&fixture->asked, g_variant_unref);
  g_variant_get (arguments, "(s@a{sv})", NULL, &fixture->asked);
  handle = dup_handle (fixture, sender);
  g_variant_dict_init (&results, NULL);
  g_variant_dict_insert (&results, "background", "b", fixture->background);
  g_variant_dict_insert (&results, "autostart", "b", fixture->autostart);

  /* At once: before the call has its answer. */
  g_dbus_connection_emit_signal (
      portal, sender, handle, "org.freedesktop.portal.Request", "Response",
      g_variant_new ("(u@a{sv})", fixture->response, g_variant_dict_end (&results)), NULL);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", handle));
}

static void
start_portal (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { .method_call = on_request_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  fixture->portal = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (fixture->bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL,
      NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_dbus_connection_register_object (fixture->portal, "/org/freedesktop/portal/desktop",
                                                       node->interfaces[0], &vtable, fixture, NULL, NULL),
                    !=, 0);
  answer = g_dbus_connection_call_sync (fixture->portal, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "RequestName",
                                        g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->asked, g_variant_unref);
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->portal);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object (&((Fixture *) user_data)->result, result);
}

static void
request (Fixture *fixture, gboolean autostart)
{
  hearten_background_request_async (autostart, NULL, on_done_cb, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
check_answer (Fixture *fixture, gboolean background, gboolean autostart)
{
  HeartenBackgroundAnswer answer = { !background, !autostart };
  g_autoptr (GError) error = NULL;

  g_assert_true (hearten_background_request_finish (fixture->result, &answer, &error));
  g_assert_no_error (error);
  g_assert_cmpint (answer.background, ==, background);
  g_assert_cmpint (answer.autostart, ==, autostart);
}

static void
test_granted (Fixture *fixture, gconstpointer data)
{
  g_autofree const char **command = NULL;
  gboolean autostart = FALSE;
  const char *reason;

  fixture->background = fixture->autostart = TRUE;
  start_portal (fixture);
  request (fixture, TRUE);
  check_answer (fixture, TRUE, TRUE);
  g_assert_true (g_variant_lookup (fixture->asked, "autostart", "b", &autostart) && autostart);
  g_assert_true (g_variant_lookup (fixture->asked, "reason", "&s", &reason) && *reason != '\0');
  g_assert_true (g_variant_lookup (fixture->asked, "commandline", "^a&s", &command));
  g_assert_true (g_str_has_suffix (command[0], "/hearten-reminders"));
  g_assert_null (command[1]);
}

static void
test_only_background (Fixture *fixture, gconstpointer data)
{
  fixture->background = TRUE;
  start_portal (fixture);
  request (fixture, TRUE);
  check_answer (fixture, TRUE, FALSE);
}

static void
test_denied (Fixture *fixture, gconstpointer data)
{
  fixture->response = 1;
  fixture->background = fixture->autostart = TRUE; /* which then must not count */
  start_portal (fixture);
  request (fixture, TRUE);
  check_answer (fixture, FALSE, FALSE);
}

static void
test_no_portal (Fixture *fixture, gconstpointer data)
{
  HeartenBackgroundAnswer answer;
  g_autoptr (GError) error = NULL;

  request (fixture, TRUE);
  g_assert_false (hearten_background_request_finish (fixture->result, &answer, &error));
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/background/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("granted", test_granted);
  ADD ("only-background", test_only_background);
  ADD ("denied", test_denied);
  ADD ("no-portal", test_no_portal);
  return g_test_run ();
}
