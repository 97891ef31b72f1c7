/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-letters.h"

#include <glib/gi18n-lib.h>

#include "hearten-day.h"
#include "hearten-letter-private.h"

struct _HeartenLetters
{
  HeartenRecords parent_instance;

  HeartenReminders *reminders;
  HeartenWeathers *weathers;
  HeartenGate *gate;
  gboolean started;
};

G_DEFINE_FINAL_TYPE (HeartenLetters, hearten_letters, HEARTEN_TYPE_RECORDS)

static gint64
get_now (HeartenLetters *self)
{
  return hearten_clock_get_now (hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
}

static gboolean
may_change (HeartenLetter *letter)
{
  return !hearten_record_is_read_only (HEARTEN_RECORD (letter));
}

static gboolean
is_to_them (HeartenLetter *letter)
{
  return g_strcmp0 (hearten_letter_get_face (letter), "own") != 0;
}

static gboolean
is_together (HeartenLetter *letter)
{
  return g_strcmp0 (hearten_letter_get_face (letter), "together") == 0;
}

static void
keep (HeartenLetters *self, HeartenLetter *letter, gboolean changed)
{
  /* A letter that never held a word leaves nothing behind. */
  if (changed && (!hearten_letter_is_blank (letter) ||
                  hearten_records_find (HEARTEN_RECORDS (self),
                                        hearten_record_get_id (HEARTEN_RECORD (letter))) != NULL))
    hearten_records_changed (HEARTEN_RECORDS (self), HEARTEN_RECORD (letter));
}

/* The reminder of its return */

static HeartenReminder *
find_reminder (HeartenLetters *self, HeartenLetter *letter)
{
  const char *id = hearten_letter_get_reminder (letter);
  HeartenReminder *reminder = id != NULL ? hearten_records_find (HEARTEN_RECORDS (self->reminders), id)
                                         : NULL;

  return reminder != NULL &&
                 hearten_records_contains (HEARTEN_RECORDS (self->reminders), HEARTEN_RECORD (reminder))
             ? reminder
             : NULL;
}

static void
remove_reminder (HeartenLetters *self, HeartenLetter *letter)
{
  HeartenReminder *reminder = find_reminder (self, letter);

  if (reminder != NULL)
    hearten_records_delete (HEARTEN_RECORDS (self->reminders), HEARTEN_RECORD (reminder));
}

static void
add_reminder (HeartenLetters *self, HeartenLetter *letter)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (hearten_letter_get_until (letter));
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (
      hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  GDate day = hearten_day_of (local);
  int minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  HeartenRuleParts parts = {
    .repeat = HEARTEN_REPEAT_ONCE, .times = &minute, .n_times = 1, .day = g_date_get_julian (&day)
  };
  g_autoptr (HeartenRule) rule = hearten_rule_new (&parts, NULL);
  HeartenReminder *reminder;

  g_return_if_fail (rule != NULL);

  reminder = hearten_reminders_add (self->reminders, HEARTEN_PURPOSE_OWN,
                                    /* Translators: a notification; others may see it, so it names nothing. */
                                    _ ("Something you put away is ready to be read again."), rule,
                                    hearten_letter_get_tip (letter));
  hearten_letter_set_reminder (letter, hearten_record_get_id (HEARTEN_RECORD (reminder)));
}

static gboolean
is_resting (HeartenLetters *self, HeartenLetter *letter)
{
  return hearten_letter_get_state (letter, get_now (self)) == HEARTEN_LETTER_STATE_RESTING;
}

/* While the gate is closed nothing tells of a letter to them: neither one that rests nor, snoozed or held in
 * quiet hours, one that is back. Before everything was read the gate may still be wrong. */
static gboolean
on_holds_back_cb (HeartenLetters *self, HeartenReminder *reminder)
{
  const char *id = hearten_record_get_id (HEARTEN_RECORD (reminder));

  if (!self->started || hearten_gate_get_allows_contact (self->gate))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenLetter) letter = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_strcmp0 (hearten_letter_get_reminder (letter), id) == 0)
        return !hearten_letters_may_show (self, letter);
    }

  return FALSE;
}

