/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-clock.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_WATCH (hearten_watch_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWatch, hearten_watch, HEARTEN, WATCH, GObject)

/**
 * HeartenWatch:
 *
 * Tells a widget when what it says about the time may be out of date. It sleeps until the next part of the
 * day, and altogether while the widget is not to be seen. A computer that slept does not count that time, so
 * a window that comes to the front is told as well.
 */

/**
 * HeartenWatch::turned:
 *
 * Another part of the day began, or the widget came into view.
 */

/**
 * hearten_watch_new:
 * @widget: (transfer none): whom it serves; it need not live longer than the watch
 *
 * Returns: (transfer full): a watch that runs while @widget is mapped
 */
HeartenWatch *hearten_watch_new (GtkWidget *widget, HeartenClock *clock);

/**
 * hearten_watch_set_instant:
 * @instant: microseconds since 1970-01-01 00:00 UTC, or 0 for none
 *
 * Names an instant, beside the parts of the day, after which [signal@Watch::turned] is wanted.
 */
void hearten_watch_set_instant (HeartenWatch *self, gint64 instant);

G_END_DECLS
