/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-reminder.h"

G_BEGIN_DECLS

/* For HeartenReminders alone. Each tells whether it changed anything. */
gboolean hearten_reminder_set_text (HeartenReminder *self, const char *text);
gboolean hearten_reminder_set_purpose (HeartenReminder *self, HeartenPurpose purpose);
gboolean hearten_reminder_set_wording (HeartenReminder *self, HeartenWording wording);
gboolean hearten_reminder_set_rule (HeartenReminder *self, HeartenRule *rule);
gboolean hearten_reminder_set_before (HeartenReminder *self, HeartenRule *before);
gboolean hearten_reminder_set_enabled (HeartenReminder *self, gboolean enabled);
gboolean hearten_reminder_set_unless (HeartenReminder *self, HeartenUnless unless);
gboolean hearten_reminder_set_kept (HeartenReminder *self, const GDate *day);
gboolean hearten_reminder_set_page (HeartenReminder *self, const char *page);

G_END_DECLS
