/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminders.h"

#include "hearten-reminder-private.h"

struct _HeartenReminders
{
  HeartenRecords parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenReminders, hearten_reminders, HEARTEN_TYPE_RECORDS)

static void
hearten_reminders_class_init (HeartenRemindersClass *klass)
{
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_REMINDER;
}

static void
hearten_reminders_init (HeartenReminders *self)
{
}

static void
keep (HeartenReminders *self, HeartenReminder *reminder, gboolean changed)
{
  if (changed)
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (reminder));
}

HeartenReminders *
hearten_reminders_new (HeartenStore *store)
{
  g_return_val_if_fail (HEARTEN_IS_STORE (store), NULL);

  return g_object_new (HEARTEN_TYPE_REMINDERS, "store", store, NULL);
}

HeartenReminder *
hearten_reminders_add (HeartenReminders *self,
                       HeartenPurpose purpose,
                       const char *text,
                       HeartenRule *rule,
                       const char *page)
{
  g_autoptr (HeartenReminder) reminder = NULL;
  HeartenStore *store;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  store = hearten_records_get_store (HEARTEN_RECORDS (self));
  reminder = hearten_record_new (HEARTEN_TYPE_REMINDER, hearten_store_get_clock (store));
  hearten_reminder_set_purpose (reminder, purpose);
  hearten_reminder_set_text (reminder, text);
  hearten_reminder_set_rule (reminder, rule);
  hearten_reminder_set_page (reminder, page != NULL ? page : hearten_purpose_get_default_page (purpose));
  keep (self, reminder, TRUE);
  return reminder;
}

void
hearten_reminders_set_text (HeartenReminders *self, HeartenReminder *reminder, const char *text)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));
  g_return_if_fail (text != NULL);

  keep (self, reminder, hearten_reminder_set_text (reminder, text));
}

void
hearten_reminders_set_purpose (HeartenReminders *self, HeartenReminder *reminder, HeartenPurpose purpose)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  keep (self, reminder, hearten_reminder_set_purpose (reminder, purpose));
}

void
hearten_reminders_set_wording (HeartenReminders *self, HeartenReminder *reminder, HeartenWording wording)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  keep (self, reminder, hearten_reminder_set_wording (reminder, wording));
}

void
hearten_reminders_set_rule (HeartenReminders *self, HeartenReminder *reminder, HeartenRule *rule)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));
  g_return_if_fail (rule != NULL);

  keep (self, reminder, hearten_reminder_set_rule (reminder, rule));
}

void
hearten_reminders_set_enabled (HeartenReminders *self, HeartenReminder *reminder, gboolean enabled)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  keep (self, reminder, hearten_reminder_set_enabled (reminder, enabled));
}

void
hearten_reminders_set_page (HeartenReminders *self, HeartenReminder *reminder, const char *page)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));
  g_return_if_fail (page != NULL);

  keep (self, reminder, hearten_reminder_set_page (reminder, page));
}

HeartenReminder *
hearten_reminders_dup_next (HeartenReminders *self, gint64 *instant)
{
  g_autoptr (HeartenReminder) nearest = NULL;
  gint64 best = G_MAXINT64;
  HeartenClock *clock;
  guint n;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self), NULL);

  clock = hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (self), i);
      gint64 next = hearten_reminder_get_next (reminder, clock);

      if (next != 0 && next < best)
        {
          best = next;
          g_set_object (&nearest, reminder);
        }
    }

  if (nearest != NULL && instant != NULL)
    *instant = best;
  return g_steal_pointer (&nearest);
}
