/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-journal.h"
#include "hearten-practices.h"
#include "hearten-reminder.h"
#include "hearten-weathers.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_DONE_TODAY (hearten_done_today_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDoneToday, hearten_done_today, HEARTEN, DONE_TODAY, GObject)

/**
 * HeartenDoneToday:
 *
 * Knows whether what a reminder reminds of was done today already: a tip was practised, a page was written,
 * the inner weather was noted. The reminder service never reads the journal; it is told only that, day by
 * day.
 *
 * The signal `changed` comes when one of these becomes true or is taken back.
 */
HeartenDoneToday *
hearten_done_today_new (HeartenPractices *practices, HeartenJournal *journal, HeartenWeathers *weathers);

/**
 * hearten_done_today_start:
 *
 * Begins to follow its models. Call it once they are loaded.
 */
void hearten_done_today_start (HeartenDoneToday *self);

/**
 * hearten_done_today_includes:
 *
 * Returns: whether @reminder need not come again today
 */
gboolean hearten_done_today_includes (HeartenDoneToday *self, HeartenReminder *reminder);

/**
 * hearten_done_today_get_day:
 *
 * Returns: today, as in [method@GLib.Date.get_julian]
 */
guint32 hearten_done_today_get_day (HeartenDoneToday *self);

G_END_DECLS
