/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-check.h"
#include "hearten-id.h"
#include "hearten-journal.h"
#include "hearten-reminders.h"
#include "hearten-test-home.h"

#include <string.h>

#define DAY (24 * 60 * 60)

static void
delete_page (HeartenJournal *journal, HeartenEntry *entry)
{
  hearten_records_delete (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
}

static GListModel *
trash_of (HeartenJournal *journal)
{
  return hearten_records_get_trash (HEARTEN_RECORDS (journal));
}

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static char *
read_file (HeartenTestHome *home, const char *id)
{
  g_autofree char *month = hearten_id_dup_month (id);
  g_autofree char *path = g_strdup_printf ("%s/journal/%s/%s.json", hearten_store_get_folder (home->store),
                                           month, id);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
assert_members (const char *text, const char *const *names)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = hearten_json_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (json_object_get_size (object), ==, g_strv_length ((GStrv) names));
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (json_object_has_member (object, names[i]));
}

static const char *const TOMBSTONE[] = {
  "id", "kind", "v", "created", "modified", "revision", "deleted", NULL
};

/* Tests */

static void
test_list (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) first = hearten_test_write_page (journal, "written first", "every word");
  g_autoptr (HeartenEntry) second = hearten_test_write_page (journal, "written second", "");
  g_autoptr (HeartenEntry) third = hearten_test_write_page (journal, "written third", "");
  g_autoptr (HeartenJournal) again = NULL;

  delete_page (journal, second);
  hearten_test_clock_advance (home->clock, 60);
  delete_page (journal, first);
  hearten_test_home_flush (home);

  again = hearten_test_home_load_journal (home);
  for (int i = 0; i < 2; i++)
    {
      HeartenJournal *shown = i == 0 ? journal : again;
      g_autoptr (HeartenEntry) top = g_list_model_get_item (trash_of (shown), 0);
      g_autoptr (HeartenEntry) next = g_list_model_get_item (trash_of (shown), 1);

      g_assert_cmpuint (count (shown), ==, 1);
      g_assert_cmpuint (count (trash_of (shown)), ==, 2);
      g_assert_cmpstr (hearten_entry_get_title (top), ==, "written first");
      g_assert_cmpstr (hearten_entry_get_body (top), ==, "every word");
      g_assert_cmpstr (hearten_entry_get_title (next), ==, "written second");
      hearten_records_restore (HEARTEN_RECORDS (shown), HEARTEN_RECORD (top));
      g_assert_cmpuint (count (shown), ==, 2);
      g_assert_cmpuint (count (trash_of (shown)), ==, 1);
    }
  g_assert_nonnull (third);
}

static void
test_thirty_days (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "gone", "every word");
  g_autoptr (HeartenJournal) again = NULL;
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *id = hearten_record_get_id (HEARTEN_RECORD (entry));

  delete_page (journal, entry);
  hearten_test_clock_advance (home->clock, 30 * DAY - 1);
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  hearten_test_home_flush (home);
  g_assert_cmpuint (count (trash_of (journal)), ==, 1);
  before = read_file (home, id);
  g_assert_nonnull (strstr (before, "every word"));

  hearten_test_clock_advance (home->clock, 1);
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  hearten_test_home_flush (home);
  g_assert_cmpuint (count (trash_of (journal)), ==, 0);
  g_assert_null (hearten_records_find (HEARTEN_RECORDS (journal), id));
  after = read_file (home, id);
  assert_members (after, TOMBSTONE);

  /* Nobody sees it, nothing is damaged, and the check tells. */
  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (again), ==, 0);
  g_assert_cmpuint (count (trash_of (again)), ==, 0);
  g_assert_null (hearten_records_find (HEARTEN_RECORDS (again), id));
  g_assert_cmpuint (count (hearten_store_get_damaged (home->store)), ==, 0);
  g_assert_true (hearten_check (hearten_store_get_folder (home->store), report));
  g_assert_nonnull (strstr (report->str, "entry           0   in the trash 0   deleted for good 1"));
}

static void
test_for_good (void)
{
  static const char *const text =
      "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":1,\"title\":\"secret\","
      "\"body\":\"every word\",\"tip\":\"tip-05\",\"mood\":-2,\"starred\":true,\"place\":{\"lat\":52.5}}";
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) entry = NULL;
  g_autofree char *after = NULL;

  hearten_test_home_put (home, "journal/2025-11/019ab1c2-0000-7000-8000-000000000000.json", text);
  journal = hearten_test_home_load_journal (home);
  entry = g_list_model_get_item (G_LIST_MODEL (journal), 0);
  hearten_records_bury (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry)); /* not in the trash: no */
  g_assert_cmpuint (count (journal), ==, 1);
  g_assert_false (hearten_record_is_tombstone (HEARTEN_RECORD (entry)));

  delete_page (journal, entry);
  hearten_records_bury (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  hearten_test_home_flush (home);
  after = read_file (home, "019ab1c2-0000-7000-8000-000000000000");
  assert_members (after, TOMBSTONE); /* what a later version added is gone as well */

  /* An undo that comes too late, and a last key. */
  hearten_records_restore (HEARTEN_RECORDS (journal), HEARTEN_RECORD (entry));
  hearten_journal_set_body (journal, entry, "one more word");
  hearten_test_home_flush (home);
  g_assert_cmpuint (count (journal), ==, 0);
  g_assert_cmpuint (count (trash_of (journal)), ==, 0);
  g_free (after);
  after = read_file (home, "019ab1c2-0000-7000-8000-000000000000");
  assert_members (after, TOMBSTONE);
}

