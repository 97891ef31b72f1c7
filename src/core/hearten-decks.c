/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-decks.h"

#include "hearten-day.h"
#include "hearten-deck-private.h"

struct _HeartenDecks
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenDecks, hearten_decks, HEARTEN_TYPE_RECORDS)

static void
hearten_decks_class_init (HeartenDecksClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_DECK;
}

static void
hearten_decks_init (HeartenDecks *self)
{
}

static HeartenClock *
get_clock (HeartenDecks *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
}

/* Returns the deck, a new one where there is none; NULL where a newer version's must be left alone. */
static HeartenDeck *
edit (HeartenDecks *self, const char *tip, const char *face)
{
  HeartenDeck *deck = hearten_decks_find (self, tip, face);

  if (deck != NULL)
    return hearten_record_is_read_only (HEARTEN_RECORD (deck)) ? NULL : g_object_ref (deck);
  deck = hearten_record_new (HEARTEN_TYPE_DECK, get_clock (self));
  hearten_deck_set_tip (deck, tip, face);
  return deck;
}

static GPtrArray *
list_left (HeartenDeck *deck, const char *const *cards)
{
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; cards[i] != NULL; i++)
    if (deck == NULL || !hearten_deck_came (deck, cards[i]))
      g_ptr_array_add (left, (gpointer) cards[i]);
  return left;
}

static gboolean
is_same (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* A new round begins where all came; then any card will do but the one that is on the table. */
static const char *
choose (HeartenDeck *deck, const char *const *cards)
{
  g_autoptr (GPtrArray) left = list_left (deck, cards);
  guint place;

  if (left->len == 0)
    {
      hearten_deck_next_round (deck);
      g_ptr_array_unref (left);
      left = list_left (deck, cards);
      if (left->len > 1 && g_ptr_array_find_with_equal_func (left, hearten_deck_get_current (deck),
                                                             (GEqualFunc) is_same, &place))
        g_ptr_array_remove_index_fast (left, place);
    }
  return left->pdata[g_random_int_range (0, left->len)];
}

/* Public */

HeartenDecks *
hearten_decks_new (HeartenStore *store)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (store), NULL);

  return g_object_new (HEARTEN_TYPE_DECKS, "store", store, NULL);
}

HeartenDeck *
hearten_decks_find (HeartenDecks *self, const char *tip, const char *face)
{
  HeartenRecord *found = NULL;

  g_return_val_if_fail (HEARTEN_IS_DECKS (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenRecord) record = g_list_model_get_item (G_LIST_MODEL (self), i);
      HeartenDeck *deck = HEARTEN_DECK (record);

      if (g_strcmp0 (hearten_deck_get_tip (deck), tip) == 0 &&
          g_strcmp0 (hearten_deck_get_face (deck), face) == 0 &&
          (found == NULL || hearten_record_get_modified (record) > hearten_record_get_modified (found)))
        found = record;
    }
  return (HeartenDeck *) found;
}

const char *
hearten_decks_draw (HeartenDecks *self, const char *tip, const char *face, const char *const *cards)
{
  g_autoptr (HeartenDeck) deck = NULL;
  GDate today;

  g_return_val_if_fail (HEARTEN_IS_DECKS (self), NULL);
  g_return_val_if_fail (cards != NULL, NULL);

  deck = cards[0] != NULL ? edit (self, tip, face) : NULL;
  if (deck == NULL)
    return NULL;
  today = hearten_day_today (get_clock (self));
  hearten_deck_draw (deck, choose (deck, cards), &today);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (deck));
  return hearten_deck_get_current (deck);
}

void
hearten_decks_set_state (HeartenDecks *self,
                         const char *tip,
                         const char *face,
                         const char *card,
                         HeartenCardState state)
{
  HeartenDeck *deck = hearten_decks_find (self, tip, face);
  GDate today = hearten_day_today (get_clock (self));

  if (deck == NULL || hearten_record_is_read_only (HEARTEN_RECORD (deck)) ||
      hearten_deck_get_state (deck, card) == HEARTEN_CARD_STATE_NEW ||
      hearten_deck_get_state (deck, card) == state)
    return;
  hearten_deck_set_state (deck, card, state, &today);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (deck));
}

void
hearten_decks_put_away (HeartenDecks *self, const char *tip, const char *face)
{
  HeartenDeck *deck = hearten_decks_find (self, tip, face);

  if (deck == NULL || hearten_record_is_read_only (HEARTEN_RECORD (deck)) ||
      hearten_deck_get_current (deck) == NULL)
    return;
  hearten_deck_put_away (deck);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (deck));
}

guint
hearten_decks_count_left (HeartenDecks *self, const char *tip, const char *face, const char *const *cards)
{
  g_autoptr (GPtrArray) left = list_left (hearten_decks_find (self, tip, face), cards);

  return left->len;
}
