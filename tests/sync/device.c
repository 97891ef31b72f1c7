/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-journal.h"

#include <gio/gunixinputstream.h>
#include <unistd.h>

/* device DATA STATE: the core of one Hearten, told by lines on its standard input what a person would do:
 *
 *   new WORDS          begins a page; answers its id
 *   add ID WORDS       writes at the end of a page; answers "done", or "gone" where there is none to write on
 *   delete ID          into the trash
 *   restore ID         out of it
 *   list               answers all records of the journal as one line of JSON
 *   flush              answers "saved" as soon as everything is on the disk, else why it is not
 */

static GMainLoop *loop;
static HeartenStore *store;
static HeartenJournal *journal;

static void
answer (const char *text)
{
  g_print ("%s\n", text);
}

/* Doing */

static void
begin (const char *words)
{
  HeartenEntry *entry = hearten_journal_begin (journal, NULL);

  hearten_journal_set_body (journal, entry, words);
  answer (hearten_record_get_id (HEARTEN_RECORD (entry)));
}

static void
add (const char *id, const char *words)
{
  HeartenEntry *entry = hearten_records_find (HEARTEN_RECORDS (journal), id);
  g_autofree char *body = NULL;

  if (entry == NULL || hearten_record_get_deleted (HEARTEN_RECORD (entry)) != 0)
    {
      answer ("gone");
      return;
    }
  body = g_strconcat (hearten_entry_get_body (entry), "\n", words, NULL);
  hearten_journal_set_body (journal, entry, body);
  answer ("done");
}

static void
set_deleted (const char *id, gboolean deleted)
{
  HeartenRecord *record = hearten_records_find (HEARTEN_RECORDS (journal), id);

  if (record == NULL || (hearten_record_get_deleted (record) != 0) == deleted)
    {
      answer ("gone");
      return;
    }
  if (deleted)
    hearten_records_delete (HEARTEN_RECORDS (journal), record);
  else
    hearten_records_restore (HEARTEN_RECORDS (journal), record);
  answer ("done");
}

/* Looking */

static void
add_all (GListModel *list, GString *line)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (HeartenRecord) record = g_list_model_get_item (list, i);
      g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);

      g_string_append (line, line->len > 1 ? "," : "");
      g_string_append_len (line, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
    }
}

static void
list (void)
{
  g_autoptr (GString) line = g_string_new ("[");

  add_all (G_LIST_MODEL (journal), line);
  add_all (hearten_records_get_trash (HEARTEN_RECORDS (journal)), line);
  g_string_append_c (line, ']');
  /* All line breaks are between values: inside of texts they are escaped. */
  g_string_replace (line, "\n", "", 0);
  answer (line->str);
}

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  answer (hearten_store_flush_finish (store, result, &error) ? "saved" : error->message);
}

/* Listening */

static void
obey (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  guint n_words = g_strv_length (words);

  if (g_str_has_prefix (line, "new "))
    begin (line + strlen ("new "));
  else if (n_words == 3 && g_str_equal (words[0], "add"))
    add (words[1], words[2]);
  else if (n_words == 2 && (g_str_equal (words[0], "delete") || g_str_equal (words[0], "restore")))
    set_deleted (words[1], *words[0] == 'd');
  else if (g_str_equal (line, "list"))
    list ();
  else if (g_str_equal (line, "flush"))
    hearten_store_flush_async (store, on_flushed_cb, NULL);
  else
    answer ("what?");
}

static void
on_line_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GDataInputStream *stream = G_DATA_INPUT_STREAM (source);
  g_autofree char *line = g_data_input_stream_read_line_finish (stream, result, NULL, NULL);

  if (line == NULL)
    {
      g_main_loop_quit (loop);
      return;
    }
  obey (line);
  g_data_input_stream_read_line_async (stream, G_PRIORITY_DEFAULT, NULL, on_line_cb, NULL);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer stream)
{
  g_autoptr (GError) error = NULL;

  if (!hearten_records_load_finish (HEARTEN_RECORDS (source), result, &error))
    g_error ("%s", error->message);
  hearten_store_settle_copies (store);
  hearten_store_watch (store);
  answer ("ready");
  g_data_input_stream_read_line_async (stream, G_PRIORITY_DEFAULT, NULL, on_line_cb, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    g_error ("DATA and STATE are missing");
  loop = g_main_loop_new (NULL, FALSE);
  store = hearten_store_new (argv[1], argv[2], clock);
  journal = hearten_journal_new (store);
  if (!hearten_store_open (store, NULL, &error))
    g_error ("%s", error->message);
  hearten_records_load_async (HEARTEN_RECORDS (journal), on_loaded_cb, lines);
  g_main_loop_run (loop);
  g_clear_object (&journal);
  g_clear_object (&store);
  g_main_loop_unref (loop);
  return 0;
}
