/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-entry.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ENTRY_ROW (hearten_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenEntryRow, hearten_entry_row, HEARTEN, ENTRY_ROW, GtkWidget)

/**
 * HeartenEntryRow:
 *
 * A page of the journal in a list, with its menu. Every row has the same height, and one that is out of view
 * costs nothing.
 */
GtkWidget *hearten_entry_row_new (void);

/**
 * hearten_entry_row_set_entry:
 * @entry: (nullable): what to show
 * @stage: (nullable): the nick of the stage of the tip it is about
 */
void hearten_entry_row_set_entry (HeartenEntryRow *self, HeartenEntry *entry, const char *stage);

/**
 * hearten_entry_row_prepare:
 *
 * Makes now what is otherwise made when the row first comes into view. With the first rows of a list this
 * spares them to be styled and measured twice.
 */
void hearten_entry_row_prepare (HeartenEntryRow *self);

/**
 * hearten_entry_row_popup_menu:
 * @x: where, in the row
 */
void hearten_entry_row_popup_menu (HeartenEntryRow *self, double x, double y);

G_END_DECLS
