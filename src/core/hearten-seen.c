/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-seen.h"

#include "hearten-durable.h"
#include "hearten-files.h"
#include "hearten-id.h"
#include "hearten-kinds.h"
#include "hearten-missing.h"
#include "hearten-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define ID_LENGTH 36
#define SUFFIX ".ids"

/* One month of one kind */
typedef struct
{
  GHashTable *ids;
  gboolean changed;
} Month;

/* All of them: "KIND/YYYY-MM" → Month */
typedef GHashTable Months;

static void
month_free (Month *month)
{
  g_hash_table_unref (month->ids);
  g_free (month);
}

static Month *
ensure_month (Months *months, const char *key)
{
  Month *month = g_hash_table_lookup (months, key);

  if (month != NULL)
    return month;
  month = g_new0 (Month, 1);
  month->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (months, g_strdup (key), month);
  return month;
}

/* The lists */

static void
read_list (Months *months, const char *key, const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Month *month;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  month = ensure_month (months, key);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (hearten_id_is_valid (lines[i]))
      g_hash_table_add (month->ids, g_strdup (lines[i]));
}

typedef void (*VisitList) (const char *key, const char *path, gpointer user_data);

static void
visit_lists_of_kind (const char *seen, const char *kind, VisitList visit, gpointer user_data)
{
  g_autofree char *folder = g_build_filename (seen, kind, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *month = g_str_has_suffix (name, SUFFIX)
                                   ? g_strndup (name, strlen (name) - strlen (SUFFIX))
                                   : NULL;
      g_autofree char *key = month != NULL ? g_build_filename (kind, month, NULL) : NULL;

      visit (key, path, user_data);
    }
}

/* The key is %NULL for a temporary file that a crash left. */
static void
visit_lists (const char *state_folder, VisitList visit, gpointer user_data)
{
  g_autofree char *seen = g_build_filename (state_folder, "seen", NULL);
  g_autoptr (GDir) dir = g_dir_open (seen, 0, NULL);
  const char *kind;

  while (dir != NULL && (kind = g_dir_read_name (dir)) != NULL)
    visit_lists_of_kind (seen, kind, visit, user_data);
}

static void
on_list (const char *key, const char *path, gpointer user_data)
{
  if (key != NULL)
    read_list (user_data, key, path);
}

static Months *
read_lists (const char *state_folder)
{
  Months *months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) month_free);

  visit_lists (state_folder, on_list, months);
  return months;
}

static char *
dup_list_path (const char *state_folder, const char *key)
{
  g_autofree char *name = g_strconcat (key, SUFFIX, NULL);

  return g_build_filename (state_folder, "seen", name, NULL);
}

static gboolean
write_list (const char *state_folder, const char *key, Month *month, GError **error)
{
  g_autofree char *path = dup_list_path (state_folder, key);
  g_autoptr (GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (month->ids);
  GString *text = g_string_sized_new (ids->len * (ID_LENGTH + 1));
  g_autoptr (GBytes) bytes = NULL;

  g_ptr_array_sort_values (ids, (GCompareFunc) strcmp);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s\n", (char *) ids->pdata[i]);
  bytes = g_string_free_to_bytes (text);
  return hearten_durable_write (path, bytes, error);
}

static gboolean
write_lists (const char *state_folder, Months *months, GError **error)
{
  GHashTableIter iter;
  gpointer key, month;

  g_hash_table_iter_init (&iter, months);
  while (g_hash_table_iter_next (&iter, &key, &month))
    if (((Month *) month)->changed && !write_list (state_folder, key, month, error))
      return FALSE;
  return TRUE;
}

/* Comparing */

/* Of each id that is there, the folder of its kind. A copy that a program which syncs put beside the file
 * begins with the id as well. */
static gboolean
add_present (const char *path, const struct stat *st, gpointer user_data)
{
  const char *name = strrchr (path, G_DIR_SEPARATOR), *slash = strchr (path, G_DIR_SEPARATOR);
  g_autofree char *id = name != NULL ? g_strndup (name + 1, ID_LENGTH) : NULL;
  g_autofree char *kind = NULL;

  if (!hearten_id_is_valid (id))
    return TRUE;
  kind = g_strndup (path, slash - path);
  g_hash_table_replace (user_data, g_steal_pointer (&id), (gpointer) g_intern_string (kind));
  return TRUE;
}

static GType
find_type (const char *key)
{
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr (GTypeClass) type_class = g_type_class_ref (kinds[i]);
      const char *folder = HEARTEN_RECORD_CLASS (type_class)->folder;

      if (g_str_has_prefix (key, folder) && key[strlen (folder)] == '/')
        return kinds[i];
    }
  return G_TYPE_INVALID;
}

/* Of what is in a folder that cannot be read, nobody can say that it is missing. */
static gboolean
is_readable (const char *key, GHashTable *unreadable)
{
  g_autofree char *kind = g_path_get_dirname (key);

  return !g_hash_table_contains (unreadable, key) && !g_hash_table_contains (unreadable, kind);
}

