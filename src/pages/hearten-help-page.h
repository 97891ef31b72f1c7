/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_HELP_PAGE (hearten_help_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenHelpPage, hearten_help_page, HEARTEN, HELP_PAGE, AdwNavigationPage)

/**
 * HeartenHelpPage:
 *
 * Find help: whom to call in danger, whom to talk to, and whom to turn to after violence, in the user's
 * country. The list is read when the page is made.
 */

/**
 * hearten_help_page_new:
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *hearten_help_page_new (HeartenContext *context);

G_END_DECLS
