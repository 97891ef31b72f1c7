/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_URGES (hearten_space_urges_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpaceUrges, hearten_space_urges, HEARTEN, SPACE_URGES, AdwBin)

/**
 * HeartenSpaceUrges:
 *
 * How the urges and the contact of a space period went, day by day.
 */

void hearten_space_urges_show (HeartenSpaceUrges *self, HeartenContext *context, HeartenSpacePeriod *period);

G_END_DECLS
