/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-entry-words.h"

#include <string.h>

/* In bytes; more than the widest list shows */
#define LONGEST_LINE 160

/* Lines for a list */

static const char *
skip_marks (const char *at)
{
  while (*at != '\0' && (strchr ("#>*-+ \t", *at) != NULL))
    at++;
  return at;
}

/* Stars and backticks that hug a word are Markdown; others are the user's own. */
static char *
drop_inline_marks (char *line)
{
  char *to = line;

  for (const char *from = line; *from != '\0'; from++)
    {
      gboolean is_mark = *from == '*' || *from == '`';
      gboolean stands_free = (from == line || from[-1] == ' ') && (from[1] == ' ' || from[1] == '\0');

      if (!is_mark || stands_free)
        *to++ = *from;
    }
  *to = '\0';
  return line;
}

/* Takes the next line with words, and moves @at behind it. */
static char *
take_line (const char **at)
{
  const char *start = skip_marks (*at);
  const char *end;

  while (*start == '\n' || *start == '\r')
    start = skip_marks (start + 1);
  for (end = start; *end != '\0' && *end != '\n' && end - start < LONGEST_LINE;)
    end = g_utf8_next_char (end);
  *at = end + strcspn (end, "\n");
  return drop_inline_marks (g_strchomp (g_strndup (start, end - start)));
}

void
hearten_entry_dup_lines (HeartenEntry *entry, char **heading, char **preview)
{
  const char *at = hearten_entry_get_body (entry);
  const char *title = hearten_entry_get_title (entry);

  *heading = *title != '\0' ? g_strdup (title) : take_line (&at);
  *preview = take_line (&at);
}

/* Searching */

static char *
fold (const char *text)
{
  g_autofree char *whole = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (whole != NULL ? whole : text, -1);
}

char **
hearten_entry_fold_words (const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (words, parts[i]);
        n++;
      }
  return n > 0 ? g_strv_builder_end (words) : NULL;
}

/* Folding a text copies it and takes its time; only words beyond ASCII need it. */
static gboolean
has_word (const char *text, char **folded, const char *word)
{
  if (g_str_is_ascii (word))
    return strcasestr (text, word) != NULL;
  if (*folded == NULL)
    *folded = fold (text);
  return strstr (*folded, word) != NULL;
}

gboolean
hearten_entry_has_words (HeartenEntry *entry, const char *const *words)
{
  const char *title = hearten_entry_get_title (entry);
  const char *body = hearten_entry_get_body (entry);
  g_autofree char *folded_title = NULL;
  g_autofree char *folded_body = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (!has_word (title, &folded_title, words[i]) && !has_word (body, &folded_body, words[i]))
      return FALSE;
  return TRUE;
}
