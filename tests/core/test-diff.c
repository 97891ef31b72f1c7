/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-diff.h"

static char *
join (GPtrArray *spans, HeartenDiffKind without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      HeartenDiffSpan *span = spans->pdata[i];

      if (span->kind != without)
        g_string_append (text, span->text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_whole (const char *before, const char *after)
{
  g_autoptr (GPtrArray) spans = hearten_diff_words (before, after);
  g_autofree char *a = join (spans, HEARTEN_DIFF_ADDED);
  g_autofree char *b = join (spans, HEARTEN_DIFF_REMOVED);

  g_assert_cmpstr (a, ==, before);
  g_assert_cmpstr (b, ==, after);
}

static char *
show (const char *before, const char *after)
{
  g_autoptr (GPtrArray) spans = hearten_diff_words (before, after);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      HeartenDiffSpan *span = spans->pdata[i];

      if (span->kind == HEARTEN_DIFF_SAME)
        g_string_append (text, span->text);
      else
        g_string_append_printf (text, "[%c%s]", span->kind == HEARTEN_DIFF_REMOVED ? '-' : '+', span->text);
    }
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *before, *after, *shown;
  } cases[] = {
    { "", "", "" },
    { "same", "same", "same" },
    { "", "new", "[+new]" },
    { "old", "", "[-old]" },
    { "one three", "one two three", "one [+two ]three" },
    { "one two three", "one three", "one [-two ]three" },
    { "I am sad today", "I am calm today", "I am [-sad][+calm] today" },
    { "a b c d", "a X Y d", "a [-b c][+X Y] d" },
    { "first\nsecond", "first\n\nsecond", "first\n[+\n]second" },
    { "日本 語", "日本 人", "日本 [-語][+人]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = show (cases[i].before, cases[i].after);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static char *
make_text (GRand *random, int most)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, most); n > 0; n--)
    g_string_append (
        text, ((const char *[]) { "a", "b", "c ", " ", "\n", "é", "  " })[g_rand_int_range (random, 0, 7)]);
  return g_string_free (text, FALSE);
}

/* Whatever is compared, both texts are there to the byte. */
static void
test_lossless (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (23);

  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *a = make_text (random, 40);
      g_autofree char *b = make_text (random, 40);

      assert_whole (a, b);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 100000; i++)
    {
      g_string_append_printf (a, "old%d ", i);
      g_string_append_printf (b, "new%d ", i);
    }
  assert_whole (a->str, b->str);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/cases", test_cases);
  g_test_add_func ("/diff/lossless", test_lossless);
  g_test_add_func ("/diff/long", test_long);
  return g_test_run ();
}
