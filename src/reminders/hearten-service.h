/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-clock.h"
#include "hearten-ledger.h"
#include "hearten-notifier.h"
#include "hearten-reminder-report.h"
#include "hearten-snooze.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SERVICE (hearten_service_get_type ())
G_DECLARE_FINAL_TYPE (HeartenService, hearten_service, HEARTEN, SERVICE, GObject)

/**
 * HeartenService:
 *
 * Brings each reminder once, at its time.
 *
 * One timer waits for the nearest instant. While something is due today it looks at the clock on the wall at
 * least once a minute, since the computer may sleep and clocks may be set; with nothing due today it waits
 * for tomorrow, and with nothing to come at all it does not wait. RELIABILITY.md, "On time".
 *
 * What is due in the quiet hours waits for their end; what is due in a pause, beyond the user's bound of a
 * day, or when what it reminds of is done already, does not come and is listed. Each look judges in that
 * order: gone, paused, done already, quiet, missed, bound.
 *
 * The signal `changed` comes whenever [method@Service.report] may say something else.
 */
HeartenService *
hearten_service_new (HeartenClock *clock, HeartenNotifier *notifier, const char *state_folder);

/**
 * hearten_service_start:
 *
 * Reads the schedule and the ledger, gathers what was missed, and begins to wait.
 */
void hearten_service_start (HeartenService *self);

/**
 * hearten_service_reload:
 *
 * Reads the schedule again. One that cannot be read changes nothing.
 *
 * Errors: those of [func@schedule_load]
 */
gboolean hearten_service_reload (HeartenService *self, GError **error);

/**
 * hearten_service_done:
 * @key: an occurrence that was shown
 *
 * Errors: %G_IO_ERROR_NOT_FOUND when the ledger knows no such occurrence
 */
gboolean hearten_service_done (HeartenService *self, const char *key, GError **error);

/**
 * hearten_service_snooze:
 * @key: an occurrence that was shown
 * @minutes: how long until it comes again, up to a week; 0 for at once
 *
 * Errors: %G_IO_ERROR_NOT_FOUND when the ledger knows no such occurrence, %G_IO_ERROR_INVALID_ARGUMENT
 */
gboolean hearten_service_snooze (HeartenService *self, const char *key, guint minutes, GError **error);

/**
 * hearten_service_snooze_for:
 * @key: an occurrence that was shown
 *
 * As [method@Service.snooze], for one of the usual times.
 *
 * Errors: %G_IO_ERROR_NOT_FOUND when the ledger knows no such occurrence, %G_IO_ERROR_INVALID_ARGUMENT when
 * it is too late in the day for @choice
 */
gboolean
hearten_service_snooze_for (HeartenService *self, const char *key, HeartenSnooze choice, GError **error);

/**
 * hearten_service_try:
 * @id: a reminder of the schedule, or empty for a neutral text
 *
 * Shows it now, whatever the manners are. It counts for no bound.
 *
 * Errors: %G_IO_ERROR_NOT_FOUND when the schedule has no such reminder
 */
gboolean hearten_service_try (HeartenService *self, const char *id, GError **error);

/**
 * hearten_service_report:
 * @limit: how many of either kind at most
 *
 * Returns: (transfer full): what comes next, and what became of those before
 */
HeartenReminderReport *hearten_service_report (HeartenService *self, guint limit);

/**
 * hearten_service_zones_changed:
 *
 * Forgets what it knows of time zones and looks: to be called when the user's zone or the rules of a zone may
 * have changed.
 */
void hearten_service_zones_changed (HeartenService *self);

/**
 * hearten_service_look:
 *
 * Shows what is due by now and plans the next look. The timer calls it; tests may.
 */
void hearten_service_look (HeartenService *self);

/**
 * hearten_service_get_wake:
 *
 * Returns: when it looks next, in microseconds since 1970-01-01 00:00 UTC, or 0 when it does not wait for
 * anything
 */
gint64 hearten_service_get_wake (HeartenService *self);

/**
 * hearten_service_get_ledger:
 *
 * Returns: (transfer none) (nullable): the ledger, from [method@Service.start] on
 */
HeartenLedger *hearten_service_get_ledger (HeartenService *self);

G_END_DECLS
