/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-answers.h"
#include "hearten-tip-node.h"

G_BEGIN_DECLS

/**
 * HeartenSheet:
 *
 * One sitting with a worksheet: which question it is at, and what was answered so far. It belongs to the page
 * of the journal that the answers become, so that there is one copy of every word.
 */
typedef struct _HeartenSheet HeartenSheet;

/**
 * hearten_sheet_new:
 * @face: whose face of the tip it is on: `both`, `together` or `own`
 *
 * Returns: (transfer full): a sheet at its first question
 */
HeartenSheet *hearten_sheet_new (const char *face);
HeartenSheet *hearten_sheet_copy (const HeartenSheet *self);
void hearten_sheet_free (HeartenSheet *self);

const char *hearten_sheet_get_face (const HeartenSheet *self);

/**
 * hearten_sheet_get_step:
 *
 * Returns: how many questions were left behind, from 0; the number of questions stands for the closing step
 */
guint hearten_sheet_get_step (const HeartenSheet *self);
void hearten_sheet_set_step (HeartenSheet *self, guint step);

/**
 * hearten_sheet_get_left:
 *
 * Returns: how much time of the sitting is left, in seconds; −1 where none was counted yet
 */
int hearten_sheet_get_left (const HeartenSheet *self);

/**
 * hearten_sheet_set_left:
 *
 * Returns: whether that changed anything
 */
gboolean hearten_sheet_set_left (HeartenSheet *self, int seconds);

gboolean hearten_sheet_is_done (const HeartenSheet *self);
void hearten_sheet_set_done (HeartenSheet *self, gboolean done);

/**
 * hearten_sheet_is_blank:
 *
 * Returns: whether nothing was answered
 */
gboolean hearten_sheet_is_blank (const HeartenSheet *self);

const char *hearten_sheet_get_words (const HeartenSheet *self, const char *prompt);
gboolean hearten_sheet_set_words (HeartenSheet *self, const char *prompt, const char *words);

/**
 * hearten_sheet_get_choice:
 *
 * Returns: the id of what was chosen; an empty text where nothing was
 */
const char *hearten_sheet_get_choice (const HeartenSheet *self, const char *prompt);
gboolean hearten_sheet_set_choice (HeartenSheet *self, const char *prompt, const char *choice);

/**
 * hearten_sheet_get_kindness:
 *
 * Returns: the one kind thing for the rest of the day, in the user's words; may be empty
 */
const char *hearten_sheet_get_kindness (const HeartenSheet *self);
gboolean hearten_sheet_set_kindness (HeartenSheet *self, const char *words);

/**
 * hearten_sheet_compose:
 * @activity: the worksheet
 * @name: (nullable): what the other person is called
 *
 * Writes the answers as a page: a heading for each question that was answered, in the worksheet's order. What
 * was answered to a question that the worksheet no longer has comes at the end.
 *
 * Returns: (transfer full): Markdown
 */
char *hearten_sheet_compose (const HeartenSheet *self, const HeartenTipNode *activity, const char *name);

/**
 * hearten_sheet_sign:
 * @body: what was composed and is in the page now
 *
 * Remembers what the sheet wrote.
 */
void hearten_sheet_sign (HeartenSheet *self, const char *body);

/**
 * hearten_sheet_wrote:
 * @body: what is in the page
 *
 * Returns: whether @body is what the sheet wrote last. If not, somebody changed the page by hand, and the
 *   sheet must not write over it.
 */
gboolean hearten_sheet_wrote (const HeartenSheet *self, const char *body);

gboolean hearten_json_take_sheet (JsonObject *object, const char *member, HeartenSheet **out, GError **error);
void hearten_json_set_sheet (JsonObject *object, const char *member, const HeartenSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenSheet, hearten_sheet_free)

G_END_DECLS
