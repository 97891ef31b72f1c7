/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-evening.h"

#include "hearten-check.h"
#include "hearten-journal.h"
#include "hearten-test-clock.h"
#include "hearten-test-home.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* The evening: how the two pages are after each step. Words 0 means that there is no page. */
typedef struct
{
  int words;
  gboolean deleted;
} State;

static const State evening[][2] = {
  { { 0, FALSE }, { 0, FALSE } },                                 /* the store is open */
  { { 1, FALSE }, { 0, FALSE } },                                 /* one page is begun */
  { { 2, FALSE }, { 0, FALSE } },                                 /* and grows long */
  { { 3, FALSE }, { 4, FALSE } },                                 /* two pages in one flush */
  { { 3, TRUE }, { 4, FALSE } },  { { 3, FALSE }, { 4, FALSE } }, /* deleted and restored */
  { { 3, FALSE }, { 5, TRUE } },                                  /* edited and deleted at once */
  { { 3, FALSE }, { 5, TRUE } },                                  /* the journal moves to another folder */
  { { 6, FALSE }, { 5, TRUE } },
};

#define N_STEPS ((int) G_N_ELEMENTS (evening))
#define COPY_STEP 1 /* after it, another device's version of a third page arrives */
#define MOVE_STEP (N_STEPS - 2)

static char *
words (int number)
{
  GString *text = g_string_new (NULL);
  int length = number % 2 == 0 ? 20000 : 40;

  while ((int) text->len < length)
    g_string_append_printf (text, "Words of version %d. ", number);
  return g_string_free_and_steal (text);
}

G_NORETURN static void fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

static void
fail (const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", message);
  _exit (1);
}

static HeartenStore *
new_store (const char *folder)
{
  g_autofree char *data = g_build_filename (folder, "own", "data", NULL);
  g_autofree char *state = g_build_filename (folder, "state", NULL);
  g_autoptr (HeartenTestClock) clock = hearten_test_clock_new ("2026-11-23T20:14:05Z", "Europe/Berlin");

  return hearten_store_new (data, state, HEARTEN_CLOCK (clock));
}

static gboolean
flush (HeartenStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  hearten_store_flush_async (store, hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  ok = hearten_store_flush_finish (store, result, &error);
  if (ok != (hearten_store_get_save_state (store) == HEARTEN_SAVE_STATE_SAVED))
    fail ("flushing says %s, the window says state %d", ok ? "saved" : error->message,
          hearten_store_get_save_state (store));
  if (!ok && hearten_store_get_save_error (store) == NULL)
    fail ("not saved, and no reason is given");
  if (ok && !hearten_faults_is_synced (hearten_store_get_folder (store)))
    fail ("shown as saved, but a power cut would take it away");
  return ok;
}

/* A move that failed has left everything as it was; whether it comes about or not, no word may go. */
static void
move (HeartenStore *store, const char *folder)
{
  g_autofree char *target = g_build_filename (folder, "own", "moved", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  hearten_store_move_async (store, target, NULL, NULL, hearten_test_take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (hearten_store_move_finish (store, result, NULL, &error) !=
      g_str_equal (hearten_store_get_folder (store), target))
    fail ("moving says “%s”, but the journal is in %s", error != NULL ? error->message : "done",
          hearten_store_get_folder (store));
}

/* A page that was changed on two devices: its file, and the copy that a program for syncing left beside it.
 */

#define COPIED_ID "019ab1c2-0000-7000-8000-000000000000"

static void
put_version (HeartenStore *store, const char *name, const char *device, const char *words)
{
  g_autofree char *folder = g_build_filename (hearten_store_get_folder (store), "journal", "2025-11", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("{\"id\":\"" COPIED_ID
                                           "\",\"kind\":\"entry\",\"v\":1,\"body\":\"%s\","
                                           "\"revision\":{\"%s\":1}}",
                                           words, device);

  if (g_mkdir_with_parents (folder, 0700) != 0 || !g_file_set_contents (path, text, -1, NULL))
    fail ("“%s” cannot be put there", name);
}

static void
put_copies (HeartenStore *store, HeartenWitness *witness)
{
  put_version (store, COPIED_ID ".json", "here", "written here");
  put_version (store, COPIED_ID ".sync-conflict-20261123-201405-ABCDEF2.json", "there", "written there");
  witness->copied = TRUE;
}

static void
settle_copies (HeartenStore *store, HeartenJournal *journal)
{
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) flushed = NULL;
  g_autofree char *folder = g_build_filename (hearten_store_get_folder (store), "journal", "2025-11", NULL);

  hearten_records_load_async (HEARTEN_RECORDS (journal), hearten_test_take_result, &loaded);
  while (loaded == NULL)
    g_main_context_iteration (NULL, TRUE);
  hearten_store_settle_copies (store);
  hearten_store_flush_async (store, hearten_test_take_result, &flushed);
  while (flushed == NULL)
    g_main_context_iteration (NULL, TRUE);
  hearten_faults_forgive (folder);
}

static gboolean
says (HeartenRecord *page, const char *words)
{
  g_autoptr (GPtrArray) versions = hearten_record_dup_versions (page);

  for (guint i = 0; i < versions->len; i++)
    if (g_str_equal (hearten_entry_get_body (versions->pdata[i]), words))
      return TRUE;
  return g_str_equal (hearten_entry_get_body (HEARTEN_ENTRY (page)), words);
}

static void
judge_copies (GPtrArray *records, const HeartenWitness *witness)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (hearten_record_get_id (records->pdata[i]), COPIED_ID) &&
        says (records->pdata[i], "written here") && says (records->pdata[i], "written there") &&
        hearten_record_get_n_versions (records->pdata[i]) == 2)
      return;
  if (witness->copied)
    fail ("of two versions, one is lost");
}

/* Playing */

static void
change (HeartenJournal *journal, HeartenEntry **page, State from, State to)
{
  if (from.words != to.words)
    {
      g_autofree char *text = words (to.words);

      if (*page == NULL)
        *page = hearten_journal_begin (journal, NULL);
      hearten_journal_set_body (journal, *page, text);
    }
  if (to.deleted && !from.deleted)
    hearten_records_delete (HEARTEN_RECORDS (journal), HEARTEN_RECORD (*page));
  else if (from.deleted && !to.deleted)
    hearten_records_restore (HEARTEN_RECORDS (journal), HEARTEN_RECORD (*page));
}

void
hearten_evening_play (const char *folder, HeartenFault fault, guint step, HeartenWitness *witness)
{
  HeartenStore *store = new_store (folder);
  HeartenJournal *journal = hearten_journal_new (store);
  HeartenEntry *pages[2] = { NULL, NULL };
  g_autofree char *own = g_build_filename (folder, "own", NULL);

  hearten_faults_arm (fault, step, own, witness->place);
  if (!hearten_store_open (store, NULL, NULL) && !hearten_store_open (store, NULL, NULL))
    _exit (0);
  for (int now = 1; now < N_STEPS; now++)
    {
      witness->begun = now;
      for (int i = 0; i < 2; i++)
        {
          change (journal, &pages[i], evening[now - 1][i], evening[now][i]);
          if (pages[i] != NULL)
            g_strlcpy (witness->ids[i], hearten_record_get_id (HEARTEN_RECORD (pages[i])),
                       sizeof witness->ids[i]);
        }
      if (now == MOVE_STEP)
        move (store, folder);
      if (flush (store) || flush (store))
        witness->saved = now;
      if (now == COPY_STEP)
        {
          put_copies (store, witness);
          settle_copies (store, journal);
        }
    }
  witness->finished = TRUE;
  _exit (0);
}

/* Judging */

static gboolean
is_as (HeartenEntry *page, State state)
{
  g_autofree char *text = words (state.words);

  if (page == NULL || state.words == 0)
    return page == NULL && state.words == 0;
  return g_str_equal (hearten_entry_get_body (page), text) &&
         (hearten_record_get_deleted (HEARTEN_RECORD (page)) != 0) == state.deleted;
}

static void
judge_page (GPtrArray *records, const HeartenWitness *witness, int number)
{
  HeartenEntry *page = NULL;

  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (hearten_record_get_id (records->pdata[i]), witness->ids[number]))
      page = records->pdata[i];
  for (int step = witness->saved; step <= witness->begun; step++)
    if (is_as (page, evening[step][number]))
      return;
  fail ("page %d: saved %d, begun %d, but found “%.30s”", number, witness->saved, witness->begun,
        page != NULL ? hearten_entry_get_body (page) : "nothing");
}

