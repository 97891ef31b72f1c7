/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-check.h"
#include "hearten-durable.h"
#include "hearten-generation.h"
#include "hearten-journal.h"
#include "hearten-missing.h"
#include "hearten-test-home.h"

#include <glib/gstdio.h>
#include <string.h>

/* The store in a folder into which other devices and other programs write too. */

#define ID "019ab1c2-0000-7000-8000-000000000000"
#define MONTH "journal/2025-11/"
#define PLACE MONTH ID ".json"
#define COPY MONTH ID ".sync-conflict-20261123-201405-ABCDEF2.json"

static char *
describe (const char *body, const char *revision, const char *more)
{
  return g_strdup_printf ("{\"id\":\"" ID
                          "\",\"kind\":\"entry\",\"v\":1,\"body\":\"%s\",\"revision\":{%s}%s%s}",
                          body, revision, *more != '\0' ? "," : "", more);
}

static void
put (HeartenTestHome *home, const char *path, const char *body, const char *revision, const char *more)
{
  g_autofree char *text = describe (body, revision, more);

  hearten_test_home_put (home, path, text);
}

static char *
path_of (HeartenTestHome *home, const char *path)
{
  return g_build_filename (hearten_store_get_folder (home->store), path, NULL);
}

static char *
get (HeartenTestHome *home, const char *path)
{
  g_autofree char *full = path_of (home, path);
  char *text = NULL;

  g_file_get_contents (full, &text, NULL, NULL);
  return text;
}

static gboolean
exists (HeartenTestHome *home, const char *path)
{
  g_autofree char *full = path_of (home, path);

  return g_file_test (full, G_FILE_TEST_EXISTS);
}

static void
drop (HeartenTestHome *home, const char *path)
{
  g_autofree char *full = path_of (home, path);

  g_assert_no_errno (g_unlink (full));
}

static guint
count (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

static HeartenEntry *
find (HeartenJournal *journal)
{
  return hearten_records_find (HEARTEN_RECORDS (journal), ID);
}

static char *
dup_bodies (gpointer entry)
{
  g_autoptr (GPtrArray) versions = hearten_record_dup_versions (entry);
  GString *bodies = g_string_new (hearten_entry_get_body (entry));

  for (guint i = 0; i < versions->len; i++)
    g_string_append_printf (bodies, "|%s", hearten_entry_get_body (versions->pdata[i]));
  return g_string_free_and_steal (bodies);
}

static void
assert_bodies (gpointer entry, const char *expected)
{
  g_autofree char *bodies = dup_bodies (entry);

  g_assert_cmpstr (bodies, ==, expected);
}

/* What the next start of the program finds */
static void
assert_on_disk (HeartenTestHome *home, const char *expected)
{
  g_autofree char *folder = g_build_filename (home->folder, "other-state", NULL);
  g_autoptr (HeartenStore)
      store = hearten_store_new (hearten_store_get_folder (home->store), folder, HEARTEN_CLOCK (home->clock));
  g_autoptr (GPtrArray) records = hearten_store_load (store, HEARTEN_TYPE_ENTRY);

  g_assert_cmpuint (records->len, ==, 1);
  assert_bodies (records->pdata[0], expected);
}

static gboolean
keeps_version (HeartenTestHome *home, const char *body)
{
  g_autofree char *folder = g_build_filename (hearten_store_get_state_folder (home->store), "generations",
                                              NULL);
  g_autoptr (GPtrArray) versions = hearten_generations_load (folder, HEARTEN_TYPE_ENTRY, ID);

  for (guint i = 0; i < versions->len; i++)
    if (g_strcmp0 (hearten_entry_get_body (hearten_generation_get_record (versions->pdata[i])), body) == 0)
      return TRUE;
  return FALSE;
}

#define wait_until(condition)                                                                                \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;                                     \
    while (!(condition))                                                                                     \
      {                                                                                                      \
        g_assert_cmpint (g_get_monotonic_time (), <, deadline);                                              \
        if (!g_main_context_iteration (NULL, FALSE))                                                         \
          g_usleep (1000);                                                                                   \
      }                                                                                                      \
  }                                                                                                          \
  G_STMT_END

static void
on_arrived_cb (HeartenRecords *records, HeartenRecord *record, guint *n)
{
  (*n)++;
}

static void
start_watching (HeartenTestHome *home)
{
  hearten_store_watch (home->store);
  hearten_test_home_flush (home);
}

static guint
count_versions (HeartenTestHome *home)
{
  g_autofree char *folder = g_build_filename (hearten_store_get_state_folder (home->store), "generations",
                                              NULL);
  g_autoptr (GPtrArray) versions = hearten_generations_load (folder, HEARTEN_TYPE_ENTRY, ID);

  return versions->len;
}

/* Loading and copies */

