/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-activity.h"
#include "hearten-tips.h"

static guint
assert_kinds (HeartenTipFace *face)
{
  for (guint i = 0; i < hearten_tip_face_get_n_activities (face); i++)
    {
      const HeartenTipNode *node = hearten_tip_face_get_activity (face, i);
      const char *kind = hearten_tip_node_get_attribute (node, "kind");

      g_test_message ("An activity of kind “%s”", kind);
      g_assert_true (g_type_is_a (hearten_activity_get_kind_type (kind), HEARTEN_TYPE_ACTIVITY));
    }
  return hearten_tip_face_get_n_activities (face);
}

static void
test_tips (void)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  guint n_tips = g_list_model_get_n_items (G_LIST_MODEL (tips));

  g_assert_cmpuint (n_tips, ==, 22);
  for (guint i = 0; i < n_tips; i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (G_LIST_MODEL (tips), i);

      g_assert_cmpuint (assert_kinds (hearten_tip_get_together_face (tip)), >, 0);
      g_assert_cmpuint (assert_kinds (hearten_tip_get_own_face (tip)), >, 0);
    }
}

static void
test_unknown (void)
{
  g_assert_true (hearten_activity_get_kind_type ("nonesuch") == G_TYPE_INVALID);
  g_assert_true (hearten_activity_get_kind_type (NULL) == G_TYPE_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity-kinds/tips", test_tips);
  g_test_add_func ("/activity-kinds/unknown", test_unknown);
  return g_test_run ();
}
