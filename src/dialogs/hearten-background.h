/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeartenBackgroundAnswer:
 * @background: whether Hearten may run while its window is closed
 * @autostart: whether the reminder service is started at login
 *
 * What the desktop answered.
 */
typedef struct
{
  gboolean background;
  gboolean autostart;
} HeartenBackgroundAnswer;

/**
 * hearten_background_request_async:
 * @autostart: whether the reminder service is to be started at login
 *
 * Asks the desktop's portal whether Hearten may run in the background, for use in a sandbox. The desktop may
 * ask the user: so only call it when the user has just asked for it in a window that has the focus.
 *
 * See the documentation of org.freedesktop.portal.Background.
 */
void hearten_background_request_async (gboolean autostart,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);

/**
 * hearten_background_request_finish:
 * @answer: (out): what the desktop answered; all %FALSE where the user said no
 *
 * Errors: %G_DBUS_ERROR or %G_IO_ERROR when there is no such portal
 *
 * Returns: whether it answered
 */
gboolean
hearten_background_request_finish (GAsyncResult *result, HeartenBackgroundAnswer *answer, GError **error);

G_END_DECLS
