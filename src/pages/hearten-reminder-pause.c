/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-pause.h"

#include <glib/gi18n.h>

#include "hearten-day-choice.h"
#include "hearten-day.h"
#include "hearten-wall-time.h"
#include "hearten-watch.h"
#include "hearten-when.h"

#define EVENING (18 * 60)
/* Whoever is up at one in the morning means the day after sleeping. */
#define MORNING (4 * 60)

struct _HeartenReminderPause
{
  AdwActionRow parent_instance;

  GtkWidget *pause_button;
  GtkWidget *resume_button;

  HeartenContext *context;
  HeartenWatch *watch;
};

G_DEFINE_FINAL_TYPE (HeartenReminderPause, hearten_reminder_pause, ADW_TYPE_ACTION_ROW)

static HeartenReminderSettings *
get_settings (HeartenReminderPause *self)
{
  return hearten_context_get_reminder_settings (self->context);
}

/* What it says */

static char *
dup_subtitle (HeartenReminderPause *self)
{
  gint64 until = hearten_reminder_settings_get_manners (get_settings (self))->paused_until;
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  g_autofree char *when = NULL;

  if (until == HEARTEN_PAUSED_ALWAYS)
    return g_strdup (_ ("Nothing comes until you say so."));
  when = hearten_when_dup_instant (until, now, hearten_when_is_12_hour ());
  /* Translators: %s is a time such as "Tomorrow at 04:00" */
  return g_strdup_printf (_ ("Nothing comes before: %s"), when);
}

static void
refresh (HeartenReminderPause *self)
{
  gboolean paused = hearten_reminder_settings_is_paused (get_settings (self));
  g_autofree char *subtitle = paused ? dup_subtitle (self) : g_strdup ("");
  gint64 until = hearten_reminder_settings_get_manners (get_settings (self))->paused_until;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 paused ? _ ("Reminders Are Paused") : _ ("Pause All Reminders"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (self->pause_button, !paused);
  gtk_widget_set_visible (self->resume_button, paused);
  hearten_watch_set_instant (self->watch, paused && until != HEARTEN_PAUSED_ALWAYS ? until : 0);
}

/* What it does */

static gint64
find_end (HeartenReminderPause *self, const char *choice)
{
  HeartenClock *clock = hearten_context_get_clock (self->context);
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);
  gint64 now = hearten_clock_get_now (clock);
  guint32 today = hearten_wall_time_get_day (zone, now - (gint64) MORNING * 60 * G_USEC_PER_SEC);
  gint64 evening = hearten_wall_time_resolve (zone, today, EVENING);

  if (g_str_equal (choice, "always"))
    return HEARTEN_PAUSED_ALWAYS;
  if (g_str_equal (choice, "tonight") && evening > now)
    return evening;
  return hearten_wall_time_resolve (zone, today + 1, MORNING);
}

static void
pause_until (GtkWidget *widget, const char *name, GVariant *choice)
{
  HeartenReminderPause *self = HEARTEN_REMINDER_PAUSE (widget);

  hearten_reminder_settings_pause (get_settings (self), find_end (self, g_variant_get_string (choice, NULL)));
}

static void
on_date_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenReminderPause) self = user_data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (source);
  GtkCalendar *calendar = GTK_CALENDAR (adw_alert_dialog_get_extra_child (dialog));
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (hearten_context_get_clock (self->context));
  GDate day;

  if (!g_str_equal (adw_alert_dialog_choose_finish (dialog, result), "pause"))
    return;

  hearten_day_choice_get (calendar, &day);
  hearten_reminder_settings_pause (get_settings (self),
                                   hearten_wall_time_resolve (zone, g_date_get_julian (&day), MORNING));
}

static void
pause_until_date (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenReminderPause *self = HEARTEN_REMINDER_PAUSE (widget);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
      adw_alert_dialog_new (_ ("Pause Until"), _ ("Reminders come again from the morning of that day on.")));
  GDate tomorrow = hearten_day_today (hearten_context_get_clock (self->context));
  GtkWidget *calendar = gtk_calendar_new ();

  g_date_add_days (&tomorrow, 1);
  hearten_day_choice_follow (GTK_CALENDAR (calendar), NULL, NULL);
  hearten_day_choice_select (GTK_CALENDAR (calendar), &tomorrow, NULL);
  adw_alert_dialog_set_extra_child (dialog, calendar);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "pause", C_ ("reminders", "_Pause"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "pause", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "pause");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, widget, NULL, on_date_chosen_cb, g_object_ref (self));
}

static void
end_pause (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenReminderPause *self = HEARTEN_REMINDER_PAUSE (widget);

  hearten_reminder_settings_resume (get_settings (self));
  refresh (self);
  gtk_widget_grab_focus (self->pause_button);
}

/* GObject */

static void
hearten_reminder_pause_dispose (GObject *object)
{
  HeartenReminderPause *self = HEARTEN_REMINDER_PAUSE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_REMINDER_PAUSE);
  g_clear_object (&self->watch);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_reminder_pause_parent_class)->dispose (object);
}

static void
hearten_reminder_pause_class_init (HeartenReminderPauseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_reminder_pause_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-reminder-pause.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderPause, pause_button);
  gtk_widget_class_bind_template_child (widget_class, HeartenReminderPause, resume_button);
  gtk_widget_class_install_action (widget_class, "pause.until", "s", pause_until);
  gtk_widget_class_install_action (widget_class, "pause.date", NULL, pause_until_date);
  gtk_widget_class_install_action (widget_class, "pause.end", NULL, end_pause);
}

static void
hearten_reminder_pause_init (HeartenReminderPause *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_reminder_pause_set_context (HeartenReminderPause *self, HeartenContext *context)
{
  g_return_if_fail (HEARTEN_IS_REMINDER_PAUSE (self) && self->context == NULL);

  self->context = g_object_ref (context);
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (context));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_settings (self), "notify::paused-until", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
