/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-again.h"
#include "hearten-day.h"
#include "hearten-test-home.h"
#include "hearten-tip-uses.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenTips *tips;
  HeartenItems *items;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  fixture->tips = hearten_tips_new (HEARTEN_TIPS_PATH);
  fixture->items = hearten_items_new (fixture->home->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->items);
  g_assert_finalize_object (fixture->tips);
  hearten_test_home_free (fixture->home);
}

static HeartenItem *
add (Fixture *fixture,
     const char *tip,
     const char *face,
     const char *text,
     const char *column,
     const char *day)
{
  HeartenItem *item = hearten_items_add (fixture->items, tip, face, text, NULL);

  hearten_items_set_column (fixture->items, item, column, day);
  return item;
}

static GDate
today (Fixture *fixture)
{
  return hearten_day_today (HEARTEN_CLOCK (fixture->home->clock));
}

static char *
join (GArray *dated)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < dated->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? " " : "",
                            hearten_item_get_text (g_array_index (dated, HeartenDatedItem, i).item));
  return g_string_free (texts, FALSE);
}

/* What the tips themselves say they are for: every use is there, and those for two only where contact is
 * welcome. */
static void
test_uses (Fixture *fixture, gconstpointer data)
{
  static const char *const uses[] = { "jar",      "plans", "memories", "boundaries",
                                      "promises", "hours", "timeline" };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    for (gboolean allows_contact = FALSE; allows_contact <= TRUE; allows_contact++)
      {
        g_autoptr (GArray)
            found = hearten_tip_uses_find (fixture->tips, allows_contact, "collection", uses[i]);

        g_assert_cmpuint (found->len, >=, 1);
        for (guint j = 0; j < found->len; j++)
          {
            HeartenTipUse *use = &g_array_index (found, HeartenTipUse, j);

            g_assert_true (use->face == (allows_contact ? hearten_tip_get_together_face (use->tip)
                                                        : hearten_tip_get_own_face (use->tip)));
          }
      }
}

static void
test_plans (Fixture *fixture, gconstpointer data)
{
  GDate day = today (fixture);
  HeartenItem *item;
  g_autoptr (GArray) alone = NULL, together = NULL;
  g_autofree char *texts = NULL, *texts_together = NULL;

  add (fixture, "tip-22", "both", "later", "on", "2027-05-01");
  add (fixture, "tip-22", "both", "yesterday", "on", "2026-11-22");
  add (fixture, "tip-22", "both", "today", "on", "2026-11-23");
  item = add (fixture, "tip-22", "both", "done", "on", "2026-11-24");
  hearten_items_set_state (fixture->items, item, "done", FALSE);
  item = add (fixture, "tip-22", "both", "away", "on", "2026-11-24");
  hearten_items_set_archived (fixture->items, item, TRUE);
  hearten_items_add (fixture->items, "tip-22", "both", "some-day", NULL);
  add (fixture, "tip-08", "own", "swim", "when", "2026-11-25");
  add (fixture, "tip-08", "together", "canal", "when", "2026-11-24");

  alone = hearten_tip_uses_find_plans (fixture->tips, fixture->items, FALSE, &day);
  texts = join (alone);
  g_assert_cmpstr (texts, ==, "today swim later");
  together = hearten_tip_uses_find_plans (fixture->tips, fixture->items, TRUE, &day);
  texts_together = join (together);
  g_assert_cmpstr (texts_together, ==, "today canal later");
}

