/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-letter.h"

G_BEGIN_DECLS

/* For HeartenLetters alone. Those that return a truth tell whether anything changed. */
void hearten_letter_set_tip (HeartenLetter *self, const char *tip, const char *face);
gboolean hearten_letter_set_free (HeartenLetter *self, gboolean free);
gboolean hearten_letter_set_text (HeartenLetter *self, const char *text);
gboolean hearten_letter_set_part (HeartenLetter *self, const char *id, const char *words);
gboolean hearten_letter_set_step (HeartenLetter *self, guint step);
gboolean hearten_letter_set_decision (HeartenLetter *self, HeartenDecision decision);
gboolean hearten_letter_set_mood (HeartenLetter *self, int mood);
void hearten_letter_set_rest (HeartenLetter *self, gint64 until, const GDate *day);
void hearten_letter_set_reminder (HeartenLetter *self, const char *reminder);

G_END_DECLS
