/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-service-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-upcoming.h"

#define SNOOZE_MAX_MINUTES (7 * 24 * 60)
#define TRY "@try"

static const HeartenLedgerEntry *
find_entry (HeartenService *self, const char *key, GError **error)
{
  const HeartenLedgerEntry *entry = hearten_ledger_find (self->ledger, key);

  if (entry == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _ ("This reminder was not shown, or long ago."));
  return entry;
}

static void
settle (HeartenService *self, const HeartenLedgerEntry *found, HeartenLedgerState state, gint64 until)
{
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (self->clock);
  g_autofree char *key = g_strdup (found->key);
  gint64 now = hearten_clock_get_now (self->clock);
  HeartenLedgerEntry entry = { .key = key,
                               .state = state,
                               .why = hearten_service_get_origin (found),
                               .due = found->due,
                               .at = now,
                               .until = until,
                               .shown = found->shown };

  hearten_ledger_note (self->ledger, &entry);
  g_hash_table_remove (self->asked, key);
  hearten_service_save (self);
  hearten_notifier_withdraw (self->notifier, key);
  hearten_service_plan (self, now, zone);
  /* Something may have come due since the last look: the next one has to see it. */
  self->nearest = 0;
}

gboolean
hearten_service_done (HeartenService *self, const char *key, GError **error)
{
  const HeartenLedgerEntry *entry;

  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  entry = find_entry (self, key, error);
  if (entry == NULL)
    return FALSE;

  settle (self, entry, HEARTEN_LEDGER_STATE_DONE, 0);
  return TRUE;
}

gboolean
hearten_service_snooze (HeartenService *self, const char *key, guint minutes, GError **error)
{
  const HeartenLedgerEntry *entry;

  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  entry = find_entry (self, key, error);
  if (entry == NULL)
    return FALSE;
  if (minutes > SNOOZE_MAX_MINUTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A reminder can wait for a week at most."));
      return FALSE;
    }

  settle (self, entry, HEARTEN_LEDGER_STATE_SNOOZED,
          hearten_clock_get_now (self->clock) + minutes * HEARTEN_SERVICE_MINUTE);
  return TRUE;
}

gboolean
hearten_service_snooze_for (HeartenService *self, const char *key, HeartenSnooze choice, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  const HeartenLedgerEntry *entry;
  gint64 until;

  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  entry = find_entry (self, key, error);
  if (entry == NULL)
    return FALSE;

  zone = hearten_clock_dup_zone (self->clock);
  until = hearten_snooze_find (choice, hearten_clock_get_now (self->clock), zone);
  if (until == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("It is too late for that today. Please choose another time."));
      return FALSE;
    }

  settle (self, entry, HEARTEN_LEDGER_STATE_SNOOZED, until);
  return TRUE;
}

gboolean
hearten_service_try (HeartenService *self, const char *id, GError **error)
{
  gint64 now;
  const HeartenScheduled *item = NULL;
  g_autofree char *key = NULL;
  HeartenLedgerEntry entry = { .state = HEARTEN_LEDGER_STATE_SHOWN, .why = HEARTEN_LEDGER_WHY_TRY };

  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (*id != '\0')
    item = hearten_schedule_find (self->schedule, id);
  if (*id != '\0' && item == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _ ("This reminder is switched off or not written yet."));
      return FALSE;
    }

  now = hearten_clock_get_now (self->clock);
  key = g_strconcat (id, TRY, NULL);
  entry.key = key;
  entry.due = entry.at = entry.shown = now;
  hearten_ledger_note (self->ledger, &entry);
  hearten_service_save (self);
  hearten_notifier_show_outside (self->notifier, key, item != NULL ? item->title : "Hearten",
                                 item != NULL ? hearten_scheduled_get_text (item, key)
                                              : _ ("Reminders reach you."),
                                 item != NULL ? item->page : "reminders");
  return TRUE;
}

HeartenReminderReport *
hearten_service_report (HeartenService *self, guint limit)
{
  HeartenReminderReport *report = hearten_reminder_report_new ();
  g_autoptr (GTimeZone) zone = NULL;

  g_return_val_if_fail (HEARTEN_IS_SERVICE (self) && self->ledger != NULL, report);

  zone = hearten_clock_dup_zone (self->clock);
  hearten_service_look (self);
  hearten_upcoming_add (report, self->schedule, self->ledger, hearten_clock_get_now (self->clock), zone,
                        limit);

  for (guint i = hearten_ledger_get_length (self->ledger); i > 0 && report->past->len < limit; i--)
    {
      const HeartenLedgerEntry *entry = hearten_ledger_get_entry (self->ledger, i - 1);
      HeartenReminderPast past = { .key = entry->key,
                                   .state = entry->state,
                                   .why = entry->why,
                                   .due = entry->due,
                                   .at = entry->at,
                                   .until = entry->until };

      if (entry->state != HEARTEN_LEDGER_STATE_PENDING)
        hearten_reminder_report_add_past (report, &past);
    }

  return report;
}
