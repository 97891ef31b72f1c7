/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-clock.h"
#include "hearten-rule.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_RULE_EDITOR (hearten_rule_editor_get_type ())
G_DECLARE_FINAL_TYPE (HeartenRuleEditor, hearten_rule_editor, HEARTEN, RULE_EDITOR, AdwBin)

/**
 * HeartenRuleEditor:
 *
 * Chooses how a reminder comes round, with just the fields that this needs. Emits `changed`.
 */

/**
 * hearten_rule_editor_add_plan:
 * @id: the record's id
 * @title: what it is called in the list
 *
 * Lets the user count along the day of that plan. To be called before there is a rule.
 */
void hearten_rule_editor_add_plan (HeartenRuleEditor *self, const char *id, const char *title);

/**
 * hearten_rule_editor_get_plan:
 *
 * Returns: (nullable): the id of the plan that is chosen to count along
 */
const char *hearten_rule_editor_get_plan (HeartenRuleEditor *self);

/**
 * hearten_rule_editor_set_rule:
 * @clock: tells which day it is, for rules that begin today
 *
 * The zone of @rule stays what it is.
 */
void hearten_rule_editor_set_rule (HeartenRuleEditor *self, HeartenRule *rule, HeartenClock *clock);

/**
 * hearten_rule_editor_dup_rule:
 *
 * Errors: %HEARTEN_ERROR_NOT_A_RECORD with a sentence for the user, where what is chosen is no rule
 *
 * Returns: (transfer full): what is chosen
 */
HeartenRule *hearten_rule_editor_dup_rule (HeartenRuleEditor *self, GError **error);

G_END_DECLS
