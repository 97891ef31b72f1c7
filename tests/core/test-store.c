/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-check.h"
#include "hearten-export.h"
#include "hearten-id.h"
#include "hearten-journal.h"
#include "hearten-practice.h"
#include "hearten-store-sweep.h"
#include "hearten-test-home.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/* The first file below @folder of the data folder whose name ends in @suffix. */
static char *
find_below (const char *path, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      char *found = g_str_has_suffix (name, suffix) ? g_steal_pointer (&child) : find_below (child, suffix);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static char *
find_file (HeartenTestHome *home, const char *folder, const char *suffix)
{
  g_autofree char *path = g_build_filename (hearten_store_get_folder (home->store), folder, NULL);

  return find_below (path, suffix);
}

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* Tests */

static void
test_ids (void)
{
  gint64 now = G_GINT64_CONSTANT (1795464845123456);
  g_autofree char *id = hearten_id_new (now);
  g_autofree char *month = hearten_id_dup_month (id);

  g_assert_true (hearten_id_is_valid (id));
  g_assert_cmpint (hearten_id_get_time (id), ==, now / 1000 * 1000);
  g_assert_cmpstr (month, ==, "2026-11");
  g_assert_false (hearten_id_is_valid (NULL));
  g_assert_false (hearten_id_is_valid (""));
  g_assert_false (hearten_id_is_valid ("019ab1c2-0000-4000-8000-000000000000"));
  g_assert_false (hearten_id_is_valid ("019AB1C2-0000-7000-8000-000000000000"));
  g_assert_false (hearten_id_is_valid ("019ab1c2-0000-7000-c000-000000000000"));
  g_assert_false (hearten_id_is_valid ("ffffffff-ffff-7000-8000-000000000000"));
  g_assert_false (hearten_id_is_valid ("../../../../etc/passwd/7000-8000-0000"));
}

static void
test_round_trip (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_journal_begin (journal, "tip-05");
  g_autoptr (HeartenJournal) again = NULL;
  g_autoptr (HeartenEntry) found = NULL;
  g_autoptr (GDateTime) created = NULL;

  g_assert_cmpuint (count (journal), ==, 0);
  hearten_journal_set_title (journal, entry, "Ein Brief, 日本, עברית");
  g_assert_cmpuint (count (journal), ==, 1);
  hearten_journal_set_body (journal, entry, "First line\n\"quotes\" and \\ backslashes\n😀");
  hearten_journal_set_mood (journal, entry, -2);
  hearten_journal_set_starred (journal, entry, TRUE);
  g_assert_cmpint (hearten_store_get_save_state (home->store), ==, HEARTEN_SAVE_STATE_SAVING);
  hearten_test_home_flush (home);
  g_assert_cmpint (hearten_store_get_save_state (home->store), ==, HEARTEN_SAVE_STATE_SAVED);

  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (again), ==, 1);
  found = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_assert_cmpstr (hearten_entry_get_title (found), ==, hearten_entry_get_title (entry));
  g_assert_cmpstr (hearten_entry_get_body (found), ==, hearten_entry_get_body (entry));
  g_assert_cmpint (hearten_entry_get_mood (found), ==, -2);
  g_assert_true (hearten_entry_get_starred (found));
  g_assert_cmpstr (hearten_entry_get_tip (found), ==, "tip-05");
  created = hearten_record_dup_created (HEARTEN_RECORD (found));
  g_assert_cmpint (g_date_time_get_hour (created), ==, 21); /* Berlin, as it was written */
}

