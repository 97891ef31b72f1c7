/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-clock.h"
#include "hearten-json.h"
#include "hearten-revision.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_RECORD (hearten_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (HeartenRecord, hearten_record, HEARTEN, RECORD, GObject)

/**
 * HeartenRecordClass:
 * @kind: the record's kind as written in its file, such as `entry`
 * @folder: the folder its files are in, such as `journal`
 * @version: the newest `v` of this kind that this program understands, from 1
 * @read: takes the kind's own members out of @members (with the hearten_json_take functions)
 * @write: puts the kind's own members into @members
 * @copy: sets the kind's own members of @copy to those of @self, whatever it had before, and notifies where
 * the kind has properties
 * @newest_wins: whether of two versions that were written at the same time on two devices the later one is
 * shown and nobody is asked; only for kinds in which no sentence can be lost
 * @holds: (nullable): whether every word of @other, which was deleted, is in @self
 *
 * One thing the user keeps: one record, one file. The members that every record has are handled here; a kind
 * adds its own. Members that nobody took are unknown to this version; they are kept and written back.
 */
struct _HeartenRecordClass
{
  GObjectClass parent_class;

  const char *kind;
  const char *folder;
  gint64 version;

  gboolean (*read) (HeartenRecord *self, JsonObject *members, GError **error);
  void (*write) (HeartenRecord *self, JsonObject *members);
  void (*copy) (HeartenRecord *self, HeartenRecord *copy);
  gboolean newest_wins;
  gboolean (*holds) (HeartenRecord *self, HeartenRecord *other);
};

/**
 * hearten_record_new:
 * @type: a kind's type
 * @clock: tells when it was created
 *
 * Returns: (transfer full): a new record with an id of its own
 */
gpointer hearten_record_new (GType type, HeartenClock *clock);

/**
 * hearten_record_from_bytes:
 * @type: the kind expected
 * @bytes: a file's contents
 *
 * Errors: [error@HeartenError]. %HEARTEN_ERROR_NEWER never comes from here: a newer `v` gives a read-only
 * record.
 *
 * Returns: (transfer full): the record
 */
gpointer hearten_record_from_bytes (GType type, GBytes *bytes, GError **error);

/**
 * hearten_record_to_bytes:
 *
 * Safe on any thread for a snapshot that nobody else holds.
 *
 * Returns: (transfer full): the record as the contents of its file
 */
GBytes *hearten_record_to_bytes (HeartenRecord *self);

/**
 * hearten_record_snapshot:
 *
 * Returns: (transfer full): a copy that later changes do not reach
 */
gpointer hearten_record_snapshot (HeartenRecord *self);

const char *hearten_record_get_id (HeartenRecord *self);

/**
 * hearten_record_get_created:
 *
 * Returns: microseconds since 1970-01-01 00:00 UTC
 */
gint64 hearten_record_get_created (HeartenRecord *self);

/**
 * hearten_record_dup_created:
 *
 * Returns: (transfer full): when it was created, with the clock's offset of that moment and place
 */
GDateTime *hearten_record_dup_created (HeartenRecord *self);

/**
 * hearten_record_get_day:
 *
 * Returns: the day of [method@Record.dup_created], without the cost of it where many are counted
 */
GDate hearten_record_get_day (HeartenRecord *self);

/**
 * hearten_record_get_modified:
 *
 * Returns: microseconds since 1970-01-01 00:00 UTC
 */
gint64 hearten_record_get_modified (HeartenRecord *self);

/**
 * hearten_record_get_deleted:
 *
 * Returns: when it went into the trash, in microseconds since 1970-01-01 00:00 UTC, or 0
 */
gint64 hearten_record_get_deleted (HeartenRecord *self);

/**
 * hearten_record_is_tombstone:
 *
 * A tombstone says that a record was deleted for good, so that an older copy from another device is not taken
 * for a new one. It is a deleted record with no member but `id`, `kind`, `v`, `created`, `modified`,
 * `revision` and `deleted`: no text, and nothing that a later version may have added.
 *
 * Returns: whether this is one
 */
gboolean hearten_record_is_tombstone (HeartenRecord *self);

/**
 * hearten_record_is_read_only:
 *
 * Returns: whether a newer version of Hearten wrote it, so that this one leaves it as it is
 */
gboolean hearten_record_is_read_only (HeartenRecord *self);

/**
 * hearten_record_touch:
 * @clock: tells when
 *
 * Marks a change by the user: the modified time moves on, at least beyond those of the other versions.
 */
