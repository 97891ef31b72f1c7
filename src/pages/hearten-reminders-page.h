/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_REMINDERS_PAGE (hearten_reminders_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenRemindersPage,
                      hearten_reminders_page,
                      HEARTEN,
                      REMINDERS_PAGE,
                      AdwNavigationPage)

/**
 * HeartenRemindersPage:
 *
 * The reminders, what comes next, and what keeps them from coming.
 */
AdwNavigationPage *hearten_reminders_page_new (HeartenContext *context);

G_END_DECLS
