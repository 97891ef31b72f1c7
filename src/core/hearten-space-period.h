/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HEARTEN_SPACE_MAX_DAYS:
 *
 * The longest length, in days. A longer one is a period with an open end.
 */
#define HEARTEN_SPACE_MAX_DAYS 3650

#define HEARTEN_TYPE_SPACE_PERIOD (hearten_space_period_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpacePeriod, hearten_space_period, HEARTEN, SPACE_PERIOD, HeartenRecord)

/**
 * HeartenSpacePeriod:
 *
 * A time of giving space. It counts days on the local calendar: the first day is day 1, and a period of 30
 * days runs through its day 30. It may rest: those days are not counted, and its end moves on by them. Only
 * [class@Spaces] changes it.
 */

/**
 * hearten_space_period_get_started:
 *
 * Returns: its first day, a valid date
 */
GDate hearten_space_period_get_started (HeartenSpacePeriod *self);

/**
 * hearten_space_period_get_days:
 *
 * Returns: the length in days, or 0 where the end is open
 */
guint hearten_space_period_get_days (HeartenSpacePeriod *self);

/**
 * hearten_space_period_get_reason:
 *
 * Returns: (nullable): why, in the user's own words
 */
const char *hearten_space_period_get_reason (HeartenSpacePeriod *self);

/**
 * hearten_space_period_get_ended:
 * @day: (out): the day on which the user ended it
 *
 * Returns: whether the user ended it
 */
gboolean hearten_space_period_get_ended (HeartenSpacePeriod *self, GDate *day);

/**
 * hearten_space_period_get_last_day:
 * @day: (out): its last day: the one on which it was ended, else the last of its length
 *
 * Returns: whether there is one: a period with an open end has none, nor one that rests
 */
gboolean hearten_space_period_get_last_day (HeartenSpacePeriod *self, GDate *day);

/**
 * hearten_space_period_find_day:
 * @count: from 1
 * @day: (out): the date of the period's day @count, whether or not the period lasts that long
 *
 * Returns: whether it is known: while a period rests, the days ahead have no date
 */
gboolean hearten_space_period_find_day (HeartenSpacePeriod *self, guint count, GDate *day);

/**
 * hearten_space_period_is_resting:
 * @since: (out) (optional): the first day of the rest
 *
 * Returns: whether it rests, until the user goes on with it or ends it
 */
gboolean hearten_space_period_is_resting (HeartenSpacePeriod *self, GDate *since);

/**
 * hearten_space_period_get_plans:
 *
 * Returns: (transfer none): a strv of the user's if-then plans for hard moments, never %NULL
 */
const char *const *hearten_space_period_get_plans (HeartenSpacePeriod *self);

/**
 * hearten_space_period_get_learned:
 *
 * Returns: (nullable): what the user learned in it, in their own words
 */
const char *hearten_space_period_get_learned (HeartenSpacePeriod *self);

/**
 * hearten_space_period_count_days:
 * @today: a local day
 *
 * Returns: which day of the period @today is, from 1, not counting days of rest; where it is over, how many
 * days it had
 */
guint hearten_space_period_count_days (HeartenSpacePeriod *self, const GDate *today);

/**
 * hearten_space_period_has_ended:
 * @today: a local day
 *
 * Returns: whether the user ended it or its length is over
 */
gboolean hearten_space_period_has_ended (HeartenSpacePeriod *self, const GDate *today);

/**
 * hearten_space_period_dup_day_text:
 *
 * Returns: (transfer full): "Day 12 of 30", or "Day 12" where the end is open, in the user's language
 */
char *hearten_space_period_dup_day_text (HeartenSpacePeriod *self, const GDate *today);

G_END_DECLS
