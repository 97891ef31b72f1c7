/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HEARTEN_TEXT_CHOICE_SLACK:
 *
 * How much shorter than all texts the distance between two showings of one text may be.
 */
#define HEARTEN_TEXT_CHOICE_SLACK 3

/**
 * hearten_text_choice:
 * @seed: whose texts they are, see [func@quiet_moments_seed]
 * @length: how many texts there are, at least 1
 * @place: which showing this is: a day's number times the showings of a day, plus which of them
 *
 * Chooses a text by chance, the same one whenever it is asked: it depends on nothing but its arguments, so
 * that no restart and no second program comes to another text.
 *
 * A text comes again after @length − %HEARTEN_TEXT_CHOICE_SLACK other showings at the earliest. The order is
 * not the same in each round.
 *
 * Returns: less than @length
 */
guint hearten_text_choice (guint64 seed, guint length, gint64 place);

G_END_DECLS
