/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rule-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "hearten-day.h"
#include "hearten-json-values.h"

static const char *const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

/* Times of day */

static gboolean
parse_time (const char *text, int *minute)
{
  if (strlen (text) != 5 || text[2] != ':')
    return FALSE;
  for (int i = 0; i < 5; i++)
    if (i != 2 && !g_ascii_isdigit (text[i]))
      return FALSE;

  *minute = (text[0] - '0') * 600 + (text[1] - '0') * 60 + (text[3] - '0') * 10 + (text[4] - '0');
  return text[3] < '6' && *minute < HEARTEN_DAY_MINUTES;
}

gboolean
hearten_rule_take_times (JsonObject *object, const char *member, GArray *times, GError **error)
{
  g_auto (GStrv) texts = NULL;

  if (!hearten_json_take_strings (object, member, &texts, error))
    return FALSE;

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      int minute;

      if (!parse_time (texts[i], &minute))
        {
          g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” is not a time of day."),
                       texts[i]);
          return FALSE;
        }
      g_array_append_val (times, minute);
    }

  return TRUE;
}

void
hearten_rule_set_times (JsonObject *object, const char *member, const int *times, gsize n_times)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (gsize i = 0; i < n_times; i++)
    g_strv_builder_take (builder, g_strdup_printf ("%02d:%02d", times[i] / 60, times[i] % 60));

  texts = g_strv_builder_end (builder);
  hearten_json_set_strings (object, member, (const char *const *) texts);
}

static gboolean
take_window (JsonObject *object, HeartenRuleParts *parts, GError **error)
{
  g_autoptr (GArray) window = g_array_new (FALSE, FALSE, sizeof (int));

  if (!hearten_rule_take_times (object, "between", window, error))
    return FALSE;
  if (window->len != 2)
    {
      g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                           _ ("“between” needs two times of day."));
      return FALSE;
    }

  parts->start = g_array_index (window, int, 0);
  parts->end = g_array_index (window, int, 1);
  return TRUE;
}

/* Days */

static gboolean
take_day (JsonObject *object, const char *member, guint32 *julian, GError **error)
{
  GDate day;

  g_date_clear (&day, 1);
  if (!hearten_json_take_day (object, member, &day, error))
    return FALSE;

  *julian = g_date_valid (&day) ? g_date_get_julian (&day) : 0;
  return TRUE;
}

static void
set_day (JsonObject *object, const char *member, guint32 julian)
{
  GDate day;

  g_date_clear (&day, 1);
  if (julian > 0)
    g_date_set_julian (&day, julian);
  hearten_json_set_day (object, member, &day);
}

/* Days counted along something, and lists of dates */

static gboolean
take_counts (JsonObject *object, GArray *on, GError **error)
{
  g_autoptr (JsonArray) counts = NULL;
  guint length;

  if (!hearten_json_take_array (object, "on", &counts, error))
    return FALSE;

  length = counts != NULL ? json_array_get_length (counts) : 0;
  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (counts, i);
      gint64 number = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
                          ? json_node_get_int (node)
                          : G_MAXINT64;
      int count = (int) CLAMP (number, -HEARTEN_RULE_MAX_COUNT - 1, HEARTEN_RULE_MAX_COUNT + 1);

      g_array_append_val (on, count);
    }

  return TRUE;
}

static void
set_counts (JsonObject *object, const int *on, gsize n_on)
{
  JsonArray *counts = json_array_sized_new ((guint) n_on);

  for (gsize i = 0; i < n_on; i++)
    json_array_add_int_element (counts, on[i]);
  json_object_set_array_member (object, "on", counts);
}

static gboolean
take_dates (JsonObject *object, GArray *on, GError **error)
{
  g_auto (GStrv) texts = NULL;

  if (!hearten_json_take_strings (object, "dates", &texts, error))
    return FALSE;

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      GDate day;
      int date = 0;

      if (hearten_day_parse (texts[i], &day))
        date = (int) g_date_get_julian (&day);
      g_array_append_val (on, date);
    }

  return TRUE;
}

static void
set_dates (JsonObject *object, const int *on, gsize n_on)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (gsize i = 0; i < n_on; i++)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, (guint32) on[i]);
      g_strv_builder_take (builder, hearten_day_format (&day));
    }

  texts = g_strv_builder_end (builder);
  hearten_json_set_strings (object, "dates", (const char *const *) texts);
}

/* Weekdays */

static gboolean
add_weekday (const char *text, guint *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (strcmp (text, weekdays[i]) == 0)
      {
        *found |= 1u << i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
take_weekdays (JsonObject *object, guint *found, GError **error)
{
  g_auto (GStrv) texts = NULL;

  if (!hearten_json_take_strings (object, "weekdays", &texts, error))
    return FALSE;

  for (gsize i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!add_weekday (texts[i], found))
      {
        g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” is not a weekday."),
                     texts[i]);
        return FALSE;
      }

  return TRUE;
}

static void
set_weekdays (JsonObject *object, guint found)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (found & (1u << i))
      g_strv_builder_add (builder, weekdays[i]);

  texts = g_strv_builder_end (builder);
  hearten_json_set_strings (object, "weekdays", (const char *const *) texts);
}

/* Kinds. Only the members of the kind are taken: whatever is left over makes the rule unreadable. */

