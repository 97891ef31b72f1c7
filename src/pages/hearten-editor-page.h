/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_EDITOR_PAGE (hearten_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenEditorPage, hearten_editor_page, HEARTEN, EDITOR_PAGE, AdwNavigationPage)

/**
 * HeartenEditorPage:
 *
 * One page of the journal, being read or written. What is typed reaches the journal within half a second, and
 * at once when the page is left.
 */

/**
 * hearten_editor_page_new:
 * @entry: from the journal, or just begun
 * @prompt: (nullable): what is shown until the first key; %NULL for one that fits
 */
AdwNavigationPage *hearten_editor_page_new (HeartenContext *context, HeartenEntry *entry, const char *prompt);

HeartenEntry *hearten_editor_page_get_entry (HeartenEditorPage *self);

/**
 * hearten_editor_page_commit:
 *
 * Hands what is being typed to the journal at once.
 */
void hearten_editor_page_commit (HeartenEditorPage *self);

G_END_DECLS
