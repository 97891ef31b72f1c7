/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"

G_BEGIN_DECLS

/**
 * HeartenExportWords:
 *
 * What a person reads of an export, beside the journal: the letters, one a file, and the lists, the
 * intentions, the check-ins, the kept cards, the timed moments, the periods of space and the urges, one file
 * each. What is in the trash is not among them.
 */
typedef struct _HeartenExportWords HeartenExportWords;

/**
 * hearten_export_words_new:
 * @now: microseconds since 1970-01-01 00:00 UTC: says which letters still rest
 *
 * Returns: (transfer full): an empty one
 */
HeartenExportWords *hearten_export_words_new (gint64 now);
void hearten_export_words_free (HeartenExportWords *self);

/**
 * hearten_export_words_add:
 * @record: of any kind; what is not among the words is left out
 */
void hearten_export_words_add (HeartenExportWords *self, HeartenRecord *record);

/**
 * hearten_export_words_write:
 * @target: the folder of the export
 *
 * Writes the files for which there is something. Blocks on the disk.
 *
 * Errors: %HEARTEN_ERROR_WRITE
 *
 * Returns: whether all were written
 */
gboolean hearten_export_words_write (HeartenExportWords *self, const char *target, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenExportWords, hearten_export_words_free)

G_END_DECLS
