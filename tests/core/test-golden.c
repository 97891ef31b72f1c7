/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-check.h"
#include "hearten-journal.h"
#include "hearten-kinds.h"
#include "hearten-store-walk.h"
#include "hearten-test-home.h"

#include <glib/gstdio.h>
#include <string.h>

/* Stores as they were written by each version of the format, which stay readable for ever. */

#define STORE "v1"

typedef struct
{
  HeartenTestHome *home;
  JsonObject *expected;
} Fixture;

static char *
golden_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "fixtures", "stores", name, NULL);
}

static void
copy_tree (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gsize length;

      g_file_get_contents (from, &text, &length, &error);
      g_assert_no_error (error);
      g_file_set_contents (to, text, (gssize) length, &error);
      g_assert_no_error (error);
      return;
    }
  g_assert_no_errno (g_mkdir_with_parents (to, 0700));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child_from = g_build_filename (from, name, NULL);
      g_autofree char *child_to = g_build_filename (to, name, NULL);

      copy_tree (child_from, child_to);
    }
}

/* Each file's name and contents. */
static void
hash_tree (GChecksum *checksum, const char *path, GHashTable *without)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_checksum_update (checksum, (const guchar *) path, -1);
  if (dir == NULL)
    {
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      if (without == NULL || !g_hash_table_contains (without, path))
        g_checksum_update (checksum, (const guchar *) text, (gssize) length);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    hash_tree (checksum, names->pdata[i], without);
}

static char *
hash (Fixture *fixture, const char *without)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  if (without != NULL)
    g_hash_table_add (set, (gpointer) without);
  hash_tree (checksum, hearten_store_get_folder (fixture->home->store), set);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *store = golden_path (STORE);
  g_autofree char *list = golden_path (STORE ".json");
  g_autoptr (GError) error = NULL;

  fixture->home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  copy_tree (store, hearten_store_get_folder (fixture->home->store));
  fixture->expected = hearten_json_read_file (list, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  json_object_unref (fixture->expected);
  hearten_test_home_free (fixture->home);
}

typedef struct
{
  JsonObject *records;
  JsonObject *damaged;
  guint n_records;
  guint n_damaged;
} Found;

static gboolean
look_up (const char *path, HeartenRecord *taken, const GError *error, gpointer user_data)
{
  g_autoptr (HeartenRecord) record = taken;
  Found *found = user_data;

  if (!json_object_has_member (record != NULL ? found->records : found->damaged, path))
    g_error ("%s: %s", path, error != NULL ? error->message : "read");
  if (record == NULL)
    found->n_damaged++;
  else
    found->n_records++;
  return TRUE;
}

static void
test_reading (Fixture *fixture, gconstpointer data)
{
  JsonObject *records = json_object_get_object_member (fixture->expected, "records");
  JsonObject *damaged = json_object_get_object_member (fixture->expected, "damaged");
  Found found = { records, damaged, 0, 0 };
  g_autofree char *before = hash (fixture, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GString) report = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  hearten_store_open (fixture->home->store, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_kinds; i++)
    {
      hearten_store_walk (hearten_store_get_folder (fixture->home->store), kinds[i], look_up, &found);
    }
  g_assert_cmpuint (found.n_records, ==, json_object_get_size (records));
  g_assert_cmpuint (found.n_damaged, ==, json_object_get_size (damaged));
  g_assert_false (hearten_check (hearten_store_get_folder (fixture->home->store), report));
  after = hash (fixture, NULL);
  g_assert_cmpstr (after, ==, before);
}

static JsonNode *
dup_member (const char *path, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = hearten_json_read_file (path, &error);

  g_assert_no_error (error);
  return json_object_dup_member (object, member);
}

static HeartenEntry *
find_entry (HeartenJournal *journal, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (journal)); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (G_LIST_MODEL (journal), i);

      if (g_str_equal (hearten_entry_get_title (entry), title))
        return entry; /* the journal holds it */
    }
  g_assert_not_reached ();
}

static void
test_writing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenJournal) journal = hearten_journal_new (fixture->home->store);
  g_autofree char *path = g_build_filename (hearten_store_get_folder (fixture->home->store),
                                            json_object_get_string_member (fixture->expected, "unknown"),
                                            NULL);
  g_autofree char *before = hash (fixture, path);
  g_autofree char *after = NULL;
  const char *const unknown[] = { "zebra", "apple", "weather-at-sea" };
  g_autoptr (JsonNode) body = NULL;
  JsonNode *kept[G_N_ELEMENTS (unknown)];

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_nonnull (kept[i] = dup_member (path, unknown[i]));
  hearten_test_home_load (fixture->home, journal);
  hearten_journal_set_body (journal, find_entry (journal, "From a later version"), "Changed here.");
  hearten_test_home_flush (fixture->home);

  body = dup_member (path, "body");
  g_assert_cmpstr (json_node_get_string (body), ==, "Changed here.");
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (JsonNode) now = dup_member (path, unknown[i]);

      g_assert_true (json_node_equal (now, kept[i]));
      json_node_unref (kept[i]);
    }
  after = hash (fixture, path);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/golden/reading", Fixture, NULL, set_up, test_reading, tear_down);
  g_test_add ("/golden/writing", Fixture, NULL, set_up, test_writing, tear_down);
  return g_test_run ();
}
