/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-reminders.h"

G_BEGIN_DECLS

/* What Hearten proposes to be reminded of. It proposes; only the user adds. */

/**
 * hearten_suggestion_get_text:
 *
 * Returns: what a reminder says whose own words are left empty; never empty
 */
const char *hearten_suggestion_get_text (HeartenPurpose purpose);

/**
 * hearten_suggestion_get_minute:
 *
 * Returns: a fitting time of day, in minutes from midnight
 */
int hearten_suggestion_get_minute (HeartenPurpose purpose);

/**
 * hearten_suggestion_is_taken:
 *
 * Returns: whether there is a reminder for this purpose already, switched on or off
 */
gboolean hearten_suggestion_is_taken (HeartenReminders *reminders, HeartenPurpose purpose);

/**
 * hearten_suggestion_add:
 * @minute: the time of day, in minutes from midnight
 *
 * Returns: (transfer none): the new reminder
 */
HeartenReminder *hearten_suggestion_add (HeartenReminders *reminders, HeartenPurpose purpose, int minute);

G_END_DECLS
