/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-absence.h"
#include "hearten-context.h"
#include "hearten-missing.h"
#include "hearten-seen.h"
#include "hearten-test-home.h"

#include <glib/gstdio.h>

/* What should be in the folder and is not: listed, never deleted; and where much is gone, nothing goes. */

typedef struct
{
  char *folder;
  char *data;
  char *state;
  HeartenTestClock *clock;
  HeartenContext *context;
} House;

static void
flush (House *house)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hearten_store_flush_async (hearten_context_get_store (house->context), hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  hearten_store_flush_finish (hearten_context_get_store (house->context), result, &error);
  g_assert_no_error (error);
}

static guint
count_missing (House *house)
{
  return g_list_model_get_n_items (hearten_store_get_missing (hearten_context_get_store (house->context)));
}

static gboolean
is_frozen (House *house)
{
  return hearten_absence_get_frozen (hearten_context_get_absence (house->context));
}

static gboolean
has_list (House *house)
{
  return hearten_seen_any (house->state);
}

/* The program starts, and has looked at what is there. */
static void
start (House *house)
{
  house->context = hearten_context_new (house->data, house->state, HEARTEN_CLOCK (house->clock));
  hearten_context_open (house->context);
  while (hearten_context_get_state (house->context) == HEARTEN_CONTEXT_OPENING)
    g_main_context_iteration (NULL, TRUE);
  while (hearten_context_get_state (house->context) == HEARTEN_CONTEXT_READY &&
         !hearten_absence_has_looked (hearten_context_get_absence (house->context)))
    g_main_context_iteration (NULL, TRUE);
}

static void
end (House *house)
{
  flush (house);
  hearten_test_wait_for_end (g_steal_pointer (&house->context));
}

static House *
house_new (guint n_pages)
{
  House *house = g_new0 (House, 1);

  house->folder = g_dir_make_tmp ("hearten-test-XXXXXX", NULL);
  house->data = g_build_filename (house->folder, "data", NULL);
  house->state = g_build_filename (house->folder, "state", NULL);
  house->clock = hearten_test_clock_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  start (house);
  for (guint i = 0; i < n_pages; i++)
    {
      HeartenJournal *journal = hearten_context_get_journal (house->context);
      g_autoptr (HeartenEntry) page = hearten_journal_begin (journal, NULL);

      hearten_journal_set_title (journal, page, "A page");
    }
  end (house);
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
  g_assert_cmpint (has_list (house), ==, n_pages > 0);
  end (house);
  return house;
}

static void
house_free (House *house)
{
  if (house->context != NULL)
    end (house);
  g_object_unref (house->clock);
  hearten_test_remove_all (house->folder);
  g_free (house->folder);
  g_free (house->data);
  g_free (house->state);
  g_free (house);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (House, house_free)

/* Takes @n pages out of the folder, or puts all back. */
static void
take_out (House *house, guint n)
{
  g_autofree char *month = g_build_filename (house->data, "journal", "2026-11", NULL);
  g_autofree char *aside = g_build_filename (house->folder, "aside", NULL);
  g_autoptr (GDir) dir = g_dir_open (n > 0 ? month : aside, 0, NULL);
  const char *name;

  g_assert_no_errno (g_mkdir_with_parents (aside, 0700));
  for (guint i = 0; (n == 0 || i < n) && (name = g_dir_read_name (dir)) != NULL; i++)
    {
      g_autofree char *from = g_build_filename (n > 0 ? month : aside, name, NULL);
      g_autofree char *to = g_build_filename (n > 0 ? aside : month, name, NULL);

      g_assert_no_errno (g_rename (from, to));
    }
}

static void
test_one_is_missing (void)
{
  g_autoptr (House) house = house_new (30);
  g_autoptr (HeartenMissing) missing = NULL;
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *day = NULL;

  take_out (house, 1);
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 1);
  g_assert_false (is_frozen (house));
  missing = g_list_model_get_item (hearten_store_get_missing (hearten_context_get_store (house->context)), 0);
  day = hearten_missing_dup_day (missing);
  g_assert_cmpstr (day, ==, "2026-11-23");
  g_assert_cmpstr (hearten_missing_get_kind (missing), ==, "entry");
  g_assert_false (hearten_seen_report (house->data, house->state, report));
  g_assert_nonnull (strstr (report->str, hearten_missing_get_id (missing)));
  end (house);

  /* It stays so over many starts, and is not when its file is back. */
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 1);
  end (house);
  take_out (house, 0);
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
}

