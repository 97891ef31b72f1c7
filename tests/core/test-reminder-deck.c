/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-quiet-moments.h"
#include "hearten-reminder-deck.h"
#include "hearten-test-voice.h"
#include "hearten-text-choice.h"

#define FORTNIGHT 14
#define LEAST_LINES 40
#define LEAST_THAT_SUIT 45 /* three a day for a fortnight */

static const char *const ids[] = { "patience", "space" };

static const HeartenContact contacts[] = { HEARTEN_CONTACT_UNSET,  HEARTEN_CONTACT_OPEN,
                                           HEARTEN_CONTACT_UNSURE, HEARTEN_CONTACT_SPACE,
                                           HEARTEN_CONTACT_NO,     HEARTEN_CONTACT_UNSAFE };
static const HeartenHope hopes[] = { HEARTEN_HOPE_UNSET, HEARTEN_HOPE_WAY_BACK, HEARTEN_HOPE_MOVE_ON,
                                     HEARTEN_HOPE_NOT_SURE };

typedef void (*Visit) (HeartenReminderDeck *deck,
                       const char **texts,
                       HeartenContact contact,
                       HeartenHope hope);

static HeartenReminderDeck *
open_deck (const char *id)
{
  g_autoptr (GError) error = NULL;
  HeartenReminderDeck *deck = hearten_reminder_deck_open (id, &error);

  g_assert_no_error (error);
  return deck;
}

static void
visit_all (Visit visit)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint c = 0; c < G_N_ELEMENTS (contacts); c++)
      for (guint h = 0; h < G_N_ELEMENTS (hopes); h++)
        {
          g_autoptr (HeartenReminderDeck) deck = open_deck (ids[i]);
          g_autofree const char **texts = hearten_reminder_deck_dup_texts (deck, contacts[c], hopes[h]);

          visit (deck, texts, contacts[c], hopes[h]);
        }
}

static void
check_length (HeartenReminderDeck *deck, const char **texts, HeartenContact contact, HeartenHope hope)
{
  g_assert_cmpuint (hearten_reminder_deck_get_length (deck), >=, LEAST_LINES);
  g_assert_cmpuint (g_strv_length ((GStrv) texts), >=, LEAST_THAT_SUIT);
}

static void
test_enough (void)
{
  visit_all (check_length);
}

static void
check_voice (HeartenReminderDeck *deck, const char **texts, HeartenContact contact, HeartenHope hope)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      hearten_test_check_voice (hearten_reminder_deck_get_id (deck), texts[i]);
      g_assert_true (g_hash_table_add (seen, (gpointer) texts[i]));
    }
}

static void
test_voice (void)
{
  visit_all (check_voice);
}

/* The gate: what is not known, a no, and fear. */
static void
check_gate (HeartenReminderDeck *deck, const char **texts, HeartenContact contact, HeartenHope hope)
{
  if (contact != HEARTEN_CONTACT_UNSET && contact != HEARTEN_CONTACT_NO && contact != HEARTEN_CONTACT_UNSAFE)
    return;

  for (guint i = 0; texts[i] != NULL; i++)
    if (hearten_test_suggests_contact (texts[i]))
      {
        g_test_message ("%s with contact %d: %s", hearten_reminder_deck_get_id (deck), contact, texts[i]);
        g_test_fail ();
      }
}

static void
test_gate (void)
{
  g_assert_true (hearten_test_suggests_contact ("You could write to them."));
  g_assert_true (hearten_test_suggests_contact ("Waiting goes better with something in your hands."));
  g_assert_true (hearten_test_suggests_contact ("Their pace is theirs."));
  g_assert_false (hearten_test_suggests_contact ("Write it down. Paper is patient."));
  visit_all (check_gate);
}

static gboolean
has (HeartenReminderDeck *deck, HeartenContact contact, HeartenHope hope, const char *beginning)
{
  g_autofree const char **texts = hearten_reminder_deck_dup_texts (deck, contact, hope);

  for (guint i = 0; texts[i] != NULL; i++)
    if (g_str_has_prefix (texts[i], beginning))
      return TRUE;
  return FALSE;
}

static void
test_marks (void)
{
  g_autoptr (HeartenReminderDeck) patience = open_deck ("patience");
  g_autoptr (HeartenReminderDeck) space = open_deck ("space");

  g_assert_true (has (patience, HEARTEN_CONTACT_SPACE, HEARTEN_HOPE_WAY_BACK, "Waiting goes better"));
  g_assert_false (has (patience, HEARTEN_CONTACT_SPACE, HEARTEN_HOPE_MOVE_ON, "Waiting goes better"));
  g_assert_false (has (patience, HEARTEN_CONTACT_SPACE, HEARTEN_HOPE_UNSET, "Waiting goes better"));
  g_assert_false (has (patience, HEARTEN_CONTACT_NO, HEARTEN_HOPE_WAY_BACK, "Waiting goes better"));
  g_assert_false (has (patience, HEARTEN_CONTACT_UNSET, HEARTEN_HOPE_WAY_BACK, "Waiting goes better"));
  g_assert_true (has (space, HEARTEN_CONTACT_UNSAFE, HEARTEN_HOPE_UNSET, "If something frightens"));
  g_assert_false (has (space, HEARTEN_CONTACT_OPEN, HEARTEN_HOPE_UNSET, "If something frightens"));
}

/* The choice */

