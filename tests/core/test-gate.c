/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-gate.h"
#include "hearten-test-home.h"
#include "hearten-tips.h"

/* The whole table: nothing, a period that runs, one that ended, one that ended and one that runs. */
static const struct
{
  HeartenContact contact;
  gboolean none;
  gboolean active;
  gboolean ended;
  gboolean ended_and_active;
} table[] = {
  { HEARTEN_CONTACT_UNSET, FALSE, FALSE, TRUE, FALSE },
  { HEARTEN_CONTACT_OPEN, TRUE, TRUE, TRUE, TRUE },
  { HEARTEN_CONTACT_UNSURE, FALSE, FALSE, TRUE, FALSE },
  { HEARTEN_CONTACT_SPACE, FALSE, FALSE, TRUE, FALSE },
  { HEARTEN_CONTACT_NO, FALSE, FALSE, FALSE, FALSE },
  { HEARTEN_CONTACT_UNSAFE, FALSE, FALSE, FALSE, FALSE },
};

static void
test_table (void)
{
  g_autoptr (GEnumClass) contacts = g_type_class_ref (HEARTEN_TYPE_CONTACT);

  g_assert_cmpuint (contacts->n_values, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      HeartenContact contact = table[i].contact;

      g_assert_cmpint (hearten_gate_allows_contact (contact, FALSE, FALSE), ==, table[i].none);
      g_assert_cmpint (hearten_gate_allows_contact (contact, TRUE, FALSE), ==, table[i].active);
      g_assert_cmpint (hearten_gate_allows_contact (contact, FALSE, TRUE), ==, table[i].ended);
      g_assert_cmpint (hearten_gate_allows_contact (contact, TRUE, TRUE), ==, table[i].ended_and_active);
    }
  g_assert_false (hearten_gate_allows_contact ((HeartenContact) 99, FALSE, TRUE));
}

static void
test_faces (void)
{
  g_autoptr (HeartenTips) tips = hearten_tips_new (HEARTEN_TIPS_PATH);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (G_LIST_MODEL (tips), i);

      g_assert_true (hearten_gate_face (tip, TRUE) == hearten_tip_get_together_face (tip));
      g_assert_true (hearten_gate_face (tip, FALSE) == hearten_tip_get_own_face (tip));
    }
}

/* The gate follows what the user says and does. */

typedef struct
{
  HeartenTestHome *home;
  HeartenSituations *situations;
  HeartenSpaces *spaces;
  HeartenGate *gate;
  guint n_changes;
} Fixture;

static void
on_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->home = hearten_test_home_new ("2026-10-20T20:00:00Z", "Europe/Berlin");
  fixture->situations = hearten_situations_new (fixture->home->store);
  fixture->spaces = hearten_spaces_new (fixture->home->store);
  fixture->gate = hearten_gate_new (fixture->situations, fixture->spaces);
  g_signal_connect_swapped (fixture->gate, "notify::allows-contact", G_CALLBACK (on_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->gate);
  hearten_test_home_flush (fixture->home);
  g_assert_finalize_object (fixture->situations);
  g_assert_finalize_object (fixture->spaces);
  hearten_test_home_free (fixture->home);
}

static void
expect (Fixture *fixture, gboolean allows, guint n_changes)
{
  g_assert_cmpint (hearten_gate_get_allows_contact (fixture->gate), ==, allows);
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
}

static void
test_situation (Fixture *fixture, gconstpointer data)
{
  expect (fixture, FALSE, 0);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  expect (fixture, TRUE, 1);
  hearten_situations_set_name (fixture->situations, "Sam");
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  expect (fixture, TRUE, 1);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_UNSAFE);
  expect (fixture, FALSE, 2);
}

static void
test_space (Fixture *fixture, gconstpointer data)
{
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_SPACE);
  hearten_spaces_begin (fixture->spaces, 7, NULL);
  expect (fixture, FALSE, 0);

  /* The seventh day is the 26th; at midnight in Berlin the period is over. */
  hearten_test_clock_set_now (fixture->home->clock, "2026-10-26T22:59:59Z");
  hearten_spaces_refresh (fixture->spaces);
  expect (fixture, FALSE, 0);
  hearten_test_clock_set_now (fixture->home->clock, "2026-10-26T23:00:00Z");
  hearten_spaces_refresh (fixture->spaces);
  expect (fixture, TRUE, 1);

  hearten_spaces_begin (fixture->spaces, 0, NULL);
  expect (fixture, FALSE, 2);
  hearten_spaces_end (fixture->spaces, hearten_spaces_get_active (fixture->spaces));
  expect (fixture, TRUE, 3);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_NO);
  expect (fixture, FALSE, 4);
}

static void
test_deleted_space (Fixture *fixture, gconstpointer data)
{
  HeartenSpacePeriod *period = hearten_spaces_begin (fixture->spaces, 7, NULL);

  hearten_test_clock_advance (fixture->home->clock, 24 * 60 * 60);
  hearten_spaces_end (fixture->spaces, period);
  expect (fixture, TRUE, 1);
  hearten_records_delete (HEARTEN_RECORDS (fixture->spaces), HEARTEN_RECORD (period));
  expect (fixture, FALSE, 2);
}

/* What is said anew wants a time of its own. */
static void
test_earlier_space (Fixture *fixture, gconstpointer data)
{
  hearten_spaces_begin (fixture->spaces, 7, NULL);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_OPEN);
  expect (fixture, TRUE, 1);

  hearten_test_clock_set_now (fixture->home->clock, "2026-12-20T20:00:00Z");
  hearten_spaces_refresh (fixture->spaces);
  hearten_situations_set_contact (fixture->situations, HEARTEN_CONTACT_SPACE);
  expect (fixture, FALSE, 2);

  hearten_spaces_begin (fixture->spaces, 7, NULL);
  hearten_test_clock_set_now (fixture->home->clock, "2026-12-28T20:00:00Z");
  hearten_spaces_refresh (fixture->spaces);
  expect (fixture, TRUE, 3);
}

/* Begun and ended on one day: nothing was waited for, so nothing opens. */
static void
test_tried_space (Fixture *fixture, gconstpointer data)
{
  hearten_spaces_end (fixture->spaces, hearten_spaces_begin (fixture->spaces, 7, NULL));
  expect (fixture, FALSE, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate/table", test_table);
  g_test_add_func ("/gate/faces", test_faces);
  g_test_add ("/gate/situation", Fixture, NULL, set_up, test_situation, tear_down);
  g_test_add ("/gate/space", Fixture, NULL, set_up, test_space, tear_down);
  g_test_add ("/gate/deleted-space", Fixture, NULL, set_up, test_deleted_space, tear_down);
  g_test_add ("/gate/earlier-space", Fixture, NULL, set_up, test_earlier_space, tear_down);
  g_test_add ("/gate/tried-space", Fixture, NULL, set_up, test_tried_space, tear_down);

  return g_test_run ();
}
