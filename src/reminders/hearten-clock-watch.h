/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_clock_watch_new:
 *
 * Tells when the wall clock jumped: because somebody set it, or because the computer slept. GLib's timers
 * stand still while a computer sleeps, so whoever waits for a wall-clock instant has to look again then. It
 * costs no wake-ups.
 *
 * See timerfd_create(2) on `TFD_TIMER_CANCEL_ON_SET`; the kernel counts the end of a suspend as setting the
 * clock.
 *
 * Returns: (transfer full) (nullable): a source for a #GSourceFunc, not attached yet; %NULL where the system
 * cannot tell
 */
GSource *hearten_clock_watch_new (void);

G_END_DECLS
