/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-history.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-past-words.h"
#include "hearten-watch.h"
#include "hearten-when.h"

#define SHOWN_NEXT 3
#define SHOWN_PAST 10

struct _HeartenReminderHistory
{
  AdwBin parent_instance;

  AdwPreferencesGroup *next_group;
  GtkListBox *next_list;
  GtkWidget *past_group;
  GtkListBox *past_list;

  HeartenContext *context;
  HeartenReminderClient *client;
  HeartenReminderReport *report;
  HeartenWatch *watch;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (HeartenReminderHistory, hearten_reminder_history, ADW_TYPE_BIN)

/* What one says */

static char *
dup_text (HeartenReminderHistory *self, const char *id, const char *key)
{
  HeartenRecord *reminder = hearten_records_find (
      HEARTEN_RECORDS (hearten_context_get_reminders (self->context)), id);

  if (*id == '\0')
    return g_strdup (_ ("A try"));
  if (reminder == NULL)
    return g_strdup (_ ("A reminder that is deleted"));
  return hearten_reminder_words_dup_text (hearten_context_get_reminder_words (self->context),
                                          HEARTEN_REMINDER (reminder), key);
}

static GtkWidget *
append_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = hearten_list_new_row (title, subtitle);

  gtk_list_box_append (list, row);
  return row;
}

static void
append_next (HeartenReminderHistory *self, const HeartenReminderNext *next, GDateTime *now)
{
  g_autofree char *when = hearten_when_dup_instant (next->instant, now, hearten_when_is_12_hour ());
  g_autofree char *text = dup_text (self, next->id, next->key);
  /* Translators: when a reminder comes, and that it came before and was put off */
  g_autofree char *again = g_strdup_printf (_ ("%s, once more"), when);

  append_row (self->next_list, next->again ? again : when, text);
}

static void
on_done_clicked_cb (GtkButton *button, HeartenReminderHistory *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  hearten_reminder_client_done_async (self->client, g_object_get_data (G_OBJECT (button), "key"), NULL, NULL,
                                      NULL);
}

static void
add_done_button (HeartenReminderHistory *self, GtkWidget *row, const char *key)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("button on a reminder", "Done"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_done_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
append_past (HeartenReminderHistory *self, const HeartenReminderPast *past, GDateTime *now)
{
  g_autofree char *when = hearten_when_dup_instant (past->due, now, hearten_when_is_12_hour ());
  g_autofree char *text = dup_text (self, past->id, past->key);
  g_autofree char *words = hearten_past_words_dup (past, now, hearten_when_is_12_hour ());
  /* Translators: when a reminder was due, and what became of it, as in "Today at 21:00 · Shown" */
  g_autofree char *subtitle = g_strdup_printf (C_ ("reminder", "%1$s · %2$s"), when, words);
  GtkWidget *row = append_row (self->past_list, text, subtitle);

  if (past->state == HEARTEN_LEDGER_STATE_SHOWN || past->state == HEARTEN_LEDGER_STATE_SNOOZED)
    add_done_button (self, row, past->key);
}

/* The service's report */

static const char *
get_nothing_words (HeartenReminderHistory *self)
{
  HeartenReminderSettings *settings = hearten_context_get_reminder_settings (self->context);

  if (hearten_reminder_settings_is_paused (settings))
    return _ ("Reminders are paused. None will come.");
  return !hearten_reminders_has_next (hearten_context_get_reminders (self->context))
             ? _ ("All reminders are switched off, or over. None will come.")
             : _ ("The part of Hearten that shows reminders does not run yet.");
}

static void
show_report (HeartenReminderHistory *self)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  GPtrArray *next = self->report->next;
  GPtrArray *past = self->report->past;

  gtk_list_box_remove_all (self->next_list);
  gtk_list_box_remove_all (self->past_list);
  for (guint i = 0; i < MIN (next->len, SHOWN_NEXT); i++)
    append_next (self, g_ptr_array_index (next, i), now);
  for (guint i = 0; i < MIN (past->len, SHOWN_PAST); i++)
    append_past (self, g_ptr_array_index (past, i), now);

  gtk_widget_set_visible (GTK_WIDGET (self->next_list), next->len > 0);
  adw_preferences_group_set_description (self->next_group, next->len > 0 ? NULL : get_nothing_words (self));
  gtk_widget_set_visible (self->past_group, past->len > 0);
  hearten_watch_set_instant (
      self->watch, next->len > 0 ? ((HeartenReminderNext *) g_ptr_array_index (next, 0))->instant : 0);
}

static void
on_report_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenReminderHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  HeartenReminderReport *report = hearten_reminder_client_report_finish (HEARTEN_REMINDER_CLIENT (source),
                                                                         result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    {
      g_clear_pointer (&report, hearten_reminder_report_free);
      return;
    }
  g_clear_pointer (&self->report, hearten_reminder_report_free);
  self->report = report != NULL ? report : hearten_reminder_report_new ();
  show_report (self);
}

static void
ask (HeartenReminderHistory *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  hearten_reminder_client_report_async (self->client, SHOWN_PAST, self->asking, on_report_cb,
                                        g_object_ref (self));
}

/* GObject */

static void
hearten_reminder_history_dispose (GObject *object)
{
  HeartenReminderHistory *self = HEARTEN_REMINDER_HISTORY (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_REMINDER_HISTORY);
  g_clear_object (&self->watch);
  g_clear_object (&self->client);
  g_clear_object (&self->context);
  g_clear_pointer (&self->report, hearten_reminder_report_free);

  G_OBJECT_CLASS (hearten_reminder_history_parent_class)->dispose (object);
}

static void
hearten_reminder_history_class_init (HeartenReminderHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_history_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-reminder-history.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderHistory, next_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderHistory, next_list);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderHistory, past_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderHistory, past_list);
}

static void
hearten_reminder_history_init (HeartenReminderHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_reminder_history_set_context (HeartenReminderHistory *self, HeartenContext *context)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_HISTORY (self) && self->context == NULL);

  self->context = g_object_ref (context);
  self->client = g_object_ref (hearten_context_get_reminder_client (context));
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (context));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->client, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_reminder_words (context), "changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  hearten_reminder_client_watch (self->client);
  ask (self);
}
