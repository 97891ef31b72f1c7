/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_RHYTHM_DIALOG (hearten_rhythm_dialog_get_type ())
G_DECLARE_FINAL_TYPE (HeartenRhythmDialog, hearten_rhythm_dialog, HEARTEN, RHYTHM_DIALOG, AdwDialog)

/**
 * hearten_rhythm_dialog_new:
 * @title: what a new intention is called there
 *
 * Returns: (transfer none): a dialog for the words and the days of one intention, and for a month of it. What
 *   is changed is kept at once.
 */
AdwDialog *
hearten_rhythm_dialog_new (HeartenContext *context, HeartenIntention *intention, const char *title);

G_END_DECLS
