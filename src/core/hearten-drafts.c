/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-drafts.h"

#include "hearten-durable.h"
#include "hearten-json.h"

#define SETTLE_MILLISECONDS 500

struct _HeartenDrafts
{
  GObject parent_instance;

  char *path;
  GHashTable *words; /* by place; an empty text was taken back before the file was read */
  gboolean loading;
  gboolean writing;
  gboolean changed; /* since the last write began */
  guint settle_id;
};

G_DEFINE_FINAL_TYPE (HeartenDrafts, hearten_drafts, G_TYPE_OBJECT)

enum { LOADED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void settle (HeartenDrafts *self);

/* Writing */

static GBytes *
make_bytes (HeartenDrafts *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  GHashTableIter iter;
  gpointer place, words;

  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &place, &words))
    hearten_json_set_string (object, place, words);
  return hearten_json_write (object);
}

static void
write_on_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  HeartenDrafts *self = source;
  GError *error = NULL;

  if (hearten_durable_write (self->path, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What could not be written is tried again with the next letter: it is on the screen, and in no record yet.
 */
static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeartenDrafts *self = HEARTEN_DRAFTS (source);
  g_autoptr (GError) error = NULL;

  self->writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("The drafts could not be written: %s", error->message);
  if (self->changed)
    settle (self);
}

static void
write_now (HeartenDrafts *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_written_cb, NULL);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->changed = FALSE;
  self->writing = TRUE;
  g_task_set_source_tag (task, write_now);
  g_task_set_task_data (task, make_bytes (self), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_on_worker);
}

static void
on_settled_cb (gpointer user_data)
{
  HeartenDrafts *self = user_data;

  self->settle_id = 0;
  if (!self->writing && !self->loading)
    write_now (self);
}

static void
settle (HeartenDrafts *self)
{
  if (self->settle_id == 0)
    self->settle_id = g_timeout_add_once (SETTLE_MILLISECONDS, on_settled_cb, self);
}

/* Reading */

static void
read_on_worker (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_task_return_pointer (task, hearten_json_read_file (HEARTEN_DRAFTS (source)->path, NULL),
                         (GDestroyNotify) json_object_unref);
}

static void
take (JsonObject *object, const char *place, JsonNode *node, gpointer user_data)
{
  HeartenDrafts *self = user_data;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING &&
      !g_hash_table_contains (self->words, place))
    g_hash_table_insert (self->words, g_strdup (place), json_node_dup_string (node));
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeartenDrafts *self = HEARTEN_DRAFTS (source);
  JsonObject *object = g_task_propagate_pointer (G_TASK (result), NULL);

  self->loading = FALSE;
  if (object != NULL)
    json_object_foreach_member (object, take, self);
  g_clear_pointer (&object, json_object_unref);
  if (self->changed)
    settle (self);
  g_signal_emit (self, signals[LOADED], 0);
}

/* GObject */

static void
hearten_drafts_finalize (GObject *object)
{
  HeartenDrafts *self = HEARTEN_DRAFTS (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_hash_table_unref (self->words);
  g_free (self->path);

  G_OBJECT_CLASS (hearten_drafts_parent_class)->finalize (object);
}

static void
hearten_drafts_class_init (HeartenDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_drafts_finalize;

  signals[LOADED] = g_signal_new ("loaded", HEARTEN_TYPE_DRAFTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
hearten_drafts_init (HeartenDrafts *self)
{
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Public */

HeartenDrafts *
hearten_drafts_new (const char *state_folder)
{
  HeartenDrafts *self = g_object_new (HEARTEN_TYPE_DRAFTS, NULL);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_read_cb, NULL);

  self->path = g_build_filename (state_folder, "drafts.json", NULL);
  self->loading = TRUE;
  g_task_set_source_tag (task, hearten_drafts_new);
  g_task_run_in_thread (task, read_on_worker);
  return self;
}

const char *
hearten_drafts_get (HeartenDrafts *self, const char *place)
{
  const char *words;

  g_return_val_if_fail (HEARTEN_IS_DRAFTS (self) && place != NULL, NULL);

  words = g_hash_table_lookup (self->words, place);
  return words != NULL && *words != '\0' ? words : NULL;
}

void
hearten_drafts_set (HeartenDrafts *self, const char *place, const char *words)
{
  const char *before;

  g_return_if_fail (HEARTEN_IS_DRAFTS (self) && place != NULL && words != NULL);

  before = g_hash_table_lookup (self->words, place);
  if (g_str_equal (before != NULL ? before : "", words) && !(self->loading && before == NULL))
    return;
  g_hash_table_insert (self->words, g_strdup (place), g_strdup (words));
  self->changed = TRUE;
  settle (self);
}

void
hearten_drafts_finish (HeartenDrafts *self)
{
  g_return_if_fail (HEARTEN_IS_DRAFTS (self));

  while (self->loading || self->writing)
    g_main_context_iteration (NULL, TRUE);
  if (self->changed)
    write_now (self);
  while (self->writing)
    g_main_context_iteration (NULL, TRUE);
}
