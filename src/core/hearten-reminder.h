/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"
#include "hearten-rule.h"

G_BEGIN_DECLS

/**
 * HeartenPurpose:
 * @HEARTEN_PURPOSE_OWN: the user's own
 * @HEARTEN_PURPOSE_PATIENCE: to be patient with oneself and with time
 * @HEARTEN_PURPOSE_SPACE: to keep giving room
 *
 * What a reminder is for.
 */
typedef enum {
  HEARTEN_PURPOSE_OWN,
  HEARTEN_PURPOSE_PATIENCE,
  HEARTEN_PURPOSE_SPACE,
} HeartenPurpose;

#define HEARTEN_TYPE_PURPOSE (hearten_purpose_get_type ())
GType hearten_purpose_get_type (void);

/**
 * hearten_purpose_get_label:
 *
 * Returns: the purpose in the user's language, such as "Patience"
 */
const char *hearten_purpose_get_label (HeartenPurpose purpose);

/**
 * hearten_purpose_get_default_text:
 *
 * Returns: what a new reminder for it says, in the user's language; empty for %HEARTEN_PURPOSE_OWN
 */
const char *hearten_purpose_get_default_text (HeartenPurpose purpose);

/**
 * hearten_purpose_get_default_page:
 *
 * Returns: the page that a new reminder for it opens
 */
const char *hearten_purpose_get_default_page (HeartenPurpose purpose);

/**
 * HeartenWording:
 * @HEARTEN_WORDING_OWN: the reminder's own text
 * @HEARTEN_WORDING_DECK: another line of the purpose's deck each time
 * @HEARTEN_WORDING_PLAN: an if-then plan of the space period that runs, to rehearse it
 *
 * Where a reminder has its words from; see [class@ReminderWords].
 */
typedef enum {
  HEARTEN_WORDING_OWN,
  HEARTEN_WORDING_DECK,
  HEARTEN_WORDING_PLAN,
} HeartenWording;

#define HEARTEN_TYPE_WORDING (hearten_wording_get_type ())
GType hearten_wording_get_type (void);

/**
 * HeartenUnless:
 * @HEARTEN_UNLESS_NOTHING: it always comes
 * @HEARTEN_UNLESS_PRACTISED: not on a day on which the tip that it opens was practised
 * @HEARTEN_UNLESS_WRITTEN: not on a day on which a page was written
 * @HEARTEN_UNLESS_WEATHER: not on a day on which the inner weather was noted
 *
 * When a reminder need not come; see [class@DoneToday].
 */
typedef enum {
  HEARTEN_UNLESS_NOTHING,
  HEARTEN_UNLESS_PRACTISED,
  HEARTEN_UNLESS_WRITTEN,
  HEARTEN_UNLESS_WEATHER,
} HeartenUnless;

#define HEARTEN_TYPE_UNLESS (hearten_unless_get_type ())
GType hearten_unless_get_type (void);

#define HEARTEN_TYPE_REMINDER (hearten_reminder_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminder, hearten_reminder, HEARTEN, REMINDER, HeartenRecord)

/**
 * HeartenReminder:
 *
 * Something to be reminded of, and when. Its properties notify; only [class@Reminders] changes them.
 */

/**
 * hearten_reminder_get_text:
 *
 * Returns: what it says, and where its words come from elsewhere, what it says when there are none
 */
const char *hearten_reminder_get_text (HeartenReminder *self);

HeartenPurpose hearten_reminder_get_purpose (HeartenReminder *self);
HeartenWording hearten_reminder_get_wording (HeartenReminder *self);

/**
 * hearten_reminder_get_rule:
 *
 * Returns: (transfer none): when it comes
 */
HeartenRule *hearten_reminder_get_rule (HeartenReminder *self);

/**
 * hearten_reminder_get_before:
 *
 * Returns: (transfer none) (nullable): when it came before it was lightened for a time
 */
HeartenRule *hearten_reminder_get_before (HeartenReminder *self);

gboolean hearten_reminder_get_enabled (HeartenReminder *self);
HeartenUnless hearten_reminder_get_unless (HeartenReminder *self);

/**
 * hearten_reminder_get_kept:
 * @day: (out): the local day on which the user last chose to keep it as often as it comes
 *
 * Returns: whether there is one; see [func@taper_offer]
 */
gboolean hearten_reminder_get_kept (HeartenReminder *self, GDate *day);

/**
 * hearten_reminder_get_page:
 *
 * Returns: the page it opens, such as `today`, `space` or `tip-21`
 */
const char *hearten_reminder_get_page (HeartenReminder *self);

/**
 * hearten_reminder_get_next:
 * @clock: tells the time and the user's zone
 *
 * Returns: when it comes next, in microseconds since 1970-01-01 00:00 UTC, or 0 when it is switched off
 *   or does not come again
 */
gint64 hearten_reminder_get_next (HeartenReminder *self, HeartenClock *clock);

G_END_DECLS