static void
test_layout (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "", "words");
  g_autofree char *expected = NULL;
  g_autofree char *month = NULL;
  GStatBuf st;

  hearten_test_home_flush (home);
  month = g_build_filename (hearten_store_get_folder (home->store), "journal", "2026-11", NULL);
  expected = g_strdup_printf ("%s/%s.json", month, hearten_record_get_id (HEARTEN_RECORD (entry)));
  g_assert_cmpint (g_stat (expected, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (month, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (hearten_store_get_folder (home->store), &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
  g_assert_null (find_file (home, "", "~"));
}

static void
test_blank_leaves_nothing (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_journal_begin (journal, "tip-01");

  hearten_journal_set_body (journal, entry, "");
  hearten_test_home_flush (home);
  g_assert_cmpuint (count (journal), ==, 0);
  g_assert_null (find_file (home, "journal", ".json"));
}

static void
test_unknown_members_survive (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "old", "words");
  g_autoptr (HeartenJournal) again = NULL;
  g_autoptr (HeartenEntry) found = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  hearten_test_home_flush (home);
  path = find_file (home, "journal", ".json");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  parts = g_strsplit (text, "\"title\"", 2);
  changed = g_strdup_printf ("%s\"place\" : { \"lat\" : 52.5, \"list\" : [ 1, null ] },\n  \"title\"%s",
                             parts[0], parts[1]);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));

  again = hearten_test_home_load_journal (home);
  found = g_list_model_get_item (G_LIST_MODEL (again), 0);
  hearten_journal_set_title (again, found, "new");
  hearten_test_home_flush (home);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_nonnull (strstr (after, "\"lat\" : 52.5"));
  g_assert_nonnull (strstr (after, "\"new\""));
}

/* While the store is opened again on a worker, the records count on with the name that they know. */
static void
test_opening_again (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *path = g_build_filename (hearten_store_get_state_folder (home->store), "device.json",
                                            NULL);
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);
  const char *device = json_object_get_string_member (object, "device");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) page = hearten_journal_begin (journal, NULL);
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GError) error = NULL;

  hearten_journal_set_body (journal, page, "words");
  hearten_test_home_flush (home);
  g_assert_no_errno (g_unlink (path));
  hearten_store_open_async (home->store, NULL, hearten_test_take_result, &opened);
  while (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  hearten_journal_set_body (journal, page, "more words");
  g_assert_true (hearten_store_count (home->store, HEARTEN_RECORD (page)));
  g_assert_cmpint (hearten_revision_get (hearten_record_get_revision (HEARTEN_RECORD (page)), device), ==, 2);
  while (opened == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (hearten_store_open_finish (home->store, opened, &error));
  g_assert_no_error (error);
}

/* What would be written without a member that it needs is refused when it is read. */
static void
test_empty_is_missing (void)
{
  static const char text[] = "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"practice\",\"v\":1,"
                             "\"tip\":\"\",\"state\":\"begun\"}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GError) error = NULL;

  g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_PRACTICE, bytes, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
}

/* Equal records have equal bytes: what is unknown comes back in the order in which it came. */
static void
test_unknown_members_keep_their_order (void)
{
  static const char text[] = "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":1,"
                             "\"h\":1,\"title\":\"old\",\"b\":2,\"x\":3,\"a\":4,\"zz\":5,\"c\":6}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (HeartenRecord) record = hearten_record_from_bytes (HEARTEN_TYPE_ENTRY, bytes, NULL);
  g_autoptr (GBytes) written = hearten_record_to_bytes (record);
  g_autofree char *found = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  static const char *const names[] = { "\"h\"", "\"b\"", "\"x\"", "\"a\"", "\"zz\"", "\"c\"" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    g_assert_true (strstr (found, names[i - 1]) < strstr (found, names[i]));
}

static void
test_newer_is_read_only (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *path = g_build_filename (hearten_store_get_folder (home->store),
                                            "journal/2026-11/019ab1c2-0000-7000-8000-000000000000.json",
                                            NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  const char *text =
      "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":2,\"title\":\"later\"}";
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) found = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  journal = hearten_test_home_load_journal (home);
  found = g_list_model_get_item (G_LIST_MODEL (journal), 0);
  g_assert_true (hearten_record_is_read_only (HEARTEN_RECORD (found)));
}

static void
test_newer_store_is_refused (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *path = g_build_filename (hearten_store_get_folder (home->store), "hearten.json", NULL);
  g_autoptr (HeartenStore)
      store = hearten_store_new (hearten_store_get_folder (home->store),
                                 hearten_store_get_state_folder (home->store), HEARTEN_CLOCK (home->clock));
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  const char *text = "{\"fmt\":\"hearten\",\"v\":2,\"store\":\"x\"}";

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_false (hearten_store_open (store, NULL, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NEWER);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
}

/* Each is shown with its reason, stops nothing and is left as it is, to the byte. */
static void
test_damaged_files (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  static const struct
  {
    const char *text;
    const char *reason;
  } cases[] = {
    { "{\"id\":\"", "breaks off" },
    { "[]", "no JSON object" },
    { "{\"id\":\"019ab1c2-0000-7000-8000-00000000000%u\",\"kind\":\"entry\",\"v\":1,\"title\":5}",
      "“title”" },
    { "{\"id\":\"019ab1c2-0000-7000-8000-00000000000%u\",\"kind\":\"entry\",\"kind\":\"entry\",\"v\":1}",
      "twice" },
    { "{\"id\":\"019ab1c2-0000-7000-8000-00000000000%u\",\"kind\":\"weather\",\"v\":1}", "not of the kind" },
    { "{\"id\":\"nonsense\",\"kind\":\"entry\",\"v\":1}", "no valid id" },
    { "{\"id\":\"019ab1c2-0000-7000-8000-00000000000%u\",\"kind\":\"entry\",\"v\":1,\"x\":[[[[[[[[[[[[[[[[[[]"
      "]]]]]]]]]]]]]]]]]}",
      "nested" },
    { "{\"id\":\"\xff\"}", "not readable text" },
  };
  g_autofree char *folder = g_build_filename (hearten_store_get_folder (home->store), "journal/2026-11",
                                              NULL);
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) good = hearten_test_write_page (journal, "good", "");
  g_autoptr (HeartenJournal) again = NULL;
  g_autoptr (GString) report = g_string_new (NULL);
  GListModel *damaged;

  hearten_test_home_flush (home);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/019ab1c2-0000-7000-8000-00000000000%u.json", folder, i);
      g_auto (GStrv) parts = g_strsplit (cases[i].text, "%u", 2);
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *text = g_strjoinv (number, parts);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
    }

  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (again), ==, 1);
  damaged = hearten_store_get_damaged (home->store);
  g_assert_cmpuint (count (damaged), ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeartenDamage) damage = g_list_model_get_item (damaged, G_N_ELEMENTS (cases) - 1 - i);

      g_test_message ("%s: %s", hearten_damage_get_path (damage), hearten_damage_get_reason (damage));
      g_assert_nonnull (strstr (hearten_damage_get_reason (damage), cases[i].reason));
    }
  g_assert_false (hearten_check (hearten_store_get_folder (home->store), report));
  g_assert_nonnull (strstr (report->str, "entry           1"));
  g_assert_nonnull (strstr (report->str, "breaks off"));
}

