/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-gate.h"
#include "hearten-letter.h"
#include "hearten-reminders.h"
#include "hearten-weathers.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_LETTERS (hearten_letters_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLetters, hearten_letters, HEARTEN, LETTERS, HeartenRecords)

/**
 * HeartenLetters:
 *
 * The letters, newest first, and the only way to change one. Nothing here can send one.
 */

/**
 * hearten_letters_new:
 * @reminders: where a letter's return is put
 * @weathers: tells the mood of the day a letter was put to rest
 * @gate: while it is closed, no reminder tells of a letter to the other person
 */
HeartenLetters *hearten_letters_new (HeartenStore *store,
                                     HeartenReminders *reminders,
                                     HeartenWeathers *weathers,
                                     HeartenGate *gate);

/**
 * hearten_letters_start:
 *
 * Begins to follow the gate. To be called when everything was read: another device may have closed it.
 */
void hearten_letters_start (HeartenLetters *self);

/**
 * hearten_letters_begin:
 *
 * Begins a letter. It joins the list and is saved with its first word.
 *
 * Returns: (transfer full): the new letter
 */
HeartenLetter *hearten_letters_begin (HeartenLetters *self, const char *tip, const char *face, gboolean free);

/**
 * hearten_letters_may_show:
 *
 * Returns: whether @letter may be shown now: one to the other person only while contact is welcome
 */
gboolean hearten_letters_may_show (HeartenLetters *self, HeartenLetter *letter);

/**
 * hearten_letters_may_copy:
 *
 * Returns: whether @letter may be copied: it has rested, it is to the other person, and contact is welcome
 */
gboolean hearten_letters_may_copy (HeartenLetters *self, HeartenLetter *letter);

void hearten_letters_set_text (HeartenLetters *self, HeartenLetter *letter, const char *text);
void
hearten_letters_set_part (HeartenLetters *self, HeartenLetter *letter, const char *id, const char *words);
void hearten_letters_set_step (HeartenLetters *self, HeartenLetter *letter, guint step);

/**
 * hearten_letters_set_free:
 * @text: the words as one text
 *
 * Makes one text of a letter that was written part by part. The parts are kept.
 */
void hearten_letters_set_free (HeartenLetters *self, HeartenLetter *letter, const char *text);

/**
 * hearten_letters_rest:
 * @until: when it comes back, in microseconds since 1970-01-01 00:00 UTC; moved on to the next whole minute
 *
 * Puts a letter to rest, with the mood of today, and adds the reminder of its return.
 */
void hearten_letters_rest (HeartenLetters *self, HeartenLetter *letter, gint64 until);

/**
 * hearten_letters_reopen:
 *
 * Makes it a draft again, whether it rests or has rested. Its reminder goes.
 */
void hearten_letters_reopen (HeartenLetters *self, HeartenLetter *letter);

void hearten_letters_decide (HeartenLetters *self, HeartenLetter *letter, HeartenDecision decision);

/**
 * hearten_letters_get_mood:
 *
 * Returns: the inner weather of the day it was put to rest, as it is known now, or %HEARTEN_MOOD_UNSET
 */
int hearten_letters_get_mood (HeartenLetters *self, HeartenLetter *letter);

G_END_DECLS
