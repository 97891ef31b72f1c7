/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sittings.h"

#include "hearten-sitting-private.h"

struct _HeartenSittings
{
  HeartenRecords parent_instance;

  GPtrArray *watched; /* what runs here */
  guint timer;
  HeartenSitting *unattended;
};

G_DEFINE_FINAL_TYPE (HeartenSittings, hearten_sittings, HEARTEN_TYPE_RECORDS)

enum { OVER, N_SIGNALS };

static guint signals[N_SIGNALS];

static HeartenClock *
get_clock (HeartenSittings *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
}

static gboolean
can_edit (HeartenSittings *self, HeartenSitting *sitting)
{
  return hearten_records_contains (HEARTEN_RECORDS (self), HEARTEN_RECORD (sitting)) &&
         !hearten_record_is_read_only (HEARTEN_RECORD (sitting));
}

/* The clock */

static void
be_over (HeartenSittings *self, HeartenSitting *sitting)
{
  gboolean told = FALSE;

  if (!can_edit (self, sitting) || !hearten_sitting_is_running (sitting))
    return;
  hearten_sittings_end (self, sitting);
  g_signal_emit (self, signals[OVER], 0, sitting, &told);
  if (!told)
    g_set_object (&self->unattended, sitting);
}

/* Each second, by the wall clock: the computer may sleep meanwhile. */
static gboolean
on_second_cb (gpointer user_data)
{
  HeartenSittings *self = user_data;
  gint64 now = hearten_clock_get_now (get_clock (self));
  g_autoptr (GPtrArray) over = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = self->watched->len; i-- > 0;)
    {
      HeartenSitting *sitting = self->watched->pdata[i];

      if (!hearten_sitting_is_running (sitting) || hearten_sitting_get_end (sitting) <= now)
        g_ptr_array_add (over, g_ptr_array_steal_index (self->watched, i));
    }
  for (guint i = 0; i < over->len; i++)
    be_over (self, over->pdata[i]);
  if (self->watched->len > 0)
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  return G_SOURCE_REMOVE;
}

static void
watch (HeartenSittings *self, HeartenSitting *sitting)
{
  if (g_ptr_array_find (self->watched, sitting, NULL))
    return;
  g_ptr_array_add (self->watched, g_object_ref (sitting));
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (1, on_second_cb, self);
}

/* GObject */

static void
hearten_sittings_dispose (GObject *object)
{
  HeartenSittings *self = HEARTEN_SITTINGS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_set_size (self->watched, 0);
  g_clear_object (&self->unattended);

  G_OBJECT_CLASS (hearten_sittings_parent_class)->dispose (object);
}

static void
hearten_sittings_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTEN_SITTINGS (object)->watched);

  G_OBJECT_CLASS (hearten_sittings_parent_class)->finalize (object);
}

static void
hearten_sittings_class_init (HeartenSittingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_sittings_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_sittings_finalize;
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_SITTING;
  signals[OVER] = g_signal_new ("over", HEARTEN_TYPE_SITTINGS, G_SIGNAL_RUN_LAST, 0,
                                g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                HEARTEN_TYPE_SITTING);
}

static void
hearten_sittings_init (HeartenSittings *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Public */

HeartenSittings *
hearten_sittings_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_SITTINGS, "store", store, NULL);
}

void
hearten_sittings_start (HeartenSittings *self)
{
  gint64 now;

  g_return_if_fail (HEARTEN_IS_SITTINGS (self));

  now = hearten_clock_get_now (get_clock (self));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenSitting) sitting = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (hearten_sitting_is_running (sitting) && hearten_sitting_get_end (sitting) > now)
        watch (self, sitting);
    }
}

HeartenSitting *
hearten_sittings_dup_unattended (HeartenSittings *self, const char *tip)
{
  g_return_val_if_fail (HEARTEN_IS_SITTINGS (self), NULL);

  if (self->unattended == NULL || g_strcmp0 (hearten_sitting_get_tip (self->unattended), tip) != 0)
    return NULL;
  return g_steal_pointer (&self->unattended);
}

HeartenSitting *
hearten_sittings_begin (HeartenSittings *self, const char *tip, guint planned)
{
  g_autoptr (HeartenSitting) sitting = NULL;

  g_return_val_if_fail (HEARTEN_IS_SITTINGS (self), NULL);
  g_return_val_if_fail (tip != NULL, NULL);

  sitting = hearten_record_new (HEARTEN_TYPE_SITTING, get_clock (self));
  hearten_sitting_set_tip (sitting, tip);
  hearten_sitting_set_planned (sitting, planned);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (sitting));
  watch (self, sitting);
  return sitting;
}

void
hearten_sittings_end (HeartenSittings *self, HeartenSitting *sitting)
{
  gint64 lasted;

  g_return_if_fail (HEARTEN_IS_SITTINGS (self) && HEARTEN_IS_SITTING (sitting));

  if (!can_edit (self, sitting) || !hearten_sitting_is_running (sitting))
    return;
  lasted = hearten_clock_get_now (get_clock (self)) - hearten_record_get_created (HEARTEN_RECORD (sitting));
  hearten_sitting_set_minutes (sitting, (guint) CLAMP (lasted / G_TIME_SPAN_MINUTE, 0,
                                                       (gint64) hearten_sitting_get_planned (sitting)));
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (sitting));
}

HeartenSitting *
hearten_sittings_find_running (HeartenSittings *self, const char *tip)
{
  g_return_val_if_fail (HEARTEN_IS_SITTINGS (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenSitting) sitting = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (hearten_sitting_get_tip (sitting), tip) == 0)
        return hearten_sitting_is_running (sitting) ? sitting : NULL;
    }
  return NULL;
}

guint
hearten_sittings_count (HeartenSittings *self, const char *tip, guint *minutes)
{
  guint n = 0, sum = 0;

  g_return_val_if_fail (HEARTEN_IS_SITTINGS (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenSitting) sitting = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (hearten_sitting_get_tip (sitting), tip) != 0 || hearten_sitting_is_running (sitting))
        continue;
      n++;
      sum += hearten_sitting_get_minutes (sitting);
    }
  if (minutes != NULL)
    *minutes = sum;
  return n;
}

void
hearten_sittings_set_note (HeartenSittings *self, HeartenSitting *sitting, const char *note)
{
  g_return_if_fail (HEARTEN_IS_SITTINGS (self) && HEARTEN_IS_SITTING (sitting));

  if (can_edit (self, sitting) && hearten_sitting_set_note (sitting, note))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (sitting));
}
