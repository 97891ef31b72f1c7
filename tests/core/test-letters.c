/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-entry.h"
#include "hearten-letters.h"
#include "hearten-test-home.h"
#include "hearten-tips.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenReminders *reminders;
  HeartenWeathers *weathers;
  HeartenSituations *situations;
  HeartenSpaces *spaces;
  HeartenGate *gate;
  HeartenLetters *letters;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  HeartenStore *store;

  fixture->home = hearten_test_home_new ("2026-11-23T20:00:30Z", "Europe/Berlin");
  store = fixture->home->store;
  fixture->reminders = hearten_reminders_new (store);
  fixture->weathers = hearten_weathers_new (store);
  fixture->situations = hearten_situations_new (store);
  fixture->spaces = hearten_spaces_new (store);
  fixture->gate = hearten_gate_new (fixture->situations, fixture->spaces);
  fixture->letters = hearten_letters_new (store, fixture->reminders, fixture->weathers, fixture->gate);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  hearten_letters_start (fixture->letters);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->letters);
  g_assert_finalize_object (fixture->gate);
  g_assert_finalize_object (fixture->spaces);
  g_assert_finalize_object (fixture->situations);
  g_assert_finalize_object (fixture->weathers);
  g_assert_finalize_object (fixture->reminders);
  hearten_test_home_free (fixture->home);
}

static gint64
get_now (Fixture *fixture)
{
  return hearten_clock_get_now (HEARTEN_CLOCK (fixture->home->clock));
}

static HeartenLetterState
get_state (Fixture *fixture, HeartenLetter *letter)
{
  return hearten_letter_get_state (letter, get_now (fixture));
}

static guint
count (gpointer list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static HeartenLetter *
write_letter (Fixture *fixture, const char *face)
{
  HeartenLetter *letter = hearten_letters_begin (fixture->letters, "tip-05", face, TRUE);

  hearten_letters_set_text (fixture->letters, letter, "I read your messages.");
  return letter;
}

static void
test_blank (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) letter = hearten_letters_begin (fixture->letters, "tip-05", "own", FALSE);

  hearten_letters_set_step (fixture->letters, letter, 2);
  hearten_letters_set_text (fixture->letters, letter, "");
  g_assert_cmpuint (count (fixture->letters), ==, 0);
  hearten_letters_set_part (fixture->letters, letter, "did", "I");
  g_assert_cmpuint (count (fixture->letters), ==, 1);
  hearten_letters_set_part (fixture->letters, letter, "did", "");
  g_assert_cmpuint (count (fixture->letters), ==, 1);
}

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  HeartenTip *tip = hearten_tips_find (tips, "tip-05");
  const HeartenTipNode *activity = hearten_tip_face_get_activity (hearten_tip_get_own_face (tip), 0);
  g_autoptr (HeartenLetter) letter = hearten_letters_begin (fixture->letters, "tip-05", "own", FALSE);
  g_autofree char *words = NULL;

  hearten_letters_set_part (fixture->letters, letter, "change", " I ask first. \n");
  hearten_letters_set_part (fixture->letters, letter, "gone-meanwhile", "And this.");
  hearten_letters_set_part (fixture->letters, letter, "did", "I read your messages.");
  words = hearten_letter_dup_words (letter, activity);
  g_assert_cmpstr (words, ==, "I read your messages.\n\nI ask first.\n\nAnd this.");

  hearten_letters_set_free (fixture->letters, letter, words);
  g_assert_true (hearten_letter_is_free (letter));
  g_assert_cmpstr (hearten_letter_get_text (letter), ==, words);
  g_assert_cmpstr (hearten_letter_get_part (letter, "did"), ==, "I read your messages.");
}

static void
test_rest (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) letter = write_letter (fixture, "together");
  g_autoptr (HeartenReminder) reminder = NULL;
  g_autoptr (GDateTime) now = hearten_clock_dup_local (HEARTEN_CLOCK (fixture->home->clock));
  g_autoptr (GDateTime) due = NULL;
  g_autofree char *shown = NULL;
  gint64 instant = 0;

  hearten_weathers_set_day (fixture->weathers, now, -2);
  g_assert_false (hearten_letters_may_copy (fixture->letters, letter));
  hearten_letters_rest (fixture->letters, letter, get_now (fixture) + 72 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (get_state (fixture, letter), ==, HEARTEN_LETTER_STATE_RESTING);
  g_assert_false (hearten_letters_may_copy (fixture->letters, letter));

  /* Its return is a real reminder: once, at the next whole minute, and it says nothing of what it is about.
   */
  reminder = hearten_reminders_dup_next (fixture->reminders, &instant);
  g_assert_nonnull (reminder);
  g_assert_cmpint (instant, ==, hearten_letter_get_until (letter));
  due = g_date_time_new_from_unix_utc_usec (instant);
  shown = g_date_time_format_iso8601 (due);
  g_assert_cmpstr (shown, ==, "2026-11-26T20:01:00Z");
  g_assert_cmpint (hearten_rule_get_repeat (hearten_reminder_get_rule (reminder)), ==, HEARTEN_REPEAT_ONCE);
  g_assert_null (strstr (hearten_reminder_get_text (reminder), "letter"));
  g_assert_cmpstr (hearten_reminder_get_page (reminder), ==, "tip-05");

  hearten_test_clock_set_now (fixture->home->clock, "2026-11-26T20:00:59Z");
  g_assert_cmpint (get_state (fixture, letter), ==, HEARTEN_LETTER_STATE_RESTING);
  hearten_test_clock_set_now (fixture->home->clock, "2026-11-26T20:01:00Z");
  g_assert_cmpint (get_state (fixture, letter), ==, HEARTEN_LETTER_STATE_BACK);
  g_assert_true (hearten_letters_may_copy (fixture->letters, letter));
  g_assert_cmpint (hearten_letters_get_mood (fixture->letters, letter), ==, -2);
  hearten_letters_decide (fixture->letters, letter, HEARTEN_DECISION_COPIED);
  g_assert_cmpint (get_state (fixture, letter), ==, HEARTEN_LETTER_STATE_COPIED);
}