static gboolean
take_number (JsonObject *object, const char *member, int *out, GError **error)
{
  return hearten_json_take_number (object, member, 1, HEARTEN_RULE_MAX_DAYS, out, error);
}

static gboolean
take_kind (JsonObject *object, HeartenRuleParts *parts, GError **error)
{
  switch (parts->repeat)
    {
    case HEARTEN_REPEAT_ONCE:
      return take_day (object, "day", &parts->day, error);
    case HEARTEN_REPEAT_WEEKLY:
      parts->every = 1;
      return take_weekdays (object, &parts->weekdays, error) &&
             take_number (object, "every", &parts->every, error) &&
             take_day (object, "from", &parts->day, error);
    case HEARTEN_REPEAT_DAYS:
      return take_number (object, "every", &parts->every, error) &&
             take_day (object, "from", &parts->day, error);
    case HEARTEN_REPEAT_MONTHLY:
      return take_number (object, "date", &parts->date, error);
    case HEARTEN_REPEAT_YEARLY:
      return take_number (object, "month", &parts->month, error) &&
             take_number (object, "date", &parts->date, error);
    case HEARTEN_REPEAT_HOURLY:
      return take_number (object, "every", &parts->every, error) && take_window (object, parts, error);
    case HEARTEN_REPEAT_MOMENTS:
      return take_number (object, "count", &parts->count, error) && take_window (object, parts, error);
    case HEARTEN_REPEAT_DAILY:
    case HEARTEN_REPEAT_DATES:
    case HEARTEN_REPEAT_RELATIVE:
    default:
      return TRUE;
    }
}

static gboolean
take_on (JsonObject *object, HeartenRepeat repeat, GArray *on, char **anchor, GError **error)
{
  if (repeat == HEARTEN_REPEAT_DATES)
    return take_dates (object, on, error);
  if (repeat == HEARTEN_REPEAT_RELATIVE)
    return hearten_json_take_string (object, "to", anchor, error) && take_counts (object, on, error);

  return TRUE;
}

static gboolean
take_repeat (JsonObject *object, HeartenRepeat *found, GError **error)
{
  g_autofree char *nick = NULL;
  GEnumValue *value;

  if (!hearten_json_take_string (object, "repeat", &nick, error))
    return FALSE;

  value = nick != NULL ? g_enum_get_value_by_nick (g_type_class_get (HEARTEN_TYPE_REPEAT), nick) : NULL;
  if (value == NULL)
    {
      g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                   _ ("This version does not know the repeat “%s” of a reminder."), nick != NULL ? nick : "");
      return FALSE;
    }

  *found = (HeartenRepeat) value->value;
  return TRUE;
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

static gboolean
has_times (HeartenRepeat repeat)
{
  return repeat != HEARTEN_REPEAT_HOURLY && repeat != HEARTEN_REPEAT_MOMENTS;
}

HeartenRule *
hearten_rule_from_json (JsonObject *object, GError **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) on = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *zone = NULL;
  g_autofree char *anchor = NULL;
  HeartenRuleParts parts = { 0 };

  g_return_val_if_fail (object != NULL, NULL);

  if (!take_repeat (object, &parts.repeat, error) || !take_kind (object, &parts, error) ||
      !take_on (object, parts.repeat, on, &anchor, error) ||
      (has_times (parts.repeat) && !hearten_rule_take_times (object, "times", times, error)) ||
      !hearten_json_take_string (object, "zone", &zone, error) || !check_leftovers (object, error))
    return NULL;

  parts.times = (const int *) (gpointer) times->data;
  parts.n_times = times->len;
  parts.on = (const int *) (gpointer) on->data;
  parts.n_on = on->len;
  parts.anchor = anchor;
  parts.zone = zone;
  return hearten_rule_new (&parts, error);
}

static void
set_number (JsonObject *object, const char *member, int number)
{
  if (number > 0)
    json_object_set_int_member (object, member, number);
}

JsonObject *
hearten_rule_to_json (HeartenRule *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  const HeartenRuleParts *parts;

  g_return_val_if_fail (self != NULL, NULL);

  /* What the kind does not use is 0 and so not written. */
  parts = &self->parts;
  hearten_json_set_string (
      object, "repeat",
      g_enum_get_value (g_type_class_get (HEARTEN_TYPE_REPEAT), (int) parts->repeat)->value_nick);
  if (parts->repeat != HEARTEN_REPEAT_WEEKLY || parts->every > 1)
    set_number (object, "every", parts->every);
  set_number (object, "count", parts->count);
  set_day (object, parts->repeat == HEARTEN_REPEAT_ONCE ? "day" : "from", parts->day);
  set_weekdays (object, parts->weekdays);
  if (parts->repeat == HEARTEN_REPEAT_DATES)
    set_dates (object, parts->on, parts->n_on);
  if (parts->repeat == HEARTEN_REPEAT_RELATIVE)
    {
      hearten_json_set_string (object, "to", parts->anchor);
      set_counts (object, parts->on, parts->n_on);
    }
  set_number (object, "month", parts->month);
  set_number (object, "date", parts->date);
  if (has_times (parts->repeat))
    hearten_rule_set_times (object, "times", parts->times, parts->n_times);
  else
    hearten_rule_set_times (object, "between", (const int[]) { parts->start, parts->end }, 2);
  hearten_json_set_string (object, "zone", parts->zone);
  return g_steal_pointer (&object);
}
