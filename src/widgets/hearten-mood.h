/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"

G_BEGIN_DECLS

/**
 * hearten_mood_get_icon_name:
 * @mood: −2 … 2, or %HEARTEN_MOOD_UNSET
 *
 * Returns: (nullable): the symbolic icon of an inner weather, %NULL where none was chosen
 */
const char *hearten_mood_get_icon_name (int mood);

/**
 * hearten_mood_get_word:
 *
 * Returns: its word, such as "Stormy"; an empty text where none was chosen
 */
const char *hearten_mood_get_word (int mood);

/**
 * hearten_mood_get_label:
 *
 * Returns: what a screen reader says, such as "Stormy, very low"; an empty text where none was chosen
 */
const char *hearten_mood_get_label (int mood);

G_END_DECLS
