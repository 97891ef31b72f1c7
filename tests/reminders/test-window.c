/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-client.h"
#include "hearten-reminder-post.h"
#include "hearten-test-house.h"
#include "hearten-window-notifier.h"

/* A reminder while the app's window is focused: always one, in the window or outside, never two. */

typedef struct
{
  HeartenTestHouse base;
  GTestDBus *test_bus;
  GDBusConnection *bus;
  HeartenWindowNotifier *notifier;
  HeartenService *service;

  /* The app, on a connection of its own where a test needs one */
  HeartenReminderPost *post;
  gboolean takes;
  guint taken;
  guint withdrawn;
  char *summary;
  GDBusMethodInvocation *question;
} Fixture;

#define KEY "evening@2026-11-23T21:00"

static gboolean
on_due_cb (Fixture *fixture, const char *key, const char *title, const char *body, const char *page)
{
  if (g_str_equal (page, "reminders"))
    {
      g_free (fixture->summary);
      fixture->summary = g_strdup_printf ("%s: %s, %s", key, title, body);
      return fixture->takes;
    }
  g_assert_cmpstr (key, ==, KEY);
  g_assert_cmpstr (page, ==, "today");
  if (fixture->takes)
    fixture->taken++;
  return fixture->takes;
}

static void
on_withdrawn_cb (Fixture *fixture, const char *key)
{
  g_assert_cmpstr (key, ==, KEY);
  fixture->withdrawn++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = NULL;

  fixture->test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->test_bus);
  hearten_test_house_set_up (&fixture->base, NULL);
  hearten_test_house_write (&fixture->base, TEST_SCHEDULE ("", TEST_DAILY ("evening", "21:00")));

  /* The service's connection: the app's is the shared one. */
  fixture->bus = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->test_bus),
                                                         G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                             G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                         NULL, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (
      fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
      g_variant_new ("(su)", HEARTEN_REMINDERS_NAME, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);

  fixture->notifier = hearten_window_notifier_new (fixture->bus, HEARTEN_NOTIFIER (fixture->base.notifier),
                                                   &error);
  g_assert_no_error (error);
  fixture->service = hearten_service_new (HEARTEN_CLOCK (fixture->base.clock),
                                          HEARTEN_NOTIFIER (fixture->notifier), fixture->base.folder);
  fixture->base.service = fixture->service;
  hearten_service_start (fixture->service);

  fixture->post = hearten_reminder_post_new ();
  fixture->takes = TRUE;
  g_signal_connect_swapped (fixture->post, "due", G_CALLBACK (on_due_cb), fixture);
  g_signal_connect_swapped (fixture->post, "withdrawn", G_CALLBACK (on_withdrawn_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->post);
  g_clear_pointer (&fixture->summary, g_free);
  g_clear_object (&fixture->base.service);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->notifier);
  g_clear_object (&fixture->bus);
  hearten_test_house_tear_down (&fixture->base, NULL);
  g_test_dbus_down (fixture->test_bus);
  g_clear_object (&fixture->test_bus);
}

/* Until the service has heard what the app said before. */
static void
settle (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
expect_soon (Fixture *fixture, const char *state)
{
  for (;;)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_find (hearten_service_get_ledger (fixture->service),
                                                             KEY);

      if (entry != NULL && entry->state != HEARTEN_LEDGER_STATE_PENDING)
        break;
      g_main_context_iteration (NULL, TRUE);
    }
  hearten_test_house_expect_state (&fixture->base, KEY, state);
}

static void
come_due (Fixture *fixture)
{
  hearten_test_house_look_at (&fixture->base, "2026-11-23T20:00:00Z");
}

static void
test_no_app (Fixture *fixture, gconstpointer data)
{
  come_due (fixture);
  hearten_test_house_expect (&fixture->base, KEY);
  hearten_test_house_expect_state (&fixture->base, KEY, "shown");
}

