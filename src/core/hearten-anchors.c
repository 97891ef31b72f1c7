/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-anchors.h"

#include <string.h>

#include "hearten-day.h"
#include "hearten-tip-uses.h"

/* The longest that a reminder can be snoozed. */
#define DAYS_AFTER 7

typedef struct
{
  HeartenRecords *records;
  HeartenAnchorDay day;
  gpointer user_data;
} Source;

struct _HeartenAnchors
{
  GObject parent_instance;

  HeartenSpaces *spaces;
  HeartenTips *tips; /* NULL where there are no plans */
  HeartenGate *gate; /* the same */
  GArray *sources;   /* of Source */
};

G_DEFINE_FINAL_TYPE (HeartenAnchors, hearten_anchors, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Days */

static gboolean
find_day_of_space (HeartenSpacePeriod *period, int count, GDate *day)
{
  GDate last;
  gboolean ends = hearten_space_period_get_last_day (period, &last);
  GDate first = hearten_space_period_get_started (period);

  if (count > 0)
    return hearten_space_period_find_day (period, (guint) count, day) &&
           (!ends || g_date_compare (day, &last) <= 0);
  if (!ends || g_date_get_julian (&last) < g_date_get_julian (&first) + (guint32) -count)
    return FALSE;

  *day = last;
  g_date_subtract_days (day, (guint) -count);
  return TRUE;
}

static gboolean
find_day_of_date (const GDate *date, int count, GDate *day)
{
  *day = *date;
  if (count > 0)
    g_date_add_days (day, (guint) count - 1);
  else if (g_date_get_julian (date) > (guint32) -count)
    g_date_subtract_days (day, (guint) -count);
  else
    return FALSE;

  return TRUE;
}

static HeartenRecord *
find_record (HeartenAnchors *self, const char *id, GDate *date)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      Source *source = &g_array_index (self->sources, Source, i);
      HeartenRecord *record = hearten_records_find (source->records, id);

      /* One in the trash is found too. */
      if (record != NULL)
        return hearten_record_get_deleted (record) == 0 && source->day (record, date, source->user_data)
                   ? record
                   : NULL;
    }

  return NULL;
}

/* The one that runs; or one that ran out a little ago, as what came on its last day may have been snoozed
 * until now. One that the user ended brings nothing more. */
static HeartenSpacePeriod *
find_period (HeartenAnchors *self)
{
  HeartenSpacePeriod *active = hearten_spaces_get_active (self->spaces);
  HeartenClock *clock = hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self->spaces)));
  GDate today = hearten_day_today (clock);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->spaces));
  HeartenSpacePeriod *latest = NULL;
  GDate last, best;

  for (guint i = 0; i < n && active == NULL; i++)
    {
      g_autoptr (HeartenSpacePeriod) period = g_list_model_get_item (G_LIST_MODEL (self->spaces), i);

      if (hearten_space_period_get_ended (period, NULL) ||
          !hearten_space_period_get_last_day (period, &last) || g_date_compare (&last, &today) >= 0 ||
          g_date_days_between (&last, &today) > DAYS_AFTER ||
          (latest != NULL && g_date_compare (&last, &best) <= 0))
        continue;
      latest = period;
      best = last;
    }

  return active != NULL ? active : latest;
}

static gboolean
find_day (const char *anchor, int count, guint32 *julian, gpointer user_data)
{
  HeartenAnchors *self = user_data;
  HeartenSpacePeriod *period = find_period (self);
  GDate date, day;
  gboolean found;

  if (strcmp (anchor, HEARTEN_RULE_SPACE) == 0)
    found = period != NULL && find_day_of_space (period, count, &day);
  else
    found = find_record (self, anchor, &date) != NULL && find_day_of_date (&date, count, &day);

  if (found)
    *julian = g_date_get_julian (&day);
  return found;
}

/* The object */

