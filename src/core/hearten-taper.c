/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-taper.h"

#include <string.h>

#define WEEK 7
#define SEEN_DAYS (3 * WEEK)
#define LEAST_DAYS (2 * WEEK)
#define LEAST_DONE 6
#define EPOCH_JULIAN 719163 /* 1970-01-01 */
#define DAY_USEC ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)

/* Lighter */

static guint
keep_every_second (guint weekdays)
{
  guint kept = 0;
  guint count = 0;

  for (guint i = 0; i < WEEK; i++)
    if (weekdays & (1u << i) && count++ % 2 == 0)
      kept |= 1u << i;
  return kept;
}

static gboolean
lighten_daily (HeartenRuleParts *parts, int *times, const GDate *today)
{
  if (parts->n_times > 1)
    {
      for (gsize i = 0; i < parts->n_times; i += 2)
        times[i / 2] = parts->times[i];
      parts->times = times;
      parts->n_times = (parts->n_times + 1) / 2;
      return TRUE;
    }

  parts->repeat = HEARTEN_REPEAT_DAYS;
  parts->every = 2;
  parts->day = g_date_get_julian (today) + 1;
  return TRUE;
}

static gboolean
lighten_weekly (HeartenRuleParts *parts, const GDate *today)
{
  guint kept = keep_every_second (parts->weekdays);

  if (kept != parts->weekdays)
    {
      parts->weekdays = kept;
      return TRUE;
    }
  if (parts->every > 1)
    return FALSE;

  parts->every = 2;
  parts->day = g_date_get_julian (today);
  return TRUE;
}

static gboolean
lighten (HeartenRuleParts *parts, int *times, const GDate *today)
{
  switch (parts->repeat)
    {
    case HEARTEN_REPEAT_DAILY:
      return lighten_daily (parts, times, today);
    case HEARTEN_REPEAT_WEEKLY:
      return lighten_weekly (parts, today);
    case HEARTEN_REPEAT_DAYS:
      parts->day = g_date_get_julian (today) + 1;
      parts->every = MIN (2 * parts->every, MAX (parts->every, WEEK));
      return TRUE;
    case HEARTEN_REPEAT_HOURLY:
      parts->every *= 2;
      return parts->every <= HEARTEN_RULE_MAX_HOURS;
    case HEARTEN_REPEAT_MOMENTS:
      parts->count = (parts->count + 1) / 2;
      return TRUE;
    case HEARTEN_REPEAT_ONCE:
    case HEARTEN_REPEAT_MONTHLY:
    case HEARTEN_REPEAT_YEARLY:
    case HEARTEN_REPEAT_DATES:
    case HEARTEN_REPEAT_RELATIVE:
    default:
      return FALSE;
    }
}

HeartenRule *
hearten_taper_lighten (HeartenRule *rule, const GDate *today)
{
  int times[HEARTEN_RULE_MAX_TIMES];
  HeartenRuleParts parts;

  g_return_val_if_fail (rule != NULL && today != NULL && g_date_valid (today), NULL);

  parts = *hearten_rule_get_parts (rule);
  if (!lighten (&parts, times, today) || (parts.repeat == hearten_rule_get_repeat (rule) &&
                                          parts.every == hearten_rule_get_parts (rule)->every &&
                                          parts.count == hearten_rule_get_parts (rule)->count &&
                                          parts.n_times == hearten_rule_get_parts (rule)->n_times &&
                                          parts.weekdays == hearten_rule_get_parts (rule)->weekdays))
    return NULL;

  return hearten_rule_new (&parts, NULL);
}

/* A reason */

static gboolean
was_answered (HeartenLedgerState state)
{
  return state == HEARTEN_LEDGER_STATE_DONE || state == HEARTEN_LEDGER_STATE_SHOWN ||
         state == HEARTEN_LEDGER_STATE_MISSED || state == HEARTEN_LEDGER_STATE_SNOOZED;
}

static gboolean
has_reason (const char *id, const HeartenReminderReport *report, gint64 midnight)
{
  guint done = 0, all = 0;
  gint64 first = midnight;

  for (guint i = 0; i < report->past->len; i++)
    {
      const HeartenReminderPast *past = g_ptr_array_index (report->past, i);

      if (strcmp (past->id, id) != 0 || past->why == HEARTEN_LEDGER_WHY_TRY || !was_answered (past->state) ||
          past->due < midnight - SEEN_DAYS * DAY_USEC)
        continue;
      all++;
      done += past->state == HEARTEN_LEDGER_STATE_DONE ? 1 : 0;
      first = MIN (first, past->due);
    }

  return done >= LEAST_DONE && done * 5 >= all * 4 && midnight - first >= (LEAST_DAYS - 1) * DAY_USEC;
}

HeartenRule *
hearten_taper_offer (HeartenReminder *reminder, const HeartenReminderReport *report, const GDate *today)
{
  GDate kept;
  guint32 julian;

  g_return_val_if_fail (HEARTEN_IS_REMINDER (reminder) && report != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  julian = g_date_get_julian (today);
  if (!hearten_reminder_get_enabled (reminder) ||
      (hearten_reminder_get_kept (reminder, &kept) &&
       julian < g_date_get_julian (&kept) + HEARTEN_TAPER_PATIENCE_DAYS) ||
      !has_reason (hearten_record_get_id (HEARTEN_RECORD (reminder)), report,
                   ((gint64) julian - EPOCH_JULIAN) * DAY_USEC))
    return NULL;

  return hearten_taper_lighten (hearten_reminder_get_rule (reminder), today);
}
