/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-check.h"

#include "hearten-kinds.h"
#include "hearten-store-walk.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  guint whole;
  guint deleted;
  guint tombstones;
  GString *damaged;
} Count;

static gboolean
count_record (const char *path, HeartenRecord *record, const GError *error, gpointer user_data)
{
  Count *count = user_data;

  if (record == NULL)
    g_string_append_printf (count->damaged, "  %s: %s\n", path, error->message);
  else if (hearten_record_is_tombstone (record))
    count->tombstones++;
  else if (hearten_record_get_deleted (record) != 0)
    count->deleted++;
  else
    count->whole++;
  g_clear_object (&record);
  return TRUE;
}

static void
check_kind (const char *folder, GType type, GString *damaged, GString *report)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  g_autoptr (GError) error = NULL;
  Count count = { 0, 0, 0, damaged };

  if (!hearten_store_walk (folder, type, count_record, &count, &error))
    g_string_append_printf (damaged, "  %s\n", error->message);
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
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  check_store_file (folder, damaged);
  for (guint i = 0; i < n_kinds; i++)
    check_kind (folder, kinds[i], damaged, report);
  if (damaged->len == 0)
    g_string_append_printf (report, "%s\n", _ ("Everything in it is whole."));
  else
    g_string_append_printf (report, "%s\n%s", _ ("These could not be read and were left as they are:"),
                            damaged->str);
  return damaged->len == 0;
}
