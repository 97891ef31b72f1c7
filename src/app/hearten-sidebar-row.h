/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SIDEBAR_ROW (hearten_sidebar_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSidebarRow, hearten_sidebar_row, HEARTEN, SIDEBAR_ROW, GtkListBoxRow)

/**
 * hearten_sidebar_row_new_page:
 * @page: the page's name for `win.show-page`
 */
GtkWidget *hearten_sidebar_row_new_page (const char *page, const char *title, const char *icon_name);

/**
 * hearten_sidebar_row_new_tip:
 *
 * A row that follows the tip's face and what the user did with it.
 */
GtkWidget *hearten_sidebar_row_new_tip (HeartenContext *context, HeartenTip *tip);

/**
 * hearten_sidebar_row_get_target:
 *
 * Returns: a page's name or a tip's id
 */
const char *hearten_sidebar_row_get_target (HeartenSidebarRow *self);

/**
 * hearten_sidebar_row_get_tip:
 *
 * Returns: (nullable): the tip, for a row that shows one
 */
HeartenTip *hearten_sidebar_row_get_tip (HeartenSidebarRow *self);

/**
 * hearten_sidebar_row_matches:
 * @needle: what the user searches; an empty one matches every row
 */
gboolean hearten_sidebar_row_matches (HeartenSidebarRow *self, const char *needle);

G_END_DECLS
