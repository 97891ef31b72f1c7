/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-archive.h"
#include "hearten-chapter.h"
#include "hearten-durable.h"
#include "hearten-ending.h"
#include "hearten-place.h"
#include "hearten-bundle.h"
#include "hearten-test-home.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

/* Closing a chapter: the copy in one file, the deletion that goes on after a crash, and the offer. */

typedef struct
{
  HeartenTestHome *home;
  HeartenJournal *journal;
  char *data;
  char *state;
  char *archive;
} House;

static void
add_page (House *house, const char *words)
{
  g_autoptr (HeartenEntry) page = hearten_journal_begin (house->journal, NULL);

  hearten_journal_set_body (house->journal, page, words);
}

static House *
house_new (void)
{
  House *house = g_new0 (House, 1);

  house->home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  house->journal = hearten_journal_new (house->home->store);
  house->data = g_strdup (hearten_store_get_folder (house->home->store));
  house->state = g_strdup (hearten_store_get_state_folder (house->home->store));
  house->archive = g_build_filename (house->home->folder, "away", "hearten.tar", NULL);
  for (int i = 0; i < 5; i++)
    add_page (house, "Words under the blue lamp");
  hearten_test_home_flush (house->home);
  return house;
}

static void
house_free (House *house)
{
  g_object_unref (house->journal);
  hearten_test_home_free (house->home);
  g_free (house->data);
  g_free (house->state);
  g_free (house->archive);
  g_free (house);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (House, house_free)

/* How many files below @folder hold @words */
static guint
count_words (const char *folder, const char *words)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_words (path, words);
      else if (g_file_get_contents (path, &text, &length, NULL))
        n += g_strstr_len (text, length, words) != NULL ? 1 : 0;
    }
  return n;
}

/* The archive */

static void
test_archive (void)
{
  HeartenArchive *archive = hearten_archive_new ();
  g_autofree char *long_name = g_strnfill (240, 'n');
  g_autofree char *full_name = g_strnfill (100, 'f');
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789", 10);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GHashTable) files = NULL;
  g_autoptr (GError) error = NULL;

  hearten_archive_add (archive, "one", bytes, 0);
  hearten_archive_add (archive, long_name, bytes, 1795464845);
  hearten_archive_add (archive, full_name, nothing, 1795464845);
  whole = hearten_archive_finish (archive);
  files = hearten_archive_read (whole, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (files), ==, 3);
  g_assert_true (g_bytes_equal (g_hash_table_lookup (files, "one"), bytes));
  g_assert_true (g_bytes_equal (g_hash_table_lookup (files, long_name), bytes));
  g_assert_true (g_bytes_equal (g_hash_table_lookup (files, full_name), nothing));
}

/* Cut at any place it is not taken for whole. */
static void
test_archive_cut (void)
{
  HeartenArchive *archive = hearten_archive_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789", 10);
  g_autoptr (GBytes) whole = NULL;

  hearten_archive_add (archive, "one", bytes, 0);
  hearten_archive_add (archive, "two", bytes, 0);
  whole = hearten_archive_finish (archive);
  for (gsize length = 0; length < g_bytes_get_size (whole); length += 100)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_archive_read (cut, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED);
    }
}

/* Any other program has to read it, too. */
static void
test_archive_tar (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *tar = g_find_program_in_path ("tar");
  g_autofree char *out = g_build_filename (house->home->folder, "out", NULL);
  g_autofree char *unpacked = g_build_filename (out, "hearten", NULL);
  g_autofree char *records = g_build_filename (unpacked, "records", NULL);
  const char *argv[] = { tar, "-xf", house->archive, "-C", out, NULL };
  g_autofree char *long_file = NULL;
  g_autofree char *name = g_strnfill (150, 'a');
  HeartenPlaceKind kind;
  g_autoptr (GError) error = NULL;
  int status;

  if (tar == NULL)
    {
      g_test_skip ("there is no tar here");
      return;
    }
  long_file = g_strconcat ("journal/2026-11/", name, ".json", NULL);
  hearten_test_put (house->data, long_file, "no record, but here");
  g_assert_true (hearten_bundle (house->data, house->archive, NULL, &error));
  g_assert_no_error (error);
  g_assert_no_errno (g_mkdir (out, 0700));
  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_true (hearten_test_has (records, long_file));
  g_assert_cmpuint (count_words (unpacked, "blue lamp"), ==, 10); /* as a record and as a page */
  g_assert_true (hearten_place_look (records, &kind, NULL));
  g_assert_cmpint (kind, ==, HEARTEN_PLACE_JOURNAL);
}

