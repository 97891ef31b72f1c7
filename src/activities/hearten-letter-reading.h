/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_LETTER_READING (hearten_letter_reading_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLetterReading, hearten_letter_reading, HEARTEN, LETTER_READING, AdwBin)

/**
 * HeartenLetterReading:
 *
 * A letter that was put to rest. While it rests its words are put away, and reading them takes two presses.
 * When it is back they stand beside the mood of the day they were written, and something can be decided.
 * Its buttons activate `letters.write`, `letters.list` and `letters.let-go`, which whoever holds it provides.
 */

/**
 * hearten_letter_reading_open:
 * @activity: (nullable): the activity that @letter belongs to
 */
void hearten_letter_reading_open (HeartenLetterReading *self,
                                  HeartenContext *context,
                                  HeartenLetter *letter,
                                  const HeartenTipNode *activity);

/**
 * hearten_letter_reading_clear:
 *
 * Puts the letter out of sight.
 */
void hearten_letter_reading_clear (HeartenLetterReading *self);

G_END_DECLS
