/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-grammar.h"

#include <string.h>

#include "hearten-tip-parser.h"

/* Attributes */

static gboolean
is_id (const char *value)
{
  for (const char *c = value; *c; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && (*c != '-' || c == value || c[1] == '-' || !c[1]))
      return FALSE;
  return *value != '\0';
}

static gboolean
is_one_of (const char *value, const char *list)
{
  g_auto (GStrv) all = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char *const *) all, value);
}

static gboolean
are_some_of (const char *value, const char *list)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (!is_one_of (words[i], list))
      return FALSE;
  return words[0] != NULL;
}

static gboolean
check_value (const HeartenTipNode *node,
             const HeartenTipAttributeRule *rule,
             const char *value,
             const char *file,
             GError **error)
{
  switch (rule->type)
    {
    case HEARTEN_TIP_VALUE_ID:
      return is_id (value) || hearten_tip_fail (error, file, node->line,
                                                "%s “%s” of <%s> is not lower-case words joined by “-”",
                                                rule->name, value, node->name);
    case HEARTEN_TIP_VALUE_NUMBER:
      return g_ascii_string_to_signed (value, 10, rule->lowest, rule->highest, NULL, NULL) ||
             hearten_tip_fail (error, file, node->line, "%s “%s” of <%s> is not a number from %d to %d",
                               rule->name, value, node->name, rule->lowest, rule->highest);
    case HEARTEN_TIP_VALUE_WORDS:
      return are_some_of (value, rule->words) ||
             hearten_tip_fail (error, file, node->line, "%s “%s” of <%s> has a word that is none of: %s",
                               rule->name, value, node->name, rule->words);
    case HEARTEN_TIP_VALUE_WORD:
    default:
      return is_one_of (value, rule->words) ||
             hearten_tip_fail (error, file, node->line, "%s “%s” of <%s> is none of: %s", rule->name, value,
                               node->name, rule->words);
    }
}

static gboolean
check_known_attributes (const HeartenTipNode *node,
                        const HeartenTipRule *rule,
                        const char *file,
                        GError **error)
{
  for (guint i = 0; node->attributes != NULL && i < node->attributes->len; i++)
    {
      const char *name = g_array_index (node->attributes, HeartenTipAttribute, i).name;
      const HeartenTipAttributeRule *known = rule->attributes;

      while (known->name != NULL && !g_str_equal (known->name, name))
        known++;
      if (known->name == NULL)
        return hearten_tip_fail (error, file, node->line, "<%s> has no attribute %s", node->name, name);
    }
  return TRUE;
}

static gboolean
check_attributes (const HeartenTipNode *node, const HeartenTipRule *rule, const char *file, GError **error)
{
  for (const HeartenTipAttributeRule *attribute = rule->attributes; attribute->name != NULL; attribute++)
    {
      const char *value = hearten_tip_node_get_attribute (node, attribute->name);

      if (value == NULL && !attribute->optional)
        return hearten_tip_fail (error, file, node->line, "<%s> needs %s", node->name, attribute->name);
      if (value != NULL && !check_value (node, attribute, value, file, error))
        return FALSE;
    }
  return check_known_attributes (node, rule, file, error);
}

/* Children */

static const HeartenTipPart *
find_part (const HeartenTipRule *rule, const char *name)
{
  for (const HeartenTipPart *part = rule->parts; part->name != NULL; part++)
    if (g_str_equal (part->name, name))
      return part;
  return NULL;
}

static gboolean
check_known_children (const HeartenTipNode *node,
                      const HeartenTipRule *rule,
                      const char *file,
                      GError **error)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (node, i);

      if (find_part (rule, child->name) == NULL)
        return hearten_tip_fail (error, file, child->line, "<%s> does not belong in <%s>", child->name,
                                 node->name);
    }
  return TRUE;
}

