/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rhythm-dialog.h"

#include <glib/gi18n.h>

#include "hearten-arrivals.h"
#include "hearten-day-words.h"
#include "hearten-day-choice.h"
#include "hearten-day.h"
#include "hearten-paragraph.h"
#include "hearten-weekday-picker.h"

struct _HeartenRhythmDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;
  HeartenIntention *intention;
  GtkCalendar *calendar;
  AdwSwitchRow *done;
  GtkLabel *month_words;
  GtkWidget *text;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (HeartenRhythmDialog, hearten_rhythm_dialog, ADW_TYPE_DIALOG)

static HeartenIntentions *
get_intentions (HeartenRhythmDialog *self)
{
  return hearten_context_get_intentions (self->context);
}

/* The month */

static GDate
get_chosen (HeartenRhythmDialog *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  return hearten_day_of (date);
}

/* A calendar's marks are seen; these words are heard as well. */
static char *
dup_month_words (HeartenRhythmDialog *self, const GDate *chosen)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  /* Translators: a month as g_date_time_format() takes it: %B is the month, %Y the year. */
  g_autofree char *month = g_date_time_format (date, C_ ("a month", "%B %Y"));
  g_autoptr (GString) days = g_string_new (NULL);
  GDate day = *chosen;

  for (guint i = 1; i <= g_date_get_days_in_month (g_date_get_month (chosen), g_date_get_year (chosen)); i++)
    {
      g_date_set_day (&day, (GDateDay) i);
      if (hearten_intention_is_kept (self->intention, &day))
        g_string_append_printf (days, "%s%u", days->len > 0 ? ", " : "", i);
    }
  if (days->len == 0)
    /* Translators: %s is a month, as in "November 2026". */
    return g_strdup_printf (_ ("%s: no day ticked. Any day can be the first."), month);
  /* Translators: a month, and the days of it on which something was done: "November 2026: done on 3, 5, 9."
   */
  return g_strdup_printf (_ ("%1$s: done on %2$s."), month, days->str);
}

static void
show_month (HeartenRhythmDialog *self)
{
  GDate chosen = get_chosen (self), day = chosen;
  GDate today = hearten_day_today (hearten_context_get_clock (self->context));
  g_autofree char *words = dup_month_words (self, &chosen), *title = hearten_day_words_dup (&chosen, &today);

  gtk_calendar_clear_marks (self->calendar);
  for (guint i = 1; i <= g_date_get_days_in_month (g_date_get_month (&chosen), g_date_get_year (&chosen));
       i++)
    {
      g_date_set_day (&day, (GDateDay) i);
      if (hearten_intention_is_kept (self->intention, &day))
        gtk_calendar_mark_day (self->calendar, i);
    }
  gtk_label_set_label (self->month_words, words);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->done), title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->done), g_date_compare (&chosen, &today) <= 0);
  self->setting = TRUE;
  adw_switch_row_set_active (self->done, hearten_intention_is_kept (self->intention, &chosen));
  self->setting = FALSE;
}

static void
on_done_notify_active_cb (HeartenRhythmDialog *self)
{
  GDate chosen = get_chosen (self);

  if (self->setting)
    return;
  hearten_intentions_set_kept (get_intentions (self), self->intention, &chosen,
                               adw_switch_row_get_active (self->done));
  show_month (self);
}

/* The rest */

static void
on_text_changed_cb (HeartenRhythmDialog *self, GtkEditable *row)
{
  hearten_intentions_set_text (get_intentions (self), self->intention, gtk_editable_get_text (row));
}

/* Another device changed it. */
static void
show_arrived (gpointer owner)
{
  HeartenRhythmDialog *self = owner;

  hearten_arrivals_show_text (self->text, hearten_intention_get_text (self->intention));
  show_month (self);
}

static void
on_weekdays_changed_cb (HeartenRhythmDialog *self, HeartenWeekdayPicker *picker)
{
  hearten_intentions_set_weekdays (get_intentions (self), self->intention,
                                   hearten_weekday_picker_get_chosen (picker));
}

static void
on_archive_activated_cb (HeartenRhythmDialog *self)
{
  hearten_intentions_set_archived (get_intentions (self), self->intention,
                                   !hearten_intention_get_archived (self->intention));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_delete_activated_cb (HeartenRhythmDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-intention", "s",
                              hearten_record_get_id (HEARTEN_RECORD (self->intention)));
  adw_dialog_close (ADW_DIALOG (self));
}

