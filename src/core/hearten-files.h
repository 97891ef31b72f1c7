/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-error.h"

#include <sys/stat.h>

G_BEGIN_DECLS

/* Hearten's own files in a data folder, told by their names alone: `hearten.json` and the copies of it that
 * programs that sync make, and `KIND/YYYY-MM/….json`, also of kinds that only a later version knows. Whatever
 * else is there belongs to somebody else. All of these block on the disk. */

/**
 * HeartenFilesVisit:
 * @path: the file's path, relative to the folder
 * @st: what the file system says of it
 *
 * Returns: whether to go on
 */
typedef gboolean (*HeartenFilesVisit) (const char *path, const struct stat *st, gpointer user_data);

/**
 * hearten_files_visit:
 * @temporary: whether to visit the temporary files of [func@durable_write] in place of the finished ones
 *
 * Visits each of them; `hearten.json` comes last. A folder that is not there has none.
 *
 * Errors: %HEARTEN_ERROR_FOLDER where a folder cannot be listed to its end
 *
 * Returns: %TRUE where all were visited; %FALSE without an error where @visit ended it
 */
gboolean hearten_files_visit (const char *folder,
                              gboolean temporary,
                              HeartenFilesVisit visit,
                              gpointer user_data,
                              GError **error);

/**
 * hearten_files_visit_readable:
 * @unreadable: set of paths, relative to the folder, to add each kind's and month's folder to that cannot be
 * listed to its end
 *
 * The same for finished files, where what cannot be read does not end it: nothing is known about what is in
 * @unreadable, not even that it is missing.
 *
 * Errors: %HEARTEN_ERROR_FOLDER where @folder itself cannot be listed
 */
gboolean hearten_files_visit_readable (const char *folder,
                                       HeartenFilesVisit visit,
                                       gpointer user_data,
                                       GHashTable *unreadable,
                                       GError **error);

/**
 * hearten_files_list:
 *
 * Errors: %HEARTEN_ERROR_FOLDER where it cannot be listed to its end
 *
 * Returns: (transfer full) (nullable) (element-type filename): the names of all that is in a folder; none
 * where there is no folder
 */
GPtrArray *hearten_files_list (const char *path, GError **error);

/**
 * hearten_files_remove_folders:
 *
 * Removes the folders of months and kinds in which nothing is left.
 *
 * Returns: %FALSE where the disk did not let an empty one go
 */
gboolean hearten_files_remove_folders (const char *folder);

/**
 * hearten_files_remove_folder:
 *
 * Removes one folder if nothing is in it.
 *
 * Returns: %FALSE where it is empty and the disk did not let it go
 */
gboolean hearten_files_remove_folder (const char *folder);

G_END_DECLS
