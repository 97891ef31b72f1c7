/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder-text.h"
#include "hearten-reminder-words.h"
#include "hearten-test-home.h"

#define NOW "2026-11-23T20:00:00Z"

typedef struct
{
  HeartenTestHome *home;
  HeartenReminders *reminders;
  HeartenSituations *situations;
  HeartenSpaces *spaces;
  HeartenReminderWords *words;
} House;

static House *
house_new (void)
{
  House *self = g_new0 (House, 1);

  self->home = hearten_test_home_new (NOW, "Europe/Berlin");
  self->reminders = hearten_reminders_new (self->home->store);
  self->situations = hearten_situations_new (self->home->store);
  self->spaces = hearten_spaces_new (self->home->store);
  self->words = hearten_reminder_words_new (self->reminders, self->situations, self->spaces);
  return self;
}

static void
house_free (House *self)
{
  g_clear_object (&self->words);
  g_clear_object (&self->spaces);
  g_clear_object (&self->situations);
  g_clear_object (&self->reminders);
  hearten_test_home_free (self->home);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (House, house_free)

static HeartenReminder *
add (House *house, HeartenPurpose purpose, HeartenWording wording)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  HeartenReminder *reminder = hearten_reminders_add (house->reminders, purpose, "Mine", rule, NULL);

  hearten_reminders_set_wording (house->reminders, reminder, wording);
  return reminder;
}

static char **
dup_texts (House *house, HeartenReminder *reminder)
{
  return hearten_reminder_words_dup_texts (house->words, reminder);
}

static void
check_only (House *house, HeartenReminder *reminder, const char *text)
{
  g_auto (GStrv) texts = dup_texts (house, reminder);

  g_assert_cmpuint (g_strv_length (texts), ==, 1);
  g_assert_cmpstr (texts[0], ==, text);
}

static void
test_own (void)
{
  g_autoptr (House) house = house_new ();

  check_only (house, add (house, HEARTEN_PURPOSE_PATIENCE, HEARTEN_WORDING_OWN), "Mine");
  check_only (house, add (house, HEARTEN_PURPOSE_OWN, HEARTEN_WORDING_DECK), "Mine");
}

static gboolean
says (House *house, HeartenReminder *reminder, const char *beginning)
{
  g_auto (GStrv) texts = dup_texts (house, reminder);

  for (guint i = 0; texts[i] != NULL; i++)
    if (g_str_has_prefix (texts[i], beginning))
      return TRUE;
  return FALSE;
}

static void
test_deck_follows_the_situation (void)
{
  g_autoptr (House) house = house_new ();
  HeartenReminder *reminder = add (house, HEARTEN_PURPOSE_PATIENCE, HEARTEN_WORDING_DECK);

  hearten_situations_set_hope (house->situations, HEARTEN_HOPE_WAY_BACK);
  hearten_situations_set_contact (house->situations, HEARTEN_CONTACT_SPACE);
  g_assert_true (says (house, reminder, "Waiting goes better"));
  hearten_situations_set_contact (house->situations, HEARTEN_CONTACT_NO);
  g_assert_false (says (house, reminder, "Waiting goes better"));
  g_assert_true (says (house, reminder, "You may feel relief"));
  hearten_situations_set_contact (house->situations, HEARTEN_CONTACT_SPACE);
  hearten_situations_set_hope (house->situations, HEARTEN_HOPE_MOVE_ON);
  g_assert_false (says (house, reminder, "Waiting goes better"));
}

static void
test_deck_is_shared_out (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  HeartenReminder *alone = add (house, HEARTEN_PURPOSE_SPACE, HEARTEN_WORDING_DECK);
  g_auto (GStrv) whole = dup_texts (house, alone);
  HeartenReminder *sharers[3] = { alone };

  for (guint i = 1; i < G_N_ELEMENTS (sharers); i++)
    sharers[i] = add (house, HEARTEN_PURPOSE_SPACE, HEARTEN_WORDING_DECK);
  add (house, HEARTEN_PURPOSE_SPACE, HEARTEN_WORDING_OWN);
  add (house, HEARTEN_PURPOSE_PATIENCE, HEARTEN_WORDING_DECK);

  for (guint i = 0; i < G_N_ELEMENTS (sharers); i++)
    {
      g_auto (GStrv) texts = dup_texts (house, sharers[i]);

      g_assert_cmpuint (g_strv_length (texts), >=, 14 + 3);
      for (guint j = 0; texts[j] != NULL; j++)
        g_assert_true (g_hash_table_add (all, g_strdup (texts[j])));
    }
  g_assert_cmpuint (g_hash_table_size (all), ==, g_strv_length (whole));
}

static void
test_plans (void)
{
  g_autoptr (House) house = house_new ();
  HeartenReminder *reminder = add (house, HEARTEN_PURPOSE_SPACE, HEARTEN_WORDING_PLAN);
  const char *plans[] = { "If it is late, then I read.", "If a song comes, then I breathe.", NULL };
  g_auto (GStrv) texts = NULL;
  HeartenSpacePeriod *period;

  check_only (house, reminder, "Mine");
  period = hearten_spaces_begin (house->spaces, 30, NULL);
  check_only (house, reminder, "Mine");
  hearten_spaces_set_plans (house->spaces, period, plans);
  texts = dup_texts (house, reminder);
  g_assert_cmpuint (g_strv_length (texts), ==, 2);
  g_assert_cmpstr (texts[1], ==, plans[1]);
}

