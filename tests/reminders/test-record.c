/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminder.h"
#include "hearten-test-clock.h"

#define ID "019b0000-0000-7000-8000-000000000000"
#define RULE "\"rule\":{\"repeat\":\"daily\",\"times\":[\"21:00\"],\"zone\":\"Europe/Berlin\"}"

static HeartenReminder *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return hearten_record_from_bytes (HEARTEN_TYPE_REMINDER, bytes, error);
}

static void
test_round_trip (void)
{
  const char *text = "{\"id\":\"" ID
                     "\",\"kind\":\"reminder\",\"v\":1,\"text\":\"Breathe\",\"purpose\":\"space\"," RULE
                     ",\"enabled\":false,\"page\":\"tip-21\",\"colour\":\"blue\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenReminder) first = read_text (text, &error);
  g_autoptr (HeartenReminder) copy = NULL;
  g_autoptr (HeartenReminder) second = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  copy = hearten_record_snapshot (HEARTEN_RECORD (first));
  bytes = hearten_record_to_bytes (HEARTEN_RECORD (copy));
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), "colour"));

  second = hearten_record_from_bytes (HEARTEN_TYPE_REMINDER, bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (hearten_reminder_get_text (second), ==, "Breathe");
  g_assert_cmpint (hearten_reminder_get_purpose (second), ==, HEARTEN_PURPOSE_SPACE);
  g_assert_cmpstr (hearten_reminder_get_page (second), ==, "tip-21");
  g_assert_false (hearten_reminder_get_enabled (second));
  g_assert_true (hearten_rule_equal (hearten_reminder_get_rule (first), hearten_reminder_get_rule (second)));
}

static void
test_refused (void)
{
  const char *const refused[] = {
    "{\"id\":\"" ID "\",\"kind\":\"reminder\",\"v\":1}",
    "{\"id\":\"" ID "\",\"kind\":\"reminder\",\"v\":1,\"purpose\":\"war\"," RULE "}",
    "{\"id\":\"" ID "\",\"kind\":\"reminder\",\"v\":1,\"rule\":{\"repeat\":\"yearly\"}}",
    "{\"id\":\"" ID "\",\"kind\":\"reminder\",\"v\":1,\"enabled\":1," RULE "}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", refused[i]);
      g_assert_null (read_text (refused[i], &error));
      g_assert_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD);
    }
}

static void
test_newer (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenReminder) reminder = read_text (
      "{\"id\":\"" ID "\",\"kind\":\"reminder\",\"v\":2,\"text\":\"x\",\"rule\":{\"repeat\":\"yearly\"}}",
      &error);

  g_assert_no_error (error);
  g_assert_true (hearten_record_is_read_only (HEARTEN_RECORD (reminder)));
  g_assert_false (hearten_reminder_get_enabled (reminder));
}

static void
test_next (void)
{
  g_autoptr (HeartenTestClock) clock = hearten_test_clock_new ("2026-11-23T12:00:00Z", "America/New_York");
  g_autoptr (HeartenReminder)
      reminder = read_text ("{\"id\":\"" ID "\",\"kind\":\"reminder\",\"v\":1," RULE "}", NULL);

  g_assert_cmpint (hearten_reminder_get_next (reminder, HEARTEN_CLOCK (clock)) -
                       hearten_clock_get_now (HEARTEN_CLOCK (clock)),
                   ==, 8 * G_TIME_SPAN_HOUR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/round-trip", test_round_trip);
  g_test_add_func ("/reminder/refused", test_refused);
  g_test_add_func ("/reminder/newer", test_newer);
  g_test_add_func ("/reminder/next", test_next);

  return g_test_run ();
}
