/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "hearten-day.h"
#include "hearten-schedule-writer.h"
#include "hearten-schedule.h"
#include "hearten-test-clock.h"

/* The app's side against the real service, which HEARTEN_REMINDERS names, on a bus of its own. */
typedef struct
{
  char *folder;
  char *schedule_path;
  GTestDBus *bus;
  HeartenTestClock *clock;
  HeartenStore *store;
  HeartenReminders *reminders;
  HeartenReminderSettings *settings;
  HeartenSituations *situations;
  HeartenSpaces *spaces;
  HeartenReminderWords *words;
  HeartenJournal *journal;
  HeartenPractices *practices;
  HeartenWeathers *weathers;
  HeartenDoneToday *done;
  HeartenReminderClient *client;
  HeartenScheduleWriter *writer;
} House;

static void
set_up (House *house, gconstpointer data)
{
  g_autofree char *records = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  house->folder = g_dir_make_tmp ("hearten-writer-XXXXXX", NULL);
  records = g_build_filename (house->folder, "data", NULL);
  state = g_build_filename (house->folder, "hearten", NULL);
  house->schedule_path = hearten_schedule_dup_path (state);
  g_setenv ("XDG_STATE_HOME", house->folder, TRUE);
  house->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (house->bus);

  house->clock = hearten_test_clock_new ("2026-11-23T12:00:00Z", "UTC");
  house->store = hearten_store_new (records, state, HEARTEN_CLOCK (house->clock));
  g_assert_true (hearten_store_open (house->store, NULL, &error));
  g_assert_no_error (error);
  house->reminders = hearten_reminders_new (house->store);
  house->client = hearten_reminder_client_new ();
  house->settings = hearten_reminder_settings_new (HEARTEN_CLOCK (house->clock));
  house->situations = hearten_situations_new (house->store);
  house->spaces = hearten_spaces_new (house->store);
  house->words = hearten_reminder_words_new (house->reminders, house->situations, house->spaces);
  house->journal = hearten_journal_new (house->store);
  house->practices = hearten_practices_new (house->store);
  house->weathers = hearten_weathers_new (house->store);
  house->done = hearten_done_today_new (house->practices, house->journal, house->weathers);
  house->writer = hearten_schedule_writer_new (house->reminders, house->settings, house->words, house->done,
                                               house->client);
}

static void
on_store_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (hearten_store_flush_finish (HEARTEN_STORE (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

static void
tear_down (House *house, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (house->folder);
  const char *const argv[] = { "rm", "-r", "--", house->folder, NULL };
  gboolean flushed = FALSE;

  hearten_store_flush_async (house->store, on_store_flushed_cb, &flushed);
  while (!flushed)
    g_main_context_iteration (NULL, TRUE);

  g_assert_finalize_object (house->writer);
  g_assert_finalize_object (house->done);
  g_clear_object (&house->weathers);
  g_clear_object (&house->practices);
  g_clear_object (&house->journal);
  g_assert_finalize_object (house->settings);
  g_assert_finalize_object (house->words);
  g_assert_finalize_object (house->spaces);
  g_assert_finalize_object (house->situations);
  g_assert_finalize_object (house->client);
  g_clear_object (&house->reminders);
  g_clear_object (&house->store);
  g_clear_object (&house->clock);
  g_test_dbus_down (house->bus);
  g_clear_object (&house->bus);

  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  g_free (house->folder);
  g_free (house->schedule_path);
}

typedef struct
{
  gboolean done;
  gboolean fine;
} Answer;

static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->fine = hearten_schedule_writer_flush_finish (HEARTEN_SCHEDULE_WRITER (source), result, NULL);
  answer->done = TRUE;
}

static gboolean
flush (House *house)
{
  Answer answer = { FALSE, FALSE };

  hearten_schedule_writer_flush_async (house->writer, on_flushed_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);
  return answer.fine;
}

static gboolean
service_runs (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
      g_variant_new ("(s)", HEARTEN_REMINDERS_NAME), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean runs;

  g_variant_get (answer, "(b)", &runs);
  return runs;
}

static guint
count_scheduled (House *house)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenSchedule) schedule = hearten_schedule_load (house->schedule_path, &error);

  g_assert_no_error (error);
  return hearten_schedule_get_length (schedule);
}

