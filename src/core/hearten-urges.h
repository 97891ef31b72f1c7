/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"
#include "hearten-space-period.h"
#include "hearten-urge.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_URGES (hearten_urges_get_type ())
G_DECLARE_FINAL_TYPE (HeartenUrges, hearten_urges, HEARTEN, URGES, HeartenRecords)

/**
 * HeartenUrges:
 *
 * The urges and the contacts, newest first.
 */
HeartenUrges *hearten_urges_new (HeartenStore *store);

/**
 * hearten_urges_begin:
 * @period: (nullable): the space period that runs
 *
 * Returns: (transfer full): an urge that came now; kept from the first change on
 */
HeartenUrge *hearten_urges_begin (HeartenUrges *self, HeartenSpacePeriod *period);

/**
 * hearten_urges_keep:
 *
 * Keeps an urge of which nothing is said yet.
 */
void hearten_urges_keep (HeartenUrges *self, HeartenUrge *urge);

/**
 * hearten_urges_set_triggers:
 * @triggers: (nullable): a strv of ids
 */
void hearten_urges_set_triggers (HeartenUrges *self, HeartenUrge *urge, const char *const *triggers);
void hearten_urges_set_words (HeartenUrges *self, HeartenUrge *urge, const char *words);
void hearten_urges_set_plan (HeartenUrges *self, HeartenUrge *urge, const char *plan);
void hearten_urges_set_outcome (HeartenUrges *self, HeartenUrge *urge, HeartenOutcome outcome);
void hearten_urges_set_note (HeartenUrges *self, HeartenUrge *urge, const char *note);

/**
 * hearten_urges_dup_open:
 * @period: (nullable): a space period, or %NULL for those of none
 *
 * Returns: (transfer full) (nullable): the newest urge of the last day of which nobody said what came of it
 */
HeartenUrge *hearten_urges_dup_open (HeartenUrges *self, HeartenSpacePeriod *period);

/**
 * hearten_urges_count_days:
 * @period: a space period
 * @outcome: what came of it
 * @n_days: for how many days of the calendar, from the period's first
 *
 * Returns: (transfer full) (element-type guint): how many there were on each day, earliest first
 */
GArray *hearten_urges_count_days (HeartenUrges *self,
                                  HeartenSpacePeriod *period,
                                  HeartenOutcome outcome,
                                  guint n_days);

G_END_DECLS
