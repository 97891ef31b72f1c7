/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-rule.h"

G_BEGIN_DECLS

/**
 * hearten_reminder_text_find:
 * @rule: the reminder's rule, tied to it with [method@Rule.for]
 * @key: an occurrence of the reminder, as in [method@Occurrence.dup_key]
 * @texts: (array zero-terminated=1): what the reminder may say; at least one
 *
 * Chooses what a reminder says this time, by chance; see [func@text_choice]. The same occurrence says the
 * same, also when it is put off, and whichever program asks. Two weeks pass before a text comes again where
 * there are enough of them: 14 for each turn of a day, and three.
 *
 * Returns: (transfer none): one of @texts
 */
const char *hearten_reminder_text_find (HeartenRule *rule, const char *key, const char *const *texts);

G_END_DECLS