/* Whole as JSON, and not to be trusted all the same: times that no calendar shows, and a text with an end in
 * it. */
static void
test_hostile_records (void)
{
  static const char *const members[] = {
    "\"created\":\"0001-01-01T00:00:00+14:00\"",
    "\"created\":\"9999-12-31T23:59:59-14:00\"",
    "\"modified\":\"9999-12-31T23:59:59Z\"",
    "\"body\":\"before\\u0000after\"",
    "\"body\":\"before\x0f"
    "after\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":1,%s}", members[i]);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_ENTRY, bytes, &error));
      g_assert_cmpint (error->domain, ==, HEARTEN_ERROR);
    }
}

/* A folder that someone copied inside the journal holds old words under the right names. It is read, and left
 * there. */
static void
test_copied_folder (void)
{
  static const char
      *const text = "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":1,"
                    "\"revision\":{\"a\":%d},\"title\":\"%s\"}";
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *old = g_strdup_printf (text, 1, "old");
  g_autofree char *new = g_strdup_printf (text, 2, "new");
  g_autoptr (HeartenJournal) moved = NULL;
  g_autoptr (HeartenJournal) both = NULL;
  g_autoptr (HeartenEntry) found = NULL;

  hearten_test_home_put (home, "journal/backup/019ab1c2-0000-7000-8000-000000000000.json", old);
  moved = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (moved), ==, 1);

  hearten_test_home_put (home, "journal/2025-11/019ab1c2-0000-7000-8000-000000000000.json", new);
  both = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (both), ==, 1);
  found = g_list_model_get_item (G_LIST_MODEL (both), 0);
  g_assert_cmpstr (hearten_entry_get_title (found), ==, "new");
  g_assert_cmpuint (hearten_record_get_n_versions (HEARTEN_RECORD (found)), ==, 1);
  g_assert_cmpuint (count (hearten_store_get_damaged (home->store)), ==, 0);
}

