/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-notifier.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_APP_NOTIFIER (hearten_app_notifier_get_type ())
G_DECLARE_FINAL_TYPE (HeartenAppNotifier, hearten_app_notifier, HEARTEN, APP_NOTIFIER, GObject)

/**
 * HeartenAppNotifier:
 *
 * Shows reminders as notifications of the app, so that desktops show one app with one icon. The only part
 * that knows [class@Gio.Notification].
 *
 * The notifications name three actions of the app: `app.reminder-done` and `app.reminder-snooze` with the
 * occurrence's key, and `app.reminder-open` with the page and the key. Where a freedesktop.org notification
 * daemon shows them, a press comes back to this process and is handled here. GNOME Shell and the portal start
 * the app instead; it passes a press on by [class@ReminderClient].
 *
 * The key is the notification's id. GNOME Shell and the portal replace by it whatever program sends it, also
 * after this one was killed. A freedesktop.org daemon, such as dunst or mako, knows only a number that GLib
 * keeps in this process: one that was killed between showing and noting shows the same occurrence beside the
 * first.
 */

/**
 * hearten_app_notifier_new:
 *
 * Errors: %G_DBUS_ERROR, %G_IO_ERROR when there is no session bus
 *
 * Returns: (transfer full): a notifier
 */
HeartenAppNotifier *hearten_app_notifier_new (GError **error);

G_END_DECLS
