/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-grammar.h"

#include <string.h>

#include "hearten-tip-parser.h"

/* What concerns several elements at once */

static gboolean
is_number_of_file (const char *id, const char *file)
{
  const char *digits = id + strlen ("tip-");

  return g_str_has_prefix (id, "tip-") && strlen (digits) == 2 && g_ascii_isdigit (digits[0]) &&
         g_ascii_isdigit (digits[1]) && g_str_has_prefix (file, id) &&
         g_str_equal (file + strlen (id), ".xml");
}

static const char *
get_for (const HeartenTipNode *tip, guint index)
{
  return hearten_tip_node_get_attribute (hearten_tip_node_get_child (tip, index), "for");
}

gboolean
hearten_tip_check_root (const HeartenTipNode *tip, const char *file, GError **error)
{
  gboolean two = hearten_tip_node_get_n_children (tip) == 2;

  if (!is_number_of_file (hearten_tip_node_get_id (tip), file))
    return hearten_tip_fail (error, file, tip->line,
                             "id “%s” of <tip> is not tip-NN, the file's name without .xml",
                             hearten_tip_node_get_id (tip));
  if (two ? g_str_equal (get_for (tip, 0), "together") && g_str_equal (get_for (tip, 1), "own")
          : g_str_equal (get_for (tip, 0), "both"))
    return TRUE;

  return hearten_tip_fail (
      error, file, hearten_tip_node_get_child (tip, 0)->line,
      "<tip> has neither one <face> for both, nor one for together and then one for own");
}

gboolean
hearten_tip_check_prompt (const HeartenTipNode *prompt, const char *file, GError **error)
{
  gboolean low = hearten_tip_node_find (prompt, "low") != NULL;
  gboolean high = hearten_tip_node_find (prompt, "high") != NULL;
  guint choices = hearten_tip_node_count (prompt, "choice");

  if (low != high)
    return hearten_tip_fail (error, file, prompt->line, "<prompt> has no <%s>", low ? "high" : "low");
  if (low && choices > 0)
    return hearten_tip_fail (error, file, prompt->line, "<prompt> has both a scale and <choice>");
  if (choices == 1)
    return hearten_tip_fail (error, file, prompt->line, "<prompt> has only one <choice>");
  return TRUE;
}

static gboolean
check_ids (const HeartenTipNode *node, GHashTable *seen, const char *file, GError **error)
{
  const char *id = hearten_tip_node_get_id (node);

  if (id != NULL && !g_hash_table_add (seen, (gpointer) id))
    return hearten_tip_fail (error, file, node->line, "id “%s” of <%s> is used twice in this activity", id,
                             node->name);

  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    if (!check_ids (hearten_tip_node_get_child (node, i), seen, file, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_condition (const HeartenTipNode *activity,
                 const HeartenTipNode *outcome,
                 const char *file,
                 GError **error)
{
  const char *id = hearten_tip_node_get_attribute (outcome, "prompt");
  const char *is = hearten_tip_node_get_attribute (outcome, "is");
  gboolean below = hearten_tip_node_get_attribute (outcome, "below") != NULL;
  gboolean above = hearten_tip_node_get_attribute (outcome, "above") != NULL;
  const HeartenTipNode *prompt = hearten_tip_node_find_id (activity, "prompt", id);

  if (id == NULL || below + above + (is != NULL) != 1)
    return hearten_tip_fail (error, file, outcome->line,
                             "<outcome> needs prompt and one of below, above or is");
  if (prompt == NULL)
    return hearten_tip_fail (error, file, outcome->line, "<outcome> asks for a prompt “%s” that is not there",
                             id);
  if (is != NULL && hearten_tip_node_find_id (prompt, "choice", is) == NULL)
    return hearten_tip_fail (error, file, outcome->line, "prompt “%s” has no choice “%s”", id, is);
  if (is == NULL && hearten_tip_node_find (prompt, "low") == NULL)
    return hearten_tip_fail (error, file, outcome->line, "prompt “%s” has no scale", id);
  return TRUE;
}

static gboolean
has_condition (const HeartenTipNode *outcome)
{
  static const char *const parts[] = { "prompt", "below", "above", "is", "needs" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (hearten_tip_node_get_attribute (outcome, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What a check-in can lead to, beside a tip */
static gboolean
check_leads (const HeartenTipNode *outcome, const char *file, GError **error)
{
  static const char *const places[] = { "write", "help", "space", NULL };
  const char *leads = hearten_tip_node_get_attribute (outcome, "leads");

  if (leads == NULL || g_strv_contains (places, leads) || g_str_has_prefix (leads, "tip-"))
    return TRUE;
  return hearten_tip_fail (error, file, outcome->line,
                           "<outcome> leads to “%s”, which is neither write, help, space nor a tip", leads);
}

static gboolean
check_checkin (const HeartenTipNode *activity, const char *file, GError **error)
{
  guint n = hearten_tip_node_get_n_children (activity);

  for (guint i = 0; i < n; i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);

      if (hearten_tip_node_is (child, "prompt") && !hearten_tip_node_find (child, "low") &&
          !hearten_tip_node_find (child, "choice"))
        return hearten_tip_fail (error, file, child->line,
                                 "<prompt> of a check-in has neither a scale nor <choice>");
      if (!hearten_tip_node_is (child, "outcome"))
        continue;
      if (!check_leads (child, file, error))
        return FALSE;
      if (i + 1 == n && has_condition (child))
        return hearten_tip_fail (error, file, child->line, "the last <outcome> has a condition");
      if (i + 1 < n && !check_condition (activity, child, file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_child (const HeartenTipNode *node, const char *name, const char *attribute, const char *value)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (node, i);

      if (hearten_tip_node_is (child, name) &&
          g_strcmp0 (hearten_tip_node_get_attribute (child, attribute), value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What a use cannot do without */
static gboolean
check_collection (const HeartenTipNode *activity, const char *file, GError **error)
{
  static const char *const by_date[] = { "plans", "memories", "timeline", NULL };
  static const char *const by_state[] = { "promises", "hours", NULL };
  const char *use = hearten_tip_node_get_attribute (activity, "use");

  if (use != NULL && g_strv_contains (by_date, use) && !has_child (activity, "column", "type", "date"))
    return hearten_tip_fail (error, file, activity->line, "a collection of %s has no date <column>", use);
  if (use != NULL && g_strv_contains (by_state, use) && !has_child (activity, "state", "means", "done"))
    return hearten_tip_fail (error, file, activity->line, "a collection of %s has no <state> that means done",
                             use);
  return TRUE;
}

gboolean
hearten_tip_check_activity (const HeartenTipNode *activity, const char *file, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *kind = hearten_tip_node_get_attribute (activity, "kind");

  if (!check_ids (activity, seen, file, error))
    return FALSE;
  if (g_strcmp0 (kind, "checkin") == 0)
    return check_checkin (activity, file, error);
  return g_strcmp0 (kind, "collection") != 0 || check_collection (activity, file, error);
}

gboolean
hearten_tip_check_practice (const HeartenTipNode *practice, const char *file, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < hearten_tip_node_get_n_children (practice); i++)
    {
      const HeartenTipNode *activity = hearten_tip_node_get_child (practice, i);
      const char *kind = hearten_tip_node_get_attribute (activity, "kind");

      /* Both keep a sheet, and tip and face alone say whose it is. */
      if (hearten_tip_node_get_attribute (activity, "writes") != NULL)
        kind = "worksheet";
      if (!g_hash_table_add (seen, (gpointer) kind))
        return hearten_tip_fail (error, file, activity->line, "<practice> has two activities of kind %s",
                                 kind);
    }
  return TRUE;
}
