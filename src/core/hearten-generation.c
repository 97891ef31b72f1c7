/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-generation.h"

#include "hearten-durable.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

struct _HeartenGeneration
{
  GObject parent_instance;

  gint64 time;
  HeartenRecord *record;
  char *reason;
};

G_DEFINE_FINAL_TYPE (HeartenGeneration, hearten_generation, G_TYPE_OBJECT)

/* Names: sorted, they are in the order of time. */

static char *
name_version (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);

  return g_date_time_format (utc, "%Y%m%dT%H%M%S.%fZ.json");
}

static gint64
read_name (const char *name)
{
  g_autofree char *text = g_strndup (name, strlen (name) - strlen (".json"));
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (text, NULL);

  return date != NULL ? g_date_time_to_unix_usec (date) : 0;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) b, *(char *const *) a);
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_newest_first);
  return names;
}

/* Two versions may bear the same time: a text editor changes the words and not the time. */
static char *
find_free_path (const char *own, gint64 time)
{
  for (;; time++)
    {
      g_autofree char *name = name_version (time);
      g_autofree char *path = g_build_filename (own, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* Reading */

static HeartenGeneration *
load_version (const char *folder, const char *name, GType type, const char *id)
{
  HeartenGeneration *self = g_object_new (HEARTEN_TYPE_GENERATION, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = hearten_json_load (path, &error);

  self->time = read_name (name);
  if (bytes != NULL)
    self->record = hearten_record_from_bytes (type, bytes, &error);
  if (self->record != NULL && !g_str_equal (hearten_record_get_id (self->record), id))
    {
      g_clear_object (&self->record);
      self->reason = g_strdup (_ ("This is a version of another page."));
    }
  else if (error != NULL)
    self->reason = g_strdup (error->message);
  return self;
}

GPtrArray *
hearten_generations_load (const char *folder, GType type, const char *id)
{
  g_autofree char *own = g_build_filename (folder, id, NULL);
  g_autoptr (GPtrArray) names = list_names (own);
  GPtrArray *versions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (versions, load_version (own, names->pdata[i], type, id));
  return versions;
}

/* Keeping */

static gboolean
is_known (HeartenRecord *version, const char *folder, const char *id)
{
  g_autoptr (GPtrArray) versions = hearten_generations_load (folder, G_OBJECT_TYPE (version), id);

  for (guint i = 0; i < versions->len; i++)
    {
      HeartenRecord *other = hearten_generation_get_record (versions->pdata[i]);

      if (other != NULL && hearten_record_says_same (version, other))
        return TRUE;
    }
  return FALSE;
}

static gint64
when_kept (const char *own, const char *name)
{
  g_autofree char *path = g_build_filename (own, name, NULL);
  GStatBuf st;

  return g_stat (path, &st) == 0 ? (gint64) st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec : 0;
}

static guint
find_first_kept (const char *own, GPtrArray *names)
{
  gint64 earliest = G_MAXINT64;
  guint found = 0;

  for (guint i = 0; i < names->len; i++)
    {
      gint64 kept = when_kept (own, names->pdata[i]);

      if (kept > earliest)
        continue;
      earliest = kept;
      found = i;
    }
  return found;
}

/* What was kept first goes first, whatever time it bears: the words of another device may be old and have
 * gone out of sight just now. */
static void
make_room (const char *own, const char *kept)
{
  g_autoptr (GPtrArray) names = list_names (own);
  g_autofree char *name = g_path_get_basename (kept);
  guint place;

  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &place))
    g_ptr_array_remove_index (names, place);
  while (names->len >= HEARTEN_GENERATIONS_MOST)
    {
      guint first = find_first_kept (own, names);
      g_autofree char *path = g_build_filename (own, names->pdata[first], NULL);

      if (g_unlink (path) != 0)
        g_message ("An old version was not removed: %s", g_strerror (errno));
      g_ptr_array_remove_index (names, first);
    }
}

gboolean
hearten_generations_keep (const char *folder,
                          GType type,
                          const char *id,
                          GBytes *bytes,
                          HeartenRecord *present,
                          GError **error)
{
  g_autoptr (HeartenRecord) version = hearten_record_from_bytes (type, bytes, NULL);
  g_autofree char *own = g_build_filename (folder, id, NULL);
  g_autofree char *path = NULL;

  /* What cannot be read is kept all the same: it may be all there is. */
  if (version != NULL &&
      (hearten_record_is_tombstone (version) ||
       (present != NULL && hearten_record_says_same (version, present)) || is_known (version, folder, id)))
    return TRUE;
  path = find_free_path (own, version != NULL ? hearten_record_get_modified (version) : g_get_real_time ());
  if (!hearten_durable_write (path, bytes, error))
    return FALSE;
  make_room (own, path);
  return TRUE;
}

/* Removing */

gboolean
hearten_generations_remove (const char *folder, const char *id, GError **error)
{
  g_autofree char *own = g_build_filename (folder, id, NULL);
  g_autoptr (GDir) dir = g_dir_open (own, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (own, name, NULL);

      g_unlink (path);
    }
  if (g_rmdir (own) == 0 || errno == ENOENT || errno == ENOTDIR)
    return TRUE;
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_WRITE,
               _ ("Earlier versions of a page were not removed: %s."), g_strerror (errno));
  return FALSE;
}

/* GObject */

static void
hearten_generation_finalize (GObject *object)
{
  HeartenGeneration *self = HEARTEN_GENERATION (object);

  g_clear_object (&self->record);
  g_clear_pointer (&self->reason, g_free);

  G_OBJECT_CLASS (hearten_generation_parent_class)->finalize (object);
}

static void
hearten_generation_class_init (HeartenGenerationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_generation_finalize;
}

static void
hearten_generation_init (HeartenGeneration *self)
{
}

/* Public */

gint64
hearten_generation_get_time (HeartenGeneration *self)
{
  g_return_val_if_fail (HEARTEN_IS_GENERATION (self), 0);

  return self->time;
}

gpointer
hearten_generation_get_record (HeartenGeneration *self)
{
  g_return_val_if_fail (HEARTEN_IS_GENERATION (self), NULL);

  return self->record;
}

const char *
hearten_generation_get_reason (HeartenGeneration *self)
{
  g_return_val_if_fail (HEARTEN_IS_GENERATION (self), NULL);

  return self->reason;
}
