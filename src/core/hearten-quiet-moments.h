/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_quiet_moments_seed:
 * @id: a reminder's id
 *
 * Returns: a number that is the same for one id in every version and on every machine
 */
guint64 hearten_quiet_moments_seed (const char *id);

/**
 * hearten_quiet_moments_draw:
 * @state: (inout): begins as a seed and changes with each draw
 *
 * Returns: the next number of chance, the same in every version and on every machine
 */
guint64 hearten_quiet_moments_draw (guint64 *state);

/**
 * hearten_quiet_moments_choose:
 * @seed: from [func@quiet_moments_seed]
 * @julian: the day, as in [method@GLib.Date.get_julian]
 * @start: the first minute of the window, from midnight
 * @end: the last minute of the window, from midnight
 * @count: how many; at least 1, and the window has 10 minutes for each
 * @minutes: (out caller-allocates) (array length=count): minutes from midnight, ascending
 *
 * Chooses moments that look like chance and come out the same each time. Two of them are never nearer than
 * half of what each has of the window, also over midnight.
 */
void hearten_quiet_moments_choose (guint64 seed, guint32 julian, int start, int end, int count, int *minutes);

G_END_DECLS