static void
test_tombstone_goes (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "gone", "");
  g_autoptr (HeartenJournal) later = NULL;
  g_autofree char *kept = NULL;
  const char *id = hearten_record_get_id (HEARTEN_RECORD (entry));
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  char *text;

  delete_page (journal, entry);
  hearten_test_clock_advance (home->clock, 31 * DAY);
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  hearten_test_home_flush (home);

  later = hearten_test_home_load_journal (home);
  hearten_test_clock_advance (home->clock, 180 * DAY - 1);
  hearten_records_sweep (HEARTEN_RECORDS (later));
  hearten_test_home_flush (home);
  kept = read_file (home, id);
  g_assert_nonnull (kept);

  hearten_test_clock_advance (home->clock, 1);
  hearten_records_sweep (HEARTEN_RECORDS (later));
  while ((text = read_file (home, id)) != NULL)
    {
      g_free (text);
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* A computer that starts in 2098 must not cost a word. */
static void
test_wrong_clock (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "kept", "every word");

  delete_page (journal, entry);
  hearten_test_home_flush (home);
  hearten_test_clock_set_now (home->clock, "2098-01-01T00:00:00Z");
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  hearten_test_clock_set_now (home->clock, "1970-01-01T00:00:00Z");
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  g_assert_cmpuint (count (trash_of (journal)), ==, 1);
}

/* Emptied, then deleted: its earlier versions may still be wanted, so it is no tombstone yet. */
static void
test_blank_page (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  g_autoptr (HeartenEntry) entry = hearten_test_write_page (journal, "", "words");
  g_autoptr (HeartenJournal) again = NULL;
  g_autoptr (HeartenEntry) found = NULL;
  g_autofree char *text = NULL;

  hearten_journal_set_body (journal, entry, "");
  delete_page (journal, entry);
  hearten_test_home_flush (home);
  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (trash_of (again)), ==, 1);
  found = g_list_model_get_item (trash_of (again), 0);
  hearten_records_restore (HEARTEN_RECORDS (again), HEARTEN_RECORD (found));
  hearten_test_home_flush (home);
  text = read_file (home, hearten_record_get_id (HEARTEN_RECORD (entry)));
  g_assert_null (strstr (text, "blank"));
}

/* Written by a newer version: it may mean what this one does not know, and so it stays. */
static void
test_newer_stays (void)
{
  static const char *const text =
      "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"entry\",\"v\":2,\"title\":\"later\","
      "\"deleted\":\"2026-10-01T00:00:00Z\"}";
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) found = NULL;

  hearten_test_home_put (home, "journal/2025-11/019ab1c2-0000-7000-8000-000000000000.json", text);
  journal = hearten_test_home_load_journal (home);
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  g_assert_cmpuint (count (trash_of (journal)), ==, 1);
  found = g_list_model_get_item (trash_of (journal), 0);
  hearten_records_restore (HEARTEN_RECORDS (journal), HEARTEN_RECORD (found));
  g_assert_cmpuint (count (trash_of (journal)), ==, 1);
}

/* A kind that cannot be read without its own members. */
static void
test_other_kinds (void)
{
  static const char *const text =
      "{\"id\":\"019ab1c2-0000-7000-8000-000000000000\",\"kind\":\"reminder\",\"v\":1,"
      "\"created\":\"2026-01-01T00:00:00Z\",\"modified\":\"2026-10-01T00:00:00Z\",\"revision\":{\"a\":3},"
      "\"deleted\":\"2026-09-01T00:00:00Z\"}";
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenReminders) reminders = hearten_reminders_new (home->store);

  hearten_test_home_put (home, "reminders/2025-11/019ab1c2-0000-7000-8000-000000000000.json", text);
  hearten_test_home_load (home, reminders);
  g_assert_cmpuint (count (reminders), ==, 0);
  g_assert_cmpuint (count (hearten_records_get_trash (HEARTEN_RECORDS (reminders))), ==, 0);
  g_assert_cmpuint (count (hearten_store_get_damaged (home->store)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trash/list", test_list);
  g_test_add_func ("/trash/thirty-days", test_thirty_days);
  g_test_add_func ("/trash/for-good", test_for_good);
  g_test_add_func ("/trash/tombstone-goes", test_tombstone_goes);
  g_test_add_func ("/trash/wrong-clock", test_wrong_clock);
  g_test_add_func ("/trash/blank-page", test_blank_page);
  g_test_add_func ("/trash/newer-stays", test_newer_stays);
  g_test_add_func ("/trash/other-kinds", test_other_kinds);
  return g_test_run ();
}
