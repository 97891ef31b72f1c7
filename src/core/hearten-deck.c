/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-deck-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-json-values.h"

G_DEFINE_ENUM_TYPE (HeartenCardState,
                    hearten_card_state,
                    G_DEFINE_ENUM_VALUE (HEARTEN_CARD_STATE_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CARD_STATE_DRAWN, "drawn"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CARD_STATE_KEPT, "kept"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_CARD_STATE_SKIPPED, "skipped"))

#define MAX_ROUND 1000000

typedef struct
{
  char *id;
  int state;
  int round; /* the last one that it came in */
  GDate day; /* of its state */
} Card;

struct _HeartenDeck
{
  HeartenRecord parent_instance;

  char *tip;
  char *face;
  char *current;
  int round; /* from 1 */
  GArray *cards;
};

G_DEFINE_FINAL_TYPE (HeartenDeck, hearten_deck, HEARTEN_TYPE_RECORD)

static void
clear_card (gpointer data)
{
  g_clear_pointer (&((Card *) data)->id, g_free);
}

static Card *
find_card (HeartenDeck *self, const char *id)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (g_str_equal (g_array_index (self->cards, Card, i).id, id))
      return &g_array_index (self->cards, Card, i);
  return NULL;
}

static Card *
add_card (HeartenDeck *self, const char *id)
{
  Card card = { g_strdup (id), HEARTEN_CARD_STATE_NEW, 0, { 0 } };

  g_array_append_val (self->cards, card);
  return &g_array_index (self->cards, Card, self->cards->len - 1);
}

/* The record */

static gboolean
read_card (HeartenDeck *self, const char *id, JsonObject *members, GError **error)
{
  Card *card = add_card (self, id);

  return hearten_json_take_enum (members, "state", HEARTEN_TYPE_CARD_STATE, &card->state, error) &&
         hearten_json_take_number (members, "round", 0, MAX_ROUND, &card->round, error) &&
         hearten_json_take_day (members, "day", &card->day, error);
}

static gboolean
read_cards (HeartenDeck *self, JsonObject *cards, GError **error)
{
  g_autoptr (GList) ids = json_object_get_members (cards);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (cards, l->data);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                               _ ("A card of a deck is not an object."));
          return FALSE;
        }
      if (!read_card (self, l->data, json_node_get_object (node), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
hearten_deck_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenDeck *self = HEARTEN_DECK (record);
  JsonObject *cards = NULL;
  gboolean good;

  if (!hearten_json_take_string (members, "tip", &self->tip, error) ||
      !hearten_json_take_string (members, "face", &self->face, error) ||
      !hearten_json_take_string (members, "current", &self->current, error) ||
      !hearten_json_take_number (members, "round", 1, MAX_ROUND, &self->round, error) ||
      !hearten_json_take_object (members, "cards", &cards, error))
    return FALSE;
  good = cards == NULL || read_cards (self, cards, error);
  g_clear_pointer (&cards, json_object_unref);
  return good && ((self->tip != NULL && *self->tip != '\0') || hearten_json_fail_missing ("tip", error));
}

static void
hearten_deck_write (HeartenRecord *record, JsonObject *members)
{
  HeartenDeck *self = HEARTEN_DECK (record);
  JsonObject *cards = json_object_new ();

  hearten_json_set_string (members, "tip", self->tip);
  hearten_json_set_string (members, "face", self->face);
  hearten_json_set_string (members, "current", self->current);
  json_object_set_int_member (members, "round", self->round);
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = &g_array_index (self->cards, Card, i);
      JsonObject *object = json_object_new ();

      hearten_json_set_enum (object, "state", HEARTEN_TYPE_CARD_STATE, card->state);
      json_object_set_int_member (object, "round", card->round);
      hearten_json_set_day (object, "day", &card->day);
      json_object_set_object_member (cards, card->id, object);
    }
  json_object_set_object_member (members, "cards", cards);
}

static void
hearten_deck_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenDeck *self = HEARTEN_DECK (record);
  HeartenDeck *copy = HEARTEN_DECK (record_copy);

  g_set_str (&copy->tip, self->tip);
  g_set_str (&copy->face, self->face);
  g_set_str (&copy->current, self->current);
  copy->round = self->round;
  g_array_set_size (copy->cards, 0);
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = &g_array_index (self->cards, Card, i);
      Card *other = add_card (copy, card->id);

      other->state = card->state;
      other->round = card->round;
      other->day = card->day;
    }
}

