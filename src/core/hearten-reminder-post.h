/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The app's side: where the service brings a reminder while the window is focused. */
#define HEARTEN_POST_PATH "/io/github/hearten_app/Hearten/Window"
#define HEARTEN_POST_INTERFACE "io.github.hearten_app.Hearten.Window"

/* The service's side: where the app says that its window is focused. */
#define HEARTEN_FOCUS_INTERFACE "io.github.hearten_app.Hearten.Reminders.Window"

#define HEARTEN_TYPE_REMINDER_POST (hearten_reminder_post_get_type ())
G_DECLARE_FINAL_TYPE (HeartenReminderPost, hearten_reminder_post, HEARTEN, REMINDER_POST, GObject)

/**
 * HeartenReminderPost:
 *
 * Takes in reminders for a focused window, which then shows them itself: a notification over the very window
 * would be one too many. The service asks each time and waits for the answer; where the focus has moved on in
 * between, or nobody answers, it shows a notification. So there is always one, and never two.
 */

/**
 * HeartenReminderPost::due:
 * @key: the occurrence, for [class@ReminderClient]
 * @page: the page to offer
 *
 * Returns: whether the window shows it now
 */

/**
 * HeartenReminderPost::withdrawn:
 * @key: an occurrence that was shown
 *
 * It was answered elsewhere.
 */
HeartenReminderPost *hearten_reminder_post_new (void);

/**
 * hearten_reminder_post_set_focused:
 *
 * Tells the service, where it runs. One that starts later is told then.
 */
void hearten_reminder_post_set_focused (HeartenReminderPost *self, gboolean focused);

G_END_DECLS
