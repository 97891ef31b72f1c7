/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-items.h"
#include "hearten-test-home.h"

typedef struct
{
  HeartenTestHome *home;
  HeartenItems *items;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  fixture->items = hearten_items_new (fixture->home->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->items);
  hearten_test_home_free (fixture->home);
}

static HeartenItem *
add (Fixture *fixture, const char *text)
{
  hearten_test_clock_advance (fixture->home->clock, 1);
  return hearten_items_add (fixture->items, "tip-22", "both", text, NULL);
}

static char *
join (HeartenItems *items, const char *tip, const char *face, gboolean archived)
{
  g_autoptr (GPtrArray) list = hearten_items_dup_list (items, tip, face, archived);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (texts, "%s%s", i > 0 ? " " : "",
                            hearten_item_get_text (g_ptr_array_index (list, i)));
  return g_string_free (texts, FALSE);
}

static void
assert_order (HeartenItems *items, const char *expected)
{
  g_autofree char *texts = join (items, "tip-22", "both", FALSE);

  g_assert_cmpstr (texts, ==, expected);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autofree char *own = NULL;

  g_assert_null (add (fixture, "  "));
  g_assert_cmpstr (hearten_item_get_text (add (fixture, " a ")), ==, "a");
  add (fixture, "b");
  hearten_items_add (fixture->items, "tip-07", "together", "theirs", "open");
  hearten_items_add (fixture->items, "tip-07", "own", "mine", "open");
  assert_order (fixture->items, "a b");
  own = join (fixture->items, "tip-07", "own", FALSE);
  g_assert_cmpstr (own, ==, "mine");
}

/* Only what moves is written. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  HeartenItem *a = add (fixture, "a"), *b = add (fixture, "b"), *c = add (fixture, "c");
  double place_a = hearten_item_get_place (a), place_b = hearten_item_get_place (b);

  hearten_items_move (fixture->items, c, a);
  assert_order (fixture->items, "c a b");
  hearten_items_move (fixture->items, c, b);
  assert_order (fixture->items, "a c b");
  hearten_items_move (fixture->items, c, NULL);
  assert_order (fixture->items, "a b c");
  hearten_items_move (fixture->items, c, c);
  assert_order (fixture->items, "a b c");
  g_assert_cmpfloat (hearten_item_get_place (a), ==, place_a);
  g_assert_cmpfloat (hearten_item_get_place (b), ==, place_b);
}

/* There are not endlessly many numbers between two. */
static void
test_many_moves (Fixture *fixture, gconstpointer data)
{
  HeartenItem *a = add (fixture, "a"), *b = add (fixture, "b"), *c = add (fixture, "c");

  g_assert_nonnull (a);
  for (guint i = 0; i < 200; i++)
    {
      hearten_items_move (fixture->items, c, b);
      assert_order (fixture->items, "a c b");
      hearten_items_move (fixture->items, b, c);
      assert_order (fixture->items, "a b c");
    }
}

static void
test_same_place (Fixture *fixture, gconstpointer data)
{
  HeartenItem *a = add (fixture, "a"), *b;
  g_autoptr (HeartenItems) there = hearten_items_new (fixture->home->store);
  g_autofree char *first = NULL, *second = NULL;

  /* Another device that knew of nothing yet gives the same number. */
  b = hearten_items_add (there, "tip-22", "both", "b", NULL);
  g_assert_cmpfloat (hearten_item_get_place (a), ==, hearten_item_get_place (b));
  g_assert_cmpint (hearten_items_compare (a, b), !=, 0);
  g_assert_cmpint (hearten_items_compare (a, b), ==, -hearten_items_compare (b, a));
}

