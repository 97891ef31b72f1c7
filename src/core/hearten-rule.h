/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "hearten-error.h"

G_BEGIN_DECLS

/**
 * HeartenRepeat:
 * @HEARTEN_REPEAT_DAILY: every day at each of the times
 * @HEARTEN_REPEAT_ONCE: on one day at each of the times
 * @HEARTEN_REPEAT_WEEKLY: on chosen weekdays of every week, or of every second, third …
 * @HEARTEN_REPEAT_DAYS: every so many days
 * @HEARTEN_REPEAT_MONTHLY: on a day of every month; in a shorter month on its last
 * @HEARTEN_REPEAT_YEARLY: on a day of every year; 29 February is 28 February where there is none
 * @HEARTEN_REPEAT_HOURLY: every so many hours, every day, inside a window
 * @HEARTEN_REPEAT_MOMENTS: a few times a day inside a window, at moments nobody chose
 * @HEARTEN_REPEAT_DATES: on a list of dates
 * @HEARTEN_REPEAT_RELATIVE: on days counted along something else, such as the space period; comes only as
 *   what [method@Rule.resolve] makes of it
 *
 * How a rule comes round.
 */
typedef enum {
  HEARTEN_REPEAT_DAILY,
  HEARTEN_REPEAT_ONCE,
  HEARTEN_REPEAT_WEEKLY,
  HEARTEN_REPEAT_DAYS,
  HEARTEN_REPEAT_MONTHLY,
  HEARTEN_REPEAT_YEARLY,
  HEARTEN_REPEAT_HOURLY,
  HEARTEN_REPEAT_MOMENTS,
  HEARTEN_REPEAT_DATES,
  HEARTEN_REPEAT_RELATIVE,
} HeartenRepeat;

#define HEARTEN_TYPE_REPEAT (hearten_repeat_get_type ())
GType hearten_repeat_get_type (void);

/**
 * HEARTEN_RULE_MAX_TIMES:
 *
 * The most times of day that one rule may have.
 */
#define HEARTEN_RULE_MAX_TIMES 48

#define HEARTEN_RULE_MAX_DAYS 366
#define HEARTEN_RULE_MAX_WEEKS 52
#define HEARTEN_RULE_MAX_HOURS 12
#define HEARTEN_RULE_MAX_MOMENTS 12
#define HEARTEN_RULE_MAX_ON 64
#define HEARTEN_RULE_MAX_COUNT 3650

/**
 * HEARTEN_RULE_SPACE:
 *
 * What a rule counts along when it counts along the space period, whichever runs.
 */
#define HEARTEN_RULE_SPACE "space"

/**
 * HEARTEN_RULE_ROOM:
 *
 * How many minutes of its window each quiet moment needs at least.
 */
#define HEARTEN_RULE_ROOM 10

/**
 * HeartenRuleParts:
 * @repeat: how it comes round; says which of the others count
 * @times: (array length=n_times): times of day, each 0 … 1439 minutes from midnight, in any order; not for
 *   %HEARTEN_REPEAT_HOURLY and %HEARTEN_REPEAT_MOMENTS
 * @n_times: 1 … %HEARTEN_RULE_MAX_TIMES
 * @zone: (nullable): an IANA zone name such as `Europe/Berlin`; %NULL for wherever the user is ("floating")
 * @day: as in [method@GLib.Date.get_julian]: the one day of %HEARTEN_REPEAT_ONCE, the first one of
 *   %HEARTEN_REPEAT_DAYS, and a day in the first week of %HEARTEN_REPEAT_WEEKLY where @every is more than 1
 * @every: days, weeks or hours between two turns of %HEARTEN_REPEAT_DAYS, %HEARTEN_REPEAT_WEEKLY and
 *   %HEARTEN_REPEAT_HOURLY; weeks begin on Monday
 * @weekdays: the weekdays of %HEARTEN_REPEAT_WEEKLY, bit 0 for Monday … bit 6 for Sunday
 * @month: 1 … 12, for %HEARTEN_REPEAT_YEARLY
 * @date: the day of the month, 1 … 31, for %HEARTEN_REPEAT_MONTHLY and %HEARTEN_REPEAT_YEARLY
 * @start: where the window of %HEARTEN_REPEAT_HOURLY and %HEARTEN_REPEAT_MOMENTS begins, in minutes from
 *   midnight; the first turn of %HEARTEN_REPEAT_HOURLY
 * @end: the last minute of that window, later than @start
 * @count: how many times a day, for %HEARTEN_REPEAT_MOMENTS
 * @anchor: (nullable): what %HEARTEN_REPEAT_RELATIVE counts along: %HEARTEN_RULE_SPACE or a record's id
 * @on: (array length=n_on): for %HEARTEN_REPEAT_RELATIVE, 1 for its first day, 2 for the second …, 0 for its
 *   last day, -1 for the day before that …; for %HEARTEN_REPEAT_DATES, days as in
 * [method@GLib.Date.get_julian]
 * @n_on: 1 … %HEARTEN_RULE_MAX_ON
 *
 * What a rule says.
 */
