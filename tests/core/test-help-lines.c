/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "hearten-error.h"
#include "hearten-help-lines.h"
#include "hearten-help-words.h"

#define COUNTRIES "{\"checked\":\"2026-11-23\",\"countries\":{\"IE\":\"Ireland\"}}"
#define LINE(country, kind, name, contact, how, hours, url, source, date)                                    \
  "{\"country\":" country ",\"kind\":" kind ",\"name\":" name ",\"contact\":" contact ",\"how\":" how        \
  ",\"hours\":" hours ",\"url\":" url ",\"source\":" source ",\"source_date\":" date "}"
#define FIRST                                                                                                \
  LINE ("\"IE\"", "\"emergency\"", "\"Police\"", "\"112\"", "\"call\"", "null", "null", "\"https://a.ie\"",  \
        "null")

static HeartenHelpLines *
load (void)
{
  g_autoptr (GError) error = NULL;
  HeartenHelpLines *lines = hearten_help_lines_load (&error);

  g_assert_no_error (error);
  return lines;
}

static HeartenHelpLines *
parse (const char *lines, const char *countries, GError **error)
{
  g_autoptr (GBytes) lines_bytes = g_bytes_new_static (lines, strlen (lines));
  g_autoptr (GBytes) countries_bytes = g_bytes_new_static (countries, strlen (countries));

  return hearten_help_lines_read (lines_bytes, countries_bytes, error);
}

/* The bundled data */

static void
check_line (const HeartenHelpLine *line, const char *country, HeartenHelpKind kind)
{
  g_autofree char *ways = hearten_help_line_dup_ways (line);
  g_autofree char *as_of = hearten_help_line_dup_as_of (line);

  g_assert_cmpstr (line->country, ==, country);
  g_assert_cmpint (line->kind, ==, kind);
  g_assert_cmpuint (strlen (line->name), >, 0);
  g_assert_cmpuint (strlen (line->contact), >, 0);
  g_assert_cmpuint (strlen (ways), >, 0);
  g_assert_true (line->source_date == NULL || (as_of != NULL && strstr (as_of, "20") != NULL));
  g_assert_nonnull (hearten_help_line_get_page (line));
  /* What has no translation would be shown in English. */
  for (int i = 0; line->notes[i] != NULL; i++)
    if (!hearten_help_words_know (line->notes[i]))
      g_error ("src/core/hearten-help-words.c lacks “%s”", line->notes[i]);
  if (line->hours != NULL && !hearten_help_words_know (line->hours))
    g_error ("src/core/hearten-help-words.c lacks “%s”", line->hours);
}

static void
test_bundled (void)
{
  g_autoptr (HeartenHelpLines) lines = load ();
  const char *const *countries = hearten_help_lines_get_countries (lines);
  guint n = 0;

  g_assert_true (g_date_valid (hearten_help_lines_get_checked (lines)));
  g_assert_cmpuint (g_strv_length ((GStrv) countries), >=, 30);
  for (int i = 0; countries[i] != NULL; i++)
    {
      const char *name = hearten_help_lines_get_country_name (lines, countries[i]);

      g_assert_cmpuint (strlen (name), >, 2);
      g_assert_true (
          i == 0 || g_utf8_collate (hearten_help_lines_get_country_name (lines, countries[i - 1]), name) < 0);
      for (int kind = HEARTEN_HELP_EMERGENCY; kind <= HEARTEN_HELP_ABUSE; kind++)
        {
          g_autoptr (GPtrArray) found = hearten_help_lines_dup_lines (lines, countries[i], kind);

          if (kind == HEARTEN_HELP_EMERGENCY)
            g_assert_cmpuint (found->len, >, 0);
          for (guint j = 0; j < found->len; j++)
            check_line (g_ptr_array_index (found, j), countries[i], kind);
          n += found->len;
        }
    }
  g_assert_cmpuint (n, >=, 113);
}

