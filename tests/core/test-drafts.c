/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-drafts.h"
#include "hearten-test-home.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenDrafts *drafts;
} Fixture;

static void
begin (Fixture *fixture)
{
  fixture->drafts = hearten_drafts_new (hearten_store_get_state_folder (fixture->home->store));
}

static void
begin_again (Fixture *fixture)
{
  hearten_drafts_finish (fixture->drafts);
  g_clear_object (&fixture->drafts); /* a worker may be letting go of it still */
  begin (fixture);
  hearten_drafts_finish (fixture->drafts);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  begin (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_drafts_finish (fixture->drafts);
  g_clear_object (&fixture->drafts); /* a worker may be letting go of it still */
  hearten_test_home_free (fixture->home);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  hearten_drafts_finish (fixture->drafts);
  hearten_drafts_set (fixture->drafts, "a", "Half a li");
  hearten_drafts_set (fixture->drafts, "b", "Another");
  hearten_drafts_set (fixture->drafts, "a", "Half a line");
  begin_again (fixture);
  g_assert_cmpstr (hearten_drafts_get (fixture->drafts, "a"), ==, "Half a line");
  g_assert_cmpstr (hearten_drafts_get (fixture->drafts, "b"), ==, "Another");
  hearten_drafts_set (fixture->drafts, "a", "");
  begin_again (fixture);
  g_assert_null (hearten_drafts_get (fixture->drafts, "a"));
  g_assert_cmpstr (hearten_drafts_get (fixture->drafts, "b"), ==, "Another");
}

/* Who types, or puts away, before the file was read, is right. */
static void
test_before_read (Fixture *fixture, gconstpointer data)
{
  hearten_drafts_set (fixture->drafts, "a", "Old");
  hearten_drafts_set (fixture->drafts, "b", "Old");
  hearten_drafts_finish (fixture->drafts);
  g_clear_object (&fixture->drafts); /* a worker may be letting go of it still */
  begin (fixture);
  hearten_drafts_set (fixture->drafts, "a", "New");
  hearten_drafts_set (fixture->drafts, "b", "");
  begin_again (fixture);
  g_assert_cmpstr (hearten_drafts_get (fixture->drafts, "a"), ==, "New");
  g_assert_null (hearten_drafts_get (fixture->drafts, "b"));
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  const char *folder = hearten_store_get_state_folder (fixture->home->store);
  g_autofree char *path = g_build_filename (folder, "drafts.json", NULL);

  hearten_drafts_set (fixture->drafts, "a", "Old");
  hearten_drafts_finish (fixture->drafts);
  g_assert_true (g_file_set_contents (path, "{\"a\": 1, \"b\": \"Good\", \"c\"", -1, NULL));
  g_clear_object (&fixture->drafts); /* a worker may be letting go of it still */
  begin (fixture);
  hearten_drafts_finish (fixture->drafts);
  g_assert_null (hearten_drafts_get (fixture->drafts, "a"));
  g_assert_true (g_file_set_contents (path, "{\"a\": 1, \"b\": \"Good\"}", -1, NULL));
  begin_again (fixture);
  g_assert_null (hearten_drafts_get (fixture->drafts, "a"));
  g_assert_cmpstr (hearten_drafts_get (fixture->drafts, "b"), ==, "Good");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/drafts/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/drafts/before-read", Fixture, NULL, set_up, test_before_read, tear_down);
  g_test_add ("/drafts/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  return g_test_run ();
}
