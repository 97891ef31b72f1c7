/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-wall-time.h"

#define DAY_SECONDS ((gint64) 24 * 60 * 60)
#define EPOCH_JULIAN 719163 /* 1970-01-01 */

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

gint64
hearten_wall_time_resolve (GTimeZone *zone, guint32 julian, int minute)
{
  gint64 wall = ((gint64) julian - EPOCH_JULIAN) * DAY_SECONDS + minute * 60;
  gint64 moved = wall;
  int first, last;

  g_return_val_if_fail (zone != NULL, 0);

  /* No offset reaches a day, so every interval that can hold this time is between these two. */
  first = find_interval (zone, wall - DAY_SECONDS);
  last = find_interval (zone, wall + DAY_SECONDS);

  for (int i = first; i <= last; i++)
    {
      gint64 second = wall - g_time_zone_get_offset (zone, i);
      int found = find_interval (zone, second);

      if (found == i)
        return second * G_USEC_PER_SEC;
      /* Beyond the end of its interval: if none holds it, the last of these is the offset in force before the
       * gap. */
      if (found > i)
        moved = second;
    }

  return moved * G_USEC_PER_SEC;
}

guint32
hearten_wall_time_get_day (GTimeZone *zone, gint64 instant)
{
  gint64 second = floor_div (instant, G_USEC_PER_SEC);

  g_return_val_if_fail (zone != NULL, 0);

  second += g_time_zone_get_offset (zone, find_interval (zone, second));
  return (guint32) (floor_div (second, DAY_SECONDS) + EPOCH_JULIAN);
}
