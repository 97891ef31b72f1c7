/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-reminder.h"

G_BEGIN_DECLS

/**
 * hearten_rule_words_dup:
 * @twelve_hour: see [func@when_is_12_hour]
 *
 * Returns: (transfer full): when a rule comes, as a person would say it, such as "Mondays and Thursdays at
 *   21:00"
 */
char *hearten_rule_words_dup (HeartenRule *rule, gboolean twelve_hour);

/**
 * hearten_rule_words_dup_for_plan:
 * @plan: (nullable): the words of the plan whose day it counts along
 * @twelve_hour: see [func@when_is_12_hour]
 *
 * Returns: (transfer full): the same, with the plan's words
 */
char *hearten_rule_words_dup_for_plan (HeartenRule *rule, const char *plan, gboolean twelve_hour);

/**
 * hearten_rule_words_get_unless:
 *
 * Returns: (nullable): on which days a reminder does not come, such as "Left out on a day you wrote a page";
 *   %NULL for %HEARTEN_UNLESS_NOTHING
 */
const char *hearten_rule_words_get_unless (HeartenUnless unless);

G_END_DECLS
