/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-context.h"

G_BEGIN_DECLS

/* Closing a chapter: a last look, what becomes of the reminders, and opening it again. Nothing here deletes;
 * see [func@ending_begin]. */

/**
 * hearten_chapter_dup_look:
 *
 * Returns: (transfer full) (array zero-terminated=1): how far the user has come, from their own records: one
 * or two sentences each, in their language
 */
GStrv hearten_chapter_dup_look (HeartenContext *context);

/**
 * hearten_chapter_may_offer:
 *
 * Whether Today may mention that a chapter can be closed: it is open and the user did not refuse, the records
 * go back eight weeks, no period of space runs, no wish to write was noted for four weeks, and in these four
 * weeks eight days had a weather, bright on the whole and brighter than in the first four.
 */
gboolean hearten_chapter_may_offer (HeartenContext *context);

/**
 * HeartenChapterReminders:
 * @HEARTEN_CHAPTER_REMINDERS_KEEP: they come as they did
 * @HEARTEN_CHAPTER_REMINDERS_LIGHTEN: about half as often, where they come often
 * @HEARTEN_CHAPTER_REMINDERS_PAUSE: none comes until the user says so
 */
typedef enum {
  HEARTEN_CHAPTER_REMINDERS_KEEP,
  HEARTEN_CHAPTER_REMINDERS_LIGHTEN,
  HEARTEN_CHAPTER_REMINDERS_PAUSE,
} HeartenChapterReminders;

/**
 * hearten_chapter_count_reminders:
 * @n_light: (out): how many of them could come more rarely
 *
 * Returns: how many reminders are switched on and come again
 */
guint hearten_chapter_count_reminders (HeartenContext *context, guint *n_light);

void hearten_chapter_close (HeartenContext *context, HeartenChapterReminders reminders);

/**
 * hearten_chapter_reopen:
 *
 * Opens the chapter again; reminders that were lightened or paused come as before.
 */
void hearten_chapter_reopen (HeartenContext *context);

G_END_DECLS
