/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "hearten-checkins.h"
#include "hearten-decks.h"
#include "hearten-export.h"
#include "hearten-instant.h"
#include "hearten-intentions.h"
#include "hearten-items.h"
#include "hearten-letters.h"
#include "hearten-test-home.h"
#include "hearten-urges.h"

/* What a person reads of an export. */

typedef struct
{
  HeartenTestHome *home;
  char *target;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:30Z", "Europe/Berlin");
  fixture->target = g_build_filename (fixture->home->folder, "out", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->target);
  hearten_test_home_free (fixture->home);
}

static void export (Fixture *fixture)
{
  g_autoptr (GString) damaged = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_pages;

  hearten_test_home_flush (fixture->home);
  g_assert_true (hearten_export (hearten_store_get_folder (fixture->home->store), fixture->target, &n_pages,
                                 damaged, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (damaged->str, ==, "");
}

static char *
read_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->target, name, NULL);
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/* The only file of a folder */
static char *
read_only_file (Fixture *fixture, const char *folder)
{
  g_autofree char *path = g_build_filename (fixture->target, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *name = NULL;

  g_assert_nonnull (dir);
  name = g_build_filename (folder, g_dir_read_name (dir), NULL);
  g_assert_null (g_dir_read_name (dir));
  return read_file (fixture, name);
}

static void
expect_words (const char *text, const char *words)
{
  g_assert_nonnull (text);
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "lists.md",   "intentions.md", "check-ins.md", "cards.md",
                                       "moments.md", "space.md",      "urges.md",     "letters" };

  export (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->target, names[i], NULL);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenItems) items = hearten_items_new (fixture->home->store);
  HeartenItem *sea = hearten_items_add (items, "tip-22", "both", "The sea", "planned");
  HeartenItem *lamp = hearten_items_add (items, "tip-17", "both", "The blue lamp", NULL);
  HeartenItem *gone = hearten_items_add (items, "tip-22", "both", "The mountains", NULL);
  g_autofree char *text = NULL;

  hearten_items_set_column (items, sea, "on", "2026-12-24");
  hearten_items_set_column (items, sea, "sort", "plan");
  hearten_items_set_archived (items, lamp, TRUE);
  hearten_records_delete (HEARTEN_RECORDS (items), HEARTEN_RECORD (gone));
  export (fixture);

  text = read_file (fixture, "lists.md");
  expect_words (
      text, "## Make something new\n\n- The sea (Planned)\n  - What it is: A plan\n  - When: 2026-12-24\n");
  expect_words (text, "- The blue lamp · out of sight\n");
  g_assert_null (strstr (text, "The mountains"));
}

static void
test_intentions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenIntentions) intentions = hearten_intentions_new (fixture->home->store);
  HeartenIntention *walk = hearten_intentions_add (intentions, "tip-02", "both", "Walk", 1 | 8);
  g_autofree char *text = NULL;
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 23, G_DATE_NOVEMBER, 2026);
  hearten_intentions_set_kept (intentions, walk, &day, TRUE);
  export (fixture);

  text = read_file (fixture, "intentions.md");
  expect_words (text, "## Grow for yourself\n\n- Walk (Mon, Thu)\n  - 2026-11-23\n");
}

static void
test_checkins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenCheckins) checkins = hearten_checkins_new (fixture->home->store);
  g_autoptr (HeartenCheckin) checkin = hearten_checkins_begin (checkins, "tip-03", "both", "week");
  g_autofree char *text = NULL;

  hearten_checkins_set_answer (checkins, checkin, "sleep", "4");
  export (fixture);

  text = read_file (fixture, "check-ins.md");
  expect_words (text, "## See where you stand\n\n- 2026-11-23\n  - How did you sleep this week? 4/5\n");
}

static void
test_cards (Fixture *fixture, gconstpointer data)
{
  static const char *const cards[] = { "ask-laugh", NULL };
  g_autoptr (HeartenDecks) decks = hearten_decks_new (fixture->home->store);
  g_autofree char *text = NULL;

  hearten_decks_draw (decks, "tip-12", "together", cards);
  hearten_decks_set_state (decks, "tip-12", "together", "ask-laugh", HEARTEN_CARD_STATE_KEPT);
  export (fixture);

  text = read_file (fixture, "cards.md");
  expect_words (text, "- What made you laugh this week?\n");
}

