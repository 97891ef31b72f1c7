/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-remind-button.h"

#include <glib/gi18n.h>

GtkWidget *
hearten_remind_button_new (const char *id)
{
  GtkWidget *button;

  g_return_val_if_fail (id != NULL, NULL);

  button = gtk_button_new_from_icon_name ("hearten-reminders-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remind Me…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remind Me…"),
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remind-of");
  return button;
}
