/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"
#include "hearten-tip-node.h"

G_BEGIN_DECLS

/* The ends of a scale */
#define HEARTEN_ANSWER_LOWEST 1
#define HEARTEN_ANSWER_HIGHEST 5

#define HEARTEN_TYPE_CHECKIN (hearten_checkin_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCheckin, hearten_checkin, HEARTEN, CHECKIN, HeartenRecord)

/**
 * HeartenCheckin:
 *
 * The answers to the questions of one check-in, given on one local day. One that is not finished has no
 * outcome yet. Only [class@Checkins] changes it.
 */

/**
 * hearten_checkin_get_tip:
 *
 * Returns: the tip's id
 */
const char *hearten_checkin_get_tip (HeartenCheckin *self);

/**
 * hearten_checkin_get_face:
 *
 * Returns: the face whose questions they were: `both`, `together` or `own`
 */
const char *hearten_checkin_get_face (HeartenCheckin *self);

/**
 * hearten_checkin_get_day:
 *
 * Returns: the day of the last answer; always valid
 */
GDate hearten_checkin_get_day (HeartenCheckin *self);

/**
 * hearten_checkin_get_answer:
 * @prompt: a question's id
 *
 * Returns: (nullable): a choice's id, or a number of the scale as its digit
 */
const char *hearten_checkin_get_answer (HeartenCheckin *self, const char *prompt);

/**
 * hearten_checkin_get_number:
 * @prompt: the id of a question with a scale
 *
 * Returns: 1 … 5, or 0 where it was not answered
 */
int hearten_checkin_get_number (HeartenCheckin *self, const char *prompt);

/**
 * hearten_checkin_get_outcome:
 *
 * Returns: (nullable): the id of what seemed wise, once all was answered
 */
const char *hearten_checkin_get_outcome (HeartenCheckin *self);

/**
 * HeartenNeeds:
 * @HEARTEN_NEEDS_NOTHING: may always be said
 * @HEARTEN_NEEDS_CONTACT: only while contact is welcome
 * @HEARTEN_NEEDS_MATTER: only while a practical matter may be settled
 *
 * What must be so before an outcome may be shown (its attribute `needs`).
 */
typedef enum {
  HEARTEN_NEEDS_NOTHING = 0,
  HEARTEN_NEEDS_CONTACT = 1 << 0,
  HEARTEN_NEEDS_MATTER = 1 << 1,
} HeartenNeeds;

/**
 * hearten_checkin_choose_outcome:
 * @activity: the check-in's `<activity>`
 * @met: which needs are met now
 *
 * Returns: (transfer none): the first `<outcome>` whose condition holds and whose need is met; the last,
 * which has neither, where no other does
 */
const HeartenTipNode *
hearten_checkin_choose_outcome (HeartenCheckin *self, const HeartenTipNode *activity, HeartenNeeds met);

G_END_DECLS
