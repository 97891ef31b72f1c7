/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"
#include "hearten-sheet.h"

G_BEGIN_DECLS

/**
 * HEARTEN_MOOD_UNSET:
 *
 * No inner weather was chosen. Otherwise it is −2 (stormy), −1 (rainy), 0 (grey), 1 (brightening) or 2
 * (clear).
 */
#define HEARTEN_MOOD_UNSET (-128)
#define HEARTEN_MOOD_LOWEST (-2)
#define HEARTEN_MOOD_HIGHEST 2

#define HEARTEN_TYPE_ENTRY (hearten_entry_get_type ())
G_DECLARE_FINAL_TYPE (HeartenEntry, hearten_entry, HEARTEN, ENTRY, HeartenRecord)

/**
 * HeartenEntry:
 *
 * A page of the journal. Its properties notify; only [class@Journal] changes them.
 */

/**
 * hearten_entry_get_title:
 *
 * Returns: the title, which may be empty
 */
const char *hearten_entry_get_title (HeartenEntry *self);

/**
 * hearten_entry_get_body:
 *
 * Returns: the text, which may be empty
 */
const char *hearten_entry_get_body (HeartenEntry *self);

/**
 * hearten_entry_get_mood:
 *
 * Returns: −2 … 2, or %HEARTEN_MOOD_UNSET
 */
int hearten_entry_get_mood (HeartenEntry *self);

gboolean hearten_entry_get_starred (HeartenEntry *self);

/**
 * hearten_entry_get_tip:
 *
 * Returns: (nullable): the id of the tip this was written about
 */
const char *hearten_entry_get_tip (HeartenEntry *self);

/**
 * hearten_entry_get_face:
 *
 * Returns: which face of the tip led to this page: `both`, `together` or `own`. What came from `together` is
 *   offered nowhere by itself while [class@Gate] is closed; the journal has it like any other page
 */
const char *hearten_entry_get_face (HeartenEntry *self);

/**
 * hearten_entry_get_sheet:
 *
 * Returns: (nullable): the sitting with a worksheet that this page came from
 */
const HeartenSheet *hearten_entry_get_sheet (HeartenEntry *self);

/**
 * hearten_entry_is_sheet_open:
 *
 * Returns: whether it came from a worksheet that can be taken up again: it is not done, and nobody changed
 *   the page by hand
 */
gboolean hearten_entry_is_sheet_open (HeartenEntry *self);

/**
 * hearten_entry_dup_heading:
 *
 * Returns: (transfer full): the title, else the first line of the text, else an empty text
 */
char *hearten_entry_dup_heading (HeartenEntry *self);

/**
 * hearten_entry_is_blank:
 *
 * Returns: whether nothing was written and nothing chosen
 */
gboolean hearten_entry_is_blank (HeartenEntry *self);

/**
 * hearten_entry_dup_text:
 *
 * Returns: (transfer full): the title, where there is one, and below it the text
 */
char *hearten_entry_dup_text (HeartenEntry *self);

G_END_DECLS
