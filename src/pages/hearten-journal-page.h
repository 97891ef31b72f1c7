/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_JOURNAL_PAGE (hearten_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenJournalPage, hearten_journal_page, HEARTEN, JOURNAL_PAGE, AdwNavigationPage)

/**
 * HeartenJournalPage:
 *
 * The journal: its list, and the page that is open beside it where there is room.
 */
AdwNavigationPage *hearten_journal_page_new (HeartenContext *context);

/**
 * hearten_journal_page_open:
 * @entry: from the journal, or just begun
 * @prompt: (nullable): what is shown until the first key; %NULL for one that fits
 *
 * Opens a page here and puts the focus into its text.
 */
void hearten_journal_page_open (HeartenJournalPage *self, HeartenEntry *entry, const char *prompt);

/**
 * hearten_journal_page_search:
 *
 * Shows the search and puts the focus there.
 */
void hearten_journal_page_search (HeartenJournalPage *self);

/**
 * hearten_journal_page_commit:
 *
 * Hands what is being typed to the journal at once.
 */
void hearten_journal_page_commit (HeartenJournalPage *self);

G_END_DECLS
