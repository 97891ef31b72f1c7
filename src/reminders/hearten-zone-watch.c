/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-zone-watch.h"

/* An update replaces hundreds of files. */
#define SETTLE_SECONDS 2

struct _HeartenZoneWatch
{
  GObject parent_instance;

  GFileMonitor *local;
  GFileMonitor *zones;
  guint settle_id;
};

G_DEFINE_FINAL_TYPE (HeartenZoneWatch, hearten_zone_watch, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_settled_cb (gpointer user_data)
{
  HeartenZoneWatch *self = user_data;

  self->settle_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_changed_cb (HeartenZoneWatch *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add_seconds_once (SETTLE_SECONDS, on_settled_cb, self);
}

static GFileMonitor *
watch (HeartenZoneWatch *self, const char *path, gboolean folder)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GFileMonitor *monitor = folder ? g_file_monitor_directory (file, G_FILE_MONITOR_NONE, NULL, &error)
                                 : g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);

  if (monitor == NULL)
    g_debug ("%s is not watched: %s", path, error->message);
  else
    g_signal_connect_object (monitor, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  return monitor;
}

static void
hearten_zone_watch_dispose (GObject *object)
{
  HeartenZoneWatch *self = HEARTEN_ZONE_WATCH (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->local);
  g_clear_object (&self->zones);

  G_OBJECT_CLASS (hearten_zone_watch_parent_class)->dispose (object);
}

static void
hearten_zone_watch_class_init (HeartenZoneWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_zone_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearten_zone_watch_init (HeartenZoneWatch *self)
{
}

HeartenZoneWatch *
hearten_zone_watch_new (const char *local, const char *zones)
{
  HeartenZoneWatch *self;

  g_return_val_if_fail (local != NULL && zones != NULL, NULL);

  self = g_object_new (HEARTEN_TYPE_ZONE_WATCH, NULL);
  self->local = watch (self, local, FALSE);
  self->zones = watch (self, zones, TRUE);
  return self;
}

HeartenZoneWatch *
hearten_zone_watch_new_for_system (void)
{
  const char *zones = g_getenv ("TZDIR");

  return hearten_zone_watch_new ("/etc/localtime", zones != NULL ? zones : "/usr/share/zoneinfo");
}
