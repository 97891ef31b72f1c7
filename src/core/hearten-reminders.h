/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"
#include "hearten-reminder.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDERS (hearten_reminders_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminders, hearten_reminders, HEARTEN, REMINDERS, HeartenRecords)

/**
 * HeartenReminders:
 *
 * The reminders, newest first, and the only way to change one. [class@ScheduleWriter] carries every change on
 * to the reminder service.
 */
HeartenReminders *hearten_reminders_new (HeartenStore *store);

/**
 * hearten_reminders_add:
 * @text: what it says
 * @rule: when it comes
 * @page: (nullable): the page it opens; %NULL for the purpose's own
 *
 * Adds a reminder, switched on, with words of its own.
 *
 * Returns: (transfer none): the new reminder, kept by the list
 */
HeartenReminder *hearten_reminders_add (HeartenReminders *self,
                                        HeartenPurpose purpose,
                                        const char *text,
                                        HeartenRule *rule,
                                        const char *page);

void hearten_reminders_set_text (HeartenReminders *self, HeartenReminder *reminder, const char *text);
void
hearten_reminders_set_purpose (HeartenReminders *self, HeartenReminder *reminder, HeartenPurpose purpose);
void
hearten_reminders_set_wording (HeartenReminders *self, HeartenReminder *reminder, HeartenWording wording);
void hearten_reminders_set_rule (HeartenReminders *self, HeartenReminder *reminder, HeartenRule *rule);
void hearten_reminders_set_enabled (HeartenReminders *self, HeartenReminder *reminder, gboolean enabled);
void hearten_reminders_set_page (HeartenReminders *self, HeartenReminder *reminder, const char *page);

/**
 * hearten_reminders_dup_next:
 * @instant: (out) (optional): when it comes, in microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full) (nullable): the reminder that comes next, or %NULL when none is switched on
 */
HeartenReminder *hearten_reminders_dup_next (HeartenReminders *self, gint64 *instant);

G_END_DECLS
