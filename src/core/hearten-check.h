/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_check:
 * @folder: the data folder
 * @report: a text to append to, for a person to read
 *
 * Reads every record, changes nothing, and tells how many of each kind are whole and which files are damaged
 * and why. Also told are records of which there are two versions, copies of records in other files, files
 * that are still empty, and those that are passed over because of their names; none of them is damage. Blocks
 * on the disk.
 *
 * Returns: whether everything is whole
 */
gboolean hearten_check (const char *folder, GString *report);

G_END_DECLS
