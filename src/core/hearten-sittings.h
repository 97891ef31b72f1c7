/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"
#include "hearten-sitting.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SITTINGS (hearten_sittings_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSittings, hearten_sittings, HEARTEN, SITTINGS, HeartenRecords)

/**
 * HeartenSittings:
 *
 * The timed moments, newest first. One that was begun here ends when its time is over, whatever is shown.
 */

/**
 * HeartenSittings::over:
 * @sitting: the one whose time is over; it has ended
 *
 * Returns: whether the user was told of it where it is sat through; then nobody else need say so
 */
HeartenSittings *hearten_sittings_new (HeartenStore *store);

/**
 * hearten_sittings_start:
 *
 * Goes on with what ran when the program ended, as far as its time is not over. To be called when everything
 * was loaded.
 */
void hearten_sittings_start (HeartenSittings *self);

/**
 * hearten_sittings_dup_unattended:
 *
 * Returns: (transfer full) (nullable): the tip's sitting whose time was over last while nobody was told where
 *   it is sat through; it is given once
 */
HeartenSitting *hearten_sittings_dup_unattended (HeartenSittings *self, const char *tip);

/**
 * hearten_sittings_begin:
 * @planned: how long it is to be, in minutes
 *
 * Returns: (transfer none): the sitting, which begins now
 */
HeartenSitting *hearten_sittings_begin (HeartenSittings *self, const char *tip, guint planned);

/**
 * hearten_sittings_end:
 *
 * Ends a running sitting: it lasted until now, at most as long as planned.
 */
void hearten_sittings_end (HeartenSittings *self, HeartenSitting *sitting);

/**
 * hearten_sittings_find_running:
 *
 * Returns: (transfer none) (nullable): the tip's newest sitting, where nobody has ended it
 */
HeartenSitting *hearten_sittings_find_running (HeartenSittings *self, const char *tip);

/**
 * hearten_sittings_count:
 * @minutes: (out) (optional): how long they were in all, in minutes
 *
 * Returns: how many of the tip's sittings have ended
 */
guint hearten_sittings_count (HeartenSittings *self, const char *tip, guint *minutes);
void hearten_sittings_set_note (HeartenSittings *self, HeartenSitting *sitting, const char *note);

G_END_DECLS
