/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-practice.h"

G_BEGIN_DECLS

/* For HeartenPractices alone. */
void hearten_practice_set_tip (HeartenPractice *self, const char *tip);
void hearten_practice_set_state (HeartenPractice *self, HeartenPracticeState state, const GDate *today);

G_END_DECLS
