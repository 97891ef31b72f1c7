/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-move-private.h"

#include "hearten-durable.h"
#include "hearten-files.h"
#include "hearten-json.h"
#include "hearten-place.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Tells whether a file was changed since it was copied. Every writer here and every program that syncs
 * replaces a file by another, so the number changes as well. */
typedef struct
{
  guint64 inode;
  gint64 size;
  struct timespec modified;
  guint round;
} Stamp;

/* A start clears up after an interrupted move while the user may already begin another one. */
static GMutex clearing;

/* The note */

static gboolean
write_note (HeartenMove *self, GError **error)
{
  g_autofree char *from = g_filename_to_uri (self->from, NULL, NULL);
  g_autofree char *to = g_filename_to_uri (self->to, NULL, NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GBytes) bytes = NULL;

  json_object_set_string_member (object, "fmt", "hearten-move");
  json_object_set_int_member (object, "v", 1);
  json_object_set_string_member (object, "from", from);
  json_object_set_string_member (object, "to", to);
  json_object_set_boolean_member (object, "made", self->made);
  bytes = hearten_json_write (object);
  return hearten_durable_write (self->note, bytes, error);
}

static char *
take_path (JsonObject *object, const char *member)
{
  g_autofree char *uri = NULL;

  if (!hearten_json_take_string (object, member, &uri, NULL) || uri == NULL)
    return NULL;
  return g_filename_from_uri (uri, NULL, NULL);
}

static HeartenMove *
read_note (const char *state_folder)
{
  g_autofree char *path = g_build_filename (state_folder, "move.json", NULL);
  g_autoptr (JsonObject) object = hearten_json_read_file (path, NULL);
  g_autofree char *from = object != NULL ? take_path (object, "from") : NULL;
  g_autofree char *to = object != NULL ? take_path (object, "to") : NULL;
  HeartenMove *self;

  if (from == NULL || to == NULL)
    return NULL;
  self = hearten_move_new (from, to, state_folder);
  hearten_json_take_boolean (object, "made", &self->made, NULL);
  return self;
}

/* Copying */

typedef struct
{
  HeartenMove *move;
  GCancellable *cancellable;
  HeartenMoveProgress progress;
  gpointer user_data;
  guint round;
  guint total;
  guint done;
  GError *error;
} Copy;

static gboolean
count (const char *path, const struct stat *st, gpointer user_data)
{
  ++*(guint *) user_data;
  return TRUE;
}

static GBytes *
read_file (const char *path, GError **error)
{
  char *text;
  gsize length;

  return g_file_get_contents (path, &text, &length, error) ? g_bytes_new_take (text, length) : NULL;
}

static gboolean
is_same (Stamp *stamp, const struct stat *st)
{
  return stamp != NULL && stamp->inode == st->st_ino && stamp->size == st->st_size &&
         stamp->modified.tv_sec == st->st_mtim.tv_sec && stamp->modified.tv_nsec == st->st_mtim.tv_nsec;
}

/* A file that went meanwhile is not there to be copied, and no error. */
static gboolean
copy_file (HeartenMove *self, const char *path, gboolean *gone, GError **error)
{
  g_autofree char *from = g_build_filename (self->from, path, NULL);
  g_autofree char *to = g_build_filename (self->to, path, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = read_file (from, &local);
  g_autoptr (GBytes) copy = NULL;

  *gone = g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  if (bytes == NULL && !*gone)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
                   _ ("“%s” cannot be read (%s), so your journal stays where it is."), shown, local->message);
      return FALSE;
    }
  if (*gone)
    return TRUE;
  if (!hearten_durable_write (to, bytes, error))
    return FALSE;
  copy = read_file (to, NULL);
  if (copy != NULL && g_bytes_equal (bytes, copy))
    return TRUE;
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE,
                       _ ("The new folder does not give back what was written to it, so your journal stays "
                          "where it is."));
  return FALSE;
}

