/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-snooze.h"

#include <glib/gi18n-lib.h>

#include "hearten-wall-time.h"

#define MINUTE ((gint64) 60 * G_USEC_PER_SEC)
#define MORNING (4 * 60)

G_DEFINE_ENUM_TYPE (HeartenSnooze,
                    hearten_snooze,
                    G_DEFINE_ENUM_VALUE (HEARTEN_SNOOZE_TEN_MINUTES, "ten-minutes"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_SNOOZE_HOUR, "hour"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_SNOOZE_TONIGHT, "tonight"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_SNOOZE_TOMORROW, "tomorrow"))

const char *
hearten_snooze_get_label (HeartenSnooze self)
{
  switch (self)
    {
    case HEARTEN_SNOOZE_HOUR:
      return C_ ("put off a reminder", "In an hour");
    case HEARTEN_SNOOZE_TONIGHT:
      return C_ ("put off a reminder", "Tonight");
    case HEARTEN_SNOOZE_TOMORROW:
      return C_ ("put off a reminder", "Tomorrow");
    case HEARTEN_SNOOZE_TEN_MINUTES:
    default:
      return C_ ("put off a reminder", "In ten minutes");
    }
}

static gint64
find_tonight (gint64 now, GTimeZone *zone, guint32 today)
{
  if (now < hearten_wall_time_resolve (zone, today, MORNING) ||
      now >= hearten_wall_time_resolve (zone, today, 21 * 60 + 30))
    return 0;

  return hearten_wall_time_resolve (
      zone, today, now < hearten_wall_time_resolve (zone, today, 19 * 60) ? 20 * 60 : 22 * 60);
}

gint64
hearten_snooze_find (HeartenSnooze self, gint64 now, GTimeZone *zone)
{
  guint32 today;

  g_return_val_if_fail (zone != NULL, 0);

  today = hearten_wall_time_get_day (zone, now);
  switch (self)
    {
    case HEARTEN_SNOOZE_HOUR:
      return now + 60 * MINUTE;
    case HEARTEN_SNOOZE_TONIGHT:
      return find_tonight (now, zone, today);
    case HEARTEN_SNOOZE_TOMORROW:
      if (now >= hearten_wall_time_resolve (zone, today, MORNING))
        today++;
      return hearten_wall_time_resolve (zone, today, 9 * 60);
    case HEARTEN_SNOOZE_TEN_MINUTES:
    default:
      return now + 10 * MINUTE;
    }
}
