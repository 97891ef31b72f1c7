/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-notifier.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_WINDOW_NOTIFIER (hearten_window_notifier_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWindowNotifier, hearten_window_notifier, HEARTEN, WINDOW_NOTIFIER, GObject)

/**
 * HeartenWindowNotifier:
 *
 * Shows reminders inside the app's window while that is focused, and by another notifier otherwise. It asks
 * the app, see [class@ReminderPost], and where the app says no, is gone, or does not answer within three
 * seconds, the other notifier shows it. An answer that comes too late after all takes that notification away
 * again.
 */

/**
 * hearten_window_notifier_new:
 * @bus: the session bus
 * @outside: shows them when no window does; its answers are passed on
 *
 * Lets the app say on @bus whether its window is focused.
 *
 * Returns: (transfer full): a notifier
 */
HeartenWindowNotifier *
hearten_window_notifier_new (GDBusConnection *bus, HeartenNotifier *outside, GError **error);

G_END_DECLS
