/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_GENERATION (hearten_generation_get_type ())
G_DECLARE_FINAL_TYPE (HeartenGeneration, hearten_generation, HEARTEN, GENERATION, GObject)

/**
 * HeartenGeneration:
 *
 * An earlier version of a record, as this device kept it.
 */

/**
 * hearten_generation_get_time:
 *
 * Returns: when this version was written, in microseconds since 1970-01-01 00:00 UTC
 */
gint64 hearten_generation_get_time (HeartenGeneration *self);

/**
 * hearten_generation_get_record:
 *
 * Returns: (transfer none) (nullable): the version; %NULL where its file cannot be read
 */
gpointer hearten_generation_get_record (HeartenGeneration *self);

/**
 * hearten_generation_get_reason:
 *
 * Returns: (nullable): one sentence on why it cannot be read
 */
const char *hearten_generation_get_reason (HeartenGeneration *self);

/* The files. Five for each record are in `<folder>/<id>/`, each named after the time of its version and
 * holding what the record's own file held. They belong to this device. All of these block on the disk. */

#define HEARTEN_GENERATIONS_MOST 5

/**
 * hearten_generations_keep:
 * @folder: `generations` in the state folder
 * @type: the record's type
 * @bytes: the version to keep
 * @present: (nullable): what the record is now
 *
 * Keeps a version, and lets the one go that was kept first where there are more than five. Nothing happens
 * for a version that says the same as @present or as one that is kept already: five places are few.
 *
 * Errors: those of [func@durable_write]
 */
gboolean hearten_generations_keep (const char *folder,
                                   GType type,
                                   const char *id,
                                   GBytes *bytes,
                                   HeartenRecord *present,
                                   GError **error);

/**
 * hearten_generations_load:
 *
 * Returns: (transfer full) (element-type HeartenGeneration): what is kept, newest first; a file that cannot
 * be read is among them, with its reason
 */
GPtrArray *hearten_generations_load (const char *folder, GType type, const char *id);

/**
 * hearten_generations_remove:
 *
 * Removes all versions of a record.
 *
 * Errors: %HEARTEN_ERROR_WRITE where one is still there
 */
gboolean hearten_generations_remove (const char *folder, const char *id, GError **error);

G_END_DECLS
