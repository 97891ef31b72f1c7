/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-day.h"
#include "hearten-journal.h"
#include "hearten-test-home.h"
#include "hearten-tips.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenJournal *journal;
  HeartenTips *tips;
  const HeartenTipNode *activity;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  HeartenTip *tip;

  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  fixture->journal = hearten_journal_new (fixture->home->store);
  fixture->tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  tip = hearten_tips_find (fixture->tips, "tip-01");
  fixture->activity = hearten_tip_face_get_activity (hearten_tip_get_own_face (tip), 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->journal);
  g_assert_finalize_object (fixture->tips);
  hearten_test_home_free (fixture->home);
}

static HeartenEntry *
save (Fixture *fixture, HeartenEntry *entry, HeartenSheet *sheet)
{
  g_autofree char *body = hearten_sheet_compose (sheet, fixture->activity, "Robin");

  if (entry == NULL)
    entry = hearten_journal_begin (fixture->journal, "tip-01");
  hearten_journal_set_sheet (fixture->journal, entry, sheet, "Look back honestly", body);
  return entry;
}

static HeartenEntry *
sit (Fixture *fixture)
{
  g_autoptr (HeartenSheet) sheet = hearten_sheet_new ("both");

  hearten_sheet_set_words (sheet, "mine", "I was late.");
  return save (fixture, NULL, sheet);
}

static HeartenEntry *
find (Fixture *fixture)
{
  return hearten_journal_find_sitting (fixture->journal, "tip-01", "both");
}

static void
test_compose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenSheet) sheet = hearten_sheet_new ("both");
  g_autofree char *empty = hearten_sheet_compose (sheet, fixture->activity, NULL);
  g_autofree char *page = NULL;

  g_assert_cmpstr (empty, ==, "");
  g_assert_true (hearten_sheet_is_blank (sheet));
  hearten_sheet_set_words (sheet, "mine", "I was late.\n");
  hearten_sheet_set_words (sheet, "theirs", " \n ");
  hearten_sheet_set_words (sheet, "asked-no-more", "Kept all the same.");
  hearten_sheet_set_choice (sheet, "hurt", "trust");
  hearten_sheet_set_words (sheet, "hurt", "The messages.");
  hearten_sheet_set_kindness (sheet, "A walk");
  page = hearten_sheet_compose (sheet, fixture->activity, NULL);
  g_assert_cmpstr (page, ==,
                   "## What hurt most, as you see it today?\n\nTrust was broken\n\nThe messages.\n\n"
                   "## What was my part?\n\nI was late.\n\n"
                   "Kept all the same.\n\n"
                   "## One kind thing for today\n\nA walk");
}

static void
test_resume (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenSheet) sheet = hearten_sheet_new ("both");
  g_autoptr (HeartenJournal) again = hearten_journal_new (fixture->home->store);
  g_autoptr (HeartenEntry) entry = NULL;
  HeartenEntry *found;
  const HeartenSheet *kept;

  hearten_sheet_set_choice (sheet, "hurt", "goals");
  hearten_sheet_set_words (sheet, "what-happened", "We sat at the table.");
  hearten_sheet_set_step (sheet, 2);
  entry = save (fixture, NULL, sheet);
  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);

  found = hearten_journal_find_sitting (again, "tip-01", "both");
  g_assert_nonnull (found);
  kept = hearten_entry_get_sheet (found);
  g_assert_cmpuint (hearten_sheet_get_step (kept), ==, 2);
  g_assert_cmpstr (hearten_sheet_get_choice (kept, "hurt"), ==, "goals");
  g_assert_cmpstr (hearten_sheet_get_words (kept, "what-happened"), ==, "We sat at the table.");
  g_assert_cmpstr (hearten_entry_get_title (found), ==, "Look back honestly");
  g_assert_nonnull (strstr (hearten_entry_get_body (found), "## What happened, told plainly?"));
  g_assert_null (hearten_journal_find_sitting (again, "tip-01", "own"));
  g_assert_null (hearten_journal_find_sitting (again, "tip-14", "both"));
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenEntry) entry = sit (fixture);
  g_autoptr (HeartenSheet) sheet = hearten_sheet_copy (hearten_entry_get_sheet (entry));

  g_assert_true (find (fixture) == entry);
  hearten_sheet_set_done (sheet, TRUE);
  save (fixture, entry, sheet);
  g_assert_null (find (fixture));
}

/* What somebody changed by hand is not written over. */
static void
test_changed_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenEntry) entry = sit (fixture);

  hearten_journal_set_title (fixture->journal, entry, "My own title");
  g_assert_true (find (fixture) == entry);
  hearten_journal_set_body (fixture->journal, entry, "My own words");
  g_assert_null (find (fixture));
}

