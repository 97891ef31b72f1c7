/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-open-sheet.h"

struct _HeartenOpenSheet
{
  HeartenJournal *journal;
  char *tip;
  char *face;
  const HeartenTipNode *activity;
  GPtrArray *prompts;  /* of the activity */
  HeartenSheet *sheet; /* NULL while none is open */
  HeartenEntry *entry; /* NULL before the first answer */
};

HeartenOpenSheet *
hearten_open_sheet_new (HeartenJournal *journal,
                        const char *tip,
                        const char *face,
                        const HeartenTipNode *activity)
{
  HeartenOpenSheet *self = g_new0 (HeartenOpenSheet, 1);

  self->journal = journal;
  self->tip = g_strdup (tip);
  self->face = g_strdup (face);
  self->activity = activity;
  self->prompts = g_ptr_array_new ();
  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (activity, i), "prompt"))
      g_ptr_array_add (self->prompts, (gpointer) hearten_tip_node_get_child (activity, i));
  return self;
}

void
hearten_open_sheet_free (HeartenOpenSheet *self)
{
  hearten_open_sheet_close (self);
  g_ptr_array_unref (self->prompts);
  g_free (self->face);
  g_free (self->tip);
  g_free (self);
}

HeartenEntry *
hearten_open_sheet_find (const HeartenOpenSheet *self)
{
  return hearten_journal_find_sitting (self->journal, self->tip, self->face);
}

guint
hearten_open_sheet_count_since (const HeartenOpenSheet *self, const GDate *since)
{
  return hearten_journal_count_sittings (self->journal, self->tip, self->face, since);
}

void
hearten_open_sheet_open (HeartenOpenSheet *self, HeartenEntry *sitting)
{
  g_clear_pointer (&self->sheet, hearten_sheet_free);
  g_set_object (&self->entry, sitting);
  self->sheet = sitting != NULL ? hearten_sheet_copy (hearten_entry_get_sheet (sitting))
                                : hearten_sheet_new (self->face);
}

void
hearten_open_sheet_close (HeartenOpenSheet *self)
{
  g_clear_pointer (&self->sheet, hearten_sheet_free);
  g_clear_object (&self->entry);
}

HeartenSheet *
hearten_open_sheet_get_sheet (HeartenOpenSheet *self)
{
  return self->sheet;
}

HeartenEntry *
hearten_open_sheet_get_entry (const HeartenOpenSheet *self)
{
  return self->entry;
}

guint
hearten_open_sheet_get_n_prompts (const HeartenOpenSheet *self)
{
  return self->prompts->len;
}

const HeartenTipNode *
hearten_open_sheet_get_prompt (const HeartenOpenSheet *self)
{
  guint step = self->sheet != NULL ? hearten_sheet_get_step (self->sheet) : G_MAXUINT;

  return step < self->prompts->len ? self->prompts->pdata[step] : NULL;
}

static gboolean
is_page_there (HeartenOpenSheet *self)
{
  return self->entry != NULL && hearten_record_get_deleted (HEARTEN_RECORD (self->entry)) == 0;
}

void
hearten_open_sheet_save (HeartenOpenSheet *self, const char *title, const char *name, int left)
{
  g_autofree char *body = NULL;

  g_return_if_fail (self->sheet != NULL);

  /* A page that was deleted meanwhile stays so; its words go on in a new one. */
  if (!is_page_there (self))
    g_clear_object (&self->entry);
  if (self->entry == NULL && hearten_sheet_is_blank (self->sheet))
    return;
  if (self->entry == NULL)
    self->entry = hearten_journal_begin (self->journal, self->tip);
  hearten_sheet_set_left (self->sheet, left);
  body = hearten_sheet_compose (self->sheet, self->activity, name);
  hearten_journal_set_sheet (self->journal, self->entry, self->sheet, title, body);
}

void
hearten_open_sheet_keep_left (HeartenOpenSheet *self, int left)
{
  if (self->sheet != NULL && is_page_there (self))
    hearten_journal_set_sheet_left (self->journal, self->entry, left);
}

gboolean
hearten_open_sheet_take_again (HeartenOpenSheet *self)
{
  guint step;

  if (self->sheet == NULL || (self->entry != NULL && !hearten_entry_is_sheet_open (self->entry)))
    return FALSE;
  if (self->entry == NULL)
    return TRUE;
  step = hearten_sheet_get_step (self->sheet);
  hearten_sheet_free (self->sheet);
  self->sheet = hearten_sheet_copy (hearten_entry_get_sheet (self->entry));
  hearten_sheet_set_step (self->sheet, step);
  return TRUE;
}
