/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-record.h"
#include "hearten-revision.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  gint64 v;
  gint64 created;
  gint32 created_offset; /* seconds east of UTC */
  gint64 modified;
  gint64 deleted;
  HeartenRevision *revision; /* all that is known; of a version by itself, when it was written */
  HeartenRevision *written;  /* when the shown version was written, NULL where that is the revision */
  GPtrArray *others;         /* the versions beside the shown one, each by itself; NULL without */
  JsonObject *unknown;       /* members of a later version, NULL while there are none */
  guint tombstone : 1;
  guint touched : 1; /* the others were changed since the last count */
  guint folded : 1;  /* of a version: it says nothing that those before it do not say */
} HeartenRecordPrivate;

HeartenRecordPrivate *hearten_record_get_private (HeartenRecord *self);

/* A copy of the shown version by itself. */
gpointer hearten_record_dup_shown (HeartenRecord *self);

/* Makes a version that stands by itself the shown one of @others, with the joined revision @seen. */
void hearten_record_set_versions (HeartenRecord *self, HeartenRevision *seen, GPtrArray *others);

/* hearten-record-versions.c: `written` and `versions` in the file */
gboolean hearten_record_take_versions (HeartenRecord *self, JsonObject *object, GError **error);
void hearten_record_write_versions (HeartenRecord *self, JsonObject *object);
void hearten_record_fold (HeartenRecord *self);

/* For g_ptr_array_sort(): the order in which versions by themselves are shown. The same on every device. */
int hearten_record_compare_versions (gconstpointer a, gconstpointer b);
int hearten_record_compare_bytes (HeartenRecord *a, HeartenRecord *b);

/* hearten-record.c */
gpointer hearten_record_from_object (GType type, JsonObject *object, GError **error);
JsonObject *hearten_record_to_object (HeartenRecord *self);

G_END_DECLS
