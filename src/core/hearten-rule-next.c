/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rule-private.h"

#include "hearten-quiet-moments.h"
#include "hearten-wall-time.h"

#define LAST_DAY 3652059 /* 9999-12-31, the last one that GDateTime can tell of */

/* The days of a rule. Each function finds its first day on or after another one; 0 where there is none. */

static guint32
find_every (const HeartenRuleParts *parts, guint32 julian)
{
  guint32 every = (guint32) parts->every;

  if (julian <= parts->day)
    return parts->day;

  return parts->day + (julian - parts->day + every - 1) / every * every;
}

/* Day 1, 0001-01-01, was a Monday: so weeks begin on Monday here. */
static guint32
find_weekday (const HeartenRuleParts *parts, guint32 julian)
{
  guint32 every = (guint32) parts->every;
  guint32 first_week = parts->day > 0 ? (parts->day - 1) / 7 : 0;
  guint32 day = MAX (julian, parts->day) - 1; /* from 0, which makes weeks a division */

  for (;; day++)
    {
      guint32 late = (day / 7 - first_week) % every;

      if (late != 0)
        day = (day / 7 + every - late) * 7;
      if (parts->weekdays & (1u << day % 7))
        return day + 1;
    }
}

static guint32
get_julian (int year, int month, int date)
{
  int last = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) MIN (date, last), (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&day);
}

static guint32
find_date (const HeartenRuleParts *parts, guint32 julian)
{
  GDate day;
  int year, month;
  guint32 found;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  year = g_date_get_year (&day);
  month = g_date_get_month (&day);

  found = get_julian (year, month, parts->date);
  if (found >= julian)
    return found;
  return month < 12 ? get_julian (year, month + 1, parts->date) : get_julian (year + 1, 1, parts->date);
}

static guint32
find_day_of_year (const HeartenRuleParts *parts, guint32 julian)
{
  GDate day;
  int year;
  guint32 found;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  year = g_date_get_year (&day);

  found = get_julian (year, parts->month, parts->date);
  return found >= julian ? found : get_julian (year + 1, parts->month, parts->date);
}

static guint32
find_listed (const HeartenRuleParts *parts, guint32 julian)
{
  for (gsize i = 0; i < parts->n_on; i++)
    if ((guint32) parts->on[i] >= julian)
      return (guint32) parts->on[i];

  return 0;
}

static guint32
find_day (const HeartenRuleParts *parts, guint32 julian)
{
  switch (parts->repeat)
    {
    case HEARTEN_REPEAT_ONCE:
      return julian <= parts->day ? parts->day : 0;
    case HEARTEN_REPEAT_WEEKLY:
      return find_weekday (parts, julian);
    case HEARTEN_REPEAT_DAYS:
      return find_every (parts, julian);
    case HEARTEN_REPEAT_MONTHLY:
      return find_date (parts, julian);
    case HEARTEN_REPEAT_YEARLY:
      return find_day_of_year (parts, julian);
    case HEARTEN_REPEAT_DATES:
      return find_listed (parts, julian);
    case HEARTEN_REPEAT_RELATIVE:
      return 0;
    case HEARTEN_REPEAT_DAILY:
    case HEARTEN_REPEAT_HOURLY:
    case HEARTEN_REPEAT_MOMENTS:
    default:
      return julian;
    }
}

/* The times of a day */

/* Two skipped times, or one skipped and one real, may land on one instant or change their order: so every
 * time of the day is looked at, and of equals the one scheduled first is kept. */
static void
look_at_times (const int *times,
               gsize n_times,
               GTimeZone *zone,
               guint32 julian,
               gint64 after,
               HeartenOccurrence *best)
{
  for (gsize i = 0; i < n_times; i++)
    {
      gint64 instant = hearten_wall_time_resolve (zone, julian, times[i]);

      if (instant > after && instant < best->instant)
        *best = (HeartenOccurrence) { instant, julian, times[i] };
    }
}

static void
look_at_day (HeartenRule *self, GTimeZone *zone, guint32 julian, gint64 after, HeartenOccurrence *best)
{
  const HeartenRuleParts *parts = &self->parts;
  int moments[HEARTEN_RULE_MAX_MOMENTS];

  if (parts->repeat != HEARTEN_REPEAT_MOMENTS)
    {
      look_at_times (parts->times, parts->n_times, zone, julian, after, best);
      return;
    }

  hearten_quiet_moments_choose (self->seed, julian, parts->start, parts->end, parts->count, moments);
  look_at_times (moments, (gsize) parts->count, zone, julian, after, best);
}

gboolean
hearten_rule_next (HeartenRule *self, gint64 after, GTimeZone *local, HeartenOccurrence *out)
{
  HeartenOccurrence best = { G_MAXINT64, 0, 0 };
  GTimeZone *zone;
  guint32 julian;

  g_return_val_if_fail (self != NULL && local != NULL && out != NULL, FALSE);

  /* A gap can push the end of yesterday into today, and an island that skips a day pushes a whole day onto
   * the next one: so it begins a day early and does not end before the day after the one that was found. */
  zone = self->zone != NULL ? self->zone : local;
  julian = MAX (hearten_wall_time_get_day (zone, after), 2) - 1;
  for (julian = find_day (&self->parts, julian); julian != 0 && julian < LAST_DAY;
       julian = find_day (&self->parts, julian + 1))
    {
      if (best.instant != G_MAXINT64 && julian > best.julian + 1)
        break;
      look_at_day (self, zone, julian, after, &best);
    }

  *out = best;
  return best.instant != G_MAXINT64;
}

char *
hearten_occurrence_dup_key (const HeartenOccurrence *self, const char *id)
{
  GDate date;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->julian);
  return g_strdup_printf ("%s@%04u-%02u-%02uT%02d:%02d", id, g_date_get_year (&date),
                          (guint) g_date_get_month (&date), g_date_get_day (&date), self->minute / 60,
                          self->minute % 60);
}
