/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-error.h"

G_BEGIN_DECLS

/* One file that holds many: a `tar` archive as POSIX.1-2001 (pax) tells it, so that every file manager opens
 * it without Hearten. Nothing in it is encrypted or compressed. */

typedef struct _HeartenArchive HeartenArchive;

HeartenArchive *hearten_archive_new (void);
void hearten_archive_free (HeartenArchive *self);

/**
 * hearten_archive_add:
 * @name: the path in the archive, UTF-8, with `/` between its parts
 * @modified: in seconds since 1970-01-01 00:00 UTC
 */
void hearten_archive_add (HeartenArchive *self, const char *name, GBytes *bytes, gint64 modified);

/**
 * hearten_archive_finish:
 * @self: (transfer full)
 *
 * Returns: (transfer full): the archive's bytes
 */
GBytes *hearten_archive_finish (HeartenArchive *self);

/**
 * hearten_archive_read:
 * @bytes: an archive as [method@Archive.finish] gives it
 *
 * Errors: %HEARTEN_ERROR_MALFORMED where it is cut or its sums do not fit
 *
 * Returns: (transfer full) (element-type utf8 GBytes): the files by their names
 */
GHashTable *hearten_archive_read (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenArchive, hearten_archive_free)

G_END_DECLS
