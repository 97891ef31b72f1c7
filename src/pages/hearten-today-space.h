/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

/**
 * HeartenTodaySpace:
 *
 * The space period that runs, if one does.
 */
#define HEARTEN_TYPE_TODAY_SPACE (hearten_today_space_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodaySpace, hearten_today_space, HEARTEN, TODAY_SPACE, HeartenTodayCard)

G_END_DECLS