static void
test_how_many_freeze (void)
{
  static const struct
  {
    guint pages;
    guint gone;
    gboolean frozen;
  } cases[] = {
    { 30, 3, FALSE }, { 30, 4, TRUE },    { 10, 1, FALSE },
    { 9, 1, TRUE },   { 220, 20, FALSE }, { 220, 21, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (House) house = house_new (cases[i].pages);

      g_test_message ("%u of %u", cases[i].gone, cases[i].pages);
      take_out (house, cases[i].gone);
      start (house);
      g_assert_cmpuint (count_missing (house), ==, cases[i].gone);
      g_assert_cmpint (is_frozen (house), ==, cases[i].frozen);
      end (house);
      take_out (house, 0);
      start (house);
      g_assert_false (is_frozen (house));
    }
}

static void
on_missing_changed_cb (GListModel *missing, guint position, guint removed, guint added, guint *n_changes)
{
  (*n_changes)++;
}

/* A whole disk: whoever shows the list looks at it once, and not once for each page. */
static void
test_many_come_back_at_once (void)
{
  g_autoptr (House) house = house_new (300);
  GListModel *missing;
  guint n_changes = 0;

  take_out (house, 200);
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 200);
  missing = hearten_store_get_missing (hearten_context_get_store (house->context));
  g_signal_connect (missing, "items-changed", G_CALLBACK (on_missing_changed_cb), &n_changes);
  take_out (house, 0);
  hearten_store_look_again (hearten_context_get_store (house->context));
  flush (house);
  while (count_missing (house) > 0)
    g_main_context_iteration (NULL, TRUE);
  /* The files may be looked at while they come, a few hundred milliseconds apart. */
  g_assert_cmpuint (n_changes, <, 20);
}

static guint
count_trash (House *house)
{
  return g_list_model_get_n_items (
      hearten_records_get_trash (HEARTEN_RECORDS (hearten_context_get_journal (house->context))));
}

/* What is long in the trash is buried at a start; not while half of the journal is gone. */
static void
test_nothing_is_swept (void)
{
  g_autoptr (HeartenEntry) another = NULL;
  g_autoptr (House) house = house_new (30);
  HeartenRecords *journal;

  start (house);
  journal = HEARTEN_RECORDS (hearten_context_get_journal (house->context));
  for (int i = 0; i < 12; i++)
    {
      g_autoptr (HeartenRecord) page = g_list_model_get_item (G_LIST_MODEL (journal), 0);

      hearten_records_delete (journal, page);
    }
  end (house);
  hearten_test_clock_set_now (house->clock, "2027-01-23T20:14:05Z");

  take_out (house, 10);
  start (house);
  g_assert_true (is_frozen (house));
  g_assert_cmpuint (count_trash (house), >, 0);
  flush (house);

  /* Writing goes on. */
  another = hearten_journal_begin (hearten_context_get_journal (house->context), NULL);
  hearten_journal_set_title (hearten_context_get_journal (house->context), another, "Written meanwhile");
  end (house);

  take_out (house, 0);
  start (house);
  g_assert_false (is_frozen (house));
  g_assert_cmpuint (count_trash (house), ==, 0);
}

static void
forget (House *house)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  HeartenAbsence *absence = hearten_context_get_absence (house->context);

  hearten_absence_forget_async (absence, hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (hearten_absence_forget_finish (absence, result, &error));
  g_assert_no_error (error);
}

static void
test_really_gone (void)
{
  g_autoptr (House) house = house_new (30);

  take_out (house, 15);
  start (house);
  g_assert_true (is_frozen (house));
  forget (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
  g_assert_false (is_frozen (house));
  end (house);
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hearten_context_get_journal (house->context))),
                    ==, 15);
}

