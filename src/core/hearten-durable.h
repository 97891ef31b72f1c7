/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-error.h"
#include "hearten-stamp.h"

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
 * hearten_durable_replace:
 * @expected: (nullable): what the file is believed to be, %NULL where there ought to be none
 * @written: (out): by what the new file is known again
 * @beside: (out) (transfer full) (nullable): the path of another file, see below
 *
 * The same as [func@durable_write], where someone else may write the file too, as programs that sync folders
 * do: nothing that they put there is lost.
 *
 * The new file and the old one change places in one step (`renameat2` with `RENAME_EXCHANGE`), and then the
 * old one is looked at. Where it is the one that was expected, it goes. Where it is another one, which came
 * in the last moment, it stays beside the new one, with a name of its own that ends in `.json`, and @beside
 * tells which. Where there ought to be no file, none is replaced (`RENAME_NOREPLACE`).
 *
 * A file system that can do neither gets a last look and a plain rename; then a moment remains, between the
 * two, in which a change by someone else is overwritten.
 *
 * Errors: those of [func@durable_write], and %HEARTEN_ERROR_CHANGED where another file is there than was
 * expected; then nothing was written
 */
gboolean hearten_durable_replace (const char *path,
                                  GBytes *bytes,
                                  const HeartenStamp *expected,
                                  HeartenStamp *written,
                                  char **beside,
                                  GError **error);

/**
 * hearten_durable_sync:
 * @path: a file that someone else may have written
 *
 * Makes sure that the file, with its name, survives a power cut.
 *
 * Errors: %HEARTEN_ERROR_WRITE, %HEARTEN_ERROR_FOLDER
 */
gboolean hearten_durable_sync (const char *path, GError **error);

/**
 * hearten_durable_remove:
 *
 * Removes a file, so that it stays removed after a power cut. One that is not there is no error.
 *
 * Errors: %HEARTEN_ERROR_WRITE, %HEARTEN_ERROR_FOLDER
 */
gboolean hearten_durable_remove (const char *path, GError **error);

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
