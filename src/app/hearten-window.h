/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_WINDOW (hearten_window_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWindow, hearten_window, HEARTEN, WINDOW, AdwApplicationWindow)

/**
 * hearten_window_new:
 * @page: (nullable): the page or the tip to begin with, where there is one of that name; else the last one
 *
 * Returns: (transfer none): the one window: a sidebar of pages and tips, and the chosen page
 */
HeartenWindow *hearten_window_new (GtkApplication *application, HeartenContext *context, const char *page);

/**
 * hearten_window_show_page:
 * @page: `today`, `journal`, `space`, `insights`, `reminders` or `help`; anything else is ignored
 */
void hearten_window_show_page (HeartenWindow *self, const char *page);

/**
 * hearten_window_show_tip:
 * @tip: a tip's id; one that is not there is ignored
 */
void hearten_window_show_tip (HeartenWindow *self, const char *tip);

/**
 * hearten_window_write:
 * @tip: (nullable): the tip to write about
 */
void hearten_window_write (HeartenWindow *self, const char *tip);

/**
 * hearten_window_write_to:
 * @tip_id: the tip it is about
 * @prompt: what to write about; it becomes the page's title too
 */
void hearten_window_write_to (HeartenWindow *self, const char *tip_id, const char *prompt);

/**
 * hearten_window_open_entry:
 * @prompt: (nullable): a question to write about, for a page that is blank
 */
void hearten_window_open_entry (HeartenWindow *self, HeartenEntry *entry, const char *prompt);

/**
 * hearten_window_commit:
 *
 * Hands what is being typed to the journal.
 */
void hearten_window_commit (HeartenWindow *self);

/**
 * hearten_window_finish:
 *
 * Closes the window, with whatever is open in it, once every word is on the disk. Where that fails the user
 * is asked.
 */
void hearten_window_finish (HeartenWindow *self);

G_END_DECLS
