/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-reminders.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SUGGESTION_ROW (hearten_suggestion_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSuggestionRow, hearten_suggestion_row, HEARTEN, SUGGESTION_ROW, AdwActionRow)

/**
 * hearten_suggestion_row_set:
 *
 * Has the row propose a reminder for @purpose, with one button that adds it.
 */
void
hearten_suggestion_row_set (HeartenSuggestionRow *self, HeartenReminders *reminders, HeartenPurpose purpose);

G_END_DECLS
