/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-suggestion-row.h"

#include <glib/gi18n.h>

#include "hearten-suggestion.h"
#include "hearten-rule-words.h"
#include "hearten-when.h"

struct _HeartenSuggestionRow
{
  AdwActionRow parent_instance;

  GtkWidget *button;
  HeartenReminders *reminders;
  HeartenPurpose purpose;
};

G_DEFINE_FINAL_TYPE (HeartenSuggestionRow, hearten_suggestion_row, ADW_TYPE_ACTION_ROW)

static void
on_button_clicked_cb (HeartenSuggestionRow *self)
{
  hearten_suggestion_add (self->reminders, self->purpose, hearten_suggestion_get_minute (self->purpose));
}

static void
hearten_suggestion_row_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_SUGGESTION_ROW (object)->reminders);

  G_OBJECT_CLASS (hearten_suggestion_row_parent_class)->dispose (object);
}

static void
hearten_suggestion_row_class_init (HeartenSuggestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_suggestion_row_dispose;
}

static void
hearten_suggestion_row_init (HeartenSuggestionRow *self)
{
  self->button = gtk_button_new_with_label (_ ("Add"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  /* The row does nothing by itself: the keyboard goes to its button. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
}

void
hearten_suggestion_row_set (HeartenSuggestionRow *self, HeartenReminders *reminders, HeartenPurpose purpose)
{
  int minute = hearten_suggestion_get_minute (purpose);
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (minute / 60, minute % 60);
  g_autofree char *when = hearten_rule_words_dup (rule, hearten_when_is_12_hour ());
  const char *text = hearten_suggestion_get_text (purpose);
  g_autofree char *spoken = NULL;

  g_set_object (&self->reminders, reminders);
  self->purpose = purpose;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), when);
  /* Translators: spoken name of the button that adds a suggested reminder; %s is what it says */
  spoken = g_strdup_printf (_ ("Add: %s"), text);
  /* The button's label would be its name. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
