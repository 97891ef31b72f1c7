/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_LETTER_PRACTICE (hearten_letter_practice_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLetterPractice,
                      hearten_letter_practice,
                      HEARTEN,
                      LETTER_PRACTICE,
                      HeartenActivity)

/**
 * HeartenLetterPractice:
 *
 * Letters that are never sent: a list of them with their states, a desk to write at, a place to put them
 * away, and one to read them again.
 */

G_END_DECLS
