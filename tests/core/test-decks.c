/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-decks.h"
#include "hearten-test-home.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenDecks *decks;
} Fixture;

static const char *const five[] = { "a", "b", "c", "d", "e", NULL };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  fixture->decks = hearten_decks_new (fixture->home->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->decks);
  hearten_test_home_free (fixture->home);
}

static const char *
draw (Fixture *fixture, const char *const *cards)
{
  return hearten_decks_draw (fixture->decks, "tip-20", "own", cards);
}

static HeartenDeck *
find (HeartenDecks *decks)
{
  return hearten_decks_find (decks, "tip-20", "own");
}

static void
start_again (Fixture *fixture)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->decks);
  fixture->decks = hearten_decks_new (fixture->home->store);
  hearten_test_home_load (fixture->home, fixture->decks);
}

/* Draws as many cards as there are; each must come once. */
static void
draw_round (Fixture *fixture, const char *const *cards)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = g_strv_length ((GStrv) cards);

  for (guint i = 0; i < n; i++)
    {
      const char *card = draw (fixture, cards);

      g_assert_true (g_strv_contains (cards, card));
      g_assert_true (g_hash_table_add (seen, g_strdup (card)));
      g_assert_cmpuint (hearten_decks_count_left (fixture->decks, "tip-20", "own", cards), ==, n - i - 1);
    }
}

/* Random, so many rounds: none repeats a card, and none begins with the one before. */
static void
test_rounds (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autofree char *last = g_strdup (
          find (fixture->decks) != NULL ? hearten_deck_get_current (find (fixture->decks)) : NULL);
      const char *first = draw (fixture, five);

      g_assert_cmpstr (first, !=, last);
      for (guint i = 1; i < 5; i++)
        {
          g_autofree char *before = g_strdup (hearten_deck_get_current (find (fixture->decks)));

          g_assert_cmpstr (draw (fixture, five), !=, before);
        }
      g_assert_cmpuint (hearten_decks_count_left (fixture->decks, "tip-20", "own", five), ==, 0);
    }
  draw_round (fixture, five);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->decks)), ==, 1);
}

static void
test_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *card = g_strdup (draw (fixture, five));

      g_assert_true (g_hash_table_add (seen, g_strdup (card)));
      start_again (fixture);
      g_assert_cmpstr (hearten_deck_get_current (find (fixture->decks)), ==, card);
      g_assert_true (hearten_deck_came (find (fixture->decks), card));
    }
}

/* In the middle of a round a card leaves the deck and two join it. */
static void
test_other_cards (Fixture *fixture, gconstpointer data)
{
  static const char *const other[] = { "b", "c", "d", "e", "f", "g", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint left;

  for (guint i = 0; i < 3; i++)
    g_hash_table_add (seen, g_strdup (draw (fixture, five)));
  left = hearten_decks_count_left (fixture->decks, "tip-20", "own", other);
  g_assert_cmpuint (left, ==, g_hash_table_contains (seen, "a") ? 4 : 3);
  for (; left > 0; left--)
    g_assert_true (g_hash_table_add (seen, g_strdup (draw (fixture, other))));
  g_assert_true (g_hash_table_contains (seen, "f") && g_hash_table_contains (seen, "g"));
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = g_strdup (draw (fixture, five));
  g_autofree char *second = NULL;
  g_auto (GStrv) kept = NULL;

  hearten_decks_set_state (fixture->decks, "tip-20", "own", first, HEARTEN_CARD_STATE_KEPT);
  hearten_test_clock_advance (fixture->home->clock, 24 * 3600);
  second = g_strdup (draw (fixture, five));
  hearten_decks_set_state (fixture->decks, "tip-20", "own", second, HEARTEN_CARD_STATE_KEPT);
  draw (fixture, five);
  hearten_decks_set_state (fixture->decks, "tip-20", "own", hearten_deck_get_current (find (fixture->decks)),
                           HEARTEN_CARD_STATE_SKIPPED);
  start_again (fixture);

  kept = hearten_deck_dup_kept (find (fixture->decks));
  g_assert_cmpuint (g_strv_length (kept), ==, 2);
  g_assert_cmpstr (kept[0], ==, second);
  g_assert_cmpstr (kept[1], ==, first);
  g_assert_cmpint (
      hearten_deck_get_state (find (fixture->decks), hearten_deck_get_current (find (fixture->decks))), ==,
      HEARTEN_CARD_STATE_SKIPPED);
  /* A new round changes nothing about it. */
  for (guint i = 0; i < 12; i++)
    draw (fixture, five);
  g_assert_cmpint (hearten_deck_get_state (find (fixture->decks), first), ==, HEARTEN_CARD_STATE_KEPT);
}

static void
test_edges (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  static const char *const one[] = { "only", NULL };

  g_assert_null (draw (fixture, none));
  g_assert_null (find (fixture->decks));
  g_assert_cmpstr (draw (fixture, one), ==, "only");
  g_assert_cmpstr (draw (fixture, one), ==, "only");
  /* What never came cannot be kept; the other face knows nothing of it. */
  hearten_decks_set_state (fixture->decks, "tip-20", "own", "a", HEARTEN_CARD_STATE_KEPT);
  g_assert_cmpint (hearten_deck_get_state (find (fixture->decks), "a"), ==, HEARTEN_CARD_STATE_NEW);
  g_assert_null (hearten_decks_find (fixture->decks, "tip-20", "together"));
  hearten_decks_put_away (fixture->decks, "tip-20", "own");
  g_assert_null (hearten_deck_get_current (find (fixture->decks)));
  g_assert_cmpint (hearten_deck_get_state (find (fixture->decks), "only"), ==, HEARTEN_CARD_STATE_DRAWN);
}

static void
test_broken (void)
{
  static const char *const broken[] = {
    "\"face\":\"own\"",
    "\"tip\":\"\"",
    "\"tip\":\"tip-20\",\"round\":0",
    "\"tip\":\"tip-20\",\"cards\":[]",
    "\"tip\":\"tip-20\",\"cards\":{\"a\":1}",
    "\"tip\":\"tip-20\",\"cards\":{\"a\":{\"state\":\"lost\"}}",
    "\"tip\":\"tip-20\",\"cards\":{\"a\":{\"day\":\"2026-02-30\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"id\":\"019ab3c4-0000-7000-8000-000000000001\",\"kind\":\"deck\",\"v\":1,"
          "\"created\":\"2026-11-23T20:00:00Z\",\"modified\":\"2026-11-23T20:00:00Z\",\"revision\":{},%s}",
          broken[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_DECK, bytes, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/decks/rounds", Fixture, NULL, set_up, test_rounds, tear_down);
  g_test_add ("/decks/restart", Fixture, NULL, set_up, test_restart, tear_down);
  g_test_add ("/decks/other-cards", Fixture, NULL, set_up, test_other_cards, tear_down);
  g_test_add ("/decks/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/decks/edges", Fixture, NULL, set_up, test_edges, tear_down);
  g_test_add_func ("/decks/broken", test_broken);
  return g_test_run ();
}
