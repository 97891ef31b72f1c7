/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-clock.h"
#include "hearten-manners.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_SETTINGS (hearten_reminder_settings_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderSettings, hearten_reminder_settings, HEARTEN, REMINDER_SETTINGS, GObject)

/**
 * HeartenReminderSettings:
 *
 * How reminders behave on this device: its properties are those of [struct@Manners], to be bound to a page.
 * `quiet` (boolean), `quiet-from` and `quiet-until` (minutes from midnight), `most` (reminders a day, 0 for
 * no bound), `paused-until` (microseconds since 1970-01-01 00:00 UTC, %HEARTEN_PAUSED_ALWAYS, or 0).
 * [class@ScheduleWriter] carries every change on to the reminder service.
 */
HeartenReminderSettings *hearten_reminder_settings_new (HeartenClock *clock);

/**
 * hearten_reminder_settings_bind:
 * @settings: has the keys `reminders-quiet`, `reminders-quiet-from` and so on
 *
 * Keeps the properties there.
 */
void hearten_reminder_settings_bind (HeartenReminderSettings *self, GSettings *settings);

/**
 * hearten_reminder_settings_get_manners:
 *
 * Returns: (transfer none): what is set
 */
const HeartenManners *hearten_reminder_settings_get_manners (HeartenReminderSettings *self);

/**
 * hearten_reminder_settings_pause:
 * @until: microseconds since 1970-01-01 00:00 UTC, or %HEARTEN_PAUSED_ALWAYS
 */
void hearten_reminder_settings_pause (HeartenReminderSettings *self, gint64 until);

/**
 * hearten_reminder_settings_resume:
 *
 * Ends a pause now. What was due in it is not told of as missed.
 */
void hearten_reminder_settings_resume (HeartenReminderSettings *self);

/**
 * hearten_reminder_settings_is_paused:
 *
 * Returns: whether no reminder comes now. Nothing notifies when a pause is over by itself.
 */
gboolean hearten_reminder_settings_is_paused (HeartenReminderSettings *self);

G_END_DECLS
