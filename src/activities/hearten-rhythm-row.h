/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-intentions.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_RHYTHM_ROW (hearten_rhythm_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenRhythmRow, hearten_rhythm_row, HEARTEN, RHYTHM_ROW, GtkListBoxRow)

/**
 * HeartenRhythmRow:
 *
 * One intention: its days, this week to tick, and how often it was kept lately. It emits `edit`, and `ticked`
 * after the user said something of a day.
 */
GtkWidget *hearten_rhythm_row_new (HeartenIntentions *intentions, HeartenIntention *intention);

HeartenIntention *hearten_rhythm_row_get_intention (HeartenRhythmRow *self);

/**
 * hearten_rhythm_row_refresh:
 * @today: the present day
 *
 * Shows the intention as it is now, and the week that @today is in.
 */
void hearten_rhythm_row_refresh (HeartenRhythmRow *self, const GDate *today);

/**
 * hearten_rhythm_dup_lately:
 *
 * Returns: (transfer full): such as "Kept 5 of the last 7."; never how often not
 */
char *hearten_rhythm_dup_lately (HeartenIntention *intention, const GDate *today);

G_END_DECLS
