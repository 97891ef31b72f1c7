/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day.h"
#include "hearten-insights.h"
#include "hearten-journal.h"
#include "hearten-memories.h"
#include "hearten-moment.h"
#include "hearten-sittings.h"
#include "hearten-test-home.h"
#include "hearten-weathers.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenWeathers *weathers;
  HeartenJournal *journal;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-03-01T12:00:00Z", "Europe/Berlin");
  fixture->weathers = hearten_weathers_new (fixture->home->store);
  fixture->journal = hearten_journal_new (fixture->home->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->weathers);
  g_assert_finalize_object (fixture->journal);
  hearten_test_home_free (fixture->home);
}

static void
set_weather (Fixture *fixture, const char *now, int mood)
{
  g_autoptr (GDateTime) local = NULL;

  hearten_test_clock_set_now (fixture->home->clock, now);
  local = hearten_clock_dup_local (HEARTEN_CLOCK (fixture->home->clock));
  hearten_weathers_set_day (fixture->weathers, local, mood);
}

static HeartenEntry *
write_page (Fixture *fixture, const char *now, const char *title, int mood)
{
  g_autoptr (HeartenEntry) entry = NULL;

  hearten_test_clock_set_now (fixture->home->clock, now);
  entry = hearten_journal_begin (fixture->journal, NULL);
  hearten_journal_set_title (fixture->journal, entry, title);
  hearten_journal_set_mood (fixture->journal, entry, mood);
  return entry;
}

static GDate
day (const char *text)
{
  GDate date;

  g_assert_true (hearten_day_parse (text, &date));
  return date;
}

static void
assert_mood (GArray *moods, guint place, const char *text, double mood)
{
  GDate date = day (text);

  g_assert_cmpuint (place, <, moods->len);
  g_assert_cmpuint (g_array_index (moods, HeartenDayMood, place).julian, ==, g_date_get_julian (&date));
  g_assert_cmpfloat_with_epsilon (g_array_index (moods, HeartenDayMood, place).mood, mood, 1e-9);
}

static GArray *
combine (Fixture *fixture)
{
  return hearten_insights_combine_moods (G_LIST_MODEL (fixture->weathers), G_LIST_MODEL (fixture->journal));
}

/* Combining */

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) moods = combine (fixture), smooth = hearten_insights_smooth (moods, 3);
  g_autofree char *sentence = hearten_insights_dup_sentence (moods);

  g_assert_cmpuint (moods->len, ==, 0);
  g_assert_cmpuint (smooth->len, ==, 0);
  g_assert_cmpstr (sentence, ==, "No day here has a weather yet.");
}

static void
test_mean (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) moods = NULL;

  set_weather (fixture, "2026-03-01T12:00:00Z", 1);
  write_page (fixture, "2026-03-01T13:00:00Z", "One", -2);
  write_page (fixture, "2026-03-01T14:00:00Z", "Two", 0);
  write_page (fixture, "2026-03-01T15:00:00Z", "Without a mood", HEARTEN_MOOD_UNSET);
  write_page (fixture, "2026-02-20T15:00:00Z", "An earlier day", 2);
  set_weather (fixture, "2026-03-04T12:00:00Z", -1);

  moods = combine (fixture);
  g_assert_cmpuint (moods->len, ==, 3);
  assert_mood (moods, 0, "2026-02-20", 2);
  assert_mood (moods, 1, "2026-03-01", -1.0 / 3);
  assert_mood (moods, 2, "2026-03-04", -1);
}

/* A weather that was taken back is none, and leaves the pages' moods alone. */
static void
test_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) before = NULL, after = NULL;

  set_weather (fixture, "2026-03-01T12:00:00Z", 2);
  set_weather (fixture, "2026-03-01T13:00:00Z", 2);
  before = combine (fixture);
  g_assert_cmpuint (before->len, ==, 0);

  write_page (fixture, "2026-03-01T14:00:00Z", "A page", -2);
  after = combine (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  assert_mood (after, 0, "2026-03-01", -2);
}

/* Half past eleven at night in UTC is the next day in Berlin, and the page stays there when the user travels.
 */
