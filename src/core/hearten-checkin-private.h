/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-checkin.h"

G_BEGIN_DECLS

/* For HeartenCheckins alone. */
void hearten_checkin_set_list (HeartenCheckin *self, const char *tip, const char *face);
void hearten_checkin_set_day (HeartenCheckin *self, const GDate *day);
gboolean hearten_checkin_set_answer (HeartenCheckin *self, const char *prompt, const char *answer);
gboolean hearten_checkin_set_outcome (HeartenCheckin *self, const char *outcome);

G_END_DECLS
