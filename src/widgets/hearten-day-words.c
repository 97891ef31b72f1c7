/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day-words.h"

#include <glib/gi18n.h>
#include <langinfo.h>

#define DAYS 7
#define ALL_DAYS 0x7f

static char *
format (const GDate *day, const char *format)
{
  g_autoptr (GDateTime) noon = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day),
                                                    g_date_get_day (day), 12, 0, 0);

  return g_date_time_format (noon, format);
}

char *
hearten_day_words_dup_plain (const GDate *day)
{
  g_return_val_if_fail (g_date_valid (day), NULL);

  /* Translators: a day as g_date_time_format() takes it: %A is the weekday, %-e the day, %B the month. */
  return format (day, C_ ("a day of this year", "%A, %-e %B"));
}

char *
hearten_day_words_dup (const GDate *day, const GDate *today)
{
  g_return_val_if_fail (g_date_valid (day) && g_date_valid (today), NULL);

  switch (g_date_days_between (today, day))
    {
    case -1:
      return g_strdup (C_ ("a day", "Yesterday"));
    case 0:
      return g_strdup (C_ ("a day", "Today"));
    case 1:
      return g_strdup (C_ ("a day", "Tomorrow"));
    default:
      if (g_date_get_year (day) == g_date_get_year (today))
        return hearten_day_words_dup_plain (day);
      /* Translators: a day as g_date_time_format() takes it: %-e is the day, %B the month, %Y the year. */
      return format (day, C_ ("a day of another year", "%-e %B %Y"));
    }
}

guint
hearten_day_words_get_first_weekday (void)
{
#ifdef __GLIBC__
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  /* A date, of a Sunday or a Monday, that stands for weekday 1; the pointer itself is the number. */
  guint origin = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY)) == 19971201 ? 0 : 6;

  return (origin + (guint) *first + 6) % DAYS;
#else
  return 0;
#endif
}

char *
hearten_day_words_dup_weekdays (guint weekdays)
{
  guint first = hearten_day_words_get_first_weekday ();
  g_autoptr (GString) words = g_string_new (NULL);

  if ((weekdays & ALL_DAYS) == ALL_DAYS)
    return g_strdup (_ ("Every day"));
  if ((weekdays & ALL_DAYS) == 0)
    return g_strdup (_ ("On no fixed days"));
  for (guint i = 0; i < DAYS; i++)
    {
      guint weekday = (first + i) % DAYS;
      /* The first of January 2024 was a Monday. */
      GDate date;
      g_autofree char *name = NULL;

      if ((weekdays & (1u << weekday)) == 0)
        continue;
      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) (weekday + 1), G_DATE_JANUARY, 2024);
      name = format (&date, "%a");
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", name);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}
