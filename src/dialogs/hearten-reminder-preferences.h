/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_PREFERENCES (hearten_reminder_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderPreferences,
                      hearten_reminder_preferences,
                      HEARTEN,
                      REMINDER_PREFERENCES,
                      AdwPreferencesGroup)

/**
 * HeartenReminderPreferences:
 *
 * How all reminders behave: whether notifications say their words, quiet hours, and how many a day.
 */

/**
 * hearten_reminder_preferences_set_context:
 *
 * To be called once.
 */
void hearten_reminder_preferences_set_context (HeartenReminderPreferences *self, HeartenContext *context);

G_END_DECLS