static void
test_focused (Fixture *fixture, gconstpointer data)
{
  hearten_reminder_post_set_focused (fixture->post, TRUE);
  settle (fixture);
  come_due (fixture);
  expect_soon (fixture, "shown window");
  hearten_test_house_expect (&fixture->base, "");
  g_assert_cmpuint (fixture->taken, ==, 1);

  g_assert_true (hearten_service_done (fixture->service, KEY, NULL));
  while (fixture->withdrawn == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_unfocused (Fixture *fixture, gconstpointer data)
{
  hearten_reminder_post_set_focused (fixture->post, TRUE);
  settle (fixture);
  hearten_reminder_post_set_focused (fixture->post, FALSE);
  settle (fixture);
  come_due (fixture);
  hearten_test_house_expect (&fixture->base, KEY);
  g_assert_cmpuint (fixture->taken, ==, 0);
}

/* The service asks, and the focus moves on before the app looks. */
static void
test_focus_lost_in_between (Fixture *fixture, gconstpointer data)
{
  hearten_reminder_post_set_focused (fixture->post, TRUE);
  settle (fixture);
  come_due (fixture);
  hearten_reminder_post_set_focused (fixture->post, FALSE);
  expect_soon (fixture, "shown");
  hearten_test_house_expect (&fixture->base, KEY);
  g_assert_cmpuint (fixture->taken, ==, 0);
}

static void
test_declined (Fixture *fixture, gconstpointer data)
{
  fixture->takes = FALSE;
  hearten_reminder_post_set_focused (fixture->post, TRUE);
  settle (fixture);
  come_due (fixture);
  expect_soon (fixture, "shown");
  hearten_test_house_expect (&fixture->base, KEY);
}

/* Several as one: missed ones, in the window that is focused when the computer wakes */

static void
come_too_late (Fixture *fixture)
{
  settle (fixture);
  hearten_test_house_look_at (&fixture->base, "2026-11-23T23:00:00Z");
  hearten_test_house_expect_state (&fixture->base, KEY, "missed");
}

static void
test_summary_focused (Fixture *fixture, gconstpointer data)
{
  hearten_reminder_post_set_focused (fixture->post, TRUE);
  come_too_late (fixture);
  while (fixture->summary == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->summary, ==, "missed: While you were away, 1 reminder");
  settle (fixture);
  hearten_test_house_expect (&fixture->base, "");
}

static void
test_summary_unfocused (Fixture *fixture, gconstpointer data)
{
  come_too_late (fixture);
  hearten_test_house_expect (&fixture->base, "missed 1");
  g_assert_null (fixture->summary);
}

static void
test_summary_declined (Fixture *fixture, gconstpointer data)
{
  fixture->takes = FALSE;
  hearten_reminder_post_set_focused (fixture->post, TRUE);
  come_too_late (fixture);
  while (fixture->base.notifier->shown->len == 0)
    g_main_context_iteration (NULL, TRUE);
  hearten_test_house_expect (&fixture->base, "missed 1");
}

/* Another app than the shared connection's */

static GDBusConnection *
connect_app (Fixture *fixture)
{
  return g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->test_bus),
                                                 G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                     G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                 NULL, NULL, NULL);
}

static void
on_told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  g_assert_nonnull (answer);
  *(gboolean *) user_data = TRUE;
}

static void
tell_focus (GDBusConnection *app)
{
  gboolean told = FALSE;

  g_dbus_connection_call (app, HEARTEN_REMINDERS_NAME, HEARTEN_REMINDERS_PATH, HEARTEN_FOCUS_INTERFACE,
                          "Focus", g_variant_new ("(b)", TRUE), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                          on_told_cb, &told);
  while (!told)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_app_killed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDBusConnection) app = connect_app (fixture);

  tell_focus (app);
  g_assert_true (g_dbus_connection_close_sync (app, NULL, NULL));
  come_due (fixture);
  expect_soon (fixture, "shown");
  hearten_test_house_expect (&fixture->base, KEY);
}

/* An app whose window does with each reminder what @method does */
static guint
serve_window (GDBusConnection *app, GDBusInterfaceMethodCallFunc method, gpointer user_data)
{
  const GDBusInterfaceVTable vtable = { .method_call = method };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (
      "<node><interface name='" HEARTEN_POST_INTERFACE "'><method name='Show'>"
      "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='s' direction='in'/><arg type='b' direction='out'/></method></interface></node>",
      NULL);
  guint object = g_dbus_connection_register_object (app, HEARTEN_POST_PATH, node->interfaces[0], &vtable,
                                                    user_data, NULL, NULL);

  g_assert_cmpuint (object, !=, 0);
  return object;
}

