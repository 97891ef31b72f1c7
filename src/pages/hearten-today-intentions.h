/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-today-card.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_INTENTIONS (hearten_today_intentions_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayIntentions,
                      hearten_today_intentions,
                      HEARTEN,
                      TODAY_INTENTIONS,
                      HeartenTodayCard)

/**
 * HeartenTodayIntentions:
 *
 * The intentions that belong to this day of the week, to be ticked.
 */

G_END_DECLS
