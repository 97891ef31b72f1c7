/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-clock.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_QUIET_TIME (hearten_quiet_time_get_type ())
G_DECLARE_FINAL_TYPE (HeartenQuietTime, hearten_quiet_time, HEARTEN, QUIET_TIME, AdwBin)

/**
 * HeartenQuietTime:
 *
 * A time that passes quietly: a circle to breathe with where it is short, a sentence now and then, and how
 * many minutes there are left. It goes by the clock, also while the computer sleeps.
 */

/**
 * HeartenQuietTime::over:
 *
 * The time is over.
 */
GtkWidget *hearten_quiet_time_new (HeartenClock *clock);

/**
 * hearten_quiet_time_run:
 * @lines: (nullable): a strv of sentences, said one after another
 * @from: when it began, in microseconds since 1970-01-01 00:00 UTC
 * @until: when it is over; at most ten minutes after @from there is breathing
 */
void hearten_quiet_time_run (HeartenQuietTime *self, const char *const *lines, gint64 from, gint64 until);

/**
 * hearten_quiet_time_stop:
 *
 * Nothing more is said, and [signal@QuietTime::over] does not come.
 */
void hearten_quiet_time_stop (HeartenQuietTime *self);

G_END_DECLS
