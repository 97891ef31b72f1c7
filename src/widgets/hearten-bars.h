/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_BARS (hearten_bars_get_type ())
G_DECLARE_FINAL_TYPE (HeartenBars, hearten_bars, HEARTEN, BARS, GtkWidget)

/**
 * HeartenBars:
 *
 * Quiet bars in a row, one for each count.
 */

/**
 * hearten_bars_set_counts:
 * @counts: (element-type guint): earliest first
 * @label: what they are, for who cannot see them
 * @description: the same in words
 */
void hearten_bars_set_counts (HeartenBars *self, GArray *counts, const char *label, const char *description);

G_END_DECLS