static void
test_zone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) moods = NULL;

  write_page (fixture, "2026-03-01T23:30:00Z", "After midnight", 1);
  hearten_test_clock_set_zone (fixture->home->clock, "America/New_York");

  moods = combine (fixture);
  g_assert_cmpuint (moods->len, ==, 1);
  assert_mood (moods, 0, "2026-03-02", 1);
}

/* Windows */

static GArray *
new_moods (const char *first, const double *values, guint n)
{
  GArray *moods = g_array_new (FALSE, FALSE, sizeof (HeartenDayMood));
  GDate date = day (first);

  for (guint i = 0; i < n; i++)
    {
      HeartenDayMood mood = { g_date_get_julian (&date) + i, values[i] };

      g_array_append_val (moods, mood);
    }
  return moods;
}

static void
test_window (void)
{
  const double values[] = { 2, -2, 1, 1, 0, 0, 0, 2, 1 };
  g_autoptr (GArray) moods = new_moods ("2026-03-01", values, G_N_ELEMENTS (values));
  g_autoptr (GArray) days = NULL, weeks = NULL;
  GDate first = day ("2026-03-02"), last = day ("2026-03-08");

  days = hearten_insights_window (moods, &first, &last, 1);
  g_assert_cmpuint (days->len, ==, 7);
  assert_mood (days, 0, "2026-03-02", -2);
  assert_mood (days, 6, "2026-03-08", 2);

  first = day ("2026-03-01");
  last = day ("2026-03-14");
  weeks = hearten_insights_window (moods, &first, &last, 7);
  g_assert_cmpuint (weeks->len, ==, 2);
  assert_mood (weeks, 0, "2026-03-01", 2.0 / 7);
  assert_mood (weeks, 1, "2026-03-08", 1.5);
}

static void
test_smooth (void)
{
  const double values[] = { 2, -2, 0, 1, 1 };
  g_autoptr (GArray) moods = new_moods ("2026-03-01", values, G_N_ELEMENTS (values));
  g_autoptr (GArray) same = hearten_insights_smooth (moods, 0), smooth = hearten_insights_smooth (moods, 1);
  g_autoptr (GArray) apart = NULL;

  assert_mood (same, 1, "2026-03-02", -2);
  g_assert_cmpuint (smooth->len, ==, 5);
  assert_mood (smooth, 0, "2026-03-01", 0);
  assert_mood (smooth, 2, "2026-03-03", -1.0 / 3);
  assert_mood (smooth, 4, "2026-03-05", 1);

  g_array_index (moods, HeartenDayMood, 4).julian += 10;
  apart = hearten_insights_smooth (moods, 3);
  assert_mood (apart, 4, "2026-03-15", 1);
}

static void
test_sentence (void)
{
  const double values[] = { -1, 0, 0.4, 2, -0.4 };
  g_autoptr (GArray) moods = new_moods ("2026-03-01", values, G_N_ELEMENTS (values));
  g_autoptr (GArray) one = new_moods ("2026-03-01", values, 1);
  g_autofree char *many_words = hearten_insights_dup_sentence (moods);
  g_autofree char *one_word = hearten_insights_dup_sentence (one);

  g_assert_cmpstr (many_words, ==, "5 days have a weather. Grey came most often.");
  g_assert_cmpstr (one_word, ==, "1 day has a weather.");
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) weeks = NULL;
  GDate last = day ("2026-03-15");

  write_page (fixture, "2026-03-15T12:00:00Z", "Last day", HEARTEN_MOOD_UNSET);
  write_page (fixture, "2026-03-09T12:00:00Z", "Seventh day from the end", HEARTEN_MOOD_UNSET);
  write_page (fixture, "2026-03-08T12:00:00Z", "The week before", HEARTEN_MOOD_UNSET);
  write_page (fixture, "2026-02-01T12:00:00Z", "Too long ago", HEARTEN_MOOD_UNSET);
  write_page (fixture, "2026-03-16T12:00:00Z", "Later", HEARTEN_MOOD_UNSET);

  weeks = hearten_insights_count_pages (G_LIST_MODEL (fixture->journal), &last, 3);
  g_assert_cmpuint (weeks->len, ==, 3);
  g_assert_cmpuint (g_array_index (weeks, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (weeks, guint, 1), ==, 1);
  g_assert_cmpuint (g_array_index (weeks, guint, 2), ==, 2);
}

