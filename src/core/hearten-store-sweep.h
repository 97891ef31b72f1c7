/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*HeartenLeftOver) (const char *path, gpointer user_data);

/**
 * hearten_store_find_left_over:
 * @folder: the data folder
 * @visit: (scope call): is given the path of each file that [func@store_sweep] would remove there
 *
 * Blocks on the disk.
 */
void hearten_store_find_left_over (const char *folder, HeartenLeftOver visit, gpointer user_data);

/**
 * hearten_store_sweep:
 * @folder: the data folder
 * @state_folder: the state folder
 *
 * Removes the temporary files of [func@durable_write] that a crash left behind.
 *
 * A file goes when its name is one that only Hearten gives (`ID.json.XXXXXXXX~` with a valid id in a month's
 * folder, `hearten.json.XXXXXXXX~`, and those of the files and the earlier versions in the state folder) and
 * it was not changed for an hour: no write takes that long, so nobody is at work on it, here or on another
 * device. One that holds a whole version of a record that the record's own file does not know becomes a copy
 * (`ID.XXXXXXXX.json`), which is merged as every copy is. Anything else is left alone, and what cannot be
 * removed stays. Blocks on the disk.
 */
void hearten_store_sweep (const char *folder, const char *state_folder);

G_END_DECLS
