/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-answers.h"
#include "hearten-record.h"
#include "hearten-tip-node.h"

G_BEGIN_DECLS

/**
 * HeartenDecision:
 * @HEARTEN_DECISION_NONE: nothing yet
 * @HEARTEN_DECISION_KEPT: it stays here
 * @HEARTEN_DECISION_COPIED: it was copied after its rest
 *
 * What was decided about a letter that came back. One that was let go is in the trash.
 */
typedef enum {
  HEARTEN_DECISION_NONE,
  HEARTEN_DECISION_KEPT,
  HEARTEN_DECISION_COPIED,
} HeartenDecision;

#define HEARTEN_TYPE_DECISION (hearten_decision_get_type ())
GType hearten_decision_get_type (void);

/**
 * HeartenLetterState:
 * @HEARTEN_LETTER_STATE_DRAFT: it is being written
 * @HEARTEN_LETTER_STATE_RESTING: it is put away until its time
 * @HEARTEN_LETTER_STATE_BACK: it has rested and waits to be read again
 * @HEARTEN_LETTER_STATE_KEPT: it has rested and stays here
 * @HEARTEN_LETTER_STATE_COPIED: it has rested and was copied
 */
typedef enum {
  HEARTEN_LETTER_STATE_DRAFT,
  HEARTEN_LETTER_STATE_RESTING,
  HEARTEN_LETTER_STATE_BACK,
  HEARTEN_LETTER_STATE_KEPT,
  HEARTEN_LETTER_STATE_COPIED,
} HeartenLetterState;

#define HEARTEN_TYPE_LETTER (hearten_letter_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLetter, hearten_letter, HEARTEN, LETTER, HeartenRecord)

/**
 * HeartenLetter:
 *
 * A letter that Hearten never sends. It is written freely or part by part, rests, and comes back. Only
 * [class@Letters] changes it.
 */

const char *hearten_letter_get_tip (HeartenLetter *self);

/**
 * hearten_letter_get_face:
 *
 * Returns: whose face of the tip it was written on: `both`, `together` or `own`
 */
const char *hearten_letter_get_face (HeartenLetter *self);

/**
 * hearten_letter_is_free:
 *
 * Returns: whether it is written freely and not part by part
 */
gboolean hearten_letter_is_free (HeartenLetter *self);

/**
 * hearten_letter_get_text:
 *
 * Returns: the words of a letter that is written freely; may be empty
 */
const char *hearten_letter_get_text (HeartenLetter *self);

/**
 * hearten_letter_get_part:
 *
 * Returns: what was written to the prompt @id; may be empty
 */
const char *hearten_letter_get_part (HeartenLetter *self, const char *id);

/**
 * hearten_letter_get_step:
 *
 * Returns: the part it was left at, from 0
 */
guint hearten_letter_get_step (HeartenLetter *self);

/**
 * hearten_letter_dup_words:
 * @activity: (nullable): the activity it belongs to, which knows the order of the parts
 *
 * Returns: (transfer full): the whole letter
 */
char *hearten_letter_dup_words (HeartenLetter *self, const HeartenTipNode *activity);

gboolean hearten_letter_is_blank (HeartenLetter *self);

/**
 * hearten_letter_get_state:
 * @now: microseconds since 1970-01-01 00:00 UTC
 */
HeartenLetterState hearten_letter_get_state (HeartenLetter *self, gint64 now);

/**
 * hearten_letter_get_until:
 *
 * Returns: when it comes back, in microseconds since 1970-01-01 00:00 UTC; 0 where it does not rest
 */
gint64 hearten_letter_get_until (HeartenLetter *self);

/**
 * hearten_letter_get_day:
 * @day: (out): the local day on which it was put to rest
 *
 * Returns: whether it was
 */
gboolean hearten_letter_get_day (HeartenLetter *self, GDate *day);

/**
 * hearten_letter_get_mood:
 *
 * Returns: the inner weather of that day, −2 … 2, or %HEARTEN_MOOD_UNSET
 */
int hearten_letter_get_mood (HeartenLetter *self);

/**
 * hearten_letter_get_reminder:
 *
 * Returns: (nullable): the id of the reminder that tells of its return
 */
const char *hearten_letter_get_reminder (HeartenLetter *self);

G_END_DECLS
