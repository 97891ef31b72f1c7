/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-login-offer.h"

#include "hearten-login-start.h"

#include <glib/gi18n.h>

#define SHOWN_SECONDS 20

static void
on_switched_on_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwToastOverlay) toasts = user_data;
  g_autoptr (GError) error = NULL;
  gboolean on;

  if (hearten_login_start_finish (result, &on, &error))
    adw_toast_overlay_add_toast (toasts, adw_toast_new (_ ("Reminders come from login on")));
  else
    {
      AdwToast *toast = adw_toast_new (error->message);

      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_overlay_add_toast (toasts, toast);
    }
}

static void
on_accepted_cb (AdwToastOverlay *toasts)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  hearten_login_start_set_async (settings, TRUE, on_switched_on_cb, g_object_ref (toasts));
}

/* On a narrow window a toast's own title would end after two words. */
static AdwToast *
new_question (const char *words)
{
  AdwToast *toast = adw_toast_new (words);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  return toast;
}

static void
on_known_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwToastOverlay) toasts = user_data;
  AdwToast *toast;
  gboolean on = FALSE;

  if (!hearten_login_start_finish (result, &on, NULL) || on)
    return;
  toast = new_question (_ ("Shall reminders come from login on, before you open Hearten?"));
  adw_toast_set_button_label (toast, _ ("_Start at Login"));
  adw_toast_set_timeout (toast, SHOWN_SECONDS);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_accepted_cb), toasts, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (toasts, toast);
}

void
hearten_offer_login_start (AdwToastOverlay *toasts, GSettings *settings)
{
  if (g_settings_get_boolean (settings, "login-start-offered"))
    return;
  g_settings_set_boolean (settings, "login-start-offered", TRUE);
  hearten_login_start_query_async (settings, on_known_cb, g_object_ref (toasts));
}
