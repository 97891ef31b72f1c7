/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-ledger.h"
#include "hearten-reminder-report.h"
#include "hearten-schedule.h"

G_BEGIN_DECLS

/**
 * hearten_upcoming_add:
 * @ledger: (nullable): knows what was put off and held back
 * @now: microseconds since 1970-01-01 00:00 UTC
 * @zone: where the user is
 * @limit: how many at most
 *
 * Adds what comes strictly after an instant, earliest first. What falls into quiet hours is listed for their
 * end; what falls into a pause, or on a day on which it is done already, is not listed.
 */
void hearten_upcoming_add (HeartenReminderReport *report,
                           HeartenSchedule *schedule,
                           HeartenLedger *ledger,
                           gint64 now,
                           GTimeZone *zone,
                           guint limit);

/**
 * hearten_upcoming_print:
 * @path: (nullable) (type filename): a schedule file; %NULL for the user's own, with what was put off
 * @now: microseconds since 1970-01-01 00:00 UTC
 * @limit: how many at most
 *
 * Prints what comes strictly after an instant to standard output, a line each: the instant as RFC 3339 in
 * UTC, a space, the reminder's id. Reminders that cannot be read are told of on standard error.
 *
 * Errors: those of [func@schedule_load]
 *
 * Returns: whether the schedule could be read; the user's own may be missing
 */
gboolean hearten_upcoming_print (const char *path, gint64 now, guint limit, GError **error);

G_END_DECLS
