/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-ledger-state.h"

G_BEGIN_DECLS

/**
 * HeartenReminderNext:
 * @key: the occurrence, for [method@ReminderClient.snooze_for_async]
 * @id: the reminder's id
 * @instant: when it comes, in microseconds since 1970-01-01 00:00 UTC; quiet hours and a pause are reckoned
 * in
 * @again: whether it was put off or held back, and so has been due before
 *
 * Something that will come.
 */
typedef struct
{
  char *key;
  char *id;
  gint64 instant;
  gboolean again;
} HeartenReminderNext;

/**
 * HeartenReminderPast:
 * @key: the occurrence, for [method@ReminderClient.done_async]
 * @id: the reminder's id; it may be deleted by now, and is empty for a try of no reminder
 * @state: what became of it
 * @why: and why
 * @due: when it was due, in microseconds since 1970-01-01 00:00 UTC
 * @at: when that became of it, in the same unit; 0 where it was not noted
 * @until: when it comes again, in the same unit; 0 unless it is snoozed or held
 *
 * Something that came, or did not.
 */
typedef struct
{
  char *key;
  char *id;
  HeartenLedgerState state;
  HeartenLedgerWhy why;
  gint64 due;
  gint64 at;
  gint64 until;
} HeartenReminderPast;

/**
 * HeartenReminderReport:
 * @next: (element-type HeartenReminderNext): what comes, earliest first
 * @past: (element-type HeartenReminderPast): what became of those before, newest first
 *
 * What the reminder service knows of the near future and the recent past.
 */
typedef struct
{
  GPtrArray *next;
  GPtrArray *past;
} HeartenReminderReport;

#define HEARTEN_REMINDER_REPORT_TYPE "(a(ssxb)a(ssssxxx))"

HeartenReminderReport *hearten_reminder_report_new (void);
void hearten_reminder_report_free (HeartenReminderReport *self);

void hearten_reminder_report_add_next (HeartenReminderReport *self,
                                       const char *key,
                                       gint64 instant,
                                       gboolean again);
void hearten_reminder_report_add_past (HeartenReminderReport *self, const HeartenReminderPast *past);

/**
 * hearten_reminder_report_to_variant:
 *
 * Returns: (transfer floating): a variant of the type `HEARTEN_REMINDER_REPORT_TYPE`
 */
GVariant *hearten_reminder_report_to_variant (HeartenReminderReport *self);

/**
 * hearten_reminder_report_from_variant:
 * @variant: of the type `HEARTEN_REMINDER_REPORT_TYPE`; what this version does not know is left out
 *
 * Returns: (transfer full): the report
 */
HeartenReminderReport *hearten_reminder_report_from_variant (GVariant *variant);

/**
 * hearten_reminder_key_dup_id:
 * @key: as in [method@Occurrence.dup_key]
 *
 * Returns: (transfer full): the id of the reminder
 */
char *hearten_reminder_key_dup_id (const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenReminderReport, hearten_reminder_report_free)

G_END_DECLS