static void
test_copy (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put (home, PLACE, "here", "\"a\":2", "\"modified\":\"2026-11-02T00:00:00Z\"");
  put (home, COPY, "there", "\"a\":1,\"b\":1", "\"modified\":\"2026-11-01T00:00:00Z\",\"place\":7");
  before = get (home, PLACE);
  journal = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (journal), ==, 1);
  assert_bodies (find (journal), "here|there");
  g_assert_cmpuint (hearten_store_get_n_copies (home->store), ==, 1);

  /* Nothing is written on load. */
  hearten_test_home_flush (home);
  after = get (home, PLACE);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (exists (home, COPY));

  hearten_store_settle_copies (home->store);
  wait_until (!exists (home, COPY));
  wait_until (hearten_store_get_n_copies (home->store) == 0);
  assert_on_disk (home, "here|there");
  g_free (after);
  after = get (home, PLACE);
  g_assert_nonnull (strstr (after, "\"place\" : 7"));
  g_assert_cmpuint (count (hearten_store_get_damaged (home->store)), ==, 0);

  /* A decision ends it. */
  hearten_records_keep_version (HEARTEN_RECORDS (journal), HEARTEN_RECORD (find (journal)), NULL);
  hearten_test_home_flush (home);
  assert_on_disk (home, "here");
  g_assert_true (keeps_version (home, "there"));
}

static void
test_keep_both (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenJournal) again = NULL;
  g_autoptr (HeartenEntry) own = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  put (home, PLACE, "here", "\"a\":2", "\"modified\":\"2026-11-02T00:00:00Z\"");
  put (home, COPY, "there", "\"a\":1,\"b\":1", "\"modified\":\"2026-11-01T00:00:00Z\"");
  journal = hearten_test_home_load_journal (home);
  hearten_store_settle_copies (home->store);
  versions = hearten_record_dup_versions (HEARTEN_RECORD (find (journal)));
  own = hearten_records_keep_both (HEARTEN_RECORDS (journal), HEARTEN_RECORD (find (journal)),
                                   versions->pdata[0]);
  g_assert_cmpuint (count (journal), ==, 2);
  assert_bodies (find (journal), "here");
  assert_bodies (own, "there");
  hearten_test_home_flush (home);
  again = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (again), ==, 2);
  assert_bodies (find (again), "here");
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, guint *n)
{
  *n += added - removed;
  g_assert_cmpuint (*n, ==, g_list_model_get_n_items (model));
}

/* Copies of several pages, and pages that have only a copy: whoever listens hears of every row. */
static void
test_many_copies (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_journal_new (home->store);
  guint n = 0;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("019ab1c2-0000-7000-8000-%012d", i);
      g_autofree char *path = g_strdup_printf (MONTH "%s.json", id);
      g_autofree char *copy = g_strdup_printf (MONTH "%s.sync-conflict-20261123-201405-ABCDEF2.json", id);
      g_autofree char *text = g_strdup_printf ("{\"id\":\"%s\",\"kind\":\"entry\",\"v\":1,\"body\":\"here\","
                                               "\"revision\":{\"a\":1}}",
                                               id);
      g_autofree char *other = g_strdup_printf (
          "{\"id\":\"%s\",\"kind\":\"entry\",\"v\":1,\"body\":\"there\","
          "\"revision\":{\"b\":1}}",
          id);

      if (i % 2 == 0)
        hearten_test_home_put (home, path, text);
      hearten_test_home_put (home, copy, other);
    }
  g_signal_connect (journal, "items-changed", G_CALLBACK (on_items_changed_cb), &n);
  hearten_test_home_load (home, journal);
  g_assert_cmpuint (n, ==, 40);
  hearten_store_settle_copies (home->store);
  hearten_test_home_flush (home);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenRecord) record = g_list_model_get_item (G_LIST_MODEL (journal), i);
      g_autofree char *copy = g_strdup_printf (MONTH "%s.sync-conflict-20261123-201405-ABCDEF2.json",
                                               hearten_record_get_id (record));

      g_assert_false (exists (home, copy));
      g_assert_cmpuint (hearten_record_get_n_versions (record), ==, i % 2 == 0 ? 1 : 2);
    }
}

/* An older version goes too, but what it said stays on this device. */
static void
test_older_copy (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  put (home, PLACE, "newer", "\"a\":2", "");
  put (home, COPY, "older", "\"a\":1", "");
  before = get (home, PLACE);
  journal = hearten_test_home_load_journal (home);
  assert_bodies (find (journal), "newer");
  hearten_store_settle_copies (home->store);
  wait_until (!exists (home, COPY));
  after = get (home, PLACE);
  g_assert_cmpstr (after, ==, before); /* there was nothing to write */
  g_assert_true (keeps_version (home, "older"));
}

static void
test_only_a_copy (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, MONTH ID " (laptop's conflicted copy 2026-11-23).json", "there", "\"a\":1", "");
  journal = hearten_test_home_load_journal (home);
  assert_bodies (find (journal), "there");
  hearten_store_settle_copies (home->store);
  wait_until (!exists (home, MONTH ID " (laptop's conflicted copy 2026-11-23).json"));
  assert_on_disk (home, "there");
  g_assert_true (exists (home, PLACE));
}

