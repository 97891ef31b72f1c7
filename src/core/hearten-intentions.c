/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-intentions.h"

#include "hearten-day.h"
#include "hearten-intention-private.h"

struct _HeartenIntentions
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenIntentions, hearten_intentions, HEARTEN_TYPE_RECORDS)

static void
hearten_intentions_class_init (HeartenIntentionsClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_INTENTION;
}

static void
hearten_intentions_init (HeartenIntentions *self)
{
}

static HeartenClock *
get_clock (HeartenIntentions *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
}

static gboolean
may_change (HeartenIntention *intention)
{
  return !hearten_record_is_read_only (HEARTEN_RECORD (intention));
}

static void
changed (HeartenIntentions *self, HeartenIntention *intention)
{
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (intention));
}

/* Public */

HeartenIntentions *
hearten_intentions_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_INTENTIONS, "store", store, NULL);
}

GPtrArray *
hearten_intentions_dup_list (HeartenIntentions *self, const char *tip, const char *face, gboolean archived)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (HEARTEN_IS_INTENTIONS (self), list);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self)); i > 0; i--)
    {
      g_autoptr (HeartenIntention) intention = g_list_model_get_item (G_LIST_MODEL (self), i - 1);

      if (g_strcmp0 (hearten_intention_get_tip (intention), tip) == 0 &&
          g_strcmp0 (hearten_intention_get_face (intention), face) == 0 &&
          hearten_intention_get_archived (intention) == archived)
        g_ptr_array_add (list, g_steal_pointer (&intention));
    }
  return list;
}

HeartenIntention *
hearten_intentions_add (HeartenIntentions *self,
                        const char *tip,
                        const char *face,
                        const char *text,
                        guint weekdays)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autoptr (HeartenIntention) intention = NULL;

  g_return_val_if_fail (HEARTEN_IS_INTENTIONS (self) && tip != NULL && face != NULL, NULL);

  if (*words == '\0')
    return NULL;
  intention = hearten_record_new (HEARTEN_TYPE_INTENTION, get_clock (self));
  hearten_intention_set_list (intention, tip, face);
  hearten_intention_set_text (intention, words);
  hearten_intention_set_weekdays (intention, weekdays);
  changed (self, intention);
  return intention; /* the model holds it */
}

void
hearten_intentions_set_text (HeartenIntentions *self, HeartenIntention *intention, const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  g_return_if_fail (HEARTEN_IS_INTENTIONS (self) && HEARTEN_IS_INTENTION (intention));

  if (*words != '\0' && may_change (intention) && hearten_intention_set_text (intention, words))
    changed (self, intention);
}

void
hearten_intentions_set_weekdays (HeartenIntentions *self, HeartenIntention *intention, guint weekdays)
{
  g_return_if_fail (HEARTEN_IS_INTENTIONS (self) && HEARTEN_IS_INTENTION (intention));

  if (may_change (intention) && hearten_intention_set_weekdays (intention, weekdays))
    changed (self, intention);
}

void
hearten_intentions_set_archived (HeartenIntentions *self, HeartenIntention *intention, gboolean archived)
{
  g_return_if_fail (HEARTEN_IS_INTENTIONS (self) && HEARTEN_IS_INTENTION (intention));

  if (may_change (intention) && hearten_intention_set_archived (intention, archived))
    changed (self, intention);
}

void
hearten_intentions_set_kept (HeartenIntentions *self,
                             HeartenIntention *intention,
                             const GDate *day,
                             gboolean kept)
{
  GDate today;

  g_return_if_fail (HEARTEN_IS_INTENTIONS (self) && HEARTEN_IS_INTENTION (intention));
  g_return_if_fail (g_date_valid (day));

  today = hearten_day_today (get_clock (self));
  if (g_date_compare (day, &today) <= 0 && may_change (intention) &&
      hearten_intention_set_kept (intention, day, kept))
    changed (self, intention);
}
