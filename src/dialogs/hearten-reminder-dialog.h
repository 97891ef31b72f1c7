/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_DIALOG (hearten_reminder_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderDialog, hearten_reminder_dialog, HEARTEN, REMINDER_DIALOG, AdwDialog)

/**
 * hearten_reminder_dialog_new:
 * @reminder: (nullable): the reminder to edit; %NULL to add one
 *
 * Nothing is kept before Save. Delete activates `win.delete-reminder`.
 */
AdwDialog *hearten_reminder_dialog_new (HeartenContext *context, HeartenReminder *reminder);

/**
 * hearten_reminder_dialog_new_for_plan:
 * @plan: an item with a day
 *
 * Returns: (transfer floating): a dialog for a new reminder that follows the plan's day
 */
AdwDialog *hearten_reminder_dialog_new_for_plan (HeartenContext *context, HeartenItem *plan);

G_END_DECLS
