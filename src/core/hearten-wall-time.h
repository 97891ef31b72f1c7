/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_wall_time_resolve:
 * @zone: where the wall is
 * @julian: a day, as in [method@GLib.Date.get_julian]
 * @minute: what a clock on the wall shows, in minutes from midnight
 *
 * Finds the instant of a time on the wall. A time that clocks skip moves forward by what they skip; a time
 * that clocks show twice is its first occurrence. GLib, systemd and RFC 5545 disagree here; this rule is
 * RELIABILITY.md's.
 *
 * Returns: microseconds since 1970-01-01 00:00 UTC
 */
gint64 hearten_wall_time_resolve (GTimeZone *zone, guint32 julian, int minute);

/**
 * hearten_wall_time_get_day:
 * @zone: where the wall is
 * @instant: microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: the day that a calendar on the wall shows at that instant, as in [method@GLib.Date.get_julian]
 */
guint32 hearten_wall_time_get_day (GTimeZone *zone, gint64 instant);

G_END_DECLS
