/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "hearten-autostart.h"

typedef struct
{
  char *folder;
  char *template_path;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *config = NULL;

  fixture->folder = g_dir_make_tmp ("hearten-XXXXXX", NULL);
  config = g_build_filename (fixture->folder, "config", NULL);
  fixture->template_path = g_build_filename (fixture->folder, "template", NULL);
  fixture->path = hearten_autostart_dup_path (config);
  g_assert_true (g_file_set_contents (fixture->template_path, "[Desktop Entry]\nExec=true\n", -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *autostart = g_path_get_dirname (fixture->path);
  g_autofree char *config = g_path_get_dirname (autostart);

  g_unlink (fixture->path);
  g_unlink (fixture->template_path);
  g_rmdir (autostart);
  g_unlink (config);
  g_rmdir (config);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->template_path);
  g_free (fixture->path);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
set (Fixture *fixture, gboolean on, gboolean *outcome)
{
  g_autoptr (GAsyncResult) result = NULL;

  hearten_autostart_set_async (fixture->path, fixture->template_path, on, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return hearten_autostart_finish (result, outcome, NULL);
}

static void
test_on_and_off (Fixture *fixture, gconstpointer data)
{
  gboolean on = FALSE;

  g_assert_false (hearten_autostart_is_on (fixture->path));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (set (fixture, TRUE, &on));
      g_assert_true (on);
    }
  g_assert_true (g_str_has_suffix (fixture->path, "/autostart/" APP_ID ".Reminders.desktop"));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (set (fixture, FALSE, &on));
      g_assert_false (on);
    }
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

/* Desktops switch a program off with this key and leave the file. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  gboolean on = FALSE;

  g_assert_true (set (fixture, TRUE, &on));
  g_assert_true (g_file_set_contents (fixture->path, "[Desktop Entry]\nHidden=true\n", -1, NULL));
  g_assert_false (hearten_autostart_is_on (fixture->path));
  g_assert_true (set (fixture, TRUE, &on));
  g_assert_true (on);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *autostart = g_path_get_dirname (fixture->path);
  g_autofree char *config = g_path_get_dirname (autostart);
  gboolean on = TRUE;

  /* A file is where the folder should be. */
  g_assert_true (g_file_set_contents (config, "", 0, NULL));
  g_assert_false (set (fixture, TRUE, &on));
  g_assert_false (on);
  g_unlink (config);

  g_unlink (fixture->template_path);
  g_assert_false (set (fixture, TRUE, &on));
  g_assert_false (on);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/autostart/on-and-off", Fixture, NULL, set_up, test_on_and_off, tear_down);
  g_test_add ("/autostart/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/autostart/failure", Fixture, NULL, set_up, test_failure, tear_down);
  return g_test_run ();
}
