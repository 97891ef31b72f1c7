/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_repair:
 * @folder: the data folder
 * @now: (nullable): when it is done; %NULL to tell only what would be done, and to change nothing
 * @report: a text to append to, for a person to read: a line for each file
 *
 * Moves what cannot be read out of the way, each file to its own path in a new folder `aside/TIME` of the
 * data folder. Nothing is deleted, written over or changed. What goes is
 *
 * - a file in a record's place that was read whole and is no record, when it rested for a minute: a program
 * that syncs folders may still be at work on a younger one;
 * - a half-written file as [func@store_find_left_over] finds them.
 *
 * What stays, with a line that says why: a file that the system does not let be read, one that a newer
 * version of Hearten wrote, `hearten.json`, which the records do not need. A second copy of a page is no
 * damage and stays. Each move is durable before the next; after a crash a second repair does the rest. Blocks
 * on the disk.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_WRITE; then it stopped, and what was moved before is in
 * @report
 *
 * Returns: whether it came to its end
 */
gboolean hearten_repair (const char *folder, GDateTime *now, GString *report, GError **error);

G_END_DECLS
