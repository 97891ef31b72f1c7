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
} Walk;

/* Not GDir, which takes an error in the middle for the end: a file that is not listed would not be copied. */
static GPtrArray *
list_names (const char *path, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  DIR *dir = opendir (path);
  struct dirent *entry;
  int saved;

  errno = dir != NULL ? 0 : errno;
  while (dir != NULL && (entry = readdir (dir)) != NULL)
    if (entry->d_name[0] != '.')
      g_ptr_array_add (names, g_strdup (entry->d_name));
  saved = errno;
  if (dir != NULL)
    closedir (dir);
  if (saved != 0 && saved != ENOENT)
    {
      g_autofree char *shown = hearten_place_dup_shown (path);

      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("The folder “%s” cannot be read."), shown);
      return NULL;
    }
  return g_steal_pointer (&names);
}

static gboolean
is_folder (const char *path)
{
  struct stat st;

  return lstat (path, &st) == 0 && S_ISDIR (st.st_mode);
}

static gboolean
visit_file (Walk *walk, const char *path)
{
  g_autofree char *full = g_build_filename (walk->folder, path, NULL);
  g_autofree char *target = walk->temporary ? hearten_durable_dup_target (path) : NULL;
  const char *name = walk->temporary ? target : path;
  struct stat st;

  if (name == NULL || !g_str_has_suffix (name, ".json") || lstat (full, &st) != 0 || !S_ISREG (st.st_mode))
    return TRUE;
  return walk->visit (path, &st, walk->user_data);
}

static gboolean
visit_month (Walk *walk, const char *month, GError **error)
{
  g_autofree char *full = g_build_filename (walk->folder, month, NULL);
  g_autoptr (GPtrArray) names = is_folder (full) ? list_names (full, error) : g_ptr_array_new ();

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (month, names->pdata[i], NULL);

      if (!visit_file (walk, path))
        return FALSE;
    }
  return names != NULL;
}

static gboolean
visit_kind (Walk *walk, const char *kind, GError **error)
{
  g_autofree char *full = g_build_filename (walk->folder, kind, NULL);
  g_autoptr (GPtrArray) months = is_folder (full) ? list_names (full, error) : g_ptr_array_new ();

  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      g_autofree char *month = g_build_filename (kind, months->pdata[i], NULL);

      if (hearten_place_is_month (months->pdata[i]) && !visit_month (walk, month, error))
        return FALSE;
    }
  return months != NULL;
}

gboolean
hearten_files_visit (const char *folder,
                     gboolean temporary,
                     HeartenFilesVisit visit,
                     gpointer user_data,
                     GError **error)
{
  Walk walk = { folder, temporary, visit, user_data };
  g_autoptr (GPtrArray) names = list_names (folder, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    if (hearten_place_is_kind (names->pdata[i]) && !visit_kind (&walk, names->pdata[i], error))
      return FALSE;
  for (guint i = 0; names != NULL && i < names->len; i++)
    if (g_str_has_prefix (names->pdata[i], "hearten") && !visit_file (&walk, names->pdata[i]))
      return FALSE;
  return names != NULL;
}

gboolean
hearten_files_remove_folder (const char *folder)
{
  return rmdir (folder) == 0 || errno == ENOENT || errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR;
}

static gboolean
remove_months (const char *kind)
{
  g_autoptr (GPtrArray) months = list_names (kind, NULL);
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
  g_autoptr (GPtrArray) kinds = list_names (folder, NULL);
  gboolean ok = TRUE;

  for (guint i = 0; kinds != NULL && i < kinds->len; i++)
    {
      g_autofree char *kind = g_build_filename (folder, kinds->pdata[i], NULL);

      if (hearten_place_is_kind (kinds->pdata[i]) && is_folder (kind))
        ok = remove_months (kind) && ok;
    }
  return ok;
}
