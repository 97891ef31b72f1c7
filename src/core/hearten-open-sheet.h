/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-journal.h"

G_BEGIN_DECLS

/**
 * HeartenOpenSheet:
 *
 * A sitting that is being written in: the sheet, and the page of the journal that it becomes with the first
 * answer. At most one is open at a time.
 */
typedef struct _HeartenOpenSheet HeartenOpenSheet;

/**
 * hearten_open_sheet_new:
 * @journal: where its page is; must outlive it
 * @tip: the tip's id
 * @face: the face of the tip, as by [method@TipFace.get_nick]
 * @activity: the practice, with its `prompt`s; must outlive it
 *
 * Returns: (transfer full): none is open yet
 */
HeartenOpenSheet *hearten_open_sheet_new (HeartenJournal *journal,
                                          const char *tip,
                                          const char *face,
                                          const HeartenTipNode *activity);
void hearten_open_sheet_free (HeartenOpenSheet *self);

/**
 * hearten_open_sheet_find:
 *
 * Returns: (transfer none) (nullable): the sitting that can be taken up again
 */
HeartenEntry *hearten_open_sheet_find (const HeartenOpenSheet *self);

/**
 * hearten_open_sheet_count_since:
 * @since: a local day
 *
 * Returns: how many sittings there were from @since on, finished or not
 */
guint hearten_open_sheet_count_since (const HeartenOpenSheet *self, const GDate *since);

/**
 * hearten_open_sheet_open:
 * @sitting: (nullable): the one to go on with; a new one where it is %NULL
 */
void hearten_open_sheet_open (HeartenOpenSheet *self, HeartenEntry *sitting);
void hearten_open_sheet_close (HeartenOpenSheet *self);

/**
 * hearten_open_sheet_get_sheet:
 *
 * Returns: (nullable): the sheet, to be answered; %NULL while none is open
 */
HeartenSheet *hearten_open_sheet_get_sheet (HeartenOpenSheet *self);

/**
 * hearten_open_sheet_get_entry:
 *
 * Returns: (transfer none) (nullable): its page; %NULL before the first answer
 */
HeartenEntry *hearten_open_sheet_get_entry (const HeartenOpenSheet *self);

/**
 * hearten_open_sheet_get_n_prompts:
 *
 * Returns: how many questions there are
 */
guint hearten_open_sheet_get_n_prompts (const HeartenOpenSheet *self);

/**
 * hearten_open_sheet_get_prompt:
 *
 * Returns: (nullable): the question it is at; %NULL at the closing step, and while none is open
 */
const HeartenTipNode *hearten_open_sheet_get_prompt (const HeartenOpenSheet *self);

/**
 * hearten_open_sheet_save:
 * @title: what the page is called where it has no title yet
 * @name: (nullable): what the other person is called
 * @left: how much time is left, in seconds; −1 where none is counted
 *
 * Writes the open sheet into its page, which begins with the first answer.
 */
void hearten_open_sheet_save (HeartenOpenSheet *self, const char *title, const char *name, int left);

/**
 * hearten_open_sheet_keep_left:
 * @left: how much time is left, in seconds
 *
 * Keeps the time alone: who stops and goes on sits on with what was left, or a sitting would have no end.
 */
void hearten_open_sheet_keep_left (HeartenOpenSheet *self, int left);

/**
 * hearten_open_sheet_take_again:
 *
 * Takes in what became of the page elsewhere. Answers that came from there stay; so does the question that is
 * open here.
 *
 * Returns: whether the sheet is still open; it is not when its page was finished, deleted or changed by hand
 */
gboolean hearten_open_sheet_take_again (HeartenOpenSheet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenOpenSheet, hearten_open_sheet_free)

G_END_DECLS
