/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-post.h"

#include "hearten-reminder-client.h"

struct _HeartenReminderPost
{
  GObject parent_instance;

  GCancellable *cancellable; /* from the first focus on */
  GDBusConnection *bus;
  guint object;
  guint watch;
  gboolean focused;
};

G_DEFINE_FINAL_TYPE (HeartenReminderPost, hearten_reminder_post, G_TYPE_OBJECT)

enum { DUE, WITHDRAWN, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char introspection[] = "<node>"
                                    "  <interface name='" HEARTEN_POST_INTERFACE "'>"
                                    "    <method name='Show'>"
                                    "      <arg name='key' type='s' direction='in'/>"
                                    "      <arg name='title' type='s' direction='in'/>"
                                    "      <arg name='body' type='s' direction='in'/>"
                                    "      <arg name='page' type='s' direction='in'/>"
                                    "      <arg name='shown' type='b' direction='out'/>"
                                    "    </method>"
                                    "    <method name='Withdraw'>"
                                    "      <arg name='key' type='s' direction='in'/>"
                                    "    </method>"
                                    "  </interface>"
                                    "</node>";

/* What the service brings */

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
  const char *key, *title, *body, *page;
  gboolean shown = FALSE;

  if (g_str_equal (method, "Withdraw"))
    {
      g_variant_get (arguments, "(&s)", &key);
      g_signal_emit (user_data, signals[WITHDRAWN], 0, key);
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }

  g_variant_get (arguments, "(&s&s&s&s)", &key, &title, &body, &page);
  if (HEARTEN_REMINDER_POST (user_data)->focused)
    g_signal_emit (user_data, signals[DUE], 0, key, title, body, page, &shown);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", shown));
}

static const GDBusInterfaceVTable vtable = { .method_call = on_method_call_cb };

/* Telling the service */

static void
tell (HeartenReminderPost *self)
{
  if (self->bus != NULL)
    g_dbus_connection_call (self->bus, HEARTEN_REMINDERS_NAME, HEARTEN_REMINDERS_PATH,
                            HEARTEN_FOCUS_INTERFACE, "Focus", g_variant_new ("(b)", self->focused), NULL,
                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
}

static void
on_service_appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  HeartenReminderPost *self = user_data;

  if (self->focused)
    tell (self);
}

static void
on_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autoptr (GDBusNodeInfo) node = NULL;
  g_autoptr (GError) error = NULL;
  HeartenReminderPost *self = user_data;

  /* No bus, or nobody is there any more. */
  if (bus == NULL)
    return;

  node = g_dbus_node_info_new_for_xml (introspection, NULL);
  self->object = g_dbus_connection_register_object (bus, HEARTEN_POST_PATH, node->interfaces[0], &vtable,
                                                    self, NULL, &error);
  if (self->object == 0)
    {
      g_warning ("Reminders cannot be shown in the window: %s", error->message);
      return;
    }

  self->bus = g_steal_pointer (&bus);
  self->watch = g_bus_watch_name_on_connection (self->bus, HEARTEN_REMINDERS_NAME,
                                                G_BUS_NAME_WATCHER_FLAGS_NONE, on_service_appeared_cb, NULL,
                                                self, NULL);
}

/* The object */

static void
hearten_reminder_post_dispose (GObject *object)
{
  HeartenReminderPost *self = HEARTEN_REMINDER_POST (object);

  hearten_reminder_post_set_focused (self, FALSE);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->object != 0)
    g_dbus_connection_unregister_object (self->bus, self->object);
  self->object = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (hearten_reminder_post_parent_class)->dispose (object);
}

static void
hearten_reminder_post_class_init (HeartenReminderPostClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_post_dispose;

  signals[DUE] = g_signal_new ("due", type, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL,
                               NULL, G_TYPE_BOOLEAN, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING,
                               G_TYPE_STRING);
  signals[WITHDRAWN] = g_signal_new ("withdrawn", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     1, G_TYPE_STRING);
}

static void
hearten_reminder_post_init (HeartenReminderPost *self)
{
}

/* Public */

HeartenReminderPost *
hearten_reminder_post_new (void)
{
  return g_object_new (HEARTEN_TYPE_REMINDER_POST, NULL);
}

void
hearten_reminder_post_set_focused (HeartenReminderPost *self, gboolean focused)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_POST (self));

  if (self->focused == !!focused)
    return;

  self->focused = !!focused;
  if (self->cancellable != NULL)
    {
      tell (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, on_bus_cb, self);
}
