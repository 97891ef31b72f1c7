/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sitting-private.h"

#include "hearten-json-values.h"

struct _HeartenSitting
{
  HeartenRecord parent_instance;

  char *tip;
  int planned;
  int minutes; /* -1 while it runs */
  char *note;
};

G_DEFINE_FINAL_TYPE (HeartenSitting, hearten_sitting, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
hearten_sitting_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenSitting *self = HEARTEN_SITTING (record);

  return hearten_json_take_string (members, "tip", &self->tip, error) &&
         hearten_json_take_number (members, "planned", 0, HEARTEN_SITTING_MAX_MINUTES, &self->planned,
                                   error) &&
         hearten_json_take_number (members, "minutes", 0, HEARTEN_SITTING_MAX_MINUTES, &self->minutes,
                                   error) &&
         hearten_json_take_string (members, "note", &self->note, error) &&
         ((self->tip != NULL && *self->tip != '\0') || hearten_json_fail_missing ("tip", error));
}

static void
hearten_sitting_write (HeartenRecord *record, JsonObject *members)
{
  HeartenSitting *self = HEARTEN_SITTING (record);

  hearten_json_set_string (members, "tip", self->tip);
  json_object_set_int_member (members, "planned", self->planned);
  if (self->minutes >= 0)
    json_object_set_int_member (members, "minutes", self->minutes);
  hearten_json_set_string (members, "note", self->note);
}

static void
hearten_sitting_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenSitting *self = HEARTEN_SITTING (record);
  HeartenSitting *copy = HEARTEN_SITTING (record_copy);

  g_set_str (&copy->tip, self->tip);
  copy->planned = self->planned;
  copy->minutes = self->minutes;
  g_set_str (&copy->note, self->note);
}

static void
hearten_sitting_finalize (GObject *object)
{
  HeartenSitting *self = HEARTEN_SITTING (object);

  g_free (self->tip);
  g_free (self->note);
  G_OBJECT_CLASS (hearten_sitting_parent_class)->finalize (object);
}

static void
hearten_sitting_class_init (HeartenSittingClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_sitting_finalize;
  record_class->kind = "sitting";
  record_class->folder = "sittings";
  record_class->version = 1;
  record_class->read = hearten_sitting_read;
  record_class->write = hearten_sitting_write;
  record_class->copy = hearten_sitting_copy;
}

static void
hearten_sitting_init (HeartenSitting *self)
{
  self->minutes = -1;
}

/* Private */

void
hearten_sitting_set_tip (HeartenSitting *self, const char *tip)
{
  g_set_str (&self->tip, tip);
}

void
hearten_sitting_set_planned (HeartenSitting *self, guint minutes)
{
  self->planned = (int) MIN (minutes, HEARTEN_SITTING_MAX_MINUTES);
}

void
hearten_sitting_set_minutes (HeartenSitting *self, guint minutes)
{
  self->minutes = (int) MIN (minutes, HEARTEN_SITTING_MAX_MINUTES);
}

gboolean
hearten_sitting_set_note (HeartenSitting *self, const char *note)
{
  g_autofree char *stripped = g_strstrip (g_strdup (note != NULL ? note : ""));

  return g_set_str (&self->note, *stripped != '\0' ? stripped : NULL);
}

/* Public */

const char *
hearten_sitting_get_tip (HeartenSitting *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITTING (self), NULL);

  return self->tip;
}

guint
hearten_sitting_get_minutes (HeartenSitting *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITTING (self), 0);

  return (guint) MAX (self->minutes, 0);
}

guint
hearten_sitting_get_planned (HeartenSitting *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITTING (self), 0);

  return (guint) self->planned;
}

gboolean
hearten_sitting_is_running (HeartenSitting *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITTING (self), FALSE);

  return self->minutes < 0;
}

gint64
hearten_sitting_get_end (HeartenSitting *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITTING (self), 0);

  return hearten_record_get_created (HEARTEN_RECORD (self)) + self->planned * G_TIME_SPAN_MINUTE;
}

const char *
hearten_sitting_get_note (HeartenSitting *self)
{
  g_return_val_if_fail (HEARTEN_IS_SITTING (self), NULL);

  return self->note;
}
