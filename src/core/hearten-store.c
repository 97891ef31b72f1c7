/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-store-private.h"

#include "hearten-durable.h"
#include "hearten-ending.h"
#include "hearten-id.h"
#include "hearten-missing.h"
#include "hearten-move.h"
#include "hearten-place.h"
#include "hearten-seen.h"
#include "hearten-store-sweep.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define STORE_VERSION 1

G_DEFINE_FINAL_TYPE (HeartenStore, hearten_store, G_TYPE_OBJECT)
G_DEFINE_ENUM_TYPE (HeartenSaveState,
                    hearten_save_state,
                    G_DEFINE_ENUM_VALUE (HEARTEN_SAVE_STATE_SAVED, "saved"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_SAVE_STATE_SAVING, "saving"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_SAVE_STATE_FAILED, "failed"))

enum { PROP_0, PROP_FOLDER, PROP_MOVING, PROP_OBSTACLE, PROP_SAVE_STATE, PROP_SAVE_ERROR, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { ARRIVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Opening */

static JsonObject *
new_store_file (HeartenClock *clock)
{
  JsonObject *object = json_object_new ();
  g_autofree char *id = hearten_id_new (hearten_clock_get_now (clock));

  json_object_set_string_member (object, "fmt", "hearten");
  json_object_set_int_member (object, "v", STORE_VERSION);
  json_object_set_string_member (object, "store", id);
  return object;
}

static gboolean
check_version (JsonObject *object, GError **error)
{
  gint64 v = 0;

  if (!hearten_json_take_int (object, "v", &v, NULL) || v <= STORE_VERSION)
    return TRUE;
  g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NEWER,
                       _ ("Your journal was written by a newer version of Hearten. Nothing was changed. "
                          "Install the newer version to open it."));
  return FALSE;
}

/* A store file that cannot be read is left alone and stops nothing: the records do not need it. */
static gboolean
open_store_file (HeartenStore *self, const char *folder, gboolean may_write, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "hearten.json", NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (JsonObject) object = hearten_json_read_file (path, &local);
  HeartenPlaceKind kind;

  if (object != NULL)
    return check_version (object, error);
  if (!g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || !may_write)
    return TRUE;
  if (!hearten_place_look (folder, &kind, error))
    return FALSE;
  /* Records without it: what syncs has not brought it yet. A second store id would be wrong for ever. */
  if (kind != HEARTEN_PLACE_HALF)
    {
      g_autoptr (JsonObject) fresh = new_store_file (self->clock);
      g_autoptr (GBytes) bytes = hearten_json_write (fresh);

      return hearten_durable_write (path, bytes, error);
    }
  return TRUE;
}

/* What cannot be written can be read. */
static char *
dup_obstacle (const char *folder)
{
  g_autofree char *shown = NULL;

  if (g_access (folder, W_OK | X_OK) == 0)
    return NULL;
  shown = hearten_place_dup_shown (folder);
  return g_strdup_printf (_ ("Hearten may not write to the folder “%s” (%s). Everything in it can be read. "
                             "Allow writing to it, then try again."),
                          shown, g_strerror (errno));
}

/* A disk that is not plugged in leaves no folder or an empty one. Were a journal begun there, it would look
 * as if all were lost, and two journals would be there when the disk is back. */
gboolean
hearten_store_check_present (const char *folder, GError **error)
{
  g_autofree char *shown = NULL;
  HeartenPlaceKind kind;

  if (!hearten_place_look (folder, &kind, NULL) ||
      (kind != HEARTEN_PLACE_ABSENT && kind != HEARTEN_PLACE_EMPTY))
    return TRUE;
  shown = hearten_place_dup_shown (folder);
  g_set_error (
      error, HEARTEN_ERROR, HEARTEN_ERROR_AWAY,
      kind == HEARTEN_PLACE_ABSENT
          ? _ ("The folder where your journal lives, “%s”, is not there. It may be on a disk that is "
               "not connected. Nothing was changed.")
          : _ ("The folder where your journal lives, “%s”, is empty. It may be on a disk that is not "
               "connected, or still being synced. Nothing was changed."),
      shown);
  return FALSE;
}

/* What opening finds out on a worker */
typedef struct
{
  char *folder;
  char *obstacle;
  HeartenDevice device;
} Found;

static void
found_free (Found *found)
{
  g_free (found->folder);
  g_free (found->obstacle);
  g_free (found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, found_free)

static gboolean
has_store_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "hearten.json", NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
open_files (HeartenStore *self, Found *found, GError **error)
{
  char **folder = &found->folder;
  gboolean chosen;

  if (!hearten_ending_resume (self->state_folder, self->usual, error))
    return FALSE;
  *folder = hearten_place_dup_folder (self->state_folder, self->usual, &chosen, error);
  if (*folder == NULL ||
      ((chosen || hearten_seen_any (self->state_folder)) && !hearten_store_check_present (*folder, error)) ||
      !hearten_durable_make_folder (*folder, error))
    return FALSE;
  found->obstacle = dup_obstacle (*folder);
  if (!open_store_file (self, *folder, found->obstacle == NULL, error))
    return FALSE;
  hearten_store_open_device (self, &found->device);
  g_atomic_int_set (&self->whole, has_store_file (*folder));
  return TRUE;
}

void
hearten_store_set_folder (HeartenStore *self, const char *folder)
{
  if (folder != NULL && g_set_str (&self->folder, folder))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
}

void
hearten_store_set_moving (HeartenStore *self, gboolean moving)
{
  self->moving = moving;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOVING]);
}

