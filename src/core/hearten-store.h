/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-damage.h"
#include "hearten-record.h"

G_BEGIN_DECLS

/**
 * HeartenSaveState:
 * @HEARTEN_SAVE_STATE_SAVED: everything is on the disk
 * @HEARTEN_SAVE_STATE_SAVING: something changed and is on its way to the disk
 * @HEARTEN_SAVE_STATE_FAILED: the last write failed; the text is kept in memory and tried again
 */
typedef enum {
  HEARTEN_SAVE_STATE_SAVED,
  HEARTEN_SAVE_STATE_SAVING,
  HEARTEN_SAVE_STATE_FAILED,
} HeartenSaveState;

#define HEARTEN_TYPE_SAVE_STATE (hearten_save_state_get_type ())
GType hearten_save_state_get_type (void);

#define HEARTEN_TYPE_STORE (hearten_store_get_type ())
G_DECLARE_FINAL_TYPE (HeartenStore, hearten_store, HEARTEN, STORE, GObject)

/**
 * HeartenStore:
 *
 * The folder of the user's records, and the only part that knows paths. Reading and writing happen on
 * workers; [property@Store:save-state] tells the truth about what is on the disk.
 */

/**
 * hearten_store_new:
 * @folder: the user's records where no other place was chosen, usually `$XDG_DATA_HOME/hearten`
 * @state_folder: what belongs to this device alone, usually `$XDG_STATE_HOME/hearten`; its `place.json` may
 * name another folder for the records, see [func@place_dup_folder]
 */
HeartenStore *hearten_store_new (const char *folder, const char *state_folder, HeartenClock *clock);

/**
 * hearten_store_get_folder:
 *
 * Returns: where the records are; sure as soon as the store is open
 */
const char *hearten_store_get_folder (HeartenStore *self);
/**
 * hearten_store_get_obstacle:
 *
 * Returns: (nullable): why the folder could only be opened for reading, in one sentence. What is written all
 * the same waits in memory, and is tried again as after every write that failed.
 */
const char *hearten_store_get_obstacle (HeartenStore *self);
const char *hearten_store_get_state_folder (HeartenStore *self);
HeartenClock *hearten_store_get_clock (HeartenStore *self);

/**
 * hearten_store_open:
 *
 * Makes the folders where they are missing, reads `hearten.json` (or writes a first one) and this device's
 * id. Then removes what a crash left behind, see [func@store_sweep]. Blocks on the disk.
 *
 * Where the user chose the folder, or this device has seen records, an absent or empty one is never made into
 * a new journal.
 *
 * Errors: %HEARTEN_ERROR_FOLDER, %HEARTEN_ERROR_NEWER, %HEARTEN_ERROR_MALFORMED, %HEARTEN_ERROR_WRITE,
 * %HEARTEN_ERROR_AWAY
 */
