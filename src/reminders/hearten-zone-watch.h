/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_ZONE_WATCH (hearten_zone_watch_get_type ())
G_DECLARE_FINAL_TYPE (HeartenZoneWatch, hearten_zone_watch, HEARTEN, ZONE_WATCH, GObject)

/**
 * HeartenZoneWatch:
 *
 * Tells by its signal `changed` that the user's time zone may be another, or that the rules of zones may be:
 * the link to the local zone was changed, or the files of zones were replaced by newer ones.
 */

/**
 * hearten_zone_watch_new:
 * @local: (type filename): what names the local zone, `/etc/localtime` on most systems
 * @zones: (type filename): the folder of zones, `/usr/share/zoneinfo` on most systems
 *
 * Where one of them cannot be watched, nothing is told of it.
 */
HeartenZoneWatch *hearten_zone_watch_new (const char *local, const char *zones);

/**
 * hearten_zone_watch_new_for_system:
 *
 * Returns: (transfer full): one for this system; respects `TZDIR`
 */
HeartenZoneWatch *hearten_zone_watch_new_for_system (void);

G_END_DECLS
