/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sleep-watch.h"

#define LOGIND_NAME "org.freedesktop.login1"
#define LOGIND_PATH "/org/freedesktop/login1"
#define LOGIND_INTERFACE "org.freedesktop.login1.Manager"

struct _HeartenSleepWatch
{
  GObject parent_instance;

  GCancellable *cancellable;
  GDBusConnection *bus;
  guint subscription;
};

G_DEFINE_FINAL_TYPE (HeartenSleepWatch, hearten_sleep_watch, G_TYPE_OBJECT)

enum { WOKE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_prepare_for_sleep_cb (GDBusConnection *bus,
                         const char *sender,
                         const char *path,
                         const char *interface,
                         const char *signal,
                         GVariant *parameters,
                         gpointer user_data)
{
  gboolean begins;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    g_signal_emit (user_data, signals[WOKE], 0);
}

static void
on_bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  HeartenSleepWatch *self = user_data;

  if (bus == NULL)
    {
      g_debug ("No system bus tells of sleep: %s", error->message);
      return;
    }

  /* Reminders come also when the system bus ends. */
  g_dbus_connection_set_exit_on_close (bus, FALSE);
  self->bus = g_steal_pointer (&bus);
  self->subscription = g_dbus_connection_signal_subscribe (
      self->bus, LOGIND_NAME, LOGIND_INTERFACE, "PrepareForSleep", LOGIND_PATH, NULL,
      G_DBUS_SIGNAL_FLAGS_NONE, on_prepare_for_sleep_cb, self, NULL);
}

static void
hearten_sleep_watch_dispose (GObject *object)
{
  HeartenSleepWatch *self = HEARTEN_SLEEP_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (hearten_sleep_watch_parent_class)->dispose (object);
}

static void
hearten_sleep_watch_class_init (HeartenSleepWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_sleep_watch_dispose;

  signals[WOKE] = g_signal_new ("woke", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
hearten_sleep_watch_init (HeartenSleepWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

HeartenSleepWatch *
hearten_sleep_watch_new (void)
{
  HeartenSleepWatch *self = g_object_new (HEARTEN_TYPE_SLEEP_WATCH, NULL);

  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, on_bus_cb, self);
  return self;
}