static const HeartenScheduled *
find_scheduled (HeartenSchedule *schedule, HeartenReminder *reminder)
{
  return hearten_schedule_find (schedule, hearten_record_get_id (HEARTEN_RECORD (reminder)));
}

/* Whether a word of the user's is anywhere in the file. */
static gboolean
file_says (House *house, const char *word)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (house->schedule_path, &text, NULL, &error);
  g_assert_no_error (error);
  return strstr (text, word) != NULL;
}

static gboolean
on_holds_back_cb (HeartenReminders *reminders, HeartenReminder *reminder, gpointer held)
{
  return reminder == held;
}

static void
test_held_back (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  HeartenReminder *held;
  gulong handler;

  hearten_schedule_writer_start (house->writer);
  hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_OWN, "", rule, NULL);
  held = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_OWN, "", rule, NULL);
  handler = g_signal_connect (house->reminders, "holds-back", G_CALLBACK (on_holds_back_cb), held);
  g_assert_true (flush (house));
  g_assert_cmpuint (count_scheduled (house), ==, 1);

  g_signal_handler_disconnect (house->reminders, handler);
  hearten_reminders_review (house->reminders, held);
  g_assert_true (flush (house));
  g_assert_cmpuint (count_scheduled (house), ==, 2);
}

static void
test_words (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  HeartenReminder *own, *deck;

  hearten_schedule_writer_start (house->writer);
  own = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_OWN, "Heron", rule, NULL);
  deck = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_SPACE, "Heron", rule, NULL);
  hearten_reminders_set_wording (house->reminders, deck, HEARTEN_WORDING_DECK);
  g_assert_true (flush (house));
  g_assert_false (file_says (house, "Heron"));
  g_assert_false (file_says (house, "says"));
  g_assert_true (file_says (house, "A quiet moment"));

  hearten_reminder_words_set_shown (house->words, TRUE);
  g_assert_true (flush (house));
  {
    g_autoptr (HeartenSchedule) schedule = hearten_schedule_load (house->schedule_path, NULL);
    g_auto (GStrv) texts = hearten_reminder_words_dup_texts (house->words, deck);
    const char *said = hearten_scheduled_get_text (find_scheduled (schedule, deck), "x@2026-11-23T21:00");

    g_assert_cmpstr (hearten_scheduled_get_text (find_scheduled (schedule, own), "x@2026-11-23T21:00"), ==,
                     "Heron");
    g_assert_cmpuint (g_strv_length (texts), >, 40);
    g_assert_cmpstrv (find_scheduled (schedule, deck)->texts, texts);
    g_assert_true (g_strv_contains ((const char *const *) texts, said));
  }

  hearten_situations_set_contact (house->situations, HEARTEN_CONTACT_UNSAFE);
  g_assert_true (flush (house));
  g_assert_false (file_says (house, "Heron"));
}

static void
test_follows (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (HeartenReminder) reminder = NULL;

  hearten_schedule_writer_start (house->writer);
  g_assert_true (flush (house));
  g_assert_false (g_file_test (house->schedule_path, G_FILE_TEST_EXISTS));
  g_assert_false (service_runs ());

  g_set_object (&reminder,
                hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_PATIENCE, "Breathe", rule, NULL));
  g_assert_true (flush (house));
  g_assert_cmpstr (hearten_schedule_writer_get_problem (house->writer), ==, NULL);
  g_assert_cmpuint (count_scheduled (house), ==, 1);
  g_assert_true (service_runs ());

  hearten_reminders_set_enabled (house->reminders, reminder, FALSE);
  g_assert_true (flush (house));
  g_assert_cmpuint (count_scheduled (house), ==, 0);

  hearten_reminders_set_enabled (house->reminders, reminder, TRUE);
  hearten_reminders_set_text (house->reminders, reminder, "Breathe out");
  g_assert_true (flush (house));
  g_assert_cmpuint (count_scheduled (house), ==, 1);

  hearten_records_delete (HEARTEN_RECORDS (house->reminders), HEARTEN_RECORD (reminder));
  g_assert_true (flush (house));
  g_assert_cmpuint (count_scheduled (house), ==, 0);
}

