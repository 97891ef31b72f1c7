/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-space-period.h"

G_BEGIN_DECLS

/* For HeartenSpaces alone. */
void hearten_space_period_set_started (HeartenSpacePeriod *self, const GDate *day);
void hearten_space_period_set_days (HeartenSpacePeriod *self, guint days);
void hearten_space_period_set_ended (HeartenSpacePeriod *self, const GDate *day);
void hearten_space_period_set_reason (HeartenSpacePeriod *self, const char *reason);

G_END_DECLS
