/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Moving the journal to another folder: a note in the state folder, copies, the switch, then the removal of
 * what was there before. Whenever it is interrupted, one whole folder is the one that is used, and the next
 * start clears up the other: before the switch what was copied, after it what was there before.
 *
 * Only [func@files_visit]'s files are moved. A file goes only where the other folder holds the same bytes or
 * a later revision of the same record. Each function blocks on the disk. */

typedef struct _HeartenMove HeartenMove;

/**
 * HeartenMoveProgress:
 * @part: from 0 to 1
 *
 * Called on the worker.
 */
typedef void (*HeartenMoveProgress) (double part, gpointer user_data);

HeartenMove *hearten_move_new (const char *from, const char *to, const char *state_folder);
void hearten_move_free (HeartenMove *self);

/**
 * hearten_move_begin:
 *
 * Finds what speaks against it, and writes the note.
 *
 * Errors: %HEARTEN_ERROR_FOLDER with one sentence where the target is no absolute path, the same folder, in
 * the old one or around it, holds something already, may not be written or has too little room; where the
 * journal is not whole yet; and those of [func@durable_write]. Then nothing was changed.
 */
gboolean hearten_move_begin (HeartenMove *self, GError **error);

/**
 * hearten_move_copy:
 *
 * Copies each file that is new or changed since the last call, and reads every copy again to compare it.
 * Records may be written meanwhile where another call follows that catches up.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE, %G_IO_ERROR_CANCELLED
 */
gboolean hearten_move_copy (HeartenMove *self,
                            GCancellable *cancellable,
                            HeartenMoveProgress progress,
                            gpointer user_data,
                            GError **error);

/**
 * hearten_move_switch:
 *
 * From here on the new folder is the one. Nothing may be written between the last copy and this.
 */
gboolean hearten_move_switch (HeartenMove *self, GError **error);

/**
 * hearten_move_undo:
 *
 * Before the switch: removes what was copied, and the note.
 */
void hearten_move_undo (HeartenMove *self);

/**
 * hearten_move_clear:
 *
 * After the switch: removes what was there before, and the note.
 *
 * Returns: (transfer full) (nullable): one sentence on what stays in the old folder
 */
char *hearten_move_clear (HeartenMove *self);

/**
 * hearten_move_resume:
 * @folder: where the journal is
 *
 * Ends what an interrupted move left.
 */
void hearten_move_resume (const char *folder, const char *state_folder);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenMove, hearten_move_free)

G_END_DECLS
