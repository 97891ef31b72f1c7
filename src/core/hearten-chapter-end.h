/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-context.h"

G_BEGIN_DECLS

/* What is said before everything is copied or deleted. Nothing here deletes; see [func@ending_begin]. */

/**
 * hearten_chapter_find_obstacle:
 *
 * Returns: (nullable): why nothing may be copied or deleted now, as a sentence
 */
const char *hearten_chapter_find_obstacle (HeartenContext *context);

/**
 * hearten_chapter_dup_going:
 *
 * Returns: (transfer full): exactly what would be deleted: a sentence and a list, one thing a line
 */
char *hearten_chapter_dup_going (HeartenContext *context);

G_END_DECLS
