/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_PRACTICE (hearten_space_practice_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpacePractice, hearten_space_practice, HEARTEN, SPACE_PRACTICE, HeartenActivity)

/**
 * HeartenSpacePractice:
 *
 * The space period where it is read about: begin one, or see which day it is and what to do with an urge. The
 * rest of it is on the page Space.
 */

G_END_DECLS
