/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"

G_BEGIN_DECLS

/**
 * hearten_export:
 * @folder: the data folder
 * @target: a folder to write to; it must be empty or not there yet, so that nothing is overwritten
 * @n_pages: (out): how many pages of the journal were written
 * @damaged: a text to which each file that could not be read is appended, a line each
 *
 * Writes the journal and the letters as Markdown, one a file, what was written in the other practices
 * as one Markdown file for each kind, and all records as one JSON file. What is in the trash is only in the
 * JSON. Nothing in the data folder is changed. Blocks on the disk.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE
 */
gboolean
hearten_export (const char *folder, const char *target, guint *n_pages, GString *damaged, GError **error);

/**
 * hearten_export_dup_page:
 * @name: (out): a file's name for it, which sorts by its day
 *
 * Returns: (transfer full): one page as Markdown, with its facts in front
 */
GBytes *hearten_export_dup_page (HeartenEntry *entry, char **name);

G_END_DECLS
