/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-app-notifier.h"

#include <glib/gi18n-lib.h>

#include "hearten-app-launcher.h"
#include "hearten-portal-notification.h"

struct _HeartenAppNotifier
{
  GObject parent_instance;

  GApplication *app;
  gboolean portal;     /* no other way leads to the desktop */
  GHashTable *sending; /* of char *, Sending: by id, what the portal has not taken yet */
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

/* By the portal. It says whether it has taken one, and only then the ledger may. */

/* After a failure, in seconds, and twice as long each time. */
#define AGAIN_SECONDS 5
#define TRIES 6

typedef struct
{
  HeartenAppNotifier *self; /* held while it is on its way */
  char *id;
  char *title;
  char *body;
  char *page;
  gboolean buttons;
  gboolean withdrawn; /* while it was on its way */
  gboolean replaced;  /* likewise */
  guint tries;
  guint timer; /* until the next try, or 0 */
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_clear_handle_id (&sending->timer, g_source_remove);
  g_free (sending->id);
  g_free (sending->title);
  g_free (sending->body);
  g_free (sending->page);
  g_free (sending);
}

static void send_by_portal (Sending *sending);

static void
on_again_cb (gpointer user_data)
{
  Sending *sending = user_data;

  sending->timer = 0;
  send_by_portal (sending);
}

static void
on_sent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Sending *sending = user_data;
  g_autoptr (HeartenAppNotifier) self = sending->self;
  g_autofree char *id = g_strdup (sending->id);
  g_autoptr (GError) error = NULL;
  gboolean sent = hearten_portal_notification_show_finish (G_DBUS_CONNECTION (source), result, &error);

  if (!sent)
    g_warning ("A notification did not get through: %s", error->message);
  if (sending->withdrawn || sending->replaced)
    {
      if (sending->withdrawn)
        hearten_portal_notification_withdraw (G_DBUS_CONNECTION (source), id);
      sending_free (sending);
      return;
    }
  if (!sent && sending->tries < TRIES)
    {
      sending->timer = g_timeout_add_seconds_once (AGAIN_SECONDS << (sending->tries - 1), on_again_cb,
                                                   sending);
      return;
    }

  g_hash_table_remove (self->sending, id);
  if (sent)
    g_signal_emit_by_name (self, "shown", id, FALSE);
  else
    g_signal_emit_by_name (self, "failed", id);
}

static void
send_by_portal (Sending *sending)
{
  GDBusConnection *bus = g_application_get_dbus_connection (sending->self->app);
  const HeartenPortalButton buttons[] = {
    { C_ ("button on a reminder", "Done"), "app.reminder-done" },
    { C_ ("button on a reminder", "Snooze"), "app.reminder-snooze" },
  };
  const char *key = sending->buttons ? sending->id : "";

  g_object_ref (sending->self);
  sending->tries++;
  hearten_portal_notification_show_async (bus, sending->id, sending->title, sending->body,
                                          "app.reminder-open", g_variant_new ("(ss)", sending->page, key),
                                          buttons, sending->buttons ? G_N_ELEMENTS (buttons) : 0, on_sent_cb,
                                          sending);
}

/* One on its way is no more to be heard of; returns whether the portal has to be told once it is there. */
static gboolean
forget_sending (HeartenAppNotifier *self, const char *id)
{
  Sending *sending = g_hash_table_lookup (self->sending, id);

  if (sending == NULL)
    return FALSE;
  if (sending->timer != 0)
    {
      g_hash_table_remove (self->sending, id);
      return FALSE;
    }

  g_hash_table_steal (self->sending, id);
  sending->withdrawn = TRUE;
  return TRUE;
}

static void
show_by_portal (HeartenAppNotifier *self,
                const char *id,
                const char *title,
                const char *body,
                const char *page,
                gboolean buttons)
{
  Sending *sending = g_hash_table_lookup (self->sending, id);

  if (sending != NULL && sending->timer == 0)
    {
      g_hash_table_steal (self->sending, id);
      sending->replaced = TRUE;
    }

  sending = g_new0 (Sending, 1);
  sending->self = self;
  sending->id = g_strdup (id);
  sending->title = g_strdup (title);
  sending->body = g_strdup (body);
  sending->page = g_strdup (page);
  sending->buttons = buttons;
  g_hash_table_replace (self->sending, sending->id, sending);
  send_by_portal (sending);
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
      show_by_portal (HEARTEN_APP_NOTIFIER (notifier), key, title, body, page, TRUE);
      return FALSE;
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

static gboolean
hearten_app_notifier_show_summary (HeartenNotifier *notifier, HeartenSummary kind, guint count)
{
  HeartenAppNotifier *self = HEARTEN_APP_NOTIFIER (notifier);
  g_autoptr (GNotification) notification = g_notification_new (hearten_summary_get_title (kind));
  g_autofree char *body = hearten_summary_dup_body (count);

  if (self->portal)
    {
      show_by_portal (self, hearten_summary_get_id (kind), hearten_summary_get_title (kind), body,
                      "reminders", FALSE);
      return FALSE;
    }
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.reminder-open", "(ss)", "reminders", "");
  send (self, hearten_summary_get_id (kind), notification);
  return TRUE;
}

static void
hearten_app_notifier_withdraw (HeartenNotifier *notifier, const char *key)
{
  HeartenAppNotifier *self = HEARTEN_APP_NOTIFIER (notifier);

  /* It must not overtake what it takes away. */
  if (self->portal && !forget_sending (self, key))
    hearten_portal_notification_withdraw (g_application_get_dbus_connection (self->app), key);
  else if (!self->portal)
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
  g_clear_pointer (&self->sending, g_hash_table_unref);

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
  self->sending = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, sending_free);
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
