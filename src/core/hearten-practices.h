/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-practice.h"
#include "hearten-records.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_PRACTICES (hearten_practices_get_type ())
G_DECLARE_FINAL_TYPE (HeartenPractices, hearten_practices, HEARTEN, PRACTICES, HeartenRecords)

/**
 * HeartenPractices:
 *
 * What the user did with each tip.
 */

/**
 * HeartenPractices::state-changed:
 * @tip: the tip's id
 *
 * A tip's state is another one now, or was loaded. The tip's id is also the signal's detail.
 */

HeartenPractices *hearten_practices_new (HeartenStore *store);

/**
 * hearten_practices_find:
 *
 * Returns: (transfer none) (nullable): the record of this tip; where two devices made one each, the one
 * changed last
 */
HeartenPractice *hearten_practices_find (HeartenPractices *self, const char *tip);

HeartenPracticeState hearten_practices_get_state (HeartenPractices *self, const char *tip);

/**
 * hearten_practices_set_state:
 *
 * Says how far the user is with the tip, and that this was today.
 */
void hearten_practices_set_state (HeartenPractices *self, const char *tip, HeartenPracticeState state);

/**
 * hearten_practices_begin:
 *
 * The user does something with the tip, such as write about it: a new tip is begun; a practised one stays
 * practised.
 */
void hearten_practices_begin (HeartenPractices *self, const char *tip);

G_END_DECLS
