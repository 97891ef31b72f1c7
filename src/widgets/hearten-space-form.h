/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-clock.h"
#include "hearten-drafts.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_FORM (hearten_space_form_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpaceForm, hearten_space_form, HEARTEN, SPACE_FORM, AdwBin)

/**
 * HeartenSpaceForm:
 *
 * Asks how long a space period shall be, and why.
 */

/**
 * hearten_space_form_set_up:
 * @clock: what day it is; without it there are no dates in it
 * @drafts: where the reason is kept until the period begins
 *
 * To be called once.
 */
void hearten_space_form_set_up (HeartenSpaceForm *self, HeartenClock *clock, HeartenDrafts *drafts);

/**
 * hearten_space_form_get_days:
 *
 * Returns: the length in days, or 0 for an open end
 */
guint hearten_space_form_get_days (HeartenSpaceForm *self);

/**
 * hearten_space_form_get_reason:
 *
 * Returns: (transfer none): why, in the user's own words; may be empty
 */
const char *hearten_space_form_get_reason (HeartenSpaceForm *self);

/**
 * hearten_space_form_reset:
 *
 * Empties it for another time.
 */
void hearten_space_form_reset (HeartenSpaceForm *self);

G_END_DECLS
