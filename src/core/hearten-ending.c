/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-ending.h"

#include "hearten-durable.h"
#include "hearten-files.h"
#include "hearten-generation.h"
#include "hearten-json.h"
#include "hearten-move.h"
#include "hearten-place.h"
#include "hearten-seen.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define FORMAT "hearten-ending"
#define NOTE_VERSION 1
#define NOTE "ending.json"

typedef struct
{
  const char *state_folder;
  char *folder;
  gboolean bare; /* nothing but hearten.json was left, and may be gone by now */
} Ending;

static void
ending_clear (Ending *ending)
{
  g_clear_pointer (&ending->folder, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ending, ending_clear)

/* The note */

static gboolean
write_note (Ending *ending, GError **error)
{
  g_autofree char *path = g_build_filename (ending->state_folder, NOTE, NULL);
  g_autofree char *uri = g_filename_to_uri (ending->folder, NULL, error);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (uri == NULL)
    return FALSE;
  json_object_set_string_member (object, "fmt", FORMAT);
  json_object_set_int_member (object, "v", NOTE_VERSION);
  json_object_set_string_member (object, "folder", uri);
  if (ending->bare)
    json_object_set_boolean_member (object, "bare", TRUE);
  bytes = hearten_json_write (object);
  return hearten_durable_write (path, bytes, error);
}

static gboolean
read_note (Ending *ending)
{
  g_autofree char *path = g_build_filename (ending->state_folder, NOTE, NULL);
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);
  g_autofree char *format = NULL;
  g_autofree char *uri = NULL;

  if (object == NULL || !hearten_json_take_string (object, "fmt", &format, NULL) ||
      g_strcmp0 (format, FORMAT) != 0 || !hearten_json_take_string (object, "folder", &uri, NULL) ||
      !hearten_json_take_boolean (object, "bare", &ending->bare, NULL) || uri == NULL)
    return FALSE;
  ending->folder = g_filename_from_uri (uri, NULL, NULL);
  return ending->folder != NULL;
}

static gboolean
remove_note (Ending *ending, GError **error)
{
  g_autofree char *path = g_build_filename (ending->state_folder, NOTE, NULL);

  return hearten_durable_remove (path, error);
}

/* Removing */

static gboolean
fail (GError **error, const char *reason)
{
  g_set_error (
      error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE,
      _ ("Deleting everything was begun and has not come to its end (%s). Try again, and the rest goes. "
         "Until then nothing new is begun."),
      reason);
  return FALSE;
}

typedef struct
{
  const char *folder;
  gboolean keep_store_file;
  int failure; /* errno */
} Removal;

static gboolean
visit_for_removal (const char *path, const struct stat *st, gpointer user_data)
{
  Removal *removal = user_data;
  g_autofree char *full = NULL;

  /* The records' folders come first, and these files last. */
  if (removal->keep_store_file && strchr (path, '/') == NULL)
    return FALSE;
  full = g_build_filename (removal->folder, path, NULL);
  if (unlink (full) == 0 || errno == ENOENT)
    return TRUE;
  removal->failure = errno;
  return FALSE;
}

static gboolean
remove_files (const char *folder, gboolean keep_store_file, GError **error)
{
  Removal removal = { folder, keep_store_file, 0 };
  g_autoptr (GError) local = NULL;

  for (int temporary = 0; temporary < 2; temporary++)
    if (!hearten_files_visit (folder, temporary, visit_for_removal, &removal, &local) &&
        (local != NULL || removal.failure != 0))
      return fail (error, local != NULL ? local->message : g_strerror (removal.failure));
  if (!hearten_files_remove_folders (folder))
    return fail (error, g_strerror (errno));
  return TRUE;
}

/* Each repair has a folder of its own, which looks like a data folder. */
static gboolean
remove_aside (const char *folder, GError **error)
{
  g_autofree char *aside = g_build_filename (folder, "aside", NULL);
  g_autoptr (GDir) dir = g_dir_open (aside, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *repair = g_build_filename (aside, name, NULL);

      if (!g_file_test (repair, G_FILE_TEST_IS_DIR))
        continue;
      if (!remove_files (repair, FALSE, error))
        return FALSE;
      hearten_files_remove_folder (repair);
    }
  hearten_files_remove_folder (aside);
  return TRUE;
}

