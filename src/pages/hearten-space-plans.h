/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_PLANS (hearten_space_plans_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpacePlans, hearten_space_plans, HEARTEN, SPACE_PLANS, AdwBin)

/**
 * HeartenSpacePlans:
 *
 * The if-then plans of a space period, and those of the tip to choose from.
 */

void hearten_space_plans_show (HeartenSpacePlans *self, HeartenContext *context, HeartenSpacePeriod *period);

G_END_DECLS