typedef struct
{
  HeartenRepeat repeat;
  const int *times;
  gsize n_times;
  const char *zone;
  guint32 day;
  int every;
  guint weekdays;
  int month;
  int date;
  int start;
  int end;
  int count;
  const char *anchor;
  const int *on;
  gsize n_on;
} HeartenRuleParts;

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
 * hearten_rule_new:
 * @parts: what it says; what its kind does not use is ignored
 *
 * Errors: %HEARTEN_ERROR_NOT_A_RECORD when a part is out of range, the zone is not known, or the rule would
 * never come
 *
 * Returns: (transfer full): the rule
 */
HeartenRule *hearten_rule_new (const HeartenRuleParts *parts, GError **error);

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

/**
 * hearten_rule_for:
 * @id: the id of the reminder that has this rule
 *
 * Ties quiet moments to a reminder: they depend on the day and on @id, so that they stay the same after a
 * restart and differ between reminders. What is scheduled has to be tied.
 *
 * Returns: (transfer full): the rule to ask with [method@Rule.next]
 */
HeartenRule *hearten_rule_for (HeartenRule *self, const char *id);

/**
 * HeartenRuleFindDay:
 * @anchor: what is counted along
 * @count: as in [struct@RuleParts] `on`
 * @day: (out): the day, as in [method@GLib.Date.get_julian]
 *
 * Returns: whether there is such a day
 */
typedef gboolean (*HeartenRuleFindDay) (const char *anchor, int count, guint32 *day, gpointer user_data);

/**
 * hearten_rule_resolve:
 * @find: (scope call): finds the days
 *
 * Turns days counted along something into dates. To be asked again whenever that changes.
 *
 * Returns: (transfer full) (nullable): a rule of %HEARTEN_REPEAT_DATES, or %NULL where there is no such day;
 * a rule of another kind as it is
 */
HeartenRule *hearten_rule_resolve (HeartenRule *self, HeartenRuleFindDay find, gpointer user_data);

HeartenRule *hearten_rule_ref (HeartenRule *self);
void hearten_rule_unref (HeartenRule *self);
gboolean hearten_rule_equal (HeartenRule *self, HeartenRule *other);

HeartenRepeat hearten_rule_get_repeat (HeartenRule *self);

/**
 * hearten_rule_get_parts:
 *
 * Returns: (transfer none): what the rule says; its times are earliest first, and those of
 *   %HEARTEN_REPEAT_HOURLY are worked out
 */
const HeartenRuleParts *hearten_rule_get_parts (HeartenRule *self);

/**
 * hearten_rule_get_times:
 * @n_times: (out): how many there are; 0 for %HEARTEN_REPEAT_MOMENTS
 *
 * Returns: (array length=n_times): the times of day in minutes from midnight, earliest first
 */
const int *hearten_rule_get_times (HeartenRule *self, gsize *n_times);

/**
 * hearten_rule_get_first_minute:
 *
 * Returns: the earliest time of day it can come at, in minutes from midnight
 */
int hearten_rule_get_first_minute (HeartenRule *self);

/**
 * hearten_rule_get_zone:
 *
 * Returns: (nullable): an IANA zone name, or %NULL for wherever the user is
 */
const char *hearten_rule_get_zone (HeartenRule *self);

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
 * Returns: (transfer full): one of these, where `zone` may be left out of each:
 *
 * |[
 * {"repeat":"daily","times":["21:00"],"zone":"Europe/Berlin"}
 * {"repeat":"once","day":"2026-12-24","times":["18:00"]}
 * {"repeat":"weekly","weekdays":["mon","thu"],"times":["21:00"]}
 * {"repeat":"weekly","every":2,"from":"2026-11-23","weekdays":["mon"],"times":["21:00"]}
 * {"repeat":"days","every":3,"from":"2026-11-23","times":["21:00"]}
 * {"repeat":"monthly","date":31,"times":["21:00"]}
 * {"repeat":"yearly","month":2,"date":29,"times":["21:00"]}
 * {"repeat":"hourly","every":2,"between":["09:00","21:00"]}
 * {"repeat":"moments","count":3,"between":["09:00","21:00"]}
 * {"repeat":"dates","dates":["2026-11-25","2026-11-29"],"times":["21:00"]}
 * {"repeat":"relative","to":"space","on":[3,7,14,0],"times":["21:00"]}
 * ]|
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
