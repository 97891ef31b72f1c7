/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-notifier.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (HeartenNotifier, hearten_notifier, G_TYPE_OBJECT)

static void
hearten_notifier_default_init (HeartenNotifierInterface *iface)
{
  static const char *const names[] = { "done", "snooze", "failed" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_new (names[i], HEARTEN_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  g_cclosure_marshal_VOID__STRING, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_signal_new ("shown", HEARTEN_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_STRING, G_TYPE_BOOLEAN);
}

gboolean
hearten_notifier_show (HeartenNotifier *self,
                       const char *key,
                       const char *title,
                       const char *body,
                       const char *page)
{
  g_return_val_if_fail (HEARTEN_IS_NOTIFIER (self), TRUE);

  return HEARTEN_NOTIFIER_GET_IFACE (self)->show (self, key, title, body, page);
}

gboolean
hearten_notifier_show_outside (HeartenNotifier *self,
                               const char *key,
                               const char *title,
                               const char *body,
                               const char *page)
{
  HeartenNotifierInterface *iface;

  g_return_val_if_fail (HEARTEN_IS_NOTIFIER (self), TRUE);

  iface = HEARTEN_NOTIFIER_GET_IFACE (self);
  return (iface->show_outside != NULL ? iface->show_outside : iface->show) (self, key, title, body, page);
}

gboolean
hearten_notifier_show_summary (HeartenNotifier *self, HeartenSummary kind, guint count)
{
  g_return_val_if_fail (HEARTEN_IS_NOTIFIER (self), TRUE);

  return HEARTEN_NOTIFIER_GET_IFACE (self)->show_summary (self, kind, count);
}

void
hearten_notifier_withdraw (HeartenNotifier *self, const char *key)
{
  g_return_if_fail (HEARTEN_IS_NOTIFIER (self));

  HEARTEN_NOTIFIER_GET_IFACE (self)->withdraw (self, key);
}

/* Summaries */

const char *
hearten_summary_get_id (HeartenSummary kind)
{
  switch (kind)
    {
    case HEARTEN_SUMMARY_QUIET:
      return "quiet";
    case HEARTEN_SUMMARY_TOGETHER:
      return "together";
    case HEARTEN_SUMMARY_MISSED:
    default:
      return "missed";
    }
}

const char *
hearten_summary_get_title (HeartenSummary kind)
{
  switch (kind)
    {
    case HEARTEN_SUMMARY_QUIET:
      return _ ("From your quiet hours");
    case HEARTEN_SUMMARY_TOGETHER:
      return _ ("Several things at once");
    case HEARTEN_SUMMARY_MISSED:
    default:
      return _ ("While you were away");
    }
}

char *
hearten_summary_dup_body (guint count)
{
  return g_strdup_printf (ngettext ("%u reminder", "%u reminders", count), count);
}
