/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-absence.h"

#include "hearten-missing.h"
#include "hearten-place.h"
#include "hearten-records.h"
#include "hearten-seen.h"
#include "hearten-store-sweep.h"

#include <glib/gstdio.h>

struct _HeartenAbsence
{
  GObject parent_instance;

  HeartenStore *store;
  guint n_seen;
  gboolean looked;
  gboolean frozen;
};

G_DEFINE_FINAL_TYPE (HeartenAbsence, hearten_absence, G_TYPE_OBJECT)

enum { PROP_0, PROP_FROZEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* Freezing */

static void
judge (HeartenAbsence *self)
{
  guint n_missing = g_list_model_get_n_items (hearten_store_get_missing (self->store));
  gboolean frozen = n_missing > HEARTEN_ABSENCE_MOST || n_missing * HEARTEN_ABSENCE_SHARE > self->n_seen;

  if (n_missing == 0)
    frozen = FALSE;
  if (frozen == self->frozen)
    return;
  self->frozen = frozen;
  hearten_store_set_frozen (self->store, frozen);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FROZEN]);
}

/* Looking */

typedef struct
{
  char *folder;
  char *state_folder;
  GHashTable *tombstones;
  GPtrArray *models;
} Look;

static void
look_free (Look *look)
{
  g_free (look->folder);
  g_free (look->state_folder);
  g_hash_table_unref (look->tombstones);
  g_ptr_array_unref (look->models);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  GError *error = NULL;
  HeartenSeen *seen = hearten_seen_compare (look->folder, look->state_folder, look->tombstones, TRUE, &error);

  if (seen != NULL)
    g_task_return_pointer (task, seen, (GDestroyNotify) hearten_seen_free);
  else
    g_task_return_error (task, error);
  /* Nobody has to wait for this, and least of all the first page. */
  hearten_store_sweep (look->folder, look->state_folder);
}

void
hearten_absence_look_async (HeartenAbsence *self,
                            GHashTable *tombstones,
                            GPtrArray *models,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Look *look = g_new (Look, 1);

  g_return_if_fail (HEARTEN_IS_ABSENCE (self));

  *look = (Look) { g_strdup (hearten_store_get_folder (self->store)),
                   g_strdup (hearten_store_get_state_folder (self->store)), g_hash_table_ref (tombstones),
                   g_ptr_array_ref (models) };
  g_task_set_source_tag (task, hearten_absence_look_async);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static gboolean
is_loaded (GPtrArray *models, const char *id)
{
  for (guint i = 0; i < models->len; i++)
    if (hearten_records_find (models->pdata[i], id) != NULL)
      return TRUE;
  return FALSE;
}

/* What is back goes from the list, what is gone comes to it. */
static void
take_in (HeartenAbsence *self, HeartenSeen *seen, GPtrArray *models)
{
  GListModel *listed = hearten_store_get_missing (self->store);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) back = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  self->n_seen = seen->n_seen;
  for (guint i = 0; i < seen->missing->len; i++)
    g_hash_table_add (ids, (gpointer) hearten_missing_get_id (seen->missing->pdata[i]));
  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    {
      g_autoptr (HeartenMissing) missing = g_list_model_get_item (listed, i);

      if (!g_hash_table_contains (ids, hearten_missing_get_id (missing)))
        g_ptr_array_add (back, g_strdup (hearten_missing_get_id (missing)));
    }
  for (guint i = 0; i < seen->missing->len; i++)
    if (!is_loaded (models, hearten_missing_get_id (seen->missing->pdata[i])))
      g_ptr_array_add (gone, seen->missing->pdata[i]);
  hearten_store_remove_missing (self->store, back);
  hearten_store_add_missing (self->store, gone);
}

gboolean
hearten_absence_look_finish (HeartenAbsence *self, GAsyncResult *result, GError **error)
{
  g_autoptr (HeartenSeen) seen = NULL;
  Look *look;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  look = g_task_get_task_data (G_TASK (result));
  seen = g_task_propagate_pointer (G_TASK (result), error);
  if (seen == NULL)
    return FALSE;
  take_in (self, seen, look->models);
  self->looked = TRUE;
  judge (self);
  return TRUE;
}

/* Forgetting */

static void
forget_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  HeartenAbsence *self = source;
  GPtrArray *missing = data;
  const char *state_folder = hearten_store_get_state_folder (self->store);
  g_autofree char *note = g_build_filename (state_folder, "place.json", NULL);
  GError *error = NULL;
  gboolean done;

  if (missing->len > 0)
    done = hearten_seen_forget (state_folder, missing, &error);
  else if ((done = hearten_seen_forget_all (state_folder, &error)))
    g_unlink (note);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
hearten_absence_forget_async (HeartenAbsence *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  GListModel *listed;
  GPtrArray *missing;

  g_return_if_fail (HEARTEN_IS_ABSENCE (self));

  listed = hearten_store_get_missing (self->store);
  missing = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (listed); i++)
    g_ptr_array_add (missing, g_list_model_get_item (listed, i));
  g_task_set_source_tag (task, hearten_absence_forget_async);
  g_task_set_task_data (task, missing, (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, forget_in_thread);
}

gboolean
hearten_absence_forget_finish (HeartenAbsence *self, GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GPtrArray *missing;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  missing = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  self->n_seen -= MIN (self->n_seen, missing->len);
  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (ids, (gpointer) hearten_missing_get_id (missing->pdata[i]));
  hearten_store_remove_missing (self->store, ids);
  judge (self);
  return TRUE;
}

/* GObject */

static void
hearten_absence_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FROZEN:
      g_value_set_boolean (value, HEARTEN_ABSENCE (object)->frozen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_absence_finalize (GObject *object)
{
  g_clear_object (&HEARTEN_ABSENCE (object)->store);

  G_OBJECT_CLASS (hearten_absence_parent_class)->finalize (object);
}

static void
hearten_absence_class_init (HeartenAbsenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = hearten_absence_get_property;
  object_class->finalize = hearten_absence_finalize;

  /**
   * HeartenAbsence:frozen:
   *
   * Whether so much is gone that nothing may be removed.
   */
  properties[PROP_FROZEN] = g_param_spec_boolean (
      "frozen", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
hearten_absence_init (HeartenAbsence *self)
{
}

HeartenAbsence *
hearten_absence_new (HeartenStore *store)
{
  HeartenAbsence *self = g_object_new (HEARTEN_TYPE_ABSENCE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (hearten_store_get_missing (store), "items-changed", G_CALLBACK (judge), self,
                           G_CONNECT_SWAPPED);
  return self;
}

gboolean
hearten_absence_get_frozen (HeartenAbsence *self)
{
  g_return_val_if_fail (HEARTEN_IS_ABSENCE (self), FALSE);

  return self->frozen;
}

gboolean
hearten_absence_has_looked (HeartenAbsence *self)
{
  g_return_val_if_fail (HEARTEN_IS_ABSENCE (self), FALSE);

  return self->looked;
}
