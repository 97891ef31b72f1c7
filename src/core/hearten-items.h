/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-item.h"
#include "hearten-records.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ITEMS (hearten_items_get_type ())
G_DECLARE_FINAL_TYPE (HeartenItems, hearten_items, HEARTEN, ITEMS, HeartenRecords)

/**
 * HeartenItems:
 *
 * What the user keeps on the lists of the tips' collections. A list belongs to one face of one tip: what was
 * collected for two stays out of sight while contact is not welcome.
 */
HeartenItems *hearten_items_new (HeartenStore *store);

/**
 * hearten_items_compare:
 *
 * Returns: less than 0 where @a stands before @b on their list; never 0 for two items
 */
int hearten_items_compare (HeartenItem *a, HeartenItem *b);

/**
 * hearten_items_dup_list:
 * @tip: a tip's id
 * @face: `both`, `together` or `own`
 * @archived: whether the archived ones are wanted, or the others
 *
 * Returns: (transfer full) (element-type HeartenItem): the items in their order
 */
GPtrArray *hearten_items_dup_list (HeartenItems *self, const char *tip, const char *face, gboolean archived);

/**
 * hearten_items_add:
 * @text: what was typed; white space around it is dropped
 * @state: (nullable): the state it begins with
 *
 * Adds an item at the end of a list.
 *
 * Returns: (transfer none) (nullable): the new item, or %NULL where @text has no words
 */
HeartenItem *hearten_items_add (HeartenItems *self,
                                const char *tip,
                                const char *face,
                                const char *text,
                                const char *state);

/* An item that a newer version wrote stays as it is. */

/**
 * hearten_items_set_text:
 * @text: the new words; without any the old ones stay
 */
void hearten_items_set_text (HeartenItems *self, HeartenItem *item, const char *text);

/**
 * hearten_items_set_column:
 * @value: (nullable): a text, a day as `YYYY-MM-DD`, or a choice's id; nothing to empty it
 */
void hearten_items_set_column (HeartenItems *self, HeartenItem *item, const char *column, const char *value);

/**
 * hearten_items_set_state:
 * @archive: whether this state puts the item out of sight; where it does not, the item comes back
 */
void hearten_items_set_state (HeartenItems *self, HeartenItem *item, const char *state, gboolean archive);
void hearten_items_set_archived (HeartenItems *self, HeartenItem *item, gboolean archived);

/**
 * hearten_items_move:
 * @before: (nullable): the item that @item comes before, or %NULL for the end
 *
 * Gives @item another place on its list. The others keep theirs, unless there is no number left between two.
 */
void hearten_items_move (HeartenItems *self, HeartenItem *item, HeartenItem *before);

/**
 * hearten_items_draw:
 * @random: any number
 *
 * Takes one item of a list as it comes, and notes that this was today. What was drawn last is not drawn again
 * while there is another.
 *
 * Returns: (transfer none) (nullable): the item; %NULL where the list is empty
 */
HeartenItem *hearten_items_draw (HeartenItems *self, const char *tip, const char *face, guint32 random);

G_END_DECLS
