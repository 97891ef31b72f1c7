/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * hearten_autostart_dup_path:
 * @config_folder: the user's settings, usually g_get_user_config_dir()
 *
 * Returns: (transfer full) (type filename): the file that has the desktop start the reminder service at login
 */
char *hearten_autostart_dup_path (const char *config_folder);

/**
 * hearten_autostart_is_sandboxed:
 *
 * Returns: whether a file of our own would start nothing, since the desktop cannot see it
 */
gboolean hearten_autostart_is_sandboxed (void);

/**
 * hearten_autostart_is_on:
 * @path: (type filename): see [func@autostart_dup_path]
 *
 * The file itself is the truth: other programs may write and remove it too. Blocks on the disk.
 *
 * Returns: whether the file is there and not switched off with `Hidden`
 */
gboolean hearten_autostart_is_on (const char *path);

/**
 * hearten_autostart_query_async:
 * @path: (type filename): see [func@autostart_dup_path]
 *
 * [func@autostart_is_on] on a worker. Finish with [func@autostart_finish].
 */
void hearten_autostart_query_async (const char *path,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

/**
 * hearten_autostart_set_async:
 * @path: (type filename): see [func@autostart_dup_path]
 * @template_path: (type filename): the installed file to copy
 * @on: whether the service is to be started at login
 *
 * Writes or removes the file on a worker. Finish with [func@autostart_finish].
 */
void hearten_autostart_set_async (const char *path,
                                  const char *template_path,
                                  gboolean on,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

/**
 * hearten_autostart_finish:
 * @on: (out): whether the service is started at login now, also where something went wrong
 *
 * Errors: those of [error@GLib.FileError] and [error@Gio.IOErrorEnum] when the file could not be changed
 */
gboolean hearten_autostart_finish (GAsyncResult *result, gboolean *on, GError **error);

G_END_DECLS
