/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

/**
 * HeartenTodayMemories:
 *
 * What was written on this day of earlier months and years.
 */
#define HEARTEN_TYPE_TODAY_MEMORIES (hearten_today_memories_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayMemories, hearten_today_memories, HEARTEN, TODAY_MEMORIES, HeartenTodayCard)

G_END_DECLS
