/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-reminder.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-when.h"

#define EVENING 18

struct _HeartenTodayReminder
{
  HeartenTodayCard parent_instance;

  AdwActionRow *row;
};

G_DEFINE_FINAL_TYPE (HeartenTodayReminder, hearten_today_reminder, HEARTEN_TYPE_TODAY_CARD)

static gboolean
is_tonight (GDateTime *when, GDateTime *now)
{
  GDate day = hearten_day_of (when), today = hearten_day_of (now);

  return g_date_compare (&day, &today) == 0 && g_date_time_get_hour (when) >= EVENING;
}

static char *
dup_words (gint64 instant, HeartenClock *clock)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (clock);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);
  g_autoptr (GDateTime) when = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  g_autofree char *time = NULL;

  if (!is_tonight (when, now))
    return hearten_when_dup_instant (instant, now, hearten_when_is_12_hour ());
  time = hearten_when_dup_time (g_date_time_get_hour (when) * 60 + g_date_time_get_minute (when),
                                hearten_when_is_12_hour ());
  /* Translators: when the next reminder comes; %s is a time such as 21:00. */
  return g_strdup_printf (_ ("Tonight at %s"), time);
}

static void
hearten_today_reminder_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayReminder *self = HEARTEN_TODAY_REMINDER (card);
  gint64 instant = 0;
  g_autoptr (HeartenReminder)
      next = hearten_reminders_dup_next (hearten_context_get_reminders (context), &instant);

  gtk_widget_set_visible (GTK_WIDGET (self), next != NULL);
  if (next != NULL)
    {
      g_autofree char *words = dup_words (instant, hearten_context_get_clock (context));
      g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (hearten_context_get_clock (context));
      g_autofree char *text = hearten_reminder_words_dup_text_at (
          hearten_context_get_reminder_words (context), next, instant, zone);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), words);
      adw_action_row_set_subtitle (self->row, text);
    }
}

static void
hearten_today_reminder_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_reminders (context));
  hearten_today_card_follow (card, hearten_context_get_reminder_words (context), "changed");
}

static void
hearten_today_reminder_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_TODAY_REMINDER);

  G_OBJECT_CLASS (hearten_today_reminder_parent_class)->dispose (object);
}

static void
hearten_today_reminder_class_init (HeartenTodayReminderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_today_reminder_dispose;
  card_class->attach = hearten_today_reminder_attach;
  card_class->refresh = hearten_today_reminder_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-today-reminder.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTodayReminder, row);
}

static void
hearten_today_reminder_init (HeartenTodayReminder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