/* Nobody knows what is in it: nothing is missing, and nothing is tidied away because of it. */
static void
test_folder_cannot_be_read (void)
{
  g_autoptr (House) house = house_new (30);
  g_autofree char *month = g_build_filename (house->data, "journal", "2026-11", NULL);
  g_autofree char *kind = g_build_filename (house->data, "journal", NULL);
  const char *const folders[] = { month, kind };
  const int modes[] = { 0, 0400 };

  for (guint i = 0; i < 4; i++)
    {
      const char *folder = folders[i / 2];
      int mode = modes[i % 2];

      g_assert_no_errno (g_chmod (folder, mode));
      start (house);
      g_assert_cmpint (hearten_context_get_state (house->context), ==, HEARTEN_CONTEXT_READY);
      g_assert_cmpuint (count_missing (house), ==, 0);
      g_assert_false (is_frozen (house));
      end (house);
      g_assert_no_errno (g_chmod (folder, 0700));
    }
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (hearten_context_get_journal (house->context))),
                    ==, 30);
}

/* Under another name, as programs that sync give it, it is there. */
static void
test_under_another_name (void)
{
  g_autoptr (House) house = house_new (30);
  g_autofree char *month = g_build_filename (house->data, "journal", "2026-11", NULL);
  g_autoptr (GDir) dir = g_dir_open (month, 0, NULL);
  g_autofree char *own = g_build_filename (month, g_dir_read_name (dir), NULL);
  g_autofree char *other = g_strconcat (own, ".sync-conflict-20261123-201405-ABCDEFG.json", NULL);

  g_assert_no_errno (g_rename (own, other));
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
}

/* A tombstone may go: it was deleted, and everybody knows. */
static void
test_tombstones_may_go (void)
{
  g_autoptr (House) house = house_new (30);
  HeartenRecords *journal;
  g_autoptr (HeartenRecord) page = NULL;
  g_autofree char *path = NULL;

  start (house);
  journal = HEARTEN_RECORDS (hearten_context_get_journal (house->context));
  page = g_list_model_get_item (G_LIST_MODEL (journal), 0);
  hearten_records_delete (journal, page);
  hearten_records_bury (journal, page);
  end (house);
  start (house);
  end (house);
  path = g_strdup_printf ("%s/journal/2026-11/%s.json", house->data, hearten_record_get_id (page));
  g_assert_no_errno (g_unlink (path));
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
}

