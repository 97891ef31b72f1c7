/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * hearten_rows_add:
 * @owner: an #AdwPreferencesGroup or an #AdwExpanderRow, which can hold other rows as well
 * @row: (transfer none): a row to come and go
 *
 * Adds @row at the end, to be found again by [func@rows_get] and [func@rows_clear].
 */
void hearten_rows_add (gpointer owner, GtkWidget *row);

/**
 * hearten_rows_clear:
 *
 * Removes what [func@rows_add] added.
 */
void hearten_rows_clear (gpointer owner);

/**
 * hearten_rows_get:
 *
 * Returns: (transfer none) (element-type GtkWidget): what [func@rows_add] added
 */
GPtrArray *hearten_rows_get (gpointer owner);

G_END_DECLS
