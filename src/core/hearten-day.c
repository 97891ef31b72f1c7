/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day.h"

#include <stdlib.h>
#include <string.h>

#define DAY_PATTERN "dddd-dd-dd"
#define LAST_YEAR 9000 /* GDateTime ends with 9999, and days are added */

static gboolean
looks_like_day (const char *text)
{
  const char *pattern = DAY_PATTERN;

  for (; *pattern && *text; pattern++, text++)
    if (*pattern == 'd' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;

  return *pattern == '\0' && *text == '\0';
}

gboolean
hearten_day_parse (const char *text, GDate *day)
{
  int year, month, day_of_month;

  g_return_val_if_fail (day != NULL, FALSE);

  g_date_clear (day, 1);
  if (text == NULL || !looks_like_day (text))
    return FALSE;

  year = atoi (text);
  month = atoi (text + strlen ("dddd-"));
  day_of_month = atoi (text + strlen ("dddd-dd-"));
  if (year == 0 || year > LAST_YEAR || !g_date_valid_dmy (day_of_month, month, year))
    return FALSE;

  g_date_set_dmy (day, day_of_month, month, year);
  return TRUE;
}

char *
hearten_day_format (const GDate *day)
{
  g_return_val_if_fail (g_date_valid (day), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day),
                          g_date_get_day (day));
}

GDate
hearten_day_of (GDateTime *date_time)
{
  int year, month, day_of_month;
  GDate day;

  g_date_time_get_ymd (date_time, &year, &month, &day_of_month);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, day_of_month, month, year);
  return day;
}

GDate
hearten_day_today (HeartenClock *clock)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (clock);

  return hearten_day_of (now);
}
