/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * HeartenStamp:
 * @inode: the file's number in its file system
 * @mtime: when its contents changed, in nanoseconds since 1970-01-01 00:00 UTC
 * @size: in bytes
 * @hash: of the contents; tells accidents apart, not attacks
 *
 * By what a file is known again. The first three cost one look at the folder; where they differ, @hash tells
 * whether the contents do.
 */
typedef struct
{
  guint64 inode;
  gint64 mtime;
  gint64 size;
  guint64 hash;
} HeartenStamp;

void hearten_stamp_set (HeartenStamp *self, const struct stat *st, GBytes *bytes);

/**
 * hearten_stamp_fits:
 *
 * Returns: whether a file that looks like @st has not been changed since
 */
gboolean hearten_stamp_fits (const HeartenStamp *self, const struct stat *st);

/**
 * hearten_stamp_load:
 * @stamp: (out): what was read
 *
 * The same as [func@json_load], with the stamp.
 *
 * Errors: those of [func@json_load]
 *
 * Returns: (transfer full): the file's contents
 */
GBytes *hearten_stamp_load (const char *path, HeartenStamp *stamp, GError **error);

/**
 * HeartenStamps:
 *
 * The stamps of all records' files as this process last read or wrote them, by id. Safe on any thread.
 */
typedef struct _HeartenStamps HeartenStamps;

HeartenStamps *hearten_stamps_new (void);
void hearten_stamps_free (HeartenStamps *self);

/**
 * hearten_stamps_put:
 * @type: the record's kind
 * @id: a valid id
 */
void hearten_stamps_put (HeartenStamps *self, GType type, const char *id, const HeartenStamp *stamp);
void hearten_stamps_remove (HeartenStamps *self, const char *id);
gboolean hearten_stamps_get (HeartenStamps *self, const char *id, HeartenStamp *stamp);

/**
 * hearten_stamps_begin_round:
 *
 * Begins a look at a folder: no record has been seen in it yet.
 */
void hearten_stamps_begin_round (HeartenStamps *self);

/**
 * hearten_stamps_see:
 *
 * The same as [func@stamps_get] for a record whose file is there.
 */
gboolean hearten_stamps_see (HeartenStamps *self, const char *id, HeartenStamp *stamp);

/**
 * hearten_stamps_saw:
 *
 * Returns: whether the record's file was seen, read or written since the last round began
 */
gboolean hearten_stamps_saw (HeartenStamps *self, const char *id);

/**
 * HeartenStampSpan:
 * @type: a kind
 * @begin: microseconds since 1970-01-01 00:00 UTC
 * @end: the end, which is not part of it
 *
 * The records of a kind whose ids are of some time.
 */
typedef struct
{
  GType type;
  gint64 begin;
  gint64 end;
} HeartenStampSpan;

/**
 * HeartenStampsVisit:
 *
 * Called for the id of each record that was not seen.
 */
typedef void (*HeartenStampsVisit) (GType type, const char *id, gpointer user_data);

/**
 * hearten_stamps_find_unseen:
 * @spans: (element-type HeartenStampSpan): where was looked
 *
 * Finds the records in @spans that were not seen in this round, in one walk over all.
 */
void
hearten_stamps_find_unseen (HeartenStamps *self, GArray *spans, HeartenStampsVisit visit, gpointer user_data);

G_END_DECLS
