/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-situations.h"
#include "hearten-test-home.h"

static void
on_notify_cb (GString *heard, GParamSpec *pspec)
{
  g_string_append_printf (heard, "%s ", pspec->name);
}

static void
test_answers (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  g_autoptr (HeartenSituations) situations = hearten_situations_new (home->store);
  g_autoptr (GString) heard = g_string_new (NULL);

  g_assert_null (hearten_situations_get_current (situations));
  g_assert_cmpint (hearten_situations_get_contact (situations), ==, HEARTEN_CONTACT_UNSET);

  /* "I'd rather not say" at first run leaves nothing behind. */
  hearten_situations_set_contact (situations, HEARTEN_CONTACT_UNSET);
  hearten_situations_set_name (situations, "  ");
  g_assert_null (hearten_situations_get_current (situations));

  hearten_situations_set_hope (situations, HEARTEN_HOPE_NOT_SURE);
  g_signal_connect_swapped (situations, "notify", G_CALLBACK (on_notify_cb), heard);
  for (guint i = 0; i < 2; i++)
    {
      g_object_set (situations, "contact", HEARTEN_CONTACT_SPACE, NULL);
      g_object_set (situations, "logistics", TRUE, NULL);
      g_object_set (situations, "name", i == 0 ? " Sam " : "Sam", NULL);
      g_object_set (situations, "country", "IE", NULL);
    }
  g_assert_cmpstr (heard->str, ==, "contact logistics name country ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (situations)), ==, 1);

  {
    g_autoptr (HeartenSituations) again = hearten_situations_new (home->store);

    hearten_test_home_flush (home);
    hearten_test_home_load (home, again);
    g_assert_cmpint (hearten_situations_get_contact (again), ==, HEARTEN_CONTACT_SPACE);
    g_assert_true (hearten_situations_get_logistics (again));
    g_assert_cmpint (hearten_situations_get_hope (again), ==, HEARTEN_HOPE_NOT_SURE);
    g_assert_cmpstr (hearten_situations_get_name (again), ==, "Sam");
    g_assert_cmpstr (hearten_situations_get_country (again), ==, "IE");
  }
  g_clear_object (&situations);
}

/* "Another country" is an answer: the locale must not overrule it. */
static void
test_country (void)
{
  g_autoptr (HeartenTestHome) home = hearten_test_home_new ("2026-11-23T20:00:00Z", "Europe/Berlin");
  g_autoptr (HeartenSituations) situations = hearten_situations_new (home->store);

  g_assert_null (hearten_situations_get_country (situations));
  hearten_situations_set_country (situations, HEARTEN_COUNTRY_ELSEWHERE);
  g_assert_cmpstr (hearten_situations_get_country (situations), ==, "*");
  hearten_situations_set_country (situations, NULL);
  g_assert_null (hearten_situations_get_country (situations));

  g_assert_true (hearten_situation_is_country ("NZ"));
  g_assert_false (hearten_situation_is_country ("nz"));
  g_assert_false (hearten_situation_is_country ("NZL"));
  g_assert_false (hearten_situation_is_country (""));
  g_assert_false (hearten_situation_is_country (NULL));
  g_clear_object (&situations);
}

static void
test_words (void)
{
  for (int i = HEARTEN_CONTACT_UNSET; i <= HEARTEN_CONTACT_UNSAFE; i++)
    g_assert_cmpstr (hearten_contact_get_label (i), !=, NULL);
  for (int i = HEARTEN_HOPE_UNSET; i <= HEARTEN_HOPE_NOT_SURE; i++)
    g_assert_cmpstr (hearten_hope_get_label (i), !=, NULL);
}

/* An answer this version does not know is damage, not "unset": nothing is lost by writing over it. */
static void
test_unknown_answer (void)
{
  const char *answers[] = { "\"contact\":\"maybe\"", "\"country\":\"Ireland\"" };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":\"019d7b1e-8800-7000-8000-000000000001\","
                                               "\"kind\":\"situation\",\"v\":1,%s}",
                                               answers[i]);
      g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
      g_autoptr (GError) error = NULL;

      g_assert_null (hearten_record_from_bytes (HEARTEN_TYPE_SITUATION, bytes, &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/situation/answers", test_answers);
  g_test_add_func ("/situation/country", test_country);
  g_test_add_func ("/situation/words", test_words);
  g_test_add_func ("/situation/unknown-answer", test_unknown_answer);

  return g_test_run ();
}
