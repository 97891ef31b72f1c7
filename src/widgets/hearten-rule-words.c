/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rule-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hearten-when.h"

#define EVERY_WEEKDAY 0x7f
#define WORKING_DAYS 0x1f

/* The weekdays as they stand before "at 21:00". */
static const char *const weekdays[] = {
  NC_ ("weekdays of a reminder", "Mondays"),    NC_ ("weekdays of a reminder", "Tuesdays"),
  NC_ ("weekdays of a reminder", "Wednesdays"), NC_ ("weekdays of a reminder", "Thursdays"),
  NC_ ("weekdays of a reminder", "Fridays"),    NC_ ("weekdays of a reminder", "Saturdays"),
  NC_ ("weekdays of a reminder", "Sundays"),
};

static char *
join (GPtrArray *words)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0 && i + 1 == words->len)
        /* Translators: stands before the last of several, as in "Mondays, Tuesdays and Thursdays" */
        g_string_append (joined, C_ ("list", " and "));
      else if (i > 0)
        /* Translators: stands between several, as in "Mondays, Tuesdays and Thursdays" */
        g_string_append (joined, C_ ("list", ", "));
      g_string_append (joined, g_ptr_array_index (words, i));
    }
  return g_string_free_and_steal (joined);
}

static char *
dup_times (const HeartenRuleParts *parts, gboolean twelve_hour)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < parts->n_times; i++)
    g_ptr_array_add (words, hearten_when_dup_time (parts->times[i], twelve_hour));
  return join (words);
}

static char *
dup_weekdays (guint chosen)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (chosen == WORKING_DAYS)
    return g_strdup (C_ ("weekdays of a reminder", "Monday to Friday"));

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (chosen & (1u << i))
      g_ptr_array_add (words, (char *) g_dpgettext2 (NULL, "weekdays of a reminder", weekdays[i]));
  return join (words);
}

static char *
dup_day (int year, int month, int date, const char *format)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (year, month, date, 12, 0, 0);

  return g_date_time_format (day, format);
}

/* Kinds */

static char *
dup_weekly (const HeartenRuleParts *parts, const char *times)
{
  g_autofree char *days = dup_weekdays (parts->weekdays);

  if (parts->every > 1)
    /* Translators: such as "Every 2 weeks: Mondays and Thursdays at 21:00" */
    return g_strdup_printf (
        ngettext ("Every %1$d week: %2$s at %3$s", "Every %1$d weeks: %2$s at %3$s", (gulong) parts->every),
        parts->every, days, times);
  if (parts->weekdays == EVERY_WEEKDAY)
    return g_strdup_printf (_ ("Every day at %s"), times);
  /* Translators: such as "Mondays and Thursdays at 21:00" */
  return g_strdup_printf (C_ ("weekly reminder", "%1$s at %2$s"), days, times);
}

static char *
dup_days (const HeartenRuleParts *parts, const char *times)
{
  if (parts->every == 1)
    return g_strdup_printf (_ ("Every day at %s"), times);

  return g_strdup_printf (
      ngettext ("Every %1$d day at %2$s", "Every %1$d days at %2$s", (gulong) parts->every), parts->every,
      times);
}

static char *
dup_monthly (const HeartenRuleParts *parts, const char *times)
{
  if (parts->date == 31)
    return g_strdup_printf (_ ("On the last day of every month at %s"), times);
  /* Translators: such as "On day 5 of every month at 21:00" */
  return g_strdup_printf (_ ("On day %1$d of every month at %2$s"), parts->date, times);
}

static char *
dup_yearly (const HeartenRuleParts *parts, const char *times)
{
  /* Any leap year names every day there is.
   * Translators: a day as in "December 24 at 21:00", see g_date_time_format() */
  g_autofree char *day = dup_day (2024, parts->month, parts->date, C_ ("a day with its month", "%B %-e"));

  /* Translators: such as "Every year on December 24 at 21:00" */
  return g_strdup_printf (_ ("Every year on %1$s at %2$s"), day, times);
}

static char *
dup_date (int julian)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) julian);
  /* Translators: a day as in "Once, on December 24, 2026 at 21:00", see g_date_time_format() */
  return dup_day (g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day),
                  C_ ("a day with its year", "%B %-e, %Y"));
}

static char *
dup_once (const HeartenRuleParts *parts, const char *times)
{
  g_autofree char *text = NULL;

  text = dup_date ((int) parts->day);
  return g_strdup_printf (_ ("Once, on %1$s at %2$s"), text, times);
}

static char *
dup_hourly (const HeartenRuleParts *parts, const char *start, const char *end)
{
  if (parts->every == 1)
    return g_strdup_printf (_ ("Every hour between %1$s and %2$s"), start, end);

  /* Translators: such as "Every 2 hours between 9 and 21" */
  return g_strdup_printf (ngettext ("Every %1$d hour between %2$s and %3$s",
                                    "Every %1$d hours between %2$s and %3$s", (gulong) parts->every),
                          parts->every, start, end);
}

static char *
dup_moments (const HeartenRuleParts *parts, const char *start, const char *end)
{
  switch (parts->count)
    {
    case 1:
      return g_strdup_printf (_ ("Once a day between %1$s and %2$s, at a quiet moment"), start, end);
    case 2:
      return g_strdup_printf (_ ("Twice a day between %1$s and %2$s, at a quiet moment"), start, end);
    case 3:
      return g_strdup_printf (_ ("Three times a day between %1$s and %2$s, at a quiet moment"), start, end);
    default:
      return g_strdup_printf (ngettext ("%1$d time a day between %2$s and %3$s, at a quiet moment",
                                        "%1$d times a day between %2$s and %3$s, at a quiet moment",
                                        (gulong) parts->count),
                              parts->count, start, end);
    }
}

