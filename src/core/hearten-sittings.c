/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sittings.h"

#include "hearten-sitting-private.h"

struct _HeartenSittings
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenSittings, hearten_sittings, HEARTEN_TYPE_RECORDS)

static void
hearten_sittings_class_init (HeartenSittingsClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_SITTING;
}

static void
hearten_sittings_init (HeartenSittings *self)
{
}

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

/* Public */

HeartenSittings *
hearten_sittings_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_SITTINGS, "store", store, NULL);
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
