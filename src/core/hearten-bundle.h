/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HEARTEN_BUNDLE_RECORDS:
 *
 * Where the data folder is in the archive. Unpacked, Hearten opens it as a journal.
 */
#define HEARTEN_BUNDLE_RECORDS "hearten/records"

/**
 * hearten_bundle:
 * @folder: the data folder
 * @path: the file to write; what was there before is replaced
 * @n_pages: (out) (optional): how many pages of the journal are in it
 *
 * Puts everything into one file, a [struct@Archive]: each of the folder's own files byte for byte, also what
 * cannot be read and what is in the trash, the pages as Markdown for any program, and a word on what it is.
 * Then reads the file back as [func@bundle_check] does. Nothing in @folder is changed. Blocks on the disk.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE, and those of [func@bundle_check]
 */
gboolean hearten_bundle (const char *folder, const char *path, guint *n_pages, GError **error);

/**
 * hearten_bundle_check:
 *
 * Whether each of the data folder's own files is in the archive, as it is now. Blocks on the disk.
 *
 * Errors: %HEARTEN_ERROR_MALFORMED where the archive is not whole, %HEARTEN_ERROR_CHANGED where something is
 * in it in another form or not at all, %HEARTEN_ERROR_FOLDER where a file cannot be read
 */
gboolean hearten_bundle_check (const char *folder, const char *path, GError **error);

/**
 * hearten_bundle_async:
 *
 * The same as [func@bundle] on a worker.
 */
void
hearten_bundle_async (const char *folder, const char *path, GAsyncReadyCallback callback, gpointer user_data);
gboolean hearten_bundle_finish (GAsyncResult *result, guint *n_pages, GError **error);

/**
 * hearten_bundle_check_async:
 *
 * The same as [func@bundle_check] on a worker.
 */
void hearten_bundle_check_async (const char *folder,
                                 const char *path,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean hearten_bundle_check_finish (GAsyncResult *result, GError **error);

G_END_DECLS
