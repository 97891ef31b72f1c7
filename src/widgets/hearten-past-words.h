/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-reminder-report.h"

G_BEGIN_DECLS

/**
 * hearten_past_words_dup:
 * @now: the present, in the user's zone
 *
 * Says what became of an occurrence of a reminder, and why.
 *
 * Returns: (transfer full): a few words in the user's language, such as "Waits for the end of your quiet
 * hours"
 */
char *hearten_past_words_dup (const HeartenReminderPast *past, GDateTime *now, gboolean twelve_hour);

G_END_DECLS
