/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day.h"
#include "hearten-intentions.h"
#include "hearten-test-home.h"

#include <string.h>

#define MONDAY (1 << 0)
#define TUESDAY (1 << 1)
#define THURSDAY (1 << 3)

typedef struct
{
  HeartenTestHome *home;
  HeartenIntentions *intentions;
} Fixture;

/* A Monday, on which it is Tuesday in Auckland already */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  fixture->intentions = hearten_intentions_new (fixture->home->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->intentions);
  hearten_test_home_free (fixture->home);
}

static GDate
get_day (const char *text)
{
  GDate day;

  g_assert_true (hearten_day_parse (text, &day));
  return day;
}

static GDate
today (Fixture *fixture)
{
  return hearten_day_today (HEARTEN_CLOCK (fixture->home->clock));
}

static void
set_kept (Fixture *fixture, HeartenIntention *intention, const char *text, gboolean kept)
{
  GDate day = get_day (text);

  hearten_intentions_set_kept (fixture->intentions, intention, &day, kept);
}

static void
assert_lately (Fixture *fixture, HeartenIntention *intention, guint kept, guint occasions)
{
  GDate day = today (fixture);
  guint counted;

  g_assert_cmpuint (hearten_intention_count_lately (intention, &day, 7, &counted), ==, occasions);
  g_assert_cmpuint (counted, ==, kept);
}

static HeartenIntention *
add (Fixture *fixture, guint weekdays)
{
  return hearten_intentions_add (fixture->intentions, "tip-02", "both", "Walk", weekdays);
}

static void
test_due (Fixture *fixture, gconstpointer data)
{
  HeartenIntention *intention = add (fixture, MONDAY | THURSDAY);
  GDate monday = get_day ("2026-11-23"), tuesday = get_day ("2026-11-24");

  g_assert_true (hearten_intention_is_due (intention, &monday));
  g_assert_false (hearten_intention_is_due (intention, &tuesday));
  hearten_intentions_set_weekdays (fixture->intentions, intention, TUESDAY);
  g_assert_true (hearten_intention_is_due (intention, &tuesday));
  g_assert_null (hearten_intentions_add (fixture->intentions, "tip-02", "both", " ", MONDAY));
}

/* The day is the one the user sees, wherever that is; what is yet to come cannot be done. */
static void
test_kept_days (Fixture *fixture, gconstpointer data)
{
  HeartenIntention *intention = add (fixture, HEARTEN_WEEKDAYS_ALL);
  GDate monday = get_day ("2026-11-23"), tuesday = get_day ("2026-11-24");

  set_kept (fixture, intention, "2026-11-24", TRUE);
  g_assert_false (hearten_intention_is_kept (intention, &tuesday));
  hearten_test_clock_set_zone (fixture->home->clock, "Pacific/Auckland");
  set_kept (fixture, intention, "2026-11-24", TRUE);
  g_assert_true (hearten_intention_is_kept (intention, &tuesday));
  set_kept (fixture, intention, "2026-11-24", TRUE);
  g_assert_cmpuint (hearten_intention_count_kept (intention, &monday, &tuesday), ==, 1);
  set_kept (fixture, intention, "2026-11-23", TRUE);
  g_assert_cmpuint (hearten_intention_count_kept (intention, &monday, &tuesday), ==, 2);
  set_kept (fixture, intention, "2026-11-24", FALSE);
  g_assert_cmpuint (hearten_intention_count_kept (intention, &monday, &tuesday), ==, 1);
  g_assert_cmpuint (hearten_intention_count_kept (intention, &tuesday, &tuesday), ==, 0);
}

/* A day left out takes nothing away, and today is no miss before it is over. */
static void
test_lately (Fixture *fixture, gconstpointer data)
{
  HeartenIntention *intention = add (fixture, HEARTEN_WEEKDAYS_ALL);

  assert_lately (fixture, intention, 0, 0);
  set_kept (fixture, intention, "2026-11-23", TRUE);
  assert_lately (fixture, intention, 1, 1);
  hearten_test_clock_set_now (fixture->home->clock, "2026-11-25T20:00:00Z");
  assert_lately (fixture, intention, 1, 2);
  set_kept (fixture, intention, "2026-11-25", TRUE);
  assert_lately (fixture, intention, 2, 3);
  hearten_test_clock_set_now (fixture->home->clock, "2026-12-01T20:00:00Z");
  assert_lately (fixture, intention, 1, 7);
}

