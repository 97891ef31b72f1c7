/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_PAUSE (hearten_reminder_pause_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderPause, hearten_reminder_pause, HEARTEN, REMINDER_PAUSE, AdwActionRow)

/**
 * HeartenReminderPause:
 *
 * A row that pauses all reminders until a time, says until when they are, and ends the pause.
 */

/**
 * hearten_reminder_pause_set_context:
 *
 * To be called once.
 */
void hearten_reminder_pause_set_context (HeartenReminderPause *self, HeartenContext *context);

G_END_DECLS
