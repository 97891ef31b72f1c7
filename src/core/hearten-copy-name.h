/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeartenCopyName:
 * @HEARTEN_COPY_NAME_IGNORED: not for us: hidden, on its way (`.syncthing.*`, `~syncthing~*`, `*.part`), a
 * temporary or backup file (`*~`), or no JSON
 * @HEARTEN_COPY_NAME_OWN: the name that Hearten gives a record, `ID.json`
 * @HEARTEN_COPY_NAME_SYNCTHING: `….sync-conflict-YYYYMMDD-HHMMSS-XXXXXXX.json`
 * @HEARTEN_COPY_NAME_NEXTCLOUD: `… (conflicted copy …).json` or `…_conflict-YYYYMMDD-HHMMSS.json`
 * @HEARTEN_COPY_NAME_DROPBOX: `… (HOST's conflicted copy …).json`
 * @HEARTEN_COPY_NAME_OTHER: any other name that ends in `.json`; it may hold a version as well
 *
 * What a file's name says of it. It never says which record the file holds: only the contents do.
 */
typedef enum {
  HEARTEN_COPY_NAME_IGNORED,
  HEARTEN_COPY_NAME_OWN,
  HEARTEN_COPY_NAME_SYNCTHING,
  HEARTEN_COPY_NAME_NEXTCLOUD,
  HEARTEN_COPY_NAME_DROPBOX,
  HEARTEN_COPY_NAME_OTHER,
} HeartenCopyName;

/**
 * hearten_copy_name_classify:
 * @name: a file's name without its folder, in any encoding
 *
 * Sources: the Syncthing manual, "Understanding Synchronization"; the desktop client's `conflicts.rst` of
 * Nextcloud, whose older versions wrote `_conflict-`; Dropbox's help on conflicted copies.
 */
HeartenCopyName hearten_copy_name_classify (const char *name);

/**
 * hearten_copy_name_is_conflict:
 *
 * Returns: whether a program that syncs folders gives such names to the second of two versions
 */
gboolean hearten_copy_name_is_conflict (HeartenCopyName kind);

G_END_DECLS
