/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-journal.h"
#include "hearten-place.h"
#include "hearten-test-home.h"

#include <glib/gstdio.h>

/* Where the records are. */

static HeartenStore *
new_store (HeartenTestHome *home)
{
  g_autofree char *usual = g_build_filename (home->folder, "data", NULL);

  return hearten_store_new (usual, hearten_store_get_state_folder (home->store), HEARTEN_CLOCK (home->clock));
}

static void
put_note (HeartenTestHome *home, const char *text)
{
  g_autofree char *path = g_build_filename (hearten_store_get_state_folder (home->store), "place.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_usual_place (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *usual = g_build_filename (home->folder, "data", NULL);
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  gboolean chosen = TRUE;

  folder = hearten_place_dup_folder (hearten_store_get_state_folder (home->store), usual, &chosen, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (folder, ==, usual);
  g_assert_false (chosen);
  g_assert_cmpstr (hearten_store_get_folder (home->store), ==, usual);
}

/* Also with a name that is no UTF-8. */
static void
test_chosen_place (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  const char *state = hearten_store_get_state_folder (home->store);
  g_autofree char *other = g_build_filename (home->folder, "Ton Caf\351 100%", NULL);
  g_autofree char *file = g_build_filename (other, "hearten.json", NULL);
  g_autofree char *folder = NULL;
  g_autoptr (HeartenStore) store = new_store (home);
  g_autoptr (GError) error = NULL;
  gboolean chosen = FALSE;

  g_assert_no_errno (g_mkdir (other, 0700));
  g_assert_true (g_file_set_contents (file, "{\"fmt\":\"hearten\",\"v\":1,\"store\":\"x\"}", -1, NULL));
  g_assert_true (hearten_place_set_folder (state, other, &error));
  g_assert_no_error (error);
  folder = hearten_place_dup_folder (state, "/usual", &chosen, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (folder, ==, other);
  g_assert_true (chosen);
  g_assert_true (hearten_store_open (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (hearten_store_get_folder (store), ==, other);
}

/* Neither an absent nor an empty folder is made into a journal where one was before. */
static void
test_place_is_away (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *other = g_build_filename (home->folder, "disk", NULL);
  g_autofree char *trash = g_build_filename (other, ".Trash-1000", NULL);
  g_autoptr (HeartenStore) store = new_store (home);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_true (hearten_place_set_folder (hearten_store_get_state_folder (home->store), other, NULL));
  g_assert_false (hearten_store_open (store, NULL, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_AWAY);
  g_assert_nonnull (strstr (error->message, "is not there"));
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_no_errno (g_mkdir_with_parents (trash, 0700));
  g_assert_false (hearten_store_open (store, NULL, &error));
  g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_AWAY);
  g_assert_nonnull (strstr (error->message, "is empty"));
  dir = g_dir_open (other, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, ".Trash-1000");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_broken_notes (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  const char *const notes[] = {
    "",
    "{",
    "[]",
    "{\"fmt\":\"hearten\",\"v\":1,\"folder\":\"file:///tmp\"}",
    "{\"fmt\":\"hearten-place\",\"v\":2,\"folder\":\"file:///tmp\"}",
    "{\"fmt\":\"hearten-place\",\"v\":1,\"folder\":\"tmp\"}",
    "{\"fmt\":\"hearten-place\",\"v\":1,\"folder\":\"https://example.org/\"}",
    "{\"fmt\":\"hearten-place\",\"v\":1,\"folder\":7}",
    "{\"fmt\":\"hearten-place\",\"v\":1}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (HeartenStore) store = new_store (home);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", notes[i]);
      put_note (home, notes[i]);
      g_assert_false (hearten_store_open (store, NULL, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER);
      g_assert_nonnull (strstr (error->message, "Choose its folder again."));
    }
}

/* Records have come from another device, and hearten.json not yet. */
static void
test_half_synced (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
  g_autofree char *file = g_build_filename (home->folder, "data", "hearten.json", NULL);
  g_autoptr (HeartenStore) store = new_store (home);
  g_autoptr (GError) error = NULL;

  hearten_test_home_put (home, "journal/2026-11/x.json", "{}");
  g_assert_no_errno (g_unlink (file));
  g_assert_true (hearten_store_open (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

static void
test_kinds_of_places (void)
{
  static const struct
  {
    const char *name; /* of a file or, with a slash at its end, of a folder */
    const char *text;
    HeartenPlaceKind kind;
    int code; /* of the error, or −1 */
  } cases[] = {
    { ".stfolder/", NULL, HEARTEN_PLACE_EMPTY, -1 },
    { "lost+found/", NULL, HEARTEN_PLACE_EMPTY, -1 },
    { "holiday.jpg", "", HEARTEN_PLACE_OTHER, -1 },
    { "journal/", NULL, HEARTEN_PLACE_OTHER, -1 },
    { "journal/2026-11/", NULL, HEARTEN_PLACE_HALF, -1 },
    { "letters/2026-11/", NULL, HEARTEN_PLACE_HALF, -1 },
    { "Letters/2026-11/", NULL, HEARTEN_PLACE_OTHER, -1 },
    { "journal/2026-1/", NULL, HEARTEN_PLACE_OTHER, -1 },
    { "hearten.json", "{\"fmt\":\"hearten\",\"v\":1,\"store\":\"x\"}", HEARTEN_PLACE_JOURNAL, -1 },
    { "hearten.json", "{\"fmt\":\"hearten\",\"v\":2,\"store\":\"x\"}", 0, HEARTEN_ERROR_NEWER },
    { "hearten.json", "{\"fmt\":\"hearten\",\"v\":1}", 0, HEARTEN_ERROR_MALFORMED },
    { "hearten.json", "{\"fmt\":\"other\",\"v\":1,\"store\":\"x\"}", 0, HEARTEN_ERROR_MALFORMED },
    { "hearten.json", "", 0, HEARTEN_ERROR_MALFORMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:14:05Z", "Europe/Berlin");
      g_autofree char *folder = g_build_filename (home->folder, "looked-at", NULL);
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autoptr (GError) error = NULL;
      HeartenPlaceKind kind = 0;

      g_test_message ("%s", cases[i].name);
      g_assert_true (hearten_place_look (folder, &kind, &error));
      g_assert_cmpint (kind, ==, HEARTEN_PLACE_ABSENT);
      g_assert_no_errno (g_mkdir_with_parents (cases[i].text != NULL ? folder : path, 0700));
      if (cases[i].text != NULL)
        g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      g_assert_cmpint (hearten_place_look (folder, &kind, &error), ==, cases[i].code < 0);
      if (cases[i].code >= 0)
        g_assert_error (error, HEARTEN_ERROR, cases[i].code);
      else
        g_assert_cmpint (kind, ==, cases[i].kind);
    }
}

static void
test_shown (void)
{
  g_autofree char *inside = g_build_filename (g_get_home_dir (), "Sync", "Journal", NULL);
  g_autofree char *beside = g_strconcat (g_get_home_dir (), "2/Journal", NULL);
  g_autofree char *shown_inside = hearten_place_dup_shown (inside);
  g_autofree char *shown_beside = hearten_place_dup_shown (beside);

  g_assert_cmpstr (shown_inside, ==, "~/Sync/Journal");
  g_assert_cmpstr (shown_beside, ==, beside);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/place/usual", test_usual_place);
  g_test_add_func ("/place/chosen", test_chosen_place);
  g_test_add_func ("/place/away", test_place_is_away);
  g_test_add_func ("/place/broken-notes", test_broken_notes);
  g_test_add_func ("/place/half-synced", test_half_synced);
  g_test_add_func ("/place/kinds", test_kinds_of_places);
  g_test_add_func ("/place/shown", test_shown);
  return g_test_run ();
}
