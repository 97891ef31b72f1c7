/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-letter-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-entry.h"
#include "hearten-instant.h"
#include "hearten-json-values.h"

#define MAX_STEP 100

G_DEFINE_ENUM_TYPE (HeartenDecision,
                    hearten_decision,
                    G_DEFINE_ENUM_VALUE (HEARTEN_DECISION_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_DECISION_KEPT, "kept"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_DECISION_COPIED, "copied"))

struct _HeartenLetter
{
  HeartenRecord parent_instance;

  char *tip;
  char *face;
  gboolean free;
  char *text;
  HeartenAnswers *parts;
  int step;
  gint64 until;
  GDate day; /* on which it was put to rest */
  int mood;
  int decision;
  char *reminder;
};

G_DEFINE_FINAL_TYPE (HeartenLetter, hearten_letter, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
take_instant (JsonObject *members, const char *member, gint64 *out, GError **error)
{
  g_autofree char *text = NULL;

  if (!hearten_json_take_string (members, member, &text, error))
    return FALSE;
  if (text == NULL || hearten_instant_from_text (text, out))
    return TRUE;
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
               /* Translators: the name of a part of a file. */
               _ ("“%s” is not a date and time."), member);
  return FALSE;
}

static gboolean
hearten_letter_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenLetter *self = HEARTEN_LETTER (record);

  return hearten_json_take_string (members, "tip", &self->tip, error) &&
         hearten_json_take_string (members, "face", &self->face, error) &&
         hearten_json_take_boolean (members, "free", &self->free, error) &&
         hearten_json_take_string (members, "text", &self->text, error) &&
         hearten_json_take_answers (members, "answers", self->parts, error) &&
         hearten_json_take_number (members, "step", 0, MAX_STEP, &self->step, error) &&
         take_instant (members, "rest-until", &self->until, error) &&
         hearten_json_take_day (members, "day", &self->day, error) &&
         hearten_json_take_number (members, "mood", HEARTEN_MOOD_LOWEST, HEARTEN_MOOD_HIGHEST, &self->mood,
                                   error) &&
         hearten_json_take_enum (members, "decision", HEARTEN_TYPE_DECISION, &self->decision, error) &&
         hearten_json_take_string (members, "reminder", &self->reminder, error) &&
         ((self->tip != NULL && *self->tip != '\0') || hearten_json_fail_missing ("tip", error));
}

static void
hearten_letter_write (HeartenRecord *record, JsonObject *members)
{
  HeartenLetter *self = HEARTEN_LETTER (record);
  g_autofree char *until = self->until != 0 ? hearten_instant_to_text (self->until) : NULL;

  hearten_json_set_string (members, "tip", self->tip);
  hearten_json_set_string (members, "face", self->face);
  if (self->free)
    json_object_set_boolean_member (members, "free", TRUE);
  hearten_json_set_string (members, "text", self->text);
  hearten_json_set_answers (members, "answers", self->parts);
  if (self->step > 0)
    json_object_set_int_member (members, "step", self->step);
  hearten_json_set_string (members, "rest-until", until);
  hearten_json_set_day (members, "day", &self->day);
  if (self->mood != HEARTEN_MOOD_UNSET)
    json_object_set_int_member (members, "mood", self->mood);
  hearten_json_set_enum (members, "decision", HEARTEN_TYPE_DECISION, self->decision);
  hearten_json_set_string (members, "reminder", self->reminder);
}

static void
hearten_letter_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenLetter *self = HEARTEN_LETTER (record);
  HeartenLetter *copy = HEARTEN_LETTER (record_copy);

  g_set_str (&copy->tip, self->tip);
  g_set_str (&copy->face, self->face);
  copy->free = self->free;
  g_set_str (&copy->text, self->text);
  g_clear_pointer (&copy->parts, hearten_answers_free);
  copy->parts = hearten_answers_copy (self->parts);
  copy->step = self->step;
  copy->until = self->until;
  copy->day = self->day;
  copy->mood = self->mood;
  copy->decision = self->decision;
  g_set_str (&copy->reminder, self->reminder);
}

static void
hearten_letter_finalize (GObject *object)
{
  HeartenLetter *self = HEARTEN_LETTER (object);

  g_free (self->tip);
  g_free (self->face);
  g_free (self->text);
  g_free (self->reminder);
  hearten_answers_free (self->parts);
  G_OBJECT_CLASS (hearten_letter_parent_class)->finalize (object);
}

static void
hearten_letter_class_init (HeartenLetterClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_letter_finalize;
  record_class->kind = "letter";
  record_class->folder = "letters";
  record_class->version = 1;
  record_class->read = hearten_letter_read;
  record_class->write = hearten_letter_write;
  record_class->copy = hearten_letter_copy;
}

