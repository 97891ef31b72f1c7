/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

/* On the main thread: hears of changes in the folder and asks for a look at them. Changes come in bursts, and
 * a program that replaces a file makes several of one; a moment later all of them are looked at together. */

#define GATHER_MS 300
#define RETRY_SECONDS 3

static void
on_look_timer_cb (gpointer data)
{
  HeartenStore *self = data;

  self->look_timer = 0;
  hearten_store_start_job (self);
}

static void
look_soon (HeartenStore *self, const char *path)
{
  g_hash_table_add (self->looks, g_strdup (path));
  if (self->look_timer == 0)
    self->look_timer = g_timeout_add_once (GATHER_MS, on_look_timer_cb, self);
}

/* Returns the path relative to the data folder, with a slash at the end of a folder that is watched. */
static char *
dup_own_path (HeartenStore *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);

  return file != NULL ? g_file_get_relative_path (folder, file) : NULL;
}

static guint
count_slashes (const char *path)
{
  guint n = 0;

  for (; *path != '\0'; path++)
    n += *path == G_DIR_SEPARATOR;
  return n;
}

static gboolean
is_below (gpointer path, gpointer monitor, gpointer folder)
{
  return g_str_has_prefix (path, folder);
}

static void
look_at (HeartenStore *self, GFile *file)
{
  g_autofree char *path = dup_own_path (self, file);
  g_autofree char *folder = path != NULL ? g_strconcat (path, G_DIR_SEPARATOR_S, NULL) : NULL;

  if (path == NULL)
    return;
  /* KIND, KIND/MONTH or KIND/MONTH/NAME */
  if (count_slashes (path) < 2)
    {
      /* It may be another folder now. */
      g_hash_table_foreach_remove (self->monitors, is_below, folder);
      look_soon (self, folder);
    }
  else
    look_soon (self, path);
}

/* A folder that could not be read, and somebody has changed who may. */
static gboolean
may_be_readable_again (HeartenStore *self, GFile *file)
{
  g_autofree char *path = dup_own_path (self, file);
  g_autofree char *folder = path != NULL ? g_strconcat (path, G_DIR_SEPARATOR_S, NULL) : NULL;

  return folder != NULL && hearten_store_is_damaged (self, folder);
}

static void
on_folder_changed_cb (HeartenStore *self,
                      GFile *file,
                      GFile *other,
                      GFileMonitorEvent event,
                      GFileMonitor *monitor)
{
  if (event == G_FILE_MONITOR_EVENT_PRE_UNMOUNT)
    return;
  if (event == G_FILE_MONITOR_EVENT_ATTRIBUTE_CHANGED && !may_be_readable_again (self, file))
    return;
  look_at (self, file);
  look_at (self, other);
}

void
hearten_store_add_monitor (HeartenStore *self, const char *path)
{
  g_autofree char *full = g_build_filename (self->folder, path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (full);
  GFileMonitor *monitor;

  if (self->monitors == NULL || g_hash_table_contains (self->monitors, path))
    return;
  monitor = g_file_monitor_directory (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return;
  g_signal_connect_object (monitor, "changed", G_CALLBACK (on_folder_changed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->monitors, g_strdup (path), monitor);
  /* What changed between the look at the folder and now */
  look_soon (self, path);
}

void
hearten_store_look_at_again (HeartenStore *self, const char *path)
{
  int tries = GPOINTER_TO_INT (g_hash_table_lookup (self->tries, path)) + 1;

  g_hash_table_insert (self->tries, g_strdup (path), GINT_TO_POINTER (tries));
  g_hash_table_add (self->looks, g_strdup (path));
  if (self->look_timer == 0)
    self->look_timer = g_timeout_add_seconds_once (RETRY_SECONDS, on_look_timer_cb, self);
}

/* Public */

void
hearten_store_watch (HeartenStore *self)
{
  g_return_if_fail (HEARTEN_IS_STORE (self));

  if (self->monitors == NULL)
    self->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_hash_table_remove_all (self->monitors);
  g_hash_table_add (self->looks, g_strdup (""));
  hearten_store_start_job (self);
}

void
hearten_store_look_again (HeartenStore *self)
{
  GHashTableIter iter;
  gpointer path;

  g_return_if_fail (HEARTEN_IS_STORE (self));

  g_hash_table_add (self->looks, g_strdup (""));
  g_hash_table_iter_init (&iter, self->set_aside);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_hash_table_add (self->looks, g_strdup (path));
  hearten_store_start_job (self);
}

void
hearten_store_settle_copies (HeartenStore *self)
{
  GHashTableIter iter;
  gpointer path;

  g_return_if_fail (HEARTEN_IS_STORE (self));

  g_hash_table_iter_init (&iter, self->set_aside);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    g_hash_table_add (self->looks, g_strdup (path));
  g_hash_table_remove_all (self->set_aside);
  hearten_store_start_job (self);
}

void
hearten_store_set_frozen (HeartenStore *self, gboolean frozen)
{
  g_return_if_fail (HEARTEN_IS_STORE (self));

  g_atomic_int_set (&self->frozen, frozen);
}

gboolean
hearten_store_get_frozen (HeartenStore *self)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self), FALSE);

  return g_atomic_int_get (&self->frozen);
}
