/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"

G_BEGIN_DECLS

/* Two devices may change a record at the same time. What each of them wrote is a version of it, with the
 * revision at which it was written; what a device has merged is a set of versions and a joined revision,
 * which is all that it has ever seen. (In the literature: a multi-value register with version vectors.)
 *
 * In a record's file one version is shown at the top, as in a file that was never changed twice. `revision`
 * is the joined one. Only where there are more versions, `versions` lists them, each as it would stand in a
 * file of its own, and `written` is the revision of the shown one. */

/**
 * hearten_merge:
 * @a: a record
 * @b: what another file, another device or the memory of this program says of the same record
 *
 * Merges two states of one record into the state that knows both.
 *
 * A version stays that is in both, or in one of them while the other has never seen it; what was overwritten
 * by a later change goes. The outcome is the same in whatever order, however often and on whichever device
 * things are merged, to the byte, as nobody is counted in the revision for it. No two texts are ever made
 * into one. Shown is a version that is not in the trash before one that is, then the one that was changed
 * last; the clock decides nothing else.
 *
 * Where two devices claim the same revision for different words, as after a backup was restored, both stay.
 *
 * Returns: (transfer full) (nullable): the merged record; %NULL where one of them is read-only, because what
 * a newer version of Hearten wrote is not for this one to judge
 */
gpointer hearten_merge (HeartenRecord *a, HeartenRecord *b);

/**
 * hearten_merge_contains:
 *
 * Returns: whether nothing would be lost if @part were not there: merged into @whole it changes nothing
 */
gboolean hearten_merge_contains (HeartenRecord *whole, HeartenRecord *part);

/**
 * hearten_merge_fork:
 * @self: the record as this program means it
 * @found: a version that someone put in its place without counting it in the revision, as with a text editor
 * @device: this installation's id
 *
 * Keeps both, whatever their revisions say: @found is counted as a change made here.
 *
 * Returns: (transfer full) (nullable): as with [func@merge]
 */
gpointer hearten_merge_fork (HeartenRecord *self, HeartenRecord *found, const char *device);

G_END_DECLS
