/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-json.h"

G_BEGIN_DECLS

/**
 * HeartenAnswers:
 *
 * What was answered to the prompts of an activity: the words by the prompt's id, in the order in which they
 * were first given.
 */
typedef struct _HeartenAnswers HeartenAnswers;

HeartenAnswers *hearten_answers_new (void);
HeartenAnswers *hearten_answers_copy (const HeartenAnswers *self);
void hearten_answers_free (HeartenAnswers *self);
guint hearten_answers_get_n (const HeartenAnswers *self);

/**
 * hearten_answers_get_id:
 * @index: less than [func@answers_get_n]
 *
 * Returns: the id of a prompt that has an answer
 */
const char *hearten_answers_get_id (const HeartenAnswers *self, guint index);

/**
 * hearten_answers_get:
 *
 * Returns: the answer to the prompt @id; an empty text where there is none
 */
const char *hearten_answers_get (const HeartenAnswers *self, const char *id);

/**
 * hearten_answers_set:
 * @words: (nullable): the answer; an empty one is none
 *
 * Returns: whether anything changed
 */
gboolean hearten_answers_set (HeartenAnswers *self, const char *id, const char *words);

/**
 * hearten_json_take_answers:
 *
 * Takes an object of texts, in the manner of the hearten_json_take functions, and replaces @answers by it.
 */
gboolean
hearten_json_take_answers (JsonObject *object, const char *member, HeartenAnswers *answers, GError **error);

/**
 * hearten_json_set_answers:
 *
 * Nothing is written where there is no answer.
 */
void hearten_json_set_answers (JsonObject *object, const char *member, const HeartenAnswers *answers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenAnswers, hearten_answers_free)

G_END_DECLS
