/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-durable.h"
#include "hearten-generation.h"
#include "hearten-merge.h"
#include "hearten-store-scan.h"

#include <glib/gstdio.h>

/* On the worker: a file that holds a version of a record and is not in the record's place, as programs that
 * sync folders leave them. It goes only after what it says is on the disk in the record's own file. */

static void
file_clear (HeartenStoreFile *file)
{
  g_clear_object (&file->record);
  g_clear_error ((GError **) &file->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeartenStoreFile, file_clear)

static gboolean
is_absent (const HeartenStoreFile *file)
{
  return g_error_matches (file->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
         g_error_matches (file->error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

/* What lies in a folder of the user's own, such as a backup that was made by hand, is read and left there. */
static gboolean
may_go (const HeartenStoreFile *copy, const char *place)
{
  g_autofree char *folder = g_path_get_dirname (copy->path);
  g_autofree char *own_folder = g_path_get_dirname (place);

  return g_str_equal (folder, own_folder) || hearten_copy_name_is_conflict (copy->name);
}

/* Reads the record's own file again: what is there has to hold all that the copy says. */
static gboolean
is_held (const char *folder, const char *place, const HeartenStoreFile *copy)
{
  g_auto (HeartenStoreFile) own = { 0 };

  hearten_store_read (folder, place, G_OBJECT_TYPE (copy->record), &own);
  return own.record != NULL && hearten_merge_contains (own.record, copy->record);
}

static void
remove_copy (HeartenStore *self, const char *folder, const HeartenStoreFile *copy, HeartenRecord *merged)
{
  g_autofree char *path = g_build_filename (folder, copy->path, NULL);
  g_autofree char *generations = g_build_filename (self->state_folder, "generations", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  HeartenStamp stamp;

  bytes = hearten_stamp_load (path, &stamp, NULL);
  if (bytes == NULL || stamp.hash != copy->stamp.hash || stamp.size != copy->stamp.size)
    return; /* it has just been written again */
  /* An older version than the record has: the last trace of its words may be this file. */
  if (!hearten_record_is_tombstone (merged) && !hearten_record_has_version (merged, copy->record) &&
      !hearten_generations_keep (generations, G_OBJECT_TYPE (merged), hearten_record_get_id (merged), bytes,
                                 merged, &error))
    {
      g_message ("%s", error->message);
      return;
    }
  if (!hearten_durable_remove (path, &error))
    g_message ("%s", error->message);
}

/* Returns whether the record's own file holds @merged. */
static gboolean
make_durable (HeartenStore *self, const char *folder, const HeartenStoreFile *own, HeartenRecord **merged)
{
  g_autofree char *path = g_build_filename (folder, own->path, NULL);
  g_autoptr (HeartenRecord) other = NULL;
  g_autoptr (GError) error = NULL;

  if (own->record != NULL && hearten_merge_contains (own->record, *merged))
    return hearten_durable_sync (path, NULL);
  if (!hearten_store_keep_hidden (self, *merged, &error) ||
      !hearten_store_write_record (self, folder, *merged, FALSE, &other, &error))
    {
      g_message ("%s", error->message);
      return FALSE;
    }
  if (other != NULL)
    g_set_object (merged, other);
  return TRUE;
}

void
hearten_store_settle_copy (HeartenStore *self,
                           const char *folder,
                           GType type,
                           const char *path,
                           HeartenRecord **merged)
{
  g_auto (HeartenStoreFile) copy = { 0 };
  g_auto (HeartenStoreFile) own = { 0 };
  g_autoptr (HeartenRecord) result = NULL;
  g_autofree char *place = NULL;
  gboolean goes, stays;

  hearten_store_read (folder, path, type, &copy);
  if (copy.record == NULL || copy.in_place)
    return;
  place = hearten_store_dup_place (type, hearten_record_get_id (copy.record));
  hearten_store_read (folder, place, type, &own);
  /* Damaged, still arriving, or from a newer version: everything stays as it is. */
  if ((own.record == NULL && !is_absent (&own)) || hearten_record_is_read_only (copy.record))
    return;
  result = own.record != NULL ? hearten_merge (own.record, copy.record) : g_object_ref (copy.record);
  if (result == NULL)
    return;
  goes = may_go (&copy, place);
  /* A page that someone moved into a folder of their own goes to its place with its next change. */
  stays = !goes && (own.record == NULL || hearten_merge_contains (own.record, copy.record));
  if (!stays && !g_atomic_int_get (&self->frozen) && make_durable (self, folder, &own, &result) && goes &&
      is_held (folder, place, &copy))
    remove_copy (self, folder, &copy, result);
  g_set_object (merged, result);
}
