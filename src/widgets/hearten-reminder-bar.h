/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-snooze.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_BAR (hearten_reminder_bar_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderBar, hearten_reminder_bar, HEARTEN, REMINDER_BAR, AdwBin)

/**
 * HeartenReminderBar:
 *
 * A reminder that came while the window was in front, with the buttons of a notification. Where several came,
 * it shows one after the other, the newest first. Nothing goes away by itself.
 */

/**
 * HeartenReminderBar::done:
 * @key: an occurrence
 */

/**
 * HeartenReminderBar::later:
 * @key: an occurrence
 * @choice: a [enum@Snooze]
 */

/**
 * HeartenReminderBar::opened:
 * @key: an occurrence
 * @page: the page it is about
 */

/**
 * hearten_reminder_bar_add:
 * @key: the occurrence; the same key replaces what is shown for it
 * @text: what it says
 * @page: the page it is about
 *
 * Shows a reminder, and tells it to a screen reader.
 */
void hearten_reminder_bar_add (HeartenReminderBar *self, const char *key, const char *text, const char *page);

/**
 * hearten_reminder_bar_add_summary:
 * @id: what it is known by; the same one replaces what is shown for it
 * @text: what it says
 * @page: the page it is about
 *
 * Tells of several reminders as one. Done only takes it away, and it cannot be put off.
 */
void hearten_reminder_bar_add_summary (HeartenReminderBar *self,
                                       const char *id,
                                       const char *text,
                                       const char *page);

/**
 * hearten_reminder_bar_remove:
 * @key: an occurrence
 *
 * Takes a reminder away, where it is still there.
 */
void hearten_reminder_bar_remove (HeartenReminderBar *self, const char *key);

/**
 * hearten_reminder_bar_set_time:
 * @now: microseconds since 1970-01-01 00:00 UTC
 * @zone: where the user is
 *
 * Offers what makes sense at this time of day.
 */
void hearten_reminder_bar_set_time (HeartenReminderBar *self, gint64 now, GTimeZone *zone);

G_END_DECLS