static gboolean
visit_for_copy (const char *path, const struct stat *st, gpointer user_data)
{
  Copy *copy = user_data;
  Stamp *stamp = g_hash_table_lookup (copy->move->copied, path);
  gboolean gone = FALSE;

  if (g_cancellable_set_error_if_cancelled (copy->cancellable, &copy->error))
    return FALSE;
  if (!is_same (stamp, st))
    {
      if (!copy_file (copy->move, path, &gone, &copy->error))
        return FALSE;
      if (gone)
        return TRUE;
      stamp = g_new (Stamp, 1);
      *stamp = (Stamp) { st->st_ino, st->st_size, st->st_mtim, 0 };
      g_hash_table_replace (copy->move->copied, g_strdup (path), stamp);
    }
  stamp->round = copy->round;
  copy->done++;
  if (copy->progress != NULL)
    copy->progress (MIN (1.0, (double) copy->done / MAX (copy->total, 1)), copy->user_data);
  return TRUE;
}

/* What went between the rounds goes from the copies too. */
static gboolean
drop_gone (gpointer path, gpointer stamp, gpointer user_data)
{
  Copy *copy = user_data;
  g_autofree char *to = NULL;

  if (((Stamp *) stamp)->round == copy->round)
    return FALSE;
  to = g_build_filename (copy->move->to, path, NULL);
  return unlink (to) == 0 || errno == ENOENT;
}

/* An old folder that is gone, as with its disk, looks like one from which everything was removed. */
static gboolean
check_still_there (HeartenMove *self, GError **error)
{
  Stamp *stamp = g_hash_table_lookup (self->copied, "hearten.json");
  g_autofree char *shown = NULL;

  if (stamp != NULL && stamp->round == self->round)
    return TRUE;
  shown = hearten_place_dup_shown (self->from);
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("The folder “%s” cannot be read."), shown);
  return FALSE;
}

gboolean
hearten_move_copy (HeartenMove *self,
                   GCancellable *cancellable,
                   HeartenMoveProgress progress,
                   gpointer user_data,
                   GError **error)
{
  Copy copy = { self, cancellable, progress, user_data, ++self->round, 0, 0, NULL };

  if (!hearten_files_visit (self->from, FALSE, count, &copy.total, error) ||
      !hearten_durable_make_folder (self->to, error))
    return FALSE;
  if (g_chmod (self->to, 0700) != 0)
    g_message ("%s", g_strerror (errno)); /* some file systems know no modes */
  if (!hearten_files_visit (self->from, FALSE, visit_for_copy, &copy,
                            copy.error == NULL ? &copy.error : NULL))
    {
      g_propagate_error (error, copy.error);
      return FALSE;
    }
  if (!check_still_there (self, error))
    return FALSE;
  g_hash_table_foreach_remove (self->copied, drop_gone, &copy);
  return TRUE;
}

/* Removing: what the other folder has, or has in a later revision. Of two different files with the same
 * revision one was changed by hand. */

static JsonObject *
read_revision (GBytes *bytes, char **id)
{
  g_autoptr (JsonObject) object = hearten_json_read (bytes, NULL);
  JsonObject *revision = NULL;

  if (object != NULL && hearten_json_take_string (object, "id", id, NULL) && *id != NULL)
    hearten_json_take_object (object, "revision", &revision, NULL);
  return revision;
}

static gboolean
is_earlier (GBytes *bytes, GBytes *other)
{
  g_autofree char *id = NULL;
  g_autofree char *other_id = NULL;
  g_autoptr (JsonObject) revision = read_revision (bytes, &id);
  g_autoptr (JsonObject) other_revision = read_revision (other, &other_id);
  g_autoptr (GList) devices = revision != NULL ? json_object_get_members (revision) : NULL;

  if (revision == NULL || other_revision == NULL || g_strcmp0 (id, other_id) != 0 ||
      json_object_equal (revision, other_revision))
    return FALSE;
  for (GList *l = devices; l != NULL; l = l->next)
    if (json_object_get_int_member_with_default (other_revision, l->data, -1) <
        json_object_get_int_member_with_default (revision, l->data, 0))
      return FALSE;
  return TRUE;
}

typedef struct
{
  const char *folder; /* where files go */
  const char *other;  /* where the same are */
  guint left;         /* not the same */
  gboolean failed;    /* the disk did not let one go */
} Removal;

