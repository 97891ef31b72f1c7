/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-intention-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-day.h"
#include "hearten-json-values.h"

struct _HeartenIntention
{
  HeartenRecord parent_instance;

  char *tip;
  char *face;
  char *text;
  int weekdays;
  GArray *ticks; /* guint32, Julian days, earliest first, none twice */
  gboolean archived;
};

G_DEFINE_FINAL_TYPE (HeartenIntention, hearten_intention, HEARTEN_TYPE_RECORD)

/* The days it was done on */

static guint
find_tick (GArray *ticks, guint32 julian)
{
  guint low = 0, high = ticks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (ticks, guint32, middle) < julian)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_tick (GArray *ticks, guint place, guint32 julian)
{
  return place < ticks->len && g_array_index (ticks, guint32, place) == julian;
}

static void
add_tick (GArray *ticks, guint32 julian)
{
  guint place = find_tick (ticks, julian);

  if (!has_tick (ticks, place, julian))
    g_array_insert_val (ticks, place, julian);
}

static gboolean
take_ticks (JsonObject *members, GArray *ticks, GError **error)
{
  g_auto (GStrv) days = NULL;

  if (!hearten_json_take_strings (members, "ticks", &days, error))
    return FALSE;
  for (guint i = 0; days != NULL && days[i] != NULL; i++)
    {
      GDate day;

      if (!hearten_day_parse (days[i], &day))
        {
          g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                               _ ("“ticks” has a value that is not known."));
          return FALSE;
        }
      add_tick (ticks, g_date_get_julian (&day));
    }
  return TRUE;
}

static void
write_ticks (JsonObject *members, GArray *ticks)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) days = NULL;

  for (guint i = 0; i < ticks->len; i++)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, g_array_index (ticks, guint32, i));
      g_strv_builder_take (builder, hearten_day_format (&day));
    }
  days = g_strv_builder_end (builder);
  hearten_json_set_strings (members, "ticks", (const char *const *) days);
}

/* The record */

static gboolean
hearten_intention_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenIntention *self = HEARTEN_INTENTION (record);

  if (!hearten_json_take_string (members, "tip", &self->tip, error) ||
      !hearten_json_take_string (members, "face", &self->face, error) ||
      !hearten_json_take_string (members, "text", &self->text, error) ||
      !hearten_json_take_number (members, "weekdays", 0, HEARTEN_WEEKDAYS_ALL, &self->weekdays, error) ||
      !take_ticks (members, self->ticks, error) ||
      !hearten_json_take_boolean (members, "archived", &self->archived, error))
    return FALSE;

  return (self->tip != NULL && *self->tip != '\0') || hearten_json_fail_missing ("tip", error);
}

static void
hearten_intention_write (HeartenRecord *record, JsonObject *members)
{
  HeartenIntention *self = HEARTEN_INTENTION (record);

  hearten_json_set_string (members, "tip", self->tip);
  hearten_json_set_string (members, "face", self->face);
  hearten_json_set_string (members, "text", self->text);
  json_object_set_int_member (members, "weekdays", self->weekdays);
  write_ticks (members, self->ticks);
  if (self->archived)
    json_object_set_boolean_member (members, "archived", TRUE);
}

static void
hearten_intention_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenIntention *self = HEARTEN_INTENTION (record);
  HeartenIntention *copy = HEARTEN_INTENTION (record_copy);

  hearten_intention_set_list (copy, self->tip, self->face);
  g_set_str (&copy->text, self->text);
  copy->weekdays = self->weekdays;
  g_array_unref (copy->ticks);
  copy->ticks = g_array_copy (self->ticks);
  copy->archived = self->archived;
}

static void
hearten_intention_finalize (GObject *object)
{
  HeartenIntention *self = HEARTEN_INTENTION (object);

  g_free (self->tip);
  g_free (self->face);
  g_free (self->text);
  g_array_unref (self->ticks);
  G_OBJECT_CLASS (hearten_intention_parent_class)->finalize (object);
}

static void
hearten_intention_class_init (HeartenIntentionClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_intention_finalize;
  record_class->kind = "intention";
  record_class->folder = "intentions";
  record_class->version = 1;
  record_class->read = hearten_intention_read;
  record_class->write = hearten_intention_write;
  record_class->copy = hearten_intention_copy;
}

