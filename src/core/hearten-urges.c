/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-urges.h"

#include "hearten-day.h"
#include "hearten-urge-private.h"

struct _HeartenUrges
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenUrges, hearten_urges, HEARTEN_TYPE_RECORDS)

static void
hearten_urges_class_init (HeartenUrgesClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_URGE;
}

static void
hearten_urges_init (HeartenUrges *self)
{
}

static HeartenClock *
get_clock (HeartenUrges *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
}

static gboolean
can_edit (HeartenUrge *urge)
{
  return !hearten_record_is_read_only (HEARTEN_RECORD (urge)) &&
         hearten_record_get_deleted (HEARTEN_RECORD (urge)) == 0;
}

static gboolean
is_of (HeartenUrge *urge, HeartenSpacePeriod *period)
{
  return g_strcmp0 (hearten_urge_get_space (urge),
                    period != NULL ? hearten_record_get_id (HEARTEN_RECORD (period)) : NULL) == 0;
}

/* Public */

HeartenUrges *
hearten_urges_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_URGES, "store", store, NULL);
}

HeartenUrge *
hearten_urges_begin (HeartenUrges *self, HeartenSpacePeriod *period)
{
  HeartenUrge *urge;

  g_return_val_if_fail (HEARTEN_IS_URGES (self), NULL);

  urge = hearten_record_new (HEARTEN_TYPE_URGE, get_clock (self));
  if (period != NULL)
    hearten_urge_set_space (urge, hearten_record_get_id (HEARTEN_RECORD (period)));
  return urge;
}

void
hearten_urges_keep (HeartenUrges *self, HeartenUrge *urge)
{
  g_return_if_fail (HEARTEN_IS_URGES (self) && HEARTEN_IS_URGE (urge));

  if (can_edit (urge) && !hearten_records_contains (HEARTEN_RECORDS (self), HEARTEN_RECORD (urge)))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (urge));
}

void
hearten_urges_set_triggers (HeartenUrges *self, HeartenUrge *urge, const char *const *triggers)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (HEARTEN_IS_URGES (self) && HEARTEN_IS_URGE (urge));

  if (!can_edit (urge) || g_strv_equal (triggers != NULL ? triggers : none, hearten_urge_get_triggers (urge)))
    return;
  hearten_urge_set_triggers (urge, triggers);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (urge));
}

void
hearten_urges_set_words (HeartenUrges *self, HeartenUrge *urge, const char *words)
{
  g_return_if_fail (HEARTEN_IS_URGES (self) && HEARTEN_IS_URGE (urge));

  if (can_edit (urge) && hearten_urge_set_words (urge, words))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (urge));
}

void
hearten_urges_set_plan (HeartenUrges *self, HeartenUrge *urge, const char *plan)
{
  g_return_if_fail (HEARTEN_IS_URGES (self) && HEARTEN_IS_URGE (urge));

  if (can_edit (urge) && hearten_urge_set_plan (urge, plan))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (urge));
}

void
hearten_urges_set_outcome (HeartenUrges *self, HeartenUrge *urge, HeartenOutcome outcome)
{
  g_return_if_fail (HEARTEN_IS_URGES (self) && HEARTEN_IS_URGE (urge));

  if (!can_edit (urge) || hearten_urge_get_outcome (urge) == outcome)
    return;
  hearten_urge_set_outcome (urge, outcome);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (urge));
}

void
hearten_urges_set_note (HeartenUrges *self, HeartenUrge *urge, const char *note)
{
  g_return_if_fail (HEARTEN_IS_URGES (self) && HEARTEN_IS_URGE (urge));

  if (can_edit (urge) && hearten_urge_set_note (urge, note))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (urge));
}

HeartenUrge *
hearten_urges_dup_open (HeartenUrges *self, HeartenSpacePeriod *period)
{
  gint64 yesterday;

  g_return_val_if_fail (HEARTEN_IS_URGES (self), NULL);

  yesterday = hearten_clock_get_now (get_clock (self)) - G_TIME_SPAN_DAY;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenUrge) urge = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (hearten_record_get_created (HEARTEN_RECORD (urge)) < yesterday)
        break;
      if (is_of (urge, period) && hearten_urge_get_outcome (urge) == HEARTEN_OUTCOME_OPEN)
        return g_steal_pointer (&urge);
    }
  return NULL;
}

GArray *
hearten_urges_count_days (HeartenUrges *self,
                          HeartenSpacePeriod *period,
                          HeartenOutcome outcome,
                          guint n_days)
{
  GArray *counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_days);
  GDate first;

  g_return_val_if_fail (HEARTEN_IS_URGES (self), counts);
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (period), counts);

  first = hearten_space_period_get_started (period);
  g_array_set_size (counts, n_days);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenUrge) urge = g_list_model_get_item (G_LIST_MODEL (self), i);
      g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (urge));
      GDate day = hearten_day_of (created);
      int index = g_date_days_between (&first, &day);

      if (is_of (urge, period) && hearten_urge_get_outcome (urge) == outcome && index >= 0 &&
          (guint) index < n_days)
        g_array_index (counts, guint, index)++;
    }
  return counts;
}
