/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TODAY_PAGE (hearten_today_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTodayPage, hearten_today_page, HEARTEN, TODAY_PAGE, AdwNavigationPage)

AdwNavigationPage *hearten_today_page_new (HeartenContext *context);

G_END_DECLS
