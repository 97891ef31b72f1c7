/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-copy-name.h"
#include "hearten-record.h"
#include "hearten-stamp.h"

G_BEGIN_DECLS

/**
 * HeartenStoreFile:
 * @path: relative to the data folder; that of a folder that cannot be listed ends in a slash
 * @name: what the name says
 * @in_place: whether this is the one file that Hearten writes for its record: `MONTH/ID.json` with both the
 * record's own
 * @record: (nullable): what it holds; the visitor may take it
 * @stamp: by what the file is known again, where it could be read
 * @error: (nullable): why it holds no record; %HEARTEN_ERROR_ARRIVING where it is still empty,
 * %HEARTEN_ERROR_FOLDER for a folder
 *
 * A file in a kind's folder.
 */
typedef struct
{
  const char *path;
  HeartenCopyName name;
  gboolean in_place;
  HeartenRecord *record;
  HeartenStamp stamp;
  const GError *error;
} HeartenStoreFile;

/**
 * HeartenStoreFileVisit:
 *
 * Returns: whether to go on
 */
typedef gboolean (*HeartenStoreFileVisit) (HeartenStoreFile *file, gpointer user_data);

/**
 * hearten_store_scan:
 * @folder: the data folder
 *
 * Reads every file of a kind that may hold a record: first those in their places, newest month first and
 * newest first within it; then, in no order, those that are elsewhere or have another name. A folder that is
 * not there is no error. A folder that cannot be listed is visited as a file with an error, and the others
 * are read. Blocks on the disk.
 *
 * Returns: whether it came to the end
 */
gboolean hearten_store_scan (const char *folder, GType type, HeartenStoreFileVisit visit, gpointer user_data);

/**
 * hearten_store_read:
 * @path: relative to the data folder
 * @file: (out): what is there; its @record and @error belong to the caller
 *
 * Reads one file. Blocks on the disk.
 */
void hearten_store_read (const char *folder, const char *path, GType type, HeartenStoreFile *file);

/**
 * hearten_store_dup_place:
 *
 * Returns: (transfer full): the place of a record, relative to the data folder
 */
char *hearten_store_dup_place (GType type, const char *id);

/**
 * HeartenSpan:
 * @begin: microseconds since 1970-01-01 00:00 UTC
 * @end: the end, which is not part of it
 *
 * The times of the ids whose records are in a month's folder.
 */
typedef struct
{
  gint64 begin;
  gint64 end;
} HeartenSpan;

/**
 * hearten_store_span_of:
 * @month: a folder's name
 *
 * Returns: its span; an empty one for a folder that is no month's
 */
HeartenSpan hearten_store_span_of (const char *month);

/**
 * hearten_store_is_in_place:
 * @name: a file's name
 *
 * Returns: whether Hearten writes a record to a file of that name in the folder of this span
 */
gboolean hearten_store_is_in_place (const char *name, const HeartenSpan *span);

/**
 * hearten_store_list_ignored:
 *
 * Returns: (transfer full) (element-type filename): the files of a kind, relative to the data folder, that
 * are not looked into because of their names
 */
GPtrArray *hearten_store_list_ignored (const char *folder, GType type);

G_END_DECLS
