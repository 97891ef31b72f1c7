/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-watch.h"

#include "hearten-moment.h"

struct _HeartenWatch
{
  GObject parent_instance;

  HeartenClock *clock;
  GtkWidget *widget; /* weak */
  gint64 instant;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (HeartenWatch, hearten_watch, G_TYPE_OBJECT)

enum { TURNED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void schedule (HeartenWatch *self);

static void
turn (HeartenWatch *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[TURNED], 0);
  schedule (self);
  g_object_unref (self);
}

static void
on_timeout_cb (gpointer user_data)
{
  HeartenWatch *self = user_data;

  self->timeout = 0;
  turn (self);
}

static gint64
find_next (HeartenWatch *self)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (self->clock);
  g_autoptr (GDateTime) part = hearten_moment_dup_next_part (now);
  gint64 next = g_date_time_to_unix_usec (part);

  return self->instant > hearten_clock_get_now (self->clock) ? MIN (next, self->instant) : next;
}

/* A second late rather than a moment early, when it would say the same again. */
static void
schedule (HeartenWatch *self)
{
  gint64 wait;

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->widget == NULL || !gtk_widget_get_mapped (self->widget))
    return;
  wait = (find_next (self) - hearten_clock_get_now (self->clock)) / G_USEC_PER_SEC + 1;
  self->timeout = g_timeout_add_seconds_once ((guint) MAX (wait, 1), on_timeout_cb, self);
}

static void
on_widget_unmap_cb (HeartenWatch *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
}

static void
on_widget_state_flags_changed_cb (HeartenWatch *self, GtkStateFlags old)
{
  gboolean was_behind = (old & GTK_STATE_FLAG_BACKDROP) != 0;
  gboolean is_behind = (gtk_widget_get_state_flags (self->widget) & GTK_STATE_FLAG_BACKDROP) != 0;

  if (was_behind && !is_behind && gtk_widget_get_mapped (self->widget))
    turn (self);
}

static void
hearten_watch_dispose (GObject *object)
{
  HeartenWatch *self = HEARTEN_WATCH (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hearten_watch_parent_class)->dispose (object);
}

static void
hearten_watch_class_init (HeartenWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_watch_dispose;

  signals[TURNED] = g_signal_new ("turned", HEARTEN_TYPE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
hearten_watch_init (HeartenWatch *self)
{
}

/* Public */

HeartenWatch *
hearten_watch_new (GtkWidget *widget, HeartenClock *clock)
{
  HeartenWatch *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (HEARTEN_IS_CLOCK (clock), NULL);

  self = g_object_new (HEARTEN_TYPE_WATCH, NULL);
  self->clock = g_object_ref (clock);
  g_set_weak_pointer (&self->widget, widget);
  g_signal_connect_object (widget, "map", G_CALLBACK (turn), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (widget, "unmap", G_CALLBACK (on_widget_unmap_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (widget, "state-flags-changed", G_CALLBACK (on_widget_state_flags_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
hearten_watch_set_instant (HeartenWatch *self, gint64 instant)
{
  g_return_if_fail (HEARTEN_IS_WATCH (self));

  if (self->instant == instant)
    return;
  self->instant = instant;
  schedule (self);
}
