/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"
#include "hearten-space-period.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACES (hearten_spaces_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpaces, hearten_spaces, HEARTEN, SPACES, HeartenRecords)

/**
 * HeartenSpaces:
 *
 * The space periods, newest first. Its property `active` notifies when a period begins, changes, ends, or
 * when [method@Spaces.refresh] finds that the day is another.
 */
HeartenSpaces *hearten_spaces_new (HeartenStore *store);

/**
 * hearten_spaces_get_active:
 *
 * Returns: (transfer none) (nullable): the period that runs today
 */
HeartenSpacePeriod *hearten_spaces_get_active (HeartenSpaces *self);

/**
 * hearten_spaces_has_ended_since:
 * @since: (nullable): a local day
 *
 * A period that was begun and ended on the same day was a try and does not count.
 *
 * Returns: whether a period is over whose last day was @since or later; see [func@gate_allows_contact]
 */
gboolean hearten_spaces_has_ended_since (HeartenSpaces *self, const GDate *since);

/**
 * hearten_spaces_refresh:
 *
 * Looks at the clock again. To be called when the day changes and when the computer wakes.
 */
void hearten_spaces_refresh (HeartenSpaces *self);

/**
 * hearten_spaces_begin:
 * @days: the length in days, at most %HEARTEN_SPACE_MAX_DAYS, or 0 for an open end
 * @reason: (nullable): why, in the user's own words
 *
 * Begins a period today. While one runs there is no second: that one is returned as it is.
 *
 * Returns: (transfer none): the period that runs now
 */
HeartenSpacePeriod *hearten_spaces_begin (HeartenSpaces *self, guint days, const char *reason);

/**
 * hearten_spaces_extend:
 * @more_days: how many days more, or 0 to leave the end open
 *
 * Makes a period longer. Where its length is over, the new days are counted from today, so that it runs
 * again. One that the user ended stays ended.
 */
void hearten_spaces_extend (HeartenSpaces *self, HeartenSpacePeriod *period, guint more_days);

/**
 * hearten_spaces_end:
 *
 * Ends a running period today. What was done in it stays.
 */
void hearten_spaces_end (HeartenSpaces *self, HeartenSpacePeriod *period);

/**
 * hearten_spaces_rest:
 *
 * Lets a running period rest from today. It is still the active one: see [func@gate_allows_contact].
 */
void hearten_spaces_rest (HeartenSpaces *self, HeartenSpacePeriod *period);

/**
 * hearten_spaces_go_on:
 *
 * Goes on with a period that rests; today is a day of it again.
 */
void hearten_spaces_go_on (HeartenSpaces *self, HeartenSpacePeriod *period);

/**
 * hearten_spaces_set_plans:
 * @plans: (nullable): a strv of if-then plans; blank ones and repeats are dropped
 */
void hearten_spaces_set_plans (HeartenSpaces *self, HeartenSpacePeriod *period, const char *const *plans);

/**
 * hearten_spaces_set_learned:
 * @learned: (nullable): what the user learned in it; may be written at any time, also when it is over
 */
void hearten_spaces_set_learned (HeartenSpaces *self, HeartenSpacePeriod *period, const char *learned);

void hearten_spaces_set_reason (HeartenSpaces *self, HeartenSpacePeriod *period, const char *reason);

G_END_DECLS
