/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * hearten_login_start_query_async:
 * @settings: the program's settings
 *
 * Finds out whether the reminder service is started at login: by the file outside a sandbox, and inside one,
 * where that file cannot be seen, by what the desktop answered last. Finish with [func@login_start_finish].
 */
void hearten_login_start_query_async (GSettings *settings, GAsyncReadyCallback callback, gpointer user_data);

/**
 * hearten_login_start_set_async:
 * @settings: the program's settings; what the desktop answered is kept there
 * @on: whether the service is to be started at login
 *
 * Writes or removes the file outside a sandbox, and asks the desktop's portal inside one: so only call it
 * when the user has just asked for it. Finish with [func@login_start_finish].
 */
void hearten_login_start_set_async (GSettings *settings,
                                    gboolean on,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * hearten_login_start_finish:
 * @on: (out): whether the service is started at login now, also where something went wrong
 *
 * Errors: those of [func@autostart_finish] and [func@background_request_finish];
 * %G_IO_ERROR_PERMISSION_DENIED where the desktop said no
 */
gboolean hearten_login_start_finish (GAsyncResult *result, gboolean *on, GError **error);

G_END_DECLS
