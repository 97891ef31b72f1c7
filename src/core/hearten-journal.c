/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-journal.h"

#include "hearten-entry-private.h"

struct _HeartenJournal
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenJournal, hearten_journal, HEARTEN_TYPE_RECORDS)

static void
hearten_journal_class_init (HeartenJournalClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_ENTRY;
}

static void
hearten_journal_init (HeartenJournal *self)
{
}

static void
changed (HeartenJournal *self, HeartenEntry *entry)
{
  /* A page that never held anything leaves nothing behind; one that was emptied is kept as it is now. */
  if (!hearten_entry_is_blank (entry) ||
      hearten_records_find (HEARTEN_RECORDS (self), hearten_record_get_id (HEARTEN_RECORD (entry))))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (entry));
}

HeartenJournal *
hearten_journal_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_JOURNAL, "store", store, NULL);
}

HeartenEntry *
hearten_journal_begin (HeartenJournal *self, const char *tip)
{
  HeartenEntry *entry;

  g_return_val_if_fail (HEARTEN_IS_JOURNAL (self), NULL);

  entry = hearten_record_new (HEARTEN_TYPE_ENTRY,
                              hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  hearten_entry_set_tip (entry, tip);
  return entry;
}

HeartenEntry *
hearten_journal_begin_about (HeartenJournal *self, const char *tip, const char *face, const char *title)
{
  HeartenEntry *entry = hearten_journal_begin (self, tip);

  hearten_entry_set_face (entry, face);
  if (title != NULL)
    hearten_entry_set_title (entry, title);
  return entry;
}

void
hearten_journal_set_title (HeartenJournal *self, HeartenEntry *entry, const char *title)
{
  if (hearten_entry_set_title (entry, title))
    changed (self, entry);
}

void
hearten_journal_set_body (HeartenJournal *self, HeartenEntry *entry, const char *body)
{
  if (hearten_entry_set_body (entry, body))
    changed (self, entry);
}

void
hearten_journal_set_mood (HeartenJournal *self, HeartenEntry *entry, int mood)
{
  if (hearten_entry_set_mood (entry, mood))
    changed (self, entry);
}

void
hearten_journal_set_starred (HeartenJournal *self, HeartenEntry *entry, gboolean starred)
{
  if (hearten_entry_set_starred (entry, starred))
    changed (self, entry);
}

void
hearten_journal_restore_version (HeartenJournal *self, HeartenEntry *entry, HeartenEntry *version)
{
  HeartenRecord *record = HEARTEN_RECORD (entry);

  g_return_if_fail (HEARTEN_IS_JOURNAL (self) && HEARTEN_IS_ENTRY (version));

  if (!hearten_records_contains (HEARTEN_RECORDS (self), record) || hearten_record_is_read_only (record) ||
      hearten_record_says_same (record, HEARTEN_RECORD (version)))
    return;
  hearten_store_keep (hearten_records_get_store (HEARTEN_RECORDS (self)), record);
  hearten_entry_set_title (entry, hearten_entry_get_title (version));
  hearten_entry_set_body (entry, hearten_entry_get_body (version));
  hearten_entry_set_mood (entry, hearten_entry_get_mood (version));
  hearten_entry_set_starred (entry, hearten_entry_get_starred (version));
  hearten_entry_set_tip (entry, hearten_entry_get_tip (version));
  hearten_entry_set_sheet (entry, hearten_entry_get_sheet (version));
  hearten_record_take_unknown (record, HEARTEN_RECORD (version));
  hearten_records_changed (HEARTEN_RECORDS (self), record);
}

/* Worksheets */

void
hearten_journal_set_sheet (HeartenJournal *self,
                           HeartenEntry *entry,
                           const HeartenSheet *sheet,
                           const char *title,
                           const char *body)
{
  g_autoptr (HeartenSheet) signed_sheet = hearten_sheet_copy (sheet);

  g_return_if_fail (HEARTEN_IS_JOURNAL (self) && HEARTEN_IS_ENTRY (entry));

  hearten_sheet_sign (signed_sheet, body);
  hearten_entry_set_sheet (entry, signed_sheet);
  if (*hearten_entry_get_title (entry) == '\0')
    hearten_entry_set_title (entry, title);
  hearten_entry_set_body (entry, body);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (entry));
}

void
hearten_journal_set_sheet_left (HeartenJournal *self, HeartenEntry *entry, int seconds)
{
  g_autoptr (HeartenSheet) sheet = NULL;

  g_return_if_fail (HEARTEN_IS_JOURNAL (self) && HEARTEN_IS_ENTRY (entry));

  if (!hearten_entry_is_sheet_open (entry))
    return;
  sheet = hearten_sheet_copy (hearten_entry_get_sheet (entry));
  if (!hearten_sheet_set_left (sheet, seconds))
    return;
  hearten_entry_set_sheet (entry, sheet);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (entry));
}

static gboolean
is_sitting (HeartenEntry *entry, const char *tip, const char *face)
{
  const HeartenSheet *sheet = hearten_entry_get_sheet (entry);

  return sheet != NULL && g_strcmp0 (hearten_entry_get_tip (entry), tip) == 0 &&
         g_strcmp0 (hearten_sheet_get_face (sheet), face) == 0;
}

HeartenEntry *
hearten_journal_find_sitting (HeartenJournal *self, const char *tip, const char *face)
{
  g_return_val_if_fail (HEARTEN_IS_JOURNAL (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (is_sitting (entry, tip, face) && hearten_entry_is_sheet_open (entry))
        return entry;
    }
  return NULL;
}

guint
hearten_journal_count_sittings (HeartenJournal *self, const char *tip, const char *face, const GDate *since)
{
  guint n = 0;

  g_return_val_if_fail (HEARTEN_IS_JOURNAL (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (G_LIST_MODEL (self), i);
      GDate day = hearten_record_get_day (HEARTEN_RECORD (entry));

      if (g_date_compare (&day, since) >= 0 && is_sitting (entry, tip, face))
        n++;
    }
  return n;
}
