/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-journal.h"
#include "hearten-move.h"
#include "hearten-place.h"
#include "hearten-test-home.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Moving the journal to another folder. What the disk can do meanwhile is tried in tests/faults. */

typedef struct
{
  HeartenTestHome *home;
  HeartenJournal *journal;
  HeartenEntry *page;
  char *old_folder;
  char *target;
  GCancellable *cancellable;
  guint n_progress;
  double part;
  gboolean write_meanwhile;
  char *left;
} House;

static void
add_page (HeartenJournal *journal, const char *words)
{
  g_autoptr (HeartenEntry) page = hearten_journal_begin (journal, NULL);

  hearten_journal_set_body (journal, page, words);
}

static House *
house_new (void)
{
  House *house = g_new0 (House, 1);

  house->home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  house->journal = hearten_journal_new (house->home->store);
  house->old_folder = g_strdup (hearten_store_get_folder (house->home->store));
  house->target = g_build_filename (house->home->folder, "synced", "Journal", NULL);
  house->page = hearten_journal_begin (house->journal, NULL);
  hearten_journal_set_body (house->journal, house->page, "Words of the page");
  for (int i = 0; i < 30; i++)
    add_page (house->journal, "Another");
  hearten_test_home_flush (house->home);
  return house;
}

static void
house_free (House *house)
{
  g_object_unref (house->page);
  g_object_unref (house->journal);
  g_clear_object (&house->cancellable);
  hearten_test_home_free (house->home);
  g_free (house->old_folder);
  g_free (house->target);
  g_free (house->left);
  g_free (house);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (House, house_free)

static char *
path_of (HeartenRecord *record, const char *folder)
{
  g_autofree char *name = g_strconcat (hearten_record_get_id (record), ".json", NULL);

  return g_build_filename (folder, "journal", "2026-11", name, NULL);
}

/* How many pages the next start finds, and that one of them says @body. */
static guint
count_pages (House *house, const char *body)
{
  g_autofree char *usual = g_build_filename (house->home->folder, "data", NULL);
  const char *state = hearten_store_get_state_folder (house->home->store);
  g_autoptr (HeartenStore) store = hearten_store_new (usual, state, HEARTEN_CLOCK (house->home->clock));
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  g_assert_true (hearten_store_open (store, NULL, &error));
  g_assert_no_error (error);
  records = hearten_store_load (store, HEARTEN_TYPE_ENTRY);
  for (guint i = 0; i < records->len; i++)
    found = found || g_str_equal (hearten_entry_get_body (records->pdata[i]), body);
  g_assert_true (found);
  g_assert_false (hearten_test_has (state, "move.json"));
  return records->len;
}

static void
on_moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  House *house = data;

  g_object_set_data_full (G_OBJECT (house->journal), "moved", g_object_ref (result), g_object_unref);
}

static void
on_progress_cb (double part, gpointer data)
{
  House *house = data;

  house->n_progress++;
  g_assert_cmpfloat (part, >=, 0);
  g_assert_cmpfloat (part, <=, 1);
  house->part = part;
  if (house->cancellable != NULL)
    g_cancellable_cancel (house->cancellable);
  if (house->write_meanwhile)
    {
      g_autofree char *body = g_strdup_printf ("Written at %g", part);

      hearten_journal_set_body (house->journal, house->page, body);
      hearten_store_flush_async (house->home->store, NULL, NULL);
    }
}

static gboolean
move (House *house, const char *target, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  hearten_store_move_async (house->home->store, target, on_progress_cb, house->cancellable, on_moved_cb,
                            house);
  while ((result = g_object_steal_data (G_OBJECT (house->journal), "moved")) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&house->left, g_free);
  return hearten_store_move_finish (house->home->store, result, &house->left, error);
}

static void
assert_private (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  struct stat st;

  g_assert_no_errno (lstat (path, &st));
  g_assert_cmpint (st.st_mode & 0777, ==, dir != NULL ? 0700 : 0600);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      assert_private (child);
    }
}

