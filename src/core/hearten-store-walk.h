/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HeartenStoreVisit:
 * @path: the file's path, relative to the data folder
 * @record: (nullable) (transfer full): the record, or %NULL where it could not be read
 * @error: (nullable): why not
 *
 * Returns: whether to go on
 */
typedef gboolean (*HeartenStoreVisit) (const char *path,
                                       HeartenRecord *record,
                                       const GError *error,
                                       gpointer user_data);

/**
 * hearten_store_walk:
 * @folder: the data folder
 *
 * Reads every record of a kind, newest month first and newest first within it. A folder that is not there is
 * no error. Blocks on the disk.
 *
 * Errors: %HEARTEN_ERROR_FOLDER where a folder is there but cannot be listed
 */
gboolean hearten_store_walk (const char *folder,
                             GType type,
                             HeartenStoreVisit visit,
                             gpointer user_data,
                             GError **error);

G_END_DECLS