/* Plans that come round again, seen on Monday, 23 November 2026 */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  GDate day = today (fixture);
  HeartenItem *item;
  g_autoptr (GArray) plans = NULL;
  g_autofree char *texts = NULL;

  item = add (fixture, "tip-22", "both", "pancakes", "on", "2026-10-04");
  hearten_items_set_column (fixture->items, item, "again", "each-month-weekday");
  item = add (fixture, "tip-22", "both", "choir", "on", "2026-11-18");
  hearten_items_set_column (fixture->items, item, "again", "each-week");
  item = add (fixture, "tip-22", "both", "sea", "on", "2026-05-10");
  hearten_items_set_state (fixture->items, item, "every-time", FALSE);
  item = add (fixture, "tip-22", "both", "over", "on", "2026-11-18");
  hearten_items_set_column (fixture->items, item, "again", "each-week");
  hearten_items_set_state (fixture->items, item, "done", FALSE);

  plans = hearten_tip_uses_find_plans (fixture->tips, fixture->items, FALSE, &day);
  texts = join (plans);
  g_assert_cmpstr (texts, ==, "choir pancakes sea");
  g_assert_cmpuint (g_date_get_day (&g_array_index (plans, HeartenDatedItem, 0).day), ==, 25);
  g_assert_cmpuint (g_date_get_day (&g_array_index (plans, HeartenDatedItem, 1).day), ==, 6);
  g_assert_cmpuint (g_date_get_year (&g_array_index (plans, HeartenDatedItem, 2).day), ==, 2027);
  /* The user's own day stays what it was. */
  g_assert_cmpstr (hearten_item_get_column (g_array_index (plans, HeartenDatedItem, 1).item, "on"), ==,
                   "2026-10-04");
}

static void
test_again_days (void)
{
  static const struct
  {
    const char *again, *first, *from, *next;
  } cases[] = {
    { NULL, "2026-01-01", "2026-11-23", "2026-01-01" },
    { "week", "2026-11-23", "2026-11-23", "2026-11-23" },
    { "week", "2026-11-22", "2026-11-23", "2026-11-29" },
    { "week", "2026-12-24", "2026-11-23", "2026-12-24" },
    { "month", "2026-01-31", "2027-02-01", "2027-02-28" },
    { "month", "2026-01-31", "2026-11-23", "2026-11-30" },
    { "month", "2026-01-22", "2026-12-23", "2027-01-22" },
    { "weekday", "2026-10-04", "2026-11-01", "2026-11-01" }, /* the first Sunday */
    { "weekday", "2026-10-04", "2026-11-02", "2026-12-06" },
    { "weekday", "2026-10-29", "2026-11-01", "2026-11-26" }, /* the fifth Thursday, or the last */
    { "year", "2024-02-29", "2026-11-23", "2027-02-28" },
    { "year", "2024-02-29", "2027-03-01", "2028-02-29" },
    { "year", "2020-11-23", "2026-11-23", "2026-11-23" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate day, from, next;

      g_assert_true (hearten_day_parse (cases[i].first, &day) && hearten_day_parse (cases[i].from, &from) &&
                     hearten_day_parse (cases[i].next, &next));
      hearten_again_move (hearten_again_parse (cases[i].again), &day, &from);
      g_assert_cmpuint (g_date_get_julian (&day), ==, g_date_get_julian (&next));
    }
}

static void
test_memories (Fixture *fixture, gconstpointer data)
{
  GDate day = today (fixture);
  g_autoptr (GArray) memories = NULL;
  g_autofree char *texts = NULL;

  add (fixture, "tip-13", "own", "skating", "friend-day", "2021-11-23");
  add (fixture, "tip-13", "own", "soup", "friend-day", "2026-10-23");
  add (fixture, "tip-13", "own", "another-day", "friend-day", "2026-10-22");
  add (fixture, "tip-13", "own", "today", "friend-day", "2026-11-23");
  add (fixture, "tip-13", "together", "theirs", "happened-on", "2026-10-23");
  memories = hearten_tip_uses_find_memories (fixture->tips, fixture->items, FALSE, &day);
  texts = join (memories);
  g_assert_cmpstr (texts, ==, "soup skating");
}

static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) timeline = NULL;
  g_autofree char *texts = NULL;

  add (fixture, "tip-21", "both", "slept", "noticed-on", "2026-10-01");
  add (fixture, "tip-21", "both", "laughed", "noticed-on", "2026-11-01");
  timeline = hearten_tip_uses_find_timeline (fixture->tips, fixture->items, FALSE);
  texts = join (timeline);
  g_assert_cmpstr (texts, ==, "laughed slept");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/tip-uses/uses", test_uses);
  ADD ("/tip-uses/plans", test_plans);
  ADD ("/tip-uses/again", test_again);
  g_test_add_func ("/tip-uses/again/days", test_again_days);
  ADD ("/tip-uses/memories", test_memories);
  ADD ("/tip-uses/timeline", test_timeline);
  return g_test_run ();
}
