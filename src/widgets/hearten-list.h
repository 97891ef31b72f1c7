/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * hearten_list_new:
 *
 * Returns: (transfer none): a #GtkListBox with a frame, in which no row is ever selected
 */
GtkWidget *hearten_list_new (void);

/**
 * hearten_list_new_row:
 * @title: what it says, never markup: it may be the user's own words
 * @subtitle: (nullable): what it says below
 *
 * Returns: (transfer none): an #AdwActionRow
 */
GtkWidget *hearten_list_new_row (const char *title, const char *subtitle);

/**
 * hearten_list_new_way:
 * @title: what it says
 * @subtitle: (nullable): what it says below
 * @action: the action that leads there
 * @target: the action's string
 *
 * Returns: (transfer none): an #AdwActionRow with an arrow that leads somewhere else
 */
GtkWidget *
hearten_list_new_way (const char *title, const char *subtitle, const char *action, const char *target);

/**
 * hearten_list_add_arrow:
 *
 * Shows that @row leads somewhere. Nobody hears the arrow: the row itself can be pressed.
 */
void hearten_list_add_arrow (AdwActionRow *row);

G_END_DECLS
