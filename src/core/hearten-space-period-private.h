/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-space-period.h"

G_BEGIN_DECLS

/* For HeartenSpaces alone. */
void hearten_space_period_set_started (HeartenSpacePeriod *self, const GDate *day);
void hearten_space_period_set_days (HeartenSpacePeriod *self, guint days);
void hearten_space_period_set_ended (HeartenSpacePeriod *self, const GDate *day);
void hearten_space_period_set_reason (HeartenSpacePeriod *self, const char *reason);
void hearten_space_period_set_plans (HeartenSpacePeriod *self, const char *const *plans);
void hearten_space_period_set_learned (HeartenSpacePeriod *self, const char *learned);
void hearten_space_period_rest (HeartenSpacePeriod *self, const GDate *day);
void hearten_space_period_go_on (HeartenSpacePeriod *self, const GDate *day);

G_END_DECLS
