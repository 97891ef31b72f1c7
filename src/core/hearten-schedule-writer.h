/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-done-today.h"
#include "hearten-reminder-client.h"
#include "hearten-reminder-settings.h"
#include "hearten-reminder-words.h"
#include "hearten-reminders.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SCHEDULE_WRITER (hearten_schedule_writer_get_type ())
G_DECLARE_FINAL_TYPE (HeartenScheduleWriter, hearten_schedule_writer, HEARTEN, SCHEDULE_WRITER, GObject)

/**
 * HeartenScheduleWriter:
 *
 * Keeps the schedule file true to the reminders and their settings, and tells the reminder service of every
 * change.
 *
 * The words of a reminder are in the file only where a notification may show them.
 *
 * A burst of changes is one write, on a worker. While no reminder is switched on, the service is not started.
 */

/**
 * hearten_schedule_writer_new:
 *
 * @done: (nullable): knows which reminders need not come today
 *
 * It rests until [method@ScheduleWriter.start].
 */
HeartenScheduleWriter *hearten_schedule_writer_new (HeartenReminders *reminders,
                                                    HeartenReminderSettings *settings,
                                                    HeartenReminderWords *words,
                                                    HeartenDoneToday *done,
                                                    HeartenReminderClient *client);

/**
 * hearten_schedule_writer_start:
 *
 * Begins to follow the reminders, and sees to it that the service runs. Call it once all reminders are
 * loaded: before, the file would lose those that are not there yet.
 */
void hearten_schedule_writer_start (HeartenScheduleWriter *self);

/**
 * hearten_schedule_writer_flush_async:
 *
 * Writes at once what has not been written, and tries again what failed: for closing, and for a "Try again"
 * button.
 */
void hearten_schedule_writer_flush_async (HeartenScheduleWriter *self,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);

/**
 * hearten_schedule_writer_flush_finish:
 *
 * Returns: whether the file is true and the service knows; if not, [property@ScheduleWriter:problem] says why
 */
gboolean
hearten_schedule_writer_flush_finish (HeartenScheduleWriter *self, GAsyncResult *result, GError **error);

/**
 * hearten_schedule_writer_get_problem:
 *
 * Returns: (nullable): what keeps reminders from coming, in sentences for the user; %NULL while nothing does
 */
const char *hearten_schedule_writer_get_problem (HeartenScheduleWriter *self);

G_END_DECLS
