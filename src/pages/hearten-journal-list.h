/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_JOURNAL_LIST (hearten_journal_list_get_type ())
G_DECLARE_FINAL_TYPE (HeartenJournalList, hearten_journal_list, HEARTEN, JOURNAL_LIST, AdwNavigationPage)

/**
 * HeartenJournalList:
 *
 * The pages of the journal by month, with a search. [signal@JournalList::open] tells which one to open.
 */

/**
 * hearten_journal_list_set_context:
 *
 * Sets where the data is; once.
 */
void hearten_journal_list_set_context (HeartenJournalList *self, HeartenContext *context);

/**
 * hearten_journal_list_set_current:
 * @entry: (nullable): the entry that is open beside the list; it need not be in the list yet
 */
void hearten_journal_list_set_current (HeartenJournalList *self, HeartenEntry *entry);

/**
 * hearten_journal_list_search:
 *
 * Shows the search and puts the focus there.
 */
void hearten_journal_list_search (HeartenJournalList *self);

/**
 * hearten_journal_list_end_search:
 */
void hearten_journal_list_end_search (HeartenJournalList *self);

/**
 * hearten_journal_list_set_small:
 * @small: whether Write goes below the list, as the header has no room for it
 */
void hearten_journal_list_set_small (HeartenJournalList *self, gboolean small);

G_END_DECLS