static void
follow_gate (HeartenLetters *self)
{
  if (!self->started)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr (HeartenLetter) letter = g_list_model_get_item (G_LIST_MODEL (self), i);
      HeartenReminder *reminder = is_together (letter) ? find_reminder (self, letter) : NULL;

      if (reminder != NULL)
        hearten_reminders_review (self->reminders, reminder);
    }
}

/* One that came from another device may have come after its reminder. */
static void
on_items_changed_cb (HeartenLetters *self, guint position, guint removed, guint added)
{
  if (added > 0 && !hearten_gate_get_allows_contact (self->gate))
    follow_gate (self);
}

/* A letter that is let go takes its reminder along, and one that is taken back brings one. */
static void
on_changed_cb (HeartenLetters *self, HeartenLetter *letter)
{
  if (hearten_record_get_deleted (HEARTEN_RECORD (letter)) != 0)
    remove_reminder (self, letter);
  else if (is_resting (self, letter) && find_reminder (self, letter) == NULL &&
           hearten_letter_get_reminder (letter) != NULL)
    {
      HeartenRecord *reminder = hearten_records_find (HEARTEN_RECORDS (self->reminders),
                                                      hearten_letter_get_reminder (letter));

      if (reminder != NULL)
        hearten_records_restore (HEARTEN_RECORDS (self->reminders), reminder);
    }
}

/* GObject */

static void
hearten_letters_dispose (GObject *object)
{
  HeartenLetters *self = HEARTEN_LETTERS (object);

  g_clear_object (&self->reminders);
  g_clear_object (&self->weathers);
  g_clear_object (&self->gate);
  G_OBJECT_CLASS (hearten_letters_parent_class)->dispose (object);
}

static void
hearten_letters_class_init (HeartenLettersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_letters_dispose;
  HEARTEN_RECORDS_CLASS (klass)->record_type = HEARTEN_TYPE_LETTER;
}

static void
hearten_letters_init (HeartenLetters *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (on_changed_cb), NULL);
}

/* Public */

