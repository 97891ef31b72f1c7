/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-item.h"
#include "hearten-tip-node.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_COLLECTION_ROW (hearten_collection_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCollectionRow, hearten_collection_row, HEARTEN, COLLECTION_ROW, AdwActionRow)

/**
 * HeartenCollectionRow:
 *
 * One item of a list: its words, what its columns say, and its state, which one press moves on.
 *
 * It emits `state-chosen` with the state's node, and `moved` with the item that it is to stand before (or
 * none) and whether by keyboard.
 */

/**
 * hearten_collection_row_new:
 * @activity: the `<activity>`
 */
GtkWidget *hearten_collection_row_new (HeartenItem *item, const HeartenTipNode *activity);

HeartenItem *hearten_collection_row_get_item (HeartenCollectionRow *self);

/**
 * hearten_collection_row_refresh:
 * @today: the present day
 *
 * Shows the item as it is now.
 */
void hearten_collection_row_refresh (HeartenCollectionRow *self, const GDate *today);

/**
 * hearten_collection_dup_facts:
 *
 * Returns: (transfer full): what the item's columns say, such as "Friday, 4 December · A plan"; may be empty
 */
char *hearten_collection_dup_facts (HeartenItem *item, const HeartenTipNode *activity, const GDate *today);

/**
 * hearten_collection_is_marked:
 *
 * Returns: whether one of its choices marks it, as a deal-breaker does
 */
gboolean hearten_collection_is_marked (HeartenItem *item, const HeartenTipNode *activity);

/**
 * hearten_collection_get_state:
 *
 * Returns: (nullable): the `<state>` the item is in, the first where it says none; %NULL where there are none
 */
const HeartenTipNode *hearten_collection_get_state (HeartenItem *item, const HeartenTipNode *activity);

G_END_DECLS
