/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_SPACE_CURVE (hearten_space_curve_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSpaceCurve, hearten_space_curve, HEARTEN, SPACE_CURVE, GtkWidget)

/**
 * HeartenSpaceCurve:
 *
 * The days of a space period from left to right: a soft curve of the urges, and below it a mark for each day
 * with contact, a row for each kind. It only ever grows; nothing in it falls back to zero.
 */

/**
 * hearten_space_curve_set:
 * @urges: (element-type guint): how many urges on each day, earliest first
 * @rows: (array length=n_rows) (element-type guint): for each kind of contact, how often on each day
 * @description: the same in words, for who cannot see it
 */
void hearten_space_curve_set (HeartenSpaceCurve *self,
                              GArray *urges,
                              GArray *const *rows,
                              guint n_rows,
                              const char *description);

G_END_DECLS
