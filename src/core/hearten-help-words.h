/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_help_words_get:
 * @words: words of data/help/help-lines.json, such as "for women" or "24/7"
 *
 * Returns: (transfer none): the same in the user's language, or @words where they are not known
 */
const char *hearten_help_words_get (const char *words);

/**
 * hearten_help_words_know:
 *
 * Returns: whether @words can be translated
 */
gboolean hearten_help_words_know (const char *words);

G_END_DECLS