HeartenLetters *
hearten_letters_new (HeartenStore *store,
                     HeartenReminders *reminders,
                     HeartenWeathers *weathers,
                     HeartenGate *gate)
{
  HeartenLetters *self;

  g_return_val_if_fail (HEARTEN_IS_STORE (store) && HEARTEN_IS_REMINDERS (reminders), NULL);
  g_return_val_if_fail (HEARTEN_IS_WEATHERS (weathers) && HEARTEN_IS_GATE (gate), NULL);

  self = g_object_new (HEARTEN_TYPE_LETTERS, "store", store, NULL);
  self->reminders = g_object_ref (reminders);
  self->weathers = g_object_ref (weathers);
  self->gate = g_object_ref (gate);
  g_signal_connect_object (gate, "notify::allows-contact", G_CALLBACK (follow_gate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "holds-back", G_CALLBACK (on_holds_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "items-changed", G_CALLBACK (on_items_changed_cb), NULL);
  return self;
}

void
hearten_letters_start (HeartenLetters *self)
{
  g_return_if_fail (HEARTEN_IS_LETTERS (self));

  self->started = TRUE;
  follow_gate (self);
}

HeartenLetter *
hearten_letters_begin (HeartenLetters *self, const char *tip, const char *face, gboolean free)
{
  HeartenLetter *letter;

  g_return_val_if_fail (HEARTEN_IS_LETTERS (self), NULL);

  letter = hearten_record_new (HEARTEN_TYPE_LETTER,
                               hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  hearten_letter_set_tip (letter, tip, face);
  hearten_letter_set_free (letter, free);
  return letter;
}

gboolean
hearten_letters_may_show (HeartenLetters *self, HeartenLetter *letter)
{
  g_return_val_if_fail (HEARTEN_IS_LETTERS (self), FALSE);

  return hearten_gate_may_show (self->gate, hearten_letter_get_face (letter));
}

gboolean
hearten_letters_may_copy (HeartenLetters *self, HeartenLetter *letter)
{
  HeartenLetterState state;

  g_return_val_if_fail (HEARTEN_IS_LETTERS (self), FALSE);

  state = hearten_letter_get_state (letter, get_now (self));
  return state != HEARTEN_LETTER_STATE_DRAFT && state != HEARTEN_LETTER_STATE_RESTING &&
         is_to_them (letter) && hearten_gate_get_allows_contact (self->gate);
}

void
hearten_letters_set_text (HeartenLetters *self, HeartenLetter *letter, const char *text)
{
  if (may_change (letter))
    keep (self, letter, hearten_letter_set_text (letter, text));
}

void
hearten_letters_set_part (HeartenLetters *self, HeartenLetter *letter, const char *id, const char *words)
{
  if (may_change (letter))
    keep (self, letter, hearten_letter_set_part (letter, id, words));
}

void
hearten_letters_set_step (HeartenLetters *self, HeartenLetter *letter, guint step)
{
  if (may_change (letter))
    keep (self, letter, hearten_letter_set_step (letter, step));
}

void
hearten_letters_set_free (HeartenLetters *self, HeartenLetter *letter, const char *text)
{
  if (!may_change (letter) || !hearten_letter_set_free (letter, TRUE))
    return;
  hearten_letter_set_text (letter, text);
  keep (self, letter, TRUE);
}

void
hearten_letters_rest (HeartenLetters *self, HeartenLetter *letter, gint64 until)
{
  g_autoptr (GDateTime) now = NULL;
  GDate today;

  g_return_if_fail (HEARTEN_IS_LETTERS (self) && !hearten_letter_is_blank (letter));

  if (!may_change (letter))
    return;
  now = hearten_clock_dup_local (
      hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  today = hearten_day_of (now);
  until = (until + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE * G_TIME_SPAN_MINUTE;
  remove_reminder (self, letter);
  hearten_letter_set_rest (letter, until, &today);
  hearten_letter_set_mood (letter, hearten_weathers_get_mood (self->weathers, now));
  hearten_letter_set_decision (letter, HEARTEN_DECISION_NONE);
  add_reminder (self, letter);
  keep (self, letter, TRUE);
}

void
hearten_letters_reopen (HeartenLetters *self, HeartenLetter *letter)
{
  g_return_if_fail (HEARTEN_IS_LETTERS (self));

  if (!may_change (letter) || hearten_letter_get_until (letter) == 0)
    return;
  remove_reminder (self, letter);
  hearten_letter_set_reminder (letter, NULL);
  hearten_letter_set_rest (letter, 0, NULL);
  hearten_letter_set_decision (letter, HEARTEN_DECISION_NONE);
  keep (self, letter, TRUE);
}

void
hearten_letters_decide (HeartenLetters *self, HeartenLetter *letter, HeartenDecision decision)
{
  if (may_change (letter))
    keep (self, letter, hearten_letter_set_decision (letter, decision));
}

int
hearten_letters_get_mood (HeartenLetters *self, HeartenLetter *letter)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autoptr (GDateTime) noon = NULL;
  int mood = HEARTEN_MOOD_UNSET;
  GDate day;

  g_return_val_if_fail (HEARTEN_IS_LETTERS (self), HEARTEN_MOOD_UNSET);

  zone = hearten_clock_dup_zone (
      hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self))));
  if (hearten_letter_get_day (letter, &day))
    noon = g_date_time_new (zone, g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day), 12,
                            0, 0);
  if (noon != NULL)
    mood = hearten_weathers_get_mood (self->weathers, noon);
  return mood != HEARTEN_MOOD_UNSET ? mood : hearten_letter_get_mood (letter);
}
