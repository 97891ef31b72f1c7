/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_RING (hearten_ring_get_type ())
G_DECLARE_FINAL_TYPE (HeartenRing, hearten_ring, HEARTEN, RING, GtkWidget)

/**
 * HeartenRing:
 *
 * A ring that fills day by day, with the day's number inside. Without an end in sight it is whole and soft.
 */

/**
 * hearten_ring_set_days:
 * @day: which day it is, from 1; 0 for none
 * @days: how many there are, or 0 where the end is open
 */
void hearten_ring_set_days (HeartenRing *self, guint day, guint days);

G_END_DECLS
