/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-window-private.h"

#include <glib/gi18n.h>

#define ESCAPE_TWICE (700 * G_TIME_SPAN_MILLISECOND)
#define ESCAPE_ONCE (5 * G_TIME_SPAN_MILLISECOND)

/* The window closes when every word is on the disk, or when the user said so. */

static void
on_choice_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenWindow) self = user_data;
  const char *choice = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (choice, "close"))
    gtk_window_destroy (GTK_WINDOW (self));
  else if (g_str_equal (choice, "retry"))
    hearten_window_finish (self);
}

static void
ask (HeartenWindow *self, const char *reason)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Some Words Are Not Saved Yet"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert,
      _ ("%s Your words are still here. Keep Hearten open to copy them or to make room; "
         "closing now would lose what was written last."),
      reason);
  adw_alert_dialog_add_responses (alert, "close", _ ("Close _Without Saving"), "retry", _ ("_Try Again"),
                                  "keep", _ ("_Keep Open"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_choice_cb, g_object_ref (self));
}

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hearten_store_flush_finish (HEARTEN_STORE (source), result, &error))
    gtk_window_destroy (GTK_WINDOW (self));
  else
    {
      gtk_window_present (GTK_WINDOW (self)); /* it may have been hidden */
      ask (self, error->message);
    }
}

void
hearten_window_finish (HeartenWindow *self)
{
  hearten_window_commit (self);
  hearten_store_flush_async (hearten_context_get_store (self->context), on_flushed_cb, g_object_ref (self));
}

/* Out of sight at once; the words go to the disk behind it. The next start shows no page that was open. */
static gboolean
hide (gpointer user_data)
{
  HeartenWindow *self = user_data;

  hearten_window_commit (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_settings_set_string (self->settings, "page", "today");
  hearten_window_finish (self);
  return G_SOURCE_REMOVE;
}

/* Not in the middle of a key press: what has the focus would be gone before the key has reached it. */
void
hearten_window_hide_now (HeartenWindow *self)
{
  g_idle_add_full (G_PRIORITY_HIGH, hide, g_object_ref (self), g_object_unref);
}

static void
take_escape (HeartenWindow *self)
{
  gint64 now = g_get_monotonic_time (), before = self->escape_time;

  /* A dialog and the window may both tell of one press. */
  if (before != 0 && now - before < ESCAPE_ONCE)
    return;
  self->escape_time = now;
  if (before != 0 && now - before <= ESCAPE_TWICE)
    hearten_window_hide_now (self);
}

/* Before any field sees the keys: hiding has to work from everywhere. */
static gboolean
on_key_pressed_cb (HeartenWindow *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if (keyval == GDK_KEY_Escape)
    take_escape (self);
  else
    self->escape_time = 0;
  return GDK_EVENT_PROPAGATE;
}

/* Help must never be further away than one key. */
static gboolean
find_help (GtkWidget *dialog, GVariant *parameter, gpointer user_data)
{
  /* The way up to the window is there only while the dialog is. */
  gtk_widget_activate_action (dialog, "win.show-page", "s", "help");
  adw_dialog_close (ADW_DIALOG (dialog));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkShortcutController *controller, const char *key, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (controller,
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (key), action));
}

static void
watch_escape (HeartenWindow *self, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

/* A dialog takes all keys to itself, so it gets those that have to work from everywhere. */
static void
on_dialog_cb (HeartenWindow *self)
{
  static const char has_keys[] = "hearten-has-keys";
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  GtkEventController *keys;

  if (dialog == NULL || g_object_get_data (G_OBJECT (dialog), has_keys) != NULL)
    return;
  g_object_set_data (G_OBJECT (dialog), has_keys, self);
  keys = gtk_shortcut_controller_new ();
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "F1", gtk_callback_action_new (find_help, NULL, NULL));
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control>q", gtk_named_action_new ("app.quit"));
  add_key (GTK_SHORTCUT_CONTROLLER (keys), "<Control><Shift>h", gtk_named_action_new ("win.hide-now"));
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  watch_escape (self, GTK_WIDGET (dialog));
}

void
hearten_window_watch_keys (HeartenWindow *self)
{
  watch_escape (self, GTK_WIDGET (self));
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (on_dialog_cb), NULL);
}

/* An open dialog is closed first, as everywhere in libadwaita. */
gboolean
hearten_window_close_request (GtkWindow *window)
{
  HeartenWindow *self = HEARTEN_WINDOW (window);
  GtkWindowClass *parent_class = g_type_class_peek_static (ADW_TYPE_APPLICATION_WINDOW);

  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return parent_class->close_request (window);
  hearten_window_finish (self);
  return GDK_EVENT_STOP;
}