/* Building */

static GtkWidget *
new_words_group (HeartenRhythmDialog *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *text = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title, NULL);

  self->text = text;
  gtk_editable_set_text (GTK_EDITABLE (text), hearten_intention_get_text (self->intention));
  g_signal_connect_object (text, "changed", G_CALLBACK (on_text_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), text);
  return group;
}

static GtkWidget *
new_days_group (HeartenRhythmDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *picker = g_object_new (HEARTEN_TYPE_WEEKDAY_PICKER, NULL);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("The Days It Belongs To"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (picker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The Days It Belongs To"), -1);
  hearten_weekday_picker_set_chosen (HEARTEN_WEEKDAY_PICKER (picker),
                                     hearten_intention_get_weekdays (self->intention));
  g_signal_connect_object (picker, "changed", G_CALLBACK (on_weekdays_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), picker);
  return group;
}

static GtkWidget *
new_month_group (HeartenRhythmDialog *self)
{
  static const char *const notifies[] = { "notify::day", "notify::month", "notify::year" };
  GtkWidget *group = adw_preferences_group_new ();

  self->calendar = g_object_new (GTK_TYPE_CALENDAR, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  hearten_day_choice_let_scroll (self->calendar);
  self->month_words = GTK_LABEL (hearten_paragraph_new (NULL, "caption"));
  self->done = ADW_SWITCH_ROW (adw_switch_row_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Month"),
                                  -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->done), _ ("Done on this day"));
  gtk_widget_set_margin_top (GTK_WIDGET (self->month_words), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->month_words), 6);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Month"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->calendar));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->month_words));
  for (guint i = 0; i < G_N_ELEMENTS (notifies); i++)
    g_signal_connect_object (self->calendar, notifies[i], G_CALLBACK (show_month), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->done, "notify::active", G_CALLBACK (on_done_notify_active_cb), self,
                           G_CONNECT_SWAPPED);
  return group;
}

static GtkWidget *
new_done_group (HeartenRhythmDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->done));
  return group;
}

static GtkWidget *
new_deeds_group (HeartenRhythmDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *archive = adw_button_row_new (), *delete = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (archive),
                                 hearten_intention_get_archived (self->intention) ? _ ("Bring Back")
                                                                                  : _ ("Put Out of Sight"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (delete), _ ("Delete"));
  gtk_widget_add_css_class (delete, "destructive-action");
  g_signal_connect_object (archive, "activated", G_CALLBACK (on_archive_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (delete, "activated", G_CALLBACK (on_delete_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), archive);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), delete);
  return group;
}

/* GObject */

static void
hearten_rhythm_dialog_dispose (GObject *object)
{
  HeartenRhythmDialog *self = HEARTEN_RHYTHM_DIALOG (object);

  g_clear_object (&self->intention);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_rhythm_dialog_parent_class)->dispose (object);
}

static void
hearten_rhythm_dialog_class_init (HeartenRhythmDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_rhythm_dialog_dispose;
}

static void
hearten_rhythm_dialog_init (HeartenRhythmDialog *self)
{
  adw_dialog_set_content_width (ADW_DIALOG (self), 440);
}

/* Public */

AdwDialog *
hearten_rhythm_dialog_new (HeartenContext *context, HeartenIntention *intention, const char *title)
{
  HeartenRhythmDialog *self = g_object_new (HEARTEN_TYPE_RHYTHM_DIALOG, "title", _ ("Intention"), NULL);
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();
  GtkWidget *groups[5];

  self->context = g_object_ref (context);
  self->intention = g_object_ref (intention);
  groups[0] = new_words_group (self, title);
  groups[1] = new_days_group (self);
  groups[2] = new_month_group (self);
  groups[3] = new_done_group (self);
  groups[4] = new_deeds_group (self);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (groups[i]));
  gtk_widget_set_sensitive (page, !hearten_record_is_read_only (HEARTEN_RECORD (intention)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  show_month (self);
  hearten_arrivals_follow (HEARTEN_RECORDS (get_intentions (self)), G_OBJECT (self),
                           (gpointer *) &self->intention, NULL, show_arrived);
  return ADW_DIALOG (self);
}
