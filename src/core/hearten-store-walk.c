/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-walk.h"

#include "hearten-merge.h"
#include "hearten-store-scan.h"

/* Copies */

static HeartenRecord *
read_own (const char *folder, HeartenRecord *copy)
{
  g_autofree char *place = hearten_store_dup_place (G_OBJECT_TYPE (copy), hearten_record_get_id (copy));
  HeartenStoreFile own;

  hearten_store_read (folder, place, G_OBJECT_TYPE (copy), &own);
  g_clear_error ((GError **) &own.error);
  return own.record;
}

GPtrArray *
hearten_store_join_copies (const char *folder, GPtrArray *copies)
{
  g_autoptr (GHashTable) joined = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  for (guint i = 0; i < copies->len; i++)
    {
      HeartenRecord *copy = copies->pdata[i];
      HeartenRecord *known = g_hash_table_lookup (joined, hearten_record_get_id (copy));
      g_autoptr (HeartenRecord) own = known != NULL ? g_object_ref (known) : read_own (folder, copy);
      g_autoptr (HeartenRecord) merged = own != NULL ? hearten_merge (own, copy) : g_object_ref (copy);

      /* What a newer version wrote stays as it is, and is shown before what it cannot be merged with. */
      if (merged == NULL)
        g_set_object (&merged, own);
      g_hash_table_replace (joined, (char *) hearten_record_get_id (merged), g_object_ref (merged));
    }
  g_hash_table_iter_init (&iter, joined);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, g_object_ref (record));
  return records;
}

/* Walking */

typedef struct
{
  HeartenStoreVisit visit;
  gpointer user_data;
  GPtrArray *records;
  GPtrArray *paths;
  GHashTable *places; /* id → index + 1 */
  GPtrArray *copies;
  GHashTable *copy_paths;
  gboolean ended;
} Walk;

static void
add (Walk *walk, HeartenRecord *record, const char *path)
{
  g_ptr_array_add (walk->records, g_object_ref (record));
  g_ptr_array_add (walk->paths, g_strdup (path));
  g_hash_table_insert (walk->places, (char *) hearten_record_get_id (record),
                       GUINT_TO_POINTER (walk->records->len));
}

static gboolean
visit_file (HeartenStoreFile *file, gpointer user_data)
{
  Walk *walk = user_data;

  if (file->record == NULL)
    walk->ended = !walk->visit (file->path, NULL, file->error, walk->user_data);
  else if (file->in_place)
    add (walk, file->record, file->path);
  else
    {
      g_ptr_array_add (walk->copies, g_object_ref (file->record));
      g_hash_table_replace (walk->copy_paths, g_strdup (hearten_record_get_id (file->record)),
                            g_strdup (file->path));
    }
  return !walk->ended;
}

static void
join (Walk *walk, const char *folder)
{
  g_autoptr (GPtrArray) joined = hearten_store_join_copies (folder, walk->copies);

  for (guint i = 0; i < joined->len; i++)
    {
      HeartenRecord *record = joined->pdata[i];
      const char *id = hearten_record_get_id (record);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (walk->places, id));

      if (place == 0)
        {
          add (walk, record, g_hash_table_lookup (walk->copy_paths, id));
          continue;
        }
      g_hash_table_remove (walk->places, id); /* the key is the old record's */
      g_set_object ((HeartenRecord **) &walk->records->pdata[place - 1], record);
    }
}

gboolean
hearten_store_walk (const char *folder, GType type, HeartenStoreVisit visit, gpointer user_data)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) copy_paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Walk walk = { visit, user_data, records, paths, places, copies, copy_paths, FALSE };

  if (!hearten_store_scan (folder, type, visit_file, &walk))
    return FALSE;
  join (&walk, folder);
  for (guint i = 0; i < records->len; i++)
    if (!visit (paths->pdata[i], g_object_ref (records->pdata[i]), NULL, user_data))
      return FALSE;
  return TRUE;
}
