/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-wall-time.h"

#define DAY_SECONDS ((gint64) 24 * 60 * 60)
#define EPOCH_JULIAN 719163 /* 1970-01-01 */

/* After this many years the calendar is the same again, until 2100. */
#define CYCLE (28 * 365 * DAY_SECONDS + 7 * DAY_SECONDS)
/* The files of tzdata list each change of clocks up to 2037, and then give a rule. */
#define LISTED ((gint64) 2145830400)  /* 2037-12-31 */
#define JANUARY ((gint64) 2115244800) /* 2037-01-11 */
#define JULY ((gint64) 2130883200)    /* 2037-07-11 */

static int
find_interval (GTimeZone *zone, gint64 second)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, second);
}

static gint64
floor_div (gint64 value, gint64 divisor)
{
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/* GLib 2.84 misreads a rule whose summer is the standard time and whose winter is "DST", as Dublin's is:
 * there, what the file lists is asked instead, for a year with the same days. */
static gint64
find_cycles (GTimeZone *zone, gint64 second)
{
  int january, july;

  if (second < LISTED)
    return 0;

  january = find_interval (zone, JANUARY);
  july = find_interval (zone, JULY);
  if (!g_time_zone_is_dst (zone, january) || g_time_zone_is_dst (zone, july) ||
      g_time_zone_get_offset (zone, january) >= g_time_zone_get_offset (zone, july))
    return 0;

  return ((second - LISTED) / CYCLE + 1) * CYCLE;
}

gint64
hearten_wall_time_resolve (GTimeZone *zone, guint32 julian, int minute)
{
  gint64 wall = ((gint64) julian - EPOCH_JULIAN) * DAY_SECONDS + minute * 60;
  gint64 cycles, moved;
  int first, last;

  g_return_val_if_fail (zone != NULL, 0);

  cycles = find_cycles (zone, wall);
  wall -= cycles;
  moved = wall;

  /* No offset reaches a day, so every interval that can hold this time is between these two. */
  first = find_interval (zone, wall - DAY_SECONDS);
  last = find_interval (zone, wall + DAY_SECONDS);
  if (first == last)
    return (wall - g_time_zone_get_offset (zone, first) + cycles) * G_USEC_PER_SEC;

  for (int i = first; i <= last; i++)
    {
      gint64 second = wall - g_time_zone_get_offset (zone, i);
      int found = find_interval (zone, second);

      if (found == i)
        return (second + cycles) * G_USEC_PER_SEC;
      /* Beyond the end of its interval: if none holds it, the last of these is the offset in force before the
       * gap. */
      if (found > i)
        moved = second;
    }

  return (moved + cycles) * G_USEC_PER_SEC;
}

guint32
hearten_wall_time_get_day (GTimeZone *zone, gint64 instant)
{
  gint64 second = floor_div (instant, G_USEC_PER_SEC);

  g_return_val_if_fail (zone != NULL, 0);

  second += g_time_zone_get_offset (zone, find_interval (zone, second - find_cycles (zone, second)));
  return (guint32) (floor_div (second, DAY_SECONDS) + EPOCH_JULIAN);
}