static gboolean
remove_generations (const char *state_folder, GError **error)
{
  g_autofree char *folder = g_build_filename (state_folder, "generations", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GError) local = NULL;
  const char *id;

  while (dir != NULL && (id = g_dir_read_name (dir)) != NULL)
    if (!hearten_generations_remove (folder, id, &local))
      return fail (error, local->message);
  return TRUE;
}

static gboolean
remove_own (const char *state_folder, GError **error)
{
  static const char *const names[] = { "drafts.json", "schedule.json", "place.json" };
  g_autoptr (GError) local = NULL;

  if (!remove_generations (state_folder, error))
    return FALSE;
  if (!hearten_seen_forget_all (state_folder, &local))
    return fail (error, local->message);
  /* The place last: as long as it is known, an absent folder is one that is away. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (state_folder, names[i], NULL);

      if (!hearten_durable_remove (path, &local))
        return fail (error, local->message);
    }
  return TRUE;
}

/* So that nothing comes back after a power cut when the note is gone. */
static void
sync_disk (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  syncfs (fd);
  close (fd);
}

static gboolean
remove_all (Ending *ending, GError **error)
{
  if (!ending->bare)
    {
      if (!remove_files (ending->folder, TRUE, error) || !remove_aside (ending->folder, error))
        return FALSE;
      sync_disk (ending->folder);
      ending->bare = TRUE;
      if (!write_note (ending, error))
        return FALSE;
    }
  if (!remove_files (ending->folder, FALSE, error))
    return FALSE;
  sync_disk (ending->folder);
  return remove_own (ending->state_folder, error) && remove_note (ending, error);
}

/* Public */

gboolean
hearten_ending_begin (const char *folder, const char *state_folder, GError **error)
{
  g_auto (Ending) ending = { state_folder, g_strdup (folder), FALSE };

  g_return_val_if_fail (folder != NULL && state_folder != NULL, FALSE);

  return write_note (&ending, error);
}

static gboolean
is_away (const char *folder, GError **error)
{
  g_autofree char *shown = NULL;
  HeartenPlaceKind kind;

  if (!hearten_place_look (folder, &kind, NULL) ||
      (kind != HEARTEN_PLACE_ABSENT && kind != HEARTEN_PLACE_EMPTY))
    return FALSE;
  shown = hearten_place_dup_shown (folder);
  g_set_error (
      error, HEARTEN_ERROR, HEARTEN_ERROR_AWAY,
      _ ("Deleting everything was begun, and the folder “%s” is not there now. Connect its disk, then try "
         "again, and the rest goes."),
      shown);
  return TRUE;
}

gboolean
hearten_ending_resume (const char *state_folder, const char *usual, GError **error)
{
  g_auto (Ending) ending = { state_folder, NULL, FALSE };
  g_autofree char *place = NULL;
  gboolean chosen = FALSE;

  g_return_val_if_fail (state_folder != NULL && usual != NULL, FALSE);

  if (!read_note (&ending))
    return TRUE;
  place = hearten_place_dup_folder (state_folder, usual, &chosen, error);
  if (place == NULL)
    return FALSE;
  /* Another journal was chosen since, which nobody asked to delete. */
  if (chosen && !g_str_equal (place, ending.folder))
    return remove_note (&ending, error);
  if (chosen && !ending.bare && is_away (ending.folder, error))
    return FALSE;
  hearten_move_resume (ending.folder, state_folder);
  return remove_all (&ending, error);
}

/* On a worker */

static void
begin_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *const *folders = data;
  GError *error = NULL;

  if (hearten_ending_begin (folders[0], folders[1], &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hearten_ending_begin_async (const char *folder,
                            const char *state_folder,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  const char *const folders[] = { folder, state_folder, NULL };

  g_task_set_source_tag (task, hearten_ending_begin_async);
  g_task_set_task_data (task, g_strdupv ((char **) folders), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, begin_in_thread);
}

gboolean
hearten_ending_begin_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
