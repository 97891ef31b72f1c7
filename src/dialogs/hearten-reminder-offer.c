/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-offer.h"

#include <glib/gi18n.h>

#include "hearten-suggestion.h"
#include "hearten-time-picker.h"
#include "hearten-rule-words.h"
#include "hearten-when.h"

struct _HeartenReminderOffer
{
  AdwPreferencesGroup parent_instance;

  AdwSwitchRow *wanted;
  HeartenTimePicker *picker;
  HeartenReminders *reminders;
  HeartenPurpose purpose;
};

G_DEFINE_FINAL_TYPE (HeartenReminderOffer, hearten_reminder_offer, ADW_TYPE_PREFERENCES_GROUP)

static void
show_time (HeartenReminderOffer *self)
{
  int minute = hearten_time_picker_get_minute (self->picker);
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (minute / 60, minute % 60);
  g_autofree char *words = hearten_rule_words_dup (rule, hearten_when_is_12_hour ());

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->wanted), words);
}

static void
hearten_reminder_offer_dispose (GObject *object)
{
  HeartenReminderOffer *self = HEARTEN_REMINDER_OFFER (object);

  g_clear_object (&self->reminders);

  G_OBJECT_CLASS (hearten_reminder_offer_parent_class)->dispose (object);
}

static void
hearten_reminder_offer_class_init (HeartenReminderOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_offer_dispose;

  g_type_ensure (HEARTEN_TYPE_TIME_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-reminder-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderOffer, wanted);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderOffer, picker);
}

static void
hearten_reminder_offer_init (HeartenReminderOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->picker, "notify::minute", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
}

/* Public */

void
hearten_reminder_offer_set (HeartenReminderOffer *self, HeartenReminders *reminders, HeartenPurpose purpose)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_OFFER (self) && HEARTEN_IS_REMINDERS (reminders));

  g_set_object (&self->reminders, reminders);
  self->purpose = purpose;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->wanted), hearten_suggestion_get_text (purpose));
  hearten_time_picker_set_minute (self->picker, hearten_suggestion_get_minute (purpose));
  show_time (self);
  gtk_widget_set_visible (GTK_WIDGET (self), !hearten_suggestion_is_taken (reminders, purpose));
}

void
hearten_reminder_offer_take (HeartenReminderOffer *self)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_OFFER (self));

  if (!adw_switch_row_get_active (self->wanted) ||
      hearten_suggestion_is_taken (self->reminders, self->purpose))
    return;
  hearten_suggestion_add (self->reminders, self->purpose, hearten_time_picker_get_minute (self->picker));
}