static void
test_archive (Fixture *fixture, gconstpointer data)
{
  HeartenItem *a = add (fixture, "a");
  g_autofree char *kept = NULL;

  add (fixture, "b");
  hearten_items_set_state (fixture->items, a, "put-down", TRUE);
  assert_order (fixture->items, "b");
  kept = join (fixture->items, "tip-22", "both", TRUE);
  g_assert_cmpstr (kept, ==, "a");
  hearten_items_set_state (fixture->items, a, "raised", FALSE);
  assert_order (fixture->items, "a b");
  hearten_items_set_archived (fixture->items, a, TRUE);
  assert_order (fixture->items, "b");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  HeartenItem *a = add (fixture, "a");

  add (fixture, "b");
  hearten_records_delete (HEARTEN_RECORDS (fixture->items), HEARTEN_RECORD (a));
  assert_order (fixture->items, "b");
  hearten_records_restore (HEARTEN_RECORDS (fixture->items), HEARTEN_RECORD (a));
  assert_order (fixture->items, "a b");
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenItems) again = hearten_items_new (fixture->home->store);
  HeartenItem *a = add (fixture, "a"), *item;
  GDate day;

  add (fixture, "b");
  hearten_items_set_text (fixture->items, a, "A day by the sea");
  hearten_items_set_text (fixture->items, a, " ");
  hearten_items_set_column (fixture->items, a, "on", "2026-12-24");
  hearten_items_set_column (fixture->items, a, "with", " Kim ");
  hearten_items_set_column (fixture->items, a, "first-action", "7");
  hearten_items_set_column (fixture->items, a, "sort", "plan");
  hearten_items_set_column (fixture->items, a, "sort", NULL);
  hearten_items_set_state (fixture->items, a, "planned", FALSE);
  hearten_items_move (fixture->items, a, NULL);
  hearten_test_home_flush (fixture->home);

  hearten_test_home_load (fixture->home, again);
  assert_order (again, "b A day by the sea");
  item = hearten_records_find (HEARTEN_RECORDS (again), hearten_record_get_id (HEARTEN_RECORD (a)));
  g_assert_true (hearten_item_get_day (item, "on", &day));
  g_assert_cmpint (g_date_get_day (&day), ==, 24);
  g_assert_cmpstr (hearten_item_get_column (item, "with"), ==, "Kim");
  g_assert_cmpstr (hearten_item_get_column (item, "first-action"), ==, "7");
  g_assert_null (hearten_item_get_column (item, "sort"));
  g_assert_false (hearten_item_get_day (item, "with", &day));
  g_assert_cmpstr (hearten_item_get_state (item), ==, "planned");
}

/* Whatever the number, not the same one twice. */
static void
test_draw (Fixture *fixture, gconstpointer data)
{
  HeartenItem *last, *away;
  GDate day;

  g_assert_null (hearten_items_draw (fixture->items, "tip-22", "both", 5));
  last = add (fixture, "a");
  g_assert_true (hearten_items_draw (fixture->items, "tip-22", "both", 5) == last);
  g_assert_true (hearten_items_draw (fixture->items, "tip-22", "both", 5) == last);
  g_assert_true (hearten_item_get_drawn (last, &day));
  add (fixture, "b");
  away = add (fixture, "c");
  hearten_items_set_archived (fixture->items, away, TRUE);
  for (guint32 i = 0; i < 20; i++)
    {
      HeartenItem *drawn;

      hearten_test_clock_advance (fixture->home->clock, 60);
      drawn = hearten_items_draw (fixture->items, "tip-22", "both", i * 7);
      g_assert_true (drawn != last && drawn != away);
      last = drawn;
    }
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (HeartenItems) items = hearten_items_new (fixture->home->store);
  HeartenItem *item;

  hearten_test_home_put (
      fixture->home, "items/2026-04/019d7b1e-8800-7000-8000-0000000000aa.json",
      "{\"id\":\"019d7b1e-8800-7000-8000-0000000000aa\",\"kind\":\"item\",\"v\":9,"
      "\"tip\":\"tip-22\",\"face\":\"both\",\"text\":\"a\",\"place\":3,\"colour\":\"red\"}");
  hearten_test_home_load (fixture->home, items);
  assert_order (items, "a");
  item = hearten_records_find (HEARTEN_RECORDS (items), "019d7b1e-8800-7000-8000-0000000000aa");
  hearten_items_set_text (items, item, "b");
  hearten_items_set_column (items, item, "on", "2026-12-24");
  hearten_items_set_archived (items, item, TRUE);
  assert_order (items, "a");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/items/add", test_add);
  ADD ("/items/move", test_move);
  ADD ("/items/many-moves", test_many_moves);
  ADD ("/items/same-place", test_same_place);
  ADD ("/items/archive", test_archive);
  ADD ("/items/delete", test_delete);
  ADD ("/items/kept", test_kept);
  ADD ("/items/draw", test_draw);
  ADD ("/items/newer", test_newer);
  return g_test_run ();
}