/* These stay as they are, to the byte. */
static void
test_left_alone (void)
{
  static const char *const newer = "{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":2,\"body\":\"later\"}";
  static const struct
  {
    const char *own;
    const char *path;
    const char *copy;
    gboolean frozen;
  } cases[] = {
    { "{\"id\":\"", COPY, NULL, FALSE }, /* damaged */
    { "", COPY, NULL, FALSE },           /* still arriving */
    { newer, COPY, NULL, FALSE },        /* from a newer version */
    { NULL, COPY, newer, FALSE },        /* so is the copy */
    { NULL, COPY, "", FALSE },           /* the copy is still arriving */
    { NULL, COPY, NULL, TRUE },          /* the store is frozen */
    { NULL, MONTH ".syncthing." ID ".json.tmp", NULL, FALSE },
    { NULL, MONTH ID ".json~", NULL, FALSE },
  };
  g_autofree char *good = describe ("here", "\"a\":2", "");
  g_autofree char *other = describe ("there", "\"b\":1", "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
      const char *own = cases[i].own != NULL ? cases[i].own : good;
      const char *copy = cases[i].copy != NULL ? cases[i].copy : other;
      g_autoptr (HeartenJournal) journal = NULL;
      g_autofree char *own_after = NULL;
      g_autofree char *copy_after = NULL;

      g_test_message ("%u", i);
      hearten_test_home_put (home, PLACE, own);
      hearten_test_home_put (home, cases[i].path, copy);
      hearten_store_set_frozen (home->store, cases[i].frozen);
      journal = hearten_test_home_load_journal (home);
      hearten_store_settle_copies (home->store);
      hearten_test_home_flush (home);
      own_after = get (home, PLACE);
      copy_after = get (home, cases[i].path);
      g_assert_cmpstr (own_after, ==, own);
      g_assert_cmpstr (copy_after, ==, copy);
    }
}

/* Saving */

static void
test_save_over_other (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "begun", "\"a\":1", "\"modified\":\"2026-11-01T00:00:00Z\"");
  journal = hearten_test_home_load_journal (home);
  put (home, PLACE, "changed there", "\"a\":1,\"b\":1", "\"modified\":\"2026-11-30T00:00:00Z\"");
  hearten_journal_set_body (journal, find (journal), "changed here");
  hearten_test_home_flush (home);
  assert_on_disk (home, "changed there|changed here");
  wait_until (hearten_record_get_n_versions (HEARTEN_RECORD (find (journal))) == 2);

  /* Going on here leaves the other alone. */
  hearten_journal_set_body (journal, find (journal), "and on");
  hearten_test_home_flush (home);
  g_assert_cmpuint (hearten_record_get_n_versions (HEARTEN_RECORD (find (journal))), ==, 2);
}

/* Nobody counted the change: with a text editor, or from a backup. */
static void
test_save_over_edit_by_hand (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "begun", "\"a\":1", "\"modified\":\"2026-11-01T00:00:00Z\"");
  journal = hearten_test_home_load_journal (home);
  put (home, PLACE, "by hand", "\"a\":1", "\"modified\":\"2026-11-01T00:00:00Z\"");
  hearten_journal_set_body (journal, find (journal), "changed here");
  hearten_test_home_flush (home);
  assert_on_disk (home, "changed here|by hand");
}

static void
test_save_over_unreadable (void)
{
  static const char *const newer = "{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":2,\"body\":\"later\"}";
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *generations = g_build_filename (hearten_store_get_state_folder (home->store),
                                                   "generations", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *month = path_of (home, MONTH);
  const char *name;
  gboolean found = FALSE;

  put (home, PLACE, "begun", "\"a\":1", "");
  journal = hearten_test_home_load_journal (home);
  hearten_test_home_put (home, PLACE, "{\"id\":\"half");
  hearten_journal_set_body (journal, find (journal), "changed here");
  hearten_test_home_flush (home);
  assert_on_disk (home, "changed here");
  versions = hearten_generations_load (generations, HEARTEN_TYPE_ENTRY, ID);
  g_assert_cmpuint (versions->len, >=, 1);
  g_assert_null (hearten_generation_get_record (versions->pdata[0])); /* half a file, kept */

  /* A newer version of the program: its file stays, and so do the words of this one. */
  hearten_test_home_put (home, PLACE, newer);
  hearten_journal_set_body (journal, find (journal), "typed here");
  hearten_test_home_flush (home);
  after = get (home, PLACE);
  g_assert_cmpstr (after, ==, newer);
  dir = g_dir_open (month, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (month, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      found |= strstr (text, "typed here") != NULL;
    }
  g_assert_true (found);
}

static void
test_save_over_missing (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "begun", "\"a\":1", "");
  journal = hearten_test_home_load_journal (home);
  drop (home, PLACE);
  hearten_journal_set_body (journal, find (journal), "changed here");
  hearten_test_home_flush (home);
  assert_on_disk (home, "changed here");

  /* Deleted there, changed here */
  put (home, PLACE, "changed here", "\"a\":1,\"b\":1", "\"deleted\":\"2026-11-23T00:00:00Z\"");
  hearten_journal_set_body (journal, find (journal), "changed here and on");
  hearten_test_home_flush (home);
  g_assert_cmpuint (count (journal), ==, 1);
  assert_on_disk (home, "changed here and on");
}

static void
test_replace (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *path = path_of (home, "page.json");
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) two = g_bytes_new_static ("two", 3);
  g_autoptr (GError) error = NULL;
  g_autofree char *beside = NULL;
  g_autofree char *after = NULL;
  HeartenStamp stamp, other;

  g_assert_true (hearten_durable_replace (path, one, NULL, &stamp, &beside, &error));
  g_assert_no_error (error);
  g_assert_false (hearten_durable_replace (path, two, NULL, &other, &beside, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (hearten_durable_replace (path, two, &stamp, &other, &beside, &error));
  g_assert_no_error (error);
  g_assert_false (hearten_durable_replace (path, one, &stamp, &other, &beside, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_CHANGED);
  g_assert_null (beside);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "two");
}

/* Another program writes the same file as fast as it can. Its last words and ours are both there at the end.
 */
typedef struct
{
  char *path;
  int n; /* atomic */
  int end;
} Writer;

static gpointer
write_on (gpointer data)
{
  Writer *writer = data;

  while (!g_atomic_int_get (&writer->end))
    {
      int n = g_atomic_int_get (&writer->n) + 1;
      g_autofree char *body = g_strdup_printf ("there %d", n);
      g_autofree char *revision = g_strdup_printf ("\"a\":1,\"b\":%d", n);
      g_autofree char *text = describe (body, revision, "\"modified\":\"2026-11-01T00:00:00Z\"");
      g_autofree char *temp = g_strconcat (writer->path, ".part", NULL);

      g_assert_true (g_file_set_contents (temp, text, -1, NULL));
      g_assert_no_errno (g_rename (temp, writer->path));
      g_atomic_int_set (&writer->n, n);
      g_usleep (g_random_int_range (0, 3000));
    }
  return NULL;
}

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  if (!hearten_store_flush_finish (HEARTEN_STORE (source), result, &error))
    g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE);
  *(gboolean *) done = TRUE;
}

