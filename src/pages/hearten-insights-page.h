/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_INSIGHTS_PAGE (hearten_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenInsightsPage, hearten_insights_page, HEARTEN, INSIGHTS_PAGE, AdwNavigationPage)

AdwNavigationPage *hearten_insights_page_new (HeartenContext *context);

G_END_DECLS
