/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-flags.h"

#include <string.h>

#define LETTER "[\\p{L}\\p{N}\\p{M}_]"

typedef struct
{
  GRegex *regex; /* NULL where there is no phrase */
  const char *because;
} Flag;

struct _HeartenFlags
{
  GArray *flags;
};

static void
clear_flag (gpointer data)
{
  g_clear_pointer (&((Flag *) data)->regex, g_regex_unref);
}

/* Where words run into each other, a phrase may stand anywhere. */
static gboolean
has_spaces_between_words (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return FALSE;
    default:
      return TRUE;
    }
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static void
add_character (GString *pattern, gunichar c)
{
  char utf8[7] = { 0 };
  g_autofree char *escaped = NULL;

  g_unichar_to_utf8 (c, utf8);
  escaped = g_regex_escape_string (utf8, -1);
  g_string_append (pattern, is_apostrophe (c) ? "['\u2019\u02bc]" : escaped);
}

static void
add_form (GString *pattern, const char *phrase)
{
  gunichar first = g_utf8_get_char (phrase);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (phrase + strlen (phrase)));
  gboolean space = FALSE;

  g_string_append (pattern, pattern->len > 0 ? "|" : "");
  g_string_append (pattern, has_spaces_between_words (first) ? "(?<!" LETTER ")" : "");
  for (const char *p = phrase; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) && !space)
        g_string_append (pattern, "\\s+");
      else if (!g_unichar_isspace (c))
        add_character (pattern, c);
      space = g_unichar_isspace (c);
    }
  g_string_append (pattern, has_spaces_between_words (last) ? "(?!" LETTER ")" : "");
}

/* Accents may be typed as one character or as two. */
static void
add_phrase (GString *pattern, const char *phrase)
{
  g_autofree char *composed = g_utf8_normalize (phrase, -1, G_NORMALIZE_NFC);
  g_autofree char *apart = g_utf8_normalize (phrase, -1, G_NORMALIZE_NFD);

  if (composed == NULL || *composed == '\0')
    return;
  add_form (pattern, composed);
  if (!g_str_equal (composed, apart))
    add_form (pattern, apart);
}

static int
compare_longest_first (gconstpointer a, gconstpointer b)
{
  gsize length_a = strlen (*(char *const *) a), length_b = strlen (*(char *const *) b);

  return (length_a < length_b) - (length_a > length_b);
}

static GRegex *
compile (const char *phrases)
{
  g_auto (GStrv) all = g_strsplit (phrases, "|", -1);
  g_autoptr (GString) pattern = g_string_new (NULL);

  qsort (all, g_strv_length (all), sizeof (char *), compare_longest_first);
  for (guint i = 0; all[i] != NULL; i++)
    add_phrase (pattern, g_strstrip (all[i]));
  if (pattern->len == 0)
    return NULL;
  return g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

/* Public */

HeartenFlags *
hearten_flags_new (const HeartenTipNode *activity)
{
  HeartenFlags *self = g_new (HeartenFlags, 1);

  self->flags = g_array_new (FALSE, FALSE, sizeof (Flag));
  g_array_set_clear_func (self->flags, clear_flag);
  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);

      if (hearten_tip_node_is (child, "flag"))
        {
          Flag flag = { compile (hearten_tip_node_find_text (child, "phrase")),
                        hearten_tip_node_find_text (child, "because") };

          g_array_append_val (self->flags, flag);
        }
    }
  return self;
}

void
hearten_flags_free (HeartenFlags *self)
{
  g_array_unref (self->flags);
  g_free (self);
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const HeartenFlagged *flagged_a = a, *flagged_b = b;

  if (flagged_a->start != flagged_b->start)
    return flagged_a->start < flagged_b->start ? -1 : 1;
  return (flagged_a->flag > flagged_b->flag) - (flagged_a->flag < flagged_b->flag);
}

static void
find_flag (GArray *found, const Flag *flag, guint number, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (flag->regex == NULL)
    return;
  g_regex_match (flag->regex, text, 0, &match);
  while (g_match_info_matches (match))
    {
      int start, end;
      HeartenFlagged flagged;

      g_match_info_fetch_pos (match, 0, &start, &end);
      flagged = (HeartenFlagged) { g_utf8_strlen (text, start), g_utf8_strlen (text, end), number };
      g_array_append_val (found, flagged);
      g_match_info_next (match, NULL);
    }
}

GArray *
hearten_flags_find (HeartenFlags *self, const char *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (HeartenFlagged));

  g_return_val_if_fail (self != NULL && text != NULL, found);

  for (guint i = 0; i < self->flags->len; i++)
    find_flag (found, &g_array_index (self->flags, Flag, i), i, text);
  g_array_sort (found, compare_place);
  return found;
}

const char *
hearten_flags_get_because (HeartenFlags *self, guint flag)
{
  g_return_val_if_fail (self != NULL && flag < self->flags->len, NULL);

  return g_array_index (self->flags, Flag, flag).because;
}
