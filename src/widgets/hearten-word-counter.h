/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_WORD_COUNTER (hearten_word_counter_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWordCounter, hearten_word_counter, HEARTEN, WORD_COUNTER, GObject)

/**
 * HeartenWordCounter:
 *
 * Counts the words of a text in small pieces while nothing else is to do, so that a text of any length never
 * holds up a frame. A word is what stands between spaces and has a letter or a digit; scripts that write
 * without spaces count each sign.
 */
HeartenWordCounter *hearten_word_counter_new (void);

/**
 * hearten_word_counter_count:
 * @text: (transfer full): valid UTF-8
 *
 * Starts counting; what was being counted is dropped. [property@WordCounter:words] notifies at the end.
 */
void hearten_word_counter_count (HeartenWordCounter *self, char *text);

guint hearten_word_counter_get_words (HeartenWordCounter *self);

G_END_DECLS
