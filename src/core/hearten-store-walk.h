/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HeartenStoreVisit:
 * @path: the file's path, relative to the data folder
 * @record: (nullable) (transfer full): the record, or %NULL where it could not be read
 * @error: (nullable): why not; %HEARTEN_ERROR_ARRIVING where the file is still empty
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
 * Reads every record of a kind, newest month first and newest first within it. Files that hold the same
 * record are merged, and nothing is written. A folder that is not there is no error; one that cannot be
 * listed is visited as a file with an error. Blocks on the disk.
 *
 * Returns: whether it came to the end
 */
gboolean hearten_store_walk (const char *folder, GType type, HeartenStoreVisit visit, gpointer user_data);

/**
 * hearten_store_join_copies:
 * @copies: (element-type HeartenRecord): what was found outside the records' places
 *
 * Merges copies with what is in the records' places. Nothing is written. Blocks on the disk.
 *
 * Returns: (transfer full) (element-type HeartenRecord): each record once
 */
GPtrArray *hearten_store_join_copies (const char *folder, GPtrArray *copies);

G_END_DECLS
