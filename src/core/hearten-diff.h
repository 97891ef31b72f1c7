/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeartenDiffKind:
 * @HEARTEN_DIFF_SAME: in both texts
 * @HEARTEN_DIFF_REMOVED: only in the text before
 * @HEARTEN_DIFF_ADDED: only in the text after
 */
typedef enum {
  HEARTEN_DIFF_SAME,
  HEARTEN_DIFF_REMOVED,
  HEARTEN_DIFF_ADDED,
} HeartenDiffKind;

/**
 * HeartenDiffSpan:
 *
 * A piece of text. Of a change, what was removed comes before what was added.
 */
typedef struct
{
  HeartenDiffKind kind;
  char *text;
} HeartenDiffSpan;

/**
 * hearten_diff_words:
 * @before: a text
 * @after: another
 *
 * Finds what differs, word by word, with Myers' algorithm (An O(N·D) Difference Algorithm, 1986). The spans
 * that are the same and removed make up @before, those that are the same and added @after, to the byte. Where
 * two texts have next to nothing in common, the middle is one change. May take a moment: call it on a worker.
 *
 * Returns: (transfer full) (element-type HeartenDiffSpan): the spans in order
 */
GPtrArray *hearten_diff_words (const char *before, const char *after);

G_END_DECLS