static gboolean
check_count (const HeartenTipNode *node,
             const HeartenTipPart *part,
             guint count,
             const char *file,
             GError **error)
{
  if (count >= part->min && count <= part->max)
    return TRUE;
  if (part->max == 1 && count == 0)
    return hearten_tip_fail (error, file, node->line, "<%s> has no <%s>", node->name, part->name);
  if (part->min == part->max || part->max == 1)
    return hearten_tip_fail (error, file, node->line, "<%s> has %u <%s>, not %u", node->name, count,
                             part->name, part->max);
  if (part->max == HEARTEN_TIP_MANY)
    return hearten_tip_fail (error, file, node->line, "<%s> has %u <%s>, fewer than %u", node->name, count,
                             part->name, part->min);
  return hearten_tip_fail (error, file, node->line, "<%s> has %u <%s>, not %u to %u", node->name, count,
                           part->name, part->min, part->max);
}

static gboolean
check_order (const HeartenTipNode *node, const HeartenTipRule *rule, const char *file, GError **error)
{
  const HeartenTipPart *latest = rule->parts;

  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (node, i);
      const HeartenTipPart *part = find_part (rule, child->name);

      if (part < latest)
        return hearten_tip_fail (error, file, child->line, "<%s> stands after <%s>; it belongs before",
                                 part->name, latest->name);
      latest = part;
    }
  return TRUE;
}

static gboolean
check_node (const HeartenTipNode *node, const HeartenTipRule *rule, const char *file, GError **error);

static const HeartenTipRule *
choose_variant (const HeartenTipRule *variants, const HeartenTipNode *node)
{
  for (; variants->when != NULL; variants++)
    {
      const char *value = strchr (variants->when, '=') + 1;
      g_autofree char *name = g_strndup (variants->when, value - variants->when - 1);

      if (g_strcmp0 (hearten_tip_node_get_attribute (node, name), value) == 0)
        break;
    }
  return variants;
}

static gboolean
check_children (const HeartenTipNode *node, const HeartenTipRule *rule, const char *file, GError **error)
{
  if (node->text != NULL)
    return hearten_tip_fail (error, file, node->line, "<%s> holds words, not only elements", node->name);
  if (!check_known_children (node, rule, file, error) || !check_order (node, rule, file, error))
    return FALSE;

  for (const HeartenTipPart *part = rule->parts; part->name != NULL; part++)
    if (!check_count (node, part, hearten_tip_node_count (node, part->name), file, error))
      return FALSE;

  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (node, i);
      const HeartenTipPart *part = find_part (rule, child->name);

      if (!check_node (child, choose_variant (part->variants, child), file, error))
        return FALSE;
    }
  return TRUE;
}

/* Words */

static gboolean
check_words (const HeartenTipNode *node, const char *file, GError **error)
{
  if (hearten_tip_node_get_n_children (node) > 0)
    return hearten_tip_fail (error, file, hearten_tip_node_get_child (node, 0)->line,
                             "<%s> does not belong in <%s>", hearten_tip_node_get_child (node, 0)->name,
                             node->name);
  if (node->text == NULL)
    return hearten_tip_fail (error, file, node->line, "<%s> has no words", node->name);

  for (const char *brace = node->text; (brace = strpbrk (brace, "{}")) != NULL; brace += strlen ("{name}"))
    if (!g_str_has_prefix (brace, "{name}"))
      return hearten_tip_fail (error, file, node->line, "braces in <%s> hold something other than {name}",
                               node->name);
  return TRUE;
}

static gboolean
check_node (const HeartenTipNode *node, const HeartenTipRule *rule, const char *file, GError **error)
{
  return check_attributes (node, rule, file, error) &&
         (rule->parts != NULL ? check_children (node, rule, file, error) : check_words (node, file, error)) &&
         (rule->check == NULL || rule->check (node, file, error));
}

gboolean
hearten_tip_check_as (const HeartenTipNode *root,
                      const char *name,
                      const HeartenTipRule *rule,
                      const char *file,
                      GError **error)
{
  if (!hearten_tip_node_is (root, name))
    return hearten_tip_fail (error, file, root->line, "the outermost element is <%s>, not <%s>", root->name,
                             name);

  return check_node (root, rule, file, error);
}

gboolean
hearten_tip_check (const HeartenTipNode *node, const char *file, GError **error)
{
  return hearten_tip_check_as (node, "tip", &hearten_tip_grammar, file, error);
}