/* The weather of the day it was written counts as it is known when the letter is read again. */
static void
test_mood (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) letter = write_letter (fixture, "own");
  g_autoptr (GDateTime) written = hearten_clock_dup_local (HEARTEN_CLOCK (fixture->home->clock));

  hearten_letters_rest (fixture->letters, letter, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (hearten_letters_get_mood (fixture->letters, letter), ==, HEARTEN_MOOD_UNSET);
  hearten_test_clock_advance (fixture->home->clock, 25 * 3600);
  hearten_weathers_set_day (fixture->weathers, written, 1);
  g_assert_cmpint (hearten_letters_get_mood (fixture->letters, letter), ==, 1);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) letter = write_letter (fixture, "own");
  g_autoptr (HeartenLetters) again = hearten_letters_new (fixture->home->store, fixture->reminders,
                                                          fixture->weathers, fixture->gate);
  HeartenLetter *found;

  hearten_letters_set_step (fixture->letters, letter, 3);
  hearten_letters_set_part (fixture->letters, letter, "did", "Größe 日本");
  hearten_letters_rest (fixture->letters, letter, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);
  found = hearten_records_find (HEARTEN_RECORDS (again), hearten_record_get_id (HEARTEN_RECORD (letter)));
  g_assert_nonnull (found);
  g_assert_true (hearten_record_says_same (HEARTEN_RECORD (found), HEARTEN_RECORD (letter)));
  g_assert_cmpstr (hearten_letter_get_part (found, "did"), ==, "Größe 日本");
  g_assert_cmpint (hearten_letter_get_until (found), ==, hearten_letter_get_until (letter));
}

static void
test_reopen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) letter = write_letter (fixture, "own");

  hearten_letters_rest (fixture->letters, letter, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  g_assert_cmpuint (count (fixture->reminders), ==, 1);
  hearten_letters_reopen (fixture->letters, letter);
  g_assert_cmpint (get_state (fixture, letter), ==, HEARTEN_LETTER_STATE_DRAFT);
  g_assert_cmpuint (count (fixture->reminders), ==, 0);
  hearten_letters_rest (fixture->letters, letter, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  hearten_letters_rest (fixture->letters, letter, get_now (fixture) + 72 * G_TIME_SPAN_HOUR);
  g_assert_cmpuint (count (fixture->reminders), ==, 1);
}

static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) letter = write_letter (fixture, "own");

  hearten_letters_rest (fixture->letters, letter, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  hearten_records_delete (HEARTEN_RECORDS (fixture->letters), HEARTEN_RECORD (letter));
  g_assert_cmpuint (count (fixture->letters), ==, 0);
  g_assert_cmpuint (count (fixture->reminders), ==, 0);
  hearten_records_restore (HEARTEN_RECORDS (fixture->letters), HEARTEN_RECORD (letter));
  g_assert_cmpuint (count (fixture->letters), ==, 1);
  g_assert_cmpuint (count (fixture->reminders), ==, 1);
}

static gboolean
has_next (Fixture *fixture)
{
  g_autoptr (HeartenReminder) next = hearten_reminders_dup_next (fixture->reminders, NULL);

  return next != NULL;
}

static void
test_gate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) theirs = write_letter (fixture, "together");
  g_autoptr (HeartenLetter) own = write_letter (fixture, "own");

  hearten_letters_rest (fixture->letters, theirs, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_NO);
  g_assert_false (hearten_letters_may_show (fixture->letters, theirs));
  g_assert_true (hearten_letters_may_show (fixture->letters, own));
  g_assert_false (has_next (fixture));
  hearten_letters_rest (fixture->letters, own, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  g_assert_true (has_next (fixture));

  hearten_test_clock_advance (fixture->home->clock, 25 * 3600);
  g_assert_false (hearten_letters_may_copy (fixture->letters, theirs));
  g_assert_false (hearten_letters_may_copy (fixture->letters, own));
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  g_assert_true (hearten_letters_may_copy (fixture->letters, theirs));
  /* That one was never meant to leave. */
  g_assert_false (hearten_letters_may_copy (fixture->letters, own));
}

