/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_INSIGHTS_PRACTICES (hearten_insights_practices_get_type ())
G_DECLARE_FINAL_TYPE (HeartenInsightsPractices,
                      hearten_insights_practices,
                      HEARTEN,
                      INSIGHTS_PRACTICES,
                      AdwBin)

/**
 * HeartenInsightsPractices:
 *
 * What the tips' practices add up to: intentions kept, check-ins, promises, small wins, quiet hours, and how
 * far things have come. What has not begun yet says where it begins.
 */

/**
 * hearten_insights_practices_refresh:
 * @n_weeks: how far to look back
 *
 * Returns: whether there is anything
 */
gboolean
hearten_insights_practices_refresh (HeartenInsightsPractices *self, HeartenContext *context, guint n_weeks);

G_END_DECLS
