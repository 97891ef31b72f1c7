/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sheet.h"

#include <glib/gi18n-lib.h>

#include "hearten-json-values.h"
#include "hearten-tip.h"

/* More questions than any worksheet may have; a file that says more is not one. */
#define MAX_STEP 100
#define MAX_LEFT (600 * 60) /* the longest that a worksheet may ask for */

struct _HeartenSheet
{
  char *face;
  int step;
  int left; /* seconds, or −1 */
  gboolean done;
  HeartenAnswers *choices;
  HeartenAnswers *words;
  char *kindness;
  char *signature; /* of the page that was composed last */
};

HeartenSheet *
hearten_sheet_new (const char *face)
{
  HeartenSheet *self = g_new0 (HeartenSheet, 1);

  self->face = g_strdup (face);
  self->left = -1;
  self->choices = hearten_answers_new ();
  self->words = hearten_answers_new ();
  return self;
}

HeartenSheet *
hearten_sheet_copy (const HeartenSheet *self)
{
  HeartenSheet *copy = g_new0 (HeartenSheet, 1);

  copy->face = g_strdup (self->face);
  copy->step = self->step;
  copy->left = self->left;
  copy->done = self->done;
  copy->choices = hearten_answers_copy (self->choices);
  copy->words = hearten_answers_copy (self->words);
  copy->kindness = g_strdup (self->kindness);
  copy->signature = g_strdup (self->signature);
  return copy;
}

void
hearten_sheet_free (HeartenSheet *self)
{
  g_free (self->face);
  hearten_answers_free (self->choices);
  hearten_answers_free (self->words);
  g_free (self->kindness);
  g_free (self->signature);
  g_free (self);
}

const char *
hearten_sheet_get_face (const HeartenSheet *self)
{
  return self->face;
}

guint
hearten_sheet_get_step (const HeartenSheet *self)
{
  return self->step;
}

void
hearten_sheet_set_step (HeartenSheet *self, guint step)
{
  self->step = MIN (step, MAX_STEP);
}

int
hearten_sheet_get_left (const HeartenSheet *self)
{
  return self->left;
}

gboolean
hearten_sheet_set_left (HeartenSheet *self, int seconds)
{
  int left = CLAMP (seconds, -1, MAX_LEFT);

  if (left == self->left)
    return FALSE;
  self->left = left;
  return TRUE;
}

gboolean
hearten_sheet_is_done (const HeartenSheet *self)
{
  return self->done;
}

void
hearten_sheet_set_done (HeartenSheet *self, gboolean done)
{
  self->done = done;
}

gboolean
hearten_sheet_is_blank (const HeartenSheet *self)
{
  return hearten_answers_get_n (self->choices) == 0 && hearten_answers_get_n (self->words) == 0 &&
         self->kindness == NULL;
}

const char *
hearten_sheet_get_words (const HeartenSheet *self, const char *prompt)
{
  return hearten_answers_get (self->words, prompt);
}

gboolean
hearten_sheet_set_words (HeartenSheet *self, const char *prompt, const char *words)
{
  return hearten_answers_set (self->words, prompt, words);
}

const char *
hearten_sheet_get_choice (const HeartenSheet *self, const char *prompt)
{
  return hearten_answers_get (self->choices, prompt);
}

gboolean
hearten_sheet_set_choice (HeartenSheet *self, const char *prompt, const char *choice)
{
  return hearten_answers_set (self->choices, prompt, choice);
}

const char *
hearten_sheet_get_kindness (const HeartenSheet *self)
{
  return self->kindness != NULL ? self->kindness : "";
}

gboolean
hearten_sheet_set_kindness (HeartenSheet *self, const char *words)
{
  return g_set_str (&self->kindness, words != NULL && *words != '\0' ? words : NULL);
}

/* The page */

static void
add_section (GString *page, const char *heading, const char *choice, const char *words)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (words));

  if (choice == NULL && *trimmed == '\0')
    return;
  if (page->len > 0)
    g_string_append (page, "\n\n");
  if (heading != NULL)
    g_string_append_printf (page, "## %s\n\n", heading);
  if (choice != NULL)
    g_string_append (page, choice);
  if (choice != NULL && *trimmed != '\0')
    g_string_append (page, "\n\n");
  g_string_append (page, trimmed);
}

