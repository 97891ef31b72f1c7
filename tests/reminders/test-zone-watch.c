/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "hearten-zone-watch.h"

typedef struct
{
  char *folder;
  char *local;
  char *zones;
  HeartenZoneWatch *watch;
  guint changes;
} Fixture;

static void
on_changed_cb (Fixture *fixture)
{
  fixture->changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("hearten-zones-XXXXXX", NULL);
  fixture->local = g_build_filename (fixture->folder, "localtime", NULL);
  fixture->zones = g_build_filename (fixture->folder, "zoneinfo", NULL);
  g_assert_cmpint (g_mkdir (fixture->zones, 0700), ==, 0);
  g_assert_cmpint (symlink ("zoneinfo/Berlin", fixture->local), ==, 0);
  fixture->watch = hearten_zone_watch_new (fixture->local, fixture->zones);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (on_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->zones, "Berlin", NULL);

  g_assert_finalize_object (fixture->watch);
  g_unlink (file);
  g_unlink (fixture->local);
  g_rmdir (fixture->zones);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->local);
  g_free (fixture->zones);
}

static void
wait_for_change (Fixture *fixture)
{
  while (fixture->changes == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* As timedatectl does it: a new link in the place of the old one. */
static void
test_local (Fixture *fixture, gconstpointer data)
{
  g_autofree char *beside = g_strconcat (fixture->local, ".new", NULL);

  g_assert_cmpint (symlink ("zoneinfo/New_York", beside), ==, 0);
  g_assert_cmpint (g_rename (beside, fixture->local), ==, 0);
  wait_for_change (fixture);
}

/* As a package manager does it. */
static void
test_rules (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->zones, "Berlin", NULL);

  g_assert_true (g_file_set_contents (file, "TZif", -1, NULL));
  wait_for_change (fixture);
}

static void
test_nothing_there (void)
{
  g_autoptr (HeartenZoneWatch) watch = hearten_zone_watch_new ("/nowhere/localtime", "/nowhere/zoneinfo");

  g_assert_nonnull (watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/zone-watch/local", Fixture, NULL, set_up, test_local, tear_down);
  g_test_add ("/zone-watch/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add_func ("/zone-watch/nothing-there", test_nothing_there);

  return g_test_run ();
}
