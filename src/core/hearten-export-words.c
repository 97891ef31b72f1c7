/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-export-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-checkin.h"
#include "hearten-deck.h"
#include "hearten-durable.h"
#include "hearten-intention.h"
#include "hearten-items.h"
#include "hearten-letter.h"
#include "hearten-sitting.h"
#include "hearten-space-period.h"
#include "hearten-urge.h"
#include "hearten-words.h"

struct _HeartenExportWords
{
  gint64 now;
  HeartenTips *tips;  /* NULL before they are needed */
  GPtrArray *records; /* of HeartenRecord */
};

static char *
dup_date (HeartenRecord *record)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (record);

  return g_date_time_format_iso8601 (created);
}

/* Letters */

static const char *
get_letter_state (HeartenLetterState state)
{
  switch (state)
    {
    case HEARTEN_LETTER_STATE_RESTING:
      return "resting";
    case HEARTEN_LETTER_STATE_BACK:
      return "back";
    case HEARTEN_LETTER_STATE_KEPT:
      return "kept";
    case HEARTEN_LETTER_STATE_COPIED:
      return "copied";
    case HEARTEN_LETTER_STATE_DRAFT:
    default:
      return "draft";
    }
}

static GBytes *
format_letter (HeartenExportWords *self, HeartenLetter *letter)
{
  HeartenLetterState state = hearten_letter_get_state (letter, self->now);
  g_autofree char *words = hearten_words_dup_letter (self->tips, letter);
  g_autofree char *date = dup_date (HEARTEN_RECORD (letter));
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "---\nid: %s\ndate: %s\ntip: %s\nstate: %s\n",
                          hearten_record_get_id (HEARTEN_RECORD (letter)), date,
                          hearten_letter_get_tip (letter), get_letter_state (state));
  if (state == HEARTEN_LETTER_STATE_RESTING)
    {
      g_autoptr (GDateTime) until = g_date_time_new_from_unix_local_usec (hearten_letter_get_until (letter));
      g_autofree char *iso = g_date_time_format_iso8601 (until);
      g_autofree char *day = g_date_time_format (until, "%x");

      g_string_append_printf (text, "rests-until: %s\n---\n\n", iso);
      /* Translators: in an export, above a letter; %s is a date */
      g_string_append_printf (text, _ ("*This letter rests until %s. It was not sent.*"), day);
      g_string_append (text, "\n\n");
    }
  else
    {
      g_string_append (text, "---\n\n");
    }
  g_string_append_printf (text, "%s\n", words);
  return g_string_free_to_bytes (text);
}

static gboolean
write_letter (HeartenExportWords *self, HeartenLetter *letter, const char *target, GError **error)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (letter));
  g_autofree char *date = g_date_time_format (created, "%Y-%m-%d-%H%M");
  const char *id = hearten_record_get_id (HEARTEN_RECORD (letter));
  g_autofree char *name = g_strdup_printf ("%s-%s.md", date, id + strlen (id) - 12);
  g_autofree char *path = g_build_filename (target, "letters", name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (hearten_letter_is_blank (letter))
    return TRUE;
  bytes = format_letter (self, letter);
  return hearten_durable_write (path, bytes, error);
}

/* Files */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  HeartenItem *one = HEARTEN_ITEM ((gpointer) a), *other = HEARTEN_ITEM ((gpointer) b);
  int order = g_strcmp0 (hearten_item_get_tip (one), hearten_item_get_tip (other));

  if (order == 0)
    order = g_strcmp0 (hearten_item_get_face (one), hearten_item_get_face (other));
  if (order == 0)
    order = hearten_item_get_archived (one) - hearten_item_get_archived (other);
  return order != 0 ? order : hearten_items_compare (one, other);
}

static GPtrArray *
dup_of_kind (HeartenExportWords *self, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->records->len; i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (g_ptr_array_index (self->records, i), type))
      g_ptr_array_add (found, g_ptr_array_index (self->records, i));
  return found;
}

static gboolean
write_kind (HeartenExportWords *self, GType type, const char *path, GError **error)
{
  g_autoptr (GPtrArray) records = dup_of_kind (self, type);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (type == HEARTEN_TYPE_ITEM)
    g_ptr_array_sort_values (records, compare_items);
  hearten_words_append (text, self->tips, self->now, records);
  if (text->len == 0)
    return TRUE;
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  return hearten_durable_write (path, bytes, error);
}

HeartenExportWords *
hearten_export_words_new (gint64 now)
{
  HeartenExportWords *self = g_new0 (HeartenExportWords, 1);

  self->now = now;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
hearten_export_words_free (HeartenExportWords *self)
{
  g_clear_object (&self->tips);
  g_ptr_array_unref (self->records);
  g_free (self);
}

void
hearten_export_words_add (HeartenExportWords *self, HeartenRecord *record)
{
  g_return_if_fail (self != NULL && HEARTEN_IS_RECORD (record));

  if (hearten_record_get_deleted (record) == 0 && !HEARTEN_IS_ENTRY (record))
    g_ptr_array_add (self->records, g_object_ref (record));
}

gboolean
hearten_export_words_write (HeartenExportWords *self, const char *target, GError **error)
{
  const struct
  {
    GType type;
    const char *name;
  } files[] = {
    { HEARTEN_TYPE_ITEM, "lists.md" },        { HEARTEN_TYPE_INTENTION, "intentions.md" },
    { HEARTEN_TYPE_CHECKIN, "check-ins.md" }, { HEARTEN_TYPE_DECK, "cards.md" },
    { HEARTEN_TYPE_SITTING, "moments.md" },   { HEARTEN_TYPE_SPACE_PERIOD, "space.md" },
    { HEARTEN_TYPE_URGE, "urges.md" },
  };
  g_autoptr (GPtrArray) letters = NULL;

  g_return_val_if_fail (self != NULL && target != NULL, FALSE);

  if (self->records->len == 0)
    return TRUE;
  if (self->tips == NULL)
    self->tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (target, files[i].name, NULL);

      if (!write_kind (self, files[i].type, path, error))
        return FALSE;
    }

  letters = dup_of_kind (self, HEARTEN_TYPE_LETTER);
  for (guint i = 0; i < letters->len; i++)
    if (!write_letter (self, g_ptr_array_index (letters, i), target, error))
      return FALSE;
  return TRUE;
}
