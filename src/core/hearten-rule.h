/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "hearten-error.h"

G_BEGIN_DECLS

/**
 * HeartenRepeat:
 * @HEARTEN_REPEAT_DAILY: every day at each of the rule's times
 *
 * How a rule comes round.
 */
typedef enum {
  HEARTEN_REPEAT_DAILY,
} HeartenRepeat;

#define HEARTEN_TYPE_REPEAT (hearten_repeat_get_type ())
GType hearten_repeat_get_type (void);

/**
 * HEARTEN_RULE_MAX_TIMES:
 *
 * The most times of day that one rule may have.
 */
#define HEARTEN_RULE_MAX_TIMES 48

/**
 * HeartenRule:
 *
 * When a reminder comes: wall times and the zone they are meant in. Never changes once made, so it can be
 * shared between threads.
 */
typedef struct _HeartenRule HeartenRule;

#define HEARTEN_TYPE_RULE (hearten_rule_get_type ())
GType hearten_rule_get_type (void);

/**
 * HeartenOccurrence:
 * @instant: when it is due, in microseconds since 1970-01-01 00:00 UTC
 * @julian: the day it was scheduled for in the rule's zone, as in [method@GLib.Date.get_julian]
 * @minute: the time it was scheduled for, in minutes from midnight in the rule's zone
 *
 * One time that a rule comes round. Where clocks change, @instant may show another time on the wall than
 * @minute.
 */
typedef struct
{
  gint64 instant;
  guint32 julian;
  int minute;
} HeartenOccurrence;

/**
 * hearten_rule_new_daily:
 * @minutes: (array length=n_minutes): times of day, each 0 … 1439 minutes from midnight, in any order
 * @n_minutes: 1 … %HEARTEN_RULE_MAX_TIMES
 * @zone: (nullable): an IANA zone name such as `Europe/Berlin`; %NULL for wherever the user is ("floating")
 *
 * Errors: %HEARTEN_ERROR_NOT_A_RECORD when a time is out of range or the zone is not known
 *
 * Returns: (transfer full): the rule
 */
HeartenRule *hearten_rule_new_daily (const int *minutes, gsize n_minutes, const char *zone, GError **error);

/**
 * hearten_rule_new_daily_at:
 * @hour: 0 … 23
 * @minute: 0 … 59
 *
 * Returns: (transfer full): once a day, wherever the user is
 */
HeartenRule *hearten_rule_new_daily_at (int hour, int minute);

HeartenRule *hearten_rule_ref (HeartenRule *self);
void hearten_rule_unref (HeartenRule *self);
gboolean hearten_rule_equal (HeartenRule *self, HeartenRule *other);

HeartenRepeat hearten_rule_get_repeat (HeartenRule *self);

/**
 * hearten_rule_get_times:
 * @n_times: (out): how many there are
 *
 * Returns: (array length=n_times): the times of day in minutes from midnight, earliest first
 */
const int *hearten_rule_get_times (HeartenRule *self, gsize *n_times);

/**
 * hearten_rule_get_zone:
 *
 * Returns: (nullable): an IANA zone name, or %NULL for wherever the user is
 */
const char *hearten_rule_get_zone (HeartenRule *self);

/**
 * hearten_rule_dup_words:
 *
 * Returns: (transfer full): the rule as a person would say it, such as "Every day at 21:00"
 */
char *hearten_rule_dup_words (HeartenRule *self);

/**
 * hearten_rule_from_json:
 * @object: the rule's members; they are taken out of it
 *
 * Strict: a member this version does not know makes the rule unreadable, since it might mean another time.
 *
 * Errors: %HEARTEN_ERROR_NOT_A_RECORD
 *
 * Returns: (transfer full): the rule
 */
HeartenRule *hearten_rule_from_json (JsonObject *object, GError **error);

/**
 * hearten_rule_to_json:
 *
 * Returns: (transfer full): such as `{"repeat":"daily","times":["21:00"],"zone":"Europe/Berlin"}`
 */
JsonObject *hearten_rule_to_json (HeartenRule *self);

/**
 * hearten_rule_next:
 * @after: microseconds since 1970-01-01 00:00 UTC
 * @local: the zone a floating rule is in
 * @out: (out): the occurrence
 *
 * Finds the first occurrence strictly after an instant. Depends on nothing but its arguments.
 *
 * A time that clocks skip comes later by what they skip; a time that clocks show twice comes once, at the
 * first.
 *
 * Returns: whether there is one
 */
gboolean hearten_rule_next (HeartenRule *self, gint64 after, GTimeZone *local, HeartenOccurrence *out);

/**
 * hearten_occurrence_dup_key:
 * @id: the reminder's id
 *
 * Names an occurrence for good, in the ledger and as the id of its notification: whatever becomes of zones
 * and clocks, a reminder comes once for each time it was scheduled for.
 *
 * Returns: (transfer full): such as `<id>@2026-10-25T02:30`
 */
char *hearten_occurrence_dup_key (const HeartenOccurrence *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenRule, hearten_rule_unref)

G_END_DECLS