static void
test_space (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (fixture->home->store);
  g_autoptr (HeartenUrges) urges = hearten_urges_new (fixture->home->store);
  g_autoptr (HeartenUrge) urge = NULL;
  g_autofree char *text = NULL, *urge_text = NULL;
  HeartenSpacePeriod *period = hearten_spaces_begin (spaces, 30, "To hear myself again");

  urge = hearten_urges_begin (urges, period);
  hearten_urges_set_words (urges, urge, "A photo");
  hearten_urges_set_note (urges, urge, "It passed");
  hearten_urges_set_outcome (urges, urge, HEARTEN_OUTCOME_RODE);
  hearten_spaces_set_learned (spaces, period, "I can be alone");
  hearten_spaces_end (spaces, period);
  export (fixture);

  text = read_file (fixture, "space.md");
  expect_words (text, "- 2026-11-23 – 2026-11-23\n  - To hear myself again\n  - I can be alone\n");
  urge_text = read_file (fixture, "urges.md");
  expect_words (urge_text, "- 2026-11-23: I rode it out\n  - A photo\n  - It passed\n");
}

/* Letters */

static void
write_letter (Fixture *fixture, const char *until)
{
  HeartenStore *store = fixture->home->store;
  g_autoptr (HeartenReminders) reminders = hearten_reminders_new (store);
  g_autoptr (HeartenWeathers) weathers = hearten_weathers_new (store);
  g_autoptr (HeartenSituations) situations = hearten_situations_new (store);
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (store);
  g_autoptr (HeartenGate) gate = hearten_gate_new (situations, spaces);
  g_autoptr (HeartenLetters) letters = hearten_letters_new (store, reminders, weathers, gate);
  g_autoptr (HeartenLetter) letter = NULL;
  gint64 instant;

  hearten_situations_set_contact (situations, HEARTEN_CONTACT_OPEN);
  hearten_letters_start (letters);
  letter = hearten_letters_begin (letters, "tip-04", "together", TRUE);
  hearten_letters_set_text (letters, letter, "Dear you,\n\nthe dog came back.");
  if (until != NULL && hearten_instant_from_text (until, &instant))
    hearten_letters_rest (letters, letter, instant);
  export (fixture);
}

static void
test_resting_letter (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  /* Whether it rests is told by the clock of the machine, which the export has. */
  write_letter (fixture, "2098-01-02T03:04:05Z");
  text = read_only_file (fixture, "letters");
  expect_words (text, "\nstate: resting\nrests-until: 2098-01-0");
  expect_words (text, "*This letter rests until ");
  expect_words (text, "\nDear you,\n\nthe dog came back.\n");
}

static void
test_letter_being_written (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  write_letter (fixture, NULL);
  text = read_only_file (fixture, "letters");
  expect_words (text, "\nstate: draft\n---\n\nDear you,\n\nthe dog came back.\n");
  g_assert_null (strstr (text, "rests"));
}

/* Pages */

#define PAGE "journal/2026-11/01a1fa8b-5e01-7001-8a1b-000000000001"
#define PAGE_VERSION(revision, body)                                                                         \
  "{\"id\":\"01a1fa8b-5e01-7001-8a1b-000000000001\",\"kind\":\"entry\",\"v\":1,"                             \
  "\"created\":\"2026-11-23T12:00:00Z\",\"modified\":\"2026-11-23T13:00:00Z\","                              \
  "\"revision\":{" revision "},\"body\":\"" body "\"}"

static void
test_both_versions (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  hearten_test_home_put (fixture->home, PAGE ".json", PAGE_VERSION ("\"desk\":2", "Written at the desk"));
  hearten_test_home_put (fixture->home, PAGE ".sync-conflict-20261123-201405-ABCDEF2.json",
                         PAGE_VERSION ("\"desk\":1,\"phone\":1", "Written on the train"));
  export (fixture);

  text = read_only_file (fixture, "journal");
  expect_words (text, "Written at the desk\n");
  expect_words (text, "Written on the train\n");
  expect_words (text, "\n---\n\n*Another version of this page*\n\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/export/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("lists", test_lists);
  ADD ("intentions", test_intentions);
  ADD ("check-ins", test_checkins);
  ADD ("cards", test_cards);
  ADD ("space", test_space);
  ADD ("resting-letter", test_resting_letter);
  ADD ("letter-being-written", test_letter_being_written);
  ADD ("both-versions", test_both_versions);

  return g_test_run ();
}