static void
add_prompt (const HeartenSheet *self, GString *page, const HeartenTipNode *prompt, const char *name)
{
  const char *id = hearten_tip_node_get_id (prompt);
  const HeartenTipNode *choice = hearten_tip_node_find_id (prompt, "choice",
                                                           hearten_sheet_get_choice (self, id));
  g_autofree char *heading = hearten_tip_fill_name (hearten_tip_node_find_text (prompt, "ask"), name);
  g_autofree char *label = choice != NULL ? hearten_tip_fill_name (hearten_tip_node_get_text (choice), name)
                                          : NULL;

  add_section (page, heading, label, hearten_sheet_get_words (self, id));
}

char *
hearten_sheet_compose (const HeartenSheet *self, const HeartenTipNode *activity, const char *name)
{
  GString *page = g_string_new (NULL);

  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (activity, i), "prompt"))
      add_prompt (self, page, hearten_tip_node_get_child (activity, i), name);
  for (guint i = 0; i < hearten_answers_get_n (self->words); i++)
    {
      const char *id = hearten_answers_get_id (self->words, i);

      if (hearten_tip_node_find_id (activity, "prompt", id) == NULL)
        add_section (page, NULL, NULL, hearten_answers_get (self->words, id));
    }
  /* Translators: a heading on a page, above what the user chose to do for the rest of the day. */
  add_section (page, _ ("One kind thing for today"), NULL, hearten_sheet_get_kindness (self));
  return g_string_free_and_steal (page);
}

void
hearten_sheet_sign (HeartenSheet *self, const char *body)
{
  g_free (self->signature);
  self->signature = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);
}

gboolean
hearten_sheet_wrote (const HeartenSheet *self, const char *body)
{
  g_autofree char *signature = g_compute_checksum_for_string (G_CHECKSUM_SHA256, body, -1);

  return g_strcmp0 (self->signature, signature) == 0;
}

/* JSON */

static gboolean
take_members (HeartenSheet *self, JsonObject *members, GError **error)
{
  return hearten_json_take_string (members, "face", &self->face, error) &&
         hearten_json_take_number (members, "step", 0, MAX_STEP, &self->step, error) &&
         hearten_json_take_number (members, "left", 0, MAX_LEFT, &self->left, error) &&
         hearten_json_take_boolean (members, "done", &self->done, error) &&
         hearten_json_take_answers (members, "choices", self->choices, error) &&
         hearten_json_take_answers (members, "answers", self->words, error) &&
         hearten_json_take_string (members, "kindness", &self->kindness, error) &&
         hearten_json_take_string (members, "signature", &self->signature, error) &&
         ((self->face != NULL && *self->face != '\0') || hearten_json_fail_missing ("face", error));
}

gboolean
hearten_json_take_sheet (JsonObject *object, const char *member, HeartenSheet **out, GError **error)
{
  JsonObject *members = NULL;
  HeartenSheet *sheet;
  gboolean good;

  if (!hearten_json_take_object (object, member, &members, error))
    return FALSE;
  if (members == NULL)
    return TRUE;
  sheet = hearten_sheet_new (NULL);
  good = take_members (sheet, members, error);
  json_object_unref (members);
  if (good)
    *out = g_steal_pointer (&sheet);
  g_clear_pointer (&sheet, hearten_sheet_free);
  return good;
}

void
hearten_json_set_sheet (JsonObject *object, const char *member, const HeartenSheet *self)
{
  JsonObject *members;

  if (self == NULL)
    return;
  members = json_object_new ();
  hearten_json_set_string (members, "face", self->face);
  json_object_set_int_member (members, "step", self->step);
  if (self->left >= 0)
    json_object_set_int_member (members, "left", self->left);
  if (self->done)
    json_object_set_boolean_member (members, "done", TRUE);
  hearten_json_set_answers (members, "choices", self->choices);
  hearten_json_set_answers (members, "answers", self->words);
  hearten_json_set_string (members, "kindness", self->kindness);
  hearten_json_set_string (members, "signature", self->signature);
  json_object_set_object_member (object, member, members);
}
