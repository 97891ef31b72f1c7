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
  GStrv plans; /* never NULL */
  char *learned;
  GArray *rests; /* of Rest, in their order; they do not overlap */
};

/* From its first day up to the day on which the period went on, which is a day of the period again. */
typedef struct
{
  GDate from;
  GDate until; /* not valid while it rests */
} Rest;

G_DEFINE_FINAL_TYPE (HeartenSpacePeriod, hearten_space_period, HEARTEN_TYPE_RECORD)

/* Rests */

static gboolean
take_rest (JsonNode *node, Rest *rest, GError **error)
{
  g_autoptr (JsonObject) members = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return hearten_json_fail_missing ("rests", error);

  members = json_object_ref (json_node_get_object (node));
  g_date_clear (&rest->from, 1);
  g_date_clear (&rest->until, 1);
  if (!hearten_json_take_day (members, "from", &rest->from, error) ||
      !hearten_json_take_day (members, "until", &rest->until, error))
    return FALSE;
  return g_date_valid (&rest->from) || hearten_json_fail_missing ("from", error);
}

static gboolean
take_rests (HeartenSpacePeriod *self, JsonObject *members, GError **error)
{
  g_autoptr (JsonArray) array = NULL;
  GDate floor = self->started;

  g_array_set_size (self->rests, 0);
  if (!hearten_json_take_array (members, "rests", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      Rest rest;

      if (!take_rest (json_array_get_element (array, i), &rest, error))
        return FALSE;
      /* What another program wrote in a wrong order would count days twice. */
      if (g_date_compare (&rest.from, &floor) < 0 ||
          (g_date_valid (&rest.until) && g_date_compare (&rest.until, &rest.from) < 0))
        return hearten_json_fail_missing ("rests", error);
      g_array_append_val (self->rests, rest);
      if (!g_date_valid (&rest.until))
        return i + 1 == json_array_get_length (array) || hearten_json_fail_missing ("until", error);
      floor = rest.until;
    }
  return TRUE;
}

static void
write_rests (HeartenSpacePeriod *self, JsonObject *members)
{
  JsonArray *array;

  if (self->rests->len == 0)
    return;
  array = json_array_new ();
  for (guint i = 0; i < self->rests->len; i++)
    {
      Rest *rest = &g_array_index (self->rests, Rest, i);
      JsonObject *object = json_object_new ();

      hearten_json_set_day (object, "from", &rest->from);
      hearten_json_set_day (object, "until", &rest->until);
      json_array_add_object_element (array, object);
    }
  json_object_set_array_member (members, "rests", array);
}

static Rest *
get_open_rest (HeartenSpacePeriod *self)
{
  Rest *last = self->rests->len > 0 ? &g_array_index (self->rests, Rest, self->rests->len - 1) : NULL;

  return last != NULL && !g_date_valid (&last->until) ? last : NULL;
}

/* How many days up to and including @day rested. */
static int
count_rested (HeartenSpacePeriod *self, const GDate *day)
{
  int rested = 0;

  for (guint i = 0; i < self->rests->len; i++)
    {
      Rest *rest = &g_array_index (self->rests, Rest, i);
      GDate end = *day;

      g_date_add_days (&end, 1);
      if (g_date_valid (&rest->until) && g_date_compare (&rest->until, &end) < 0)
        end = rest->until;
      rested += MAX (g_date_days_between (&rest->from, &end), 0);
    }
  return rested;
}

/* The record */

static gboolean
hearten_space_period_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenSpacePeriod *self = HEARTEN_SPACE_PERIOD (record);

  g_clear_pointer (&self->plans, g_strfreev);
  if (!hearten_json_take_day (members, "started", &self->started, error) ||
      !hearten_json_take_number (members, "days", 0, HEARTEN_SPACE_MAX_DAYS, &self->days, error) ||
      !hearten_json_take_string (members, "reason", &self->reason, error) ||
      !hearten_json_take_day (members, "ended", &self->ended, error) ||
      !hearten_json_take_strings (members, "plans", &self->plans, error) ||
      !hearten_json_take_string (members, "learned", &self->learned, error))
    return FALSE;

  if (self->plans == NULL)
    self->plans = g_new0 (char *, 1);
  if (!g_date_valid (&self->started))
    return hearten_json_fail_missing ("started", error);
  return take_rests (self, members, error);
}

