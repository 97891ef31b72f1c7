/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-spaces.h"

#include "hearten-day.h"
#include "hearten-space-period-private.h"

struct _HeartenSpaces
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenSpaces, hearten_spaces, HEARTEN_TYPE_RECORDS)

enum { PROP_0, PROP_ACTIVE, N_PROPS };

static GParamSpec *props[N_PROPS];

static HeartenClock *
get_clock (HeartenSpaces *self)
{
  return hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
}

static void
commit (HeartenSpaces *self, HeartenSpacePeriod *period)
{
  hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (period));
  hearten_spaces_refresh (self);
}

static gboolean
can_edit (HeartenSpaces *self, HeartenSpacePeriod *period)
{
  return hearten_records_contains (HEARTEN_RECORDS (self), HEARTEN_RECORD (period)) &&
         !hearten_record_is_read_only (HEARTEN_RECORD (period));
}

static void
set_words (HeartenSpacePeriod *period,
           const char *words,
           void (*set) (HeartenSpacePeriod *period, const char *words))
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  set (period, *stripped != '\0' ? stripped : NULL);
}

/* GObject */

static void
hearten_spaces_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVE:
      g_value_set_object (value, hearten_spaces_get_active (HEARTEN_SPACES (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_spaces_class_init (HeartenSpacesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_SPACE_PERIOD;
  object_class->get_property = hearten_spaces_get_property;

  props[PROP_ACTIVE] = g_param_spec_object ("active", NULL, NULL, HEARTEN_TYPE_SPACE_PERIOD,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
hearten_spaces_init (HeartenSpaces *self)
{
  g_signal_connect (self, "items-changed", G_CALLBACK (hearten_spaces_refresh), NULL);
}

/* Public */

HeartenSpaces *
hearten_spaces_new (HeartenStore *store)
{
  return g_object_new (HEARTEN_TYPE_SPACES, "store", store, NULL);
}

HeartenSpacePeriod *
hearten_spaces_get_active (HeartenSpaces *self)
{
  GDate today;

  g_return_val_if_fail (HEARTEN_IS_SPACES (self), NULL);

  today = hearten_day_today (get_clock (self));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenSpacePeriod) period = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (!hearten_space_period_has_ended (period, &today))
        return period;
    }
  return NULL;
}

/* One that was begun and ended on the same day was a try: it opens nothing. */
static gboolean
counts_as_ended (HeartenSpacePeriod *period, const GDate *today, const GDate *since)
{
  GDate started = hearten_space_period_get_started (period);
  GDate ended;

  if (!hearten_space_period_has_ended (period, today) ||
      !hearten_space_period_get_last_day (period, &ended) ||
      (since != NULL && g_date_compare (&ended, since) < 0))
    return FALSE;
  return !hearten_space_period_get_ended (period, &ended) || g_date_compare (&started, &ended) < 0;
}

gboolean
hearten_spaces_has_ended_since (HeartenSpaces *self, const GDate *since)
{
  GDate today;

  g_return_val_if_fail (HEARTEN_IS_SPACES (self), FALSE);

  today = hearten_day_today (get_clock (self));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenSpacePeriod) period = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (counts_as_ended (period, &today, since))
        return TRUE;
    }
  return FALSE;
}

void
hearten_spaces_refresh (HeartenSpaces *self)
{
  g_return_if_fail (HEARTEN_IS_SPACES (self));

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIVE]);
}

HeartenSpacePeriod *
hearten_spaces_begin (HeartenSpaces *self, guint days, const char *reason)
{
  g_autoptr (HeartenSpacePeriod) period = NULL;
  HeartenSpacePeriod *active;
  GDate today;

  g_return_val_if_fail (HEARTEN_IS_SPACES (self), NULL);

  active = hearten_spaces_get_active (self);
  if (active != NULL)
    return active;

  today = hearten_day_today (get_clock (self));
  period = hearten_record_new (HEARTEN_TYPE_SPACE_PERIOD, get_clock (self));
  hearten_space_period_set_started (period, &today);
  hearten_space_period_set_days (period, days);
  set_words (period, reason, hearten_space_period_set_reason);
  commit (self, period);
  return period;
}

