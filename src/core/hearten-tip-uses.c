/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-uses.h"

#include "hearten-again.h"
#include "hearten-gate.h"

GArray *
hearten_tip_uses_find (HeartenTips *tips, gboolean allows_contact, const char *kind, const char *use)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HeartenTipUse));

  g_return_val_if_fail (HEARTEN_IS_TIPS (tips) && kind != NULL, found);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (G_LIST_MODEL (tips), i);
      HeartenTipFace *face = hearten_gate_face (tip, allows_contact);

      for (guint j = 0; j < hearten_tip_face_get_n_activities (face); j++)
        {
          const HeartenTipNode *node = hearten_tip_face_get_activity (face, j);
          HeartenTipUse one = { tip, face, node };

          if (g_strcmp0 (hearten_tip_node_get_attribute (node, "kind"), kind) == 0 &&
              (use == NULL || g_strcmp0 (hearten_tip_node_get_attribute (node, "use"), use) == 0))
            g_array_append_val (found, one);
        }
    }
  return found;
}

const char *
hearten_tip_uses_find_meaning (const HeartenTipNode *activity, HeartenItem *item)
{
  const char *id = hearten_item_get_state (item);
  const HeartenTipNode *state = id != NULL ? hearten_tip_node_find_id (activity, "state", id) : NULL;

  return state != NULL ? hearten_tip_node_get_attribute (state, "means") : NULL;
}

/* Items with a day */

/* What was done, or put out of sight, is over; a state that says "again" without a rhythm is a tradition. */
static HeartenAgain
find_again (const HeartenTipNode *activity, HeartenItem *item)
{
  const char *means = hearten_tip_uses_find_meaning (activity, item);
  HeartenAgain again = HEARTEN_AGAIN_NEVER;

  if (g_strcmp0 (means, "done") == 0 || g_strcmp0 (means, "away") == 0 || g_strcmp0 (means, "missed") == 0)
    return HEARTEN_AGAIN_NEVER;
  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);
      const char *id = hearten_tip_node_is (child, "column")
                           ? hearten_item_get_column (item, hearten_tip_node_get_id (child))
                           : NULL;
      const HeartenTipNode *choice = id != NULL ? hearten_tip_node_find_id (child, "choice", id) : NULL;

      if (choice != NULL && again == HEARTEN_AGAIN_NEVER)
        again = hearten_again_parse (hearten_tip_node_get_attribute (choice, "every"));
    }
  return again == HEARTEN_AGAIN_NEVER && g_strcmp0 (means, "again") == 0 ? HEARTEN_AGAIN_YEAR : again;
}

void
hearten_tip_uses_move_day (const HeartenTipNode *activity, HeartenItem *item, const GDate *today, GDate *day)
{
  hearten_again_move (find_again (activity, item), day, today);
}

gboolean
hearten_tip_uses_find_day (const HeartenTipNode *activity, HeartenItem *item, GDate *day)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);

      if (hearten_tip_node_is (child, "column") &&
          g_strcmp0 (hearten_tip_node_get_attribute (child, "type"), "date") == 0)
        return hearten_item_get_day (item, hearten_tip_node_get_id (child), day);
    }
  return FALSE;
}

static void
clear_dated (gpointer data)
{
  g_clear_object (&((HeartenDatedItem *) data)->item);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const HeartenDatedItem *item_a = a, *item_b = b;
  int days = g_date_compare (&item_a->day, &item_b->day);

  return days != 0 ? days : hearten_items_compare (item_a->item, item_b->item);
}

static int
compare_latest (gconstpointer a, gconstpointer b)
{
  return compare_days (b, a);
}

static GArray *
find_dated (HeartenTips *tips, HeartenItems *items, gboolean allows_contact, const char *use)
{
  g_autoptr (GArray) uses = hearten_tip_uses_find (tips, allows_contact, "collection", use);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HeartenDatedItem));

  g_array_set_clear_func (found, clear_dated);
  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse one = g_array_index (uses, HeartenTipUse, i);
      g_autoptr (GPtrArray) list = hearten_items_dup_list (items, hearten_tip_get_id (one.tip),
                                                           hearten_tip_face_get_nick (one.face), FALSE);

      for (guint j = 0; j < list->len; j++)
        {
          HeartenDatedItem dated = { g_ptr_array_index (list, j), one, { 0 } };

          if (!hearten_tip_uses_find_day (one.node, dated.item, &dated.day))
            continue;
          g_object_ref (dated.item);
          g_array_append_val (found, dated);
        }
    }
  return found;
}

GArray *
hearten_tip_uses_find_plans (HeartenTips *tips,
                             HeartenItems *items,
                             gboolean allows_contact,
                             const GDate *today)
{
  GArray *plans = find_dated (tips, items, allows_contact, "plans");

  for (guint i = plans->len; i > 0; i--)
    {
      HeartenDatedItem *plan = &g_array_index (plans, HeartenDatedItem, i - 1);

      hearten_tip_uses_move_day (plan->use.node, plan->item, today, &plan->day);
      if (g_date_compare (&plan->day, today) < 0 ||
          g_strcmp0 (hearten_tip_uses_find_meaning (plan->use.node, plan->item), "done") == 0)
        g_array_remove_index (plans, i - 1);
    }
  g_array_sort (plans, compare_days);
  return plans;
}

gboolean
hearten_tip_uses_find_plan_day (HeartenTips *tips, HeartenItem *item, gboolean allows_contact, GDate *day)
{
  g_autoptr (GArray) uses = hearten_tip_uses_find (tips, allows_contact, "collection", "plans");

  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);

      if (g_strcmp0 (hearten_tip_get_id (use->tip), hearten_item_get_tip (item)) == 0 &&
          g_strcmp0 (hearten_tip_face_get_nick (use->face), hearten_item_get_face (item)) == 0)
        return !hearten_item_get_archived (item) && hearten_tip_uses_find_day (use->node, item, day) &&
               g_strcmp0 (hearten_tip_uses_find_meaning (use->node, item), "done") != 0;
    }
  return FALSE;
}

GArray *
hearten_tip_uses_find_memories (HeartenTips *tips,
                                HeartenItems *items,
                                gboolean allows_contact,
                                const GDate *today)
{
  GArray *memories = find_dated (tips, items, allows_contact, "memories");

  for (guint i = memories->len; i > 0; i--)
    {
      GDate *day = &g_array_index (memories, HeartenDatedItem, i - 1).day;

      if (g_date_compare (day, today) >= 0 || g_date_get_day (day) != g_date_get_day (today))
        g_array_remove_index (memories, i - 1);
    }
  g_array_sort (memories, compare_latest);
  return memories;
}

GArray *
hearten_tip_uses_find_timeline (HeartenTips *tips, HeartenItems *items, gboolean allows_contact)
{
  GArray *timeline = find_dated (tips, items, allows_contact, "timeline");

  g_array_sort (timeline, compare_latest);
  return timeline;
}
