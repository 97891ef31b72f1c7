/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-checkins.h"

#include "hearten-checkin-private.h"
#include "hearten-day.h"
#include "hearten-insights.h"

#define WEEK 7
#define LEFT_ALONE (8 * WEEK)
#define MIDDLE ((HEARTEN_ANSWER_LOWEST + HEARTEN_ANSWER_HIGHEST) / 2)

struct _HeartenCheckins
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenCheckins, hearten_checkins, HEARTEN_TYPE_RECORDS)

static void
hearten_checkins_class_init (HeartenCheckinsClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_CHECKIN;
}

static void
hearten_checkins_init (HeartenCheckins *self)
{
}

static HeartenClock *
get_clock (HeartenCheckins *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
}

static gboolean
may_change (HeartenCheckin *checkin)
{
  return !hearten_record_is_read_only (HEARTEN_RECORD (checkin));
}

/* Finding */

static int
compare_days (HeartenCheckin *a, HeartenCheckin *b)
{
  GDate day_a = hearten_checkin_get_day (a), day_b = hearten_checkin_get_day (b);
  int days = g_date_compare (&day_a, &day_b);
  gint64 modified_a = hearten_record_get_modified (HEARTEN_RECORD (a)),
         modified_b = hearten_record_get_modified (HEARTEN_RECORD (b));

  return days != 0 ? days : (modified_a > modified_b) - (modified_a < modified_b);
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return compare_days (*(HeartenCheckin **) a, *(HeartenCheckin **) b);
}

static GPtrArray *
dup_list (HeartenCheckins *self, const char *tip, const char *face, gboolean finished)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenCheckin) checkin = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (hearten_checkin_get_tip (checkin), tip) == 0 &&
          g_strcmp0 (hearten_checkin_get_face (checkin), face) == 0 &&
          (hearten_checkin_get_outcome (checkin) != NULL) == finished)
        g_ptr_array_add (list, g_steal_pointer (&checkin));
    }
  g_ptr_array_sort (list, compare_pointers);
  return list;
}

/* The model holds it. */
static HeartenCheckin *
find_latest (HeartenCheckins *self, const char *tip, const char *face, gboolean finished)
{
  g_autoptr (GPtrArray) list = dup_list (self, tip, face, finished);

  return list->len > 0 ? g_ptr_array_index (list, list->len - 1) : NULL;
}

static int
count_days_since (HeartenCheckins *self, HeartenCheckin *checkin)
{
  GDate today = hearten_day_today (get_clock (self)), day = hearten_checkin_get_day (checkin);

  return g_date_days_between (&day, &today);
}

static int
get_period (const char *every)
{
  return g_strcmp0 (every, "week") == 0 ? WEEK : 1;
}

/* One that was finished stays on its day. */
static void
changed (HeartenCheckins *self, HeartenCheckin *checkin, gboolean finished)
{
  GDate today = hearten_day_today (get_clock (self));

  if (!finished)
    hearten_checkin_set_day (checkin, &today);
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (checkin));
}

/* Public */

HeartenCheckins *
hearten_checkins_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_CHECKINS, "store", store, NULL);
}

HeartenCheckin *
hearten_checkins_find_last (HeartenCheckins *self, const char *tip, const char *face)
{
  g_return_val_if_fail (HEARTEN_IS_CHECKINS (self), NULL);

  return find_latest (self, tip, face, TRUE);
}

HeartenCheckin *
hearten_checkins_find_half_done (HeartenCheckins *self, const char *tip, const char *face, const char *every)
{
  HeartenCheckin *checkin;

  g_return_val_if_fail (HEARTEN_IS_CHECKINS (self), NULL);

  checkin = find_latest (self, tip, face, FALSE);
  return checkin != NULL && may_change (checkin) && count_days_since (self, checkin) < get_period (every)
             ? checkin
             : NULL;
}

HeartenCheckin *
hearten_checkins_begin (HeartenCheckins *self, const char *tip, const char *face, const char *every)
{
  HeartenCheckin *half_done = hearten_checkins_find_half_done (self, tip, face, every);
  HeartenCheckin *checkin;
  GDate today;

  g_return_val_if_fail (HEARTEN_IS_CHECKINS (self) && tip != NULL && face != NULL, NULL);

  if (half_done != NULL)
    return g_object_ref (half_done);
  checkin = hearten_record_new (HEARTEN_TYPE_CHECKIN, get_clock (self));
  today = hearten_day_today (get_clock (self));
  hearten_checkin_set_list (checkin, tip, face);
  hearten_checkin_set_day (checkin, &today);
  return checkin;
}

void
hearten_checkins_set_answer (HeartenCheckins *self,
                             HeartenCheckin *checkin,
                             const char *prompt,
                             const char *answer)
{
  g_return_if_fail (HEARTEN_IS_CHECKINS (self) && HEARTEN_IS_CHECKIN (checkin) && prompt != NULL);

  if (may_change (checkin) && hearten_checkin_set_answer (checkin, prompt, answer))
    changed (self, checkin, hearten_checkin_get_outcome (checkin) != NULL);
}

void
hearten_checkins_finish (HeartenCheckins *self, HeartenCheckin *checkin, const char *outcome)
{
  gboolean finished;

  g_return_if_fail (HEARTEN_IS_CHECKINS (self) && HEARTEN_IS_CHECKIN (checkin) && outcome != NULL);

  finished = hearten_checkin_get_outcome (checkin) != NULL;
  if (may_change (checkin) && hearten_checkin_set_outcome (checkin, outcome))
    changed (self, checkin, finished);
}

gboolean
hearten_checkins_is_due (HeartenCheckins *self, const char *tip, const char *face, const char *every)
{
  HeartenCheckin *last;
  int days;

  g_return_val_if_fail (HEARTEN_IS_CHECKINS (self), FALSE);

  if (g_strcmp0 (every, "once") == 0 || every == NULL)
    return FALSE;
  if (hearten_checkins_find_half_done (self, tip, face, every) != NULL)
    return FALSE;
  last = hearten_checkins_find_last (self, tip, face);
  if (last == NULL)
    return FALSE;
  days = count_days_since (self, last);
  return days >= get_period (every) && days <= LEFT_ALONE;
}

GArray *
hearten_checkins_dup_trend (HeartenCheckins *self, const char *tip, const char *face, const char *prompt)
{
  GArray *trend = g_array_new (FALSE, FALSE, sizeof (HeartenDayMood));
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (HEARTEN_IS_CHECKINS (self), trend);

  list = dup_list (self, tip, face, TRUE);
  for (guint i = 0; i < list->len; i++)
    {
      HeartenCheckin *checkin = g_ptr_array_index (list, i);
      GDate day = hearten_checkin_get_day (checkin);
      HeartenDayMood mood = { g_date_get_julian (&day),
                              hearten_checkin_get_number (checkin, prompt) - MIDDLE };

      if (hearten_checkin_get_number (checkin, prompt) == 0)
        continue;
      if (trend->len > 0 && g_array_index (trend, HeartenDayMood, trend->len - 1).julian == mood.julian)
        g_array_set_size (trend, trend->len - 1);
      g_array_append_val (trend, mood);
    }
  return trend;
}
