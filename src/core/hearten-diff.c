/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-diff.h"

#include <string.h>

/* Beyond this many changed words a word by word comparison helps nobody, and its memory grows with the square
 * (about 8 MB here). */
#define MOST_CHANGES 1400

/* A text as words, the spaces between them, and line breaks, each with a number that equal ones share */
typedef struct
{
  const char **starts; /* one more than there are words: the end */
  guint *numbers;
  guint length;
} Words;

static gboolean
is_space (const char *at)
{
  return *at != '\n' && g_unichar_isspace (g_utf8_get_char (at));
}

static const char *
find_end (const char *at)
{
  gboolean space = is_space (at);

  if (*at == '\n')
    return at + 1;
  while (*at != '\0' && *at != '\n' && is_space (at) == space)
    at = g_utf8_next_char (at);
  return at;
}

static void
split (Words *words, const char *text, GHashTable *known)
{
  g_autoptr (GPtrArray) starts = g_ptr_array_new ();
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *at = text;

  while (*at != '\0')
    {
      const char *end = find_end (at);
      char *word = g_strndup (at, end - at);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (known, word));

      if (number == 0)
        {
          number = g_hash_table_size (known) + 1;
          g_hash_table_insert (known, word, GUINT_TO_POINTER (number));
        }
      else
        g_free (word);
      g_ptr_array_add (starts, (gpointer) at);
      g_array_append_val (numbers, number);
      at = end;
    }
  g_ptr_array_add (starts, (gpointer) at);
  words->length = numbers->len;
  words->starts = (const char **) g_ptr_array_free (g_steal_pointer (&starts), FALSE);
  words->numbers = (guint *) g_array_free (numbers, FALSE);
}

static void
words_clear (Words *words)
{
  g_free (words->starts);
  g_free (words->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Myers: rounds[d] holds, for each diagonal k = x − y from −d to d, how far x comes with d changes. */

static int
step (const int *last, int d, int k)
{
  if (d == 0)
    return 0;
  /* last[] is of the round before, whose diagonals are −(d−1) … d−1. */
  if (k == -d || (k != d && last[k - 1 + d - 1] < last[k + 1 + d - 1]))
    return last[k + 1 + d - 1];
  return last[k - 1 + d - 1] + 1;
}

static GPtrArray *
find_rounds (const guint *a, int n, const guint *b, int m)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);

  for (int d = 0; d <= MIN (n + m, MOST_CHANGES); d++)
    {
      const int *last = d > 0 ? rounds->pdata[d - 1] : NULL;
      int *now = g_new0 (int, 2 * d + 1);

      g_ptr_array_add (rounds, now);
      for (int k = -d; k <= d; k += 2)
        {
          int x = step (last, d, k);

          while (x < n && x - k < m && a[x] == b[x - k])
            x++;
          now[k + d] = x;
          if (x >= n && x - k >= m)
            return g_steal_pointer (&rounds);
        }
    }
  return NULL;
}

/* Marks what is gone in @a and new in @b by setting its number to 0, from the end to the start. */
static void
mark_changes (guint *a, int n, guint *b, int m)
{
  g_autoptr (GPtrArray) rounds = find_rounds (a, n, b, m);

  if (rounds == NULL)
    {
      memset (a, 0, n * sizeof *a);
      memset (b, 0, m * sizeof *b);
      return;
    }
  for (int d = rounds->len - 1, x = n, y = m; d > 0; d--)
    {
      const int *last = rounds->pdata[d - 1];
      int k = x - y;
      gboolean added = k == -d || (k != d && last[k - 1 + d - 1] < last[k + 1 + d - 1]);
      int last_k = added ? k + 1 : k - 1;

      x = last[last_k + d - 1];
      y = x - last_k;
      if (added)
        b[y] = 0;
      else
        a[x] = 0;
    }
}

static void
mark (Words *a, Words *b)
{
  guint first = 0, last = 0, most = MIN (a->length, b->length);

  while (first < most && a->numbers[first] == b->numbers[first])
    first++;
  while (last < most - first && a->numbers[a->length - 1 - last] == b->numbers[b->length - 1 - last])
    last++;
  mark_changes (a->numbers + first, a->length - first - last, b->numbers + first, b->length - first - last);
}

/* Spans */

static void
span_free (HeartenDiffSpan *span)
{
  g_free (span->text);
  g_free (span);
}

static void
add_span (GPtrArray *spans, HeartenDiffKind kind, const Words *words, guint from, guint to)
{
  HeartenDiffSpan *span;

  if (to == from)
    return;
  span = g_new (HeartenDiffSpan, 1);
  *span = (HeartenDiffSpan) { kind,
                              g_strndup (words->starts[from], words->starts[to] - words->starts[from]) };
  g_ptr_array_add (spans, span);
}

static guint
skip_changed (const Words *words, guint from)
{
  while (from < words->length && words->numbers[from] == 0)
    from++;
  return from;
}

/* A lone space between two changed words belongs to the change, which reads better than many small ones. */
static void
join_changes (Words *a, Words *b)
{
  for (guint i = 0, j = 0; i < a->length && j < b->length;)
    {
      if (a->numbers[i] == 0)
        i++;
      else if (b->numbers[j] == 0)
        j++;
      else
        {
          gboolean after = (i > 0 && a->numbers[i - 1] == 0) || (j > 0 && b->numbers[j - 1] == 0);
          gboolean before = (i + 1 < a->length && a->numbers[i + 1] == 0) ||
                            (j + 1 < b->length && b->numbers[j + 1] == 0);

          if (after && before && is_space (a->starts[i]))
            a->numbers[i] = b->numbers[j] = 0;
          i++;
          j++;
        }
    }
}

GPtrArray *
hearten_diff_words (const char *before, const char *after)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *spans = g_ptr_array_new_with_free_func ((GDestroyNotify) span_free);
  g_auto (Words) a = { NULL, NULL, 0 };
  g_auto (Words) b = { NULL, NULL, 0 };

  split (&a, before, known);
  split (&b, after, known);
  mark (&a, &b);
  join_changes (&a, &b);
  for (guint i = 0, j = 0; i < a.length || j < b.length;)
    {
      guint same = i, removed, added;

      while (i < a.length && j < b.length && a.numbers[i] != 0 && b.numbers[j] != 0)
        i++, j++;
      removed = skip_changed (&a, i);
      added = skip_changed (&b, j);
      add_span (spans, HEARTEN_DIFF_SAME, &a, same, i);
      add_span (spans, HEARTEN_DIFF_REMOVED, &a, i, removed);
      add_span (spans, HEARTEN_DIFF_ADDED, &b, j, added);
      i = removed;
      j = added;
    }
  return spans;
}
