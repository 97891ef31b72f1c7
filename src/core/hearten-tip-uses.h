/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-items.h"
#include "hearten-tips.h"

G_BEGIN_DECLS

/**
 * HeartenTipUse:
 * @tip: whose practice it is; the tips keep it
 * @face: the face that may be shown now
 * @node: the `<activity>`
 *
 * A practice, found by what it is for.
 */
typedef struct
{
  HeartenTip *tip;
  HeartenTipFace *face;
  const HeartenTipNode *node;
} HeartenTipUse;

/**
 * hearten_tip_uses_find:
 * @allows_contact: the gate's answer; while it says no, no face that is about the two of you is found
 * @kind: such as `collection`
 * @use: (nullable): such as `plans`, or %NULL for any
 *
 * Returns: (transfer full) (element-type HeartenTipUse): in the order of the tips
 */
GArray *hearten_tip_uses_find (HeartenTips *tips, gboolean allows_contact, const char *kind, const char *use);

/**
 * HeartenDatedItem:
 * @item: (owned): the item
 * @use: whose list it is on
 * @day: the day in its first date column
 */
typedef struct
{
  HeartenItem *item;
  HeartenTipUse use;
  GDate day;
} HeartenDatedItem;

/**
 * hearten_tip_uses_find_meaning:
 *
 * Returns: (nullable): what the item's state means: `planned`, `done`, `missed` or `away`
 */
const char *hearten_tip_uses_find_meaning (const HeartenTipNode *activity, HeartenItem *item);

/**
 * hearten_tip_uses_find_day:
 * @activity: the `<activity>` whose list it is on
 * @day: (out): what its first date column says
 *
 * Returns: whether it says a day
 */
gboolean hearten_tip_uses_find_day (const HeartenTipNode *activity, HeartenItem *item, GDate *day);

/**
 * hearten_tip_uses_move_day:
 * @day: (inout): the item's own day
 *
 * Where @item comes round again, moves @day to the next time, today at the earliest.
 */
void
hearten_tip_uses_move_day (const HeartenTipNode *activity, HeartenItem *item, const GDate *today, GDate *day);

/**
 * hearten_tip_uses_find_plans:
 * @today: the present day
 *
 * Returns: (transfer full) (element-type HeartenDatedItem): the plans of today and later that are not done,
 *   nearest first; one that comes round again has its next day
 */
GArray *hearten_tip_uses_find_plans (HeartenTips *tips,
                                     HeartenItems *items,
                                     gboolean allows_contact,
                                     const GDate *today);

/**
 * hearten_tip_uses_find_plan_day:
 * @allows_contact: the gate's answer
 * @day: (out): the day it is planned for
 *
 * Returns: whether @item is a plan with a day that is still wanted: not done, not put out of sight, and on a
 *   list that may be shown
 */
gboolean
hearten_tip_uses_find_plan_day (HeartenTips *tips, HeartenItem *item, gboolean allows_contact, GDate *day);

/**
 * hearten_tip_uses_find_memories:
 * @today: the present day
 *
 * Returns: (transfer full) (element-type HeartenDatedItem): the memories of this day of an earlier month or
 *   year, latest first
 */
GArray *hearten_tip_uses_find_memories (HeartenTips *tips,
                                        HeartenItems *items,
                                        gboolean allows_contact,
                                        const GDate *today);

/**
 * hearten_tip_uses_find_timeline:
 *
 * Returns: (transfer full) (element-type HeartenDatedItem): what has changed so far, latest first
 */
GArray *hearten_tip_uses_find_timeline (HeartenTips *tips, HeartenItems *items, gboolean allows_contact);

G_END_DECLS
