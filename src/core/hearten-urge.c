/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-urge-private.h"

#include <glib/gi18n-lib.h>

#include "hearten-json-values.h"

G_DEFINE_ENUM_TYPE (HeartenOutcome,
                    hearten_outcome,
                    G_DEFINE_ENUM_VALUE (HEARTEN_OUTCOME_OPEN, "open"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_OUTCOME_RODE, "rode"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_OUTCOME_WROTE, "wrote"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_OUTCOME_THEY_WROTE, "they-wrote"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_OUTCOME_PRACTICAL, "practical"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_OUTCOME_CHILDREN, "children"))

const char *
hearten_outcome_get_label (HeartenOutcome outcome)
{
  switch (outcome)
    {
    case HEARTEN_OUTCOME_RODE:
      return C_ ("urge", "I rode it out");
    case HEARTEN_OUTCOME_WROTE:
      return C_ ("urge", "I made contact");
    case HEARTEN_OUTCOME_THEY_WROTE:
      return C_ ("urge", "They made contact");
    case HEARTEN_OUTCOME_PRACTICAL:
      return C_ ("urge", "A practical matter");
    case HEARTEN_OUTCOME_CHILDREN:
      return C_ ("urge", "About the children");
    case HEARTEN_OUTCOME_OPEN:
    default:
      return NULL;
    }
}

gboolean
hearten_outcome_is_contact (HeartenOutcome outcome)
{
  return outcome == HEARTEN_OUTCOME_WROTE || outcome == HEARTEN_OUTCOME_THEY_WROTE;
}

struct _HeartenUrge
{
  HeartenRecord parent_instance;

  char *space;
  GStrv triggers; /* never NULL */
  char *words;
  char *plan;
  int outcome;
  char *note;
};

G_DEFINE_FINAL_TYPE (HeartenUrge, hearten_urge, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
hearten_urge_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenUrge *self = HEARTEN_URGE (record);

  g_clear_pointer (&self->triggers, g_strfreev);
  if (!hearten_json_take_string (members, "space", &self->space, error) ||
      !hearten_json_take_strings (members, "triggers", &self->triggers, error) ||
      !hearten_json_take_string (members, "words", &self->words, error) ||
      !hearten_json_take_string (members, "plan", &self->plan, error) ||
      !hearten_json_take_enum (members, "outcome", HEARTEN_TYPE_OUTCOME, &self->outcome, error) ||
      !hearten_json_take_string (members, "note", &self->note, error))
    return FALSE;

  if (self->triggers == NULL)
    self->triggers = g_new0 (char *, 1);
  return TRUE;
}

static void
hearten_urge_write (HeartenRecord *record, JsonObject *members)
{
  HeartenUrge *self = HEARTEN_URGE (record);

  hearten_json_set_string (members, "space", self->space);
  hearten_json_set_strings (members, "triggers", (const char *const *) self->triggers);
  hearten_json_set_string (members, "words", self->words);
  hearten_json_set_string (members, "plan", self->plan);
  hearten_json_set_enum (members, "outcome", HEARTEN_TYPE_OUTCOME, self->outcome);
  hearten_json_set_string (members, "note", self->note);
}

static void
hearten_urge_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenUrge *self = HEARTEN_URGE (record);
  HeartenUrge *copy = HEARTEN_URGE (record_copy);

  g_set_str (&copy->space, self->space);
  hearten_urge_set_triggers (copy, (const char *const *) self->triggers);
  g_set_str (&copy->words, self->words);
  g_set_str (&copy->plan, self->plan);
  copy->outcome = self->outcome;
  g_set_str (&copy->note, self->note);
}

static void
hearten_urge_finalize (GObject *object)
{
  HeartenUrge *self = HEARTEN_URGE (object);

  g_free (self->space);
  g_strfreev (self->triggers);
  g_free (self->words);
  g_free (self->plan);
  g_free (self->note);
  G_OBJECT_CLASS (hearten_urge_parent_class)->finalize (object);
}

static void
hearten_urge_class_init (HeartenUrgeClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_urge_finalize;
  record_class->kind = "urge";
  record_class->folder = "urges";
  record_class->version = 1;
  record_class->read = hearten_urge_read;
  record_class->write = hearten_urge_write;
  record_class->copy = hearten_urge_copy;
}

static void
hearten_urge_init (HeartenUrge *self)
{
  self->triggers = g_new0 (char *, 1);
}

/* Private */

static gboolean
set_words (char **member, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  return g_set_str (member, *stripped != '\0' ? stripped : NULL);
}

void
hearten_urge_set_space (HeartenUrge *self, const char *space)
{
  g_set_str (&self->space, space);
}

void
hearten_urge_set_triggers (HeartenUrge *self, const char *const *triggers)
{
  GStrv old = self->triggers;

  self->triggers = triggers != NULL ? g_strdupv ((char **) triggers) : g_new0 (char *, 1);
  g_strfreev (old);
}

gboolean
hearten_urge_set_words (HeartenUrge *self, const char *words)
{
  return set_words (&self->words, words);
}

gboolean
hearten_urge_set_plan (HeartenUrge *self, const char *plan)
{
  return set_words (&self->plan, plan);
}

void
hearten_urge_set_outcome (HeartenUrge *self, HeartenOutcome outcome)
{
  self->outcome = outcome;
}

gboolean
hearten_urge_set_note (HeartenUrge *self, const char *note)
{
  return set_words (&self->note, note);
}

/* Public */

const char *
hearten_urge_get_space (HeartenUrge *self)
{
  g_return_val_if_fail (HEARTEN_IS_URGE (self), NULL);

  return self->space;
}

const char *const *
hearten_urge_get_triggers (HeartenUrge *self)
{
  g_return_val_if_fail (HEARTEN_IS_URGE (self), NULL);

  return (const char *const *) self->triggers;
}

const char *
hearten_urge_get_words (HeartenUrge *self)
{
  g_return_val_if_fail (HEARTEN_IS_URGE (self), NULL);

  return self->words;
}

const char *
hearten_urge_get_note (HeartenUrge *self)
{
  g_return_val_if_fail (HEARTEN_IS_URGE (self), NULL);

  return self->note;
}

const char *
hearten_urge_get_plan (HeartenUrge *self)
{
  g_return_val_if_fail (HEARTEN_IS_URGE (self), NULL);

  return self->plan;
}

HeartenOutcome
hearten_urge_get_outcome (HeartenUrge *self)
{
  g_return_val_if_fail (HEARTEN_IS_URGE (self), HEARTEN_OUTCOME_OPEN);

  return (HeartenOutcome) self->outcome;
}
