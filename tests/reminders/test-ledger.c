/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hearten-ledger.h"

#define INSTANT G_GINT64_CONSTANT (1795464000000000) /* 2026-11-23T20:00:00Z */

static guint warnings;

static GLogWriterOutput
count_warnings (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if (level != G_LOG_LEVEL_WARNING)
    return g_log_writer_default (level, fields, n_fields, data);

  warnings++;
  return G_LOG_WRITER_HANDLED;
}

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("hearten-ledger-XXXXXX", NULL);
  warnings = 0;
  fixture->path = g_build_filename (fixture->folder, "state", "ledger.json", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *damaged = g_strconcat (fixture->path, ".damaged", NULL);
  g_autofree char *state = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_unlink (damaged);
  g_rmdir (state);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
write_file (Fixture *fixture, const char *text)
{
  g_autofree char *state = g_path_get_dirname (fixture->path);

  g_assert_cmpint (g_mkdir_with_parents (state, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLedger) first = hearten_ledger_open (fixture->path);
  g_autoptr (HeartenLedger) second = NULL;
  g_autoptr (GError) error = NULL;
  const HeartenLedgerEntry *entry;

  g_assert_cmpint (hearten_ledger_get_looked (first), ==, 0);
  hearten_ledger_set (first, "a@1", HEARTEN_LEDGER_STATE_PENDING, INSTANT, 0);
  hearten_ledger_set (first, "b@1", HEARTEN_LEDGER_STATE_SNOOZED, INSTANT, INSTANT + 600 * G_USEC_PER_SEC);
  hearten_ledger_set (first, "a@1", HEARTEN_LEDGER_STATE_SHOWN, INSTANT, 0);
  hearten_ledger_set_looked (first, INSTANT + G_USEC_PER_SEC);
  g_assert_true (hearten_ledger_save (first, &error));
  g_assert_no_error (error);

  second = hearten_ledger_open (fixture->path);
  g_assert_cmpuint (hearten_ledger_get_length (second), ==, 2);
  g_assert_cmpint (hearten_ledger_get_looked (second), ==, INSTANT + G_USEC_PER_SEC);
  entry = hearten_ledger_find (second, "b@1");
  g_assert_nonnull (entry);
  g_assert_cmpint (entry->state, ==, HEARTEN_LEDGER_STATE_SNOOZED);
  g_assert_cmpint (entry->until, ==, INSTANT + 600 * G_USEC_PER_SEC);
  g_assert_cmpstr (hearten_ledger_get_entry (second, 1)->key, ==, "a@1");
  g_assert_cmpint (hearten_ledger_get_entry (second, 1)->due, ==, INSTANT);
}

static void
test_bounded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLedger) ledger = hearten_ledger_open (fixture->path);

  hearten_ledger_set (ledger, "kept", HEARTEN_LEDGER_STATE_SNOOZED, INSTANT, INSTANT);
  for (int i = 0; i < 2 * HEARTEN_LEDGER_LENGTH; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", i);

      hearten_ledger_set (ledger, key, HEARTEN_LEDGER_STATE_SHOWN, INSTANT, 0);
    }

  g_assert_cmpuint (hearten_ledger_get_length (ledger), ==, HEARTEN_LEDGER_LENGTH);
  g_assert_nonnull (hearten_ledger_find (ledger, "kept"));
  g_assert_null (hearten_ledger_find (ledger, "0"));
  g_assert_nonnull (hearten_ledger_find (ledger, "999"));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged", NULL);
  g_autoptr (HeartenLedger) ledger = NULL;

  write_file (fixture, "{\"fmt\":\"hearten-led");
  ledger = hearten_ledger_open (fixture->path);
  g_assert_cmpuint (warnings, ==, 1);
  g_assert_cmpuint (hearten_ledger_get_length (ledger), ==, 0);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  g_assert_true (hearten_ledger_save (ledger, NULL));
}

static void
test_one_bad_entry (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenLedger) ledger = NULL;

  write_file (fixture, "{\"fmt\":\"hearten-ledger\",\"v\":1,\"entries\":[{\"key\":\"a\",\"state\":\"eaten\","
                       "\"due\":\"2026-11-23T20:00:00Z\"},"
                       "{\"key\":\"b\",\"state\":\"done\",\"due\":\"2026-11-23T20:00:00Z\"}]}");
  ledger = hearten_ledger_open (fixture->path);
  g_assert_cmpuint (warnings, ==, 1);
  g_assert_cmpuint (hearten_ledger_get_length (ledger), ==, 1);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  const char *text = "{\"fmt\":\"hearten-ledger\",\"v\":2,\"entries\":[]}";
  g_autoptr (HeartenLedger) ledger = NULL;
  g_autofree char *kept = NULL;

  write_file (fixture, text);
  ledger = hearten_ledger_open (fixture->path);
  hearten_ledger_set (ledger, "a", HEARTEN_LEDGER_STATE_SHOWN, INSTANT, 0);
  g_assert_true (hearten_ledger_save (ledger, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (count_warnings, NULL, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ledger/round-trip", test_round_trip);
  ADD ("/ledger/bounded", test_bounded);
  ADD ("/ledger/damaged", test_damaged);
  ADD ("/ledger/one-bad-entry", test_one_bad_entry);
  ADD ("/ledger/newer", test_newer);

  return g_test_run ();
}
