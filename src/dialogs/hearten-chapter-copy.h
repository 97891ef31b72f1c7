/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_CHAPTER_COPY (hearten_chapter_copy_get_type ())
G_DECLARE_FINAL_TYPE (HeartenChapterCopy, hearten_chapter_copy, HEARTEN, CHAPTER_COPY, AdwPreferencesGroup)

/**
 * HeartenChapterCopy:
 *
 * Puts everything into one file, where the user says, and tells whether it is there.
 */

/**
 * HeartenChapterCopy::busy:
 * @busy: whether a copy is being made now
 */

void hearten_chapter_copy_set_context (HeartenChapterCopy *self, HeartenContext *context);

/**
 * hearten_chapter_copy_get_path:
 *
 * Returns: (nullable): where the copy is that was made last
 */
const char *hearten_chapter_copy_get_path (HeartenChapterCopy *self);

G_END_DECLS
