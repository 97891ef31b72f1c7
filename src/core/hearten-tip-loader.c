/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-loader.h"

#include <glib/gi18n-lib.h>

#include "hearten-tip-grammar.h"
#include "hearten-tip-parser.h"
#include "hearten-tip-private.h"

/* The context is the one data/its/hearten-tip.its gives xgettext: "tip-05/own/step". */
static void
translate (HeartenTipNode *node, const char *place)
{
  if (node->text != NULL)
    {
      g_autofree char *context = g_strconcat (place, "/", node->name, NULL);
      const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, context, node->text);

      if (translated != node->text)
        g_set_str (&node->text, translated);
    }
  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    translate (g_ptr_array_index (node->children, i), place);
}

static void
translate_faces (HeartenTipNode *tip)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (tip); i++)
    {
      HeartenTipNode *face = g_ptr_array_index (tip->children, i);
      g_autofree char *place = g_strdup_printf ("%s/%s", hearten_tip_node_get_id (tip),
                                                hearten_tip_node_get_attribute (face, "for"));

      translate (face, place);
    }
}

HeartenTip *
hearten_tip_load (const char *file, GBytes *bytes, GError **error)
{
  g_autoptr (HeartenTipNode) node = NULL;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  node = hearten_tip_parse (file, bytes, error);
  if (node == NULL || !hearten_tip_check (node, file, error))
    return NULL;

  translate_faces (node);
  return hearten_tip_new_from_node (g_steal_pointer (&node));
}