void hearten_record_touch (HeartenRecord *self, HeartenClock *clock);

/**
 * hearten_record_count:
 * @device: this installation's id
 *
 * Marks that it was changed and is about to be written: this device's counter in the revision goes up by one.
 * The shown version then comes after all that is known, except for the versions that still stand beside it.
 */
void hearten_record_count (HeartenRecord *self, const char *device);

/**
 * hearten_record_set_deleted:
 * @deleted: microseconds since 1970-01-01 00:00 UTC, or 0 to take it out of the trash
 *
 * All versions go along, so that none stays behind and none is lost.
 */
void hearten_record_set_deleted (HeartenRecord *self, gint64 deleted);

/**
 * hearten_record_bury:
 *
 * Makes a tombstone of a deleted record; there is no way back.
 */
void hearten_record_bury (HeartenRecord *self);

/**
 * hearten_record_says_same:
 * @other: of the same kind
 *
 * Returns: whether both have the same content: the kind's own members and the unknown ones, not the times,
 * the revision and whether it is in the trash
 */
gboolean hearten_record_says_same (HeartenRecord *self, HeartenRecord *other);

/**
 * hearten_record_take_unknown:
 * @from: another version of the record
 *
 * Replaces the members that this version of the program does not know by those of @from.
 */
void hearten_record_take_unknown (HeartenRecord *self, HeartenRecord *from);

/* Two devices may have changed the record at the same time. Then one version is the record as every function
 * above shows it, and the others stand beside it until the user says which to keep. See hearten-merge.h. */

/**
 * hearten_record_get_n_versions:
 *
 * Returns: how many versions there are for the user to choose from, with the shown one; 1 for nearly all
 * records
 */
guint hearten_record_get_n_versions (HeartenRecord *self);

/**
 * hearten_record_get_written:
 *
 * Returns: (transfer none) (nullable): the revision at which the shown version was written
 */
HeartenRevision *hearten_record_get_written (HeartenRecord *self);

/**
 * hearten_record_dup_versions:
 *
 * Returns: (transfer container) (element-type HeartenRecord): the other versions, changed last first. One
 * that says nothing that is not said in those before it is left out.
 */
GPtrArray *hearten_record_dup_versions (HeartenRecord *self);

/**
 * hearten_record_dup_hidden:
 *
 * Returns: (transfer container) (element-type HeartenRecord): the other versions that are not offered to the
 * user and yet say something that the shown one does not
 */
GPtrArray *hearten_record_dup_hidden (HeartenRecord *self);

/**
 * hearten_record_has_version:
 *
 * Returns: whether all versions of @other are among those of @self
 */
gboolean hearten_record_has_version (HeartenRecord *self, HeartenRecord *other);

/**
 * hearten_record_keep_in_sight:
 * @other: another state of the same record
 *
 * Makes sure that merged with @other, @self is the one that is shown: the user is writing it.
 */
void hearten_record_keep_in_sight (HeartenRecord *self, HeartenRecord *other);

/**
 * hearten_record_drop_version:
 * @version: (nullable): one of [method@Record.dup_versions], or %NULL for all
 *
 * Takes a version away, and those that say the same. The next [method@Record.count] makes that known to the
 * other devices.
 */
void hearten_record_drop_version (HeartenRecord *self, HeartenRecord *version);

/**
 * hearten_record_split:
 * @version: one of [method@Record.dup_versions]
 *
 * Takes a version away and makes a record of its own of it, with a new id and the same day.
 *
 * Returns: (transfer full): the new record
 */
gpointer hearten_record_split (HeartenRecord *self, HeartenRecord *version, HeartenClock *clock);

/**
 * hearten_record_take_content:
 * @version: of the same kind
 *
 * Replaces what the record says by what @version says, with the members that this version of the program does
 * not know.
 */
void hearten_record_take_content (HeartenRecord *self, HeartenRecord *version);

/**
 * hearten_record_adopt:
 * @from: another state of the same record
 *
 * Becomes equal to @from in everything, as when another device changed the record. The object stays the same,
 * so whoever shows it hears of the change by notification.
 */
void hearten_record_adopt (HeartenRecord *self, HeartenRecord *from);

/**
 * hearten_record_get_revision:
 *
 * Returns: (nullable): all that is known of its past
 */
HeartenRevision *hearten_record_get_revision (HeartenRecord *self);

G_END_DECLS
