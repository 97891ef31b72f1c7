/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-upcoming.h"

#include <string.h>

#include "hearten-clock.h"
#include "hearten-instant.h"
#include "hearten-wall-time.h"

/* How many more are looked at, for those that will not be listed. */
#define SPARE 200

static void
add_scheduled (HeartenReminderReport *report,
               HeartenSchedule *schedule,
               HeartenLedger *ledger,
               gint64 now,
               GTimeZone *zone,
               guint limit)
{
  const HeartenManners *manners = hearten_schedule_get_manners (schedule);
  g_autoptr (GArray) dues = NULL;

  if (manners->paused_until == HEARTEN_PAUSED_ALWAYS)
    return;

  dues = hearten_schedule_upcoming (schedule, MAX (now, manners->paused_until - 1), zone, limit + SPARE);
  for (guint i = 0; i < dues->len && report->next->len < limit; i++)
    {
      HeartenDue *due = &g_array_index (dues, HeartenDue, i);
      gint64 instant = due->occurrence.instant;
      gint64 quiet_end = hearten_manners_find_quiet_end (manners, instant, zone);
      g_autofree char *key = hearten_occurrence_dup_key (&due->occurrence, due->item->id);

      if (due->item->skip != 0 && due->item->skip == hearten_wall_time_get_day (zone, instant))
        continue;
      /* Where clocks were set back it may have come already. */
      if (ledger == NULL || hearten_ledger_find (ledger, key) == NULL)
        hearten_reminder_report_add_next (report, key, quiet_end != 0 ? quiet_end : instant, FALSE);
    }
}

static void
add_noted (HeartenReminderReport *report,
           HeartenSchedule *schedule,
           HeartenLedger *ledger,
           gint64 now,
           GTimeZone *zone)
{
  const HeartenManners *manners = hearten_schedule_get_manners (schedule);
  guint length = hearten_ledger_get_length (ledger);

  for (guint i = 0; i < length; i++)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_get_entry (ledger, i);
      g_autofree char *id = hearten_reminder_key_dup_id (entry->key);
      gint64 quiet_end;

      if ((entry->state != HEARTEN_LEDGER_STATE_SNOOZED && entry->state != HEARTEN_LEDGER_STATE_HELD) ||
          entry->until <= now || hearten_schedule_find (schedule, id) == NULL ||
          hearten_manners_is_paused (manners, entry->until))
        continue;

      quiet_end = hearten_manners_find_quiet_end (manners, entry->until, zone);
      hearten_reminder_report_add_next (report, entry->key, quiet_end != 0 ? quiet_end : entry->until, TRUE);
    }
}

static int
compare_next (gconstpointer a, gconstpointer b)
{
  const HeartenReminderNext *first = *(HeartenReminderNext *const *) a;
  const HeartenReminderNext *second = *(HeartenReminderNext *const *) b;

  if (first->instant != second->instant)
    return first->instant < second->instant ? -1 : 1;
  return strcmp (first->key, second->key);
}

void
hearten_upcoming_add (HeartenReminderReport *report,
                      HeartenSchedule *schedule,
                      HeartenLedger *ledger,
                      gint64 now,
                      GTimeZone *zone,
                      guint limit)
{
  g_return_if_fail (report != NULL && schedule != NULL && zone != NULL);

  add_scheduled (report, schedule, ledger, now, zone, limit);
  if (ledger != NULL)
    add_noted (report, schedule, ledger, now, zone);

  g_ptr_array_sort (report->next, compare_next);
  if (report->next->len > limit)
    g_ptr_array_set_size (report->next, (int) limit);
}

/* Printing */

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

static HeartenLedger *
peek_own_ledger (void)
{
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "hearten", "ledger.json", NULL);

  return hearten_ledger_peek (path);
}

gboolean
hearten_upcoming_print (const char *path, gint64 now, guint limit, GError **error)
{
  g_autoptr (HeartenSchedule) schedule = load (path, error);
  g_autoptr (HeartenLedger) ledger = path == NULL ? peek_own_ledger () : NULL;
  g_autoptr (HeartenReminderReport) report = hearten_reminder_report_new ();
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);

  if (schedule == NULL)
    return FALSE;

  for (const char *const *skipped = hearten_schedule_get_skipped (schedule); *skipped != NULL; skipped++)
    g_printerr ("hearten-reminders: %s\n", *skipped);

  hearten_upcoming_add (report, schedule, ledger, now, zone, limit);
  for (guint i = 0; i < report->next->len; i++)
    {
      const HeartenReminderNext *next = g_ptr_array_index (report->next, i);
      g_autofree char *instant = hearten_instant_to_text (next->instant);

      g_print ("%s %s\n", instant, next->id);
    }

  return TRUE;
}
