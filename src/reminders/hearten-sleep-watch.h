/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_SLEEP_WATCH (hearten_sleep_watch_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSleepWatch, hearten_sleep_watch, HEARTEN, SLEEP_WATCH, GObject)

/**
 * HeartenSleepWatch:
 *
 * Tells by its signal `woke` that the computer has just woken, as logind says. Timers stand still in sleep,
 * and not every sleep sets the clock. Where there is no system bus, as in a sandbox, or no logind, it never
 * tells anything, and that is no error.
 */
HeartenSleepWatch *hearten_sleep_watch_new (void);

G_END_DECLS