/* Two hours go by for the temporary files; returns how many there are. */
static guint
age_temporary_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const struct timespec then[2] = { { time (NULL) - 7200, 0 }, { time (NULL) - 7200, 0 } };
  const char *name;
  guint found = 0;

  if (dir == NULL && g_str_has_suffix (path, "~"))
    return utimensat (AT_FDCWD, path, then, 0) == 0 ? 1 : 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      found += age_temporary_files (child);
    }
  return found;
}

/* One folder holds all; the next start has cleared up the other. */
static void
judge_folders (HeartenStore *store, const char *folder)
{
  const char *const names[] = { "data", "moved" };
  guint found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, "own", names[i], NULL);

      found += g_file_test (path, G_FILE_TEST_EXISTS);
      if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_str_equal (path, hearten_store_get_folder (store)))
        fail ("the journal is in %s, but “%s” is there too", hearten_store_get_folder (store), names[i]);
    }
  if (found != 1)
    fail ("there is no folder");
}

static void
judge_writing (HeartenStore *store)
{
  HeartenJournal *journal = hearten_journal_new (store);

  hearten_journal_set_body (journal, hearten_journal_begin (journal, NULL), "the next day");
  if (!flush (store))
    fail ("nothing can be written any more: %s", hearten_store_get_save_error (store));
}

void
hearten_evening_judge (const char *folder, const HeartenWitness *witness)
{
  HeartenStore *store = new_store (folder);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GString) report = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  hearten_faults_arm (HEARTEN_FAULT_NONE, 0, NULL, NULL);
  g_random_set_seed (getpid ()); /* a fork would name its temporary files as its parent's other child did */
  age_temporary_files (folder);
  if (!hearten_store_open (store, NULL, &error))
    fail ("the store does not open: %s", error->message);
  if (age_temporary_files (folder) != 0)
    fail ("temporary files are left");
  records = hearten_store_load (store, HEARTEN_TYPE_ENTRY);
  if (g_list_model_get_n_items (hearten_store_get_damaged (store)) != 0 ||
      !hearten_check (hearten_store_get_folder (store), report))
    fail ("something is damaged:\n%s", report->str);
  judge_page (records, witness, 0);
  judge_page (records, witness, 1);
  judge_copies (records, witness);
  judge_folders (store, folder);
  judge_writing (store);
  _exit (0);
}
