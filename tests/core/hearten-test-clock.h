/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-clock.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TEST_CLOCK (hearten_test_clock_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTestClock, hearten_test_clock, HEARTEN, TEST_CLOCK, GObject)

/**
 * HeartenTestClock:
 *
 * A [iface@Clock] that stands still until it is told to move.
 */

/**
 * hearten_test_clock_new:
 * @now: RFC 3339 with a zone, such as `2026-11-23T20:00:00Z`
 * @zone: an IANA zone name
 */
HeartenTestClock *hearten_test_clock_new (const char *now, const char *zone);

void hearten_test_clock_set_now (HeartenTestClock *self, const char *now);
void hearten_test_clock_set_zone (HeartenTestClock *self, const char *zone);

/**
 * hearten_test_clock_advance:
 * @seconds: how far; may be negative
 */
void hearten_test_clock_advance (HeartenTestClock *self, gint64 seconds);

G_END_DECLS
