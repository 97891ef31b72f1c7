/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-store.h"

G_BEGIN_DECLS

/* One class over three files: opening, loading, saving. */
struct _HeartenStore
{
  GObject parent_instance;

  char *usual;  /* where the records are if the user chose no other folder */
  char *folder; /* where they are; changed on the main thread only, workers are given a copy */
  char *state_folder;
  HeartenClock *clock;
  char *device;
  GListStore *damaged;
  GListStore *missing;

  GHashTable *waiting; /* set of records that changed since they were last written */
  guint save_timer;
  gboolean writing;
  gboolean held; /* the folder is about to change: nothing is written */
  GSourceOnceFunc on_held;
  gpointer on_held_data;
  GPtrArray *kept;     /* snapshots to keep as earlier versions with the next write */
  GHashTable *written; /* the worker's own: id → what was last written of it since the start */
  GSList *flushes;     /* tasks that want to know when nothing waits any more */
  HeartenSaveState save_state;
  char *save_error;
};

/* hearten-store-versions.c, on a worker */
void hearten_store_keep_version (HeartenStore *self, HeartenRecord *record, const char *path, GBytes *bytes);
void hearten_store_note_written (HeartenStore *self, HeartenRecord *record, GBytes *bytes);
void hearten_store_drop_versions (HeartenStore *self, HeartenRecord *tombstone);
void hearten_store_keep_snapshots (HeartenStore *self, GPtrArray *snapshots);

/* hearten-store-save.c: calls @ready as soon as nothing is being written, and nothing is until the release */
void hearten_store_hold (HeartenStore *self, GSourceOnceFunc ready, gpointer user_data);
void hearten_store_release (HeartenStore *self);

/* hearten-store.c */
void hearten_store_set_folder (HeartenStore *self, const char *folder);
void hearten_store_set_save_state (HeartenStore *self, HeartenSaveState state, const char *error);

G_END_DECLS
