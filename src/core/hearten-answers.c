/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-answers.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *id;
  char *words;
} Answer;

struct _HeartenAnswers
{
  GArray *list;
};

static void
clear_answer (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->id, g_free);
  g_clear_pointer (&answer->words, g_free);
}

static Answer *
get_answer (const HeartenAnswers *self, guint index)
{
  return &g_array_index (self->list, Answer, index);
}

static gboolean
find (const HeartenAnswers *self, const char *id, guint *index)
{
  for (*index = 0; *index < self->list->len; (*index)++)
    if (g_str_equal (get_answer (self, *index)->id, id))
      return TRUE;
  return FALSE;
}

static void
add (HeartenAnswers *self, const char *id, const char *words)
{
  Answer answer = { g_strdup (id), g_strdup (words) };

  g_array_append_val (self->list, answer);
}

/* Public */

HeartenAnswers *
hearten_answers_new (void)
{
  HeartenAnswers *self = g_new (HeartenAnswers, 1);

  self->list = g_array_new (FALSE, FALSE, sizeof (Answer));
  g_array_set_clear_func (self->list, clear_answer);
  return self;
}

HeartenAnswers *
hearten_answers_copy (const HeartenAnswers *self)
{
  HeartenAnswers *copy = hearten_answers_new ();

  for (guint i = 0; i < self->list->len; i++)
    add (copy, get_answer (self, i)->id, get_answer (self, i)->words);
  return copy;
}

void
hearten_answers_free (HeartenAnswers *self)
{
  g_array_unref (self->list);
  g_free (self);
}

guint
hearten_answers_get_n (const HeartenAnswers *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->list->len;
}

const char *
hearten_answers_get_id (const HeartenAnswers *self, guint index)
{
  g_return_val_if_fail (index < hearten_answers_get_n (self), NULL);

  return get_answer (self, index)->id;
}

const char *
hearten_answers_get (const HeartenAnswers *self, const char *id)
{
  guint index;

  g_return_val_if_fail (self != NULL && id != NULL, "");

  return find (self, id, &index) ? get_answer (self, index)->words : "";
}

gboolean
hearten_answers_set (HeartenAnswers *self, const char *id, const char *words)
{
  guint index;
  gboolean there;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  there = find (self, id, &index);
  if (words == NULL || *words == '\0')
    {
      if (there)
        g_array_remove_index (self->list, index);
      return there;
    }
  if (there)
    return g_set_str (&get_answer (self, index)->words, words);
  add (self, id, words);
  return TRUE;
}

/* JSON */

gboolean
hearten_json_take_answers (JsonObject *object, const char *member, HeartenAnswers *answers, GError **error)
{
  JsonObject *taken = NULL;
  g_autoptr (GList) members = NULL;
  gboolean good;

  if (!hearten_json_take_object (object, member, &taken, error))
    return FALSE;
  if (taken == NULL)
    return TRUE;
  g_array_set_size (answers->list, 0);
  members = json_object_get_members (taken);
  good = TRUE;
  for (GList *l = members; l != NULL && good; l = l->next)
    {
      JsonNode *node = json_object_get_member (taken, l->data);

      good = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
      if (good)
        hearten_answers_set (answers, l->data, json_node_get_string (node));
    }
  if (!good)
    g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                 /* Translators: the name of a part of a file. */
                 _ ("“%s” holds something other than texts."), member);
  json_object_unref (taken);
  return good;
}

void
hearten_json_set_answers (JsonObject *object, const char *member, const HeartenAnswers *answers)
{
  JsonObject *members;

  if (answers->list->len == 0)
    return;
  members = json_object_new ();
  for (guint i = 0; i < answers->list->len; i++)
    json_object_set_string_member (members, get_answer (answers, i)->id, get_answer (answers, i)->words);
  json_object_set_object_member (object, member, members);
}
