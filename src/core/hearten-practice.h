/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HeartenPracticeState:
 * @HEARTEN_PRACTICE_STATE_NEW: nothing was done with the tip yet; reading it does not change that
 * @HEARTEN_PRACTICE_STATE_BEGUN: something was written or done
 * @HEARTEN_PRACTICE_STATE_PRACTISED: the user says so
 */
typedef enum {
  HEARTEN_PRACTICE_STATE_NEW,
  HEARTEN_PRACTICE_STATE_BEGUN,
  HEARTEN_PRACTICE_STATE_PRACTISED,
} HeartenPracticeState;

#define HEARTEN_TYPE_PRACTICE_STATE (hearten_practice_state_get_type ())
GType hearten_practice_state_get_type (void);

#define HEARTEN_TYPE_PRACTICE (hearten_practice_get_type ())
G_DECLARE_FINAL_TYPE (HeartenPractice, hearten_practice, HEARTEN, PRACTICE, HeartenRecord)

/**
 * HeartenPractice:
 *
 * How far the user is with one tip. Only [class@Practices] changes it.
 */

/**
 * hearten_practice_get_tip:
 *
 * Returns: the tip's id
 */
const char *hearten_practice_get_tip (HeartenPractice *self);
HeartenPracticeState hearten_practice_get_state (HeartenPractice *self);

/**
 * hearten_practice_get_last:
 * @day: (out): the local day on which the user last said or did something about the state
 *
 * Returns: whether there is such a day
 */
gboolean hearten_practice_get_last (HeartenPractice *self, GDate *day);

G_END_DECLS
