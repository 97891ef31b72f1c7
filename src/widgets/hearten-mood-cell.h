/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_MOOD_CELL (hearten_mood_cell_get_type ())
G_DECLARE_FINAL_TYPE (HeartenMoodCell, hearten_mood_cell, HEARTEN, MOOD_CELL, GtkWidget)

/**
 * HeartenMoodCell:
 *
 * What is inside one button of the [class@MoodPicker]: an icon, and its word below where there is room. Its
 * least size is that of the icon, its natural one has the word.
 */
GtkWidget *hearten_mood_cell_new (const char *icon_name, const char *word);

/**
 * hearten_mood_cell_set_roomy:
 * @roomy: whether the word is shown from the next allocation on
 */
void hearten_mood_cell_set_roomy (HeartenMoodCell *self, gboolean roomy);

/**
 * hearten_mood_cell_set_has_word:
 * @has_word: whether there is a word at all
 */
void hearten_mood_cell_set_has_word (HeartenMoodCell *self, gboolean has_word);

G_END_DECLS
