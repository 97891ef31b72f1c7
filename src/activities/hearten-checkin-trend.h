/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-checkins.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_CHECKIN_TREND (hearten_checkin_trend_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCheckinTrend, hearten_checkin_trend, HEARTEN, CHECKIN_TREND, AdwBin)

/**
 * HeartenCheckinTrend:
 *
 * How the answers to one question of a check-in went over the weeks: a line, and the same in words. The
 * question can be chosen.
 */

/**
 * hearten_checkin_trend_new:
 * @face: which of the tip's faces
 * @activity: the check-in's `<activity>`
 * @name: (nullable): the other person's name
 */
GtkWidget *hearten_checkin_trend_new (HeartenCheckins *checkins,
                                      const char *tip,
                                      const char *face,
                                      const HeartenTipNode *activity,
                                      const char *name);

/**
 * hearten_checkin_trend_refresh:
 *
 * Shows what there is now.
 *
 * Returns: whether there is an answer to show
 */
gboolean hearten_checkin_trend_refresh (HeartenCheckinTrend *self);

G_END_DECLS
