/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "hearten-schedule.h"

#define REMINDERS 10000

/* How many milliseconds of the processor it takes to find what comes next among many reminders, of which each
 * comes at times of its own. */
int
main (void)
{
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  clock_t begin;

  for (int i = 0; i < REMINDERS; i++)
    {
      const int minutes[] = { i * 7 % 1440, (i * 7 + 311) % 1440 };
      g_autoptr (HeartenRule) rule = hearten_rule_new_daily (minutes, G_N_ELEMENTS (minutes), NULL, NULL);
      g_autofree char *id = g_strdup_printf ("reminder-%d", i);

      hearten_schedule_add (schedule, id, rule, "Hearten", "", NULL, 0);
    }

  begin = clock ();
  g_array_unref (hearten_schedule_upcoming (schedule, g_get_real_time (), zone, 10));
  g_print ("%.3f\n", (double) (clock () - begin) * 1000 / CLOCKS_PER_SEC);
  return 0;
}
