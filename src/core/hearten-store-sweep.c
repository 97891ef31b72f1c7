/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-sweep.h"

#include "hearten-durable.h"
#include "hearten-id.h"
#include "hearten-kinds.h"
#include "hearten-merge.h"
#include "hearten-store-scan.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define AGE_SECONDS 3600

typedef gboolean (*IsOurs) (const char *stem);

static gboolean
is_store_file (const char *stem)
{
  return g_str_equal (stem, "hearten");
}

static gboolean
is_state_file (const char *stem)
{
  return g_strv_contains ((const char *const[]) { "device", "schedule", "ledger", "place", "move", NULL },
                          stem);
}

static gboolean
is_time (const char *stem)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (stem, NULL);

  return time != NULL;
}

static gboolean
is_left_over (const char *path, const char *name, IsOurs is_ours)
{
  g_autofree char *stem = hearten_durable_dup_target (name);
  struct stat st;

  if (stem == NULL || !g_str_has_suffix (stem, ".json"))
    return FALSE;
  stem[strlen (stem) - strlen (".json")] = '\0';
  return is_ours (stem) && lstat (path, &st) == 0 && S_ISREG (st.st_mode) &&
         g_get_real_time () / G_USEC_PER_SEC - st.st_mtime >= AGE_SECONDS;
}

static void
look_into (const char *folder, IsOurs is_ours, HeartenLeftOver visit, gpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_suffix (name, "~"))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (is_left_over (path, name, is_ours))
        visit (path, user_data);
    }
}

/* All folders in @path: those of the months of a kind, or those of the records with earlier versions. */
static void
look_below (const char *path, IsOurs is_ours, HeartenLeftOver visit, gpointer user_data)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (path, name, NULL);

      look_into (folder, is_ours, visit, user_data);
    }
}

static void
remove_file (const char *path, gpointer user_data)
{
  unlink (path);
}

/* It may be what another program wrote in the moment in which the record's file was replaced, see
 * hearten_durable_replace(): then it is a version as any other copy. */
static gboolean
is_version (const char *path, const char *folder)
{
  const char *own_path = path + strlen (folder) + 1;
  g_auto (GStrv) parts = g_strsplit (own_path, G_DIR_SEPARATOR_S, 2);
  GType type = hearten_kind_of_folder (parts[0]);
  HeartenStoreFile left = { 0 }, own = { 0 };
  gboolean is_known = TRUE;

  if (type != G_TYPE_INVALID)
    hearten_store_read (folder, own_path, type, &left);
  if (left.record != NULL)
    {
      g_autofree char *place = hearten_store_dup_place (type, hearten_record_get_id (left.record));

      hearten_store_read (folder, place, type, &own);
      is_known = own.record != NULL && hearten_merge_contains (own.record, left.record);
    }
  g_clear_object (&left.record);
  g_clear_object (&own.record);
  g_clear_error ((GError **) &left.error);
  g_clear_error ((GError **) &own.error);
  return !is_known;
}

/* `ID.json.XXXXXXXX~` becomes `ID.XXXXXXXX.json`. */
static void
keep_version (const char *path)
{
  g_autofree char *target = hearten_durable_dup_target (path);
  g_autofree char *stem = g_strndup (target, strlen (target) - strlen (".json"));
  g_autofree char *copy = g_strdup_printf ("%s.%.8s.json", stem, path + strlen (target) + 1);

  if (rename (path, copy) != 0)
    g_message ("A version was left as “%s”", path);
}

static void
sweep_file (const char *path, gpointer folder)
{
  if (is_version (path, folder))
    keep_version (path);
  else
    unlink (path);
}

/* Public */

void
hearten_store_find_left_over (const char *folder, HeartenLeftOver visit, gpointer user_data)
{
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  look_into (folder, is_store_file, visit, user_data);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GTypeClass) type_class = g_type_class_ref (kinds[i]);
      g_autofree char *path = g_build_filename (folder, HEARTEN_RECORD_CLASS (type_class)->folder, NULL);

      look_below (path, hearten_id_is_valid, visit, user_data);
    }
}

void
hearten_store_sweep (const char *folder, const char *state_folder)
{
  g_autofree char *generations = g_build_filename (state_folder, "generations", NULL);

  hearten_store_find_left_over (folder, sweep_file, (gpointer) folder);
  look_into (state_folder, is_state_file, remove_file, NULL);
  look_below (generations, is_time, remove_file, NULL);
}