static void
take_in (HeartenStore *self, Found *found)
{
  hearten_store_set_folder (self, found->folder);
  hearten_store_take_device (self, &found->device);
  if (g_set_str (&self->obstacle, found->obstacle))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OBSTACLE]);
}

gboolean
hearten_store_open (HeartenStore *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);
  gboolean ok;

  g_return_val_if_fail (HEARTEN_IS_STORE (self), FALSE);

  ok = open_files (self, found, error);
  take_in (self, found);
  if (ok)
    {
      hearten_move_resume (self->folder, self->state_folder);
      hearten_store_sweep (self->folder, self->state_folder);
    }
  return ok;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HeartenStore *self = source;
  Found *found = data;
  g_autofree char *folder = NULL;
  GError *error = NULL;
  gboolean ok = open_files (self, found, &error);

  folder = g_strdup (found->folder);
  if (!ok)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_boolean (task, TRUE);
  /* Nobody has to wait for this. What is left over is swept once everything was read. */
  hearten_move_resume (folder, self->state_folder);
}

void
hearten_store_open_async (HeartenStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  /* Where it is opened again, everything is looked at again. */
  g_list_store_remove_all (self->damaged);
  g_hash_table_remove_all (self->copies);
  g_task_set_source_tag (task, hearten_store_open_async);
  g_task_set_task_data (task, g_new0 (Found, 1), (GDestroyNotify) found_free);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
hearten_store_open_finish (HeartenStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  take_in (self, g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* GObject */

static void
hearten_store_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenStore *self = HEARTEN_STORE (object);

  switch (prop_id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    case PROP_MOVING:
      g_value_set_boolean (value, self->moving);
      break;
    case PROP_OBSTACLE:
      g_value_set_string (value, self->obstacle);
      break;
    case PROP_SAVE_STATE:
      g_value_set_enum (value, self->save_state);
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, self->save_error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_store_finalize (GObject *object)
{
  HeartenStore *self = HEARTEN_STORE (object);

  if (g_hash_table_size (self->waiting) > 0)
    g_warning ("%u changed records were never flushed", g_hash_table_size (self->waiting));
  g_clear_handle_id (&self->save_timer, g_source_remove);
  g_clear_handle_id (&self->look_timer, g_source_remove);
  g_clear_pointer (&self->monitors, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_pointer (&self->merged, g_hash_table_unref);
  g_clear_pointer (&self->removals, g_ptr_array_unref);
  g_clear_pointer (&self->forgotten, g_ptr_array_unref);
  g_clear_pointer (&self->stamps, hearten_stamps_free);
  g_clear_pointer (&self->folder_times, g_hash_table_unref);
  g_clear_pointer (&self->looks, g_hash_table_unref);
  g_clear_pointer (&self->set_aside, g_hash_table_unref);
  g_clear_pointer (&self->copies, g_hash_table_unref);
  g_clear_pointer (&self->tries, g_hash_table_unref);
  g_clear_pointer (&self->missing_ids, g_hash_table_unref);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_pointer (&self->written, g_hash_table_unref);
  g_clear_pointer (&self->usual, g_free);
  g_clear_pointer (&self->obstacle, g_free);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->state_folder, g_free);
  g_clear_pointer (&self->save_error, g_free);
  g_clear_object (&self->damaged);
  g_clear_object (&self->missing);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hearten_store_parent_class)->finalize (object);
}

static void
hearten_store_class_init (HeartenStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_store_get_property;
  object_class->finalize = hearten_store_finalize;

  /**
   * HeartenStore:folder:
   *
   * Where the records are. It may change when the store is opened and when the journal is moved.
   */
  properties[PROP_FOLDER] = g_param_spec_string (
      "folder", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HeartenStore:moving:
   *
   * Whether the records are on their way to another folder.
   */
  properties[PROP_MOVING] = g_param_spec_boolean (
      "moving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HeartenStore:obstacle: (nullable)
   *
   * Why the folder could only be opened for reading, in one sentence.
   */
  properties[PROP_OBSTACLE] = g_param_spec_string (
      "obstacle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HeartenStore:save-state:
   *
   * Whether everything is on the disk.
   */
  properties[PROP_SAVE_STATE] = g_param_spec_enum (
      "save-state", NULL, NULL, HEARTEN_TYPE_SAVE_STATE, HEARTEN_SAVE_STATE_SAVED,
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * HeartenStore:save-error: (nullable)
   *
   * One sentence on what kept the last write from the disk.
   */
  properties[PROP_SAVE_ERROR] = g_param_spec_string (
      "save-error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * HeartenStore::arrived:
   * @record: what a file says now
   *
   * Someone else wrote into the folder, and it was read: another device, or another program. The detail is
   * the record's kind. Records that were loaded come by [method@Store.load_async] instead.
   */
  signals[ARRIVED] = g_signal_new ("arrived", HEARTEN_TYPE_STORE, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, HEARTEN_TYPE_RECORD);
}

static void
hearten_store_init (HeartenStore *self)
{
  self->damaged = g_list_store_new (HEARTEN_TYPE_DAMAGE);
  self->missing = g_list_store_new (HEARTEN_TYPE_MISSING);
  self->waiting = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->merged = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->removals = g_ptr_array_new_with_free_func (g_object_unref);
  self->forgotten = g_ptr_array_new_with_free_func (g_object_unref);
  self->stamps = hearten_stamps_new ();
  self->folder_times = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->set_aside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->tries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->missing_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->kept = g_ptr_array_new_with_free_func (g_object_unref);
  self->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Private */

void
hearten_store_emit_arrived (HeartenStore *self, HeartenRecord *record)
{
  g_signal_emit (self, signals[ARRIVED], g_quark_from_static_string (HEARTEN_RECORD_GET_CLASS (record)->kind),
                 record);
}

void
hearten_store_set_save_state (HeartenStore *self, HeartenSaveState state, const char *error)
{
  if (g_set_str (&self->save_error, error))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_ERROR]);
  if (self->save_state == state)
    return;
  self->save_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVE_STATE]);
}

/* Public */

HeartenStore *
hearten_store_new (const char *folder, const char *state_folder, HeartenClock *clock)
{
  HeartenStore *self = g_object_new (HEARTEN_TYPE_STORE, NULL);

  self->usual = g_strdup (folder);
  self->folder = g_strdup (folder);
  self->state_folder = g_strdup (state_folder);
  self->clock = g_object_ref (clock);
  return self;
}

const char *
hearten_store_get_folder (HeartenStore *self)
{
  return self->folder;
}

gboolean
hearten_store_is_moving (HeartenStore *self)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (self), FALSE);

  return self->moving;
}

const char *
hearten_store_get_state_folder (HeartenStore *self)
{
  return self->state_folder;
}

const char *
hearten_store_get_obstacle (HeartenStore *self)
{
  return self->obstacle;
}

HeartenClock *
hearten_store_get_clock (HeartenStore *self)
{
  return self->clock;
}

HeartenSaveState
hearten_store_get_save_state (HeartenStore *self)
{
  return self->save_state;
}

const char *
hearten_store_get_save_error (HeartenStore *self)
{
  return self->save_error;
}

GListModel *
hearten_store_get_damaged (HeartenStore *self)
{
  return G_LIST_MODEL (self->damaged);
}