static void
hearten_space_period_write (HeartenRecord *record, JsonObject *members)
{
  HeartenSpacePeriod *self = HEARTEN_SPACE_PERIOD (record);

  hearten_json_set_day (members, "started", &self->started);
  json_object_set_int_member (members, "days", self->days);
  hearten_json_set_string (members, "reason", self->reason);
  hearten_json_set_day (members, "ended", &self->ended);
  hearten_json_set_strings (members, "plans", (const char *const *) self->plans);
  hearten_json_set_string (members, "learned", self->learned);
  write_rests (self, members);
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
  hearten_space_period_set_plans (copy, (const char *const *) self->plans);
  g_set_str (&copy->learned, self->learned);
  g_array_set_size (copy->rests, 0);
  g_array_append_vals (copy->rests, self->rests->data, self->rests->len);
}

static void
hearten_space_period_finalize (GObject *object)
{
  HeartenSpacePeriod *self = HEARTEN_SPACE_PERIOD (object);

  g_free (self->reason);
  g_strfreev (self->plans);
  g_free (self->learned);
  g_array_unref (self->rests);
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
  self->plans = g_new0 (char *, 1);
  self->rests = g_array_new (FALSE, FALSE, sizeof (Rest));
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

void
hearten_space_period_set_plans (HeartenSpacePeriod *self, const char *const *plans)
{
  GStrv old = self->plans;

  self->plans = plans != NULL ? g_strdupv ((char **) plans) : g_new0 (char *, 1);
  g_strfreev (old);
}

void
hearten_space_period_set_learned (HeartenSpacePeriod *self, const char *learned)
{
  g_set_str (&self->learned, learned);
}

void
hearten_space_period_rest (HeartenSpacePeriod *self, const GDate *day)
{
  Rest rest = { .from = *day };

  g_date_clear (&rest.until, 1);
  if (get_open_rest (self) == NULL)
    g_array_append_val (self->rests, rest);
}

void
hearten_space_period_go_on (HeartenSpacePeriod *self, const GDate *day)
{
  Rest *rest = get_open_rest (self);

  if (rest == NULL)
    return;
  rest->until = g_date_compare (day, &rest->from) < 0 ? rest->from : *day;
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
  return g_date_valid (day) ||
         (self->days > 0 && hearten_space_period_find_day (self, (guint) self->days, day));
}

gboolean
hearten_space_period_find_day (HeartenSpacePeriod *self, guint count, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), FALSE);
  g_return_val_if_fail (count > 0 && day != NULL, FALSE);

  *day = self->started;
  g_date_add_days (day, count - 1);
  for (guint i = 0; i < self->rests->len; i++)
    {
      Rest *rest = &g_array_index (self->rests, Rest, i);

      if (g_date_compare (day, &rest->from) < 0)
        return TRUE;
      if (!g_date_valid (&rest->until))
        return FALSE;
      g_date_add_days (day, (guint) g_date_days_between (&rest->from, &rest->until));
    }
  return TRUE;
}

gboolean
hearten_space_period_is_resting (HeartenSpacePeriod *self, GDate *since)
{
  Rest *rest;

  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), FALSE);

  rest = g_date_valid (&self->ended) ? NULL : get_open_rest (self);
  if (rest != NULL && since != NULL)
    *since = rest->from;
  return rest != NULL;
}

const char *const *
hearten_space_period_get_plans (HeartenSpacePeriod *self)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), NULL);

  return (const char *const *) self->plans;
}

const char *
hearten_space_period_get_learned (HeartenSpacePeriod *self)
{
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (self), NULL);

  return self->learned;
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
  return (guint) MAX (g_date_days_between (&self->started, &day) + 1 - count_rested (self, &day), 1);
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
