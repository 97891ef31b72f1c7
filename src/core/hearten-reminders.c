/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminders.h"

#include "hearten-day.h"
#include "hearten-reminder-private.h"

struct _HeartenReminders
{
  HeartenRecords parent_instance;

  HeartenAnchors *anchors; /* NULL where there are none to count along */
};

G_DEFINE_FINAL_TYPE (HeartenReminders, hearten_reminders, HEARTEN_TYPE_RECORDS)

enum { HOLDS_BACK, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
hearten_reminders_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_REMINDERS (object)->anchors);

  G_OBJECT_CLASS (hearten_reminders_parent_class)->dispose (object);
}

static void
hearten_reminders_class_init (HeartenRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_reminders_dispose;
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_REMINDER;

  signals[HOLDS_BACK] = g_signal_new ("holds-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                      HEARTEN_TYPE_REMINDER);
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

  if (!hearten_reminder_set_rule (reminder, rule))
    return;
  hearten_reminder_set_before (reminder, NULL);
  keep (self, reminder, TRUE);
}

void
hearten_reminders_lighten (HeartenReminders *self, HeartenReminder *reminder, HeartenRule *rule)
{
  g_autoptr (HeartenRule) before = NULL;

  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));
  g_return_if_fail (rule != NULL);

  before = hearten_rule_ref (hearten_reminder_get_before (reminder) != NULL
                                 ? hearten_reminder_get_before (reminder)
                                 : hearten_reminder_get_rule (reminder));
  if (!hearten_reminder_set_rule (reminder, rule))
    return;
  hearten_reminder_set_before (reminder, before);
  keep (self, reminder, TRUE);
}

void
hearten_reminders_unlighten (HeartenReminders *self, HeartenReminder *reminder)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  if (hearten_reminder_get_before (reminder) == NULL)
    return;
  hearten_reminder_set_rule (reminder, hearten_reminder_get_before (reminder));
  hearten_reminder_set_before (reminder, NULL);
  keep (self, reminder, TRUE);
}

void
hearten_reminders_set_enabled (HeartenReminders *self, HeartenReminder *reminder, gboolean enabled)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  keep (self, reminder, hearten_reminder_set_enabled (reminder, enabled));
}

void
hearten_reminders_set_unless (HeartenReminders *self, HeartenReminder *reminder, HeartenUnless unless)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  keep (self, reminder, hearten_reminder_set_unless (reminder, unless));
}

void
hearten_reminders_keep_rule (HeartenReminders *self, HeartenReminder *reminder)
{
  GDate today;

  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  today = hearten_day_today (hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  keep (self, reminder, hearten_reminder_set_kept (reminder, &today));
}

void
hearten_reminders_set_page (HeartenReminders *self, HeartenReminder *reminder, const char *page)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));
  g_return_if_fail (page != NULL);

  keep (self, reminder, hearten_reminder_set_page (reminder, page));
}

/* Times */

static void
on_anchors_changed_cb (HeartenReminders *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (hearten_rule_get_repeat (hearten_reminder_get_rule (reminder)) == HEARTEN_REPEAT_RELATIVE)
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
}

void
hearten_reminders_set_anchors (HeartenReminders *self, HeartenAnchors *anchors)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_ANCHORS (anchors));
  g_return_if_fail (self->anchors == NULL);

  self->anchors = g_object_ref (anchors);
  g_signal_connect_object (anchors, "changed", G_CALLBACK (on_anchors_changed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
hearten_reminders_may_come (HeartenReminders *self, HeartenReminder *reminder)
{
  gboolean held = FALSE;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder), FALSE);

  if (hearten_reminder_get_enabled (reminder))
    g_signal_emit (self, signals[HOLDS_BACK], 0, reminder, &held);
  return hearten_reminder_get_enabled (reminder) && !held;
}

void
hearten_reminders_review (HeartenReminders *self, HeartenReminder *reminder)
{
  guint n;

  g_return_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder));

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) found = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (found == reminder)
        g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
    }
}

HeartenRule *
hearten_reminders_dup_rule (HeartenReminders *self, HeartenReminder *reminder)
{
  g_autoptr (HeartenRule) rule = NULL;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder), NULL);

  rule = self->anchors != NULL ? hearten_anchors_resolve (self->anchors, hearten_reminder_get_rule (reminder))
                               : hearten_rule_ref (hearten_reminder_get_rule (reminder));
  return rule != NULL ? hearten_rule_for (rule, hearten_record_get_id (HEARTEN_RECORD (reminder))) : NULL;
}

HeartenRecord *
hearten_reminders_find_anchor (HeartenReminders *self, HeartenReminder *reminder)
{
  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder), NULL);

  return self->anchors != NULL ? hearten_anchors_find (self->anchors, hearten_reminder_get_rule (reminder))
                               : NULL;
}

HeartenReminder *
hearten_reminders_find_for (HeartenReminders *self, const char *anchor)
{
  guint n;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self) && anchor != NULL, NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (self), i);
      HeartenRule *rule = hearten_reminder_get_rule (reminder);

      if (hearten_rule_get_repeat (rule) == HEARTEN_REPEAT_RELATIVE &&
          g_str_equal (hearten_rule_get_parts (rule)->anchor, anchor))
        return reminder; /* the list keeps it */
    }
  return NULL;
}

gint64
hearten_reminders_get_since (HeartenReminders *self, HeartenReminder *reminder)
{
  gint64 since;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder), 0);

  since = hearten_record_get_modified (HEARTEN_RECORD (reminder));
  if (self->anchors != NULL)
    since = MAX (since, hearten_anchors_get_changed (self->anchors, hearten_reminder_get_rule (reminder)));
  /* Where the clock of the device that changed it was ahead. */
  return MIN (since, hearten_clock_get_now (
                         hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)))));
}

gint64
hearten_reminders_get_next (HeartenReminders *self, HeartenReminder *reminder)
{
  g_autoptr (HeartenRule) rule = NULL;
  g_autoptr (GTimeZone) zone = NULL;
  HeartenClock *clock;
  HeartenOccurrence next;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self) && HEARTEN_IS_REMINDER (reminder), 0);

  rule = hearten_reminders_may_come (self, reminder) ? hearten_reminders_dup_rule (self, reminder) : NULL;
  if (rule == NULL)
    return 0;

  clock = hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self)));
  zone = hearten_clock_dup_zone (clock);
  return hearten_rule_next (rule, hearten_clock_get_now (clock), zone, &next) ? next.instant : 0;
}

HeartenReminder *
hearten_reminders_dup_next (HeartenReminders *self, gint64 *instant)
{
  g_autoptr (HeartenReminder) nearest = NULL;
  gint64 best = G_MAXINT64;
  guint n;

  g_return_val_if_fail (HEARTEN_IS_REMINDERS (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (self), i);
      gint64 next = hearten_reminders_get_next (self, reminder);

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

gboolean
hearten_reminders_has_next (HeartenReminders *self)
{
  g_autoptr (HeartenReminder) next = hearten_reminders_dup_next (self, NULL);

  return next != NULL;
}
