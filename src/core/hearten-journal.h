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

G_END_DECLS
