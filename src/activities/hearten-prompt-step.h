/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-tip-node.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_PROMPT_STEP (hearten_prompt_step_get_type ())
G_DECLARE_FINAL_TYPE (HeartenPromptStep, hearten_prompt_step, HEARTEN, PROMPT_STEP, AdwBin)

/**
 * HeartenPromptStep:
 *
 * One question and room for its answer: words, and one of several choices where the prompt has some. What is
 * typed is told within half a second, as in the editor.
 */

/**
 * HeartenPromptStep::worded:
 * @words: all of the answer's words
 *
 * The words changed.
 */

/**
 * HeartenPromptStep::chosen:
 * @choice: the id of what is chosen; an empty text where it was taken back
 */

/**
 * hearten_prompt_step_show:
 * @prompt: (nullable): a `<prompt>` of a tip; %NULL for writing freely
 * @name: (nullable): what the other person is called
 * @words: the answer as it is now
 * @choice: the id of what is chosen now; may be empty
 *
 * Shows a question. What was being typed to the one before is told first.
 */
void hearten_prompt_step_show (HeartenPromptStep *self,
                               const HeartenTipNode *prompt,
                               const char *name,
                               const char *words,
                               const char *choice);

/**
 * hearten_prompt_step_update:
 *
 * Shows what the answer has become elsewhere. The cursor keeps its place. What is being typed is to be
 * committed before.
 */
void hearten_prompt_step_update (HeartenPromptStep *self, const char *words, const char *choice);

/**
 * hearten_prompt_step_commit:
 *
 * Tells at once what is being typed.
 */
void hearten_prompt_step_commit (HeartenPromptStep *self);

/**
 * hearten_prompt_step_get_view:
 *
 * Returns: (transfer none): where the words are typed
 */
GtkTextView *hearten_prompt_step_get_view (HeartenPromptStep *self);

G_END_DECLS
