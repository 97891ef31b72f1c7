/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-move-private.h"

#include "hearten-files.h"
#include "hearten-place.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define MARGIN_BYTES (1024 * 1024)

G_GNUC_PRINTF (2, 0)
static gboolean
refuse (GError **error, const char *format, const char *folder)
{
  g_autofree char *shown = hearten_place_dup_shown (folder);
  g_autofree char *message = g_strdup_printf (format, shown);

  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, message);
  return FALSE;
}

/* The nearest folder above (or at) @path that is there. */
static char *
dup_existing (const char *path)
{
  g_autofree char *existing = g_strdup (path);

  while (access (existing, F_OK) != 0 && strlen (existing) > 1)
    {
      char *parent = g_path_get_dirname (existing);

      g_free (existing);
      existing = parent;
    }
  return g_steal_pointer (&existing);
}

/* Without links, also where its end is not there yet. */
static char *
dup_real (const char *path)
{
  g_autofree char *canonical = g_canonicalize_filename (path, NULL);
  g_autofree char *existing = dup_existing (canonical);
  char *resolved = realpath (existing, NULL);
  char *real;

  if (resolved == NULL)
    return g_steal_pointer (&canonical);
  real = g_build_filename (resolved, canonical + strlen (existing), NULL);
  free (resolved);
  if (strlen (real) > 1 && g_str_has_suffix (real, "/"))
    real[strlen (real) - 1] = '\0';
  return real;
}

static gboolean
is_inside (const char *path, const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0 && (path[length] == '/' || length == 1);
}

static gboolean
check_paths (HeartenMove *self, GError **error)
{
  g_autofree char *from = dup_real (self->from);
  g_autofree char *to = NULL;

  if (!g_path_is_absolute (self->to))
    return refuse (error, _ ("“%s” is not the full path of a folder. Nothing was changed."), self->to);
  to = dup_real (self->to);
  if (g_str_equal (from, to))
    return refuse (error, _ ("Your journal is in “%s” already."), self->to);
  if (is_inside (to, from) || is_inside (from, to))
    return refuse (error,
                   _ ("“%s” and the folder your journal is in now lie in each other. Nothing was changed. "
                      "Choose a folder beside it."),
                   self->to);
  return TRUE;
}

static gboolean
check_kinds (HeartenMove *self, GError **error)
{
  HeartenPlaceKind from, to;

  if (!hearten_place_look (self->from, &from, error) || !hearten_place_look (self->to, &to, error))
    return FALSE;
  if (from != HEARTEN_PLACE_JOURNAL)
    return refuse (error,
                   _ ("Your journal in “%s” is not complete; it may still be syncing. Nothing was changed. "
                      "Try again when it is."),
                   self->from);
  if (to == HEARTEN_PLACE_JOURNAL)
    return refuse (error,
                   _ ("“%s” holds a journal already. Nothing was changed. You can open that one instead."),
                   self->to);
  if (to == HEARTEN_PLACE_ABSENT || to == HEARTEN_PLACE_EMPTY)
    return TRUE;
  return refuse (error, _ ("“%s” is not an empty folder. Nothing was changed. Choose or make an empty one."),
                 self->to);
}

static gboolean
check_writable (HeartenMove *self, const char *existing, GError **error)
{
  if (access (existing, W_OK | X_OK) == 0)
    return TRUE;
  return refuse (error, _ ("Hearten may not write to “%s”. Nothing was changed. Choose another folder."),
                 existing);
}

/* Room */

typedef struct
{
  guint64 block;
  guint64 bytes;
} Need;

static gboolean
add_need (const char *path, const struct stat *st, gpointer user_data)
{
  Need *need = user_data;

  /* Its blocks, and a share of what the file system keeps of it */
  need->bytes += (st->st_size / need->block + 2) * need->block;
  return TRUE;
}

static gboolean
check_room (HeartenMove *self, const char *existing, GError **error)
{
  struct statvfs fs;
  Need need = { 0 };

  /* What cannot be asked is found out while copying. */
  if (statvfs (existing, &fs) != 0 || fs.f_frsize == 0)
    return TRUE;
  need.block = fs.f_frsize;
  if (!hearten_files_visit (self->from, FALSE, add_need, &need, error))
    return FALSE;
  if (need.bytes + MARGIN_BYTES <= (guint64) fs.f_bavail * fs.f_frsize)
    return TRUE;
  return refuse (error,
                 _ ("There is too little room at “%s” for your journal. Nothing was changed. Make room, or "
                    "choose another folder."),
                 self->to);
}

gboolean
hearten_move_check (HeartenMove *self, GError **error)
{
  g_autofree char *existing = NULL;

  if (!check_paths (self, error) || !check_kinds (self, error))
    return FALSE;
  existing = dup_existing (self->to);
  self->made = access (self->to, F_OK) != 0;
  return check_writable (self, existing, error) && check_room (self, existing, error);
}
