/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-reminders.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_ROW (hearten_reminder_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderRow, hearten_reminder_row, HEARTEN, REMINDER_ROW, AdwActionRow)

/**
 * hearten_reminder_row_new:
 * @reminders: the list that changes @reminder
 *
 * Returns: (transfer floating): a row that shows @reminder, switches it, and opens it when activated
 */
GtkWidget *hearten_reminder_row_new (HeartenReminders *reminders, HeartenReminder *reminder);

G_END_DECLS
