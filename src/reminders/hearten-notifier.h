/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeartenSummary:
 * @HEARTEN_SUMMARY_MISSED: what was missed while the computer was off or asleep
 * @HEARTEN_SUMMARY_QUIET: what waited for the end of the quiet hours
 * @HEARTEN_SUMMARY_TOGETHER: what is due at the same moment
 *
 * Why several reminders are told of as one. Each kind replaces the last of its kind.
 */
typedef enum {
  HEARTEN_SUMMARY_MISSED,
  HEARTEN_SUMMARY_QUIET,
  HEARTEN_SUMMARY_TOGETHER,
} HeartenSummary;

/**
 * hearten_summary_get_id:
 *
 * Returns: what such a summary is known by, on the desktop and in the window
 */
const char *hearten_summary_get_id (HeartenSummary kind);

/**
 * hearten_summary_get_title:
 *
 * Returns: in the user's language, such as "While you were away"
 */
const char *hearten_summary_get_title (HeartenSummary kind);

/**
 * hearten_summary_dup_body:
 *
 * Returns: (transfer full): in the user's language, such as "3 reminders"
 */
char *hearten_summary_dup_body (guint count);

#define HEARTEN_TYPE_NOTIFIER (hearten_notifier_get_type ())
G_DECLARE_INTERFACE (HeartenNotifier, hearten_notifier, HEARTEN, NOTIFIER, GObject)

/**
 * HeartenNotifier:
 *
 * Shows reminders. Tests have one of their own.
 */
struct _HeartenNotifierInterface
{
  GTypeInterface parent;

  gboolean (
      *show) (HeartenNotifier *self, const char *key, const char *title, const char *body, const char *page);
  gboolean (*show_outside) (HeartenNotifier *self,
                            const char *key,
                            const char *title,
                            const char *body,
                            const char *page);
  gboolean (*show_summary) (HeartenNotifier *self, HeartenSummary kind, guint count);
  void (*withdraw) (HeartenNotifier *self, const char *key);
};

/**
 * HeartenNotifier::done:
 * @key: an occurrence
 *
 * The user pressed Done.
 */

/**
 * HeartenNotifier::snooze:
 * @key: an occurrence
 *
 * The user pressed Snooze.
 */

/**
 * HeartenNotifier::shown:
 * @key: an occurrence, or the id of a summary
 * @in_window: whether the app's window shows it, and not the desktop
 *
 * What [method@Notifier.show] or [method@Notifier.show_summary] could not tell yet: it is shown now.
 */

/**
 * HeartenNotifier::failed:
 * @key: an occurrence, or the id of a summary
 *
 * What [method@Notifier.show] or [method@Notifier.show_summary] could not tell yet: it is not shown, and
 * tried no more. It may be asked for again.
 */

/**
 * hearten_notifier_show:
 * @key: the occurrence; the same key replaces what is shown for it
 * @page: the page that a press opens
 *
 * Returns when the desktop has been told, so that the ledger may say so.
 *
 * Returns: whether it is shown; where it is not known yet, [signal@Notifier::shown] tells
 */
gboolean hearten_notifier_show (HeartenNotifier *self,
                                const char *key,
                                const char *title,
                                const char *body,
                                const char *page);

/**
 * hearten_notifier_show_outside:
 *
 * As [method@Notifier.show], and not inside the app's window though it may be focused. A notifier that knows
 * of no window need not implement it.
 */
gboolean hearten_notifier_show_outside (HeartenNotifier *self,
                                        const char *key,
                                        const char *title,
                                        const char *body,
                                        const char *page);

/**
 * hearten_notifier_show_summary:
 * @count: how many
 *
 * Tells of several reminders as one.
 *
 * Returns: whether it is shown; where it is not known yet, [signal@Notifier::shown] tells
 */
gboolean hearten_notifier_show_summary (HeartenNotifier *self, HeartenSummary kind, guint count);

/**
 * hearten_notifier_withdraw:
 * @key: an occurrence
 *
 * Takes it away, where it is still shown.
 */
void hearten_notifier_withdraw (HeartenNotifier *self, const char *key);

G_END_DECLS