/* What would have come while it was off, or at a time it did not have yet, was not missed: the service is
 * told so at once, also before the record itself is written. */
static void
test_counts_from_change (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (HeartenSchedule) schedule = NULL;
  HeartenReminder *reminder;
  const HeartenScheduled *item;

  hearten_schedule_writer_start (house->writer);
  reminder = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_PATIENCE, "Breathe", rule, NULL);
  hearten_reminders_set_enabled (house->reminders, reminder, FALSE);
  g_assert_true (flush (house));

  hearten_test_clock_advance (house->clock, 3 * 24 * 60 * 60);
  hearten_reminders_set_enabled (house->reminders, reminder, TRUE);
  g_assert_true (flush (house));
  schedule = hearten_schedule_load (house->schedule_path, NULL);
  item = hearten_schedule_find (schedule, hearten_record_get_id (HEARTEN_RECORD (reminder)));
  g_assert_cmpint (item->since, ==, hearten_clock_get_now (HEARTEN_CLOCK (house->clock)));
}

/* On a device whose clock was ahead. */
static void
test_changed_in_times_to_come (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  HeartenReminder *reminder = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_OWN, "", rule, NULL);

  hearten_test_clock_set_now (house->clock, "2026-11-20T12:00:00Z");
  g_assert_cmpint (hearten_reminders_get_since (house->reminders, reminder), ==,
                   hearten_clock_get_now (HEARTEN_CLOCK (house->clock)));
}

static void
count_change (guint *count)
{
  (*count)++;
}

/* On which day it does not come, as the file says; NULL where there is none. */
static void
expect_skip (House *house, HeartenReminder *reminder, const char *expected)
{
  g_autoptr (HeartenSchedule) schedule = NULL;
  const HeartenScheduled *item;
  g_autofree char *text = NULL;

  g_assert_true (flush (house));
  schedule = hearten_schedule_load (house->schedule_path, NULL);
  item = hearten_schedule_find (schedule, hearten_record_get_id (HEARTEN_RECORD (reminder)));
  if (item->skip != 0)
    {
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, item->skip);
      text = hearten_day_format (&day);
    }
  g_assert_cmpstr (text, ==, expected);
}

static void
test_done_today (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (GDateTime) today = hearten_clock_dup_local (HEARTEN_CLOCK (house->clock));
  HeartenReminder *practise, *write, *weather, *always;
  g_autoptr (HeartenEntry) entry = NULL;

  hearten_schedule_writer_start (house->writer);
  practise = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_OWN, "Walk", rule, "tip-05");
  write = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_OWN, "Write", rule, NULL);
  weather = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_OWN, "Weather", rule, NULL);
  always = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_PATIENCE, "Breathe", rule, NULL);
  hearten_reminders_set_unless (house->reminders, practise, HEARTEN_UNLESS_PRACTISED);
  hearten_reminders_set_unless (house->reminders, write, HEARTEN_UNLESS_WRITTEN);
  hearten_reminders_set_unless (house->reminders, weather, HEARTEN_UNLESS_WEATHER);
  expect_skip (house, practise, NULL);

  entry = hearten_journal_begin (house->journal, NULL);
  expect_skip (house, write, NULL);
  hearten_journal_set_body (house->journal, entry, "A word");
  expect_skip (house, write, "2026-11-23");
  expect_skip (house, practise, NULL);
  hearten_practices_set_state (house->practices, "tip-06", HEARTEN_PRACTICE_STATE_PRACTISED);
  expect_skip (house, practise, NULL);
  hearten_practices_set_state (house->practices, "tip-05", HEARTEN_PRACTICE_STATE_PRACTISED);
  expect_skip (house, practise, "2026-11-23");
  hearten_weathers_set_day (house->weathers, today, 1);
  expect_skip (house, weather, "2026-11-23");
  expect_skip (house, always, NULL);

  hearten_records_delete (HEARTEN_RECORDS (house->journal), HEARTEN_RECORD (entry));
  expect_skip (house, write, NULL);
}