/* The copy */

static void
test_seal (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  struct stat st;
  guint n_pages;

  g_assert_true (hearten_bundle (house->data, house->archive, &n_pages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, 5);
  g_assert_no_errno (stat (house->archive, &st));
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
  add_page (house, "Written since");
  hearten_test_home_flush (house->home);
  g_assert_false (hearten_bundle_check (house->data, house->archive, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_CHANGED);
}

static void
test_seal_damaged (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  char *record;
  gsize length;

  g_assert_true (hearten_bundle (house->data, house->archive, NULL, &error));
  g_assert_true (g_file_get_contents (house->archive, &text, &length, NULL));
  record = memmem (text, length, "hearten/records/journal/", strlen ("hearten/records/journal/"));
  record = memmem (record, text + length - record, "blue lamp", strlen ("blue lamp"));
  *record = 'B';
  g_assert_true (g_file_set_contents (house->archive, text, length, NULL));
  g_assert_false (hearten_bundle_check (house->data, house->archive, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (house->archive, text, length / 2, NULL));
  g_assert_false (hearten_bundle_check (house->data, house->archive, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_MALFORMED);
}

static void
test_seal_nowhere (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *path = g_build_filename (house->data, "hearten.json", "below", "a.tar", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (hearten_bundle (house->data, path, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_words (house->data, "blue lamp"), ==, 5);
}

/* Deleting */

static void
leave_traces (House *house)
{
  hearten_test_put (house->data, "letters/2026-10/not-a-record.json", "blue lamp, damaged");
  hearten_test_put (house->data, "journal/2026-11/019abc00-0000-7000-8000-000000000001.json.0a1b2c3d~",
                    "blue lamp, half");
  hearten_test_put (house->data, "aside/2026-11-01T000000Z/journal/2026-10/x.json", "blue lamp, aside");
  hearten_test_put (house->data, "of-somebody-else.txt", "not ours");
  hearten_test_put (house->state,
                    "generations/019abc00-0000-7000-8000-000000000001/20261101T000000.000000Z.json",
                    "blue lamp, earlier");
  hearten_test_put (house->state, "schedule.json", "blue lamp, a reminder");
}

static HeartenStore *
open_next (House *house, GError **error)
{
  g_autoptr (HeartenStore)
      store = hearten_store_new (house->data, house->state, HEARTEN_CLOCK (house->home->clock));

  return hearten_store_open (store, NULL, error) ? g_steal_pointer (&store) : NULL;
}

static void
assert_gone (House *house)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenStore) store = open_next (house, &error);
  g_autoptr (GPtrArray) records = NULL;

  g_assert_no_error (error);
  records = hearten_store_load (store, HEARTEN_TYPE_ENTRY);
  g_assert_cmpuint (records->len, ==, 0);
  g_assert_cmpuint (count_words (house->data, "blue lamp"), ==, 0);
  g_assert_cmpuint (count_words (house->state, "blue lamp"), ==, 0);
  g_assert_false (hearten_test_has (house->state, "ending.json"));
  g_assert_false (hearten_test_has (house->data, "journal"));
  g_assert_true (hearten_test_has (house->data, "of-somebody-else.txt"));
}

static void
test_ending (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GError) error = NULL;

  leave_traces (house);
  g_assert_true (hearten_bundle (house->data, house->archive, NULL, &error));
  g_assert_true (hearten_ending_begin (house->data, house->state, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_words (house->data, "blue lamp"), >=, 5);
  assert_gone (house);
  g_assert_true (g_file_test (house->archive, G_FILE_TEST_EXISTS));
}

/* After a crash in the middle some files are gone and some are there: the next start ends it. */
static void
test_ending_killed (void)
{
  for (int round = 0; round < 12; round++)
    {
      g_autoptr (House) house = house_new ();
      g_autoptr (GError) error = NULL;

      leave_traces (house);
      g_assert_true (hearten_ending_begin (house->data, house->state, &error));
      /* The removal of the n-th file is the last that happened. */
      {
        g_autofree char *month = g_build_filename (house->data, "journal", "2026-11", NULL);
        g_autoptr (GDir) dir = g_dir_open (month, 0, NULL);
        const char *name;

        for (int i = 0; i < round && (name = g_dir_read_name (dir)) != NULL; i++)
          {
            g_autofree char *path = g_build_filename (month, name, NULL);

            g_assert_no_errno (g_unlink (path));
          }
      }
      assert_gone (house);
    }
}

/* Killed between the last file and the end of the note */
static void
test_ending_bare (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *uri = g_filename_to_uri (house->data, NULL, NULL);
  g_autofree char *note = g_strdup_printf (
      "{\"fmt\": \"hearten-ending\", \"v\": 1, \"folder\": \"%s\", \"bare\": true}", uri);
  g_autoptr (GError) error = NULL;

  hearten_test_put (house->data, "of-somebody-else.txt", "not ours");
  g_assert_true (hearten_place_set_folder (house->state, house->data, &error));
  g_assert_true (hearten_ending_begin (house->data, house->state, &error));
  hearten_test_put (house->state, "ending.json", note);
  assert_gone (house);
  g_assert_false (hearten_test_has (house->state, "place.json"));
}

/* What cannot be deleted is not passed over: nothing new begins on top of it. */
static void
test_ending_refused (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *stray = g_build_filename (house->state, "generations",
                                             "019abc00-0000-7000-8000-000000000001", "stray", NULL);
  g_autoptr (HeartenStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_mkdir_with_parents (stray, 0700));
  hearten_test_put (house->data, "of-somebody-else.txt", "not ours");
  g_assert_true (hearten_ending_begin (house->data, house->state, &error));
  store = open_next (house, &error);
  g_assert_null (store);
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE);
  g_assert_true (hearten_test_has (house->state, "ending.json"));
  g_assert_no_errno (g_rmdir (stray));
  assert_gone (house);
}

/* A disk that is not there is waited for; another journal that was chosen meanwhile stays. */
static void
test_ending_away (void)
{
  g_autoptr (House) house = house_new ();
  g_autofree char *away = g_strconcat (house->data, "-away", NULL);
  g_autofree char *other = g_build_filename (house->home->folder, "other", NULL);
  g_autoptr (HeartenStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (hearten_place_set_folder (house->state, house->data, &error));
  g_assert_true (hearten_ending_begin (house->data, house->state, &error));
  g_assert_no_errno (g_rename (house->data, away));
  g_assert_null (open_next (house, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_AWAY);
  g_clear_error (&error);
  hearten_test_put (other, "hearten.json",
                    "{\"fmt\": \"hearten\", \"v\": 1, \"store\": \"019b0000-0000-7000-8000-000000000001\"}");
  g_assert_true (hearten_place_set_folder (house->state, other, &error));
  store = open_next (house, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearten_store_get_folder (store), ==, other);
  g_assert_false (hearten_test_has (house->state, "ending.json"));
  g_assert_cmpuint (count_words (away, "blue lamp"), ==, 5);
}

/* The chapter */

typedef struct
{
  char *folder;
  HeartenTestClock *clock;
  HeartenContext *context;
} Life;

static Life *
life_new (void)
{
  Life *life = g_new0 (Life, 1);
  g_autofree char *data = NULL;
  g_autofree char *state = NULL;

  life->folder = g_dir_make_tmp ("hearten-chapter-XXXXXX", NULL);
  life->clock = hearten_test_clock_new ("2026-08-01T18:00:00Z", "Europe/Berlin");
  data = g_build_filename (life->folder, "data", NULL);
  state = g_build_filename (life->folder, "state", NULL);
  life->context = hearten_context_new (data, state, HEARTEN_CLOCK (life->clock));
  hearten_context_open (life->context);
  while (hearten_context_get_state (life->context) == HEARTEN_CONTEXT_OPENING)
    g_main_context_iteration (NULL, TRUE);
  return life;
}

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_assert_true (hearten_store_flush_finish (HEARTEN_STORE (source), result, NULL));
  *(gboolean *) done = TRUE;
}

static void
life_free (Life *life)
{
  const char *argv[] = { "rm", "-rf", life->folder, NULL };
  gboolean done = FALSE;

  hearten_store_flush_async (hearten_context_get_store (life->context), on_flushed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (life->context);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (life->clock);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (life->folder);
  g_free (life);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Life, life_free)

static void
live (Life *life, int days, int mood)
{
  HeartenWeathers *weathers = hearten_context_get_weathers (life->context);

  for (int i = 0; i < days; i++)
    {
      g_autoptr (GDateTime) now = hearten_clock_dup_local (HEARTEN_CLOCK (life->clock));

      hearten_weathers_set_day (weathers, now, mood);
      hearten_test_clock_advance (life->clock, 24 * 3600);
    }
}

static void
test_offer (void)
{
  g_autoptr (Life) life = life_new ();
  HeartenContext *context = life->context;

  g_assert_false (hearten_chapter_may_offer (context));
  live (life, 30, -1);
  g_assert_false (hearten_chapter_may_offer (context));
  live (life, 30, 1);
  g_assert_true (hearten_chapter_may_offer (context));

  hearten_spaces_begin (hearten_context_get_spaces (context), 30, NULL);
  g_assert_false (hearten_chapter_may_offer (context));
  hearten_spaces_end (hearten_context_get_spaces (context),
                      hearten_spaces_get_active (hearten_context_get_spaces (context)));
  g_assert_true (hearten_chapter_may_offer (context));

  hearten_chapter_close (context, HEARTEN_CHAPTER_REMINDERS_KEEP);
  g_assert_false (hearten_chapter_may_offer (context));
  hearten_chapter_reopen (context);
  g_assert_true (hearten_chapter_may_offer (context));
  hearten_situations_set_unoffered (hearten_context_get_situations (context));
  g_assert_false (hearten_chapter_may_offer (context));
}

/* Hard weeks, and weeks with a wish to write, are no time to be asked. */
static void
test_no_offer (void)
{
  g_autoptr (Life) life = life_new ();
  g_autoptr (HeartenUrge) urge = NULL;
  HeartenUrges *urges = hearten_context_get_urges (life->context);

  live (life, 30, 1);
  live (life, 40, -1);
  g_assert_false (hearten_chapter_may_offer (life->context));
  live (life, 28, 2);
  g_assert_true (hearten_chapter_may_offer (life->context));
  urge = hearten_urges_begin (urges, NULL);
  hearten_urges_set_outcome (urges, urge, HEARTEN_OUTCOME_RODE);
  g_assert_false (hearten_chapter_may_offer (life->context));
}

static void
test_look (void)
{
  g_autoptr (Life) life = life_new ();
  HeartenJournal *journal = hearten_context_get_journal (life->context);
  g_autoptr (HeartenEntry) first = NULL;
  g_autoptr (HeartenEntry) second = NULL;
  g_auto (GStrv) nothing = hearten_chapter_dup_look (life->context);
  g_auto (GStrv) look = NULL;

  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  first = hearten_journal_begin (journal, NULL);
  hearten_journal_set_body (journal, first, "Words");
  live (life, 60, -1);
  second = hearten_journal_begin (journal, NULL);
  hearten_journal_set_body (journal, second, "Words");
  hearten_items_add (hearten_context_get_items (life->context), "tip-15", "both", "I slept", NULL);
  look = hearten_chapter_dup_look (life->context);
  g_assert_cmpuint (g_strv_length (look), ==, 4);
  g_assert_cmpstr (look[0], ==,
                   "Your first words here are from 1 August 2026, your latest from 30 September 2026.");
  g_assert_cmpstr (look[1], ==, "You have written 2 pages.");
  g_assert_cmpstr (look[2], ==, "1 small win is in your jar: “I slept”.");
  g_assert_nonnull (strstr (look[3], "rainy at first, and it still is"));
}

static void
test_reminders (void)
{
  g_autoptr (Life) life = life_new ();
  HeartenReminders *reminders = hearten_context_get_reminders (life->context);
  g_autoptr (HeartenRule) daily = hearten_rule_new_daily_at (9, 0);
  g_autoptr (HeartenRule) other = hearten_rule_new_daily_at (10, 0);
  HeartenReminder *kept = hearten_reminders_add (reminders, HEARTEN_PURPOSE_OWN, "One", daily, NULL);
  HeartenReminder *changed = hearten_reminders_add (reminders, HEARTEN_PURPOSE_OWN, "Two", daily, NULL);
  HeartenReminderSettings *settings = hearten_context_get_reminder_settings (life->context);
  guint n_light;

  g_assert_cmpuint (hearten_chapter_count_reminders (life->context, &n_light), ==, 2);
  g_assert_cmpuint (n_light, ==, 2);
  hearten_chapter_close (life->context, HEARTEN_CHAPTER_REMINDERS_LIGHTEN);
  g_assert_false (hearten_rule_equal (hearten_reminder_get_rule (kept), daily));
  g_assert_false (hearten_reminder_settings_is_paused (settings));
  /* What the user sets while it is closed is not taken back. */
  hearten_reminders_set_rule (reminders, changed, other);
  hearten_chapter_reopen (life->context);
  g_assert_true (hearten_rule_equal (hearten_reminder_get_rule (kept), daily));
  g_assert_null (hearten_reminder_get_before (kept));
  g_assert_true (hearten_rule_equal (hearten_reminder_get_rule (changed), other));

  hearten_chapter_close (life->context, HEARTEN_CHAPTER_REMINDERS_PAUSE);
  g_assert_true (hearten_reminder_settings_is_paused (settings));
  g_assert_true (hearten_situations_get_closed (hearten_context_get_situations (life->context), NULL));
  hearten_chapter_reopen (life->context);
  g_assert_false (hearten_reminder_settings_is_paused (settings));
  g_assert_false (hearten_situations_get_closed (hearten_context_get_situations (life->context), NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chapter/archive", test_archive);
  g_test_add_func ("/chapter/archive/cut", test_archive_cut);
  g_test_add_func ("/chapter/archive/tar", test_archive_tar);
  g_test_add_func ("/chapter/seal", test_seal);
  g_test_add_func ("/chapter/seal/damaged", test_seal_damaged);
  g_test_add_func ("/chapter/seal/nowhere", test_seal_nowhere);
  g_test_add_func ("/chapter/ending", test_ending);
  g_test_add_func ("/chapter/ending/killed", test_ending_killed);
  g_test_add_func ("/chapter/ending/bare", test_ending_bare);
  g_test_add_func ("/chapter/ending/refused", test_ending_refused);
  g_test_add_func ("/chapter/ending/away", test_ending_away);
  g_test_add_func ("/chapter/offer", test_offer);
  g_test_add_func ("/chapter/no-offer", test_no_offer);
  g_test_add_func ("/chapter/look", test_look);
  g_test_add_func ("/chapter/reminders", test_reminders);
  return g_test_run ();
}