/* On this day */

static HeartenEntry *
write_about (Fixture *fixture, const char *now, const char *face)
{
  g_autoptr (HeartenEntry) entry = NULL;

  hearten_test_clock_set_now (fixture->home->clock, now);
  entry = hearten_journal_begin_about (fixture->journal, "tip-04", face, NULL);
  hearten_journal_set_body (fixture->journal, entry, "Words");
  return entry; /* the journal has it */
}

/* What a card about the two of them led to is recalled only while contact is welcome. */
static void
test_gated_memories (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenSituations) situations = hearten_situations_new (fixture->home->store);
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (fixture->home->store);
  g_autoptr (HeartenGate) gate = hearten_gate_new (situations, spaces);
  GDate today = day ("2026-03-31");
  g_autoptr (GPtrArray) open = NULL, closed = NULL;
  HeartenEntry *own = write_about (fixture, "2026-01-31T12:00:00Z", "own");

  write_about (fixture, "2025-12-31T12:00:00Z", "together");
  hearten_situations_set_contact (situations, HEARTEN_CONTACT_OPEN);
  open = hearten_memories_on_day (G_LIST_MODEL (fixture->journal), gate, &today);
  g_assert_cmpuint (open->len, ==, 2);

  hearten_situations_set_contact (situations, HEARTEN_CONTACT_NO);
  closed = hearten_memories_on_day (G_LIST_MODEL (fixture->journal), gate, &today);
  g_assert_cmpuint (closed->len, ==, 1);
  g_assert_true (g_ptr_array_index (closed, 0) == own);
  hearten_test_home_flush (fixture->home);
}

static void
test_memories (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenSituations) situations = hearten_situations_new (fixture->home->store);
  g_autoptr (HeartenSpaces) spaces = hearten_spaces_new (fixture->home->store);
  g_autoptr (HeartenGate) gate = hearten_gate_new (situations, spaces);
  HeartenEntry *month, *year, *deleted;
  g_autoptr (GPtrArray) found = NULL;
  GDate today = day ("2026-03-31");

  month = write_page (fixture, "2026-01-31T12:00:00Z", "Two months ago", 0);
  year = write_page (fixture, "2025-03-31T12:00:00Z", "A year ago", 0);
  deleted = write_page (fixture, "2025-12-31T12:00:00Z", "Put away", 0);
  write_page (fixture, "2026-03-31T08:00:00Z", "Today", 0);
  write_page (fixture, "2026-02-28T12:00:00Z", "Another day", 0);
  hearten_records_delete (HEARTEN_RECORDS (fixture->journal), HEARTEN_RECORD (deleted));

  found = hearten_memories_on_day (G_LIST_MODEL (fixture->journal), gate, &today);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (g_ptr_array_index (found, 0) == month);
  g_assert_true (g_ptr_array_index (found, 1) == year);
}

static void
assert_ago (const char *then, const char *now, const char *words)
{
  GDate before = day (then), today = day (now);
  g_autofree char *ago = hearten_moment_dup_past_day (&before, &today);

  g_assert_cmpstr (ago, ==, words);
}

static void
test_ago (void)
{
  assert_ago ("2026-02-28", "2026-03-28", "A month ago");
  assert_ago ("2025-12-28", "2026-03-28", "3 months ago");
  assert_ago ("2025-03-28", "2026-03-28", "A year ago");
  assert_ago ("2024-03-28", "2026-03-28", "2 years ago");
  assert_ago ("2024-02-28", "2026-03-28", "25 months ago");
}

/* The time of day */

static GDateTime *
berlin (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  return g_date_time_new_from_iso8601 (text, zone);
}