/* What a page says does not matter: the service is not told of every word. */
static void
test_words_are_no_change (House *house, gconstpointer data)
{
  guint changes = 0;
  g_autoptr (HeartenEntry) entry = NULL;

  hearten_done_today_start (house->done);
  g_signal_connect_swapped (house->done, "changed", G_CALLBACK (count_change), &changes);
  entry = hearten_journal_begin (house->journal, NULL);
  hearten_journal_set_body (house->journal, entry, "A");
  hearten_journal_set_body (house->journal, entry, "A word");
  hearten_journal_set_body (house->journal, entry, "A word more");
  g_assert_cmpuint (changes, ==, 1);
}

static void
test_manners (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (HeartenSchedule) schedule = NULL;
  const HeartenManners *manners;

  hearten_schedule_writer_start (house->writer);
  hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_PATIENCE, "Breathe", rule, NULL);
  g_object_set (house->settings, "quiet", TRUE, "quiet-from", 23 * 60, "most", 3, NULL);
  hearten_reminder_settings_pause (house->settings, HEARTEN_PAUSED_ALWAYS);
  g_assert_true (flush (house));
  schedule = hearten_schedule_load (house->schedule_path, NULL);
  manners = hearten_schedule_get_manners (schedule);
  g_assert_true (manners->quiet);
  g_assert_cmpint (manners->quiet_from, ==, 23 * 60);
  g_assert_cmpint (manners->quiet_until, ==, 7 * 60);
  g_assert_cmpuint (manners->most, ==, 3);
  g_assert_cmpint (manners->paused_until, ==, HEARTEN_PAUSED_ALWAYS);

  hearten_reminder_settings_resume (house->settings);
  g_assert_false (hearten_reminder_settings_is_paused (house->settings));
  g_clear_pointer (&schedule, hearten_schedule_free);
  g_assert_true (flush (house));
  schedule = hearten_schedule_load (house->schedule_path, NULL);
  /* What was due in the pause still was. */
  g_assert_cmpint (hearten_schedule_get_manners (schedule)->paused_until, ==,
                   hearten_clock_get_now (HEARTEN_CLOCK (house->clock)));
}

typedef struct
{
  gboolean done;
  HeartenReminderReport *report;
} Reported;

static void
on_reported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reported *reported = user_data;
  g_autoptr (GError) error = NULL;

  reported->report = hearten_reminder_client_report_finish (HEARTEN_REMINDER_CLIENT (source), result, &error);
  g_assert_no_error (error);
  reported->done = TRUE;
}

static HeartenReminderReport *
get_report (House *house)
{
  Reported reported = { FALSE, NULL };

  hearten_reminder_client_report_async (house->client, 3, NULL, on_reported_cb, &reported);
  while (!reported.done)
    g_main_context_iteration (NULL, TRUE);
  return reported.report;
}

static void
on_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;
  g_autoptr (GError) error = NULL;

  answer->fine = hearten_reminder_client_call_finish (HEARTEN_REMINDER_CLIENT (source), result, &error);
  g_assert_no_error (error);
  answer->done = TRUE;
}

