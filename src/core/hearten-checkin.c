/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-checkin-private.h"

#include "hearten-json-values.h"

struct _HeartenCheckin
{
  HeartenRecord parent_instance;

  char *tip;
  char *face;
  GDate day;
  GHashTable *answers;
  char *outcome;
};

G_DEFINE_FINAL_TYPE (HeartenCheckin, hearten_checkin, HEARTEN_TYPE_RECORD)

/* The record */

static gboolean
hearten_checkin_read (HeartenRecord *record, JsonObject *members, GError **error)
{
  HeartenCheckin *self = HEARTEN_CHECKIN (record);

  if (!hearten_json_take_string (members, "tip", &self->tip, error) ||
      !hearten_json_take_string (members, "face", &self->face, error) ||
      !hearten_json_take_day (members, "day", &self->day, error) ||
      !hearten_json_take_texts (members, "answers", self->answers, error) ||
      !hearten_json_take_string (members, "outcome", &self->outcome, error))
    return FALSE;

  if (!g_date_valid (&self->day))
    return hearten_json_fail_missing ("day", error);
  return (self->tip != NULL && *self->tip != '\0') || hearten_json_fail_missing ("tip", error);
}

static void
hearten_checkin_write (HeartenRecord *record, JsonObject *members)
{
  HeartenCheckin *self = HEARTEN_CHECKIN (record);

  hearten_json_set_string (members, "tip", self->tip);
  hearten_json_set_string (members, "face", self->face);
  hearten_json_set_day (members, "day", &self->day);
  hearten_json_set_texts (members, "answers", self->answers);
  hearten_json_set_string (members, "outcome", self->outcome);
}

static void
hearten_checkin_copy (HeartenRecord *record, HeartenRecord *record_copy)
{
  HeartenCheckin *self = HEARTEN_CHECKIN (record);
  HeartenCheckin *copy = HEARTEN_CHECKIN (record_copy);

  hearten_checkin_set_list (copy, self->tip, self->face);
  copy->day = self->day;
  g_hash_table_unref (copy->answers);
  copy->answers = hearten_json_texts_copy (self->answers);
  g_set_str (&copy->outcome, self->outcome);
}

static void
hearten_checkin_finalize (GObject *object)
{
  HeartenCheckin *self = HEARTEN_CHECKIN (object);

  g_free (self->tip);
  g_free (self->face);
  g_hash_table_unref (self->answers);
  g_free (self->outcome);
  G_OBJECT_CLASS (hearten_checkin_parent_class)->finalize (object);
}

static void
hearten_checkin_class_init (HeartenCheckinClass *klass)
{
  HeartenRecordClass *record_class = HEARTEN_RECORD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_checkin_finalize;
  record_class->kind = "checkin";
  record_class->folder = "checkins";
  record_class->version = 1;
  record_class->read = hearten_checkin_read;
  record_class->write = hearten_checkin_write;
  record_class->copy = hearten_checkin_copy;
}

static void
hearten_checkin_init (HeartenCheckin *self)
{
  g_date_clear (&self->day, 1);
  self->answers = hearten_json_texts_new ();
}

/* Private */

void
hearten_checkin_set_list (HeartenCheckin *self, const char *tip, const char *face)
{
  g_set_str (&self->tip, tip);
  g_set_str (&self->face, face);
}

void
hearten_checkin_set_day (HeartenCheckin *self, const GDate *day)
{
  self->day = *day;
}

gboolean
hearten_checkin_set_answer (HeartenCheckin *self, const char *prompt, const char *answer)
{
  if (g_strcmp0 (hearten_checkin_get_answer (self, prompt), answer) == 0)
    return FALSE;
  if (answer != NULL)
    g_hash_table_replace (self->answers, g_strdup (prompt), g_strdup (answer));
  else
    g_hash_table_remove (self->answers, prompt);
  return TRUE;
}

gboolean
hearten_checkin_set_outcome (HeartenCheckin *self, const char *outcome)
{
  return g_set_str (&self->outcome, outcome);
}

/* Public */

const char *
hearten_checkin_get_tip (HeartenCheckin *self)
{
  g_return_val_if_fail (HEARTEN_IS_CHECKIN (self), NULL);

  return self->tip;
}

const char *
hearten_checkin_get_face (HeartenCheckin *self)
{
  g_return_val_if_fail (HEARTEN_IS_CHECKIN (self), NULL);

  return self->face != NULL ? self->face : "both";
}

GDate
hearten_checkin_get_day (HeartenCheckin *self)
{
  return self->day;
}

const char *
hearten_checkin_get_answer (HeartenCheckin *self, const char *prompt)
{
  g_return_val_if_fail (HEARTEN_IS_CHECKIN (self), NULL);

  return prompt != NULL ? g_hash_table_lookup (self->answers, prompt) : NULL;
}

int
hearten_checkin_get_number (HeartenCheckin *self, const char *prompt)
{
  const char *answer = hearten_checkin_get_answer (self, prompt);
  int number = answer != NULL && g_ascii_isdigit (answer[0]) && answer[1] == '\0' ? answer[0] - '0' : 0;

  return number >= HEARTEN_ANSWER_LOWEST && number <= HEARTEN_ANSWER_HIGHEST ? number : 0;
}

const char *
hearten_checkin_get_outcome (HeartenCheckin *self)
{
  g_return_val_if_fail (HEARTEN_IS_CHECKIN (self), NULL);

  return self->outcome;
}

/* What seems wise. The attributes are those of data/tips/README.md. */

static gboolean
need_is_met (const HeartenTipNode *outcome, HeartenNeeds met)
{
  const char *needs = hearten_tip_node_get_attribute (outcome, "needs");

  if (g_strcmp0 (needs, "contact") == 0)
    return (met & HEARTEN_NEEDS_CONTACT) != 0;
  if (g_strcmp0 (needs, "matter") == 0)
    return (met & HEARTEN_NEEDS_MATTER) != 0;
  return TRUE;
}

static gboolean
condition_holds (HeartenCheckin *self, const HeartenTipNode *outcome)
{
  const char *prompt = hearten_tip_node_get_attribute (outcome, "prompt");
  const char *is = hearten_tip_node_get_attribute (outcome, "is");
  int number;

  if (prompt == NULL)
    return TRUE;
  if (is != NULL)
    return g_strcmp0 (hearten_checkin_get_answer (self, prompt), is) == 0;
  number = hearten_checkin_get_number (self, prompt);
  return number != 0 && number < hearten_tip_node_get_number (outcome, "below", HEARTEN_ANSWER_HIGHEST + 1) &&
         number > hearten_tip_node_get_number (outcome, "above", HEARTEN_ANSWER_LOWEST - 1);
}

const HeartenTipNode *
hearten_checkin_choose_outcome (HeartenCheckin *self, const HeartenTipNode *activity, HeartenNeeds met)
{
  const HeartenTipNode *outcome = NULL;

  g_return_val_if_fail (HEARTEN_IS_CHECKIN (self), NULL);

  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);

      if (!hearten_tip_node_is (child, "outcome"))
        continue;
      outcome = child;
      if (condition_holds (self, child) && need_is_met (child, met))
        break;
    }
  return outcome;
}
