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
 * hearten_sitting_get_planned:
 *
 * Returns: how long it was to be, in minutes
 */
guint hearten_sitting_get_planned (HeartenSitting *self);

/**
 * hearten_sitting_get_minutes:
 *
 * Returns: how long it was, in whole minutes; 0 while it runs, and for what was shorter than one
 */
guint hearten_sitting_get_minutes (HeartenSitting *self);

/**
 * hearten_sitting_is_running:
 *
 * Returns: whether nobody has ended it; its time may be over
 */
gboolean hearten_sitting_is_running (HeartenSitting *self);

/**
 * hearten_sitting_get_end:
 *
 * Returns: when its planned time is over, in microseconds since 1970-01-01 00:00 UTC
 */
gint64 hearten_sitting_get_end (HeartenSitting *self);

/**
 * hearten_sitting_get_note:
 *
 * Returns: (nullable): how it was, in the user's own words
 */
const char *hearten_sitting_get_note (HeartenSitting *self);

G_END_DECLS
