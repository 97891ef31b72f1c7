/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rule-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-quiet-moments.h"

G_DEFINE_ENUM_TYPE (HeartenRepeat,
                    hearten_repeat,
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_DAILY, "daily"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_ONCE, "once"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_WEEKLY, "weekly"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_DAYS, "days"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_MONTHLY, "monthly"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_YEARLY, "yearly"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_HOURLY, "hourly"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_MOMENTS, "moments"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_DATES, "dates"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_RELATIVE, "relative"))
G_DEFINE_BOXED_TYPE (HeartenRule, hearten_rule, hearten_rule_ref, hearten_rule_unref)

/* Checking */

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, message);
  return FALSE;
}

static gboolean
is_in (int number, int lowest, int highest)
{
  return number >= lowest && number <= highest;
}

static gboolean
check_times (const HeartenRuleParts *parts, GError **error)
{
  gboolean fine = parts->n_times > 0 && parts->n_times <= HEARTEN_RULE_MAX_TIMES;

  for (gsize i = 0; fine && i < parts->n_times; i++)
    fine = is_in (parts->times[i], 0, HEARTEN_DAY_MINUTES - 1);

  if (!fine)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                 _ ("A reminder needs 1 to %d times of day, each from 00:00 to 23:59."),
                 HEARTEN_RULE_MAX_TIMES);
  return fine;
}

static gboolean
check_every (int every, int highest, GError **error)
{
  if (is_in (every, 1, highest))
    return TRUE;

  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
               _ ("“every” in the times of a reminder is not from 1 to %d."), highest);
  return FALSE;
}

static gboolean
check_day (guint32 day, GError **error)
{
  return g_date_valid_julian (day) || fail (error, _ ("The day of a reminder is missing."));
}

static gboolean
check_weekly (const HeartenRuleParts *parts, GError **error)
{
  if (parts->weekdays == 0 || parts->weekdays > 0x7f)
    return fail (error, _ ("A weekly reminder needs a weekday."));
  if (!check_every (parts->every, HEARTEN_RULE_MAX_WEEKS, error))
    return FALSE;

  return parts->every == 1 || check_day (parts->day, error);
}

static gboolean
check_yearly (const HeartenRuleParts *parts, GError **error)
{
  gboolean fine = is_in (parts->month, 1, 12) && is_in (parts->date, 1, 31);

  /* Any leap year will do: the day has to exist in some year. */
  if (!fine || parts->date > g_date_get_days_in_month ((GDateMonth) parts->month, 2000))
    return fail (error, _ ("There is no such day in any year."));

  return TRUE;
}

static gboolean
check_window (const HeartenRuleParts *parts, GError **error)
{
  if (parts->start < 0 || parts->end >= HEARTEN_DAY_MINUTES || parts->start >= parts->end)
    return fail (error, _ ("The part of the day for a reminder needs a beginning and a later end."));
  if (parts->repeat == HEARTEN_REPEAT_HOURLY)
    return check_every (parts->every, HEARTEN_RULE_MAX_HOURS, error);

  if (!is_in (parts->count, 1, HEARTEN_RULE_MAX_MOMENTS) ||
      parts->end - parts->start < parts->count * HEARTEN_RULE_ROOM)
    return fail (error, _ ("That part of the day is too short for so many reminders."));
  return TRUE;
}

static gboolean
check_on (const HeartenRuleParts *parts, GError **error)
{
  gboolean relative = parts->repeat == HEARTEN_REPEAT_RELATIVE;
  gboolean fine = parts->n_on > 0 && parts->n_on <= HEARTEN_RULE_MAX_ON;

  if (relative && (parts->anchor == NULL || *parts->anchor == '\0'))
    return fail (error, _ ("A reminder that counts days along something needs to know what."));

  for (gsize i = 0; fine && i < parts->n_on; i++)
    fine = relative ? is_in (parts->on[i], -HEARTEN_RULE_MAX_COUNT, HEARTEN_RULE_MAX_COUNT)
                    : parts->on[i] > 0 && g_date_valid_julian ((guint32) parts->on[i]);

  if (!fine)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                 _ ("A reminder on chosen days needs 1 to %d of them."), HEARTEN_RULE_MAX_ON);
  return fine;
}

