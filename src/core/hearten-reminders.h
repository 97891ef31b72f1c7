/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-anchors.h"
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
/* For a time: as while a chapter is closed. A rule that the user sets meanwhile stays. */

/**
 * hearten_reminders_lighten:
 * @rule: a lighter one, as from [func@taper_lighten]
 */
void hearten_reminders_lighten (HeartenReminders *self, HeartenReminder *reminder, HeartenRule *rule);

/**
 * hearten_reminders_unlighten:
 *
 * Goes back to the rule before [method@Reminders.lighten], where there is one.
 */
void hearten_reminders_unlighten (HeartenReminders *self, HeartenReminder *reminder);
void hearten_reminders_set_enabled (HeartenReminders *self, HeartenReminder *reminder, gboolean enabled);
void hearten_reminders_set_unless (HeartenReminders *self, HeartenReminder *reminder, HeartenUnless unless);

/**
 * hearten_reminders_keep_rule:
 *
 * Notes that the user wants @reminder as often as it comes, so that nothing lighter is offered for a while.
 */
void hearten_reminders_keep_rule (HeartenReminders *self, HeartenReminder *reminder);
void hearten_reminders_set_page (HeartenReminders *self, HeartenReminder *reminder, const char *page);

/**
 * hearten_reminders_set_anchors:
 *
 * Lets reminders count days along a space period or a dated record. Their rows change with those.
 */
void hearten_reminders_set_anchors (HeartenReminders *self, HeartenAnchors *anchors);

/**
 * HeartenReminders::holds-back:
 * @reminder: one that is switched on
 *
 * Asks whether @reminder must not come for now. What the user switched on or off stays as it is.
 *
 * Returns: %TRUE to hold it back
 */

/**
 * hearten_reminders_may_come:
 *
 * Returns: whether @reminder is switched on and nothing holds it back
 */
gboolean hearten_reminders_may_come (HeartenReminders *self, HeartenReminder *reminder);

/**
 * hearten_reminders_review:
 *
 * Tells that the answer to [signal@Reminders::holds-back] may be another one for @reminder.
 */
void hearten_reminders_review (HeartenReminders *self, HeartenReminder *reminder);

/**
 * hearten_reminders_dup_rule:
 *
 * Returns: (transfer full) (nullable): when @reminder comes as things are now, tied to it and with its days
 * as dates: for [method@Rule.next] and a schedule. %NULL where it has no days now
 */
HeartenRule *hearten_reminders_dup_rule (HeartenReminders *self, HeartenReminder *reminder);

/**
 * hearten_reminders_find_anchor:
 *
 * Returns: (transfer none) (nullable): the record, such as a plan, whose day @reminder counts along; %NULL
 *   where that is gone or has no day now, and for all other reminders
 */
HeartenRecord *hearten_reminders_find_anchor (HeartenReminders *self, HeartenReminder *reminder);

/**
 * hearten_reminders_find_for:
 * @anchor: a record's id
 *
 * Returns: (transfer none) (nullable): a reminder that counts along the day of that record
 */
HeartenReminder *hearten_reminders_find_for (HeartenReminders *self, const char *anchor);

/**
 * hearten_reminders_get_since:
 *
 * Returns: from when on @reminder counts, in microseconds since 1970-01-01 00:00 UTC: what was due before the
 *   last change was not missed
 */
gint64 hearten_reminders_get_since (HeartenReminders *self, HeartenReminder *reminder);

/**
 * hearten_reminders_get_next:
 *
 * Returns: when @reminder comes next, in microseconds since 1970-01-01 00:00 UTC, or 0 when it may not
 * come or has nothing to come
 */
gint64 hearten_reminders_get_next (HeartenReminders *self, HeartenReminder *reminder);

/**
 * hearten_reminders_dup_next:
 * @instant: (out) (optional): when it comes, in microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full) (nullable): the reminder that comes next, or %NULL when none is switched on
 */
HeartenReminder *hearten_reminders_dup_next (HeartenReminders *self, gint64 *instant);

/**
 * hearten_reminders_has_next:
 *
 * Returns: whether any reminder is switched on and comes again
 */
gboolean hearten_reminders_has_next (HeartenReminders *self);

G_END_DECLS