static void
test_may_show (void)
{
  g_autoptr (House) house = house_new ();

  g_assert_false (hearten_reminder_words_may_show (house->words));
  hearten_reminder_words_set_shown (house->words, TRUE);
  g_assert_true (hearten_reminder_words_may_show (house->words));
  hearten_situations_set_contact (house->situations, HEARTEN_CONTACT_UNSAFE);
  g_assert_false (hearten_reminder_words_may_show (house->words));
  g_assert_true (hearten_reminder_words_get_shown (house->words));
  g_assert_cmpstr (hearten_reminder_words_get_neutral (), ==, "A quiet moment");
}

static void
on_changed_cb (guint *heard)
{
  (*heard)++;
}

static void
test_changed (void)
{
  g_autoptr (House) house = house_new ();
  guint heard = 0;

  g_signal_connect_swapped (house->words, "changed", G_CALLBACK (on_changed_cb), &heard);
  hearten_reminder_words_set_shown (house->words, TRUE);
  hearten_reminder_words_set_shown (house->words, TRUE);
  g_assert_cmpuint (heard, ==, 1);

  heard = 0;
  hearten_situations_set_contact (house->situations, HEARTEN_CONTACT_NO);
  g_assert_cmpuint (heard, >, 0);
  heard = 0;
  hearten_situations_set_hope (house->situations, HEARTEN_HOPE_MOVE_ON);
  g_assert_cmpuint (heard, >, 0);
  heard = 0;
  hearten_spaces_begin (house->spaces, 7, NULL);
  g_assert_cmpuint (heard, >, 0);
}

static void
test_kept (void)
{
  g_autoptr (House) house = house_new ();
  g_autoptr (HeartenReminders) again = hearten_reminders_new (house->home->store);
  g_autoptr (HeartenReminder) read = NULL;

  add (house, HEARTEN_PURPOSE_SPACE, HEARTEN_WORDING_PLAN);
  hearten_test_home_flush (house->home);
  hearten_test_home_load (house->home, again);
  read = g_list_model_get_item (G_LIST_MODEL (again), 0);
  g_assert_cmpint (hearten_reminder_get_wording (read), ==, HEARTEN_WORDING_PLAN);
  g_assert_cmpint (hearten_reminder_get_purpose (read), ==, HEARTEN_PURPOSE_SPACE);
}

/* What is said when */

static const char *const many[] = { "0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "10",
                                    "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21",
                                    "22", "23", "24", "25", "26", "27", "28", "29", "30", NULL };

static void
check_turns (HeartenRule *rule, guint a_day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (HeartenRule) tied = hearten_rule_for (rule, "evening");
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  HeartenOccurrence due = { 0 };

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *key = NULL;
      const char *text;
      guint before;

      g_assert_true (hearten_rule_next (tied, due.instant, zone, &due));
      key = hearten_occurrence_dup_key (&due, "evening");
      text = hearten_reminder_text_find (tied, key, many);
      before = GPOINTER_TO_UINT (g_hash_table_lookup (last, text));
      if (before != 0)
        g_assert_cmpuint (i + 1 - before, >=, G_N_ELEMENTS (many) - 1 - 3);
      g_hash_table_insert (last, (gpointer) text, GUINT_TO_POINTER (i + 1));
    }
  g_assert_cmpuint (g_hash_table_size (last), ==, G_N_ELEMENTS (many) - 1);
}

static void
test_turns (void)
{
  g_autoptr (HeartenRule) daily = hearten_rule_new_daily ((const int[]) { 540, 1260 }, 2, NULL, NULL);
  g_autoptr (HeartenRule) moments = hearten_rule_new (
      &(HeartenRuleParts) { .repeat = HEARTEN_REPEAT_MOMENTS, .start = 540, .end = 1260, .count = 2 }, NULL);
  g_autoptr (HeartenRule) hourly = hearten_rule_new (
      &(HeartenRuleParts) { .repeat = HEARTEN_REPEAT_HOURLY, .start = 540, .end = 1260, .every = 6 }, NULL);

  check_turns (daily, 2);
  check_turns (moments, 2);
  check_turns (hourly, 3);
}

static void
test_odd_keys (void)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);

  g_assert_nonnull (hearten_reminder_text_find (rule, "evening", many));
  g_assert_nonnull (hearten_reminder_text_find (rule, "evening@now", many));
  g_assert_nonnull (hearten_reminder_text_find (rule, "evening@2026-99-99T21:00", many));
  g_assert_cmpstr (hearten_reminder_text_find (rule, "evening@2026-11-23T21:00", many), ==,
                   hearten_reminder_text_find (rule, "evening@2026-11-23T21:00", many));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder-words/own", test_own);
  g_test_add_func ("/reminder-words/deck-follows-the-situation", test_deck_follows_the_situation);
  g_test_add_func ("/reminder-words/deck-is-shared-out", test_deck_is_shared_out);
  g_test_add_func ("/reminder-words/plans", test_plans);
  g_test_add_func ("/reminder-words/may-show", test_may_show);
  g_test_add_func ("/reminder-words/changed", test_changed);
  g_test_add_func ("/reminder-words/kept", test_kept);
  g_test_add_func ("/reminder-words/turns", test_turns);
  g_test_add_func ("/reminder-words/odd-keys", test_odd_keys);

  return g_test_run ();
}
