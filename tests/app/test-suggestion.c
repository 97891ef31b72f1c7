/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-suggestion.h"
#include "hearten-test-home.h"

static void
test_words (void)
{
  for (int i = HEARTEN_PURPOSE_OWN; i <= HEARTEN_PURPOSE_SPACE; i++)
    {
      g_assert_cmpstr (hearten_suggestion_get_text (i), !=, "");
      g_assert_null (strchr (hearten_suggestion_get_text (i), '!'));
    }
}

static void
test_add (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  g_autoptr (HeartenReminders) reminders = hearten_reminders_new (home->store);
  HeartenReminder *reminder;
  gsize n_times;

  g_assert_false (hearten_suggestion_is_taken (reminders, HEARTEN_PURPOSE_SPACE));
  reminder = hearten_suggestion_add (reminders, HEARTEN_PURPOSE_SPACE, 19 * 60 + 15);

  g_assert_cmpstr (hearten_reminder_get_page (reminder), ==, "space");
  g_assert_cmpint (hearten_rule_get_times (hearten_reminder_get_rule (reminder), &n_times)[0], ==, 1155);
  g_assert_true (hearten_suggestion_is_taken (reminders, HEARTEN_PURPOSE_SPACE));
  g_assert_false (hearten_suggestion_is_taken (reminders, HEARTEN_PURPOSE_PATIENCE));

  /* One that is switched off was the user's decision; it is not proposed again. */
  hearten_reminders_set_enabled (reminders, reminder, FALSE);
  g_assert_true (hearten_suggestion_is_taken (reminders, HEARTEN_PURPOSE_SPACE));
  hearten_records_delete (HEARTEN_RECORDS (reminders), HEARTEN_RECORD (reminder));
  g_assert_false (hearten_suggestion_is_taken (reminders, HEARTEN_PURPOSE_SPACE));
  g_clear_object (&reminders);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion/words", test_words);
  g_test_add_func ("/suggestion/add", test_add);
  return g_test_run ();
}
