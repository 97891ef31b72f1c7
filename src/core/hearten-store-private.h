/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-stamp.h"
#include "hearten-store.h"

G_BEGIN_DECLS

/* One class over three files: opening, loading, saving. */
struct _HeartenStore
{
  GObject parent_instance;

  char *usual;  /* where the records are if the user chose no other folder */
  char *folder; /* where they are; changed on the main thread only, workers are given a copy */
  char *state_folder;
  char *obstacle; /* why nothing may be written, where that is so */
  HeartenClock *clock;
  const char *device; /* interned: a worker may still hold the one before; see hearten_store_get_device() */
  GListStore *damaged;
  GListStore *missing;
  GHashTable *missing_ids; /* set of the ids in missing */

  GHashTable *waiting;  /* set of records that changed since they were last written */
  GHashTable *merged;   /* set of records to be written as they are: what was merged is counted nowhere */
  GPtrArray *removals;  /* tombstones whose files go */
  GPtrArray *forgotten; /* tombstones whose earlier versions go */
  guint save_timer;
  gboolean writing;
  int whole; /* atomic: whether hearten.json was there when it was opened */
  gboolean moving;
  gboolean held; /* the folder is about to change: nothing is written */
  GSourceOnceFunc on_held;
  gpointer on_held_data;
  GPtrArray *kept;          /* snapshots to keep as earlier versions; they wait as changes do */
  GHashTable *written;      /* the worker's own: id → what was last written of it since the start */
  HeartenStamps *stamps;    /* every record's file as it was last read or written */
  GHashTable *folder_times; /* the worker's own: folder → when it changed last, as far as it was looked at */
  GHashTable *looks;        /* set of paths to look at with the next job, see hearten-store-look.c */
  GHashTable *set_aside;    /* set of paths of copies, and of files that are still arriving */
  GHashTable *copies;       /* path → id, of what is not in its place */
  GHashTable *tries;        /* path → how often it was found damaged */
  GHashTable *monitors;     /* path → GFileMonitor, NULL while nothing is watched */
  guint look_timer;
  int frozen;       /* atomic: no file is removed or tidied away; see hearten_store_settle_copies() */
  gboolean unsure;  /* the counters of earlier sittings were not noted */
  int highest;      /* this device's highest counter that is noted in the state folder */
  int highest_seen; /* atomic: this device's highest counter in any record */
  GSList *flushes;  /* tasks that want to know when nothing waits any more */
  HeartenSaveState save_state;
  char *save_error;
};

/**
 * HeartenStoreJob:
 *
 * What a worker does in one go. There is one at a time, and what it found out is taken in on the main thread
 * before the next begins: so what the models hold is what the stamps tell.
 */
typedef struct
{
  HeartenStore *store;
  char *folder;
  char *device;
  GBytes *device_file;  /* NULL where it stays as it is */
  GPtrArray *records;   /* the live ones, for putting back what failed; untouched by the worker */
  GPtrArray *snapshots; /* the worker's own */
  guint n_counted;      /* the first of them were changed here; the others are merged */
  GPtrArray *kept;      /* earlier versions that were asked for */
  GPtrArray *removals;
  GPtrArray *forgotten; /* ids */
  GPtrArray *looks;
  GPtrArray *failed;  /* indexes into records */
  GPtrArray *arrived; /* records that someone else wrote, as far as they are on the disk now */
  GArray *spans;      /* of the months' folders that were looked at */
  GPtrArray *missing;
  GPtrArray *back; /* ids of what was written */
  GPtrArray *damaged;
  GPtrArray *set_aside;
  GHashTable *copies;  /* path → id; NULL where there is none any more */
  GPtrArray *readable; /* folders that were listed to their end */
  GPtrArray *folders;  /* to be watched */
  guint n_taken_in;
  gboolean rest_taken_in;
  GError *error; /* the first failure */
} HeartenStoreJob;

/* hearten-store-save.c */
void hearten_store_start_job (HeartenStore *self);
void hearten_store_start_job_soon (HeartenStore *self);
void hearten_store_finish_job (HeartenStore *self, HeartenStoreJob *job);

/* hearten-store-arrive.c */
void hearten_store_take_in (HeartenStore *self, GTask *task);
void hearten_store_note_copies (HeartenStore *self, GHashTable *copies);
gboolean hearten_store_is_damaged (HeartenStore *self, const char *path);

/**
 * HeartenDevice:
 *
 * What the state folder says of this device. Opening reads it on a worker; it is taken in on the main thread.
 */
typedef struct
{
  const char *id; /* interned; NULL where it was not read */
  int highest;
  gboolean unsure;
  gboolean fresh; /* it was made just now */
} HeartenDevice;

/* hearten-store-device.c */
void hearten_store_open_device (HeartenStore *self, HeartenDevice *device);
void hearten_store_take_device (HeartenStore *self, const HeartenDevice *device);
GBytes *hearten_store_settle_device (HeartenStore *self);
GBytes *hearten_store_note_highest (HeartenStore *self, GPtrArray *snapshots);
gboolean hearten_store_write_device (HeartenStore *self, GBytes *bytes, GError **error);

/* on any thread */
const char *hearten_store_get_device (HeartenStore *self);
void hearten_store_note_counter (HeartenStore *self, const char *device, HeartenRecord *record);

/* hearten-store-write.c, on a worker: @merged is what was written where someone else had written too */
gboolean hearten_store_write_record (HeartenStore *self,
                                     const char *folder,
                                     HeartenRecord *record,
                                     gboolean counted,
                                     HeartenRecord **merged,
                                     GError **error);
gboolean hearten_store_keep_hidden (HeartenStore *self, HeartenRecord *merged, GError **error);

/* hearten-store-copies.c, on a worker: @merged is what the copy and the record's own file say */
void hearten_store_settle_copy (HeartenStore *self,
                                const char *folder,
                                GType type,
                                const char *path,
                                HeartenRecord **merged);

/* hearten-store-look.c, on a worker */
void hearten_store_look (HeartenStoreJob *job);

/* hearten-store-watch.c */
void hearten_store_add_monitor (HeartenStore *self, const char *path);
void hearten_store_look_at_again (HeartenStore *self, const char *path);

/* hearten-store-versions.c, on a worker */
void hearten_store_keep_version (HeartenStore *self, HeartenRecord *record, const char *path, GBytes *bytes);
void hearten_store_note_written (HeartenStore *self, HeartenRecord *record, GBytes *bytes);
void hearten_store_drop_versions (HeartenStore *self, const char *id);
void hearten_store_keep_snapshots (HeartenStore *self, GPtrArray *snapshots);

/* hearten-store-move.c */
gboolean hearten_store_check_resting (HeartenStore *self, GError **error);

/* hearten-store-save.c: calls @ready as soon as nothing is being written, and nothing is until the release */
void hearten_store_hold (HeartenStore *self, GSourceOnceFunc ready, gpointer user_data);
void hearten_store_release (HeartenStore *self);

/* hearten-store.c */
void hearten_store_emit_arrived (HeartenStore *self, HeartenRecord *record);
void hearten_store_set_folder (HeartenStore *self, const char *folder);
void hearten_store_set_moving (HeartenStore *self, gboolean moving);

/* on any thread */
gboolean hearten_store_check_present (const char *folder, GError **error);
void hearten_store_set_save_state (HeartenStore *self, HeartenSaveState state, const char *error);

G_END_DECLS
