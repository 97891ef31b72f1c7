/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_MISSING (hearten_missing_get_type ())
G_DECLARE_FINAL_TYPE (HeartenMissing, hearten_missing, HEARTEN, MISSING, GObject)

/**
 * hearten_missing_new:
 * @type: the record's kind, such as `HEARTEN_TYPE_ENTRY`
 * @id: the record's id
 *
 * A record whose file is gone although nobody deleted it: its folder may not be mounted, or half of it has
 * arrived. Where it vanished while the program ran, its words are still in the kind's model.
 */
HeartenMissing *hearten_missing_new (GType type, const char *id);

GType hearten_missing_get_record_type (HeartenMissing *self);
const char *hearten_missing_get_id (HeartenMissing *self);

/**
 * hearten_missing_get_kind:
 *
 * Returns: the kind as it is written in the record's file, such as `entry`
 */
const char *hearten_missing_get_kind (HeartenMissing *self);

/**
 * hearten_missing_dup_day:
 *
 * Returns: (transfer full): the day on which the record was created here, as `2026-11-23`
 */
char *hearten_missing_dup_day (HeartenMissing *self);

G_END_DECLS