void
hearten_spaces_extend (HeartenSpaces *self, HeartenSpacePeriod *period, guint more_days)
{
  HeartenSpacePeriod *active;
  GDate today, last;
  guint days;

  g_return_if_fail (HEARTEN_IS_SPACES (self));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  active = hearten_spaces_get_active (self);
  days = hearten_space_period_get_days (period);
  if (!can_edit (self, period) || days == 0 || hearten_space_period_get_ended (period, NULL) ||
      (active != NULL && active != period))
    return;

  today = hearten_day_today (get_clock (self));
  if (hearten_space_period_has_ended (period, &today) && hearten_space_period_get_last_day (period, &last))
    days += (guint) g_date_days_between (&last, &today) - 1;
  more_days = MIN (more_days, HEARTEN_SPACE_MAX_DAYS);
  hearten_space_period_set_days (period, more_days > 0 ? days + more_days : 0);
  commit (self, period);
}

void
hearten_spaces_end (HeartenSpaces *self, HeartenSpacePeriod *period)
{
  GDate today;

  g_return_if_fail (HEARTEN_IS_SPACES (self));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  today = hearten_day_today (get_clock (self));
  if (!can_edit (self, period) || hearten_space_period_has_ended (period, &today))
    return;
  hearten_space_period_set_ended (period, &today);
  commit (self, period);
}

void
hearten_spaces_set_reason (HeartenSpaces *self, HeartenSpacePeriod *period, const char *reason)
{
  g_return_if_fail (HEARTEN_IS_SPACES (self));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  if (!can_edit (self, period))
    return;
  set_words (period, reason, hearten_space_period_set_reason);
  commit (self, period);
}

void
hearten_spaces_rest (HeartenSpaces *self, HeartenSpacePeriod *period)
{
  GDate today;

  g_return_if_fail (HEARTEN_IS_SPACES (self));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  today = hearten_day_today (get_clock (self));
  if (!can_edit (self, period) || hearten_space_period_has_ended (period, &today) ||
      hearten_space_period_is_resting (period, NULL))
    return;
  hearten_space_period_rest (period, &today);
  commit (self, period);
}

void
hearten_spaces_go_on (HeartenSpaces *self, HeartenSpacePeriod *period)
{
  GDate today;

  g_return_if_fail (HEARTEN_IS_SPACES (self));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  if (!can_edit (self, period) || !hearten_space_period_is_resting (period, NULL))
    return;
  today = hearten_day_today (get_clock (self));
  hearten_space_period_go_on (period, &today);
  commit (self, period);
}

void
hearten_spaces_set_plans (HeartenSpaces *self, HeartenSpacePeriod *period, const char *const *plans)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (HEARTEN_IS_SPACES (self));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  if (!can_edit (self, period))
    return;
  for (guint i = 0; plans != NULL && plans[i] != NULL; i++)
    {
      char *stripped = g_strstrip (g_strdup (plans[i]));

      if (*stripped == '\0')
        g_free (stripped);
      else if (g_hash_table_add (seen, stripped))
        g_strv_builder_add (builder, stripped);
    }
  kept = g_strv_builder_end (builder);
  if (g_strv_equal ((const char *const *) kept, hearten_space_period_get_plans (period)))
    return;
  hearten_space_period_set_plans (period, (const char *const *) kept);
  commit (self, period);
}

void
hearten_spaces_set_learned (HeartenSpaces *self, HeartenSpacePeriod *period, const char *learned)
{
  g_return_if_fail (HEARTEN_IS_SPACES (self));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  if (!can_edit (self, period))
    return;
  set_words (period, learned, hearten_space_period_set_learned);
  commit (self, period);
}