static void
hearten_intention_init (HeartenIntention *self)
{
  self->ticks = g_array_new (FALSE, FALSE, sizeof (guint32));
}

/* Private */

void
hearten_intention_set_list (HeartenIntention *self, const char *tip, const char *face)
{
  g_set_str (&self->tip, tip);
  g_set_str (&self->face, face);
}

gboolean
hearten_intention_set_text (HeartenIntention *self, const char *text)
{
  return g_set_str (&self->text, text);
}

gboolean
hearten_intention_set_weekdays (HeartenIntention *self, guint weekdays)
{
  gboolean changes = (guint) self->weekdays != (weekdays & HEARTEN_WEEKDAYS_ALL);

  self->weekdays = (int) (weekdays & HEARTEN_WEEKDAYS_ALL);
  return changes;
}

gboolean
hearten_intention_set_archived (HeartenIntention *self, gboolean archived)
{
  gboolean changes = self->archived != archived;

  self->archived = archived;
  return changes;
}

gboolean
hearten_intention_set_kept (HeartenIntention *self, const GDate *day, gboolean kept)
{
  if (hearten_intention_is_kept (self, day) == kept)
    return FALSE;
  if (kept)
    add_tick (self->ticks, g_date_get_julian (day));
  else
    g_array_remove_index (self->ticks, find_tick (self->ticks, g_date_get_julian (day)));
  return TRUE;
}

/* Public */

const char *
hearten_intention_get_tip (HeartenIntention *self)
{
  g_return_val_if_fail (HEARTEN_IS_INTENTION (self), NULL);

  return self->tip;
}

const char *
hearten_intention_get_face (HeartenIntention *self)
{
  g_return_val_if_fail (HEARTEN_IS_INTENTION (self), NULL);

  return self->face != NULL ? self->face : "both";
}

const char *
hearten_intention_get_text (HeartenIntention *self)
{
  g_return_val_if_fail (HEARTEN_IS_INTENTION (self), "");

  return self->text != NULL ? self->text : "";
}

guint
hearten_intention_get_weekdays (HeartenIntention *self)
{
  g_return_val_if_fail (HEARTEN_IS_INTENTION (self), 0);

  return (guint) self->weekdays;
}

gboolean
hearten_intention_get_archived (HeartenIntention *self)
{
  g_return_val_if_fail (HEARTEN_IS_INTENTION (self), FALSE);

  return self->archived;
}

gboolean
hearten_intention_is_due (HeartenIntention *self, const GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_INTENTION (self) && g_date_valid (day), FALSE);

  return (self->weekdays & (1 << (g_date_get_weekday (day) - G_DATE_MONDAY))) != 0;
}

gboolean
hearten_intention_is_kept (HeartenIntention *self, const GDate *day)
{
  guint32 julian;

  g_return_val_if_fail (HEARTEN_IS_INTENTION (self) && g_date_valid (day), FALSE);

  julian = g_date_get_julian (day);
  return has_tick (self->ticks, find_tick (self->ticks, julian), julian);
}

guint
hearten_intention_count_kept (HeartenIntention *self, const GDate *first, const GDate *last)
{
  g_return_val_if_fail (HEARTEN_IS_INTENTION (self) && g_date_compare (first, last) <= 0, 0);

  return find_tick (self->ticks, g_date_get_julian (last) + 1) -
         find_tick (self->ticks, g_date_get_julian (first));
}

guint
hearten_intention_count_lately (HeartenIntention *self, const GDate *today, guint most, guint *kept)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (self));
  GDate begun = hearten_day_of (created), day = *today;
  guint32 now = g_date_get_julian (today), first = g_date_get_julian (&begun), since = first;
  guint occasions = 0;

  g_return_val_if_fail (HEARTEN_IS_INTENTION (self) && kept != NULL, 0);

  *kept = 0;
  if (self->ticks->len > 0)
    since = MIN (since, g_array_index (self->ticks, guint32, 0));
  for (guint32 julian = now; occasions < most && julian >= since; julian--)
    {
      gboolean done;

      g_date_set_julian (&day, julian);
      done = hearten_intention_is_kept (self, &day);
      *kept += done;
      occasions += done || (julian < now && julian >= first && hearten_intention_is_due (self, &day));
    }
  return occasions;
}
