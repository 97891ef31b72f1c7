/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_TIMES_EDITOR (hearten_times_editor_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTimesEditor, hearten_times_editor, HEARTEN, TIMES_EDITOR, AdwBin)

/**
 * HeartenTimesEditor:
 *
 * One or more times of day: a picker, and where there are several, a button for each to say which one it
 * changes. Emits `changed`.
 */

/**
 * hearten_times_editor_dup_times:
 *
 * Returns: (transfer full) (element-type int): minutes from midnight; at least one
 */
GArray *hearten_times_editor_dup_times (HeartenTimesEditor *self);

/**
 * hearten_times_editor_set_times:
 * @times: (array length=n_times): minutes from midnight
 * @n_times: at least 1
 */
void hearten_times_editor_set_times (HeartenTimesEditor *self, const int *times, gsize n_times);

G_END_DECLS