/* A tombstone whose time has come goes after the older copies for which it is still needed. */
static void
test_tombstone_outlasts_copies (void)
{
  g_autoptr (House) house = house_new (2);
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  HeartenRecords *journal;
  g_autoptr (HeartenRecord) page = NULL;
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;

  start (house);
  journal = HEARTEN_RECORDS (hearten_context_get_journal (house->context));
  page = g_list_model_get_item (G_LIST_MODEL (journal), 0);
  path = g_strdup_printf ("%s/journal/2026-11/%s.json", house->data, hearten_record_get_id (page));
  copy = g_strconcat (path, ".sync-conflict-20261123-201405-ABCDEFG.json", NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  hearten_records_delete (journal, page);
  hearten_records_bury (journal, page);
  end (house);
  g_assert_true (g_file_set_contents (copy, text, -1, NULL));
  hearten_test_clock_set_now (house->clock, "2027-06-23T20:14:05Z");

  start (house);
  while (g_file_test (copy, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
  flush (house);
  journal = HEARTEN_RECORDS (hearten_context_get_journal (house->context));
  g_assert_null (hearten_records_find (journal, hearten_record_get_id (page)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (journal)), ==, 1);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* A copy that somebody keeps in a folder of their own is not Hearten's to remove: so the tombstone stays. */
static void
test_tombstone_stays_for_a_keepsake (void)
{
  g_autoptr (House) house = house_new (2);
  HeartenRecords *journal;
  g_autoptr (HeartenRecord) page = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = g_build_filename (house->data, "journal", "keepsakes", NULL);
  g_autofree char *copy = g_build_filename (folder, "our-day.json", NULL);
  g_autofree char *text = NULL;

  start (house);
  journal = HEARTEN_RECORDS (hearten_context_get_journal (house->context));
  page = g_list_model_get_item (G_LIST_MODEL (journal), 0);
  path = g_strdup_printf ("%s/journal/2026-11/%s.json", house->data, hearten_record_get_id (page));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  hearten_records_delete (journal, page);
  hearten_records_bury (journal, page);
  end (house);
  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_true (g_file_set_contents (copy, text, -1, NULL));
  hearten_test_clock_set_now (house->clock, "2027-06-23T20:14:05Z");

  for (int i = 0; i < 3; i++)
    {
      start (house);
      flush (house);
      journal = HEARTEN_RECORDS (hearten_context_get_journal (house->context));
      g_assert_null (hearten_records_find (journal, hearten_record_get_id (page)));
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (journal)), ==, 1);
      end (house);
      g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
    }

  /* When it is gone, there is nothing any more to keep the tombstone for. */
  g_assert_no_errno (g_unlink (copy));
  start (house);
  end (house);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The usual folder, too, is not begun anew where there was a journal. */
static void
test_folder_is_away (void)
{
  g_autoptr (House) house = house_new (30);
  g_autofree char *aside = g_build_filename (house->folder, "unmounted", NULL);

  g_assert_no_errno (g_rename (house->data, aside));
  start (house);
  g_assert_cmpint (hearten_context_get_state (house->context), ==, HEARTEN_CONTEXT_FAILED);
  g_assert_true (hearten_context_is_away (house->context));
  g_assert_false (g_file_test (house->data, G_FILE_TEST_EXISTS));

  g_assert_no_errno (g_rename (aside, house->data));
  hearten_context_open (house->context);
  while (hearten_context_get_state (house->context) == HEARTEN_CONTEXT_OPENING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (hearten_context_get_state (house->context), ==, HEARTEN_CONTEXT_READY);
  g_assert_false (hearten_context_is_away (house->context));
}

static void
test_folder_is_gone_for_good (void)
{
  g_autoptr (House) house = house_new (30);

  hearten_test_remove_all (house->data);
  start (house);
  g_assert_true (hearten_context_is_away (house->context));
  forget (house);
  hearten_context_open (house->context);
  while (hearten_context_get_state (house->context) == HEARTEN_CONTEXT_OPENING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (hearten_context_get_state (house->context), ==, HEARTEN_CONTEXT_READY);
  g_assert_true (g_file_test (house->data, G_FILE_TEST_IS_DIR));
}

/* A list that is broken costs no more than what it listed. */
static void
test_broken_list (void)
{
  g_autoptr (House) house = house_new (30);
  g_autofree char *path = g_build_filename (house->state, "seen", "journal", "2026-11.ids", NULL);
  g_autofree char *text = NULL;

  g_assert_true (
      g_file_set_contents (path, "\377\nnot an id\n019ab1c2-0000-7000-8000-00000000000\n\n", -1, NULL));
  start (house);
  g_assert_cmpuint (count_missing (house), ==, 0);
  end (house);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpuint (strlen (text), ==, 30 * 37);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hearten_test_home_be_anyone ();

  g_test_add_func ("/missing/one", test_one_is_missing);
  g_test_add_func ("/missing/how-many-freeze", test_how_many_freeze);
  g_test_add_func ("/missing/many-come-back-at-once", test_many_come_back_at_once);
  g_test_add_func ("/missing/nothing-is-swept", test_nothing_is_swept);
  g_test_add_func ("/missing/really-gone", test_really_gone);
  g_test_add_func ("/missing/folder-cannot-be-read", test_folder_cannot_be_read);
  g_test_add_func ("/missing/under-another-name", test_under_another_name);
  g_test_add_func ("/missing/tombstones-may-go", test_tombstones_may_go);
  g_test_add_func ("/missing/tombstone-outlasts-copies", test_tombstone_outlasts_copies);
  g_test_add_func ("/missing/tombstone-stays-for-a-keepsake", test_tombstone_stays_for_a_keepsake);
  g_test_add_func ("/missing/folder-is-away", test_folder_is_away);
  g_test_add_func ("/missing/folder-is-gone-for-good", test_folder_is_gone_for_good);
  g_test_add_func ("/missing/broken-list", test_broken_list);
  return g_test_run ();
}
