/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-json.h"
#include "hearten-wall-time.h"

#define DAY_MINUTES (24 * 60)

struct _HeartenRule
{
  HeartenRepeat repeat;
  GArray *times; /* of int, ascending, each once */
  char *zone_name;
  GTimeZone *zone; /* NULL when floating */
};

G_DEFINE_ENUM_TYPE (HeartenRepeat, hearten_repeat, G_DEFINE_ENUM_VALUE (HEARTEN_REPEAT_DAILY, "daily"))
G_DEFINE_BOXED_TYPE (HeartenRule, hearten_rule, hearten_rule_ref, hearten_rule_unref)

/* Making */

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static GArray *
sort_times (const int *minutes, gsize n_minutes)
{
  GArray *times = g_array_sized_new (FALSE, FALSE, sizeof (int), n_minutes);

  g_array_append_vals (times, minutes, n_minutes);
  g_array_sort (times, compare_ints);
  for (guint i = times->len - 1; i > 0; i--)
    if (g_array_index (times, int, i) == g_array_index (times, int, i - 1))
      g_array_remove_index (times, i);

  return times;
}

static gboolean
check_times (const int *minutes, gsize n_minutes, GError **error)
{
  gboolean fine = n_minutes > 0 && n_minutes <= HEARTEN_RULE_MAX_TIMES;

  for (gsize i = 0; fine && i < n_minutes; i++)
    fine = minutes[i] >= 0 && minutes[i] < DAY_MINUTES;

  if (!fine)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                 _ ("A reminder needs 1 to %d times of day, each from 00:00 to 23:59."),
                 HEARTEN_RULE_MAX_TIMES);
  return fine;
}

static gboolean
find_zone (const char *name, GTimeZone **zone, GError **error)
{
  if (name == NULL)
    return TRUE;

  /* GLib also takes offsets, POSIX rules and paths; only names mean the same everywhere and for good. */
  if (g_ascii_isalpha (*name) && strpbrk (name, ",.:<>") == NULL)
    *zone = g_time_zone_new_identifier (name);
  if (*zone == NULL)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                 _ ("The time zone “%s” is not known here."), name);

  return *zone != NULL;
}

HeartenRule *
hearten_rule_new_daily (const int *minutes, gsize n_minutes, const char *zone, GError **error)
{
  g_autoptr (GTimeZone) found = NULL;
  HeartenRule *self;

  g_return_val_if_fail (minutes != NULL || n_minutes == 0, NULL);

  if (!check_times (minutes, n_minutes, error) || !find_zone (zone, &found, error))
    return NULL;

  self = g_atomic_rc_box_new0 (HeartenRule);
  self->repeat = HEARTEN_REPEAT_DAILY;
  self->times = sort_times (minutes, n_minutes);
  self->zone_name = g_strdup (zone);
  self->zone = g_steal_pointer (&found);
  return self;
}

HeartenRule *
hearten_rule_new_daily_at (int hour, int minute)
{
  int minutes = hour * 60 + minute;

  g_return_val_if_fail (hour >= 0 && hour < 24 && minute >= 0 && minute < 60, NULL);

  return hearten_rule_new_daily (&minutes, 1, NULL, NULL);
}

HeartenRule *
hearten_rule_ref (HeartenRule *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  HeartenRule *self = data;

  g_array_unref (self->times);
  g_free (self->zone_name);
  g_clear_pointer (&self->zone, g_time_zone_unref);
}

void
hearten_rule_unref (HeartenRule *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gboolean
hearten_rule_equal (HeartenRule *self, HeartenRule *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return self->repeat == other->repeat && g_strcmp0 (self->zone_name, other->zone_name) == 0 &&
         self->times->len == other->times->len &&
         memcmp (self->times->data, other->times->data, self->times->len * sizeof (int)) == 0;
}

/* Looking */

HeartenRepeat
hearten_rule_get_repeat (HeartenRule *self)
{
  g_return_val_if_fail (self != NULL, HEARTEN_REPEAT_DAILY);

  return self->repeat;
}

const int *
hearten_rule_get_times (HeartenRule *self, gsize *n_times)
{
  g_return_val_if_fail (self != NULL && n_times != NULL, NULL);

  *n_times = self->times->len;
  return (const int *) (gpointer) self->times->data;
}

const char *
hearten_rule_get_zone (HeartenRule *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->zone_name;
}

static GStrv
dup_times_text (HeartenRule *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->times->len; i++)
    {
      int minute = g_array_index (self->times, int, i);

      g_strv_builder_take (builder, g_strdup_printf ("%02d:%02d", minute / 60, minute % 60));
    }

  return g_strv_builder_end (builder);
}