static gboolean
visit_for_removal (const char *path, const struct stat *st, gpointer user_data)
{
  Removal *removal = user_data;
  g_autofree char *victim = g_build_filename (removal->folder, path, NULL);
  g_autofree char *kept = g_build_filename (removal->other, path, NULL);
  g_autoptr (GBytes) bytes = read_file (victim, NULL);
  g_autoptr (GBytes) other = bytes != NULL ? read_file (kept, NULL) : NULL;

  if (other == NULL || (!g_bytes_equal (bytes, other) && !is_earlier (bytes, other)))
    removal->left++;
  else if (unlink (victim) != 0)
    removal->failed = TRUE;
  return TRUE;
}

static gboolean
visit_for_sweep (const char *path, const struct stat *st, gpointer user_data)
{
  g_autofree char *victim = g_build_filename (user_data, path, NULL);

  return unlink (victim) == 0;
}

/* Returns how many of Hearten's own files stay. The note goes, unless the next start may do better. */
static guint
remove_all (HeartenMove *self, const char *folder, const char *other, gboolean whole)
{
  Removal removal = { folder, other, 0, FALSE };

  if (!hearten_files_visit (folder, FALSE, visit_for_removal, &removal, NULL) ||
      !hearten_files_visit (folder, TRUE, visit_for_sweep, (gpointer) folder, NULL) ||
      !hearten_files_remove_folders (folder) || (whole && !hearten_files_remove_folder (folder)))
    removal.failed = TRUE;
  if (!removal.failed && unlink (self->note) != 0 && errno != ENOENT)
    g_message ("%s: %s", self->note, g_strerror (errno));
  return removal.left;
}

/* Public */

HeartenMove *
hearten_move_new (const char *from, const char *to, const char *state_folder)
{
  HeartenMove *self = g_new0 (HeartenMove, 1);

  self->from = g_strdup (from);
  self->to = g_strdup (to);
  self->state_folder = g_strdup (state_folder);
  self->note = g_build_filename (state_folder, "move.json", NULL);
  self->copied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
hearten_move_free (HeartenMove *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->state_folder);
  g_free (self->note);
  g_hash_table_unref (self->copied);
  g_free (self);
}

gboolean
hearten_move_begin (HeartenMove *self, GError **error)
{
  hearten_move_resume (self->from, self->state_folder);
  return hearten_move_check (self, error) && write_note (self, error);
}

/* The last step of a durable write may fail when the new note is there already: then the old one is put back,
 * and where that fails too, what the note says now is what is true. */
gboolean
hearten_move_switch (HeartenMove *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *now = NULL;

  if (hearten_place_set_folder (self->state_folder, self->to, &local))
    return TRUE;
  if (!hearten_place_set_folder (self->state_folder, self->from, NULL))
    now = hearten_place_dup_folder (self->state_folder, self->from, NULL, NULL);
  if (g_strcmp0 (now, self->to) == 0)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
holds_journal (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "hearten.json", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
hearten_move_undo (HeartenMove *self)
{
  /* The copies are all there is at hand: they go when the old folder is back. */
  if (!holds_journal (self->from))
    return;
  remove_all (self, self->to, self->from, self->made);
}

char *
hearten_move_clear (HeartenMove *self)
{
  guint left = remove_all (self, self->from, self->to, TRUE);
  g_autofree char *shown = hearten_place_dup_shown (self->from);

  if (left > 0)
    return g_strdup_printf (
        g_dngettext (NULL, "%u file that changed meanwhile stays in the old folder, “%s”.",
                     "%u files that changed meanwhile stay in the old folder, “%s”.", left),
        left, shown);
  if (!g_file_test (self->from, G_FILE_TEST_EXISTS))
    return NULL;
  return g_strdup_printf (_ ("Files that Hearten did not make stay in the old folder, “%s”."), shown);
}

/* On a disk that is not connected; it is cleared up when the disk is back. */
static gboolean
is_away (const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  return !g_file_test (parent, G_FILE_TEST_IS_DIR);
}

void
hearten_move_resume (const char *folder, const char *state_folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&clearing);
  g_autoptr (HeartenMove) self = read_note (state_folder);

  if (self == NULL || is_away (g_str_equal (folder, self->to) ? self->from : self->to))
    return;
  if (g_str_equal (folder, self->to))
    g_free (hearten_move_clear (self));
  else if (g_str_equal (folder, self->from))
    hearten_move_undo (self);
  else
    unlink (self->note); /* another folder was chosen since */
}
