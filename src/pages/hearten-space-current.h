/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_CURRENT (hearten_space_current_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpaceCurrent, hearten_space_current, HEARTEN, SPACE_CURRENT, AdwBin)

/**
 * HeartenSpaceCurrent:
 *
 * The space period that runs: its days, its reason, and what lies behind.
 */

/**
 * hearten_space_current_show:
 * @period: a period that runs today
 */
void
hearten_space_current_show (HeartenSpaceCurrent *self, HeartenContext *context, HeartenSpacePeriod *period);

G_END_DECLS
