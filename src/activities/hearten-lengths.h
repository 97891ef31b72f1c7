/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-tip-node.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_LENGTHS (hearten_lengths_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLengths, hearten_lengths, HEARTEN, LENGTHS, GtkBox)

/**
 * HeartenLengths:
 *
 * How long a timed moment is to be: one of the lengths that a tip proposes.
 */

/**
 * hearten_lengths_fill:
 * @activity: the practice, which has a `length` or more
 *
 * Offers the lengths of @activity; the first is chosen.
 */
void hearten_lengths_fill (HeartenLengths *self, const HeartenTipNode *activity);

/**
 * hearten_lengths_get_minutes:
 *
 * Returns: what is chosen, in minutes
 */
guint hearten_lengths_get_minutes (HeartenLengths *self);

G_END_DECLS