static void
find_missing (HeartenSeen *seen,
              Months *months,
              GHashTable *present,
              GHashTable *unreadable,
              GHashTable *tombstones)
{
  GHashTableIter iter, ids;
  gpointer key, month, id;

  g_hash_table_iter_init (&iter, months);
  while (g_hash_table_iter_next (&iter, &key, &month))
    {
      GType type = is_readable (key, unreadable) ? find_type (key) : G_TYPE_INVALID;

      g_hash_table_iter_init (&ids, ((Month *) month)->ids);
      while (g_hash_table_iter_next (&ids, &id, NULL))
        if (tombstones != NULL && g_hash_table_contains (tombstones, id))
          {
            g_hash_table_iter_remove (&ids);
            ((Month *) month)->changed = TRUE;
          }
        else
          {
            seen->n_seen++;
            if (type != G_TYPE_INVALID && !g_hash_table_contains (present, id))
              g_ptr_array_add (seen->missing, hearten_missing_new (type, id));
          }
    }
}

static void
note_present (Months *months, GHashTable *present, GHashTable *tombstones)
{
  GHashTableIter iter;
  gpointer id, kind;

  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, &id, &kind))
    {
      g_autofree char *own_month = NULL;
      g_autofree char *key = NULL;
      Month *month;

      if (tombstones != NULL && g_hash_table_contains (tombstones, id))
        continue;
      own_month = hearten_id_dup_month (id);
      key = g_build_filename (kind, own_month, NULL);
      month = ensure_month (months, key);
      if (!g_hash_table_contains (month->ids, id))
        month->changed = g_hash_table_add (month->ids, g_strdup (id));
    }
}

HeartenSeen *
hearten_seen_compare (const char *folder,
                      const char *state_folder,
                      GHashTable *tombstones,
                      gboolean note,
                      GError **error)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) unreadable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) months = NULL;
  g_autoptr (HeartenSeen) self = NULL;
  g_autoptr (GError) local = NULL;

  if (!hearten_files_visit_readable (folder, add_present, present, unreadable, error))
    return NULL;
  months = read_lists (state_folder);
  self = g_new0 (HeartenSeen, 1);
  self->missing = g_ptr_array_new_with_free_func (g_object_unref);
  find_missing (self, months, present, unreadable, tombstones);
  if (note)
    note_present (months, present, tombstones);
  if (note && !write_lists (state_folder, months, &local))
    g_message ("%s", local->message);
  return g_steal_pointer (&self);
}

void
hearten_seen_free (HeartenSeen *self)
{
  g_ptr_array_unref (self->missing);
  g_free (self);
}

static void
on_any_list (const char *key, const char *path, gpointer user_data)
{
  struct stat st;

  if (key != NULL && g_stat (path, &st) == 0 && st.st_size > ID_LENGTH)
    *(gboolean *) user_data = TRUE;
}

gboolean
hearten_seen_any (const char *state_folder)
{
  gboolean any = FALSE;

  visit_lists (state_folder, on_any_list, &any);
  return any;
}

/* Forgetting */

gboolean
hearten_seen_forget (const char *state_folder, GPtrArray *missing, GError **error)
{
  g_autoptr (GHashTable) months = read_lists (state_folder);
  GHashTableIter iter;
  gpointer month;

  for (guint i = 0; i < missing->len; i++)
    {
      g_hash_table_iter_init (&iter, months);
      while (g_hash_table_iter_next (&iter, NULL, &month))
        if (g_hash_table_remove (((Month *) month)->ids, hearten_missing_get_id (missing->pdata[i])))
          ((Month *) month)->changed = TRUE;
    }
  return write_lists (state_folder, months, error);
}

static void
on_list_to_remove (const char *key, const char *path, gpointer user_data)
{
  int *failed = user_data;

  if (g_unlink (path) != 0)
    *failed = errno;
}

gboolean
hearten_seen_forget_all (const char *state_folder, GError **error)
{
  int failed = 0;

  visit_lists (state_folder, on_list_to_remove, &failed);
  if (failed == 0)
    return TRUE;
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE,
               _ ("The list of the pages that were here cannot be changed: %s."), g_strerror (failed));
  return FALSE;
}

/* Telling */

gboolean
hearten_seen_report (const char *folder, const char *state_folder, GString *report)
{
  g_autoptr (HeartenSeen) seen = hearten_seen_compare (folder, state_folder, NULL, FALSE, NULL);

  if (seen == NULL || seen->missing->len == 0)
    return TRUE;
  g_string_append_printf (report, "%s\n", _ ("These were here and are missing; nobody deleted them here:"));
  for (guint i = 0; i < seen->missing->len; i++)
    {
      g_autofree char *day = hearten_missing_dup_day (seen->missing->pdata[i]);

      g_string_append_printf (report, "  %s  %s  %s\n", hearten_missing_get_kind (seen->missing->pdata[i]),
                              day, hearten_missing_get_id (seen->missing->pdata[i]));
    }
  return FALSE;
}
