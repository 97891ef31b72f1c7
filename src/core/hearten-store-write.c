/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-durable.h"
#include "hearten-generation.h"
#include "hearten-merge.h"
#include "hearten-store-scan.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* On the worker: one record to its file. Another program may write the file too, so each write begins with a
 * look at what is there, and ends with a look at what was replaced. */

/* A folder in which a file changes faster than it is looked at is no folder to write to. */
#define MOST_TRIES 20

typedef struct
{
  gboolean present;
  gboolean foreign; /* it is there and no record can be read from it, not even in part */
  gboolean known;   /* what this process last read or wrote */
  HeartenStamp stamp;
  GBytes *bytes; /* NULL where it is known */
} Found;

static void
found_clear (Found *found)
{
  g_clear_pointer (&found->bytes, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static gboolean
look (HeartenStore *self, const char *path, const char *id, Found *found, GError **error)
{
  g_autoptr (GError) local = NULL;
  HeartenStamp stamp;
  gboolean remembered = hearten_stamps_get (self->stamps, id, &stamp);
  GStatBuf st;

  *found = (Found) { 0 };
  if (remembered && g_lstat (path, &st) == 0 && hearten_stamp_fits (&stamp, &st))
    {
      found->present = found->known = TRUE;
      found->stamp = stamp;
      return TRUE;
    }
  found->bytes = hearten_stamp_load (path, &found->stamp, &local);
  found->present = found->bytes != NULL;
  found->known = found->present && remembered && found->stamp.hash == stamp.hash &&
                 found->stamp.size == stamp.size;
  if (found->present || g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    return TRUE;
  if (local->domain == HEARTEN_ERROR)
    {
      found->present = found->foreign = TRUE;
      return TRUE;
    }
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE, _ ("“%s” was not written: %s."), path,
               local->message);
  return FALSE;
}

/* What goes out of sight without a choice by the user is kept on this device. Where that fails, nothing may
 * be written over it: those words may be nowhere else. */
static gboolean
keep (HeartenStore *self, HeartenRecord *present, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_build_filename (self->state_folder, "generations", NULL);
  g_autoptr (GError) local = NULL;

  if (hearten_record_is_tombstone (present) ||
      hearten_generations_keep (folder, G_OBJECT_TYPE (present), hearten_record_get_id (present), bytes,
                                present, &local))
    return TRUE;
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE,
               _ ("A page was not saved, because what another program wrote into its file could not be kept "
                  "first. Both are safe. %s"),
               local->message);
  return FALSE;
}

gboolean
hearten_store_keep_hidden (HeartenStore *self, HeartenRecord *merged, GError **error)
{
  g_autoptr (GPtrArray) hidden = hearten_record_dup_hidden (merged);

  for (guint i = 0; i < hidden->len; i++)
    {
      g_autoptr (GBytes) bytes = hearten_record_to_bytes (hidden->pdata[i]);

      if (!keep (self, merged, bytes, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether @found claims to be what @record was made from, or older, and nobody but this device counts in the
 * difference: then it is no change that some device made, but one by hand, or a file from a backup. */
static gboolean
is_uncounted (HeartenStore *self, HeartenRecord *record, HeartenRecord *found)
{
  HeartenRevision *revision = hearten_record_get_revision (record);
  int counter = hearten_revision_get (revision, hearten_store_get_device (self));
  g_autoptr (HeartenRevision) caught_up = NULL;

  if (counter == 0)
    return FALSE;
  caught_up = hearten_revision_with (hearten_record_get_revision (found), hearten_store_get_device (self),
                                     counter);
  return hearten_revision_compare (caught_up, revision) == 0;
}

static gboolean
is_of_same (HeartenRecord *record, HeartenRecord *found)
{
  return found != NULL && g_str_equal (hearten_record_get_id (found), hearten_record_get_id (record));
}

/* Sets @combined to the record to write; to NULL where a newer version of Hearten wrote what is there. */
static gboolean
combine (HeartenStore *self,
         HeartenRecord *record,
         GBytes *bytes,
         gboolean counted,
         HeartenRecord **combined,
         GError **error)
{
  g_autoptr (HeartenRecord) found = hearten_record_from_bytes (G_OBJECT_TYPE (record), bytes, NULL);
  gboolean uncounted;

  *combined = g_object_ref (record);
  /* Half a file, or no page at all: it cannot be merged, and is not thrown away. */
  if (!is_of_same (record, found))
    return g_bytes_get_size (bytes) == 0 || keep (self, record, bytes, error);
  uncounted = counted && is_uncounted (self, record, found);
  if (!uncounted && hearten_merge_contains (record, found))
    return hearten_record_has_version (record, found) || keep (self, record, bytes, error);
  g_object_unref (*combined);
  *combined = uncounted && !hearten_record_says_same (record, found)
                  ? hearten_merge_fork (record, found, hearten_store_get_device (self))
                  : hearten_merge (record, found);
  return *combined == NULL || hearten_store_keep_hidden (self, *combined, error);
}

static gboolean
check_size (GBytes *bytes, GError **error)
{
  if (g_bytes_get_size (bytes) <= HEARTEN_JSON_MAX_BYTES)
    return TRUE;
  /* It could be written, but would never be read again. */
  g_set_error_literal (
      error, HEARTEN_ERROR, HEARTEN_ERROR_TOO_LARGE,
      _ ("A page is longer than 8 MiB, which is the most that one file holds. What was saved of "
         "it before is safe. Move some of the text to another page."));
  return FALSE;
}

/* Two versions in one file may be more than a reader takes; each by itself is not. */
static gboolean
can_be_read (HeartenRecord *record, GBytes *bytes)
{
  g_autoptr (HeartenRecord) again = NULL;

  if (hearten_record_get_n_versions (record) == 1)
    return TRUE;
  again = hearten_record_from_bytes (G_OBJECT_TYPE (record), bytes, NULL);
  return again != NULL;
}

/* Beside a file that is not for this version to change */
static gboolean
write_beside (const char *path, HeartenStore *self, HeartenRecord *record, GError **error)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char *beside = g_strconcat (stem, ".", hearten_store_get_device (self), ".json", NULL);
  g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);

  return check_size (bytes, error) && hearten_durable_write (beside, bytes, error);
}

static gboolean
put (HeartenStore *self,
     const char *path,
     HeartenRecord *record,
     const Found *found,
     char **beside,
     GError **error)
{
  g_autoptr (GBytes) bytes = hearten_record_to_bytes (record);
  HeartenStamp stamp;

  if (!check_size (bytes, error))
    return FALSE;
  hearten_store_keep_version (self, record, path, bytes);
  if (!hearten_durable_replace (path, bytes, found->present ? &found->stamp : NULL, &stamp, beside, error))
    return FALSE;
  hearten_stamps_put (self->stamps, G_OBJECT_TYPE (record), hearten_record_get_id (record), &stamp);
  hearten_store_note_written (self, record, bytes);
  return TRUE;
}

typedef enum { DONE, AGAIN, FAILED } Outcome;

static Outcome
try_to_write (HeartenStore *self,
              const char *path,
              HeartenRecord **record,
              gboolean counted,
              char **beside,
              GError **error)
{
  g_autoptr (HeartenRecord) combined = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (Found) found = { 0 };

  if (!look (self, path, hearten_record_get_id (*record), &found, error))
    return FAILED;
  if (!found.present || found.known)
    combined = g_object_ref (*record);
  else if (!found.foreign && !combine (self, *record, found.bytes, counted, &combined, error))
    return FAILED;
  if (combined != NULL && combined != *record)
    {
      g_autoptr (GBytes) bytes = hearten_record_to_bytes (combined);

      if (!can_be_read (combined, bytes))
        g_clear_object (&combined);
    }
  if (combined == NULL)
    return write_beside (path, self, *record, error) ? DONE : FAILED;
  if (put (self, path, combined, &found, beside, &local))
    {
      g_set_object (record, combined);
      return DONE;
    }
  if (g_error_matches (local, HEARTEN_ERROR, HEARTEN_ERROR_CHANGED))
    return AGAIN;
  g_propagate_error (error, g_steal_pointer (&local));
  return FAILED;
}

gboolean
hearten_store_write_record (HeartenStore *self,
                            const char *folder,
                            HeartenRecord *record,
                            gboolean counted,
                            HeartenRecord **merged,
                            GError **error)
{
  const char *id = hearten_record_get_id (record);
  g_autofree char *place = hearten_store_dup_place (G_OBJECT_TYPE (record), id);
  g_autofree char *path = g_build_filename (folder, place, NULL);
  g_autoptr (HeartenRecord) now = g_object_ref (record);
  g_autofree char *beside = NULL;
  Outcome outcome = AGAIN;

  for (int i = 0; outcome == AGAIN && i < MOST_TRIES; i++)
    outcome = try_to_write (self, path, &now, counted, &beside, error);
  if (outcome == AGAIN)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE,
                 _ ("“%s” was not written: another program keeps changing it."), path);
  if (outcome == DONE && beside != NULL)
    hearten_store_settle_copy (self, folder, G_OBJECT_TYPE (record), beside + strlen (folder) + 1, &now);
  if (outcome == DONE && now != record)
    *merged = g_object_ref (now);
  return outcome == DONE;
}
