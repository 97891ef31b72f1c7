/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_PAGE (hearten_space_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpacePage, hearten_space_page, HEARTEN, SPACE_PAGE, AdwNavigationPage)

AdwNavigationPage *hearten_space_page_new (HeartenContext *context);

G_END_DECLS
