/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-letters.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_LETTER_DESK (hearten_letter_desk_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLetterDesk, hearten_letter_desk, HEARTEN, LETTER_DESK, AdwBin)

/**
 * HeartenLetterDesk:
 *
 * Where a letter is written: part by part, or freely. Every word is saved as it is typed. Its buttons
 * activate `letters.rest` and `letters.list`, which whoever holds it provides.
 */

/**
 * hearten_letter_desk_open:
 * @activity: the activity that @letter belongs to
 * @name: (nullable): what the other person is called
 *
 * Lays a letter on the desk.
 */
void hearten_letter_desk_open (HeartenLetterDesk *self,
                               HeartenLetters *letters,
                               HeartenLetter *letter,
                               const HeartenTipNode *activity,
                               const char *name);

/**
 * hearten_letter_desk_commit:
 *
 * Hands what is being typed to the model at once.
 */
void hearten_letter_desk_commit (HeartenLetterDesk *self);

/**
 * hearten_letter_desk_clear:
 *
 * Takes the letter off the desk.
 */
void hearten_letter_desk_clear (HeartenLetterDesk *self);

G_END_DECLS