char *
hearten_rule_dup_words (HeartenRule *self)
{
  g_auto (GStrv) times = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  times = dup_times_text (self);
  /* Translators: separates times of day, as in "Every day at 09:00, 21:00" */
  list = g_strjoinv (C_ ("list of times", ", "), times);
  /* Translators: %s is a time such as 21:00, or several */
  return g_strdup_printf (_ ("Every day at %s"), list);
}

/* JSON */

static gboolean
parse_time (const char *text, int *minute)
{
  if (strlen (text) != 5 || text[2] != ':')
    return FALSE;
  for (int i = 0; i < 5; i++)
    if (i != 2 && !g_ascii_isdigit (text[i]))
      return FALSE;

  *minute = (text[0] - '0') * 600 + (text[1] - '0') * 60 + (text[3] - '0') * 10 + (text[4] - '0');
  return text[3] < '6' && *minute < DAY_MINUTES;
}

static GArray *
parse_times (GStrv texts, GError **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (int));

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      int minute;

      if (!parse_time (texts[i], &minute))
        {
          g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” is not a time of day."),
                       texts[i]);
          return NULL;
        }
      g_array_append_val (times, minute);
    }

  return g_steal_pointer (&times);
}

static gboolean
check_repeat (const char *repeat, GError **error)
{
  if (g_strcmp0 (repeat, "daily") == 0)
    return TRUE;

  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
               _ ("This version does not know the repeat “%s” of a reminder."), repeat != NULL ? repeat : "");
  return FALSE;
}

static gboolean
check_leftovers (JsonObject *object, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  if (members == NULL)
    return TRUE;

  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
               _ ("This version does not know “%s” in the times of a reminder."),
               (const char *) members->data);
  return FALSE;
}

HeartenRule *
hearten_rule_from_json (JsonObject *object, GError **error)
{
  g_autofree char *repeat = NULL;
  g_autofree char *zone = NULL;
  g_auto (GStrv) texts = NULL;
  g_autoptr (GArray) times = NULL;

  g_return_val_if_fail (object != NULL, NULL);

  if (!hearten_json_take_string (object, "repeat", &repeat, error) || !check_repeat (repeat, error) ||
      !hearten_json_take_strings (object, "times", &texts, error) ||
      !hearten_json_take_string (object, "zone", &zone, error) || !check_leftovers (object, error))
    return NULL;

  times = parse_times (texts, error);
  if (times == NULL)
    return NULL;

  return hearten_rule_new_daily ((const int *) (gpointer) times->data, times->len, zone, error);
}

JsonObject *
hearten_rule_to_json (HeartenRule *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_auto (GStrv) times = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  times = dup_times_text (self);
  hearten_json_set_string (object, "repeat", "daily");
  hearten_json_set_strings (object, "times", (const char *const *) times);
  hearten_json_set_string (object, "zone", self->zone_name);
  return g_steal_pointer (&object);
}

/* Coming round */

/* Two skipped times, or one skipped and one real, may land on one instant or change their order: so every
 * time of the day is looked at, and of equals the one scheduled first is kept. */
static void
look_at_day (HeartenRule *self, GTimeZone *zone, guint32 julian, gint64 after, HeartenOccurrence *best)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      int minute = g_array_index (self->times, int, i);
      gint64 instant = hearten_wall_time_resolve (zone, julian, minute);

      if (instant > after && instant < best->instant)
        *best = (HeartenOccurrence) { instant, julian, minute };
    }
}

gboolean
hearten_rule_next (HeartenRule *self, gint64 after, GTimeZone *local, HeartenOccurrence *out)
{
  HeartenOccurrence best = { G_MAXINT64, 0, 0 };
  GTimeZone *zone;
  guint32 today;

  g_return_val_if_fail (self != NULL && local != NULL && out != NULL, FALSE);

  /* A gap can push the end of yesterday into today, and an island that skips a day can push it past today. */
  zone = self->zone != NULL ? self->zone : local;
  today = hearten_wall_time_get_day (zone, after);
  for (guint32 julian = today - 1; julian <= today + 1; julian++)
    look_at_day (self, zone, julian, after, &best);

  *out = best;
  return best.instant != G_MAXINT64;
}

char *
hearten_occurrence_dup_key (const HeartenOccurrence *self, const char *id)
{
  GDate date;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->julian);
  return g_strdup_printf ("%s@%04u-%02u-%02uT%02d:%02d", id, g_date_get_year (&date),
                          (guint) g_date_get_month (&date), g_date_get_day (&date), self->minute / 60,
                          self->minute % 60);
}