/* What the page shows, from the real service. */
static void
test_report (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  g_autoptr (HeartenReminderReport) none = get_report (house);
  g_autoptr (HeartenReminderReport) report = NULL;
  const HeartenReminderPast *past;
  HeartenReminder *reminder;
  Answer answer = { FALSE, FALSE };
  guint changes = 0;

  /* Nobody shows notifications on this bus, and GLib warns of it in the service. */
  g_unsetenv ("G_DEBUG");
  g_assert_cmpuint (none->next->len + none->past->len, ==, 0);
  g_assert_false (service_runs ());

  hearten_schedule_writer_start (house->writer);
  reminder = hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_PATIENCE, "Breathe", rule, NULL);
  g_assert_true (flush (house));
  g_signal_connect_swapped (house->client, "changed", G_CALLBACK (count_change), &changes);
  hearten_reminder_client_watch (house->client);
  while (changes == 0)
    g_main_context_iteration (NULL, TRUE);
  hearten_reminder_client_try_async (house->client, hearten_record_get_id (HEARTEN_RECORD (reminder)), NULL,
                                     on_tried_cb, &answer);
  while (!answer.done || changes == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (answer.fine);

  report = get_report (house);
  g_assert_cmpuint (report->next->len, ==, 3);
  g_assert_cmpuint (report->past->len, ==, 1);
  past = g_ptr_array_index (report->past, 0);
  g_assert_cmpstr (past->id, ==, hearten_record_get_id (HEARTEN_RECORD (reminder)));
  g_assert_cmpint (past->why, ==, HEARTEN_LEDGER_WHY_TRY);
}

static void
on_changed_cb (HeartenScheduleWriter *writer, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_no_service (House *house, gconstpointer data)
{
  g_autofree char *program = g_strdup (g_getenv ("HEARTEN_REMINDERS"));
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);
  guint changes = 0;

  g_setenv ("HEARTEN_REMINDERS", "/nowhere/hearten-reminders", TRUE);
  g_signal_connect (house->writer, "notify::problem", G_CALLBACK (on_changed_cb), &changes);
  hearten_schedule_writer_start (house->writer);
  hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_SPACE, "Room", rule, NULL);
  g_assert_false (flush (house));
  g_assert_nonnull (hearten_schedule_writer_get_problem (house->writer));
  g_assert_cmpuint (count_scheduled (house), ==, 1);

  g_setenv ("HEARTEN_REMINDERS", program, TRUE);
  g_assert_true (flush (house));
  g_assert_null (hearten_schedule_writer_get_problem (house->writer));
  g_assert_cmpuint (changes, ==, 2);
}

static void
test_no_disk (House *house, gconstpointer data)
{
  g_autoptr (HeartenRule) rule = hearten_rule_new_daily_at (21, 0);

  /* A folder where the file belongs: also root cannot write that. */
  g_assert_cmpint (g_mkdir (house->schedule_path, 0700), ==, 0);
  hearten_schedule_writer_start (house->writer);
  hearten_reminders_add (house->reminders, HEARTEN_PURPOSE_SPACE, "Room", rule, NULL);
  g_assert_false (flush (house));
  g_assert_nonnull (hearten_schedule_writer_get_problem (house->writer));

  g_assert_cmpint (g_rmdir (house->schedule_path), ==, 0);
  g_assert_true (flush (house));
  g_assert_cmpuint (count_scheduled (house), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/writer/" path, House, NULL, set_up, func, tear_down)
  ADD ("follows", test_follows);
  ADD ("held-back", test_held_back);
  ADD ("words", test_words);
  ADD ("counts-from-change", test_counts_from_change);
  ADD ("changed-in-times-to-come", test_changed_in_times_to_come);
  ADD ("done-today", test_done_today);
  ADD ("words-are-no-change", test_words_are_no_change);
  ADD ("manners", test_manners);
  ADD ("report", test_report);
  ADD ("no-service", test_no_service);
  ADD ("no-disk", test_no_disk);

  return g_test_run ();
}
