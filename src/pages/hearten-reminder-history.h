/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_HISTORY (hearten_reminder_history_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderHistory, hearten_reminder_history, HEARTEN, REMINDER_HISTORY, AdwBin)

/**
 * HeartenReminderHistory:
 *
 * The next three reminders, and the last ten with what became of each and why. It asks the reminder service,
 * which alone knows, and asks again whenever the service says that something changed.
 */

/**
 * hearten_reminder_history_set_context:
 *
 * To be called once.
 */
void hearten_reminder_history_set_context (HeartenReminderHistory *self, HeartenContext *context);

G_END_DECLS
