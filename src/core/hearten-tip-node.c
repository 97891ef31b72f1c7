/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-node-private.h"

/* Building */

static void
clear_attribute (gpointer data)
{
  HeartenTipAttribute *attribute = data;

  g_clear_pointer (&attribute->value, g_free);
}

HeartenTipNode *
hearten_tip_node_new (const char *name, guint line)
{
  HeartenTipNode *self = g_new0 (HeartenTipNode, 1);

  self->name = g_intern_string (name);
  self->line = line;
  return self;
}

void
hearten_tip_node_free (HeartenTipNode *self)
{
  g_free (self->text);
  g_clear_pointer (&self->attributes, g_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

void
hearten_tip_node_add_attribute (HeartenTipNode *self, const char *name, const char *value)
{
  HeartenTipAttribute attribute = { g_intern_string (name), g_strdup (value) };

  if (self->attributes == NULL)
    {
      self->attributes = g_array_sized_new (FALSE, FALSE, sizeof attribute, 2);
      g_array_set_clear_func (self->attributes, clear_attribute);
    }
  g_array_append_val (self->attributes, attribute);
}

void
hearten_tip_node_add_child (HeartenTipNode *self, HeartenTipNode *child)
{
  if (self->children == NULL)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) hearten_tip_node_free);
  g_ptr_array_add (self->children, child);
}

/* Reading */

gboolean
hearten_tip_node_is (const HeartenTipNode *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->name, name);
}

const char *
hearten_tip_node_get_text (const HeartenTipNode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const char *
hearten_tip_node_get_attribute (const HeartenTipNode *self, const char *name)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; self->attributes != NULL && i < self->attributes->len; i++)
    {
      const HeartenTipAttribute *attribute = &g_array_index (self->attributes, HeartenTipAttribute, i);

      if (g_str_equal (attribute->name, name))
        return attribute->value;
    }
  return NULL;
}

int
hearten_tip_node_get_number (const HeartenTipNode *self, const char *name, int fallback)
{
  const char *value = hearten_tip_node_get_attribute (self, name);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : fallback;
}

const char *
hearten_tip_node_get_id (const HeartenTipNode *self)
{
  return hearten_tip_node_get_attribute (self, "id");
}

guint
hearten_tip_node_get_n_children (const HeartenTipNode *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->children != NULL ? self->children->len : 0;
}

const HeartenTipNode *
hearten_tip_node_get_child (const HeartenTipNode *self, guint index)
{
  g_return_val_if_fail (index < hearten_tip_node_get_n_children (self), NULL);

  return g_ptr_array_index (self->children, index);
}

guint
hearten_tip_node_count (const HeartenTipNode *self, const char *name)
{
  guint count = 0;

  for (guint i = 0; i < hearten_tip_node_get_n_children (self); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (self, i), name))
      count++;
  return count;
}

const HeartenTipNode *
hearten_tip_node_find (const HeartenTipNode *self, const char *name)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (self); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (self, i), name))
      return hearten_tip_node_get_child (self, i);
  return NULL;
}

const HeartenTipNode *
hearten_tip_node_find_id (const HeartenTipNode *self, const char *name, const char *id)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (self); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (self, i);

      if (hearten_tip_node_is (child, name) && g_strcmp0 (hearten_tip_node_get_id (child), id) == 0)
        return child;
    }
  return NULL;
}

const char *
hearten_tip_node_find_text (const HeartenTipNode *self, const char *name)
{
  const HeartenTipNode *child = hearten_tip_node_find (self, name);

  return child != NULL ? hearten_tip_node_get_text (child) : NULL;
}

const char **
hearten_tip_node_dup_texts (const HeartenTipNode *self, const char *name)
{
  GPtrArray *texts = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (guint i = 0; i < hearten_tip_node_get_n_children (self); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (self, i);

      if (hearten_tip_node_is (child, name))
        g_ptr_array_add (texts, (gpointer) hearten_tip_node_get_text (child));
    }
  return (const char **) g_ptr_array_free (texts, FALSE);
}