static void
test_lately_on_days (Fixture *fixture, gconstpointer data)
{
  HeartenIntention *intention = add (fixture, MONDAY | THURSDAY);

  hearten_test_clock_set_now (fixture->home->clock, "2026-12-03T20:00:00Z");
  assert_lately (fixture, intention, 0, 3); /* two Mondays, a Thursday; the second Thursday is today */
  set_kept (fixture, intention, "2026-11-26", TRUE);
  assert_lately (fixture, intention, 1, 3);
  set_kept (fixture, intention, "2026-11-28", TRUE); /* a Saturday counts as well */
  assert_lately (fixture, intention, 2, 4);
  set_kept (fixture, intention, "2026-11-18", TRUE); /* so does one before it was written down */
  assert_lately (fixture, intention, 3, 5);
  hearten_intentions_set_weekdays (fixture->intentions, intention, 0);
  assert_lately (fixture, intention, 3, 3);
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  HeartenIntention *intention = add (fixture, MONDAY);
  g_autoptr (GPtrArray) shown = NULL, archived = NULL;

  hearten_test_clock_advance (fixture->home->clock, 1);
  add (fixture, TUESDAY);
  hearten_intentions_set_archived (fixture->intentions, intention, TRUE);
  shown = hearten_intentions_dup_list (fixture->intentions, "tip-02", "both", FALSE);
  archived = hearten_intentions_dup_list (fixture->intentions, "tip-02", "both", TRUE);
  g_assert_cmpuint (shown->len, ==, 1);
  g_assert_cmpuint (archived->len, ==, 1);
  g_assert_true (g_ptr_array_index (archived, 0) == intention);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenIntentions) again = hearten_intentions_new (fixture->home->store);
  HeartenIntention *intention = add (fixture, MONDAY | THURSDAY);
  GDate day = get_day ("2026-11-19");

  set_kept (fixture, intention, "2026-11-23", TRUE);
  set_kept (fixture, intention, "2026-11-19", TRUE);
  hearten_intentions_set_text (fixture->intentions, intention, "Walk before supper");
  hearten_test_home_flush (fixture->home);
  hearten_test_home_load (fixture->home, again);
  intention = hearten_records_find (HEARTEN_RECORDS (again),
                                    hearten_record_get_id (HEARTEN_RECORD (intention)));
  g_assert_cmpstr (hearten_intention_get_text (intention), ==, "Walk before supper");
  g_assert_cmpuint (hearten_intention_get_weekdays (intention), ==, MONDAY | THURSDAY);
  g_assert_true (hearten_intention_is_kept (intention, &day));
}

static void
test_broken (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "{\"id\":\"019d7b1e-8800-7000-8000-0000000000aa\",\"kind\":\"intention\",\"v\":1}",
    "{\"id\":\"019d7b1e-8800-7000-8000-0000000000aa\",\"kind\":\"intention\",\"v\":1,\"tip\":\"tip-02\","
    "\"weekdays\":128}",
    "{\"id\":\"019d7b1e-8800-7000-8000-0000000000aa\",\"kind\":\"intention\",\"v\":1,\"tip\":\"tip-02\","
    "\"ticks\":[\"2026-02-30\"]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_INTENTION, bytes, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/intentions/due", test_due);
  ADD ("/intentions/kept-days", test_kept_days);
  ADD ("/intentions/lately", test_lately);
  ADD ("/intentions/lately-on-days", test_lately_on_days);
  ADD ("/intentions/archive", test_archive);
  ADD ("/intentions/kept", test_kept);
  ADD ("/intentions/broken", test_broken);
  return g_test_run ();
}
