/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HeartenOutcome:
 * @HEARTEN_OUTCOME_OPEN: not said yet
 * @HEARTEN_OUTCOME_RODE: the urge passed, or it is still there, and nothing was sent
 * @HEARTEN_OUTCOME_WROTE: the user made contact
 * @HEARTEN_OUTCOME_THEY_WROTE: the other person made contact
 * @HEARTEN_OUTCOME_PRACTICAL: a practical matter, such as the home or money
 * @HEARTEN_OUTCOME_CHILDREN: about the children
 *
 * What came of it. See [func@outcome_is_contact].
 */
typedef enum {
  HEARTEN_OUTCOME_OPEN,
  HEARTEN_OUTCOME_RODE,
  HEARTEN_OUTCOME_WROTE,
  HEARTEN_OUTCOME_THEY_WROTE,
  HEARTEN_OUTCOME_PRACTICAL,
  HEARTEN_OUTCOME_CHILDREN,
} HeartenOutcome;

#define HEARTEN_N_OUTCOMES 6

#define HEARTEN_TYPE_OUTCOME (hearten_outcome_get_type ())
GType hearten_outcome_get_type (void);

/**
 * hearten_outcome_get_label:
 *
 * Returns: (nullable): the outcome in the user's language, such as "I rode it out"; %NULL where it is open
 */
const char *hearten_outcome_get_label (HeartenOutcome outcome);

/**
 * hearten_outcome_is_contact:
 *
 * Practical matters and children have to be talked about, so they never count.
 *
 * Returns: whether it is contact of the kind that a space period leaves out
 */
gboolean hearten_outcome_is_contact (HeartenOutcome outcome);

#define HEARTEN_TYPE_URGE (hearten_urge_get_type ())
G_DECLARE_FINAL_TYPE (HeartenUrge, hearten_urge, HEARTEN, URGE, HeartenRecord)

/**
 * HeartenUrge:
 *
 * An urge to make contact, or contact itself, at the time the record was created. It takes nothing away from
 * the days of a space period. Only [class@Urges] changes it.
 */

/**
 * hearten_urge_get_space:
 *
 * Returns: (nullable): the id of the space period in which it came
 */
const char *hearten_urge_get_space (HeartenUrge *self);

/**
 * hearten_urge_get_triggers:
 *
 * Returns: (transfer none): a strv of the ids of the `trigger`s that were chosen, never %NULL
 */
const char *const *hearten_urge_get_triggers (HeartenUrge *self);

/**
 * hearten_urge_get_words:
 *
 * Returns: (nullable): what set it off, in the user's own words
 */
const char *hearten_urge_get_words (HeartenUrge *self);

/**
 * hearten_urge_get_plan:
 *
 * Returns: (nullable): the if-then plan that was chosen, in words
 */
const char *hearten_urge_get_plan (HeartenUrge *self);
HeartenOutcome hearten_urge_get_outcome (HeartenUrge *self);

/**
 * hearten_urge_get_note:
 *
 * Returns: (nullable): what it taught, in the user's own words
 */
const char *hearten_urge_get_note (HeartenUrge *self);

G_END_DECLS
