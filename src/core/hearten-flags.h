/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-tip-node.h"

G_BEGIN_DECLS

/**
 * HeartenFlags:
 *
 * Finds the phrases that an activity marks, such as the excuses in an apology, in what is being written.
 *
 * Upper and lower case are the same, so are straight and curly apostrophes, and any white space stands for
 * any other. A phrase counts as a whole word only, except in scripts that put no space between words.
 */
typedef struct _HeartenFlags HeartenFlags;

/**
 * HeartenFlagged:
 * @start: where it begins, in characters
 * @end: where it ends, in characters
 * @flag: which flag it is, for [func@flags_get_because]
 */
typedef struct
{
  guint start;
  guint end;
  guint flag;
} HeartenFlagged;

/**
 * hearten_flags_new:
 * @activity: an activity; its `<flag>`s count
 *
 * Returns: (transfer full): what to look for
 */
HeartenFlags *hearten_flags_new (const HeartenTipNode *activity);
void hearten_flags_free (HeartenFlags *self);

/**
 * hearten_flags_find:
 *
 * Returns: (transfer full) (element-type HeartenFlagged): what is to be marked in @text, first things first
 */
GArray *hearten_flags_find (HeartenFlags *self, const char *text);

/**
 * hearten_flags_get_because:
 *
 * Returns: why it is marked, one sentence
 */
const char *hearten_flags_get_because (HeartenFlags *self, guint flag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenFlags, hearten_flags_free)

G_END_DECLS