/* Where the other never rests, a save may have to wait; it says so and keeps its words. */
static void
try_to_flush (HeartenTestHome *home)
{
  gboolean done = FALSE;

  hearten_store_flush_async (home->store, on_flushed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_race (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autofree char *path = path_of (home, PLACE);
  g_autofree char *own = NULL;
  g_autofree char *last = NULL;
  g_autofree char *bodies = NULL;
  Writer writer = { path, 0, FALSE };
  GThread *thread;

  put (home, PLACE, "begun", "\"a\":1", "\"modified\":\"2026-11-01T00:00:00Z\"");
  journal = hearten_test_home_load_journal (home);
  thread = g_thread_new ("writer", write_on, &writer);
  for (int i = 1; g_atomic_int_get (&writer.n) < 100; i++)
    {
      g_free (own);
      own = g_strdup_printf ("here %d", i);
      hearten_journal_set_body (journal, find (journal), own);
      try_to_flush (home);
      hearten_test_clock_advance (home->clock, 1);
    }
  g_atomic_int_set (&writer.end, TRUE);
  g_thread_join (thread);
  hearten_store_look_again (home->store);
  hearten_test_home_flush (home);
  hearten_test_home_flush (home);
  last = g_strdup_printf ("there %d", writer.n);
  wait_until ((g_free (bodies), bodies = dup_bodies (find (journal)), strstr (bodies, last) != NULL));
  g_assert_nonnull (strstr (bodies, own));
  hearten_test_home_flush (home);
  g_free (bodies);
  bodies = get (home, PLACE);
  g_assert_nonnull (strstr (bodies, last));
  g_assert_nonnull (strstr (bodies, own));
  g_test_message ("%d writes by the other", writer.n);
}

/* Watching */

static void
test_watch (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_test_home_load_journal (home);
  HeartenEntry *entry;

  start_watching (home);
  /* A kind and a month that were not there */
  put (home, PLACE, "new", "\"b\":1", "");
  wait_until (count (journal) == 1);
  entry = find (journal);
  assert_bodies (entry, "new");

  put (home, PLACE, "changed", "\"b\":2", "");
  wait_until (g_str_equal (hearten_entry_get_body (entry), "changed"));
  g_assert_true (find (journal) == entry); /* the same object */

  put (home, PLACE, "changed", "\"b\":3", "\"deleted\":\"2026-11-23T00:00:00Z\"");
  wait_until (count (journal) == 0);
  g_assert_cmpuint (count (hearten_records_get_trash (HEARTEN_RECORDS (journal))), ==, 1);
  put (home, PLACE, "changed", "\"b\":4", "");
  wait_until (count (journal) == 1);
  g_assert_true (find (journal) == entry);

  hearten_test_home_put (home, PLACE,
                         "{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":1,\"revision\":{\"b\":5},"
                         "\"deleted\":\"2026-11-23T00:00:00Z\"}");
  wait_until (find (journal) == NULL);
  g_assert_cmpuint (count (hearten_records_get_trash (HEARTEN_RECORDS (journal))), ==, 0);
}

static void
test_own_writes (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenEntry) own = NULL;
  guint n = 0;

  put (home, PLACE, "old", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  g_signal_connect (journal, "arrived", G_CALLBACK (on_arrived_cb), &n);
  own = hearten_journal_begin (journal, NULL);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *body = g_strdup_printf ("%d", i);
      gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 2;

      hearten_journal_set_body (journal, own, body);
      hearten_journal_set_body (journal, find (journal), body);
      hearten_test_home_flush (home);
      while (g_get_monotonic_time () < end)
        if (!g_main_context_iteration (NULL, FALSE))
          g_usleep (1000);
    }
  /* Someone else's change after that is heard, so the silence was not deafness. */
  put (home, PLACE, "theirs", "\"b\":9", "");
  wait_until (n > 0);
  g_assert_cmpuint (n, ==, 1);
}

/* Words that are not on the disk yet stand beside what came. */
static void
test_unsaved (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "begun", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  put (home, PLACE, "theirs", "\"b\":2", "\"modified\":\"2027-01-01T00:00:00Z\"");
  hearten_journal_set_body (journal, find (journal), "mine");
  wait_until (hearten_record_get_n_versions (HEARTEN_RECORD (find (journal))) == 2);
  hearten_test_home_flush (home);
  wait_until (hearten_store_get_save_state (home->store) == HEARTEN_SAVE_STATE_SAVED);
  g_assert_nonnull (find (journal));
  {
    g_autofree char *bodies = dup_bodies (find (journal));

    g_assert_true (g_str_equal (bodies, "mine|theirs") || g_str_equal (bodies, "theirs|mine"));
  }
}

static void
commit_words (HeartenJournal *journal, HeartenEntry *entry, const char *words)
{
  hearten_journal_set_body (journal, entry, words);
}

static void
on_arriving_cb (HeartenJournal *journal, HeartenEntry *entry, const char *words)
{
  commit_words (journal, entry, words);
}

/* An editor with words that have not even reached the record */
static void
test_arriving (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "begun", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  g_signal_connect (journal, "arriving", G_CALLBACK (on_arriving_cb), (gpointer) "being typed");
  put (home, PLACE, "theirs", "\"b\":2", "\"modified\":\"2027-01-01T00:00:00Z\"");
  wait_until (hearten_record_get_n_versions (HEARTEN_RECORD (find (journal))) == 2);
  assert_bodies (find (journal), "being typed|theirs"); /* what is being typed stays in sight */
  hearten_test_home_flush (home);
  assert_on_disk (home, "being typed|theirs");
}

static void
test_by_hand (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "begun", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  put (home, PLACE, "by hand", "\"b\":1", "");
  wait_until (g_str_equal (hearten_entry_get_body (find (journal)), "by hand"));
  assert_bodies (find (journal), "by hand");
  hearten_journal_set_body (journal, find (journal), "and on");
  hearten_test_home_flush (home);
  g_assert_true (keeps_version (home, "begun"));
  assert_on_disk (home, "and on");
}

/* Where nothing else is written before the end, what went out of sight is kept all the same. */
static void
test_by_hand_and_closed (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "begun", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  put (home, PLACE, "by hand", "\"b\":1", "");
  wait_until (g_str_equal (hearten_entry_get_body (find (journal)), "by hand"));
  hearten_test_home_flush (home);
  g_assert_true (keeps_version (home, "begun"));
  assert_on_disk (home, "by hand");
}

static gboolean
says (HeartenTestHome *home, const char *words)
{
  g_autofree char *text = get (home, PLACE);

  return text != NULL && strstr (text, words) != NULL;
}

/* An older file that comes back does not bring back what was deleted for good. */
static void
test_buried_stays_so (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenRecord) entry = NULL;

  put (home, PLACE, "let go", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  entry = g_object_ref (HEARTEN_RECORD (find (journal)));
  hearten_records_delete (HEARTEN_RECORDS (journal), entry);
  hearten_records_bury (HEARTEN_RECORDS (journal), entry);
  hearten_test_home_flush (home);
  g_assert_false (says (home, "let go"));

  put (home, PLACE, "let go", "\"b\":1", "");
  wait_until (!says (home, "let go"));
  g_assert_null (find (journal));
  g_assert_cmpuint (count (journal), ==, 0);
  g_assert_cmpuint (count (hearten_records_get_trash (HEARTEN_RECORDS (journal))), ==, 0);
}

static void
test_missing (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  GListModel *list = hearten_store_get_missing (home->store);
  g_autoptr (HeartenMissing) missing = NULL;
  g_autofree char *text = NULL;
  g_autofree char *month = path_of (home, MONTH);
  g_autofree char *away = path_of (home, "away");

  put (home, PLACE, "words", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  text = get (home, PLACE);
  drop (home, PLACE);
  wait_until (count (list) == 1);
  missing = g_list_model_get_item (list, 0);
  g_assert_cmpstr (hearten_missing_get_id (missing), ==, ID);
  g_assert_true (hearten_missing_get_record_type (missing) == HEARTEN_TYPE_ENTRY);
  g_assert_true (hearten_store_is_missing (home->store, ID));
  assert_bodies (find (journal), "words"); /* every word is still there */
  g_assert_false (exists (home, PLACE));   /* and nothing was written for it */

  hearten_test_home_put (home, PLACE, text);
  wait_until (count (list) == 0);

  /* The whole folder */
  g_assert_no_errno (g_rename (month, away));
  wait_until (count (list) == 1);
  g_assert_no_errno (g_rename (away, month));
  wait_until (count (list) == 0);

  drop (home, PLACE);
  wait_until (count (list) == 1);
  hearten_journal_set_body (journal, find (journal), "more words");
  hearten_test_home_flush (home);
  wait_until (count (list) == 0);
  assert_on_disk (home, "more words");
}

#define OTHER_MONTH "journal/2026-01/"
#define OTHER_ID "019b7650-0000-7000-8000-000000000000"

static void
set_readable (HeartenTestHome *home, const char *path, gboolean readable)
{
  g_autofree char *full = path_of (home, path);

  g_assert_no_errno (g_chmod (full, readable ? 0700 : 0));
}

/* One folder that cannot be read costs the others nothing, and what is in it is not gone. */
static void
test_unreadable_month (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (HeartenDamage) damage = NULL;
  g_autoptr (GString) report = g_string_new (NULL);

  put (home, PLACE, "words", "\"b\":1", "");
  hearten_test_home_put (home, OTHER_MONTH OTHER_ID ".json",
                         "{\"id\":\"" OTHER_ID "\",\"kind\":\"entry\",\"v\":1,\"body\":\"later\"}");
  set_readable (home, OTHER_MONTH, FALSE);
  journal = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (journal), ==, 1);
  assert_bodies (find (journal), "words");
  g_assert_cmpuint (count (hearten_store_get_damaged (home->store)), ==, 1);
  damage = g_list_model_get_item (hearten_store_get_damaged (home->store), 0);
  g_assert_cmpstr (hearten_damage_get_path (damage), ==, OTHER_MONTH);
  g_assert_true (hearten_damage_is_folder (damage));
  g_assert_false (hearten_check (hearten_store_get_folder (home->store), report));
  g_assert_nonnull (strstr (report->str, OTHER_MONTH ": "));

  start_watching (home);
  set_readable (home, OTHER_MONTH, TRUE);
  wait_until (count (journal) == 2 && count (hearten_store_get_damaged (home->store)) == 0);
}

static void
test_unreadable_kind (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "words", "\"b\":1", "");
  set_readable (home, "journal", FALSE);
  journal = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (hearten_store_get_damaged (home->store)), ==, 1);
  start_watching (home);
  set_readable (home, "journal", TRUE);
  wait_until (count (journal) == 1 && count (hearten_store_get_damaged (home->store)) == 0);
}

