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

/**
 * hearten_reminders_page_set_problem:
 * @problem: (nullable): what keeps reminders from coming, in sentences for the user; %NULL while nothing does
 *
 * Shows a banner. By itself the page shows the problem of its context's schedule writer.
 */
void hearten_reminders_page_set_problem (HeartenRemindersPage *self, const char *problem);

G_END_DECLS
