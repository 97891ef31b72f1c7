/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-check.h"

#include "hearten-kinds.h"
#include "hearten-store-scan.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint whole;
  guint deleted;
  guint tombstones;
  GString *damaged;
  GString *notes; /* what is no damage, and yet worth a look */
} Count;

static void
note (Count *count, const char *path, const char *text)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_string_append_printf (count->notes, "  %s: %s\n", shown, text);
}

static void
note_versions (Count *count, const char *path, HeartenRecord *record)
{
  guint n = hearten_record_get_n_versions (record);
  g_autofree char *text = NULL;

  if (n == 1)
    return;
  text = g_strdup_printf (g_dngettext (NULL, "%u version, written at the same time on different devices",
                                       "%u versions, written at the same time on different devices", n),
                          n);
  note (count, path, text);
}

static void
count_record (Count *count, const HeartenStoreFile *file)
{
  if (hearten_record_is_tombstone (file->record))
    count->tombstones++;
  else if (hearten_record_get_deleted (file->record) != 0)
    count->deleted++;
  else
    count->whole++;
  note_versions (count, file->path, file->record);
}

static gboolean
count_file (HeartenStoreFile *file, gpointer user_data)
{
  Count *count = user_data;

  if (file->record != NULL && file->in_place)
    count_record (count, file);
  else if (file->record != NULL && hearten_copy_name_is_conflict (file->name))
    note (count, file->path,
          _ ("a copy that a program for syncing folders made; it is merged at the next start"));
  else if (file->record != NULL)
    note (count, file->path, _ ("a copy of a record, in another place or with another name"));
  else if (g_error_matches (file->error, HEARTEN_ERROR, HEARTEN_ERROR_ARRIVING))
    note (count, file->path, _ ("still empty; it may be on its way from another device"));
  else
    {
      g_autofree char *shown = g_filename_display_name (file->path);

      g_string_append_printf (count->damaged, "  %s: %s\n", shown, file->error->message);
    }
  return TRUE;
}

static void
note_ignored (Count *count, const char *folder, GType type)
{
  g_autoptr (GPtrArray) ignored = hearten_store_list_ignored (folder, type);

  for (guint i = 0; i < ignored->len; i++)
    note (count, ignored->pdata[i], _ ("not looked into, because of its name"));
}

static void
check_kind (const char *folder, GType type, GString *damaged, GString *notes, GString *report)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  Count count = { 0, 0, 0, damaged, notes };

  hearten_store_scan (folder, type, count_file, &count);
  note_ignored (&count, folder, type);
  /* Translators: a kind of record, how many there are, how many of it are in the trash, and of how many there
   * is only a note that they were deleted. */
  g_string_append_printf (report, _ ("%-10s %6u   in the trash %u   deleted for good %u"),
                          HEARTEN_RECORD_CLASS (type_class)->kind, count.whole, count.deleted,
                          count.tombstones);
  g_string_append_c (report, '\n');
}

static void
check_store_file (const char *folder, GString *damaged)
{
  g_autofree char *path = g_build_filename (folder, "hearten.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = hearten_json_read_file (path, &error);

  if (object == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_string_append_printf (damaged, "  hearten.json: %s\n", error->message);
}

gboolean
hearten_check (const char *folder, GString *report)
{
  g_autoptr (GString) damaged = g_string_new (NULL);
  g_autoptr (GString) notes = g_string_new (NULL);
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  check_store_file (folder, damaged);
  for (guint i = 0; i < n_kinds; i++)
    check_kind (folder, kinds[i], damaged, notes, report);
  if (notes->len > 0)
    g_string_append_printf (report, "%s\n%s", _ ("These are whole, and worth knowing of:"), notes->str);
  if (damaged->len == 0)
    g_string_append_printf (report, "%s\n", _ ("Everything in it is whole."));
  else
    g_string_append_printf (report, "%s\n%s", _ ("These could not be read and were left as they are:"),
                            damaged->str);
  return damaged->len == 0;
}
