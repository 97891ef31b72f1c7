/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeartenPortalButton:
 * @label: what it says
 * @action: the action of the app that a press activates, such as `app.reminder-done`
 *
 * A button of a notification. Its action is given the notification's id.
 */
typedef struct
{
  const char *label;
  const char *action;
} HeartenPortalButton;

/**
 * hearten_portal_is_used:
 *
 * Returns: whether notifications go through the desktop portal: in a sandbox, where nothing else is to be
 *   reached, or where the environment variable `GTK_USE_PORTAL` says so
 */
gboolean hearten_portal_is_used (void);

/**
 * hearten_portal_notification_show_async:
 * @id: names the notification; one with the same id is replaced
 * @body: (nullable): what to show below the title
 * @action: what a press on the notification itself activates
 * @target: what that action is given; consumed if floating
 * @buttons: (array length=n_buttons): its buttons
 *
 * Shows a notification by the portal. GLib would do it as well, but knows no hint for the lock screen: this
 * asks that the words be hidden there, where the portal knows such a wish (version 2).
 *
 * See the documentation of org.freedesktop.portal.Notification.
 */
void hearten_portal_notification_show_async (GDBusConnection *bus,
                                             const char *id,
                                             const char *title,
                                             const char *body,
                                             const char *action,
                                             GVariant *target,
                                             const HeartenPortalButton *buttons,
                                             gsize n_buttons,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);

/**
 * hearten_portal_notification_show_finish:
 *
 * Returns: whether the portal has taken it
 */
gboolean hearten_portal_notification_show_finish (GDBusConnection *bus, GAsyncResult *result, GError **error);

/**
 * hearten_portal_notification_withdraw:
 */
void hearten_portal_notification_withdraw (GDBusConnection *bus, const char *id);

G_END_DECLS
