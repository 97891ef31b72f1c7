/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HeartenCardState:
 * @HEARTEN_CARD_STATE_NEW: it never came
 * @HEARTEN_CARD_STATE_DRAWN: it came
 * @HEARTEN_CARD_STATE_KEPT: it came, and the user keeps it
 * @HEARTEN_CARD_STATE_SKIPPED: it came, and the user went on to another
 */
typedef enum {
  HEARTEN_CARD_STATE_NEW,
  HEARTEN_CARD_STATE_DRAWN,
  HEARTEN_CARD_STATE_KEPT,
  HEARTEN_CARD_STATE_SKIPPED,
} HeartenCardState;

#define HEARTEN_TYPE_CARD_STATE (hearten_card_state_get_type ())
GType hearten_card_state_get_type (void);

#define HEARTEN_TYPE_DECK (hearten_deck_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDeck, hearten_deck, HEARTEN, DECK, HeartenRecord)

/**
 * HeartenDeck:
 *
 * What the user did with the cards of one face of a tip. It knows cards by their id; which cards there are
 * now is the tip's business, so a card may join or leave the deck at any time. Only [class@Decks] changes it.
 */

const char *hearten_deck_get_tip (HeartenDeck *self);
const char *hearten_deck_get_face (HeartenDeck *self);

/**
 * hearten_deck_get_current:
 *
 * Returns: (nullable): the id of the card on the table
 */
const char *hearten_deck_get_current (HeartenDeck *self);

HeartenCardState hearten_deck_get_state (HeartenDeck *self, const char *card);

/**
 * hearten_deck_came:
 *
 * Returns: whether the card came in the present round already
 */
gboolean hearten_deck_came (HeartenDeck *self, const char *card);

/**
 * hearten_deck_dup_kept:
 *
 * Returns: (transfer full): the ids of the kept cards, what was kept last first
 */
GStrv hearten_deck_dup_kept (HeartenDeck *self);

G_END_DECLS
