/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HEARTEN_SITTING_MAX_MINUTES:
 *
 * The longest sitting: a day.
 */
#define HEARTEN_SITTING_MAX_MINUTES (24 * 60)

#define HEARTEN_TYPE_SITTING (hearten_sitting_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSitting, hearten_sitting, HEARTEN, SITTING, HeartenRecord)

/**
 * HeartenSitting:
 *
 * A timed moment that the user took: a breathing pause, an hour without devices. Only [class@Sittings]
 * changes it.
 */

/**
 * hearten_sitting_get_tip:
 *
 * Returns: the tip's id
 */
const char *hearten_sitting_get_tip (HeartenSitting *self);

/**
 * hearten_sitting_get_minutes:
 *
 * Returns: how long it was, in whole minutes; what was shorter than one is 0
 */
guint hearten_sitting_get_minutes (HeartenSitting *self);

/**
 * hearten_sitting_get_note:
 *
 * Returns: (nullable): how it was, in the user's own words
 */
const char *hearten_sitting_get_note (HeartenSitting *self);

G_END_DECLS
