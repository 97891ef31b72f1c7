/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-report.h"

#include <string.h>

static void
next_free (gpointer data)
{
  HeartenReminderNext *next = data;

  g_free (next->key);
  g_free (next->id);
  g_free (next);
}

static void
past_free (gpointer data)
{
  HeartenReminderPast *past = data;

  g_free (past->key);
  g_free (past->id);
  g_free (past);
}

HeartenReminderReport *
hearten_reminder_report_new (void)
{
  HeartenReminderReport *self = g_new0 (HeartenReminderReport, 1);

  self->next = g_ptr_array_new_with_free_func (next_free);
  self->past = g_ptr_array_new_with_free_func (past_free);
  return self;
}

void
hearten_reminder_report_free (HeartenReminderReport *self)
{
  g_ptr_array_unref (self->next);
  g_ptr_array_unref (self->past);
  g_free (self);
}

char *
hearten_reminder_key_dup_id (const char *key)
{
  const char *at;

  g_return_val_if_fail (key != NULL, NULL);

  at = strrchr (key, '@');
  return g_strndup (key, at != NULL ? (gsize) (at - key) : strlen (key));
}

void
hearten_reminder_report_add_next (HeartenReminderReport *self,
                                  const char *key,
                                  gint64 instant,
                                  gboolean again)
{
  HeartenReminderNext *next;

  g_return_if_fail (self != NULL && key != NULL);

  next = g_new0 (HeartenReminderNext, 1);
  next->key = g_strdup (key);
  next->id = hearten_reminder_key_dup_id (key);
  next->instant = instant;
  next->again = again;
  g_ptr_array_add (self->next, next);
}

void
hearten_reminder_report_add_past (HeartenReminderReport *self, const HeartenReminderPast *past)
{
  HeartenReminderPast *copy;

  g_return_if_fail (self != NULL && past != NULL && past->key != NULL);

  copy = g_new0 (HeartenReminderPast, 1);
  *copy = *past;
  copy->key = g_strdup (past->key);
  copy->id = hearten_reminder_key_dup_id (past->key);
  g_ptr_array_add (self->past, copy);
}

GVariant *
hearten_reminder_report_to_variant (HeartenReminderReport *self)
{
  GVariantBuilder next, past;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init_static (&next, G_VARIANT_TYPE ("a(ssxb)"));
  for (guint i = 0; i < self->next->len; i++)
    {
      const HeartenReminderNext *item = g_ptr_array_index (self->next, i);

      g_variant_builder_add (&next, "(ssxb)", item->key, item->id, item->instant, item->again);
    }

  g_variant_builder_init_static (&past, G_VARIANT_TYPE ("a(ssssxxx)"));
  for (guint i = 0; i < self->past->len; i++)
    {
      const HeartenReminderPast *item = g_ptr_array_index (self->past, i);
      const char *why = hearten_ledger_why_get_nick (item->why);

      g_variant_builder_add (&past, "(ssssxxx)", item->key, item->id,
                             hearten_ledger_state_get_nick (item->state), why != NULL ? why : "", item->due,
                             item->at, item->until);
    }

  return g_variant_new (HEARTEN_REMINDER_REPORT_TYPE, &next, &past);
}

HeartenReminderReport *
hearten_reminder_report_from_variant (GVariant *variant)
{
  HeartenReminderReport *self = hearten_reminder_report_new ();
  g_autoptr (GVariantIter) nexts = NULL;
  g_autoptr (GVariantIter) pasts = NULL;
  const char *key, *id, *state, *why;
  gint64 instant;
  gboolean again;
  HeartenReminderPast past = { 0 };

  g_return_val_if_fail (g_variant_is_of_type (variant, G_VARIANT_TYPE (HEARTEN_REMINDER_REPORT_TYPE)), self);

  g_variant_get (variant, HEARTEN_REMINDER_REPORT_TYPE, &nexts, &pasts);
  while (g_variant_iter_next (nexts, "(&s&sxb)", &key, &id, &instant, &again))
    hearten_reminder_report_add_next (self, key, instant, again);

  while (
      g_variant_iter_next (pasts, "(&s&s&s&sxxx)", &key, &id, &state, &why, &past.due, &past.at, &past.until))
    {
      past.key = (char *) key;
      past.why = hearten_ledger_why_from_nick (why);
      if (hearten_ledger_state_from_nick (state, &past.state))
        hearten_reminder_report_add_past (self, &past);
    }

  return self;
}
