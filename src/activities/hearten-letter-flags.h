/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-flags.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_LETTER_FLAGS (hearten_letter_flags_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLetterFlags, hearten_letter_flags, HEARTEN, LETTER_FLAGS, GtkBox)

/**
 * HeartenLetterFlags:
 *
 * Underlines what a letter's activity marks while one types, and says why, in a list that a screen reader
 * hears of politely. It forbids nothing.
 */

/**
 * hearten_letter_flags_watch:
 * @view: where the letter is written
 * @activity: whose `<flag>`s count
 *
 * Looks in the same view for what another activity marks where it is called again.
 */
void hearten_letter_flags_watch (HeartenLetterFlags *self, GtkTextView *view, const HeartenTipNode *activity);

G_END_DECLS
