/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

/**
 * HeartenTodayReminder:
 *
 * The next reminder, in words.
 */
#define HEARTEN_TYPE_TODAY_REMINDER (hearten_today_reminder_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayReminder, hearten_today_reminder, HEARTEN, TODAY_REMINDER, HeartenTodayCard)

G_END_DECLS
