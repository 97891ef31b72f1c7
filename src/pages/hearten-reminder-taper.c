/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-taper.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-rule-words.h"
#include "hearten-taper.h"
#include "hearten-watch.h"
#include "hearten-when.h"

struct _HeartenReminderTaper
{
  AdwBin parent_instance;

  GtkLabel *words;

  HeartenContext *context;
  HeartenReminder *reminder; /* of the offer */
  HeartenRule *rule;
  HeartenWatch *watch;
};

G_DEFINE_FINAL_TYPE (HeartenReminderTaper, hearten_reminder_taper, ADW_TYPE_BIN)

static GDate
get_today (HeartenReminderTaper *self)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));

  return hearten_day_of (now);
}

/* The offer */

static void
show_offer (HeartenReminderTaper *self)
{
  g_autofree char *rhythm = NULL;
  g_autofree char *text = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->rule != NULL);
  if (self->rule == NULL)
    return;
  rhythm = hearten_rule_words_dup (self->rule, hearten_when_is_12_hour ());
  text = hearten_reminder_get_wording (self->reminder) == HEARTEN_WORDING_OWN
             ? g_strdup (hearten_reminder_get_text (self->reminder))
             : g_strdup (hearten_purpose_get_label (hearten_reminder_get_purpose (self->reminder)));
  words = g_strdup_printf (
      /* Translators: %1$s is what a reminder says, %2$s such as "Every 2 days at 21:00" */
      _ ("You have answered “%1$s” for weeks. It may have done its work. Would this be enough: %2$s?"), text,
      rhythm);
  gtk_label_set_label (self->words, words);
}

static void
find_offer (HeartenReminderTaper *self, HeartenReminderReport *report)
{
  GListModel *reminders = G_LIST_MODEL (hearten_context_get_reminders (self->context));
  GDate today = get_today (self);

  g_clear_object (&self->reminder);
  g_clear_pointer (&self->rule, hearten_rule_unref);
  for (guint i = 0; i < g_list_model_get_n_items (reminders) && self->rule == NULL; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (reminders, i);

      if (!hearten_reminder_get_enabled (reminder) || hearten_record_is_read_only (HEARTEN_RECORD (reminder)))
        continue;
      self->rule = hearten_taper_offer (reminder, report, &today);
      if (self->rule != NULL)
        self->reminder = g_steal_pointer (&reminder);
    }
}

static void
on_report_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenReminderTaper) self = user_data;
  g_autoptr (HeartenReminderReport)
      report = hearten_reminder_client_report_finish (HEARTEN_REMINDER_CLIENT (source), result, NULL);

  if (report == NULL || self->context == NULL)
    return;
  find_offer (self, report);
  show_offer (self);
}

static void
ask (HeartenReminderTaper *self)
{
  hearten_reminder_client_report_async (hearten_context_get_reminder_client (self->context),
                                        HEARTEN_TAPER_PAST, NULL, on_report_cb, g_object_ref (self));
}

/* Answers */

static void
take (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenReminderTaper *self = HEARTEN_REMINDER_TAPER (widget);

  HeartenReminders *reminders = hearten_context_get_reminders (self->context);

  if (self->rule != NULL)
    {
      hearten_reminders_set_rule (reminders, self->reminder, self->rule);
      /* The weeks that are past would speak for something lighter still. */
      hearten_reminders_keep_rule (reminders, self->reminder);
    }
  g_clear_pointer (&self->rule, hearten_rule_unref);
  show_offer (self);
}

static void
leave (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenReminderTaper *self = HEARTEN_REMINDER_TAPER (widget);

  if (self->rule != NULL)
    hearten_reminders_keep_rule (hearten_context_get_reminders (self->context), self->reminder);
  g_clear_pointer (&self->rule, hearten_rule_unref);
  show_offer (self);
}

/* GObject */

static void
hearten_reminder_taper_dispose (GObject *object)
{
  HeartenReminderTaper *self = HEARTEN_REMINDER_TAPER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_REMINDER_TAPER);
  g_clear_object (&self->watch);
  g_clear_object (&self->reminder);
  g_clear_pointer (&self->rule, hearten_rule_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_reminder_taper_parent_class)->dispose (object);
}

static void
hearten_reminder_taper_class_init (HeartenReminderTaperClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_taper_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-reminder-taper.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderTaper, words);
  gtk_widget_class_install_action (widget_class, "taper.take", NULL, take);
  gtk_widget_class_install_action (widget_class, "taper.leave", NULL, leave);
}

static void
hearten_reminder_taper_init (HeartenReminderTaper *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_reminder_taper_set_context (HeartenReminderTaper *self, HeartenContext *context)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_TAPER (self) && self->context == NULL);

  self->context = g_object_ref (context);
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (context));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  /* The service may only be starting. */
  g_signal_connect_object (hearten_context_get_reminder_client (context), "changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_reminders (context), "items-changed", G_CALLBACK (ask), self,
                           G_CONNECT_SWAPPED);
  ask (self);
}
