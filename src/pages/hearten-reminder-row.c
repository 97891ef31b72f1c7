/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-row.h"

#include <glib/gi18n.h>

#include "hearten-rule-words.h"
#include "hearten-when.h"

struct _HeartenReminderRow
{
  AdwActionRow parent_instance;

  GtkSwitch *switch_;
  HeartenReminders *reminders;
  HeartenReminder *reminder;
};

G_DEFINE_FINAL_TYPE (HeartenReminderRow, hearten_reminder_row, ADW_TYPE_ACTION_ROW)

static char *
dup_title (HeartenReminder *reminder)
{
  switch (hearten_reminder_get_wording (reminder))
    {
    case HEARTEN_WORDING_DECK:
      /* Translators: %s is what a reminder is for, such as "Patience" */
      return g_strdup_printf (_ ("%s: another line each time"),
                              hearten_purpose_get_label (hearten_reminder_get_purpose (reminder)));
    case HEARTEN_WORDING_PLAN:
      return g_strdup (_ ("One of your plans, to rehearse it"));
    case HEARTEN_WORDING_OWN:
    default:
      return g_strdup (hearten_reminder_get_text (reminder));
    }
}

static void
show_text (HeartenReminderRow *self)
{
  g_autofree char *text = dup_title (self->reminder);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switch_), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
is_for_a_plan (HeartenRule *rule)
{
  return hearten_rule_get_repeat (rule) == HEARTEN_REPEAT_RELATIVE &&
         g_strcmp0 (hearten_rule_get_parts (rule)->anchor, HEARTEN_RULE_SPACE) != 0;
}

static char *
dup_rule_words (HeartenReminderRow *self)
{
  HeartenRule *rule = hearten_reminder_get_rule (self->reminder);
  HeartenRecord *anchor = hearten_reminders_find_anchor (self->reminders, self->reminder);

  return hearten_rule_words_dup_for_plan (
      rule, HEARTEN_IS_ITEM (anchor) ? hearten_item_get_text (HEARTEN_ITEM (anchor)) : NULL,
      hearten_when_is_12_hour ());
}

static void
show_rule (HeartenReminderRow *self)
{
  g_autofree char *words = dup_rule_words (self);
  const char *unless = hearten_rule_words_get_unless (hearten_reminder_get_unless (self->reminder));
  g_autoptr (GString) all = g_string_new (words);

  if (is_for_a_plan (hearten_reminder_get_rule (self->reminder)) &&
      hearten_reminders_find_anchor (self->reminders, self->reminder) == NULL)
    g_string_append_printf (all, "\n%s", _ ("That plan is done, gone or without a day. This does not come."));
  if (unless != NULL)
    g_string_append_printf (all, "\n%s", unless);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), all->str);
}

static void
show_enabled (HeartenReminderRow *self)
{
  gtk_switch_set_active (self->switch_, hearten_reminder_get_enabled (self->reminder));
}

static void
on_switch_active_cb (HeartenReminderRow *self)
{
  gboolean active = gtk_switch_get_active (self->switch_);

  if (self->reminder != NULL && hearten_reminder_get_enabled (self->reminder) != active)
    hearten_reminders_set_enabled (self->reminders, self->reminder, active);
}

static void
activate_action (HeartenReminderRow *self, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s",
                              hearten_record_get_id (HEARTEN_RECORD (self->reminder)));
}

static void
hearten_reminder_row_activate (AdwActionRow *row)
{
  activate_action (HEARTEN_REMINDER_ROW (row), "win.edit-reminder");
}

static gboolean
on_delete_pressed_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  activate_action (HEARTEN_REMINDER_ROW (widget), "win.delete-reminder");
  return TRUE;
}

/* A newer version may know times that this one does not. */
static void
rest (HeartenReminderRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->switch_), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               _ ("Made with a newer version of Hearten. It is kept as it is."));
}

static void
follow (HeartenReminderRow *self)
{
  GObject *reminder = G_OBJECT (self->reminder);

  g_signal_connect_object (reminder, "notify::text", G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminder, "notify::wording", G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminder, "notify::purpose", G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminder, "notify::enabled", G_CALLBACK (show_enabled), self, G_CONNECT_SWAPPED);
  show_text (self);
  show_enabled (self);
  if (hearten_record_is_read_only (HEARTEN_RECORD (self->reminder)))
    {
      rest (self);
      return;
    }
  g_signal_connect_object (reminder, "notify::rule", G_CALLBACK (show_rule), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminder, "notify::unless", G_CALLBACK (show_rule), self, G_CONNECT_SWAPPED);
  show_rule (self);
}

static void
hearten_reminder_row_dispose (GObject *object)
{
  HeartenReminderRow *self = HEARTEN_REMINDER_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_REMINDER_ROW);
  g_clear_object (&self->reminder);
  g_clear_object (&self->reminders);

  G_OBJECT_CLASS (hearten_reminder_row_parent_class)->dispose (object);
}

static void
hearten_reminder_row_class_init (HeartenReminderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = hearten_reminder_row_activate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-reminder-row.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "switch", FALSE,
                                             G_STRUCT_OFFSET (HeartenReminderRow, switch_));
  gtk_widget_class_bind_template_callback (widget_class, on_switch_active_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, on_delete_pressed_cb, NULL);
}

static void
hearten_reminder_row_init (HeartenReminderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hearten_reminder_row_new (HeartenReminders *reminders, HeartenReminder *reminder)
{
  HeartenReminderRow *self = g_object_new (HEARTEN_TYPE_REMINDER_ROW, NULL);

  self->reminders = g_object_ref (reminders);
  self->reminder = g_object_ref (reminder);
  follow (self);
  return GTK_WIDGET (self);
}
