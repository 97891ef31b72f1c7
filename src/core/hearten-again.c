/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-again.h"

#define WEEK 7

static const char *const names[] = { NULL, "week", "month", "weekday", "year" };

HeartenAgain
hearten_again_parse (const char *name)
{
  for (guint i = HEARTEN_AGAIN_WEEK; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return (HeartenAgain) i;
  return HEARTEN_AGAIN_NEVER;
}

static void
set_clamped (GDate *day, GDateDay number, GDateMonth month, GDateYear year)
{
  g_date_set_dmy (day, MIN (number, g_date_get_days_in_month (month, year)), month, year);
}

/* The n-th such weekday of a month, the last one where it has fewer */
static void
set_weekday (GDate *day, GDateWeekday weekday, guint n, GDateMonth month, GDateYear year)
{
  GDateDay first;

  g_date_set_dmy (day, 1, month, year);
  first = 1 + (weekday + WEEK - g_date_get_weekday (day)) % WEEK;
  while (first + (n - 1) * WEEK > g_date_get_days_in_month (month, year))
    n--;
  g_date_set_dmy (day, first + (n - 1) * WEEK, month, year);
}

static void
move_week (GDate *day, const GDate *from)
{
  guint days = g_date_days_between (day, from);

  g_date_add_days (day, (days + WEEK - 1) / WEEK * WEEK);
}

/* In the month of @from, or in the one after it */
static void
move_month (HeartenAgain again, GDate *day, const GDate *from)
{
  GDate first = *day, month = *from;
  guint n = (g_date_get_day (&first) - 1) / WEEK + 1;

  g_date_set_day (&month, 1);
  do
    {
      if (again == HEARTEN_AGAIN_MONTH)
        set_clamped (day, g_date_get_day (&first), g_date_get_month (&month), g_date_get_year (&month));
      else
        set_weekday (day, g_date_get_weekday (&first), n, g_date_get_month (&month),
                     g_date_get_year (&month));
      g_date_add_months (&month, 1);
    }
  while (g_date_compare (day, from) < 0);
}

static void
move_year (GDate *day, const GDate *from)
{
  GDate first = *day;
  GDateYear year = g_date_get_year (from);

  do
    set_clamped (day, g_date_get_day (&first), g_date_get_month (&first), year++);
  while (g_date_compare (day, from) < 0);
}

void
hearten_again_move (HeartenAgain again, GDate *day, const GDate *from)
{
  g_return_if_fail (day != NULL && g_date_valid (day) && from != NULL && g_date_valid (from));

  if (again == HEARTEN_AGAIN_NEVER || g_date_compare (day, from) >= 0)
    return;
  if (again == HEARTEN_AGAIN_WEEK)
    move_week (day, from);
  else if (again == HEARTEN_AGAIN_YEAR)
    move_year (day, from);
  else
    move_month (again, day, from);
}
