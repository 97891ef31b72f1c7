/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HeartenSnooze:
 * @HEARTEN_SNOOZE_TEN_MINUTES: in ten minutes
 * @HEARTEN_SNOOZE_HOUR: in an hour
 * @HEARTEN_SNOOZE_TONIGHT: this evening
 * @HEARTEN_SNOOZE_TOMORROW: tomorrow morning
 *
 * How long a reminder is put off. Its nicks are what the service's method `SnoozeFor` takes: `ten-minutes`,
 * `hour`, `tonight`, `tomorrow`.
 */
typedef enum {
  HEARTEN_SNOOZE_TEN_MINUTES,
  HEARTEN_SNOOZE_HOUR,
  HEARTEN_SNOOZE_TONIGHT,
  HEARTEN_SNOOZE_TOMORROW,
} HeartenSnooze;

#define HEARTEN_TYPE_SNOOZE (hearten_snooze_get_type ())
GType hearten_snooze_get_type (void);

/**
 * hearten_snooze_get_label:
 *
 * Returns: the choice in the user's language, such as "In an hour"
 */
const char *hearten_snooze_get_label (HeartenSnooze self);

/**
 * hearten_snooze_find:
 * @now: microseconds since 1970-01-01 00:00 UTC
 * @zone: where the user is
 *
 * Tonight is 20:00, and from 19:00 on 22:00; from 21:30 until four in the morning it is too late to offer it.
 * Tomorrow is the next 09:00 after the next four in the morning: whoever is up at one means after sleeping.
 *
 * Returns: when the reminder comes again, in microseconds since 1970-01-01 00:00 UTC, or 0 where the choice
 *   makes no sense at this time of day
 */
gint64 hearten_snooze_find (HeartenSnooze self, gint64 now, GTimeZone *zone);

G_END_DECLS