/* While the program runs */
static void
test_turns_unreadable (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  static const char *const folders[] = { MONTH, "journal" };

  put (home, PLACE, "words", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      put (home, COPY, "half", "\"b\":1", ""); /* so that there is a reason to look */
      set_readable (home, folders[i], FALSE);
      hearten_store_look_again (home->store);
      hearten_test_home_flush (home);
      g_assert_false (hearten_store_is_missing (home->store, ID));
      assert_bodies (find (journal), "words");
      set_readable (home, folders[i], TRUE);
    }
}

static void
test_half_arrived (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  hearten_test_home_put (home, PLACE, "");
  journal = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (journal), ==, 0);
  g_assert_cmpuint (count (hearten_store_get_damaged (home->store)), ==, 0);
  start_watching (home);
  g_assert_true (exists (home, PLACE));
  put (home, PLACE, "all of it", "\"b\":1", "");
  wait_until (count (journal) == 1);
}

/* On a file system that tells of nothing */
static void
test_look_again (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "words", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  hearten_store_look_again (home->store);
  hearten_test_home_flush (home);
  put (home, PLACE, "new words", "\"b\":2", "");
  hearten_store_look_again (home->store);
  wait_until (g_str_equal (hearten_entry_get_body (find (journal)), "new words"));
  drop (home, PLACE);
  hearten_store_look_again (home->store);
  wait_until (hearten_store_is_missing (home->store, ID));
}

