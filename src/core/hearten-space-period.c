/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-period-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-json-values.h"

struct _HeartenSpacePeriod
{
  HeartenRecord parent_instance;

  GDate started;
  int days;
  char *reason;
  GDate ended; /* not valid while it runs, or ran out by itself */
};

G_DEFINE_FINAL_TYPE (HeartenSpacePeriod, hearten_space_period, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
hearten_space_period_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenSpacePeriod *self = HEARTEN_SPACE_PERIOD (record);

  if (!hearten_json_take_day (members, "started", &self->started, error) ||
      !hearten_json_take_number (members, "days", 0, HEARTEN_SPACE_MAX_DAYS, &self->days, error) ||
      !hearten_json_take_string (members, "reason", &self->reason, error) ||
      !hearten_json_take_day (members, "ended", &self->ended, error))
    return FALSE;

  return g_date_valid (&self->started) || hearten_json_fail_missing ("started", error);
}

static void
hearten_space_period_write (HeartenRecord *record, JsonObject *members)
{
  HeartenSpacePeriod *self = HEARTEN_SPACE_PERIOD (record);

  hearten_json_set_day (members, "started", &self->started);
  json_object_set_int_member (members, "days", self->days);
  hearten_json_set_string (members, "reason", self->reason);
  hearten_json_set_day (members, "ended", &self->ended);
}

static void
hearten_space_period_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenSpacePeriod *self = HEARTEN_SPACE_PERIOD (record);
  HeartenSpacePeriod *copy = HEARTEN_SPACE_PERIOD (record_copy);

  copy->started = self->started;
  copy->days = self->days;
  g_set_str (&copy->reason, self->reason);
  copy->ended = self->ended;
}

static void
hearten_space_period_finalize (GObject *object)
{
  HeartenSpacePeriod *self = HEARTEN_SPACE_PERIOD (object);

  g_free (self->reason);
  G_OBJECT_CLASS (hearten_space_period_parent_class)->finalize (object);
}

static void
hearten_space_period_class_init (HeartenSpacePeriodClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_space_period_finalize;
  record_class->kind = "space";
  record_class->folder = "space";
  record_class->version = 1;
  record_class->read = hearten_space_period_read;
  record_class->write = hearten_space_period_write;
  record_class->copy = hearten_space_period_copy;
}

static void
hearten_space_period_init (HeartenSpacePeriod *self)
{
  g_date_clear (&self->started, 1);
  g_date_clear (&self->ended, 1);
}

/* Private */

void
hearten_space_period_set_started (HeartenSpacePeriod *self, const GDate *day)
{
  self->started = *day;
}

void
hearten_space_period_set_days (HeartenSpacePeriod *self, guint days)
{
  self->days = MIN (days, HEARTEN_SPACE_MAX_DAYS);
}

void
hearten_space_period_set_ended (HeartenSpacePeriod *self, const GDate *day)
{
  self->ended = *day;
}

void
hearten_space_period_set_reason (HeartenSpacePeriod *self, const char *reason)
{
  g_set_str (&self->reason, reason);
}

/* Public */

GDate
hearten_space_period_get_started (HeartenSpacePeriod *self)
{
  return self->started;
}

guint
hearten_space_period_get_days (HeartenSpacePeriod *self)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), 0);

  return self->days;
}

const char *
hearten_space_period_get_reason (HeartenSpacePeriod *self)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), NULL);

  return self->reason;
}

gboolean
hearten_space_period_get_ended (HeartenSpacePeriod *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), FALSE);

  if (day != NULL)
    *day = self->ended;
  return g_date_valid (&self->ended);
}

gboolean
hearten_space_period_get_last_day (HeartenSpacePeriod *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  *day = self->ended;
  if (!g_date_valid (day) && self->days > 0)
    {
      *day = self->started;
      g_date_add_days (day, self->days - 1);
    }
  return g_date_valid (day);
}

/* A clock that was set back, or a flight west, may put today before the first day: that is still day 1. */
guint
hearten_space_period_count_days (HeartenSpacePeriod *self, const GDate *today)
{
  GDate last, day;

  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), 0);
  g_return_val_if_fail (g_date_valid (today), 0);

  day = *today;
  if (hearten_space_period_get_last_day (self, &last) && g_date_compare (&last, &day) < 0)
    day = last;
  return MAX (g_date_days_between (&self->started, &day), 0) + 1;
}

gboolean
hearten_space_period_has_ended (HeartenSpacePeriod *self, const GDate *today)
{
  GDate last;

  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), FALSE);
  g_return_val_if_fail (g_date_valid (today), FALSE);

  return hearten_space_period_get_ended (self, NULL) ||
         (hearten_space_period_get_last_day (self, &last) && g_date_compare (&last, today) < 0);
}

char *
hearten_space_period_dup_day_text (HeartenSpacePeriod *self, const GDate *today)
{
  guint count = hearten_space_period_count_days (self, today);

  if (self->days == 0)
    /* Translators: which day of a space period it is, as in "Day 12". */
    return g_strdup_printf (_ ("Day %u"), count);

  /* Translators: which day of a space period it is, and how many there are, as in "Day 12 of 30". */
  return g_strdup_printf (_ ("Day %u of %u"), count, (guint) self->days);
}
