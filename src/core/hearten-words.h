/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-letter.h"
#include "hearten-tips.h"

G_BEGIN_DECLS

/**
 * hearten_words_append:
 * @tips: what the prompts and columns are called
 * @now: microseconds since 1970-01-01 00:00 UTC
 * @records: (element-type HeartenRecord): in their order
 *
 * Appends what a person reads of them, as Markdown, with a heading for each tip. Pages and letters have a
 * form of their own and are left out.
 */
void hearten_words_append (GString *text, HeartenTips *tips, gint64 now, GPtrArray *records);

/**
 * hearten_words_dup_letter:
 *
 * Returns: (transfer full): the whole letter, its parts in the order of the tip's prompts
 */
char *hearten_words_dup_letter (HeartenTips *tips, HeartenLetter *letter);

/**
 * hearten_words_dup:
 *
 * Returns: (transfer full): the words of one record of any kind; empty for a kind without any
 */
char *hearten_words_dup (HeartenTips *tips, gint64 now, HeartenRecord *record);

G_END_DECLS
