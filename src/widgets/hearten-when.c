/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-when.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#include "hearten-day.h"

#define DAY_MINUTES (24 * 60)

gboolean
hearten_when_is_12_hour (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL || strstr (format, "%l") != NULL;
}

const char *
hearten_when_get_half (gboolean afternoon)
{
  const char *word = nl_langinfo (afternoon ? PM_STR : AM_STR);

  if (*word != '\0')
    return word;
  return afternoon ? C_ ("half of the day", "PM") : C_ ("half of the day", "AM");
}

char *
hearten_when_dup_time (int minute, gboolean twelve_hour)
{
  int hour = minute / 60;

  g_return_val_if_fail (minute >= 0 && minute < DAY_MINUTES, NULL);

  if (!twelve_hour)
    return g_strdup_printf ("%02d:%02d", hour, minute % 60);

  return g_strdup_printf ("%d:%02d\u00a0%s", (hour + 11) % 12 + 1, minute % 60,
                          hearten_when_get_half (hour >= 12));
}

/* A day as far from today as words go */

typedef struct
{
  int days; /* from today */
  char *day;
  char *time;
} When;

static void
when_clear (When *when)
{
  g_free (when->day);
  g_free (when->time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (When, when_clear)

static GDateTime *
to_zone_of (gint64 instant, GDateTime *now)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (instant);

  return g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
}

static When
look_at (gint64 instant, GDateTime *now, gboolean twelve_hour)
{
  g_autoptr (GDateTime) local = to_zone_of (instant, now);
  GDate day = hearten_day_of (local), today = hearten_day_of (now);
  When when = { .days = g_date_days_between (&today, &day) };

  when.time = hearten_when_dup_time (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local),
                                     twelve_hour);
  if (when.days > 1 && when.days < 7)
    when.day = g_date_time_format (local, "%A");
  else
    /* Translators: a day as in "December 24 at 21:00", see g_date_time_format() */
    when.day = g_date_time_format (local, C_ ("a day with its month", "%B %-e"));
  return when;
}

char *
hearten_when_dup_instant (gint64 instant, GDateTime *now, gboolean twelve_hour)
{
  g_auto (When) when = look_at (instant, now, twelve_hour);

  if (when.days == 0)
    return g_strdup_printf (_ ("Today at %s"), when.time);
  if (when.days == -1)
    return g_strdup_printf (_ ("Yesterday at %s"), when.time);
  if (when.days == 1)
    return g_strdup_printf (_ ("Tomorrow at %s"), when.time);
  /* Translators: a day and a time, as in "Thursday at 21:00" or "December 24 at 21:00" */
  return g_strdup_printf (C_ ("when", "%1$s at %2$s"), when.day, when.time);
}