static void
test_burst (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = hearten_test_home_load_journal (home);

  start_watching (home);
  for (int i = 0; i < 400; i++)
    {
      g_autofree char *path = g_strdup_printf (MONTH "019ab1c2-0000-7000-8000-%012d.json", i);
      g_autofree char *text = g_strdup_printf ("{\"id\":\"019ab1c2-0000-7000-8000-%012d\",\"kind\":\"entry\","
                                               "\"v\":1,\"body\":\"page %d\",\"revision\":{\"b\":1}}",
                                               i, i);

      hearten_test_home_put (home, path, text);
    }
  wait_until (count (journal) == 400);
}

static void
test_copy_while_open (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "here", "\"a\":2", "\"modified\":\"2026-11-02T00:00:00Z\"");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  put (home, COPY, "there", "\"a\":1,\"b\":1", "\"modified\":\"2026-11-01T00:00:00Z\"");
  wait_until (!exists (home, COPY));
  wait_until (hearten_record_get_n_versions (HEARTEN_RECORD (find (journal))) == 2);
  assert_bodies (find (journal), "here|there");
  assert_on_disk (home, "here|there");
}

/* At no moment is the copy alone: then it would be taken for the record itself. */
static void
test_tombstone_outlasts_keepsake (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  hearten_test_home_put (home, PLACE,
                         "{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":1,\"revision\":{\"b\":2},"
                         "\"modified\":\"2026-01-01T00:00:00Z\",\"deleted\":\"2026-01-01T00:00:00Z\"}");
  put (home, "journal/keepsakes/our-day.json", "words", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  g_assert_cmpuint (count (journal), ==, 0);
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  hearten_test_home_flush (home);
  hearten_test_home_flush (home);
  g_assert_true (exists (home, PLACE));
}

/* Half a copy, or one that cannot be read, may be whole tomorrow. */
static void
test_tombstone_outlasts_unread (gconstpointer data)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  hearten_test_home_put (home, PLACE,
                         "{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":1,\"revision\":{\"b\":2},"
                         "\"modified\":\"2026-01-01T00:00:00Z\",\"deleted\":\"2026-01-01T00:00:00Z\"}");
  hearten_test_home_put (home, "journal/2025-11/" ID ".sync-conflict-20261123-201405-ABCDEFG.json", data);
  journal = hearten_test_home_load_journal (home);
  hearten_records_sweep (HEARTEN_RECORDS (journal));
  hearten_test_home_flush (home);
  hearten_test_home_flush (home);
  g_assert_true (exists (home, PLACE));
}

#define TOMBSTONE                                                                                            \
  "{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":1,\"revision\":{\"b\":2},"                                    \
  "\"modified\":\"2026-11-20T00:00:00Z\",\"deleted\":\"2026-11-20T00:00:00Z\"}"

static void
write_on_arriving_cb (HeartenJournal *journal, HeartenEntry *entry)
{
  hearten_journal_set_body (journal, entry, "typed here");
}

