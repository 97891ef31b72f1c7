/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-moment.h"

#include <glib/gi18n-lib.h>

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
                                                    g_date_time_get_year (now), g_date_time_get_month (now),
                                                    g_date_time_get_day_of_month (now), parts[i].hour, 0, 0);

      if (part != NULL && g_date_time_compare (part, now) > 0)
        return g_steal_pointer (&part);
    }

  day = g_date_time_add_days (now, 1);
  midnight = g_date_time_new (g_date_time_get_timezone (now), g_date_time_get_year (day),
                              g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);
  return midnight != NULL ? g_steal_pointer (&midnight) : g_steal_pointer (&day);
}

char *
hearten_moment_dup_past_day (const GDate *day, const GDate *today)
{
  int months;

  g_return_val_if_fail (g_date_valid (day) && g_date_valid (today), NULL);

  months = (g_date_get_year (today) - g_date_get_year (day)) * 12 + (int) g_date_get_month (today) -
           (int) g_date_get_month (day);
  if (months == 1)
    return g_strdup (_ ("A month ago"));
  if (months == 12)
    return g_strdup (_ ("A year ago"));
  if (months > 0 && months % 12 == 0)
    return g_strdup_printf (ngettext ("%d year ago", "%d years ago", months / 12), months / 12);
  return g_strdup_printf (ngettext ("%d month ago", "%d months ago", months), months);
}
