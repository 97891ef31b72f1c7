/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-practices.h"

#include "hearten-day.h"
#include "hearten-practice-private.h"

struct _HeartenPractices
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenPractices, hearten_practices, HEARTEN_TYPE_RECORDS)

enum { STATE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
tell (HeartenPractices *self, const char *tip)
{
  g_signal_emit (self, signals[STATE_CHANGED], g_quark_from_string (tip), tip);
}

static void
on_items_changed_cb (HeartenPractices *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (HeartenPractice) practice = g_list_model_get_item (G_LIST_MODEL (self), i);

      tell (self, hearten_practice_get_tip (practice));
    }
}

static void
hearten_practices_class_init (HeartenPracticesClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_PRACTICE;

  signals[STATE_CHANGED] = g_signal_new ("state-changed", HEARTEN_TYPE_PRACTICES,
                                         G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hearten_practices_init (HeartenPractices *self)
{
  g_signal_connect (self, "items-changed", G_CALLBACK (on_items_changed_cb), NULL);
}

static gboolean
says_already (HeartenPractice *practice, HeartenPracticeState state, const GDate *today)
{
  GDate last;

  return hearten_practice_get_state (practice) == state && hearten_practice_get_last (practice, &last) &&
         g_date_compare (&last, today) == 0;
}

/* Public */

HeartenPractices *
hearten_practices_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_PRACTICES, "store", store, NULL);
}

HeartenPractice *
hearten_practices_find (HeartenPractices *self, const char *tip)
{
  HeartenRecord *found = NULL;

  g_return_val_if_fail (HEARTEN_IS_PRACTICES (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenRecord) record = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (hearten_practice_get_tip (HEARTEN_PRACTICE (record)), tip) == 0 &&
          (found == NULL || hearten_record_get_modified (record) > hearten_record_get_modified (found)))
        found = record;
    }
  return (HeartenPractice *) found;
}

HeartenPracticeState
hearten_practices_get_state (HeartenPractices *self, const char *tip)
{
  HeartenPractice *practice = hearten_practices_find (self, tip);

  return practice != NULL ? hearten_practice_get_state (practice) : HEARTEN_PRACTICE_STATE_NEW;
}

void
hearten_practices_set_state (HeartenPractices *self, const char *tip, HeartenPracticeState state)
{
  g_autoptr (HeartenPractice) practice = NULL;
  HeartenClock *clock;
  HeartenPractice *old;
  GDate today;

  g_return_if_fail (HEARTEN_IS_PRACTICES (self));
  g_return_if_fail (tip != NULL);

  clock = hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
  today = hearten_day_today (clock);
  old = hearten_practices_find (self, tip);
  if (old == NULL && state == HEARTEN_PRACTICE_STATE_NEW)
    return;
  if (old != NULL &&
      (hearten_record_is_read_only (HEARTEN_RECORD (old)) || says_already (old, state, &today)))
    return;

  practice = old != NULL ? g_object_ref (old) : hearten_record_new (HEARTEN_TYPE_PRACTICE, clock);
  hearten_practice_set_tip (practice, tip);
  hearten_practice_set_state (practice, state, &today);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (practice));
  if (old != NULL)
    tell (self, tip);
}

void
hearten_practices_begin (HeartenPractices *self, const char *tip)
{
  if (hearten_practices_get_state (self, tip) != HEARTEN_PRACTICE_STATE_PRACTISED)
    hearten_practices_set_state (self, tip, HEARTEN_PRACTICE_STATE_BEGUN);
}
