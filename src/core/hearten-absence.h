/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-store.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ABSENCE (hearten_absence_get_type ())
G_DECLARE_FINAL_TYPE (HeartenAbsence, hearten_absence, HEARTEN, ABSENCE, GObject)

/**
 * HeartenAbsence:
 *
 * What should be in the folder and is not. It compares the folder with what this device has seen, lists what
 * is gone in [method@Store.get_missing], and freezes where much is gone at once: a disk may not be connected,
 * or a program that syncs half done. While it is frozen nothing is buried, swept or tidied away, here or for
 * other devices; writing goes on.
 */

/* More than this many at once, or more than one in ten */
#define HEARTEN_ABSENCE_MOST 20
#define HEARTEN_ABSENCE_SHARE 10

HeartenAbsence *hearten_absence_new (HeartenStore *store);

/**
 * hearten_absence_look_async:
 * @tombstones: (element-type utf8): set of the ids of records that were deleted for good
 * @models: (element-type HeartenRecords): all records that were read: one whose file has another name is not
 * missing
 *
 * Looks on a worker, and notes what is new. To be called when everything was read.
 */
void hearten_absence_look_async (HeartenAbsence *self,
                                 GHashTable *tombstones,
                                 GPtrArray *models,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean hearten_absence_look_finish (HeartenAbsence *self, GAsyncResult *result, GError **error);

/**
 * hearten_absence_has_looked:
 *
 * Returns: whether it is known what is missing
 */
gboolean hearten_absence_has_looked (HeartenAbsence *self);

gboolean hearten_absence_get_frozen (HeartenAbsence *self);

/**
 * hearten_absence_forget_async:
 *
 * The user knows that what is missing is gone for good: it is no longer listed. Earlier versions of it that
 * this device keeps stay.
 *
 * Where the whole folder is away, every record is forgotten and the next journal begins in the usual place.
 */
void hearten_absence_forget_async (HeartenAbsence *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean hearten_absence_forget_finish (HeartenAbsence *self, GAsyncResult *result, GError **error);

G_END_DECLS