/* What could not be read again is not written over what can. */
static void
test_too_long (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "long", "short");
  g_autofree char *body = g_strnfill (HEARTEN_JSON_MAX_BYTES, 'a');
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  hearten_test_home_flush (home);
  hearten_journal_set_body (journal, entry, body);
  hearten_store_flush_async (home->store, NULL, NULL);
  while (hearten_store_get_save_state (home->store) != HEARTEN_SAVE_STATE_FAILED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (hearten_store_get_save_error (home->store), "8 MiB"));
  path = find_file (home, "journal", ".json");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"short\""));

  hearten_journal_set_body (journal, entry, "short again");
  hearten_test_home_flush (home);
  g_assert_cmpint (hearten_store_get_save_state (home->store), ==, HEARTEN_SAVE_STATE_SAVED);
}

static void
test_delete_and_restore (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "keep", "every word");
  g_autoptr (HeartenJournal) again = NULL;
  HeartenRecord *trashed;

  hearten_records_delete (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  g_assert_cmpuint (count (journal), ==, 0);
  hearten_test_home_flush (home);

  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (again), ==, 0);
  trashed = hearten_records_find (HEARTEN_RECORDS (again), hearten_record_get_id (HEARTEN_RECORD (entry)));
  g_assert_cmpstr (hearten_entry_get_body (HEARTEN_ENTRY (trashed)), ==, "every word");
  hearten_records_restore (HEARTEN_RECORDS (again), trashed);
  g_assert_cmpuint (count (again), ==, 1);
  hearten_test_home_flush (home);
}

static void
test_newest_first (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenJournal) again = NULL;

  for (int i = 0; i < 400; i++)
    {
      g_autofree char *title = g_strdup_printf ("%03d", i);
      g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, title, "");

      hearten_test_clock_advance (home->clock, 6 * 60 * 60);
    }
  hearten_test_home_flush (home);
  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (again), ==, 400);
  for (int i = 0; i < 400; i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (G_LIST_MODEL (again), i);
      g_autofree char *title = g_strdup_printf ("%03d", 399 - i);

      g_assert_cmpstr (hearten_entry_get_title (entry), ==, title);
    }
}

/* The folder is a file now: nothing can be written, nothing is lost, and it is written once that is mended.
 */
static void
test_failed_write_is_kept (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = NULL;
  g_autoptr (HeartenJournal) again = NULL;
  g_autofree char *block = g_build_filename (hearten_store_get_folder (home->store), "journal", NULL);

  g_assert_true (g_file_set_contents (block, "", 0, NULL));
  entry = hearten_test_write_page (journal, "still here", "");
  while (hearten_store_get_save_state (home->store) != HEARTEN_SAVE_STATE_FAILED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (hearten_store_get_save_error (home->store), "cannot be written"));

  g_assert_cmpint (g_remove (block), ==, 0);
  hearten_test_home_flush (home);
  g_assert_cmpint (hearten_store_get_save_state (home->store), ==, HEARTEN_SAVE_STATE_SAVED);
  g_assert_null (hearten_store_get_save_error (home->store));
  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (again), ==, 1);
}

/* Typing without a pause is on the disk within two seconds all the same. */
static void
test_steady_typing_is_saved (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "", "a");
  g_autoptr (GString) text = g_string_new ("a");
  gint64 start = g_get_monotonic_time ();
  g_autofree char *path = NULL;

  while (path == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
      g_string_append_c (text, 'a');
      hearten_journal_set_body (journal, entry, text->str);
      g_usleep (20000);
      g_main_context_iteration (NULL, FALSE);
      path = find_file (home, "journal", ".json");
    }
  hearten_test_home_flush (home);
}

