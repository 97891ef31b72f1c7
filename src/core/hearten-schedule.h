/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-manners.h"
#include "hearten-rule.h"

G_BEGIN_DECLS

/**
 * HeartenSchedule:
 *
 * What the reminder service knows: the reminders that are switched on, with their times and the words to
 * show. It is kept in the file `schedule.json` of the state folder, written by the app and read by the
 * service:
 *
 * |[
 * { "fmt": "hearten-schedule", "v": 1, "reminders": [
 *   { "id": "…", "rule": { "repeat": "daily", "times": ["21:00"], "zone": "Europe/Berlin" },
 *     "title": "Hearten", "body": "…", "open": "today", "since": "2026-11-23T20:00:00Z" } ] }
 * ]|
 *
 * Beside `reminders` it may have what [method@Manners.write] adds. The other kinds of rules are in
 * [method@Rule.to_json]. `zone` is left out where the time is meant wherever
 * the user is; `title`, `body`, `says`, `open`, `since` and `skip`, a day such as `2026-11-23`, may be left
 * out.
 */
typedef struct _HeartenSchedule HeartenSchedule;

/**
 * HeartenScheduled:
 * @id: the reminder's id
 * @rule: when it comes
 * @title: the first line to show
 * @body: what to show below it; may be empty
 * @texts: (nullable) (array zero-terminated=1): what to show there instead, another one each time
 * @page: the page it opens
 * @since: it counts only after this instant, in microseconds since 1970-01-01 00:00 UTC
 * @skip: a day, as in [method@GLib.Date.get_julian], on which it does not come: what it reminds of is done;
 * or 0
 *
 * One reminder of a schedule.
 */
typedef struct
{
  char *id;
  HeartenRule *rule;
  char *title;
  char *body;
  char **texts;
  char *page;
  gint64 since;
  guint32 skip;
} HeartenScheduled;

/**
 * hearten_scheduled_get_text:
 * @key: an occurrence of it, as in [method@Occurrence.dup_key]
 *
 * Returns: what to show below the first line that time; may be empty
 */
const char *hearten_scheduled_get_text (const HeartenScheduled *self, const char *key);

/**
 * HeartenDue:
 * @item: (transfer none): whose turn it is
 * @occurrence: when
 */
typedef struct
{
  const HeartenScheduled *item;
  HeartenOccurrence occurrence;
} HeartenDue;

HeartenSchedule *hearten_schedule_new (void);
void hearten_schedule_free (HeartenSchedule *self);

/**
 * hearten_schedule_dup_path:
 * @state_folder: (nullable): the state folder; %NULL for `$XDG_STATE_HOME/hearten`
 *
 * Returns: (transfer full) (type filename): where the schedule is kept
 */
char *hearten_schedule_dup_path (const char *state_folder);

/**
 * hearten_schedule_from_bytes:
 * @bytes: the contents of a schedule file
 *
 * Reads strictly. A reminder that cannot be read stops none of the others; see [method@Schedule.get_skipped].
 *
 * Errors: %HEARTEN_ERROR_TOO_LARGE, %HEARTEN_ERROR_MALFORMED, %HEARTEN_ERROR_NOT_A_RECORD,
 * %HEARTEN_ERROR_NEWER
 *
 * Returns: (transfer full): the schedule
 */
HeartenSchedule *hearten_schedule_from_bytes (GBytes *bytes, GError **error);

/**
 * hearten_schedule_load:
 * @path: (type filename): a schedule file
 *
 * Errors: those of [func@schedule_from_bytes]; [error@Gio.IOErrorEnum] `NOT_FOUND` and the like
 *
 * Returns: (transfer full): the schedule
 */
HeartenSchedule *hearten_schedule_load (const char *path, GError **error);

/**
 * hearten_schedule_to_bytes:
 *
 * Returns: (transfer full): the contents of a schedule file
 */
GBytes *hearten_schedule_to_bytes (HeartenSchedule *self);

/**
 * hearten_schedule_add:
 * @page: (nullable): the page it opens; %NULL for `today`
 * @since: microseconds since 1970-01-01 00:00 UTC
 */
void hearten_schedule_add (HeartenSchedule *self,
                           const char *id,
                           HeartenRule *rule,
                           const char *title,
                           const char *body,
                           const char *page,
                           gint64 since);

/**
 * hearten_schedule_skip:
 * @id: a reminder of the schedule
 * @day: as in [method@GLib.Date.get_julian]
 *
 * Has a reminder not come on one day.
 */
void hearten_schedule_skip (HeartenSchedule *self, const char *id, guint32 day);

/**
 * hearten_schedule_set_texts:
 * @id: a reminder of the schedule
 * @texts: (array zero-terminated=1): what it may say, for [func@reminder_text_find]
 *
 * Has a reminder say something else each time. In the file they are the member `says`.
 */
void hearten_schedule_set_texts (HeartenSchedule *self, const char *id, const char *const *texts);

/**
 * hearten_schedule_get_manners:
 *
 * Returns: (transfer none): how its reminders behave
 */
const HeartenManners *hearten_schedule_get_manners (HeartenSchedule *self);
void hearten_schedule_set_manners (HeartenSchedule *self, const HeartenManners *manners);

guint hearten_schedule_get_length (HeartenSchedule *self);

/**
 * hearten_schedule_find:
 *
 * Returns: (transfer none) (nullable): the reminder with this id
 */
const HeartenScheduled *hearten_schedule_find (HeartenSchedule *self, const char *id);

/**
 * hearten_schedule_finds_zones:
 *
 * Returns: whether the zone of each reminder can be read now, though GLib may still hold it from before
 */
gboolean hearten_schedule_finds_zones (HeartenSchedule *self);

/**
 * hearten_schedule_get_skipped:
 *
 * Returns: (transfer none) (array zero-terminated=1): a sentence for each reminder that could not be read
 */
const char *const *hearten_schedule_get_skipped (HeartenSchedule *self);

/**
 * hearten_schedule_upcoming:
 * @after: microseconds since 1970-01-01 00:00 UTC
 * @local: the zone the user is in
 * @limit: how many at most
 *
 * Lists what comes strictly after an instant. Depends on nothing but its arguments.
 *
 * Returns: (transfer full) (element-type HeartenDue): earliest first, those of one instant in the order of
 * their ids; valid while the schedule lives
 */
GArray *hearten_schedule_upcoming (HeartenSchedule *self, gint64 after, GTimeZone *local, guint limit);

/**
 * hearten_schedule_between:
 * @after: microseconds since 1970-01-01 00:00 UTC
 * @until: microseconds since 1970-01-01 00:00 UTC
 * @local: the zone the user is in
 *
 * Lists what came strictly after one instant and not after the other, leaving out what came before a
 * reminder's own `since`, unless that is after @until. Its length grows with the distance of the two.
 *
 * Returns: (transfer full) (element-type HeartenDue): earliest first; valid while the schedule lives
 */
GArray *hearten_schedule_between (HeartenSchedule *self, gint64 after, gint64 until, GTimeZone *local);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenSchedule, hearten_schedule_free)

G_END_DECLS
