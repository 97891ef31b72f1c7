/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"
#include "hearten-stamp.h"

G_BEGIN_DECLS

/**
 * HeartenStoreReading:
 * @name: a file's name; only lent
 * @record: (nullable): what it holds
 * @stamp: by what the file is known again, where it could be read
 * @error: (nullable): why it holds no record; %HEARTEN_ERROR_ARRIVING where it is still empty
 *
 * A file that is to be read, and then what was in it.
 */
typedef struct
{
  const char *name;
  HeartenRecord *record;
  HeartenStamp stamp;
  GError *error;
} HeartenStoreReading;

void hearten_store_reading_clear (HeartenStoreReading *self);

/**
 * hearten_store_read_record:
 * @path: the file
 * @stamp: (out): by what it is known again
 *
 * Blocks on the disk.
 *
 * Errors: those of [func@stamp_load] and [func@record_from_bytes], %HEARTEN_ERROR_ARRIVING where it is empty
 *
 * Returns: (transfer full): what the file holds
 */
HeartenRecord *hearten_store_read_record (const char *path, GType type, HeartenStamp *stamp, GError **error);

/**
 * HeartenStoreReader:
 *
 * Reads records on all processors. For one thread at a time.
 */
typedef struct _HeartenStoreReader HeartenStoreReader;

HeartenStoreReader *hearten_store_reader_new (GType type);
void hearten_store_reader_free (HeartenStoreReader *self);

/**
 * hearten_store_reader_read:
 * @folder: where the files are
 * @readings: (element-type HeartenStoreReading): what is to be read
 * @begin: the first of them
 * @end: the one after the last
 *
 * Returns when all of them are read. Blocks on the disk.
 */
void hearten_store_reader_read (HeartenStoreReader *self,
                                const char *folder,
                                GArray *readings,
                                guint begin,
                                guint end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenStoreReader, hearten_store_reader_free)

G_END_DECLS