static void
hearten_deck_finalize (GObject *object)
{
  HeartenDeck *self = HEARTEN_DECK (object);

  g_free (self->tip);
  g_free (self->face);
  g_free (self->current);
  g_array_unref (self->cards);
  G_OBJECT_CLASS (hearten_deck_parent_class)->finalize (object);
}

static void
hearten_deck_class_init (HeartenDeckClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_deck_finalize;
  record_class->kind = "deck";
  record_class->folder = "decks";
  record_class->version = 1;
  record_class->read = hearten_deck_read;
  record_class->write = hearten_deck_write;
  record_class->copy = hearten_deck_copy;
  record_class->newest_wins = TRUE;
}

static void
hearten_deck_init (HeartenDeck *self)
{
  self->round = 1;
  self->cards = g_array_new (FALSE, FALSE, sizeof (Card));
  g_array_set_clear_func (self->cards, clear_card);
}

/* Private */

void
hearten_deck_set_tip (HeartenDeck *self, const char *tip, const char *face)
{
  g_set_str (&self->tip, tip);
  g_set_str (&self->face, face);
}

void
hearten_deck_next_round (HeartenDeck *self)
{
  self->round = MIN (self->round + 1, MAX_ROUND);
}

void
hearten_deck_draw (HeartenDeck *self, const char *id, const GDate *today)
{
  Card *card = find_card (self, id);

  if (card == NULL)
    card = add_card (self, id);
  card->round = self->round;
  /* What is kept stays kept, also where it comes again. */
  if (card->state != HEARTEN_CARD_STATE_KEPT)
    {
      card->state = HEARTEN_CARD_STATE_DRAWN;
      card->day = *today;
    }
  g_set_str (&self->current, id);
}

void
hearten_deck_put_away (HeartenDeck *self)
{
  g_clear_pointer (&self->current, g_free);
}

void
hearten_deck_set_state (HeartenDeck *self, const char *id, HeartenCardState state, const GDate *today)
{
  Card *card = find_card (self, id);

  g_return_if_fail (card != NULL);

  card->state = state;
  card->day = *today;
}

/* Public */

const char *
hearten_deck_get_tip (HeartenDeck *self)
{
  g_return_val_if_fail (HEARTEN_IS_DECK (self), NULL);

  return self->tip;
}

const char *
hearten_deck_get_face (HeartenDeck *self)
{
  g_return_val_if_fail (HEARTEN_IS_DECK (self), NULL);

  return self->face;
}

const char *
hearten_deck_get_current (HeartenDeck *self)
{
  g_return_val_if_fail (HEARTEN_IS_DECK (self), NULL);

  return self->current;
}

HeartenCardState
hearten_deck_get_state (HeartenDeck *self, const char *card)
{
  Card *found;

  g_return_val_if_fail (HEARTEN_IS_DECK (self), HEARTEN_CARD_STATE_NEW);

  found = find_card (self, card);
  return found != NULL ? (HeartenCardState) found->state : HEARTEN_CARD_STATE_NEW;
}

gboolean
hearten_deck_came (HeartenDeck *self, const char *card)
{
  Card *found;

  g_return_val_if_fail (HEARTEN_IS_DECK (self), FALSE);

  found = find_card (self, card);
  return found != NULL && found->round >= self->round;
}

static int
compare_kept_last_first (gconstpointer a, gconstpointer b)
{
  const Card *card_a = *(Card *const *) a;
  const Card *card_b = *(Card *const *) b;
  guint32 day_a = g_date_valid (&card_a->day) ? g_date_get_julian (&card_a->day) : 0;
  guint32 day_b = g_date_valid (&card_b->day) ? g_date_get_julian (&card_b->day) : 0;

  return day_a != day_b ? (day_a > day_b ? -1 : 1) : g_strcmp0 (card_a->id, card_b->id);
}

GStrv
hearten_deck_dup_kept (HeartenDeck *self)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (HEARTEN_IS_DECK (self), NULL);

  for (guint i = 0; i < self->cards->len; i++)
    if (g_array_index (self->cards, Card, i).state == HEARTEN_CARD_STATE_KEPT)
      g_ptr_array_add (kept, &g_array_index (self->cards, Card, i));
  g_ptr_array_sort (kept, compare_kept_last_first);
  for (guint i = 0; i < kept->len; i++)
    g_strv_builder_add (ids, ((Card *) kept->pdata[i])->id);
  return g_strv_builder_end (ids);
}
