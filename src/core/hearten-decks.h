/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-deck.h"
#include "hearten-records.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_DECKS (hearten_decks_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDecks, hearten_decks, HEARTEN, DECKS, HeartenRecords)

/**
 * HeartenDecks:
 *
 * What the user did with the cards, one record for each face of a tip that has some.
 */
HeartenDecks *hearten_decks_new (HeartenStore *store);

/**
 * hearten_decks_find:
 *
 * Returns: (transfer none) (nullable): the deck; where two devices made one each, the one changed last
 */
HeartenDeck *hearten_decks_find (HeartenDecks *self, const char *tip, const char *face);

/**
 * hearten_decks_draw:
 * @cards: the ids of the cards that there are now; a strv
 *
 * Puts a card on the table that did not come in this round. When all came, a new round begins, and its first
 * card is not the one that was just there.
 *
 * Returns: (nullable): the card's id, or %NULL where there are no cards or a newer version's record must be
 *   left alone
 */
const char *
hearten_decks_draw (HeartenDecks *self, const char *tip, const char *face, const char *const *cards);

/**
 * hearten_decks_set_state:
 * @card: one that came
 */
void hearten_decks_set_state (HeartenDecks *self,
                              const char *tip,
                              const char *face,
                              const char *card,
                              HeartenCardState state);

/**
 * hearten_decks_put_away:
 *
 * Takes the card off the table.
 */
void hearten_decks_put_away (HeartenDecks *self, const char *tip, const char *face);

/**
 * hearten_decks_count_left:
 * @cards: the ids of the cards that there are now; a strv
 *
 * Returns: how many did not come in this round
 */
guint
hearten_decks_count_left (HeartenDecks *self, const char *tip, const char *face, const char *const *cards);

G_END_DECLS
