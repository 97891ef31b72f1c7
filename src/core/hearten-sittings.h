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
 * The timed moments, newest first.
 */
HeartenSittings *hearten_sittings_new (HeartenStore *store);

/**
 * hearten_sittings_add:
 * @minutes: how long it was
 *
 * Returns: (transfer none): the sitting, which ended now
 */
HeartenSitting *hearten_sittings_add (HeartenSittings *self, const char *tip, guint minutes);
void hearten_sittings_set_note (HeartenSittings *self, HeartenSitting *sitting, const char *note);

G_END_DECLS