static void
test_directories (void)
{
  g_autoptr (HeartenHelpLines) lines = load ();
  g_autoptr (GPtrArray)
      found = hearten_help_lines_dup_lines (lines, HEARTEN_HELP_WORLD, HEARTEN_HELP_DIRECTORY);

  g_assert_cmpuint (found->len, >=, 3);
  for (guint i = 0; i < found->len; i++)
    {
      const HeartenHelpLine *line = g_ptr_array_index (found, i);

      check_line (line, HEARTEN_HELP_WORLD, HEARTEN_HELP_DIRECTORY);
      g_assert_null (hearten_help_line_dup_tel (line));
      g_assert_cmpstr (hearten_help_line_get_page (line), ==, line->contact);
    }
}

/* The country */

static void
test_country (void)
{
  g_autoptr (HeartenHelpLines) lines = load ();
  static const struct
  {
    const char *chosen;
    const char *locale;
    const char *country;
  } cases[] = {
    { NULL, "en_IE.UTF-8", "IE" }, { NULL, "de_AT@euro", "AT" },  { NULL, "pt_BR", "BR" },
    { NULL, "de", NULL },          { NULL, "C.UTF-8", NULL },     { NULL, "POSIX", NULL },
    { NULL, NULL, NULL },          { NULL, "es_CL.UTF-8", NULL }, { NULL, "en_001.UTF-8", NULL },
    { NULL, "en_", NULL },         { "NZ", "en_US.UTF-8", "NZ" }, { "*", "en_US.UTF-8", NULL },
    { "CL", "en_US.UTF-8", NULL }, { "NZ", NULL, "NZ" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (hearten_help_lines_find_country (lines, cases[i].chosen, cases[i].locale), ==,
                     cases[i].country);
  g_assert_null (hearten_help_lines_get_country_name (lines, "CL"));
  g_assert_cmpstr (hearten_help_lines_get_country_name (lines, "IE"), ==, "Ireland");
}

static void
test_locale (void)
{
  g_unsetenv ("LC_ALL");
  g_unsetenv ("LC_MESSAGES");
  g_setenv ("LANG", "en_IE.UTF-8", TRUE);
  g_assert_cmpstr (hearten_help_get_locale (), ==, "en_IE.UTF-8");
  g_setenv ("LC_MESSAGES", "de_AT.UTF-8", TRUE);
  g_assert_cmpstr (hearten_help_get_locale (), ==, "de_AT.UTF-8");
  g_setenv ("LC_ALL", "", TRUE);
  g_assert_cmpstr (hearten_help_get_locale (), ==, "de_AT.UTF-8");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_assert_cmpstr (hearten_help_get_locale (), ==, "C.UTF-8");
}

/* One line */

static void
test_line (void)
{
  const char *text = "[" FIRST "," LINE ("\"IE\"", "\"abuse\"", "\"Somebody (for women)\"", "\"1-800 79\"",
                                         "\"call, chat (text 0458 737 732; e-mail)\"", "\"24/7\"",
                                         "\"https://b.ie\"", "\"http://c.ie\"", "\"2011-03\"") "]";
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenHelpLines) lines = parse (text, COUNTRIES, &error);
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *ways = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *tel = NULL;
  const HeartenHelpLine *line;

  g_assert_no_error (error);
  found = hearten_help_lines_dup_lines (lines, "IE", HEARTEN_HELP_ABUSE);
  g_assert_cmpuint (found->len, ==, 1);
  line = g_ptr_array_index (found, 0);
  ways = hearten_help_line_dup_ways (line);
  as_of = hearten_help_line_dup_as_of (line);
  tel = hearten_help_line_dup_tel (line);

  g_assert_cmpstr (line->name, ==, "Somebody");
  g_assert_cmpstrv (line->notes, ((const char *[]) { "for women", "text 0458 737 732", NULL }));
  g_assert_cmpstr (ways, ==, "Call, chat, e-mail");
  g_assert_cmpstr (as_of, ==, "As published in March 2011");
  g_assert_cmpstr (tel, ==, "tel:180079");
  g_assert_cmpstr (hearten_help_line_get_page (line), ==, "https://b.ie");
  g_assert_cmpstr (hearten_help_words_get (line->notes[0]), ==, "For women");
  g_assert_cmpstr (hearten_help_words_get ("something new"), ==, "something new");
}

/* A number that takes only messages is never offered for calling. */
static void
test_text_only (void)
{
  g_autoptr (HeartenHelpLines) lines = load ();
  g_autoptr (GPtrArray) found = hearten_help_lines_dup_lines (lines, "FR", HEARTEN_HELP_EMERGENCY);
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const HeartenHelpLine *line = g_ptr_array_index (found, i);

      if (line->ways == HEARTEN_HELP_TEXT)
        {
          g_assert_null (hearten_help_line_dup_tel (line));
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_strict (void)
{
#define BAD(...) "[" FIRST "," LINE (__VA_ARGS__) "]"
  static const char *const bad[] = {
    "",
    "{}",
    "[",
    "[" FIRST "],\"more\":[]",
    "[1]",
    "[{}]",
    "[" FIRST ",{\"country\":\"IE\"}]",
    /* No emergency number; a country that has no name; no country; another's form */
    "[]",
    BAD ("\"DE\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"*\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("null", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"ie\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    /* Each of the others */
    BAD ("\"IE\"", "\"friend\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"directory\"", "\"a\"", "\"https://a\"", "\"web\"", "null", "null", "\"https://a\"",
         "null"),
    BAD ("\"IE\"", "\"support\"", "\"\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1;2\"", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "1", "\"call\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"shout\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"web\"", "null", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "\"\"", "null", "\"https://a\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "\"file:///a\"", "\"https://a\"",
         "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"\"", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "null", "null"),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"", "\"May\""),
    BAD ("\"IE\"", "\"support\"", "\"a\"", "\"1\"", "\"call\"", "null", "null", "\"https://a\"",
         "\"2026-1\""),
  };
#undef BAD

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      if (parse (bad[i], COUNTRIES, &error) != NULL)
        g_error ("was taken: %s", bad[i]);
      g_assert_true (error != NULL && error->domain == HEARTEN_ERROR);
    }
}

static void
test_strict_countries (void)
{
  static const char *const bad[] = {
    "",
    "[]",
    "{}",
    "{\"checked\":\"2026-11-23\"}",
    "{\"countries\":{\"IE\":\"Ireland\"}}",
    "{\"checked\":\"yesterday\",\"countries\":{\"IE\":\"Ireland\"}}",
    "{\"checked\":\"2026-11-23\",\"countries\":{\"IE\":\"\"}}",
    "{\"checked\":\"2026-11-23\",\"countries\":{\"IE\":1}}",
    "{\"checked\":\"2026-11-23\",\"countries\":{\"IE\":\"Ireland\",\"*\":\"World\"}}",
    "{\"checked\":\"2026-11-23\",\"countries\":{\"IE\":\"Ireland\",\"DE\":\"Germany\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      if (parse ("[" FIRST "]", bad[i], &error) != NULL)
        g_error ("was taken: %s", bad[i]);
      g_assert_true (error != NULL && error->domain == HEARTEN_ERROR);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/help-lines/bundled", test_bundled);
  g_test_add_func ("/help-lines/directories", test_directories);
  g_test_add_func ("/help-lines/country", test_country);
  g_test_add_func ("/help-lines/locale", test_locale);
  g_test_add_func ("/help-lines/line", test_line);
  g_test_add_func ("/help-lines/text-only", test_text_only);
  g_test_add_func ("/help-lines/strict", test_strict);
  g_test_add_func ("/help-lines/strict-countries", test_strict_countries);

  return g_test_run ();
}