static void
on_question_cb (GDBusConnection *bus,
                const char *sender,
                const char *path,
                const char *interface,
                const char *method,
                GVariant *arguments,
                GDBusMethodInvocation *invocation,
                gpointer user_data)
{
  ((Fixture *) user_data)->question = invocation;
}

/* It hangs, and answers when a notification is there already. */
static void
test_app_hangs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDBusConnection) app = connect_app (fixture);
  guint object = serve_window (app, on_question_cb, fixture);

  tell_focus (app);
  come_due (fixture);
  expect_soon (fixture, "shown");
  hearten_test_house_expect (&fixture->base, KEY);

  g_assert_nonnull (fixture->question);
  g_dbus_method_invocation_return_value (fixture->question, g_variant_new ("(b)", TRUE));
  while (fixture->base.notifier->withdrawn->len == 0)
    g_main_context_iteration (NULL, TRUE);
  hearten_test_house_expect (&fixture->base, "");
  g_dbus_connection_unregister_object (app, object);
}

static void
on_show_cb (GDBusConnection *bus,
            const char *sender,
            const char *path,
            const char *interface,
            const char *method,
            GVariant *arguments,
            GDBusMethodInvocation *invocation,
            gpointer user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", TRUE));
}

static GDBusMessage *
count_withdrawals (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer count)
{
  if (!incoming && g_strcmp0 (g_dbus_message_get_member (message), "Withdraw") == 0)
    g_atomic_int_inc ((int *) count);
  return message;
}

/* What an app showed is gone with it, though another window was in front by then. */
static void
test_app_ends (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDBusConnection) app = connect_app (fixture);
  guint object = serve_window (app, on_show_cb, NULL);
  int withdrawals = 0;
  guint filter;

  tell_focus (app);
  come_due (fixture);
  expect_soon (fixture, "shown window");
  hearten_reminder_post_set_focused (fixture->post, TRUE);
  settle (fixture);
  g_dbus_connection_unregister_object (app, object);
  g_assert_true (g_dbus_connection_close_sync (app, NULL, NULL));
  settle (fixture);
  filter = g_dbus_connection_add_filter (fixture->bus, count_withdrawals, &withdrawals, NULL);
  g_assert_true (hearten_service_done (fixture->service, KEY, NULL));
  g_assert_true (g_dbus_connection_flush_sync (fixture->bus, NULL, NULL));
  settle (fixture);
  g_dbus_connection_remove_filter (fixture->bus, filter);
  g_assert_cmpint (g_atomic_int_get (&withdrawals), ==, 0);
}

/* The service starts again while the window stays in front. */
static void
test_service_restarted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) released = NULL;
  g_autoptr (GVariant) taken = NULL;
  g_autoptr (GError) error = NULL;

  hearten_reminder_post_set_focused (fixture->post, TRUE);
  settle (fixture);
  released = g_dbus_connection_call_sync (
      fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReleaseName",
      g_variant_new ("(s)", HEARTEN_REMINDERS_NAME), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_clear_object (&fixture->base.service);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->notifier);

  fixture->notifier = hearten_window_notifier_new (fixture->bus, HEARTEN_NOTIFIER (fixture->base.notifier),
                                                   &error);
  g_assert_no_error (error);
  fixture->base.service = fixture->service = hearten_service_new (
      HEARTEN_CLOCK (fixture->base.clock), HEARTEN_NOTIFIER (fixture->notifier), fixture->base.folder);
  hearten_service_start (fixture->service);
  taken = g_dbus_connection_call_sync (
      fixture->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
      g_variant_new ("(su)", HEARTEN_REMINDERS_NAME, 4), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  settle (fixture);
  come_due (fixture);
  expect_soon (fixture, "shown window");
  hearten_test_house_expect (&fixture->base, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/window/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("no-app", test_no_app);
  ADD ("focused", test_focused);
  ADD ("unfocused", test_unfocused);
  ADD ("focus-lost-in-between", test_focus_lost_in_between);
  ADD ("declined", test_declined);
  ADD ("summary-focused", test_summary_focused);
  ADD ("summary-unfocused", test_summary_unfocused);
  ADD ("summary-declined", test_summary_declined);
  ADD ("app-killed", test_app_killed);
  ADD ("app-hangs", test_app_hangs);
  ADD ("app-ends", test_app_ends);
  ADD ("service-restarted", test_service_restarted);

  return g_test_run ();
}
