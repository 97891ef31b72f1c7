/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-generation.h"
#include "hearten-journal.h"
#include "hearten-test-home.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define MINUTE 60

static const char *const PAGE = "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":1,"
                                "\"created\":\"2026-11-01T10:00:00Z\",\"modified\":\"2026-11-01T11:00:00Z\","
                                "\"title\":\"old title\",\"body\":\"old words\",\"place\":{\"lat\":52.5}}";

static GPtrArray *
load_versions (HeartenTestHome *home, gpointer record)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *versions;

  hearten_store_load_versions_async (home->store, record, NULL, hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  versions = hearten_store_load_versions_finish (home->store, result, &error);
  g_assert_no_error (error);
  return versions;
}

static void
assert_versions (HeartenTestHome *home, gpointer record, const char *bodies)
{
  g_autoptr (GPtrArray) versions = load_versions (home, record);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      HeartenEntry *entry = hearten_generation_get_record (versions->pdata[i]);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "",
                              entry != NULL ? hearten_entry_get_body (entry) : "-");
    }
  g_assert_cmpstr (found->str, ==, bodies);
}

/* A page as an earlier run of the program left it. */
static HeartenEntry *
open_old_page (HeartenTestHome *home, HeartenJournal **journal)
{
  hearten_test_home_put (home, "journal/2025-11/019ab1c2-0000-7000-8000-000000000000.json", PAGE);
  *journal = hearten_journal_new (home->store);
  hearten_test_home_load (home, *journal);
  return g_list_model_get_item (G_LIST_MODEL (*journal), 0);
}

static void
write_body (HeartenTestHome *home, HeartenJournal *journal, HeartenEntry *entry, const char *body)
{
  hearten_journal_set_body (journal, entry, body);
  hearten_test_home_flush (home);
}

/* Tests */

static void
test_first_change (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = open_old_page (home, &journal);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GDateTime) written = g_date_time_new_from_iso8601 ("2026-11-01T11:00:00Z", NULL);
  g_autofree char *folder = g_build_filename (hearten_store_get_state_folder (home->store), "generations",
                                              hearten_record_get_id (HEARTEN_RECORD (entry)), NULL);
  g_autofree char *path = g_build_filename (folder, "20261101T110000.000000Z.json", NULL);
  g_autofree char *text = NULL;
  GStatBuf st;

  write_body (home, journal, entry, "a");
  write_body (home, journal, entry, "ab");
  assert_versions (home, entry, "old words");

  versions = load_versions (home, entry);
  g_assert_cmpint (hearten_generation_get_time (versions->pdata[0]), ==, g_date_time_to_unix_usec (written));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, PAGE); /* to the byte */
  g_assert_no_errno (g_stat (path, &st));
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  g_assert_no_errno (g_stat (folder, &st));
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
}

static void
test_rest (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_journal_begin (journal, NULL);

  /* An hour of writing is one sitting. */
  write_body (home, journal, entry, "0");
  for (int i = 1; i <= 10; i++)
    {
      g_autofree char *body = g_strdup_printf ("%d", i);

      hearten_test_clock_advance (home->clock, 10 * MINUTE - 1);
      write_body (home, journal, entry, body);
    }
  assert_versions (home, entry, "");
  for (int i = 11; i <= 18; i++)
    {
      g_autofree char *body = g_strdup_printf ("%d", i);

      hearten_test_clock_advance (home->clock, 10 * MINUTE);
      write_body (home, journal, entry, body);
    }
  assert_versions (home, entry, "17|16|15|14|13");
}

static void
test_cut (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_journal_begin (journal, NULL);
  g_autofree char *body = g_strnfill (900, 'a');

  write_body (home, journal, entry, body);
  write_body (home, journal, entry, "");
  assert_versions (home, entry, body);
}

