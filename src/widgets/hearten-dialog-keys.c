/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-dialog-keys.h"

static gboolean
find_help (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  AdwDialog *dialog = ADW_DIALOG (widget);

  /* The way up to the window is there only while the dialog is. */
  gtk_widget_activate_action (widget, "win.show-page", "s", "help");
  adw_dialog_close (dialog);
  return GDK_EVENT_STOP;
}

void
hearten_dialog_keys_add (AdwDialog *dialog)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                                                          gtk_callback_action_new (find_help, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_q, GDK_CONTROL_MASK),
                                    gtk_named_action_new ("app.quit")));
  gtk_widget_add_controller (GTK_WIDGET (dialog), GTK_EVENT_CONTROLLER (controller));
}
