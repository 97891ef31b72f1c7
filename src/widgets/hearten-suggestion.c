/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-suggestion.h"

#include <glib/gi18n.h>

const char *
hearten_suggestion_get_text (HeartenPurpose purpose)
{
  const char *text = hearten_purpose_get_default_text (purpose);

  return *text != '\0' ? text : _ ("A quiet moment, just for you.");
}

int
hearten_suggestion_get_minute (HeartenPurpose purpose)
{
  /* Evenings are long; the urge to write comes before it is time to be patient with the day. */
  return (purpose == HEARTEN_PURPOSE_SPACE ? 19 : 21) * 60;
}

gboolean
hearten_suggestion_is_taken (HeartenReminders *reminders, HeartenPurpose purpose)
{
  guint n;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (reminders), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (reminders));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (reminders), i);

      if (hearten_reminder_get_purpose (reminder) == purpose)
        return TRUE;
    }
  return FALSE;
}

HeartenReminder *
hearten_suggestion_add (HeartenReminders *reminders, HeartenPurpose purpose, int minute)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (minute / 60, minute % 60);
  HeartenReminder *reminder;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (reminders), NULL);

  reminder = hearten_reminders_add (reminders, purpose, hearten_suggestion_get_text (purpose), rule, NULL);
  if (purpose != HEARTEN_PURPOSE_OWN)
    hearten_reminders_set_wording (reminders, reminder, HEARTEN_WORDING_DECK);
  return reminder;
}
