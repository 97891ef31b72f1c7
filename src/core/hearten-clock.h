/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_CLOCK (hearten_clock_get_type ())
G_DECLARE_INTERFACE (HeartenClock, hearten_clock, HEARTEN, CLOCK, GObject)

/**
 * HeartenClock:
 *
 * The one place that knows what time it is.
 *
 * Every rule about time asks a clock, so that tests can pass any instant in any zone without waiting.
 */
struct _HeartenClockInterface
{
  GTypeInterface parent;

  gint64 (*get_now) (HeartenClock *self);
  GTimeZone *(*dup_zone) (HeartenClock *self);
  void (*renew_zone) (HeartenClock *self); /* may be NULL */
};

/**
 * hearten_clock_get_now:
 *
 * Returns: the present instant, in microseconds since 1970-01-01 00:00 UTC
 */
gint64 hearten_clock_get_now (HeartenClock *self);

/**
 * hearten_clock_dup_zone:
 *
 * Returns: (transfer full): the time zone the user is in now
 */
GTimeZone *hearten_clock_dup_zone (HeartenClock *self);

/**
 * hearten_clock_renew_zone:
 *
 * Reads the rules of the user's zone again, as an update may have changed them. GLib does so only once nobody
 * holds that zone any more: what uses it has to let go of it first.
 */
void hearten_clock_renew_zone (HeartenClock *self);

/**
 * hearten_clock_dup_local:
 *
 * Returns: (transfer full): the present instant as a date and time in the user's zone
 */
GDateTime *hearten_clock_dup_local (HeartenClock *self);

/**
 * hearten_system_clock_new:
 *
 * Returns: (transfer full): a clock that tells the computer's time and zone
 */
HeartenClock *hearten_system_clock_new (void);

G_END_DECLS
