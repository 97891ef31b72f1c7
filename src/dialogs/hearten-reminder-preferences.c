/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-preferences.h"

#include <glib/gi18n.h>

#include "hearten-time-picker.h"
#include "hearten-when.h"

struct _HeartenReminderPreferences
{
  AdwPreferencesGroup parent_instance;

  AdwSwitchRow *words_row;
  AdwExpanderRow *quiet_row;
  HeartenTimePicker *from_picker;
  HeartenTimePicker *until_picker;
  AdwSpinRow *most_row;

  HeartenContext *context;
};

G_DEFINE_FINAL_TYPE (HeartenReminderPreferences, hearten_reminder_preferences, ADW_TYPE_PREFERENCES_GROUP)

static void
show_words (HeartenReminderPreferences *self)
{
  HeartenContact contact = hearten_situations_get_contact (hearten_context_get_situations (self->context));
  gboolean unsafe = contact == HEARTEN_CONTACT_UNSAFE;
  g_autofree char *neutral = g_strdup_printf (
      /* Translators: %s is what a neutral notification says, "A quiet moment" */
      _ ("Switched off, they only say “%s”."), hearten_reminder_words_get_neutral ());

  gtk_widget_set_sensitive (GTK_WIDGET (self->words_row), !unsafe);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->words_row),
                               unsafe
                                   ? _ ("Where there was fear they always stay neutral: others may see your "
                                        "screen.")
                                   : neutral);
}

static void
show_quiet (HeartenReminderPreferences *self)
{
  const HeartenManners *manners = hearten_reminder_settings_get_manners (
      hearten_context_get_reminder_settings (self->context));
  g_autofree char *from = hearten_when_dup_time (manners->quiet_from, hearten_when_is_12_hour ());
  g_autofree char *until = hearten_when_dup_time (manners->quiet_until, hearten_when_is_12_hour ());
  /* Translators: two times of day */
  g_autofree char *words = g_strdup_printf (_ ("From %1$s until %2$s reminders wait, and then come as one."),
                                            from, until);

  adw_expander_row_set_subtitle (self->quiet_row, words);
}

static gboolean
on_most_output_cb (AdwSpinRow *row)
{
  if (adw_spin_row_get_value (row) >= 1)
    return FALSE;

  /* Translators: as many reminders a day as there are */
  gtk_editable_set_text (GTK_EDITABLE (row), C_ ("reminders a day", "All"));
  return TRUE;
}

static void
hearten_reminder_preferences_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_REMINDER_PREFERENCES (object)->context);

  G_OBJECT_CLASS (hearten_reminder_preferences_parent_class)->dispose (object);
}

static void
hearten_reminder_preferences_class_init (HeartenReminderPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_preferences_dispose;

  g_type_ensure (HEARTEN_TYPE_TIME_PICKER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-reminder-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderPreferences, words_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderPreferences, quiet_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderPreferences, from_picker);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderPreferences, until_picker);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderPreferences, most_row);
  gtk_widget_class_bind_template_callback (widget_class, on_most_output_cb);
}

static void
hearten_reminder_preferences_init (HeartenReminderPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_reminder_preferences_set_context (HeartenReminderPreferences *self, HeartenContext *context)
{
  const GBindingFlags flags = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  GObject *settings;

  g_return_if_fail (HEARTEN_IS_REMINDER_PREFERENCES (self) && self->context == NULL);

  self->context = g_object_ref (context);
  settings = G_OBJECT (hearten_context_get_reminder_settings (context));
  g_object_bind_property (hearten_context_get_reminder_words (context), "shown", self->words_row, "active",
                          flags);
  g_object_bind_property (settings, "quiet", self->quiet_row, "enable-expansion", flags);
  g_object_bind_property (settings, "quiet-from", self->from_picker, "minute", flags);
  g_object_bind_property (settings, "quiet-until", self->until_picker, "minute", flags);
  g_object_bind_property (settings, "most", self->most_row, "value", flags);

  g_signal_connect_object (settings, "notify", G_CALLBACK (show_quiet), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_situations (context), "notify::contact",
                           G_CALLBACK (show_words), self, G_CONNECT_SWAPPED);
  show_quiet (self);
  show_words (self);
}
