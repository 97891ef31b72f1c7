/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-lengths.h"

#include <glib/gi18n.h>

#include "hearten-paragraph.h"

struct _HeartenLengths
{
  GtkBox parent_instance;

  AdwToggleGroup *group;
};

G_DEFINE_FINAL_TYPE (HeartenLengths, hearten_lengths, GTK_TYPE_BOX)

static void
hearten_lengths_class_init (HeartenLengthsClass *klass)
{
}

static void
hearten_lengths_init (HeartenLengths *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How many minutes"), -1);
  gtk_box_append (GTK_BOX (self), hearten_paragraph_new (_ ("How many minutes"), "caption-heading"));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->group));
}

void
hearten_lengths_fill (HeartenLengths *self, const HeartenTipNode *activity)
{
  g_return_if_fail (HEARTEN_IS_LENGTHS (self));

  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);
      g_autofree char *name = NULL;
      AdwToggle *toggle;

      if (!hearten_tip_node_is (child, "length"))
        continue;
      name = g_strdup_printf ("%d", hearten_tip_node_get_number (child, "minutes", 1));
      toggle = adw_toggle_new ();
      adw_toggle_set_name (toggle, name);
      adw_toggle_set_label (toggle, name);
      adw_toggle_set_tooltip (toggle, hearten_tip_node_get_text (child));
      adw_toggle_group_add (self->group, toggle);
    }
  adw_toggle_group_set_active (self->group, 0);
}

guint
hearten_lengths_get_minutes (HeartenLengths *self)
{
  g_return_val_if_fail (HEARTEN_IS_LENGTHS (self), 0);

  return (guint) g_ascii_strtoull (adw_toggle_group_get_active_name (self->group), NULL, 10);
}