static gboolean
check_kind (const HeartenRuleParts *parts, GError **error)
{
  switch (parts->repeat)
    {
    case HEARTEN_REPEAT_DAILY:
      return TRUE;
    case HEARTEN_REPEAT_ONCE:
      return check_day (parts->day, error);
    case HEARTEN_REPEAT_WEEKLY:
      return check_weekly (parts, error);
    case HEARTEN_REPEAT_DAYS:
      return check_day (parts->day, error) && check_every (parts->every, HEARTEN_RULE_MAX_DAYS, error);
    case HEARTEN_REPEAT_MONTHLY:
      return is_in (parts->date, 1, 31) || fail (error, _ ("No month has such a day."));
    case HEARTEN_REPEAT_YEARLY:
      return check_yearly (parts, error);
    case HEARTEN_REPEAT_HOURLY:
    case HEARTEN_REPEAT_MOMENTS:
      return check_window (parts, error);
    case HEARTEN_REPEAT_DATES:
    case HEARTEN_REPEAT_RELATIVE:
      return check_on (parts, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
has_window (HeartenRepeat repeat)
{
  return repeat == HEARTEN_REPEAT_HOURLY || repeat == HEARTEN_REPEAT_MOMENTS;
}

static gboolean
check (const HeartenRuleParts *parts, GError **error)
{
  return (has_window (parts->repeat) || check_times (parts, error)) && check_kind (parts, error);
}

/* Making */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GArray *
sort (const int *numbers, gsize length)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (int), (guint) length);

  g_array_append_vals (sorted, numbers, (guint) length);
  g_array_sort (sorted, compare_ints);
  for (guint i = sorted->len - 1; i > 0; i--)
    if (g_array_index (sorted, int, i) == g_array_index (sorted, int, i - 1))
      g_array_remove_index (sorted, i);

  return sorted;
}

static gboolean
has_on (HeartenRepeat repeat)
{
  return repeat == HEARTEN_REPEAT_DATES || repeat == HEARTEN_REPEAT_RELATIVE;
}

static GArray *
work_out_times (const HeartenRuleParts *parts)
{
  GArray *times;

  if (!has_window (parts->repeat))
    return sort (parts->times, parts->n_times);

  times = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = parts->start; parts->repeat == HEARTEN_REPEAT_HOURLY && i <= parts->end;
       i += parts->every * 60)
    g_array_append_val (times, i);
  return times;
}

/* What does not count is 0, so that two rules that mean the same are the same. */
static HeartenRuleParts
tidy (const HeartenRuleParts *parts)
{
  HeartenRuleParts tidied = { .repeat = parts->repeat };

  switch (parts->repeat)
    {
    case HEARTEN_REPEAT_ONCE:
      tidied.day = parts->day;
      break;
    case HEARTEN_REPEAT_WEEKLY:
      tidied.weekdays = parts->weekdays;
      tidied.every = parts->every;
      tidied.day = parts->every > 1 ? parts->day : 0;
      break;
    case HEARTEN_REPEAT_DAYS:
      tidied.every = parts->every;
      tidied.day = parts->day;
      break;
    case HEARTEN_REPEAT_YEARLY:
      tidied.month = parts->month;
      G_GNUC_FALLTHROUGH;
    case HEARTEN_REPEAT_MONTHLY:
      tidied.date = parts->date;
      break;
    case HEARTEN_REPEAT_HOURLY:
    case HEARTEN_REPEAT_MOMENTS:
      tidied.start = parts->start;
      tidied.end = parts->end;
      tidied.every = parts->repeat == HEARTEN_REPEAT_HOURLY ? parts->every : 0;
      tidied.count = parts->repeat == HEARTEN_REPEAT_MOMENTS ? parts->count : 0;
      break;
    case HEARTEN_REPEAT_DAILY:
    case HEARTEN_REPEAT_DATES:
    case HEARTEN_REPEAT_RELATIVE:
    default:
      break;
    }

  return tidied;
}

static gboolean
find_zone (const char *name, GTimeZone **zone, GError **error)
{
  if (name == NULL)
    return TRUE;

  /* GLib also takes offsets, POSIX rules and paths; only names mean the same everywhere and for good. */
  if (g_ascii_isalpha (*name) && strpbrk (name, ",.:<>") == NULL)
    *zone = g_time_zone_new_identifier (name);
  if (*zone == NULL)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                 _ ("The time zone “%s” is not known here."), name);

  return *zone != NULL;
}

