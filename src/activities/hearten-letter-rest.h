/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-clock.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_LETTER_REST (hearten_letter_rest_get_type ())
G_DECLARE_FINAL_TYPE (HeartenLetterRest, hearten_letter_rest, HEARTEN, LETTER_REST, AdwBin)

/**
 * HeartenLetterRest:
 *
 * How long a letter is to rest: a day, three days, or until a date. Its buttons activate `letters.put-away`
 * and `letters.write`, which whoever holds it provides.
 */

/**
 * hearten_letter_rest_dup_when:
 * @instant: microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full): when a letter comes back, such as "on Thursday, 26 November 2026, at 20:01"
 */
char *hearten_letter_rest_dup_when (HeartenClock *clock, gint64 instant);

/**
 * hearten_letter_rest_ask:
 * @hours: what is proposed: 24 or 72
 * @closing: what is said once the letter is written
 */
void hearten_letter_rest_ask (HeartenLetterRest *self, HeartenClock *clock, int hours, const char *closing);

/**
 * hearten_letter_rest_get_until:
 *
 * Returns: when the letter is to come back, in microseconds since 1970-01-01 00:00 UTC
 */
gint64 hearten_letter_rest_get_until (HeartenLetterRest *self);

G_END_DECLS
