/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include "hearten-schedule.h"
#include "hearten-upcoming.h"

#define NOW G_GINT64_CONSTANT (1795464845123456)
#define DAY G_TIME_SPAN_DAY

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static GTimeZone *zone;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_from_bytes (bytes, NULL);
  g_autoptr (HeartenSchedule) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;
  g_autoptr (GArray) upcoming = NULL;
  g_autoptr (GArray) between = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenReminderReport) report = hearten_reminder_report_new ();
  gint64 quiet_end;

  if (zone == NULL)
    zone = g_time_zone_new_identifier ("Europe/Berlin");
  if (schedule == NULL)
    return 0;
  upcoming = hearten_schedule_upcoming (schedule, NOW, zone, 3);
  between = hearten_schedule_between (schedule, NOW - 3 * DAY, NOW, zone);
  g_assert_cmpuint (upcoming->len, <=, 3);
  quiet_end = hearten_manners_find_quiet_end (hearten_schedule_get_manners (schedule), NOW, zone);
  g_assert_true (quiet_end == 0 || (quiet_end > NOW && quiet_end <= NOW + 2 * DAY));
  hearten_upcoming_add (report, schedule, NULL, NOW, zone, 3);
  g_assert_cmpuint (report->next->len, <=, 3);
  written = hearten_schedule_to_bytes (schedule);
  again = hearten_schedule_from_bytes (written, &error);
  g_assert_no_error (error);
  rewritten = hearten_schedule_to_bytes (again);
  hearten_fuzz_same (written, rewritten);
  return 0;
}
