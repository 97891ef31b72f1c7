/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_WRITING_VIEW (hearten_writing_view_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWritingView, hearten_writing_view, HEARTEN, WRITING_VIEW, GtkSourceView)

/**
 * HeartenWritingView:
 *
 * Where a page is written: plain text in which Markdown is quietly visible, spelling where a dictionary is
 * there, and a dimmed prompt until the first key.
 */

/**
 * hearten_writing_view_dup_text:
 *
 * Returns: (transfer full): all of the text
 */
char *hearten_writing_view_dup_text (HeartenWritingView *self);

/**
 * hearten_writing_view_set_text:
 *
 * Replaces the text; undo does not go back behind it.
 */
void hearten_writing_view_set_text (HeartenWritingView *self, const char *text);

/**
 * hearten_writing_view_update_text:
 *
 * Changes only the part of the text that differs, as when it was changed elsewhere while it is open. The
 * cursor stays where it was in the words, and undo takes the change back as one step.
 */
void hearten_writing_view_update_text (HeartenWritingView *self, const char *text);

/**
 * hearten_writing_view_set_prompt:
 * @prompt: (nullable): what is shown while there is no text
 */
void hearten_writing_view_set_prompt (HeartenWritingView *self, const char *prompt);

G_END_DECLS
