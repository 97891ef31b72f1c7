/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_HELP_PREFERENCES (hearten_help_preferences_get_type ())
G_DECLARE_FINAL_TYPE (HeartenHelpPreferences,
                      hearten_help_preferences,
                      HEARTEN,
                      HELP_PREFERENCES,
                      AdwPreferencesGroup)

/**
 * HeartenHelpPreferences:
 *
 * Where the user is, and how far the list of those who help can be trusted: how many countries it has, when
 * it was last checked, and where its numbers come from.
 */

/**
 * hearten_help_preferences_set_context:
 *
 * To be called once.
 */
void hearten_help_preferences_set_context (HeartenHelpPreferences *self, HeartenContext *context);

G_END_DECLS
