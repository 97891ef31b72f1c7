/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-practice-private.h"

#include "hearten-json-values.h"

G_DEFINE_ENUM_TYPE (HeartenPracticeState,
                    hearten_practice_state,
                    G_DEFINE_ENUM_VALUE (HEARTEN_PRACTICE_STATE_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_PRACTICE_STATE_BEGUN, "begun"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_PRACTICE_STATE_PRACTISED, "practised"))

struct _HeartenPractice
{
  HeartenRecord parent_instance;

  char *tip;
  HeartenPracticeState state;
  GDate last;
};

G_DEFINE_FINAL_TYPE (HeartenPractice, hearten_practice, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
hearten_practice_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenPractice *self = HEARTEN_PRACTICE (record);
  int state = HEARTEN_PRACTICE_STATE_NEW;

  if (!hearten_json_take_string (members, "tip", &self->tip, error) ||
      !hearten_json_take_enum (members, "state", HEARTEN_TYPE_PRACTICE_STATE, &state, error) ||
      !hearten_json_take_day (members, "last", &self->last, error))
    return FALSE;

  self->state = state;
  /* An empty one would not be written, and the record could not be read again. */
  return (self->tip != NULL && *self->tip != '\0') || hearten_json_fail_missing ("tip", error);
}

static void
hearten_practice_write (HeartenRecord *record, JsonObject *members)
{
  HeartenPractice *self = HEARTEN_PRACTICE (record);

  hearten_json_set_string (members, "tip", self->tip);
  hearten_json_set_enum (members, "state", HEARTEN_TYPE_PRACTICE_STATE, self->state);
  hearten_json_set_day (members, "last", &self->last);
}

static void
hearten_practice_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenPractice *self = HEARTEN_PRACTICE (record);
  HeartenPractice *copy = HEARTEN_PRACTICE (record_copy);

  g_set_str (&copy->tip, self->tip);
  copy->state = self->state;
  copy->last = self->last;
}

static void
hearten_practice_finalize (GObject *object)
{
  HeartenPractice *self = HEARTEN_PRACTICE (object);

  g_free (self->tip);
  G_OBJECT_CLASS (hearten_practice_parent_class)->finalize (object);
}

static void
hearten_practice_class_init (HeartenPracticeClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_practice_finalize;
  record_class->kind = "practice";
  record_class->folder = "practice";
  record_class->version = 1;
  record_class->read = hearten_practice_read;
  record_class->write = hearten_practice_write;
  record_class->copy = hearten_practice_copy;
  record_class->newest_wins = TRUE;
}

static void
hearten_practice_init (HeartenPractice *self)
{
  g_date_clear (&self->last, 1);
}

/* Private */

void
hearten_practice_set_tip (HeartenPractice *self, const char *tip)
{
  g_set_str (&self->tip, tip);
}

void
hearten_practice_set_state (HeartenPractice *self, HeartenPracticeState state, const GDate *today)
{
  self->state = state;
  self->last = *today;
}

/* Public */

const char *
hearten_practice_get_tip (HeartenPractice *self)
{
  g_return_val_if_fail (HEARTEN_IS_PRACTICE (self), NULL);

  return self->tip;
}

HeartenPracticeState
hearten_practice_get_state (HeartenPractice *self)
{
  g_return_val_if_fail (HEARTEN_IS_PRACTICE (self), HEARTEN_PRACTICE_STATE_NEW);

  return self->state;
}

gboolean
hearten_practice_get_last (HeartenPractice *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_PRACTICE (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  *day = self->last;
  return g_date_valid (&self->last);
}
