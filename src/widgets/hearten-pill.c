/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-pill.h"

GtkWidget *
hearten_pill_new (const char *label, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}
