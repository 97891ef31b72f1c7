/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-reminder-report.h"
#include "hearten-snooze.h"

G_BEGIN_DECLS

#define HEARTEN_REMINDERS_NAME "io.github.hearten_app.Hearten.Reminders"
#define HEARTEN_REMINDERS_PATH "/io/github/hearten_app/Hearten/Reminders"
#define HEARTEN_REMINDERS_INTERFACE "io.github.hearten_app.Hearten.Reminders"

/**
 * HEARTEN_SNOOZE_MINUTES:
 *
 * How long the Snooze button of a notification waits.
 */
#define HEARTEN_SNOOZE_MINUTES 10

#define HEARTEN_TYPE_REMINDER_CLIENT (hearten_reminder_client_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderClient, hearten_reminder_client, HEARTEN, REMINDER_CLIENT, GObject)

/**
 * HeartenReminderClient:
 *
 * The app's way to the reminder service. A call starts the service where it does not run yet: by D-Bus
 * activation, and where the bus does not know it, by starting the installed program (or the one that the
 * environment variable `HEARTEN_REMINDERS` names, which then comes first). Nothing blocks.
 *
 * Every call ends in [method@ReminderClient.call_finish], but a report, which ends in
 * [method@ReminderClient.report_finish].
 *
 * The signal `changed` comes from [method@ReminderClient.watch] on, whenever the service shows or notes
 * anything: then a report is old.
 */
HeartenReminderClient *hearten_reminder_client_new (void);

/**
 * hearten_reminder_client_reload_async:
 * @start: whether to start the service where it does not run
 *
 * Has the service read its schedule again.
 */
void hearten_reminder_client_reload_async (HeartenReminderClient *self,
                                           gboolean start,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * hearten_reminder_client_done_async:
 * @key: an occurrence, as in [method@Occurrence.dup_key]
 *
 * Takes the notification away; this occurrence does not come again.
 */
void hearten_reminder_client_done_async (HeartenReminderClient *self,
                                         const char *key,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);

/**
 * hearten_reminder_client_snooze_async:
 * @key: an occurrence, as in [method@Occurrence.dup_key]
 * @minutes: how long until it comes again; 0 for at once
 *
 * Takes the notification away and brings it again later.
 */
void hearten_reminder_client_snooze_async (HeartenReminderClient *self,
                                           const char *key,
                                           guint minutes,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * hearten_reminder_client_snooze_for_async:
 * @key: an occurrence, as in [method@Occurrence.dup_key]
 *
 * As [method@ReminderClient.snooze_async], for one of the usual times. One that makes no sense at this time
 * of day is an error; see [func@snooze_find].
 */
void hearten_reminder_client_snooze_for_async (HeartenReminderClient *self,
                                               const char *key,
                                               HeartenSnooze choice,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);

/**
 * hearten_reminder_client_try_async:
 * @id: (nullable): a reminder that is switched on and has been written; %NULL for a neutral text of its own
 *
 * Shows a reminder now, whatever the quiet hours, a pause or the bound of a day say. It counts for none of
 * them.
 */
void hearten_reminder_client_try_async (HeartenReminderClient *self,
                                        const char *id,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * hearten_reminder_client_report_async:
 * @limit: how many of either kind at most
 *
 * Asks what comes next and what became of those before. A service that does not run is not started for it.
 */
void hearten_reminder_client_report_async (HeartenReminderClient *self,
                                           guint limit,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);

/**
 * hearten_reminder_client_report_finish:
 *
 * Errors: those of [method@ReminderClient.call_finish]
 *
 * Returns: (transfer full): the report; empty where the service does not run
 */
HeartenReminderReport *
hearten_reminder_client_report_finish (HeartenReminderClient *self, GAsyncResult *result, GError **error);

/**
 * hearten_reminder_client_watch:
 *
 * Begins to listen to the service, for the signal `changed`, which comes once as soon as nothing can be
 * missed any more. Does not start the service.
 */
void hearten_reminder_client_watch (HeartenReminderClient *self);

/**
 * hearten_reminder_client_call_finish:
 *
 * Errors: %G_DBUS_ERROR or %G_IO_ERROR when there is no session bus, or the service cannot be started or does
 * not answer
 *
 * Returns: whether the service did what it was asked; also true when it does not run and was not to be
 * started
 */
gboolean
hearten_reminder_client_call_finish (HeartenReminderClient *self, GAsyncResult *result, GError **error);

G_END_DECLS