HeartenRule *
hearten_rule_new (const HeartenRuleParts *parts, GError **error)
{
  g_autoptr (GTimeZone) zone = NULL;
  HeartenRule *self;

  g_return_val_if_fail (parts != NULL && (parts->times != NULL || parts->n_times == 0), NULL);
  g_return_val_if_fail (parts->on != NULL || parts->n_on == 0, NULL);

  if (!check (parts, error) || !find_zone (parts->zone, &zone, error))
    return NULL;

  self = g_atomic_rc_box_new0 (HeartenRule);
  self->times = work_out_times (parts);
  self->zone_name = g_strdup (parts->zone);
  self->zone = g_steal_pointer (&zone);
  self->parts = tidy (parts);
  self->parts.times = (const int *) (gpointer) self->times->data;
  self->parts.n_times = self->times->len;
  self->parts.zone = self->zone_name;
  if (has_on (parts->repeat))
    {
      self->on = sort (parts->on, parts->n_on);
      self->parts.on = (const int *) (gpointer) self->on->data;
      self->parts.n_on = self->on->len;
    }
  if (parts->repeat == HEARTEN_REPEAT_RELATIVE)
    self->parts.anchor = self->anchor = g_strdup (parts->anchor);
  return self;
}

HeartenRule *
hearten_rule_new_daily (const int *minutes, gsize n_minutes, const char *zone, GError **error)
{
  HeartenRuleParts parts = { .times = minutes, .n_times = n_minutes, .zone = zone };

  return hearten_rule_new (&parts, error);
}

HeartenRule *
hearten_rule_new_daily_at (int hour, int minute)
{
  int minutes = hour * 60 + minute;

  g_return_val_if_fail (hour >= 0 && hour < 24 && minute >= 0 && minute < 60, NULL);

  return hearten_rule_new_daily (&minutes, 1, NULL, NULL);
}

HeartenRule *
hearten_rule_for (HeartenRule *self, const char *id)
{
  HeartenRule *tied;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (self->parts.repeat != HEARTEN_REPEAT_MOMENTS)
    return hearten_rule_ref (self);

  tied = hearten_rule_new (&self->parts, NULL);
  if (tied == NULL) /* the zone is gone */
    return hearten_rule_ref (self);

  tied->seed = hearten_quiet_moments_seed (id);
  return tied;
}

HeartenRule *
hearten_rule_resolve (HeartenRule *self, HeartenRuleFindDay find, gpointer user_data)
{
  g_autoptr (GArray) dates = NULL;
  HeartenRuleParts parts;

  g_return_val_if_fail (self != NULL && find != NULL, NULL);

  if (self->parts.repeat != HEARTEN_REPEAT_RELATIVE)
    return hearten_rule_ref (self);

  dates = g_array_new (FALSE, FALSE, sizeof (int));
  for (gsize i = 0; i < self->parts.n_on; i++)
    {
      guint32 day;

      if (find (self->anchor, self->parts.on[i], &day, user_data))
        {
          int date = (int) day;

          g_array_append_val (dates, date);
        }
    }

  parts = self->parts;
  parts.repeat = HEARTEN_REPEAT_DATES;
  parts.on = (const int *) (gpointer) dates->data;
  parts.n_on = dates->len;
  return dates->len > 0 ? hearten_rule_new (&parts, NULL) : NULL;
}

HeartenRule *
hearten_rule_ref (HeartenRule *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HeartenRule *self = data;

  g_array_unref (self->times);
  g_clear_pointer (&self->on, g_array_unref);
  g_free (self->anchor);
  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

void
hearten_rule_unref (HeartenRule *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* Looking */

gboolean
hearten_rule_equal (HeartenRule *self, HeartenRule *other)
{
  const HeartenRuleParts *a, *b;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  a = &self->parts;
  b = &other->parts;
  return a->repeat == b->repeat && g_strcmp0 (a->zone, b->zone) == 0 && a->day == b->day &&
         a->every == b->every && a->weekdays == b->weekdays && a->month == b->month && a->date == b->date &&
         a->start == b->start && a->end == b->end && a->count == b->count && a->n_times == b->n_times &&
         a->n_on == b->n_on && g_strcmp0 (a->anchor, b->anchor) == 0 &&
         (a->n_times == 0 || memcmp (a->times, b->times, a->n_times * sizeof (int)) == 0) &&
         (a->n_on == 0 || memcmp (a->on, b->on, a->n_on * sizeof (int)) == 0);
}

HeartenRepeat
hearten_rule_get_repeat (HeartenRule *self)
{
  g_return_val_if_fail (self != NULL, HEARTEN_REPEAT_DAILY);

  return self->parts.repeat;
}

const HeartenRuleParts *
hearten_rule_get_parts (HeartenRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->parts;
}

const int *
hearten_rule_get_times (HeartenRule *self, gsize *n_times)
{
  g_return_val_if_fail (self != NULL && n_times != NULL, NULL);

  *n_times = self->parts.n_times;
  return self->parts.times;
}

int
hearten_rule_get_first_minute (HeartenRule *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts.n_times > 0 ? self->parts.times[0] : self->parts.start;
}

const char *
hearten_rule_get_zone (HeartenRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->zone_name;
}