static void
test_export (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "A title", "Some words");
  g_autoptr (HeartenEntry) trashed = hearten_test_write_page (journal, "Gone", "Kept in the JSON");
  g_autofree char *target = g_build_filename (home->folder, "out", NULL);
  g_autofree char *json = g_build_filename (target, "hearten-export.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) damaged = g_string_new (NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  hearten_records_delete (HEARTEN_RECORDS (journal), HEARTEN_RECORD (trashed));
  hearten_test_home_flush (home);
  g_assert_true (hearten_export (hearten_store_get_folder (home->store), target, &n_pages, damaged, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_true (json_parser_load_from_file (parser, json, &error));
  g_assert_cmpuint (json_array_get_length (json_node_get_array (json_parser_get_root (parser))), ==, 2);
  g_assert_true (g_file_get_contents (json, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Kept in the JSON"));

  g_assert_false (hearten_export (hearten_store_get_folder (home->store), target, &n_pages, damaged, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER);
}

/* What a crash left goes an hour later; what may be at work, and what is not ours, stays. */
static void
test_sweep (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  const struct timespec then[2] = { { time (NULL) - 7200, 0 }, { time (NULL) - 7200, 0 } };
  static const struct
  {
    const char *name;
    gboolean old;
    gboolean stays;
  } files[] = {
    { "journal/2026-11/019ab1c2-0000-7000-8000-000000000000.json.0a1b2c3d~", TRUE, FALSE },
    { "journal/2026-11/019ab1c2-0000-7000-8000-000000000000.json.4a1b2c3d~", FALSE, TRUE },
    { "hearten.json.0a1b2c3d~", TRUE, FALSE },
    { "journal/2026-11/019ab1c2-0000-7000-8000-000000000000.json~", TRUE, TRUE },
    { "journal/2026-11/019ab1c2-0000-7000-8000-000000000000.json.0A1B2C3D~", TRUE, TRUE },
    { "journal/2026-11/019ab1c2-0000-7000-8000-000000000000.txt.0a1b2c3d~", TRUE, TRUE },
    { "journal/2026-11/letter.json.0a1b2c3d~", TRUE, TRUE },
    { "019ab1c2-0000-7000-8000-000000000000.json.0a1b2c3d~", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (hearten_store_get_folder (home->store), files[i].name, NULL);

      hearten_test_home_put (home, files[i].name, "half");
      if (files[i].old)
        g_assert_no_errno (utimensat (AT_FDCWD, path, then, 0));
    }
  hearten_store_sweep (hearten_store_get_folder (home->store), hearten_store_get_state_folder (home->store));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (hearten_store_get_folder (home->store), files[i].name, NULL);

      g_test_message ("%s", files[i].name);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, files[i].stays);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/ids", test_ids);
  g_test_add_func ("/store/round-trip", test_round_trip);
  g_test_add_func ("/store/layout", test_layout);
  g_test_add_func ("/store/blank-leaves-nothing", test_blank_leaves_nothing);
  g_test_add_func ("/store/unknown-members-survive", test_unknown_members_survive);
  g_test_add_func ("/store/unknown-members-keep-their-order", test_unknown_members_keep_their_order);
  g_test_add_func ("/store/opening-again", test_opening_again);
  g_test_add_func ("/store/empty-is-missing", test_empty_is_missing);
  g_test_add_func ("/store/newer-is-read-only", test_newer_is_read_only);
  g_test_add_func ("/store/newer-store-is-refused", test_newer_store_is_refused);
  g_test_add_func ("/store/damaged-files", test_damaged_files);
  g_test_add_func ("/store/hostile-records", test_hostile_records);
  g_test_add_func ("/store/copied-folder", test_copied_folder);
  g_test_add_func ("/store/too-long", test_too_long);
  g_test_add_func ("/store/delete-and-restore", test_delete_and_restore);
  g_test_add_func ("/store/newest-first", test_newest_first);
  g_test_add_func ("/store/failed-write-is-kept", test_failed_write_is_kept);
  g_test_add_func ("/store/steady-typing-is-saved", test_steady_typing_is_saved);
  g_test_add_func ("/store/sweep", test_sweep);
  g_test_add_func ("/store/export", test_export);
  return g_test_run ();
}
