/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_RHYTHM (hearten_rhythm_get_type ())
G_DECLARE_FINAL_TYPE (HeartenRhythm, hearten_rhythm, HEARTEN, RHYTHM, HeartenActivity)

/**
 * HeartenRhythm:
 *
 * Small intentions with their days of the week, ticked off day by day. Intentions go through
 * [class@Intentions].
 */

G_END_DECLS
