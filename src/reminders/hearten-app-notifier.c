/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-app-notifier.h"

#include <glib/gi18n-lib.h>

#include "hearten-app-launcher.h"
#include "hearten-portal-notification.h"

struct _HeartenAppNotifier
{
  GObject parent_instance;

  GApplication *app;
  gboolean portal; /* no other way leads to the desktop */
};

/* Actions. They are answered at once: only until then does GLib know the daemon's own number of the
 * notification, and dunst leaves a notification whose button was pressed until it is withdrawn. */

static void
on_done_cb (GSimpleAction *action, GVariant *key, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "done", g_variant_get_string (key, NULL));
}

static void
on_snooze_cb (GSimpleAction *action, GVariant *key, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "snooze", g_variant_get_string (key, NULL));
}

static void
on_open_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  HeartenAppNotifier *self = user_data;
  const char *page, *key;

  g_variant_get (target, "(&s&s)", &page, &key);
  /* The window says it now. */
  g_application_withdraw_notification (self->app, key);
  hearten_app_launcher_open (g_application_get_dbus_connection (self->app), page, key);
}

static const GActionEntry actions[] = {
  { .name = "reminder-done", .activate = on_done_cb, .parameter_type = "s" },
  { .name = "reminder-snooze", .activate = on_snooze_cb, .parameter_type = "s" },
  { .name = "reminder-open", .activate = on_open_cb, .parameter_type = "(ss)" },
};

/* Showing */

/* The desktop has to have it before the ledger says so. */
static void
send (HeartenAppNotifier *self, const char *id, GNotification *notification)
{
  g_autoptr (GError) error = NULL;

  g_application_send_notification (self->app, id, notification);
  if (!g_dbus_connection_flush_sync (g_application_get_dbus_connection (self->app), NULL, &error))
    g_warning ("A notification did not get through: %s", error->message);
}

static void
show_by_portal (HeartenAppNotifier *self,
                const char *key,
                const char *title,
                const char *body,
                const char *page)
{
  const HeartenPortalButton buttons[] = {
    { C_ ("button on a reminder", "Done"), "app.reminder-done" },
    { C_ ("button on a reminder", "Snooze"), "app.reminder-snooze" },
  };

  hearten_portal_notification_show (g_application_get_dbus_connection (self->app), key, title, body,
                                    "app.reminder-open", g_variant_new ("(ss)", page, key), buttons,
                                    G_N_ELEMENTS (buttons));
}

static gboolean
hearten_app_notifier_show (HeartenNotifier *notifier,
                           const char *key,
                           const char *title,
                           const char *body,
                           const char *page)
{
  g_autoptr (GNotification) notification = NULL;

  if (HEARTEN_APP_NOTIFIER (notifier)->portal)
    {
      show_by_portal (HEARTEN_APP_NOTIFIER (notifier), key, title, body, page);
      return TRUE;
    }

  notification = g_notification_new (title);
  if (*body != '\0')
    g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.reminder-open", "(ss)", page, key);
  g_notification_add_button_with_target (notification, C_ ("button on a reminder", "Done"),
                                         "app.reminder-done", "s", key);
  g_notification_add_button_with_target (notification, C_ ("button on a reminder", "Snooze"),
                                         "app.reminder-snooze", "s", key);
  send (HEARTEN_APP_NOTIFIER (notifier), key, notification);
  return TRUE;
}

static void
hearten_app_notifier_show_summary (HeartenNotifier *notifier, HeartenSummary kind, guint count)
{
  HeartenAppNotifier *self = HEARTEN_APP_NOTIFIER (notifier);
  g_autoptr (GNotification) notification = g_notification_new (hearten_summary_get_title (kind));
  g_autofree char *body = hearten_summary_dup_body (count);

  if (self->portal)
    {
      hearten_portal_notification_show (g_application_get_dbus_connection (self->app),
                                        hearten_summary_get_id (kind), hearten_summary_get_title (kind), body,
                                        "app.reminder-open", g_variant_new ("(ss)", "reminders", ""), NULL,
                                        0);
      return;
    }
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.reminder-open", "(ss)", "reminders", "");
  send (self, hearten_summary_get_id (kind), notification);
}

static void
hearten_app_notifier_withdraw (HeartenNotifier *notifier, const char *key)
{
  HeartenAppNotifier *self = HEARTEN_APP_NOTIFIER (notifier);

  if (self->portal)
    hearten_portal_notification_withdraw (g_application_get_dbus_connection (self->app), key);
  else
    g_application_withdraw_notification (self->app, key);
}

/* The object */

static void
notifier_iface_init (HeartenNotifierInterface *iface)
{
  iface->show = hearten_app_notifier_show;
  iface->show_summary = hearten_app_notifier_show_summary;
  iface->withdraw = hearten_app_notifier_withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HeartenAppNotifier,
                               hearten_app_notifier,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (HEARTEN_TYPE_NOTIFIER, notifier_iface_init))

static void
hearten_app_notifier_finalize (GObject *object)
{
  HeartenAppNotifier *self = HEARTEN_APP_NOTIFIER (object);

  g_clear_object (&self->app);

  G_OBJECT_CLASS (hearten_app_notifier_parent_class)->finalize (object);
}

static void
hearten_app_notifier_class_init (HeartenAppNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_app_notifier_finalize;
}

static void
hearten_app_notifier_init (HeartenAppNotifier *self)
{
  self->app = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  self->portal = hearten_portal_is_used ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->app), actions, G_N_ELEMENTS (actions), self);
}

HeartenAppNotifier *
hearten_app_notifier_new (GError **error)
{
  g_autoptr (HeartenAppNotifier) self = g_object_new (HEARTEN_TYPE_APP_NOTIFIER, NULL);

  if (!g_application_register (self->app, NULL, error))
    return NULL;
  if (g_application_get_dbus_connection (self->app) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, _ ("There is no session bus."));
      return NULL;
    }

  return g_steal_pointer (&self);
}
