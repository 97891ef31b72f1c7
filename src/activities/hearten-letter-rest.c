/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-letter-rest.h"

#include <glib/gi18n.h>

#include "hearten-day-choice.h"
#include "hearten-day.h"
#include "hearten-when.h"

/* On a chosen day it comes in the morning. */
#define MORNING 9

struct _HeartenLetterRest
{
  AdwBin parent_instance;

  HeartenClock *clock;

  GtkLabel *closing;
  GtkToggleButton *day;
  GtkToggleButton *three_days;
  GtkToggleButton *until;
  GtkCalendar *calendar;
  GtkLabel *when;
  GtkWidget *put_away;
};

G_DEFINE_FINAL_TYPE (HeartenLetterRest, hearten_letter_rest, ADW_TYPE_BIN)

static gint64
read_calendar (HeartenLetterRest *self)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (self->clock);
  g_autoptr (GDateTime) morning = NULL;
  GDate day;

  hearten_day_choice_get (self->calendar, &day);
  morning = g_date_time_new (zone, g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day),
                             MORNING, 0, 0);
  return morning != NULL ? g_date_time_to_unix_usec (morning) : 0;
}

static void
on_length_changed_cb (HeartenLetterRest *self)
{
  gint64 until;
  gboolean good;
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  if (self->clock == NULL)
    return;
  until = hearten_letter_rest_get_until (self);
  good = until > hearten_clock_get_now (self->clock);
  when = hearten_letter_rest_dup_when (self->clock, until);
  /* Translators: when a letter comes back, such as "on Thursday, 26 November 2026, at 20:01". */
  sentence = g_strdup_printf (_ ("It comes back %s. You are reminded, in words that give nothing away."),
                              when);
  gtk_label_set_label (self->when, good ? sentence : _ ("Choose a day that is still to come."));
  gtk_widget_set_sensitive (self->put_away, good);
}

static void
hearten_letter_rest_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_LETTER_REST);
  g_clear_object (&HEARTEN_LETTER_REST (object)->clock);

  G_OBJECT_CLASS (hearten_letter_rest_parent_class)->dispose (object);
}

static void
hearten_letter_rest_class_init (HeartenLetterRestClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_letter_rest_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-letter-rest.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterRest, closing);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterRest, day);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterRest, three_days);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterRest, until);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterRest, calendar);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterRest, when);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterRest, put_away);
  gtk_widget_class_bind_template_callback (widget_class, on_length_changed_cb);
}

static void
hearten_letter_rest_init (HeartenLetterRest *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  hearten_day_choice_follow (self->calendar, (HeartenDayChosen) on_length_changed_cb, self);
}

/* Public */

char *
hearten_letter_rest_dup_when (HeartenClock *clock, gint64 instant)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *day = g_date_time_format (local, C_ ("long date", "%A, %-d %B %Y"));
  g_autofree char *time = hearten_when_dup_time (
      g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local), hearten_when_is_12_hour ());

  /* Translators: a day and a time of day. */
  return g_strdup_printf (_ ("on %s, at %s"), day, time);
}

void
hearten_letter_rest_ask (HeartenLetterRest *self, HeartenClock *clock, int hours, const char *closing)
{
  GDate week;

  g_return_if_fail (HEARTEN_IS_LETTER_REST (self));

  week = hearten_day_today (clock);
  g_date_add_days (&week, 7);

  g_set_object (&self->clock, clock);
  gtk_label_set_label (self->closing, closing);
  gtk_toggle_button_set_active (hours > 24 ? self->three_days : self->day, TRUE);
  hearten_day_choice_select (self->calendar, &week, NULL);
  on_length_changed_cb (self);
  gtk_widget_grab_focus (self->put_away);
}

gint64
hearten_letter_rest_get_until (HeartenLetterRest *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER_REST (self) && self->clock != NULL, 0);

  if (gtk_toggle_button_get_active (self->until))
    return read_calendar (self);
  return hearten_clock_get_now (self->clock) +
         (gtk_toggle_button_get_active (self->three_days) ? 72 : 24) * G_TIME_SPAN_HOUR;
}
