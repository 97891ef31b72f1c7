/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which records this device has seen, so that a file that is gone is noticed: `seen/KIND/YYYY-MM.ids` in the
 * state folder, one id a line. Only the month that changed is written again. Whether a record is there is
 * told by the names of the files alone, so that a hundred thousand of them take no reading. A record that is
 * gone because it was deleted has a tombstone, and is no longer listed. All of these block on the disk. */

/**
 * HeartenSeen:
 * @missing: (element-type HeartenMissing): records that were seen and are not there
 * @n_seen: how many records were seen, with those that are missing
 */
typedef struct
{
  GPtrArray *missing;
  guint n_seen;
} HeartenSeen;

/**
 * hearten_seen_compare:
 * @tombstones: (nullable): set of the ids of records that were deleted for good, which may go
 * @note: whether to add what is new to the lists
 *
 * Errors: %HEARTEN_ERROR_FOLDER where the folder cannot be listed; then nothing is known. A list that cannot
 * be written is no error: it is tried again the next time.
 *
 * Returns: (transfer full): what is missing
 */
HeartenSeen *hearten_seen_compare (const char *folder,
                                   const char *state_folder,
                                   GHashTable *tombstones,
                                   gboolean note,
                                   GError **error);
void hearten_seen_free (HeartenSeen *self);

/**
 * hearten_seen_any:
 *
 * Returns: whether this device has ever seen a record
 */
gboolean hearten_seen_any (const char *state_folder);

/**
 * hearten_seen_forget:
 * @missing: (element-type HeartenMissing): what is gone for good
 */
gboolean hearten_seen_forget (const char *state_folder, GPtrArray *missing, GError **error);

/**
 * hearten_seen_forget_all:
 *
 * Forgets every record, as when another journal is opened.
 */
gboolean hearten_seen_forget_all (const char *state_folder, GError **error);

/**
 * hearten_seen_report:
 * @report: a text to append to, for a person to read
 *
 * Returns: whether nothing is missing
 */
gboolean hearten_seen_report (const char *folder, const char *state_folder, GString *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenSeen, hearten_seen_free)

G_END_DECLS
