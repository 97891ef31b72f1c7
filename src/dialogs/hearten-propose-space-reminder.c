/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-propose-space-reminder.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hearten-suggestion.h"
#include "hearten-time-picker.h"

static void
on_chosen_cb (AdwAlertDialog *dialog, const char *response, HeartenContext *context)
{
  HeartenTimePicker *picker = HEARTEN_TIME_PICKER (adw_alert_dialog_get_extra_child (dialog));
  HeartenReminders *reminders = hearten_context_get_reminders (context);

  if (g_strcmp0 (response, "add") != 0 || hearten_suggestion_is_taken (reminders, HEARTEN_PURPOSE_SPACE))
    return;
  hearten_suggestion_add (reminders, HEARTEN_PURPOSE_SPACE, hearten_time_picker_get_minute (picker));
}

static GtkWidget *
create_picker (void)
{
  return g_object_new (HEARTEN_TYPE_TIME_PICKER, "minute",
                       hearten_suggestion_get_minute (HEARTEN_PURPOSE_SPACE), NULL);
}

static AdwDialog *
create_dialog (void)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("A Line Once a Day?"), NULL));

  /* Translators: %s is what the reminder says */
  adw_alert_dialog_format_body (dialog,
                                _ ("While you give room, Hearten can remind you: “%s” "
                                   "You can change it or switch it off on the Reminders page."),
                                hearten_suggestion_get_text (HEARTEN_PURPOSE_SPACE));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Not Now"), "add", _ ("_Add Reminder"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "add");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_extra_child (dialog, create_picker ());
  return ADW_DIALOG (dialog);
}

void
hearten_propose_space_reminder (GtkWidget *parent, HeartenContext *context)
{
  AdwDialog *dialog;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (HEARTEN_IS_CONTEXT (context));

  if (hearten_spaces_get_active (hearten_context_get_spaces (context)) == NULL ||
      hearten_suggestion_is_taken (hearten_context_get_reminders (context), HEARTEN_PURPOSE_SPACE))
    return;

  dialog = create_dialog ();
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen_cb), context, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}