static void
emit_changed (HeartenAnchors *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hearten_anchors_finalize (GObject *object)
{
  HeartenAnchors *self = HEARTEN_ANCHORS (object);

  for (guint i = 0; i < self->sources->len; i++)
    g_object_unref (g_array_index (self->sources, Source, i).records);
  g_array_unref (self->sources);
  g_clear_object (&self->spaces);
  g_clear_object (&self->tips);
  g_clear_object (&self->gate);

  G_OBJECT_CLASS (hearten_anchors_parent_class)->finalize (object);
}

static void
hearten_anchors_class_init (HeartenAnchorsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_anchors_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearten_anchors_init (HeartenAnchors *self)
{
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
}

HeartenAnchors *
hearten_anchors_new (HeartenSpaces *spaces)
{
  HeartenAnchors *self;

  g_return_val_if_fail (HEARTEN_IS_SPACES (spaces), NULL);

  self = g_object_new (HEARTEN_TYPE_ANCHORS, NULL);
  self->spaces = g_object_ref (spaces);
  g_signal_connect_object (spaces, "notify::active", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  return self;
}

void
hearten_anchors_add (HeartenAnchors *self, HeartenRecords *records, HeartenAnchorDay day, gpointer user_data)
{
  Source source = { records, day, user_data };

  g_return_if_fail (HEARTEN_IS_ANCHORS (self) && HEARTEN_IS_RECORDS (records) && day != NULL);

  g_object_ref (records);
  g_array_append_val (self->sources, source);
  g_signal_connect_object (records, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
}

static gboolean
find_day_of_plan (HeartenRecord *record, GDate *day, gpointer user_data)
{
  HeartenAnchors *self = user_data;

  return hearten_tip_uses_find_plan_day (self->tips, HEARTEN_ITEM (record),
                                         hearten_gate_get_allows_contact (self->gate), day);
}

void
hearten_anchors_add_plans (HeartenAnchors *self, HeartenItems *items, HeartenTips *tips, HeartenGate *gate)
{
  g_return_if_fail (HEARTEN_IS_ANCHORS (self) && HEARTEN_IS_ITEMS (items));
  g_return_if_fail (HEARTEN_IS_TIPS (tips) && HEARTEN_IS_GATE (gate));
  g_return_if_fail (self->gate == NULL);

  self->tips = g_object_ref (tips);
  self->gate = g_object_ref (gate);
  g_signal_connect_object (gate, "notify::allows-contact", G_CALLBACK (emit_changed), self,
                           G_CONNECT_SWAPPED);
  hearten_anchors_add (self, HEARTEN_RECORDS (items), find_day_of_plan, self);
}

HeartenRule *
hearten_anchors_resolve (HeartenAnchors *self, HeartenRule *rule)
{
  g_return_val_if_fail (HEARTEN_IS_ANCHORS (self) && rule != NULL, NULL);

  return hearten_rule_resolve (rule, find_day, self);
}

HeartenRecord *
hearten_anchors_find (HeartenAnchors *self, HeartenRule *rule)
{
  GDate date;

  g_return_val_if_fail (HEARTEN_IS_ANCHORS (self) && rule != NULL, NULL);

  if (hearten_rule_get_repeat (rule) != HEARTEN_REPEAT_RELATIVE)
    return NULL;
  return find_record (self, hearten_rule_get_parts (rule)->anchor, &date);
}

gint64
hearten_anchors_get_changed (HeartenAnchors *self, HeartenRule *rule)
{
  const char *anchor;
  gpointer record;
  GDate date;

  g_return_val_if_fail (HEARTEN_IS_ANCHORS (self) && rule != NULL, 0);

  if (hearten_rule_get_repeat (rule) != HEARTEN_REPEAT_RELATIVE)
    return 0;

  anchor = hearten_rule_get_parts (rule)->anchor;
  record = strcmp (anchor, HEARTEN_RULE_SPACE) == 0 ? (gpointer) find_period (self)
                                                    : (gpointer) find_record (self, anchor, &date);
  return record != NULL ? hearten_record_get_modified (record) : 0;
}