/* Another device deleted for good what is just being changed here: the change wins, with all that belongs to
 * it. */
static void
test_tombstone_of_what_is_changed (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;

  put (home, PLACE, "words", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  hearten_journal_set_body (journal, find (journal), "other words");
  hearten_test_home_flush (home);
  g_assert_true (keeps_version (home, "words"));
  start_watching (home);
  g_signal_connect (journal, "arriving", G_CALLBACK (write_on_arriving_cb), NULL);
  hearten_test_home_put (home, PLACE, TOMBSTONE);
  wait_until (find (journal) != NULL && g_str_equal (hearten_entry_get_body (find (journal)), "typed here"));
  hearten_test_home_flush (home);
  assert_on_disk (home, "typed here");
  g_assert_true (keeps_version (home, "words"));
}

static void
test_where_it_was_written (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  put (home, PLACE, "words", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  start_watching (home);
  g_signal_connect (journal, "arriving", G_CALLBACK (write_on_arriving_cb), NULL);
  put (home, PLACE, "there", "\"b\":2", "");
  wait_until (hearten_record_get_n_versions (HEARTEN_RECORD (find (journal))) == 2);
  versions = hearten_record_dup_versions (HEARTEN_RECORD (find (journal)));
  assert_bodies (find (journal), "typed here|there");
  g_assert_true (hearten_store_wrote (home->store, HEARTEN_RECORD (find (journal)), versions->pdata[0]));
  g_assert_false (hearten_store_wrote (home->store, versions->pdata[0], HEARTEN_RECORD (find (journal))));
}

/* Nothing waits here: then what is deleted for good leaves no trace, whenever it was deleted. */
static void
test_tombstone_arrives (void)
{
  for (int while_open = 0; while_open < 2; while_open++)
    {
      g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
      g_autoptr (HeartenJournal) journal = NULL;
      g_autoptr (HeartenJournal) again = NULL;

      put (home, PLACE, "words", "\"b\":1", "");
      journal = hearten_test_home_load_journal (home);
      hearten_store_keep (home->store, HEARTEN_RECORD (find (journal)));
      hearten_test_home_flush (home);
      g_assert_cmpuint (count_versions (home), ==, 1);
      if (while_open)
        start_watching (home);
      hearten_test_home_put (home, PLACE, TOMBSTONE);
      if (!while_open)
        {
          again = hearten_test_home_load_journal (home);
          hearten_records_sweep (HEARTEN_RECORDS (again));
        }
      wait_until (count_versions (home) == 0);
    }
}

/* Nothing can be kept: the place for earlier versions is taken. */
static char *
block_versions (HeartenTestHome *home)
{
  char *path = g_build_filename (hearten_store_get_state_folder (home->store), "generations", NULL);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  return path;
}

static void
assert_not_saved (HeartenTestHome *home)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hearten_store_flush_async (home->store, hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (hearten_store_flush_finish (home->store, result, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "could not be kept"));
}

static void
test_cannot_be_kept (void)
{
  static const char *const on_disk[] = {
    "{\"id\":\"half",
    "{\"id\":\"" ID "\",\"kind\":\"entry\",\"v\":1,\"body\":\"old\",\"revision\":{}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (on_disk); i++)
    {
      g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
      g_autoptr (HeartenJournal) journal = NULL;
      g_autofree char *blocked = block_versions (home);
      g_autofree char *text = NULL;

      put (home, PLACE, "words", "\"b\":1", "");
      journal = hearten_test_home_load_journal (home);
      hearten_test_home_put (home, PLACE, on_disk[i]);
      hearten_journal_set_body (journal, find (journal), "more words");
      assert_not_saved (home);
      text = get (home, PLACE);
      g_assert_cmpstr (text, ==, on_disk[i]);
      assert_bodies (find (journal), "more words");

      /* As soon as it can be kept, it is, and the page is saved. */
      g_assert_no_errno (g_unlink (blocked));
      hearten_test_home_flush (home);
      assert_on_disk (home, "more words");
      g_assert_cmpuint (count_versions (home), >=, 1);
    }
}

/* A copy whose words go out of sight with it stays where it is until they are kept. */
static void
test_copy_cannot_be_kept (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (HeartenJournal) journal = NULL;
  g_autofree char *blocked = block_versions (home);

  put (home, PLACE, "new", "\"b\":2", "");
  put (home, COPY, "old", "\"b\":1", "");
  journal = hearten_test_home_load_journal (home);
  hearten_store_settle_copies (home->store);
  hearten_test_home_flush (home);
  g_assert_true (exists (home, COPY));
  g_assert_no_errno (g_unlink (blocked));
}

/* The command line tells of all that is no damage and yet not as usual. */
static void
test_check (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autoptr (GString) report = g_string_new (NULL);
  static const struct
  {
    const char *path;
    const char *text;
  } lines[] = {
    { COPY, "program for syncing" },
    { MONTH "letter.json", "copy of a record" },
    { MONTH "019ab1c2-0000-7000-8000-000000000001.json", "still empty" },
    { MONTH ".syncthing." ID ".json.tmp", "not looked into" },
  };
  g_autofree char *two = describe (
      "here", "\"a\":2,\"b\":1",
      "\"written\":{\"a\":2},\"versions\":[{\"id\":\"" ID
      "\",\"kind\":\"entry\",\"v\":1,\"body\":\"there\",\"revision\":{\"b\":1}}]");

  hearten_test_home_put (home, PLACE, two);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    put (home, lines[i].path, "words", "\"c\":1", "");
  hearten_test_home_put (home, lines[2].path, "");
  g_assert_true (hearten_check (hearten_store_get_folder (home->store), report));
  g_test_message ("%s", report->str);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *begin = g_strdup_printf ("%s: ", lines[i].path);
      const char *found = strstr (report->str, begin);

      g_assert_nonnull (found);
      g_assert_nonnull (strstr (found, lines[i].text));
    }
  g_assert_nonnull (strstr (report->str, PLACE ": 2 versions"));
  g_assert_nonnull (strstr (report->str, "entry           1"));
  g_assert_nonnull (strstr (report->str, "Everything in it is whole."));
}

/* This device */

static char *
read_device (HeartenTestHome *home)
{
  g_autofree char *path = g_build_filename (hearten_store_get_state_folder (home->store), "device.json",
                                            NULL);
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);

  return g_strdup (json_object_get_string_member (object, "device"));
}

static void
test_device_runs_backwards (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *device = read_device (home);
  g_autofree char *own = g_strdup_printf ("\"%s\":1", device);
  g_autofree char *ahead = g_strdup_printf ("\"%s\":9", device);
  g_autoptr (HeartenJournal) journal = NULL;
  g_autofree char *same = NULL;
  g_autofree char *other = NULL;
  HeartenRevision *revision;

  journal = hearten_test_home_load_journal (home);
  {
    g_autoptr (HeartenEntry) first = hearten_journal_begin (journal, NULL);

    hearten_journal_set_body (journal, first, "counted once");
    hearten_test_home_flush (home);
  }
  same = read_device (home);
  g_assert_cmpstr (same, ==, device);

  /* This device wrote it nine times, and knows of one. */
  put (home, PLACE, "from before", ahead, "");
  hearten_store_look_again (home->store);
  wait_until (find (journal) != NULL);
  hearten_journal_set_body (journal, find (journal), "changed now");
  hearten_test_home_flush (home);
  other = read_device (home);
  g_assert_cmpstr (other, !=, device);
  revision = hearten_record_get_revision (HEARTEN_RECORD (find (journal)));
  g_assert_cmpint (hearten_revision_get (revision, device), ==, 9);
  g_assert_cmpint (hearten_revision_get (revision, other), ==, 1);
  g_assert_nonnull (own);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  hearten_test_home_be_anyone ();

  g_test_add_func ("/sync/copy", test_copy);
  g_test_add_func ("/sync/many-copies", test_many_copies);
  g_test_add_func ("/sync/keep-both", test_keep_both);
  g_test_add_func ("/sync/older-copy", test_older_copy);
  g_test_add_func ("/sync/only-a-copy", test_only_a_copy);
  g_test_add_func ("/sync/left-alone", test_left_alone);
  g_test_add_func ("/sync/save-over-other", test_save_over_other);
  g_test_add_func ("/sync/save-over-edit-by-hand", test_save_over_edit_by_hand);
  g_test_add_func ("/sync/save-over-unreadable", test_save_over_unreadable);
  g_test_add_func ("/sync/save-over-missing", test_save_over_missing);
  g_test_add_func ("/sync/replace", test_replace);
  g_test_add_func ("/sync/race", test_race);
  g_test_add_func ("/sync/watch", test_watch);
  g_test_add_func ("/sync/own-writes", test_own_writes);
  g_test_add_func ("/sync/unsaved", test_unsaved);
  g_test_add_func ("/sync/arriving", test_arriving);
  g_test_add_func ("/sync/by-hand", test_by_hand);
  g_test_add_func ("/sync/by-hand-and-closed", test_by_hand_and_closed);
  g_test_add_func ("/sync/buried-stays-so", test_buried_stays_so);
  g_test_add_func ("/sync/unreadable-month", test_unreadable_month);
  g_test_add_func ("/sync/unreadable-kind", test_unreadable_kind);
  g_test_add_func ("/sync/turns-unreadable", test_turns_unreadable);
  g_test_add_func ("/sync/tombstone-outlasts-keepsake", test_tombstone_outlasts_keepsake);
  g_test_add_func ("/sync/cannot-be-kept", test_cannot_be_kept);
  g_test_add_func ("/sync/copy-cannot-be-kept", test_copy_cannot_be_kept);
  g_test_add_data_func ("/sync/tombstone-outlasts-damaged", "{\"id\":", test_tombstone_outlasts_unread);
  g_test_add_data_func ("/sync/tombstone-outlasts-arriving", "", test_tombstone_outlasts_unread);
  g_test_add_func ("/sync/tombstone-of-what-is-changed", test_tombstone_of_what_is_changed);
  g_test_add_func ("/sync/tombstone-arrives", test_tombstone_arrives);
  g_test_add_func ("/sync/where-it-was-written", test_where_it_was_written);
  g_test_add_func ("/sync/missing", test_missing);
  g_test_add_func ("/sync/half-arrived", test_half_arrived);
  g_test_add_func ("/sync/look-again", test_look_again);
  g_test_add_func ("/sync/burst", test_burst);
  g_test_add_func ("/sync/copy-while-open", test_copy_while_open);
  g_test_add_func ("/sync/check", test_check);
  g_test_add_func ("/sync/device-runs-backwards", test_device_runs_backwards);
  return g_test_run ();
}
