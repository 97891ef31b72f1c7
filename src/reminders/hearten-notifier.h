/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

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

  void (
      *show) (HeartenNotifier *self, const char *key, const char *title, const char *body, const char *page);
  void (*show_missed) (HeartenNotifier *self, guint count);
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
 * hearten_notifier_show:
 * @key: the occurrence; the same key replaces what is shown for it
 * @page: the page that a press opens
 *
 * Returns when the desktop has been told, so that the ledger may say so.
 */
void hearten_notifier_show (HeartenNotifier *self,
                            const char *key,
                            const char *title,
                            const char *body,
                            const char *page);

/**
 * hearten_notifier_show_missed:
 * @count: how many reminders passed unseen, at least 1
 *
 * One summary for all of them; a later one replaces it.
 */
void hearten_notifier_show_missed (HeartenNotifier *self, guint count);

void hearten_notifier_withdraw (HeartenNotifier *self, const char *key);

G_END_DECLS
