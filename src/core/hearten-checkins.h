/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-checkin.h"
#include "hearten-records.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_CHECKINS (hearten_checkins_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCheckins, hearten_checkins, HEARTEN, CHECKINS, HeartenRecords)

/**
 * HeartenCheckins:
 *
 * How the user answered the tips' check-ins over the weeks.
 *
 * Weekly structured self-assessment improved clarity and lowered loneliness (Larson & Sbarra 2015, n=210).
 */
HeartenCheckins *hearten_checkins_new (HeartenStore *store);

/**
 * hearten_checkins_find_last:
 *
 * Returns: (transfer none) (nullable): the latest finished one of this face of a tip; the one changed last
 *   where there are two of one day
 */
HeartenCheckin *hearten_checkins_find_last (HeartenCheckins *self, const char *tip, const char *face);

/**
 * hearten_checkins_find_half_done:
 * @every: the activity's `every`: `day`, `week` or `once`
 *
 * Returns: (transfer none) (nullable): one that was begun, has an answer, and may still be gone on with: this
 *   week where it is asked weekly, else today
 */
HeartenCheckin *
hearten_checkins_find_half_done (HeartenCheckins *self, const char *tip, const char *face, const char *every);

/**
 * hearten_checkins_begin:
 * @every: the activity's `every`
 *
 * Returns: (transfer full): the half-done one, or a new one without answers; nothing is saved before the
 *   first answer. One that can no longer be gone on with is left as it is.
 */
HeartenCheckin *
hearten_checkins_begin (HeartenCheckins *self, const char *tip, const char *face, const char *every);

/**
 * hearten_checkins_set_answer:
 * @answer: (nullable): a choice's id or a digit of the scale
 *
 * Answers a question. A finished check-in stays finished, with its outcome and on its day.
 */
void hearten_checkins_set_answer (HeartenCheckins *self,
                                  HeartenCheckin *checkin,
                                  const char *prompt,
                                  const char *answer);

/**
 * hearten_checkins_finish:
 * @outcome: the id of what seems wise
 *
 * All was answered, today; one that was finished before stays on its day.
 */
void hearten_checkins_finish (HeartenCheckins *self, HeartenCheckin *checkin, const char *outcome);

/**
 * hearten_checkins_is_due:
 * @every: the activity's `every`
 *
 * Whether it is time to look again. Only what the user finished once is ever due, only what is asked
 * regularly, not while one is half done, and after 8 weeks without an answer no longer: who has stopped is
 * left alone.
 */
gboolean
hearten_checkins_is_due (HeartenCheckins *self, const char *tip, const char *face, const char *every);

/**
 * hearten_checkins_dup_trend:
 * @prompt: the id of a question with a scale
 *
 * Returns: (transfer full) (element-type HeartenDayMood): the finished answers, earliest first, one a day,
 *   each moved to −2 … 2 so that 3 of 5 is the middle, as the charts take it
 */
GArray *
hearten_checkins_dup_trend (HeartenCheckins *self, const char *tip, const char *face, const char *prompt);

G_END_DECLS