/* A mark that is set and taken back, and the trash, cost no place. */
static void
test_same_words (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = open_old_page (home, &journal);

  hearten_records_delete (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  hearten_test_home_flush (home);
  hearten_test_clock_advance (home->clock, 20 * MINUTE);
  hearten_records_restore (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  hearten_test_home_flush (home);
  assert_versions (home, entry, "");

  for (int i = 0; i < 4; i++)
    {
      hearten_test_clock_advance (home->clock, 20 * MINUTE);
      hearten_journal_set_starred (journal, entry, i % 2 == 0);
      hearten_test_home_flush (home);
    }
  assert_versions (home, entry, "old words|old words"); /* with the star and without */
}

static void
test_restore (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = open_old_page (home, &journal);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (HeartenEntry) before = NULL;
  g_autofree char *path = g_build_filename (hearten_store_get_folder (home->store),
                                            "journal/2025-11/019ab1c2-0000-7000-8000-000000000000.json",
                                            NULL);
  g_autofree char *text = NULL;

  write_body (home, journal, entry, "new words");
  hearten_journal_set_mood (journal, entry, 2);
  hearten_test_home_flush (home);
  versions = load_versions (home, entry);
  before = hearten_record_snapshot (HEARTEN_RECORD (entry));

  hearten_journal_restore_version (journal, entry, hearten_generation_get_record (versions->pdata[0]));
  hearten_test_home_flush (home);
  g_assert_cmpstr (hearten_entry_get_body (entry), ==, "old words");
  g_assert_cmpint (hearten_entry_get_mood (entry), ==, HEARTEN_MOOD_UNSET);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"lat\" : 52.5")); /* what this version does not know */
  assert_versions (home, entry, "new words|old words");

  hearten_journal_restore_version (journal, entry, before);
  hearten_test_home_flush (home);
  g_assert_cmpstr (hearten_entry_get_body (entry), ==, "new words");
  g_assert_cmpint (hearten_entry_get_mood (entry), ==, 2);
  assert_versions (home, entry, "new words|old words");
}

static void
test_damaged (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = open_old_page (home, &journal);
  g_autofree char *path = g_build_filename (hearten_store_get_state_folder (home->store), "generations",
                                            hearten_record_get_id (HEARTEN_RECORD (entry)),
                                            "20261110T110000.000000Z.json", NULL);
  g_autoptr (GPtrArray) versions = NULL;

  write_body (home, journal, entry, "new words");
  g_assert_true (g_file_set_contents (path, "{\"id\":\"", -1, NULL));
  assert_versions (home, entry, "-|old words");
  versions = load_versions (home, entry);
  g_assert_null (hearten_generation_get_record (versions->pdata[0]));
  g_assert_nonnull (strstr (hearten_generation_get_reason (versions->pdata[0]), "breaks off"));
  hearten_test_clock_advance (home->clock, 20 * MINUTE);
  write_body (home, journal, entry, "newer words");
  assert_versions (home, entry, "new words|-|old words");
}

/* What another device wrote long ago and was not chosen now is not the first to go. */
static void
test_old_and_just_kept (void)
{
  static const char *const theirs = "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\","
                                    "\"v\":1,\"modified\":\"2026-10-01T10:00:00Z\",\"body\":\"their words\"}";
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (GBytes) bytes = g_bytes_new_static (theirs, strlen (theirs));
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = open_old_page (home, &journal);
  g_autoptr (HeartenRecord) version = hearten_record_from_bytes (HEARTEN_TYPE_ENTRY, bytes, NULL);

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *body = g_strdup_printf ("words %d", i);

      hearten_test_clock_advance (home->clock, 20 * MINUTE);
      write_body (home, journal, entry, body);
    }
  assert_versions (home, entry, "words 4|words 3|words 2|words 1|old words");
  hearten_store_keep (home->store, version);
  hearten_test_home_flush (home);
  assert_versions (home, entry, "words 4|words 3|words 2|words 1|their words");
}

/* Where no version can be kept, the newest words are saved all the same. */
static void
test_no_room (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *block = g_build_filename (hearten_store_get_state_folder (home->store), "generations",
                                             NULL);
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = open_old_page (home, &journal);

  g_assert_true (g_file_set_contents (block, "", 0, NULL));
  write_body (home, journal, entry, "new words");
  g_assert_cmpint (hearten_store_get_save_state (home->store), ==, HEARTEN_SAVE_STATE_SAVED);
  g_assert_no_errno (g_remove (block));
}

static void
test_buried (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *folder = g_build_filename (hearten_store_get_state_folder (home->store), "generations",
                                              "019ab1c2-0000-7000-8000-000000000000", NULL);
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = open_old_page (home, &journal);

  write_body (home, journal, entry, "new words");
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  hearten_records_delete (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  hearten_records_bury (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  hearten_test_home_flush (home);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/versions/first-change", test_first_change);
  g_test_add_func ("/versions/rest", test_rest);
  g_test_add_func ("/versions/cut", test_cut);
  g_test_add_func ("/versions/same-words", test_same_words);
  g_test_add_func ("/versions/restore", test_restore);
  g_test_add_func ("/versions/damaged", test_damaged);
  g_test_add_func ("/versions/old-and-just-kept", test_old_and_just_kept);
  g_test_add_func ("/versions/no-room", test_no_room);
  g_test_add_func ("/versions/buried", test_buried);
  return g_test_run ();
}
