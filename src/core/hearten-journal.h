/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-entry.h"
#include "hearten-records.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_JOURNAL (hearten_journal_get_type ())
G_DECLARE_FINAL_TYPE (HeartenJournal, hearten_journal, HEARTEN, JOURNAL, HeartenRecords)

/**
 * HeartenJournal:
 *
 * The pages of the journal, newest first, and the only way to change one.
 */
HeartenJournal *hearten_journal_new (HeartenStore *store);

/**
 * hearten_journal_begin:
 * @tip: (nullable): the id of the tip it is about
 *
 * Begins a page. It joins the list and is saved with its first word, so a page that stays blank leaves
 * nothing behind.
 *
 * Returns: (transfer full): the new entry
 */
HeartenEntry *hearten_journal_begin (HeartenJournal *self, const char *tip);

/**
 * hearten_journal_begin_about:
 * @tip: the id of the tip it is about
 * @face: the face of the tip that led here, as by [method@TipFace.get_nick]
 * @title: (nullable): what the page is to be called, such as the question on a card
 *
 * Begins a page from what a tip says or asks. It too joins the list with its first word.
 *
 * Returns: (transfer full): the new entry
 */
HeartenEntry *
hearten_journal_begin_about (HeartenJournal *self, const char *tip, const char *face, const char *title);

void hearten_journal_set_title (HeartenJournal *self, HeartenEntry *entry, const char *title);
void hearten_journal_set_body (HeartenJournal *self, HeartenEntry *entry, const char *body);

/**
 * hearten_journal_set_mood:
 * @mood: −2 … 2, or %HEARTEN_MOOD_UNSET
 */
void hearten_journal_set_mood (HeartenJournal *self, HeartenEntry *entry, int mood);
void hearten_journal_set_starred (HeartenJournal *self, HeartenEntry *entry, gboolean starred);

/**
 * hearten_journal_restore_version:
 * @version: an earlier version of @entry
 *
 * Gives the page the content of an earlier version, with what this program does not know of it. The page as
 * it is now is kept as an earlier version itself.
 */
void hearten_journal_restore_version (HeartenJournal *self, HeartenEntry *entry, HeartenEntry *version);

/* Worksheets. A sitting is a page of the journal from its first answer on. */

/**
 * hearten_journal_set_sheet:
 * @entry: from the journal, or just begun
 * @sheet: the sitting as it is now; it is copied
 * @title: what the page is called where it has no title yet
 * @body: what [func@sheet_compose] makes of @sheet
 */
void hearten_journal_set_sheet (HeartenJournal *self,
                                HeartenEntry *entry,
                                const HeartenSheet *sheet,
                                const char *title,
                                const char *body);

/**
 * hearten_journal_set_sheet_left:
 * @seconds: how much time of the sitting is left
 *
 * Keeps the time of a half-done sitting. Its words are left alone, and so is a page that was changed by hand.
 */
void hearten_journal_set_sheet_left (HeartenJournal *self, HeartenEntry *entry, int seconds);

/**
 * hearten_journal_find_sitting:
 *
 * Returns: (transfer none) (nullable): the newest sitting with this worksheet that can be taken up again
 */
HeartenEntry *hearten_journal_find_sitting (HeartenJournal *self, const char *tip, const char *face);

/**
 * hearten_journal_count_sittings:
 * @since: a local day
 *
 * Returns: how many sittings there were with this worksheet from @since on, finished or not
 */
guint
hearten_journal_count_sittings (HeartenJournal *self, const char *tip, const char *face, const GDate *since);

G_END_DECLS
