/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_BOUNDARIES (hearten_today_boundaries_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayBoundaries,
                      hearten_today_boundaries,
                      HEARTEN,
                      TODAY_BOUNDARIES,
                      HeartenTodayCard)

/**
 * HeartenTodayBoundaries:
 *
 * The boundaries, for who unfolds them: those that are marked first.
 */

G_END_DECLS
