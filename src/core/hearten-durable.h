/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-error.h"

G_BEGIN_DECLS

/**
 * hearten_durable_write:
 * @path: the file to write; its folder is made with mode 0700 where missing
 * @bytes: all of its new contents
 *
 * Replaces a file so that after a crash at any moment it holds wholly the old or wholly the new contents.
 *
 * A temporary file next to the target (its name ends in `~`, which tools that sync folders skip) is written,
 * synced, read again and compared, renamed over the target, and the folder is synced; each step's result is
 * checked. After any failure the temporary file is closed and removed, never used again, and the target is
 * untouched. Files get mode 0600. Blocks on the disk: never call it on the main thread of a program with a
 * window.
 *
 * Why not g_file_set_contents_full(): it ignores the result of syncing the folder and does not read back.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE; the message ends with the system's own reason
 *
 * Returns: whether the new contents are on the disk
 */
gboolean hearten_durable_write (const char *path, GBytes *bytes, GError **error);

/**
 * hearten_durable_move:
 * @from: a file
 * @to: where it is to be; its folder is made where missing
 *
 * Moves a file within a file system, and syncs both folders. Never overwrites: where something has the name
 * @to already, nothing happens. After a failure the file is in one of the two places, whole. Blocks on the
 * disk.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE
 */
gboolean hearten_durable_move (const char *from, const char *to, GError **error);

/**
 * hearten_durable_make_folder:
 * @path: a folder's path
 *
 * Makes the folder and its missing parents, each with mode 0700 and synced into its own parent.
 *
 * Errors: %HEARTEN_ERROR_FOLDER
 */
gboolean hearten_durable_make_folder (const char *path, GError **error);

/**
 * hearten_durable_dup_target:
 * @name: a file's name
 *
 * Returns: (transfer full) (nullable): the name of the file that was to be written, where @name is that of a
 * temporary file as [func@durable_write] makes it (`TARGET.XXXXXXXX~`, eight lower-case hexadecimal digits)
 */
char *hearten_durable_dup_target (const char *name);

G_END_DECLS
