/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"

G_BEGIN_DECLS

/**
 * hearten_entry_dup_lines:
 * @heading: (out) (transfer full): the title, else the first line with words; may be empty
 * @preview: (out) (transfer full): the line after it; may be empty
 *
 * Gives the two lines of an entry in a list, without the marks of Markdown and never long.
 */
void hearten_entry_dup_lines (HeartenEntry *entry, char **heading, char **preview);

/**
 * hearten_entry_fold_words:
 * @text: what the user typed
 *
 * Returns: (transfer full) (nullable): its words for [func@entry_has_words]; %NULL where there are none
 */
char **hearten_entry_fold_words (const char *text);

/**
 * hearten_entry_has_words:
 *
 * Returns: whether each of @words is somewhere in the title or the text, in upper or lower case
 */
gboolean hearten_entry_has_words (HeartenEntry *entry, const char *const *words);

G_END_DECLS