static HeartenEntry *
dup_sitting_of_version (Fixture *fixture, int version)
{
  g_autoptr (HeartenJournal) journal = hearten_journal_new (fixture->home->store);
  g_autofree char *signature = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "x", -1);
  g_autofree char *text = g_strdup_printf (
      "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":%d,\"tip\":\"tip-01\","
      "\"body\":\"x\",\"worksheet\":{\"face\":\"both\",\"answers\":{\"mine\":\"x\"},\"signature\":\"%s\"}}",
      version, signature);
  HeartenEntry *found;

  hearten_test_home_put (fixture->home, "journal/2026-11/019ab1c2-0000-7000-8000-000000000000.json", text);
  hearten_test_home_load (fixture->home, journal);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (journal)), ==, 1);
  found = hearten_journal_find_sitting (journal, "tip-01", "both");
  return found != NULL ? g_object_ref (found) : NULL;
}

/* What a newer program wrote is not gone on with here, where nothing could be saved. */
static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenEntry) known = dup_sitting_of_version (fixture, 1);
  g_autoptr (HeartenEntry) newer = dup_sitting_of_version (fixture, 2);

  g_assert_nonnull (known);
  g_assert_null (newer);
}

static void
test_own_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenEntry) entry = sit (fixture);
  g_autoptr (HeartenSheet) sheet = hearten_sheet_copy (hearten_entry_get_sheet (entry));

  hearten_journal_set_title (fixture->journal, entry, "My own title");
  hearten_sheet_set_words (sheet, "theirs", "They were late too.");
  save (fixture, entry, sheet);
  g_assert_cmpstr (hearten_entry_get_title (entry), ==, "My own title");
}

/* The time goes on where it was, and keeping it writes over nothing. */
static void
test_left (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenEntry) entry = sit (fixture);
  g_autoptr (HeartenJournal) again = hearten_journal_new (fixture->home->store);
  HeartenEntry *found;

  g_assert_cmpint (hearten_sheet_get_left (hearten_entry_get_sheet (entry)), ==, -1);
  hearten_journal_set_sheet_left (fixture->journal, entry, 95);
  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);
  found = hearten_journal_find_sitting (again, "tip-01", "both");
  g_assert_nonnull (found);
  g_assert_cmpint (hearten_sheet_get_left (hearten_entry_get_sheet (found)), ==, 95);
  hearten_journal_set_sheet_left (fixture->journal, entry, 0);
  g_assert_cmpint (hearten_sheet_get_left (hearten_entry_get_sheet (entry)), ==, 0);
  g_assert_true (find (fixture) == entry);

  hearten_journal_set_body (fixture->journal, entry, "My own words");
  hearten_journal_set_sheet_left (fixture->journal, entry, 40);
  g_assert_cmpint (hearten_sheet_get_left (hearten_entry_get_sheet (entry)), ==, 0);
  g_assert_cmpstr (hearten_entry_get_body (entry), ==, "My own words");
}

static void
test_count (Fixture *fixture, gconstpointer data)
{
  GDate today = hearten_day_today (HEARTEN_CLOCK (fixture->home->clock));
  GDate since = today;
  HeartenEntry *second = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (HeartenEntry) entry = sit (fixture);

      second = i == 1 ? entry : second;
      hearten_test_clock_advance (fixture->home->clock, 3 * 24 * 3600);
    }
  g_date_subtract_days (&since, 1);
  g_assert_cmpuint (hearten_journal_count_sittings (fixture->journal, "tip-01", "both", &since), ==, 3);
  g_date_add_days (&since, 2);
  g_assert_cmpuint (hearten_journal_count_sittings (fixture->journal, "tip-01", "both", &since), ==, 2);
  g_assert_cmpuint (hearten_journal_count_sittings (fixture->journal, "tip-06", "both", &since), ==, 0);
  hearten_records_delete (HEARTEN_RECORDS (fixture->journal), HEARTEN_RECORD (second));
  g_assert_cmpuint (hearten_journal_count_sittings (fixture->journal, "tip-01", "both", &since), ==, 1);
}

static void
test_titled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenEntry)
      entry = hearten_journal_begin_about (fixture->journal, "tip-20", "own", "Where is home?");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->journal)), ==, 0);
  hearten_journal_set_body (fixture->journal, entry, "Here.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->journal)), ==, 1);
  g_assert_cmpstr (hearten_entry_get_title (entry), ==, "Where is home?");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/sheets/compose", Fixture, NULL, set_up, test_compose, tear_down);
  g_test_add ("/sheets/resume", Fixture, NULL, set_up, test_resume, tear_down);
  g_test_add ("/sheets/done", Fixture, NULL, set_up, test_done, tear_down);
  g_test_add ("/sheets/changed-by-hand", Fixture, NULL, set_up, test_changed_by_hand, tear_down);
  g_test_add ("/sheets/newer", Fixture, NULL, set_up, test_newer, tear_down);
  g_test_add ("/sheets/own-title", Fixture, NULL, set_up, test_own_title, tear_down);
  g_test_add ("/sheets/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/sheets/count", Fixture, NULL, set_up, test_count, tear_down);
  g_test_add ("/sheets/titled", Fixture, NULL, set_up, test_titled, tear_down);
  return g_test_run ();
}
