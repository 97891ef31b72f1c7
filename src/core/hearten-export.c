/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-export.h"

#include "hearten-durable.h"
#include "hearten-export-words.h"
#include "hearten-kinds.h"
#include "hearten-store-walk.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *folder;
  const char *target;
  guint n_pages;
  GString *damaged;
  HeartenExportWords *words;
  GString *json; /* all records, as they are in their files */
  GError *error;
} Export;

static void
append_words (GString *text, HeartenEntry *entry)
{
  if (*hearten_entry_get_title (entry) != '\0')
    g_string_append_printf (text, "# %s\n\n", hearten_entry_get_title (entry));
  g_string_append_printf (text, "%s\n", hearten_entry_get_body (entry));
}

/* One page as Markdown, with its facts in front, and where two devices wrote at once, both versions. */
static GBytes *
format_page (HeartenEntry *entry)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (entry));
  g_autofree char *date = g_date_time_format_iso8601 (created);
  g_autoptr (GPtrArray) others = NULL;
  GString *text = g_string_new ("---\n");

  g_string_append_printf (text, "id: %s\ndate: %s\n", hearten_record_get_id (HEARTEN_RECORD (entry)), date);
  if (hearten_entry_get_mood (entry) != HEARTEN_MOOD_UNSET)
    g_string_append_printf (text, "mood: %d\n", hearten_entry_get_mood (entry));
  if (hearten_entry_get_tip (entry) != NULL)
    g_string_append_printf (text, "tip: %s\n", hearten_entry_get_tip (entry));
  if (hearten_entry_get_starred (entry))
    g_string_append (text, "starred: true\n");
  g_string_append (text, "---\n\n");
  append_words (text, entry);
  others = hearten_record_dup_versions (HEARTEN_RECORD (entry));
  for (guint i = 0; i < others->len; i++)
    {
      /* Translators: in an export, stands above a version of a page that was written on another device */
      g_string_append_printf (text, "\n---\n\n*%s*\n\n", _ ("Another version of this page"));
      append_words (text, g_ptr_array_index (others, i));
    }
  return g_string_free_to_bytes (text);
}

/* The date sorts, the id's end tells two pages of one minute apart. */
static char *
name_page (HeartenEntry *entry)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (entry));
  g_autofree char *date = g_date_time_format (created, "%Y-%m-%d-%H%M");
  const char *id = hearten_record_get_id (HEARTEN_RECORD (entry));

  return g_strdup_printf ("%s-%s.md", date, id + strlen (id) - 12);
}

GBytes *
hearten_export_dup_page (HeartenEntry *entry, char **name)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY (entry) && name != NULL, NULL);

  *name = name_page (entry);
  return format_page (entry);
}

/* What a newer version wrote may say more than is understood here: it goes out as it is. */
static GBytes *
dup_bytes (Export *export, const char *path, HeartenRecord *record)
{
  g_autofree char *full = g_build_filename (export->folder, path, NULL);
  GBytes *bytes = hearten_record_is_read_only (record) ? hearten_json_load (full, NULL) : NULL;

  return bytes != NULL ? bytes : hearten_record_to_bytes (record);
}

static void
append_json (Export *export, GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  g_string_append (export->json, export->json->len > 2 ? ",\n" : "");
  g_string_append_len (export->json, text, length);
}

static gboolean
export_record (const char *path, HeartenRecord *taken, const GError *error, gpointer user_data)
{
  g_autoptr (HeartenRecord) record = taken;
  Export *export = user_data;
  g_autoptr (GBytes) json = NULL;

  if (record == NULL)
    {
      g_string_append_printf (export->damaged, "%s: %s\n", path, error->message);
      return TRUE;
    }
  json = dup_bytes (export, path, record);
  append_json (export, json);
  hearten_export_words_add (export->words, record);
  if (HEARTEN_IS_ENTRY (record) && hearten_record_get_deleted (record) == 0)
    {
      g_autofree char *name = NULL;
      g_autoptr (GBytes) page = hearten_export_dup_page (HEARTEN_ENTRY (record), &name);
      g_autofree char *full = g_build_filename (export->target, "journal", name, NULL);

      export->n_pages++;
      return hearten_durable_write (full, page, &export->error);
    }
  return TRUE;
}

static gboolean
check_target (const char *target, GError **error)
{
  g_autoptr (GDir) dir = NULL;
  g_autofree char *shown = g_filename_display_name (target);

  if (!hearten_durable_make_folder (target, error))
    return FALSE;
  dir = g_dir_open (target, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER,
               _ ("“%s” is not an empty folder. Nothing was written. Choose an empty one."), shown);
  return FALSE;
}

static gboolean
write_json (Export *export, GError **error)
{
  g_autofree char *path = g_build_filename (export->target, "hearten-export.json", NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_string_append (export->json, "\n]\n");
  bytes = g_string_free_to_bytes (g_steal_pointer (&export->json));
  return hearten_durable_write (path, bytes, error);
}

gboolean
hearten_export (const char *folder, const char *target, guint *n_pages, GString *damaged, GError **error)
{
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();
  g_autoptr (HeartenExportWords) words = hearten_export_words_new (hearten_clock_get_now (clock));
  Export export = { folder, target, 0, damaged, words, NULL, NULL };
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  if (!check_target (target, error))
    return FALSE;
  export.json = g_string_new ("[\n");
  for (guint i = 0; i < n_kinds; i++)
    if (!hearten_store_walk (folder, kinds[i], export_record, &export))
      break;
  if (export.error != NULL)
    {
      g_string_free (export.json, TRUE);
      g_propagate_error (error, export.error);
      return FALSE;
    }
  *n_pages = export.n_pages;
  return write_json (&export, error) && hearten_export_words_write (words, target, error);
}
