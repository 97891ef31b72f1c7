/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-reminders.h"
#include "hearten-situations.h"
#include "hearten-spaces.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDER_WORDS (hearten_reminder_words_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderWords, hearten_reminder_words, HEARTEN, REMINDER_WORDS, GObject)

/**
 * HeartenReminderWords:
 *
 * What reminders say: their own words, a line of a deck, or a plan to rehearse, as it suits the user's
 * situation now; and whether a notification may say it. Its property `shown` can be bound to a setting.
 *
 * The signal `changed` comes when another situation, space period or setting makes it say something else.
 * Changes of the reminders themselves are told by [class@Reminders].
 */
HeartenReminderWords *hearten_reminder_words_new (HeartenReminders *reminders,
                                                  HeartenSituations *situations,
                                                  HeartenSpaces *spaces);

/**
 * hearten_reminder_words_get_shown:
 *
 * Returns: whether the user wants to see a reminder's words in its notification
 */
gboolean hearten_reminder_words_get_shown (HeartenReminderWords *self);
void hearten_reminder_words_set_shown (HeartenReminderWords *self, gboolean shown);

/**
 * hearten_reminder_words_may_show:
 *
 * Where there was fear, notifications stay neutral whatever the setting says: others may see the screen.
 *
 * Returns: whether a notification may say a reminder's words
 */
gboolean hearten_reminder_words_may_show (HeartenReminderWords *self);

/**
 * hearten_reminder_words_get_neutral:
 *
 * Returns: what a notification says instead, in the user's language
 */
const char *hearten_reminder_words_get_neutral (void);

/**
 * hearten_reminder_words_dup_texts:
 *
 * Lists what @reminder may say. Reminders that share a deck share its lines out, so that two of them never
 * say the same.
 *
 * Returns: (transfer full) (array zero-terminated=1): at least one text, for [func@reminder_text_find]
 */
char **hearten_reminder_words_dup_texts (HeartenReminderWords *self, HeartenReminder *reminder);

/**
 * hearten_reminder_words_dup_text:
 * @key: an occurrence of @reminder, as in [method@Occurrence.dup_key]
 *
 * Returns: (transfer full): what @reminder says that time
 */
char *
hearten_reminder_words_dup_text (HeartenReminderWords *self, HeartenReminder *reminder, const char *key);

/**
 * hearten_reminder_words_dup_text_at:
 * @instant: when @reminder comes, in microseconds since 1970-01-01 00:00 UTC
 * @zone: the zone the user is in
 *
 * Returns: (transfer full): what @reminder says then
 */
char *hearten_reminder_words_dup_text_at (HeartenReminderWords *self,
                                          HeartenReminder *reminder,
                                          gint64 instant,
                                          GTimeZone *zone);

G_END_DECLS
