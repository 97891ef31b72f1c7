/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

#define HEARTEN_WEEKDAYS_ALL 0x7f

#define HEARTEN_TYPE_INTENTION (hearten_intention_get_type ())
G_DECLARE_FINAL_TYPE (HeartenIntention, hearten_intention, HEARTEN, INTENTION, HeartenRecord)

/**
 * HeartenIntention:
 *
 * A small thing the user means to do on some days of the week, and the local days on which it was done. Only
 * [class@Intentions] changes it.
 *
 * A streak that snaps is a poor measure and a common complaint (iSoron/uhabits#88): so what is told is how
 * often it was kept lately, and a day left out takes nothing away.
 */

/**
 * hearten_intention_get_tip:
 *
 * Returns: the tip's id
 */
const char *hearten_intention_get_tip (HeartenIntention *self);

/**
 * hearten_intention_get_face:
 *
 * Returns: the face it belongs to: `both`, `together` or `own`
 */
const char *hearten_intention_get_face (HeartenIntention *self);
const char *hearten_intention_get_text (HeartenIntention *self);

/**
 * hearten_intention_get_weekdays:
 *
 * Returns: bit 0 for Monday … bit 6 for Sunday; none for no fixed days
 */
guint hearten_intention_get_weekdays (HeartenIntention *self);
gboolean hearten_intention_get_archived (HeartenIntention *self);

/**
 * hearten_intention_is_due:
 *
 * Returns: whether it belongs to that day of the week
 */
gboolean hearten_intention_is_due (HeartenIntention *self, const GDate *day);

/**
 * hearten_intention_is_kept:
 *
 * Returns: whether it was done on that day
 */
gboolean hearten_intention_is_kept (HeartenIntention *self, const GDate *day);

/**
 * hearten_intention_count_kept:
 * @first: a local day
 * @last: a local day
 *
 * Returns: on how many of these days it was done, both included
 */
guint hearten_intention_count_kept (HeartenIntention *self, const GDate *first, const GDate *last);

/**
 * hearten_intention_count_lately:
 * @today: the present day
 * @most: how many occasions to look back, such as 7
 * @kept: (out): how many of them were kept
 *
 * Looks at the latest occasions: the days it belongs to, from the day it was made on, and any other day on
 * which it was done. Today is one only once it was done, for today is not over.
 *
 * Returns: how many occasions there were, @most at the most
 */
guint hearten_intention_count_lately (HeartenIntention *self, const GDate *today, guint most, guint *kept);

G_END_DECLS
