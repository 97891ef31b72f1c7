/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-error.h"

G_BEGIN_DECLS

/* Where the user's records are. They may live anywhere, such as in a folder that a program keeps the same on
 * several computers, so this device keeps a note of the place: `place.json` in the state folder,
 *
 *     {"fmt": "hearten-place", "v": 1, "folder": "file:///…"}
 *
 * Without that file they are in the usual place, `$XDG_DATA_HOME/hearten`. Every reader asks here. All of
 * these block on the disk. */

/**
 * hearten_place_dup_folder:
 * @state_folder: what belongs to this device
 * @usual: the folder where nothing else was chosen
 * @chosen: (out) (optional): whether the user chose another one, so that it must not be made anew
 *
 * Errors: %HEARTEN_ERROR_FOLDER where the note is there and cannot be read. Then nobody knows where the
 * journal is, and going on in the usual place would look as if all were lost.
 *
 * Returns: (transfer full): the folder of the records
 */
char *
hearten_place_dup_folder (const char *state_folder, const char *usual, gboolean *chosen, GError **error);

/**
 * hearten_place_dup_own:
 *
 * The same for the folders of this user, for programs without a window.
 *
 * Returns: (transfer full): the folder of the records
 */
char *hearten_place_dup_own (GError **error);

/**
 * hearten_place_dup_own_state:
 *
 * Returns: (transfer full): this user's state folder, `$XDG_STATE_HOME/hearten`
 */
char *hearten_place_dup_own_state (void);

/**
 * hearten_place_set_folder:
 * @folder: an absolute path
 *
 * Writes the note durably: from then on every start looks there.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE
 */
gboolean hearten_place_set_folder (const char *state_folder, const char *folder, GError **error);

/**
 * HeartenPlaceKind:
 * @HEARTEN_PLACE_ABSENT: there is no such folder
 * @HEARTEN_PLACE_EMPTY: nothing is in it but what file systems and programs that sync put there
 * @HEARTEN_PLACE_JOURNAL: a journal that this version reads
 * @HEARTEN_PLACE_HALF: records without `hearten.json`: what syncs has not brought everything yet
 * @HEARTEN_PLACE_OTHER: something else
 *
 * What a folder holds.
 */
typedef enum {
  HEARTEN_PLACE_ABSENT,
  HEARTEN_PLACE_EMPTY,
  HEARTEN_PLACE_JOURNAL,
  HEARTEN_PLACE_HALF,
  HEARTEN_PLACE_OTHER,
} HeartenPlaceKind;

/**
 * hearten_place_look:
 *
 * Errors: %HEARTEN_ERROR_FOLDER where it cannot be listed, %HEARTEN_ERROR_NEWER, %HEARTEN_ERROR_MALFORMED
 * where `hearten.json` is not that of a journal
 */
gboolean hearten_place_look (const char *folder, HeartenPlaceKind *kind, GError **error);

/**
 * hearten_place_is_kind:
 * @name: a folder's name
 *
 * Returns: whether it could be the folder of a kind of records, also of one that only a later version knows
 */
gboolean hearten_place_is_kind (const char *name);

/**
 * hearten_place_is_month:
 *
 * Returns: whether a folder's name is that of a month, as `2026-11`
 */
gboolean hearten_place_is_month (const char *name);

/**
 * hearten_place_dup_shown:
 *
 * Returns: (transfer full): a path for a person to read: UTF-8, with `~` for the home folder
 */
char *hearten_place_dup_shown (const char *folder);

G_END_DECLS
