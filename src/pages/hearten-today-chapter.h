/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_CHAPTER (hearten_today_chapter_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayChapter, hearten_today_chapter, HEARTEN, TODAY_CHAPTER, HeartenTodayCard)

/**
 * HeartenTodayChapter:
 *
 * Says that the chapter is closed and lets it be opened again. While it is open, and only where the user's
 * own weeks say so, it mentions that it can be closed, until it is told not to.
 */

G_END_DECLS
