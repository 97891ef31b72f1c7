/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Deleting everything for good: a note in the state folder, `ending.json`, and then the removal, which the
 * next opening of the store does before it reads anything. Whenever it is interrupted, the opening after that
 * goes on, so that no half of a journal is ever shown as a whole one.
 *
 * What goes: Hearten's own files in the data folder ([func@files_visit]) and what a repair put aside there,
 * the earlier versions that this device keeps, the list of what it has seen, and the schedule. What stays:
 * files of others, this device's id, and which reminders came when, which has no words. Each function blocks
 * on the disk. */

/**
 * hearten_ending_begin:
 * @folder: the data folder
 *
 * Writes the note: from here on there is no way back. Everything has to be written before, and nothing may be
 * written after.
 *
 * Errors: those of [func@durable_write]; then nothing happens
 */
gboolean hearten_ending_begin (const char *folder, const char *state_folder, GError **error);

/**
 * hearten_ending_resume:
 * @usual: the folder of the records where no other was chosen
 *
 * Does what the note says, where there is one.
 *
 * Errors: %HEARTEN_ERROR_WRITE, %HEARTEN_ERROR_FOLDER and %HEARTEN_ERROR_AWAY with one sentence; then
 * something is left, the note stays, and nothing may be begun in its place
 */
gboolean hearten_ending_resume (const char *state_folder, const char *usual, GError **error);

/**
 * hearten_ending_begin_async:
 *
 * The same as [func@ending_begin] on a worker.
 */
void hearten_ending_begin_async (const char *folder,
                                 const char *state_folder,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean hearten_ending_begin_finish (GAsyncResult *result, GError **error);

G_END_DECLS
