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

static gboolean
on_key_pressed_cb (GtkWidget *dialog, guint keyval)
{
  if (keyval == GDK_KEY_Escape)
    gtk_widget_activate_action (dialog, "win.take-escape", NULL);
  return GDK_EVENT_PROPAGATE;
}

static void
add_key (GtkShortcutController *controller,
         guint keyval,
         GdkModifierType modifiers,
         GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller, gtk_shortcut_new (gtk_keyval_trigger_new (keyval, modifiers), action));
}

void
hearten_dialog_keys_add (AdwDialog *dialog)
{
  GtkShortcutController *shortcuts = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  GtkEventController *keys = gtk_event_controller_key_new ();

  add_key (shortcuts, GDK_KEY_F1, 0, gtk_callback_action_new (find_help, NULL, NULL));
  add_key (shortcuts, GDK_KEY_q, GDK_CONTROL_MASK, gtk_named_action_new ("app.quit"));
  add_key (shortcuts, GDK_KEY_h, GDK_CONTROL_MASK | GDK_SHIFT_MASK, gtk_named_action_new ("win.hide-now"));
  gtk_widget_add_controller (GTK_WIDGET (dialog), GTK_EVENT_CONTROLLER (shortcuts));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
}