static void
check_distance (guint64 seed, guint length, guint a_day, guint days)
{
  g_autofree gint64 *last = g_new (gint64, length);
  const gint64 first_day = 740000;

  for (guint i = 0; i < length; i++)
    last[i] = -1;
  for (gint64 place = first_day * a_day; place < (first_day + days) * a_day; place++)
    {
      guint chosen = hearten_text_choice (seed, length, place);

      g_assert_cmpuint (chosen, <, length);
      g_assert_cmpuint (chosen, ==, hearten_text_choice (seed, length, place));
      if (last[chosen] >= 0 && length >= a_day * FORTNIGHT + HEARTEN_TEXT_CHOICE_SLACK)
        g_assert_cmpint (place / a_day - last[chosen] / a_day, >=, FORTNIGHT);
      last[chosen] = place;
    }

  for (guint i = 0; i < length; i++)
    g_assert_cmpint (last[i], >=, 0);
}

static void
check_fortnight (HeartenReminderDeck *deck, const char **texts, HeartenContact contact, HeartenHope hope)
{
  guint length = g_strv_length ((GStrv) texts);

  for (guint a_day = 1; a_day <= 3; a_day++)
    for (guint i = 0; i < 5; i++)
      {
        g_autofree char *id = g_strdup_printf ("reminder-%u", i);

        g_assert_cmpuint (length, >=, a_day * FORTNIGHT + HEARTEN_TEXT_CHOICE_SLACK);
        check_distance (hearten_quiet_moments_seed (id), length, a_day, 400);
      }
}

static void
test_fortnight (void)
{
  visit_all (check_fortnight);
}

static void
test_any_length (void)
{
  for (guint length = 1; length <= 70; length++)
    check_distance (length * 7919, length, 1, 200);
}

/* What a seed gives is a promise: a new version says the same on the same day. */
static void
test_stable (void)
{
  guint64 seed = hearten_quiet_moments_seed ("evening");
  const guint expected[] = { 11, 16, 41, 40, 42, 38 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (hearten_text_choice (seed, 56, 740000 + i), ==, expected[i]);
  g_assert_cmpuint (hearten_text_choice (seed, 1, 740000), ==, 0);
  g_assert_cmpuint (hearten_text_choice (seed, 56, -5), <, 56);
}

static void
test_rounds_differ (void)
{
  guint64 seed = hearten_quiet_moments_seed ("evening");
  guint same = 0;

  for (guint i = 0; i < 56; i++)
    same += hearten_text_choice (seed, 56, 56 * 1000 + i) == hearten_text_choice (seed, 56, 56 * 1001 + i);
  g_assert_cmpuint (same, <, 56 / 2);
}

/* Bad files */

static void
check_message (const char *text, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (hearten_reminder_deck_load ("space.xml", bytes, &error));
  g_assert_true (error->domain == G_MARKUP_ERROR);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_bad_files (void)
{
  check_message ("", "space.xml:1: Document was empty or contained only whitespace");
  check_message ("<tip/>", "space.xml:1: the outermost element is <tip>, not <deck>");
  check_message ("<deck id=\"other\"><line id=\"a\">A.</line></deck>",
                 "space.xml:1: the deck’s id is “other”");
  check_message ("<deck id=\"space\"/>", "space.xml:1: <deck> has 0 <line>, fewer than 1");
  check_message ("<deck id=\"space\">\n<line>A.</line></deck>", "space.xml:2: <line> needs id");
  check_message ("<deck id=\"space\">\n<line id=\"a\"/></deck>", "space.xml:2: <line> has no words");
  check_message ("<deck id=\"space\"><line id=\"a\">A.</line>\n<line id=\"a\">B.</line></deck>",
                 "space.xml:2: the id “a” is there twice");
  check_message (
      "<deck id=\"space\"><line id=\"a\" situation=\"no never\">A.</line></deck>",
      "space.xml:1: situation “no never” of <line> has a word that is none of: open unsure space no "
      "unsafe");
  check_message ("<deck id=\"space\"><line id=\"a\" hope=\"\">A.</line></deck>",
                 "space.xml:1: hope “” of <line> has a word that is none of: way-back move-on not-sure");
  check_message ("<deck id=\"space\"><line id=\"a\" mood=\"low\">A.</line></deck>",
                 "space.xml:1: <line> has no attribute mood");
  check_message ("<deck id=\"space\"><card id=\"a\">A.</card></deck>",
                 "space.xml:1: <card> does not belong in <deck>");
}

static void
test_long_line (void)
{
  g_autofree char *words = g_strnfill (101, 'a');
  g_autofree char *text = g_strdup_printf ("<deck id=\"space\"><line id=\"a\">%s</line></deck>", words);

  check_message (text, "space.xml:1: <line> has 101 characters, more than 100");
}

static void
test_no_deck (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (hearten_reminder_deck_open ("nothing", &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder-deck/enough", test_enough);
  g_test_add_func ("/reminder-deck/voice", test_voice);
  g_test_add_func ("/reminder-deck/gate", test_gate);
  g_test_add_func ("/reminder-deck/marks", test_marks);
  g_test_add_func ("/reminder-deck/fortnight", test_fortnight);
  g_test_add_func ("/reminder-deck/any-length", test_any_length);
  g_test_add_func ("/reminder-deck/stable", test_stable);
  g_test_add_func ("/reminder-deck/rounds-differ", test_rounds_differ);
  g_test_add_func ("/reminder-deck/bad-files", test_bad_files);
  g_test_add_func ("/reminder-deck/long-line", test_long_line);
  g_test_add_func ("/reminder-deck/no-deck", test_no_deck);

  return g_test_run ();
}
