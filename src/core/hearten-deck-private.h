/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-deck.h"

G_BEGIN_DECLS

/* For HeartenDecks alone. */
void hearten_deck_set_tip (HeartenDeck *self, const char *tip, const char *face);
void hearten_deck_next_round (HeartenDeck *self);
void hearten_deck_draw (HeartenDeck *self, const char *card, const GDate *today);
void hearten_deck_put_away (HeartenDeck *self);
void hearten_deck_set_state (HeartenDeck *self, const char *card, HeartenCardState state, const GDate *today);

G_END_DECLS