static void
hearten_letter_init (HeartenLetter *self)
{
  self->parts = hearten_answers_new ();
  self->mood = HEARTEN_MOOD_UNSET;
  g_date_clear (&self->day, 1);
}

/* Private */

void
hearten_letter_set_tip (HeartenLetter *self, const char *tip, const char *face)
{
  g_set_str (&self->tip, tip);
  g_set_str (&self->face, face);
}

gboolean
hearten_letter_set_free (HeartenLetter *self, gboolean free)
{
  gboolean changed = self->free != free;

  self->free = free;
  return changed;
}

gboolean
hearten_letter_set_text (HeartenLetter *self, const char *text)
{
  return g_set_str (&self->text, text != NULL && *text != '\0' ? text : NULL);
}

gboolean
hearten_letter_set_part (HeartenLetter *self, const char *id, const char *words)
{
  return hearten_answers_set (self->parts, id, words);
}

gboolean
hearten_letter_set_step (HeartenLetter *self, guint step)
{
  int old = self->step;

  self->step = MIN (step, MAX_STEP);
  return self->step != old;
}

gboolean
hearten_letter_set_decision (HeartenLetter *self, HeartenDecision decision)
{
  gboolean changed = self->decision != (int) decision;

  self->decision = decision;
  return changed;
}

gboolean
hearten_letter_set_mood (HeartenLetter *self, int mood)
{
  gboolean changed = self->mood != mood;

  self->mood = mood;
  return changed;
}

void
hearten_letter_set_rest (HeartenLetter *self, gint64 until, const GDate *day)
{
  self->until = until;
  if (day != NULL)
    self->day = *day;
}

void
hearten_letter_set_reminder (HeartenLetter *self, const char *reminder)
{
  g_set_str (&self->reminder, reminder);
}

/* Public */

const char *
hearten_letter_get_tip (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), NULL);

  return self->tip;
}

const char *
hearten_letter_get_face (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), NULL);

  return self->face;
}

gboolean
hearten_letter_is_free (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), FALSE);

  return self->free;
}

const char *
hearten_letter_get_text (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), "");

  return self->text != NULL ? self->text : "";
}

const char *
hearten_letter_get_part (HeartenLetter *self, const char *id)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), "");

  return hearten_answers_get (self->parts, id);
}

guint
hearten_letter_get_step (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), 0);

  return self->step;
}

static void
add_part (GString *letter, const char *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));

  if (*trimmed == '\0')
    return;
  g_string_append (letter, letter->len > 0 ? "\n\n" : "");
  g_string_append (letter, trimmed);
}

char *
hearten_letter_dup_words (HeartenLetter *self, const HeartenTipNode *activity)
{
  GString *letter;

  g_return_val_if_fail (HEARTEN_IS_LETTER (self), NULL);

  if (self->free)
    return g_strdup (hearten_letter_get_text (self));
  letter = g_string_new (NULL);
  for (guint i = 0; activity != NULL && i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);

      if (hearten_tip_node_is (child, "prompt"))
        add_part (letter, hearten_answers_get (self->parts, hearten_tip_node_get_id (child)));
    }
  /* What a prompt was answered that is not there any more is still the user's. */
  for (guint i = 0; i < hearten_answers_get_n (self->parts); i++)
    {
      const char *id = hearten_answers_get_id (self->parts, i);

      if (activity == NULL || hearten_tip_node_find_id (activity, "prompt", id) == NULL)
        add_part (letter, hearten_answers_get (self->parts, id));
    }
  return g_string_free_and_steal (letter);
}

gboolean
hearten_letter_is_blank (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), TRUE);

  return self->text == NULL && hearten_answers_get_n (self->parts) == 0;
}

HeartenLetterState
hearten_letter_get_state (HeartenLetter *self, gint64 now)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), HEARTEN_LETTER_STATE_DRAFT);

  if (self->until == 0)
    return HEARTEN_LETTER_STATE_DRAFT;
  if (now < self->until)
    return HEARTEN_LETTER_STATE_RESTING;
  switch (self->decision)
    {
    case HEARTEN_DECISION_KEPT:
      return HEARTEN_LETTER_STATE_KEPT;
    case HEARTEN_DECISION_COPIED:
      return HEARTEN_LETTER_STATE_COPIED;
    default:
      return HEARTEN_LETTER_STATE_BACK;
    }
}

gint64
hearten_letter_get_until (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), 0);

  return self->until;
}

gboolean
hearten_letter_get_day (HeartenLetter *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  *day = self->day;
  return g_date_valid (&self->day);
}

int
hearten_letter_get_mood (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), HEARTEN_MOOD_UNSET);

  return self->mood;
}

const char *
hearten_letter_get_reminder (HeartenLetter *self)
{
  g_return_val_if_fail (HEARTEN_IS_LETTER (self), NULL);

  return self->reminder;
}