gboolean hearten_store_open (HeartenStore *self, GCancellable *cancellable, GError **error);
void hearten_store_open_async (HeartenStore *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean hearten_store_open_finish (HeartenStore *self, GAsyncResult *result, GError **error);

/**
 * HeartenStoreBatch:
 * @records: (element-type HeartenRecord): some of the records, newest first; they may be taken out of it
 *
 * Called on the thread that asked, once for each part that has been read; the newest come first.
 */
typedef void (*HeartenStoreBatch) (HeartenStore *self, GPtrArray *records, gpointer user_data);

/**
 * hearten_store_load_async:
 * @type: a kind's type
 * @batch: (scope notified): takes the records; its @user_data is the same as that of @callback
 *
 * Reads all records of a kind, newest month first. A file that cannot be read is added to
 * [method@Store.get_damaged], left alone, and stops nothing.
 */
void hearten_store_load_async (HeartenStore *self,
                               GType type,
                               HeartenStoreBatch batch,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean hearten_store_load_finish (HeartenStore *self, GAsyncResult *result, GError **error);

/**
 * hearten_store_load:
 *
 * The same on this thread, for programs without a window.
 *
 * Returns: (transfer full) (element-type HeartenRecord): all records of the kind, newest first
 */
GPtrArray *hearten_store_load (HeartenStore *self, GType type);

/**
 * hearten_store_save:
 *
 * Writes @record about a second later (after a [method@Record.touch]), so that a burst of changes is one
 * write. The delay counts from the first change: steady typing is written every second too.
 */
void hearten_store_save (HeartenStore *self, HeartenRecord *record);

/* Earlier versions. A save keeps the version that it replaces, where that is worth one of five places:
 *
 * - the record was not written before since the program started: this is what an earlier sitting ended with;
 * - it rested for ten minutes: the user had gone on to something else, and comes back to change it;
 * - it loses more than a third of its file and over 200 bytes at once: a part may have been cut by mistake.
 *
 * Anything else is the same sitting going on. Writing for an hour is thousands of saves, and five versions of
 * its last five seconds would help nobody. The version is durable before the new one takes its place; where
 * it cannot be kept, that is logged, and the save goes on, because the newest words come first. */

#define HEARTEN_STORE_REST (10 * G_TIME_SPAN_MINUTE)

/**
 * hearten_store_keep:
 *
 * Keeps @record as it is now as an earlier version, whatever the rule says, before its next change is
 * written. To be called before that change.
 */
void hearten_store_keep (HeartenStore *self, HeartenRecord *record);

/**
 * hearten_store_load_versions_async:
 *
 * Reads the earlier versions of @record that this device has kept.
 */
void hearten_store_load_versions_async (HeartenStore *self,
                                        HeartenRecord *record,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);

/**
 * hearten_store_load_versions_finish:
 *
 * Returns: (transfer full) (element-type HeartenGeneration): newest first; one that cannot be read has its
 * reason and stops nothing
 */
GPtrArray *hearten_store_load_versions_finish (HeartenStore *self, GAsyncResult *result, GError **error);

/**
 * hearten_store_remove:
 * @tombstone: an old [method@Record.is_tombstone]
 *
 * Removes the tombstone's file on a worker. Where that fails the file stays, which harms nobody.
 */
void hearten_store_remove (HeartenStore *self, HeartenRecord *tombstone);

/**
 * hearten_store_flush_async:
 *
 * Writes what is waiting at once.
 *
 * Errors: the first write's error when something is still not on the disk
 */
void hearten_store_flush_async (HeartenStore *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean hearten_store_flush_finish (HeartenStore *self, GAsyncResult *result, GError **error);

gboolean hearten_store_is_moving (HeartenStore *self);

/**
 * HeartenStoreProgress:
 * @part: from 0 to 1
 *
 * Called on the thread that asked.
 */
typedef void (*HeartenStoreProgress) (double part, gpointer user_data);

/**
 * hearten_store_move_async:
 * @target: the full path of an empty folder or of one that is not there yet
 * @progress: (nullable) (scope notified): is told how far it has come; its @user_data is that of @callback
 *
 * Moves the records to another folder, see [struct@Move]. Saving goes on meanwhile, except for the moment of
 * the switch; what is saved then waits for it. The records in memory stay the same ones.
 *
 * Cancelling ends it before the switch; then everything is as it was.
 *
 * Errors: %HEARTEN_ERROR_FOLDER while it is moving already, and those of [struct@Move]
 */
void hearten_store_move_async (HeartenStore *self,
                               const char *target,
                               HeartenStoreProgress progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/**
 * hearten_store_move_finish:
 * @left: (out) (nullable) (optional): one sentence on what stays in the old folder
 *
 * Errors: those of [func@move_begin] and [func@move_copy]; then the journal is where it was
 */
gboolean hearten_store_move_finish (HeartenStore *self, GAsyncResult *result, char **left, GError **error);

/**
 * hearten_store_choose_async:
 * @folder: a folder that holds a journal, such as that of another device that a program synced
 *
 * Writes what waits to the present folder, looks into the other one, and notes it as the place of the
 * journal. The present folder stays as it is, and is in use until the store is made anew: the records of one
 * journal are not those of another.
 */
void hearten_store_choose_async (HeartenStore *self,
                                 const char *folder,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/**
 * hearten_store_choose_finish:
 * @empty: (out) (optional): whether it failed because the folder is empty or not there
 *
 * Errors: one sentence each: %HEARTEN_ERROR_FOLDER where there is no journal, or not all of it yet,
 * %HEARTEN_ERROR_NEWER, %HEARTEN_ERROR_MALFORMED, and those of [func@durable_write]
 */
gboolean
hearten_store_choose_finish (HeartenStore *self, GAsyncResult *result, gboolean *empty, GError **error);

HeartenSaveState hearten_store_get_save_state (HeartenStore *self);

/**
 * hearten_store_get_save_error:
 *
 * Returns: (nullable): one sentence on what kept the last write from the disk
 */
const char *hearten_store_get_save_error (HeartenStore *self);

/**
 * hearten_store_get_damaged:
 *
 * Returns: (transfer none): a list of [class@Damage]
 */
GListModel *hearten_store_get_damaged (HeartenStore *self);

/**
 * hearten_store_has_unreadable_folder:
 *
 * Returns: whether there is a folder among the damaged: nobody knows what is in it
 */
gboolean hearten_store_has_unreadable_folder (HeartenStore *self);

/* Missing is not deleted. A record whose file vanished stays in its model with every word and is listed here
 * until its file is there again: because it came back, because the record was saved, or because another
 * device says that it was deleted. Nothing is deleted anywhere for being missing. */

/**
 * hearten_store_get_missing:
 *
 * Returns: (transfer none): a list of [class@Missing], one for each record; it changes on the main thread
 */
GListModel *hearten_store_get_missing (HeartenStore *self);

gboolean hearten_store_is_missing (HeartenStore *self, const char *id);

/**
 * hearten_store_add_missing:
 * @missing: (element-type HeartenMissing): what is gone; those that are listed already stay as they are
 *
 * Lists records, for what is found out outside the store. The store itself lists what vanishes while it
 * watches. The list changes at most once.
 */
void hearten_store_add_missing (HeartenStore *self, GPtrArray *missing);

/**
 * hearten_store_remove_missing:
 * @ids: (element-type utf8): ids of what is there; those that are not listed are passed over
 *
 * Takes records from the list, which changes at most once.
 */
void hearten_store_remove_missing (HeartenStore *self, GPtrArray *ids);

/**
 * hearten_store_wrote:
 * @version: one of two versions
 * @other: the other one
 *
 * Returns: whether this device wrote something in @version that @other does not know
 */
gboolean hearten_store_wrote (HeartenStore *self, HeartenRecord *version, HeartenRecord *other);

/**
 * hearten_store_get_n_copies:
 *
 * Returns: how many files lie beside the records and hold versions of them, as far as the folder was read
 */
guint hearten_store_get_n_copies (HeartenStore *self);

/**
 * hearten_store_forget:
 * @tombstone: what another device deleted for good
 *
 * Removes the earlier versions of it that this device keeps, on a worker. Those of a record that is deleted
 * for good here go by themselves.
 */
void hearten_store_forget (HeartenStore *self, HeartenRecord *tombstone);

/* The folder may be synced: other devices write into it too. */

/**
 * hearten_store_watch:
 *
 * Looks at the whole folder once, and from then on hears of changes in it. They reach the models within
 * seconds, by [signal@Store::arrived]. To be called when everything was loaded, and again where the folder is
 * another one.
 */
void hearten_store_watch (HeartenStore *self);

/**
 * hearten_store_look_again:
 *
 * Looks for changes on a worker, as when the window is shown again: some file systems tell of none. Folders
 * in which no name has changed are passed over.
 */
void hearten_store_look_again (HeartenStore *self);

/**
 * hearten_store_settle_copies:
 *
 * Writes what was found in copies into the records' own files, on a worker. A copy goes when that is durable
 * and was read back; nothing is done about a record that is damaged or that a newer version wrote. To be
 * called when everything was loaded.
 */
void hearten_store_settle_copies (HeartenStore *self);

/**
 * hearten_store_set_frozen:
 *
 * While it is frozen, no copy is settled and no tombstone is removed.
 */
void hearten_store_set_frozen (HeartenStore *self, gboolean frozen);
gboolean hearten_store_get_frozen (HeartenStore *self);

/* For the models */

/**
 * hearten_store_save_merged:
 *
 * Writes @record as it is: it holds what was written elsewhere, and nobody changed it here.
 */
void hearten_store_save_merged (HeartenStore *self, HeartenRecord *record);

/**
 * hearten_store_count:
 *
 * Counts a change of @record that waits to be written, so that it can be told from what was written elsewhere
 * meanwhile.
 *
 * Returns: whether there is such a change
 */
gboolean hearten_store_count (HeartenStore *self, HeartenRecord *record);

G_END_DECLS
