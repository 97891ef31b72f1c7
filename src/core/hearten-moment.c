/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-moment.h"

#include <glib/gi18n-lib.h>

#include "hearten-day.h"

/* The hours at which a part of the day begins. Before the first of them it is still night. */
static const struct
{
  int hour;
  const char *greeting;
} parts[] = {
  { 0, N_ ("A quiet night to you") },
  { 5, N_ ("Good morning") },
  { 12, N_ ("Good afternoon") },
  { 18, N_ ("Good evening") },
};

#define EVENING 18

const char *
hearten_moment_get_greeting (GDateTime *now)
{
  const char *greeting = NULL;

  g_return_val_if_fail (now != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts) && parts[i].hour <= g_date_time_get_hour (now); i++)
    greeting = _ (parts[i].greeting);
  return greeting;
}

GDateTime *
hearten_moment_dup_next_part (GDateTime *now)
{
  g_autoptr (GDateTime) day = NULL, midnight = NULL;

  g_return_val_if_fail (now != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GDateTime) part = g_date_time_new (g_date_time_get_timezone (now),
                                                    g_date_time_get_year (now),
                                                    g_date_time_get_month (now),
                                                    g_date_time_get_day_of_month (now),
                                                    parts[i].hour,
                                                    0,
                                                    0);

      if (part != NULL && g_date_time_compare (part, now) > 0)
        return g_steal_pointer (&part);
    }

  day = g_date_time_add_days (now, 1);
  midnight = g_date_time_new (g_date_time_get_timezone (now),
                              g_date_time_get_year (day),
                              g_date_time_get_month (day),
                              g_date_time_get_day_of_month (day),
                              0,
                              0,
                              0);
  return midnight != NULL ? g_steal_pointer (&midnight) : g_steal_pointer (&day);
}

/* "Tonight at %H:%M" and its like; g_date_time_format() puts the time in. */
static const char *
choose_format (GDateTime *when, gint days)
{
  int hour = g_date_time_get_hour (when);

  if (days <= 0 && hour >= EVENING)
    /* Translators: the next reminder. %H:%M is the time, in the form g_date_time_format() takes. */
    return _ ("Tonight at %H:%M");
  if (days <= 0)
    /* Translators: the next reminder. %H:%M is the time, in the form g_date_time_format() takes. */
    return _ ("Today at %H:%M");
  if (days == 1)
    /* Translators: the next reminder. %H:%M is the time, in the form g_date_time_format() takes. */
    return _ ("Tomorrow at %H:%M");
  if (days < 7)
    /* Translators: the next reminder. %A is the weekday, %H:%M the time, as g_date_time_format() takes them. */
    return _ ("%A at %H:%M");
  /* Translators: the next reminder. %e is the day, %B the month, %H:%M the time, as g_date_time_format() takes them. */
  return _ ("%e %B at %H:%M");
}

char *
hearten_moment_dup_when (GDateTime *when, GDateTime *now)
{
  g_autofree char *words = NULL;
  GDate day, today;

  g_return_val_if_fail (when != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  day = hearten_day_of (when);
  today = hearten_day_of (now);
  words = g_date_time_format (when, choose_format (when, g_date_days_between (&today, &day)));
  return g_strdup (g_strstrip (words));
}

char *
hearten_moment_dup_past_day (const GDate *day, const GDate *today)
{
  int months;

  g_return_val_if_fail (g_date_valid (day) && g_date_valid (today), NULL);

  months = (g_date_get_year (today) - g_date_get_year (day)) * 12 + (int) g_date_get_month (today)
           - (int) g_date_get_month (day);
  if (months == 1)
    return g_strdup (_ ("A month ago"));
  if (months == 12)
    return g_strdup (_ ("A year ago"));
  if (months > 0 && months % 12 == 0)
    return g_strdup_printf (ngettext ("%d year ago", "%d years ago", months / 12), months / 12);
  return g_strdup_printf (ngettext ("%d month ago", "%d months ago", months), months);
}