/* Another device closed it while this one was off. */
static void
test_gate_at_start (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) theirs = write_letter (fixture, "together");
  g_autoptr (HeartenLetters) again = hearten_letters_new (fixture->home->store, fixture->reminders,
                                                          fixture->weathers, fixture->gate);

  hearten_letters_rest (fixture->letters, theirs, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  hearten_test_home_flush (fixture->home);
  g_clear_object (&fixture->letters);
  fixture->letters = g_object_ref (again);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_NO);
  hearten_test_home_load (fixture->home, again);
  g_assert_true (has_next (fixture));
  hearten_letters_start (again);
  g_assert_false (has_next (fixture));
  g_clear_object (&again);
}

static void
test_gate_opens_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) theirs = write_letter (fixture, "together");

  hearten_letters_rest (fixture->letters, theirs, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_SPACE);
  g_assert_false (has_next (fixture));
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  g_assert_true (has_next (fixture));
}

static gboolean
may_come (Fixture *fixture, HeartenLetter *letter)
{
  return hearten_reminders_may_come (
      fixture->reminders,
      hearten_records_find (HEARTEN_RECORDS (fixture->reminders), hearten_letter_get_reminder (letter)));
}

/* In quiet hours or snoozed it may still have to come when its letter is back already. */
static void
test_gate_when_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) theirs = write_letter (fixture, "together");

  hearten_letters_rest (fixture->letters, theirs, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  hearten_test_clock_advance (fixture->home->clock, 25 * 3600);
  g_assert_cmpint (get_state (fixture, theirs), ==, HEARTEN_LETTER_STATE_BACK);
  g_assert_true (may_come (fixture, theirs));
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_NO);
  g_assert_false (may_come (fixture, theirs));
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  g_assert_true (may_come (fixture, theirs));
}

/* What is put to rest or taken back meanwhile. */
static void
test_gate_when_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) theirs = write_letter (fixture, "together");

  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_NO);
  hearten_letters_rest (fixture->letters, theirs, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  g_assert_false (may_come (fixture, theirs));
  hearten_records_delete (HEARTEN_RECORDS (fixture->letters), HEARTEN_RECORD (theirs));
  hearten_records_restore (HEARTEN_RECORDS (fixture->letters), HEARTEN_RECORD (theirs));
  g_assert_false (may_come (fixture, theirs));
  g_assert_false (has_next (fixture));
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer count)
{
  (*(guint *) count)++;
}

/* The gate neither switches on what the user switched off, nor writes anything. */
static void
test_gate_leaves_the_switch (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLetter) theirs = write_letter (fixture, "together");
  g_autoptr (HeartenReminder) reminder = NULL;
  guint told = 0;

  hearten_letters_rest (fixture->letters, theirs, get_now (fixture) + 24 * G_TIME_SPAN_HOUR);
  reminder = hearten_reminders_dup_next (fixture->reminders, NULL);
  g_signal_connect (fixture->reminders, "items-changed", G_CALLBACK (on_items_changed_cb), &told);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_NO);
  g_assert_cmpuint (told, ==, 1);
  g_assert_true (hearten_reminder_get_enabled (reminder));
  hearten_reminders_set_enabled (fixture->reminders, reminder, FALSE);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  hearten_letters_start (fixture->letters);
  g_assert_false (hearten_reminder_get_enabled (reminder));
  g_assert_false (has_next (fixture));
  g_signal_handlers_disconnect_by_data (fixture->reminders, &told);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/letters/blank", Fixture, NULL, set_up, test_blank, tear_down);
  g_test_add ("/letters/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/letters/rest", Fixture, NULL, set_up, test_rest, tear_down);
  g_test_add ("/letters/mood", Fixture, NULL, set_up, test_mood, tear_down);
  g_test_add ("/letters/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/letters/reopen", Fixture, NULL, set_up, test_reopen, tear_down);
  g_test_add ("/letters/let-go", Fixture, NULL, set_up, test_let_go, tear_down);
  g_test_add ("/letters/gate", Fixture, NULL, set_up, test_gate, tear_down);
  g_test_add ("/letters/gate-at-start", Fixture, NULL, set_up, test_gate_at_start, tear_down);
  g_test_add ("/letters/gate-opens-again", Fixture, NULL, set_up, test_gate_opens_again, tear_down);
  g_test_add ("/letters/gate-when-back", Fixture, NULL, set_up, test_gate_when_back, tear_down);
  g_test_add ("/letters/gate-when-closed", Fixture, NULL, set_up, test_gate_when_closed, tear_down);
  g_test_add ("/letters/gate-leaves-the-switch", Fixture, NULL, set_up, test_gate_leaves_the_switch,
              tear_down);
  return g_test_run ();
}