static char *
dup_dates (const HeartenRuleParts *parts, const char *times)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *days = NULL;

  for (gsize i = 0; i < parts->n_on; i++)
    g_ptr_array_add (words, dup_date (parts->on[i]));
  days = join (words);
  /* Translators: such as "On December 24, 2026 and December 31, 2026 at 21:00" */
  return g_strdup_printf (C_ ("reminder on dates", "On %1$s at %2$s"), days, times);
}

static char *
dup_count (const char *anchor, int count)
{
  gboolean space = strcmp (anchor, HEARTEN_RULE_SPACE) == 0;

  if (count > 0 && space)
    return g_strdup_printf (C_ ("day of a space period", "day %d"), count);
  if (count == 0 && space)
    return g_strdup (C_ ("day of a space period", "the last day"));
  if (count < 0 && space)
    return g_strdup_printf (ngettext ("%d day before the last", "%d days before the last", (gulong) -count),
                            -count);
  if (count == 0 || count == 1)
    return g_strdup (C_ ("day of a plan", "the day itself"));
  if (count < 0)
    return g_strdup_printf (ngettext ("%d day before", "%d days before", (gulong) -count), -count);
  return g_strdup_printf (ngettext ("%d day after", "%d days after", (gulong) count - 1), count - 1);
}

static char *
dup_relative (const HeartenRuleParts *parts, const char *plan, const char *times)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *days = NULL;

  /* In the order in which they come: the last day is last. */
  for (gsize i = 0; i < parts->n_on; i++)
    if (parts->on[i] > 0)
      g_ptr_array_add (words, dup_count (parts->anchor, parts->on[i]));
  for (gsize i = 0; i < parts->n_on; i++)
    if (parts->on[i] <= 0)
      g_ptr_array_insert (words, strcmp (parts->anchor, HEARTEN_RULE_SPACE) == 0 ? -1 : (int) i,
                          dup_count (parts->anchor, parts->on[i]));
  days = join (words);

  if (strcmp (parts->anchor, HEARTEN_RULE_SPACE) == 0)
    /* Translators: such as "In your time of giving space: day 3, day 7 and the last day at 21:00" */
    return g_strdup_printf (_ ("In your time of giving space: %1$s at %2$s"), days, times);
  if (plan != NULL)
    /* Translators: such as "For “A day by the sea”: 1 day before and the day itself at 21:00" */
    return g_strdup_printf (_ ("For “%1$s”: %2$s at %3$s"), plan, days, times);
  /* Translators: such as "For your plan: 1 day before and the day itself at 21:00" */
  return g_strdup_printf (_ ("For your plan: %1$s at %2$s"), days, times);
}

static char *
dup_hour (int minute, gboolean twelve_hour)
{
  int hour = minute / 60;

  g_return_val_if_fail (minute >= 0 && minute < 24 * 60, NULL);

  if (minute % 60 != 0)
    return hearten_when_dup_time (minute, twelve_hour);
  if (!twelve_hour)
    return g_strdup_printf ("%d", hour);

  return g_strdup_printf ("%d\u00a0%s", (hour + 11) % 12 + 1, hearten_when_get_half (hour >= 12));
}

/* Public */

char *
hearten_rule_words_dup (HeartenRule *rule, gboolean twelve_hour)
{
  return hearten_rule_words_dup_for_plan (rule, NULL, twelve_hour);
}

char *
hearten_rule_words_dup_for_plan (HeartenRule *rule, const char *plan, gboolean twelve_hour)
{
  g_autofree char *times = NULL, *start = NULL, *end = NULL;
  const HeartenRuleParts *parts;

  g_return_val_if_fail (rule != NULL, NULL);

  parts = hearten_rule_get_parts (rule);
  times = dup_times (parts, twelve_hour);
  start = dup_hour (parts->start, twelve_hour);
  end = dup_hour (parts->end, twelve_hour);

  switch (parts->repeat)
    {
    case HEARTEN_REPEAT_ONCE:
      return dup_once (parts, times);
    case HEARTEN_REPEAT_WEEKLY:
      return dup_weekly (parts, times);
    case HEARTEN_REPEAT_DAYS:
      return dup_days (parts, times);
    case HEARTEN_REPEAT_MONTHLY:
      return dup_monthly (parts, times);
    case HEARTEN_REPEAT_YEARLY:
      return dup_yearly (parts, times);
    case HEARTEN_REPEAT_HOURLY:
      return dup_hourly (parts, start, end);
    case HEARTEN_REPEAT_MOMENTS:
      return dup_moments (parts, start, end);
    case HEARTEN_REPEAT_DATES:
      return dup_dates (parts, times);
    case HEARTEN_REPEAT_RELATIVE:
      return dup_relative (parts, plan, times);
    case HEARTEN_REPEAT_DAILY:
    default:
      /* Translators: %s is a time such as 21:00, or several */
      return g_strdup_printf (_ ("Every day at %s"), times);
    }
}

const char *
hearten_rule_words_get_unless (HeartenUnless unless)
{
  switch (unless)
    {
    case HEARTEN_UNLESS_PRACTISED:
      return _ ("Left out on a day you practised its tip");
    case HEARTEN_UNLESS_WRITTEN:
      return _ ("Left out on a day you wrote a page");
    case HEARTEN_UNLESS_WEATHER:
      return _ ("Left out on a day you noted the weather");
    case HEARTEN_UNLESS_NOTHING:
    default:
      return NULL;
    }
}
