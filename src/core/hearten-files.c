/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-files.h"

#include "hearten-durable.h"
#include "hearten-place.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const char *folder;
  gboolean temporary;
  HeartenFilesVisit visit;
  gpointer user_data;
  GHashTable *unreadable; /* NULL where one such folder ends the walk */
} Walk;

static gboolean
fail (GError **error, const char *path)
{
  int saved = errno;
  g_autofree char *shown = hearten_place_dup_shown (path);

  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("The folder “%s” cannot be read: %s."), shown,
               g_strerror (saved));
  return FALSE;
}

/* A link is not followed: what is behind it is somebody else's. */
static GPtrArray *
list_folder (const char *path, GError **error)
{
  struct stat st;

  if (lstat (path, &st) == 0)
    return S_ISDIR (st.st_mode) ? hearten_files_list (path, error) : g_ptr_array_new ();
  if (errno == ENOENT || errno == ENOTDIR)
    return g_ptr_array_new ();
  fail (error, path);
  return NULL;
}

/* Returns whether to go on without what is in this folder. */
static gboolean
pass_over (Walk *walk, const char *path, GError **error)
{
  if (walk->unreadable == NULL)
    return FALSE;
  g_clear_error (error);
  g_hash_table_add (walk->unreadable, g_strdup (path));
  return TRUE;
}

static gboolean
visit_file (Walk *walk, const char *path, GError **error)
{
  g_autofree char *full = g_build_filename (walk->folder, path, NULL);
  g_autofree char *target = walk->temporary ? hearten_durable_dup_target (path) : NULL;
  const char *name = walk->temporary ? target : path;
  struct stat st;

  if (name == NULL || !g_str_has_suffix (name, ".json"))
    return TRUE;
  if (lstat (full, &st) != 0)
    return errno == ENOENT || fail (error, full);
  return !S_ISREG (st.st_mode) || walk->visit (path, &st, walk->user_data);
}

static gboolean
visit_month (Walk *walk, const char *month, GError **error)
{
  g_autofree char *full = g_build_filename (walk->folder, month, NULL);
  g_autoptr (GPtrArray) names = list_folder (full, error);
  g_autoptr (GError) local = NULL;

  if (names == NULL)
    return pass_over (walk, month, error);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (month, names->pdata[i], NULL);

      if (visit_file (walk, path, &local))
        continue;
      if (local == NULL)
        return FALSE;
      g_propagate_error (error, g_steal_pointer (&local));
      return pass_over (walk, month, error);
    }
  return TRUE;
}

static gboolean
visit_kind (Walk *walk, const char *kind, GError **error)
{
  g_autofree char *full = g_build_filename (walk->folder, kind, NULL);
  g_autoptr (GPtrArray) months = list_folder (full, error);

  if (months == NULL)
    return pass_over (walk, kind, error);
  for (guint i = 0; i < months->len; i++)
    {
      g_autofree char *month = g_build_filename (kind, months->pdata[i], NULL);

      if (hearten_place_is_month (months->pdata[i]) && !visit_month (walk, month, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
visit_all (Walk *walk, GError **error)
{
  g_autoptr (GPtrArray) names = hearten_files_list (walk->folder, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (hearten_place_is_kind (names->pdata[i]) && !visit_kind (walk, names->pdata[i], error))
      return FALSE;
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], "hearten") && !visit_file (walk, names->pdata[i], error))
      return FALSE;
  return names != NULL;
}

/* Public */

/* Not GDir, which takes an error in the middle for the end: a file that is not listed would not be copied. */
GPtrArray *
hearten_files_list (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DIR *dir = opendir (path);
  struct dirent *entry;
  int saved;

  errno = dir != NULL ? 0 : errno;
  while (dir != NULL && (entry = readdir (dir)) != NULL)
    if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, ".."))
      g_ptr_array_add (names, g_strdup (entry->d_name));
  saved = errno;
  if (dir != NULL)
    closedir (dir);
  errno = saved;
  if (saved == 0 || saved == ENOENT || saved == ENOTDIR)
    return g_steal_pointer (&names);
  fail (error, path);
  return NULL;
}

gboolean
hearten_files_visit (const char *folder,
                     gboolean temporary,
                     HeartenFilesVisit visit,
                     gpointer user_data,
                     GError **error)
{
  Walk walk = { folder, temporary, visit, user_data, NULL };

  return visit_all (&walk, error);
}

gboolean
hearten_files_visit_readable (const char *folder,
                              HeartenFilesVisit visit,
                              gpointer user_data,
                              GHashTable *unreadable,
                              GError **error)
{
  Walk walk = { folder, FALSE, visit, user_data, unreadable };

  return visit_all (&walk, error);
}

gboolean
hearten_files_remove_folder (const char *folder)
{
  return rmdir (folder) == 0 || errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR;
}

static gboolean
remove_months (const char *kind)
{
  g_autoptr (GPtrArray) months = list_folder (kind, NULL);
  gboolean ok = TRUE;

  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      g_autofree char *month = g_build_filename (kind, months->pdata[i], NULL);

      if (hearten_place_is_month (months->pdata[i]))
        ok = hearten_files_remove_folder (month) && ok;
    }
  return hearten_files_remove_folder (kind) && ok;
}

gboolean
hearten_files_remove_folders (const char *folder)
{
  g_autoptr (GPtrArray) kinds = hearten_files_list (folder, NULL);
  gboolean ok = TRUE;

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    {
      g_autofree char *kind = g_build_filename (folder, kinds->pdata[i], NULL);

      if (hearten_place_is_kind (kinds->pdata[i]))
        ok = remove_months (kind) && ok;
    }
  return ok;
}
