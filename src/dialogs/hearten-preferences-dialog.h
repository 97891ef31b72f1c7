/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_PREFERENCES_DIALOG (hearten_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenPreferencesDialog,
                      hearten_preferences_dialog,
                      HEARTEN,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *hearten_preferences_dialog_new (HeartenContext *context);

G_END_DECLS
