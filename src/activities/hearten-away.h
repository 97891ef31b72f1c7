/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-record.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_AWAY (hearten_away_get_type ())
G_DECLARE_FINAL_TYPE (HeartenAway, hearten_away, HEARTEN, AWAY, AdwBin)

/**
 * HeartenAway:
 *
 * What the user put out of sight, folded away below a list. It emits `bring-back` with the record whose
 * button was pressed.
 */
GtkWidget *hearten_away_new (void);

/**
 * HeartenAwayText:
 * @record: what is out of sight
 *
 * Returns: (transfer none): what its row says
 */
typedef const char *(*HeartenAwayText) (gpointer record);

/**
 * hearten_away_show:
 * @records: (element-type HeartenRecord): what is out of sight now; with none the widget hides
 */
void hearten_away_show (HeartenAway *self, GPtrArray *records, HeartenAwayText get_text);

G_END_DECLS
