/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-text.h"

#include <stdio.h>
#include <string.h>

#include "hearten-quiet-moments.h"
#include "hearten-text-choice.h"

static gboolean
parse (const char *time, guint32 *julian, int *minute)
{
  guint year, month, day, hour, minutes;
  GDate date;

  if (sscanf (time, "@%4u-%2u-%2uT%2u:%2u", &year, &month, &day, &hour, &minutes) != 5 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  *julian = g_date_get_julian (&date);
  *minute = (int) (hour * 60 + minutes);
  return TRUE;
}

static int
count_before (const int *minutes, int length, int minute)
{
  int before = 0;

  while (before < length && minutes[before] < minute)
    before++;
  return before;
}

/* Counted as if it came every day: then a day off changes nothing about the days after it. */
static gint64
find_place (HeartenRule *rule, guint64 seed, guint32 julian, int minute)
{
  const HeartenRuleParts *parts = hearten_rule_get_parts (rule);
  int moments[HEARTEN_RULE_MAX_MOMENTS];

  if (parts->repeat != HEARTEN_REPEAT_MOMENTS)
    return (gint64) julian * (gint64) parts->n_times +
           count_before (parts->times, (int) parts->n_times, minute);

  hearten_quiet_moments_choose (seed, julian, parts->start, parts->end, parts->count, moments);
  return (gint64) julian * parts->count + count_before (moments, parts->count, minute);
}

const char *
hearten_reminder_text_find (HeartenRule *rule, const char *key, const char *const *texts)
{
  const char *at;
  g_autofree char *id = NULL;
  guint64 seed;
  guint length;
  guint32 julian;
  int minute;

  g_return_val_if_fail (rule != NULL && key != NULL, "");
  g_return_val_if_fail (texts != NULL && texts[0] != NULL, "");

  at = strrchr (key, '@');
  id = at != NULL ? g_strndup (key, (gsize) (at - key)) : g_strdup (key);
  seed = hearten_quiet_moments_seed (id);
  length = g_strv_length ((GStrv) texts);

  /* One that was asked for has no time of its own. */
  if (at == NULL || !parse (at, &julian, &minute))
    return texts[hearten_quiet_moments_seed (key) % length];

  return texts[hearten_text_choice (seed, length, find_place (rule, seed, julian, minute))];
}