static void
assert_part (const char *now, const char *greeting, const char *next)
{
  g_autoptr (GDateTime) at = berlin (now), expected = berlin (next), part = hearten_moment_dup_next_part (at);

  g_assert_cmpstr (hearten_moment_get_greeting (at), ==, greeting);
  g_assert_cmpint (g_date_time_to_unix (part), ==, g_date_time_to_unix (expected));
}

/* With the nights in which clocks change: both days have another number of hours. */
static void
test_parts (void)
{
  assert_part ("2026-08-01T00:00:00", "A quiet night to you", "2026-08-01T05:00:00");
  assert_part ("2026-08-01T05:00:00", "Good morning", "2026-08-01T12:00:00");
  assert_part ("2026-08-01T17:59:59", "Good afternoon", "2026-08-01T18:00:00");
  assert_part ("2026-08-01T18:00:00", "Good evening", "2026-08-02T00:00:00");
  assert_part ("2026-12-31T23:59:59", "Good evening", "2027-01-01T00:00:00");
  assert_part ("2026-03-29T01:30:00", "A quiet night to you", "2026-03-29T05:00:00");
  assert_part ("2026-10-25T02:30:00", "A quiet night to you", "2026-10-25T05:00:00");
}

/* The day that is counted is the day that is shown, also far from Greenwich and before 1970. */
static void
test_day (void)
{
  const char *times[] = { "2026-11-23T21:14:05+01:00", "2026-01-01T00:30:00+14:00",
                          "2026-12-31T23:30:00-11:00", "1969-12-31T23:59:59Z",
                          "1970-01-01T00:00:00Z",      "1900-03-01T00:00:00+05:45",
                          "0002-01-01T00:00:00Z",      "2024-02-29T12:00:00-03:30" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"019ab1c2-0000-7000-8000-000000000001\","
                                               "\"kind\":\"entry\",\"v\":1,\"created\":\"%s\"}",
                                               times[i]);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (HeartenRecord) record = hearten_record_from_bytes (HEARTEN_TYPE_ENTRY, bytes, &error);
      g_autoptr (GDateTime) created = NULL;
      GDate shown, counted;

      g_assert_no_error (error);
      created = hearten_record_dup_created (record);
      shown = hearten_day_of (created);
      counted = hearten_record_get_day (record);
      g_assert_cmpint (g_date_compare (&shown, &counted), ==, 0);
    }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

static void
test_sittings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenSittings) sittings = hearten_sittings_new (fixture->home->store);
  guint minutes = 1;

  g_assert_cmpuint (hearten_sittings_count (sittings, "tip-18", &minutes), ==, 0);
  g_assert_cmpuint (minutes, ==, 0);
  for (guint i = 0; i < 2; i++)
    {
      HeartenSitting *sitting = hearten_sittings_begin (sittings, "tip-18", 60);

      hearten_test_clock_advance (fixture->home->clock, 45 * 60);
      hearten_sittings_end (sittings, sitting);
    }
  hearten_sittings_begin (sittings, "tip-18", 60); /* runs */
  hearten_sittings_end (sittings, hearten_sittings_begin (sittings, "tip-21", 1));
  g_assert_cmpuint (hearten_sittings_count (sittings, "tip-18", &minutes), ==, 2);
  g_assert_cmpuint (minutes, ==, 90);
  hearten_test_home_flush (fixture->home);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/insights/nothing", test_nothing);
  ADD ("/insights/mean", test_mean);
  ADD ("/insights/taken-back", test_taken_back);
  ADD ("/insights/zone", test_zone);
  ADD ("/insights/pages", test_pages);
  ADD ("/insights/sittings", test_sittings);
  ADD ("/memories/on-day", test_memories);
  ADD ("/memories/gated", test_gated_memories);
  g_test_add_func ("/insights/day", test_day);
  g_test_add_func ("/insights/window", test_window);
  g_test_add_func ("/insights/smooth", test_smooth);
  g_test_add_func ("/insights/sentence", test_sentence);
  g_test_add_func ("/moment/ago", test_ago);
  g_test_add_func ("/moment/parts", test_parts);

  return g_test_run ();
}
