/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ITEM (hearten_item_get_type ())
G_DECLARE_FINAL_TYPE (HeartenItem, hearten_item, HEARTEN, ITEM, HeartenRecord)

/**
 * HeartenItem:
 *
 * One thing on the list of a tip's collection, such as a promise or a plan. The tip's file says which columns
 * and states there are; what is kept here refers to them by their ids. Only [class@Items] changes it.
 */

/**
 * hearten_item_get_tip:
 *
 * Returns: the tip's id
 */
const char *hearten_item_get_tip (HeartenItem *self);

/**
 * hearten_item_get_face:
 *
 * Returns: the face whose list it is on: `both`, `together` or `own`
 */
const char *hearten_item_get_face (HeartenItem *self);
const char *hearten_item_get_text (HeartenItem *self);

/**
 * hearten_item_get_column:
 * @column: a column's id
 *
 * Returns: (nullable): what is in it: a text, a day as `YYYY-MM-DD`, or a choice's id
 */
const char *hearten_item_get_column (HeartenItem *self, const char *column);

/**
 * hearten_item_get_day:
 * @column: a column's id
 * @day: (out): the day in it
 *
 * Returns: whether there is one
 */
gboolean hearten_item_get_day (HeartenItem *self, const char *column, GDate *day);

/**
 * hearten_item_get_state:
 *
 * Returns: (nullable): a state's id; %NULL stands for the first
 */
const char *hearten_item_get_state (HeartenItem *self);

/**
 * hearten_item_get_place:
 *
 * Returns: where it stands: items go by this number, the smallest first
 */
double hearten_item_get_place (HeartenItem *self);

/**
 * hearten_item_get_archived:
 *
 * Returns: whether it is kept out of sight
 */
gboolean hearten_item_get_archived (HeartenItem *self);

/**
 * hearten_item_get_drawn:
 * @day: (out): the local day on which it was drawn from the jar last
 *
 * Returns: whether it ever was
 */
gboolean hearten_item_get_drawn (HeartenItem *self, GDate *day);

G_END_DECLS
