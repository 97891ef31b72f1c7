/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-upcoming.h"

#include "hearten-clock.h"
#include "hearten-instant.h"
#include "hearten-schedule.h"

static HeartenSchedule *
load (const char *path, GError **error)
{
  g_autofree char *own_path = hearten_schedule_dup_path (NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_load (path != NULL ? path : own_path, &local_error);

  if (path == NULL && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return hearten_schedule_new ();
  if (schedule == NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&local_error),
                                "%s: ", path != NULL ? path : own_path);

  return g_steal_pointer (&schedule);
}

gboolean
hearten_upcoming_print (const char *path, gint64 now, guint limit, GError **error)
{
  g_autoptr (HeartenSchedule) schedule = load (path, error);
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);
  g_autoptr (GArray) upcoming = NULL;

  if (schedule == NULL)
    return FALSE;

  for (const char *const *skipped = hearten_schedule_get_skipped (schedule); *skipped != NULL; skipped++)
    g_printerr ("hearten-reminders: %s\n", *skipped);

  upcoming = hearten_schedule_upcoming (schedule, now, zone, limit);
  for (guint i = 0; i < upcoming->len; i++)
    {
      HeartenDue *due = &g_array_index (upcoming, HeartenDue, i);
      g_autofree char *instant = hearten_instant_to_text (due->occurrence.instant);

      g_print ("%s %s\n", instant, due->item->id);
    }

  return TRUE;
}
