/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-json-outline.h"

#include <math.h>
#include <string.h>

static gboolean
is_escaped_nul (const char *text, gsize length)
{
  return length >= 5 && memcmp (text, "u0000", 5) == 0;
}

static gboolean
is_beyond (const char *text, gsize length)
{
  g_autofree char *number = g_strndup (text, length);

  if (strpbrk (number, ".eE") != NULL)
    return !isfinite (g_ascii_strtod (number, NULL));
  return !g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, NULL, NULL);
}

/* Returns how long the number at @text is. */
static gsize
measure_number (const char *text, gsize length, HeartenJsonOutline *found)
{
  gsize n = 1;
  gboolean exponent = FALSE;

  for (; n < length && (g_ascii_isdigit (text[n]) || strchr ("+-.eE", text[n]) != NULL) && text[n] != '\0';
       n++)
    exponent |= (text[n] | 0x20) == 'e';
  /* Nearly all are short. */
  if (exponent || n > 18)
    found->beyond |= is_beyond (text, n);
  return n;
}

HeartenJsonOutline
hearten_json_outline (const char *text, gsize length)
{
  HeartenJsonOutline found = { 0, 0, FALSE, FALSE };
  int depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string && c == '\\')
        {
          i++;
          found.control |= is_escaped_nul (text + i, length - i);
        }
      else if (c == '"')
        in_string = !in_string;
      else if (in_string && (guchar) c < 0x20)
        found.control = TRUE;
      else if (!in_string && (c == '{' || c == '['))
        {
          depth++;
          found.depth = MAX (found.depth, depth);
        }
      else if (!in_string && (c == '}' || c == ']'))
        depth--;
      else if (!in_string && c == ':')
        found.members++;
      else if (!in_string && (c == '-' || g_ascii_isdigit (c)))
        i += measure_number (text + i, length - i, &found) - 1;
    }
  return found;
}