static void
test_moves (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  hearten_test_put (house->old_folder, "letters/2026-10/of-a-later-version.json", "?");
  hearten_test_put (house->old_folder, "journal/2026-11/damaged.json", "{");
  g_assert_true (move (house, house->target, &error));
  g_assert_no_error (error);
  g_assert_null (house->left);
  g_assert_cmpstr (hearten_store_get_folder (house->home->store), ==, house->target);
  g_assert_false (g_file_test (house->old_folder, G_FILE_TEST_EXISTS));
  g_assert_true (hearten_test_has (house->target, "letters/2026-10/of-a-later-version.json"));
  g_assert_true (hearten_test_has (house->target, "journal/2026-11/damaged.json"));
  assert_private (house->target);
  g_assert_cmpuint (house->n_progress, >, 1);
  g_assert_cmpfloat (house->part, ==, 1);

  /* The next words go to the new folder, and only there. */
  hearten_journal_set_body (house->journal, house->page, "Words after it");
  hearten_test_home_flush (house->home);
  g_assert_false (g_file_test (house->old_folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_pages (house, "Words after it"), ==, 31);
}

static void
test_moves_back (void)
{
  g_autoptr (House) house = house_new ();

  g_assert_true (move (house, house->target, NULL));
  g_assert_true (move (house, house->old_folder, NULL));
  g_assert_false (g_file_test (house->target, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_pages (house, "Words of the page"), ==, 31);
}

static void
test_into_an_empty_folder (void)
{
  g_autoptr (House) house = house_new ();
  struct stat st;

  hearten_test_put (house->target, ".stfolder/marker", "");
  g_assert_no_errno (g_chmod (house->target, 0755));
  g_assert_true (move (house, house->target, NULL));
  g_assert_true (hearten_test_has (house->target, ".stfolder/marker"));
  g_assert_no_errno (stat (house->target, &st));
  g_assert_cmpint (st.st_mode & 0777, ==, 0700);
  g_assert_cmpuint (count_pages (house, "Words of the page"), ==, 31);
}

static void
test_other_files_stay (void)
{
  g_autoptr (House) house = house_new ();
  const char *const names[] = { "holiday.jpg",  "journal/notes.txt", "journal/2026-11/x.md",
                                "letters.json", ".stignore",         "Journal/2026-11/x.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hearten_test_put (house->old_folder, names[i], "not Hearten's");
  g_assert_true (move (house, house->target, NULL));
  g_assert_nonnull (house->left);
  g_assert_nonnull (strstr (house->left, "Files that Hearten did not make stay"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (hearten_test_has (house->old_folder, names[i]));
      g_assert_false (hearten_test_has (house->target, names[i]));
    }
  g_assert_false (hearten_test_has (house->old_folder, "hearten.json"));
  g_assert_cmpuint (count_pages (house, "Words of the page"), ==, 31);
}

static void
test_saves_meanwhile (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *body = NULL;

  house->write_meanwhile = TRUE;
  g_assert_true (move (house, house->target, NULL));
  body = g_strdup (hearten_entry_get_body (house->page));
  g_assert_true (g_str_has_prefix (body, "Written at "));
  hearten_test_home_flush (house->home);
  g_assert_false (g_file_test (house->old_folder, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_pages (house, body), ==, 31);
}

static void
assert_unmoved (House *house)
{
  g_assert_cmpstr (hearten_store_get_folder (house->home->store), ==, house->old_folder);
  g_assert_cmpuint (count_pages (house, "Words of the page"), ==, 31);
}

static void
test_cancelled (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  house->cancellable = g_cancellable_new ();
  g_cancellable_cancel (house->cancellable);
  g_assert_false (move (house, house->target, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (house->target, G_FILE_TEST_EXISTS));
  assert_unmoved (house);

  /* What is typed after it goes where it went before. */
  hearten_journal_set_body (house->journal, house->page, "Still here");
  hearten_test_home_flush (house->home);
  g_assert_cmpuint (count_pages (house, "Still here"), ==, 31);
}

/* The second one is refused; the first goes on. */
static void
test_one_at_a_time (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *other = g_build_filename (house->home->folder, "other", NULL);
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GAsyncResult) choice = NULL;
  g_autoptr (GError) error = NULL;
  HeartenStore *store = house->home->store;

  hearten_store_move_async (store, house->target, NULL, NULL, on_moved_cb, house);
  g_assert_true (hearten_store_is_moving (store));
  hearten_store_move_async (store, other, NULL, NULL, hearten_test_take_result, &second);
  hearten_store_choose_async (store, house->old_folder, hearten_test_take_result, &choice);
  while (second == NULL || choice == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (hearten_store_move_finish (store, second, NULL, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER);
  g_clear_error (&error);
  g_assert_false (hearten_store_choose_finish (store, choice, NULL, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER);
  while (hearten_store_is_moving (store))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (hearten_store_get_folder (store), ==, house->target);
  g_assert_cmpuint (count_pages (house, "Words of the page"), ==, 31);
  g_object_set_data (G_OBJECT (house->journal), "moved", NULL);
}

static void
test_refusals (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *inside = g_build_filename (house->old_folder, "journal", "new", NULL);
  g_autofree char *twisted = g_build_filename (house->home->folder, "x", "..", "data", "sub", NULL);
  g_autofree char *link = g_build_filename (house->home->folder, "link", NULL);
  g_autofree char *full = g_build_filename (house->home->folder, "full", NULL);
  g_autofree char *journal = g_build_filename (house->home->folder, "other", NULL);
  g_autofree char *half = g_build_filename (house->home->folder, "half", NULL);
  g_autofree char *newer = g_build_filename (house->home->folder, "newer", NULL);
  g_autofree char *file = g_build_filename (house->home->folder, "full", "holiday.jpg", NULL);
  const struct
  {
    const char *target;
    const char *words;
  } cases[] = {
    { "relative/path", "is not the full path" },
    { house->old_folder, "is in" },
    { link, "is in" },
    { inside, "lie in each other" },
    { twisted, "lie in each other" },
    { house->home->folder, "lie in each other" },
    { "/", "lie in each other" },
    { full, "is not an empty folder" },
    { half, "is not an empty folder" },
    { file, "cannot be read" },
    { journal, "holds a journal already" },
    { newer, "newer version" },
    { "/proc/hearten", "may not write" },
  };

  g_assert_no_errno (symlink (house->old_folder, link));
  hearten_test_put (full, "holiday.jpg", "x");
  hearten_test_put (half, "journal/2026-11/x.json", "{}");
  hearten_test_put (journal, "hearten.json", "{\"fmt\":\"hearten\",\"v\":1,\"store\":\"x\"}");
  hearten_test_put (newer, "hearten.json", "{\"fmt\":\"hearten\",\"v\":9,\"store\":\"x\"}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].target);
      if (g_str_has_prefix (cases[i].target, "/proc") && access ("/proc", W_OK) == 0)
        continue; /* root may write everywhere but there it fails while copying; see below */
      g_assert_false (move (house, cases[i].target, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].words));
      assert_unmoved (house);
    }
  g_assert_true (hearten_test_has (half, "journal/2026-11/x.json"));
}

/* A disk that refuses only when it is written to. */
static void
test_fails_while_copying (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (move (house, "/proc/hearten", &error));
  g_assert_nonnull (error);
  assert_unmoved (house);
}

static void
test_not_complete (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = g_build_filename (house->old_folder, "hearten.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_unlink (path));
  g_assert_false (move (house, house->target, &error));
  g_assert_nonnull (strstr (error->message, "is not complete"));
  assert_unmoved (house);
}

/* A folder that cannot be listed must not be taken for one with nothing in it. */
static void
test_unreadable_file (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = path_of (HEARTEN_RECORD (house->page), house->old_folder);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_chmod (path, 0));
  if (access (path, R_OK) == 0)
    {
      g_test_skip ("this user may read everything");
      return;
    }
  g_assert_false (move (house, house->target, &error));
  g_assert_nonnull (strstr (error->message, "stays where it is"));
  g_assert_no_errno (g_chmod (path, 0600));
  assert_unmoved (house);
}

/* Interrupted */

static void
test_interrupted_while_copying (void)
{
  g_autoptr (House) house = house_new ();
  const char *state = hearten_store_get_state_folder (house->home->store);
  g_autoptr (HeartenMove) half = hearten_move_new (house->old_folder, house->target, state);
  g_autofree char *copy = path_of (HEARTEN_RECORD (house->page), house->target);
  g_autofree char *temporary = g_strconcat (copy, ".0a1b2c3d~", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearten_move_begin (half, &error));
  g_assert_no_error (error);
  g_assert_true (hearten_move_copy (half, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (temporary, "half", -1, NULL));
  assert_unmoved (house);
  g_assert_false (g_file_test (house->target, G_FILE_TEST_EXISTS));
}

/* What came into the new folder from elsewhere is not taken for a copy. */
static void
test_interrupted_beside_others (void)
{
  g_autoptr (House) house = house_new ();
  const char *state = hearten_store_get_state_folder (house->home->store);
  g_autoptr (HeartenMove) half = hearten_move_new (house->old_folder, house->target, state);
  g_autofree char *copy = path_of (HEARTEN_RECORD (house->page), house->target);
  g_autofree char *after = NULL;

  g_assert_true (hearten_move_begin (half, NULL));
  g_assert_true (hearten_move_copy (half, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_set_contents (copy, "{\"id\":\"of another device\"}", -1, NULL));
  hearten_test_put (house->target, "journal/2026-12/from-elsewhere.json", "{}");
  assert_unmoved (house);
  g_assert_true (g_file_get_contents (copy, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "{\"id\":\"of another device\"}");
  g_assert_true (hearten_test_has (house->target, "journal/2026-12/from-elsewhere.json"));
  g_assert_false (hearten_test_has (house->target, "hearten.json"));
}

static void
test_interrupted_after_the_switch (void)
{
  g_autoptr (House) house = house_new ();
  const char *state = hearten_store_get_state_folder (house->home->store);
  g_autoptr (HeartenMove) half = hearten_move_new (house->old_folder, house->target, state);

  g_assert_true (hearten_move_begin (half, NULL));
  g_assert_true (hearten_move_copy (half, NULL, NULL, NULL, NULL));
  g_assert_true (hearten_move_switch (half, NULL));
  /* A device that syncs brings one more to the old place. */
  hearten_test_put (house->old_folder, "journal/2026-12/late.json", "{}");
  g_assert_cmpuint (count_pages (house, "Words of the page"), ==, 31);
  g_assert_true (hearten_test_has (house->old_folder, "journal/2026-12/late.json"));
  g_assert_false (hearten_test_has (house->old_folder, "hearten.json"));
}

/* A change by hand, as with a text editor, counts in no revision. */
static void
test_changed_by_hand_after_the_switch (void)
{
  g_autoptr (House) house = house_new ();
  const char *state = hearten_store_get_state_folder (house->home->store);
  g_autoptr (HeartenMove) half = hearten_move_new (house->old_folder, house->target, state);
  g_autofree char *old = path_of (HEARTEN_RECORD (house->page), house->old_folder);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;

  g_assert_true (hearten_move_begin (half, NULL));
  g_assert_true (hearten_move_copy (half, NULL, NULL, NULL, NULL));
  g_assert_true (hearten_move_switch (half, NULL));
  g_assert_true (g_file_get_contents (old, &text, NULL, NULL));
  parts = g_strsplit (text, "Words of the page", -1);
  changed = g_strjoinv ("Words by hand", parts);
  g_assert_true (g_file_set_contents (old, changed, -1, NULL));
  g_assert_cmpuint (count_pages (house, "Words of the page"), ==, 31);
  g_assert_true (g_file_get_contents (old, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, changed);
  g_assert_nonnull (strstr (after, "Words by hand"));
}

/* A disk that went away between the two copies is no journal without pages. */
static void
test_away_before_the_switch (void)
{
  g_autoptr (House) house = house_new ();
  const char *state = hearten_store_get_state_folder (house->home->store);
  g_autoptr (HeartenMove) half = hearten_move_new (house->old_folder, house->target, state);
  g_autofree char *away = g_build_filename (house->home->folder, "away", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (hearten_move_begin (half, NULL));
  g_assert_true (hearten_move_copy (half, NULL, NULL, NULL, NULL));
  g_assert_no_errno (g_rename (house->old_folder, away));
  g_assert_false (hearten_move_copy (half, NULL, NULL, NULL, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER);
  g_assert_true (hearten_test_has (house->target, "hearten.json"));
  hearten_move_undo (half);
  g_assert_no_errno (g_rename (away, house->old_folder));
  assert_unmoved (house);
  g_assert_false (g_file_test (house->target, G_FILE_TEST_EXISTS));
}

/* A second copy catches up with what was written, added and removed since the first. */
static void
test_catches_up (void)
{
  g_autoptr (House) house = house_new ();
  const char *state = hearten_store_get_state_folder (house->home->store);
  g_autoptr (HeartenMove) half = hearten_move_new (house->old_folder, house->target, state);
  g_autofree char *gone = g_build_filename (house->old_folder, "journal", "2026-10", "gone.json", NULL);

  hearten_test_put (house->old_folder, "journal/2026-10/gone.json", "{}");
  g_assert_true (hearten_move_begin (half, NULL));
  g_assert_true (hearten_move_copy (half, NULL, NULL, NULL, NULL));
  g_assert_true (hearten_test_has (house->target, "journal/2026-10/gone.json"));
  hearten_journal_set_body (house->journal, house->page, "Changed meanwhile");
  add_page (house->journal, "Added meanwhile");
  hearten_test_home_flush (house->home);
  g_assert_no_errno (g_unlink (gone));
  g_assert_true (hearten_move_copy (half, NULL, NULL, NULL, NULL));
  g_assert_true (hearten_move_switch (half, NULL));
  g_assert_null (hearten_move_clear (half));
  g_assert_false (hearten_test_has (house->target, "journal/2026-10/gone.json"));
  g_assert_cmpuint (count_pages (house, "Changed meanwhile"), ==, 32);
  g_assert_cmpuint (count_pages (house, "Added meanwhile"), ==, 32);
}

/* An unfinished flush is answered when the folder is the new one. */
static void
test_flush_meanwhile (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GAsyncResult) flushed = NULL;

  house->write_meanwhile = TRUE;
  g_assert_true (move (house, house->target, NULL));
  hearten_store_flush_async (house->home->store, hearten_test_take_result, &flushed);
  while (flushed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (hearten_store_flush_finish (house->home->store, flushed, NULL));
  g_assert_cmpint (hearten_store_get_save_state (house->home->store), ==, HEARTEN_SAVE_STATE_SAVED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hearten_test_home_be_anyone ();

  g_test_add_func ("/move/moves", test_moves);
  g_test_add_func ("/move/moves-back", test_moves_back);
  g_test_add_func ("/move/into-an-empty-folder", test_into_an_empty_folder);
  g_test_add_func ("/move/other-files-stay", test_other_files_stay);
  g_test_add_func ("/move/saves-meanwhile", test_saves_meanwhile);
  g_test_add_func ("/move/cancelled", test_cancelled);
  g_test_add_func ("/move/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/move/refusals", test_refusals);
  g_test_add_func ("/move/fails-while-copying", test_fails_while_copying);
  g_test_add_func ("/move/not-complete", test_not_complete);
  g_test_add_func ("/move/unreadable-file", test_unreadable_file);
  g_test_add_func ("/move/interrupted-while-copying", test_interrupted_while_copying);
  g_test_add_func ("/move/interrupted-beside-others", test_interrupted_beside_others);
  g_test_add_func ("/move/interrupted-after-the-switch", test_interrupted_after_the_switch);
  g_test_add_func ("/move/changed-by-hand-after-the-switch", test_changed_by_hand_after_the_switch);
  g_test_add_func ("/move/away-before-the-switch", test_away_before_the_switch);
  g_test_add_func ("/move/catches-up", test_catches_up);
  g_test_add_func ("/move/flush-meanwhile", test_flush_meanwhile);
  return g_test_run ();
}
