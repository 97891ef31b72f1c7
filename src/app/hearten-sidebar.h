/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_SIDEBAR (hearten_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (HeartenSidebar, hearten_sidebar, HEARTEN, SIDEBAR, AdwBin)

/**
 * HeartenSidebar:
 *
 * The pages, then the tips by stage with what the user did with each. Choosing a row activates
 * `win.show-page` or `win.show-tip`.
 */

/**
 * hearten_sidebar_set_context:
 *
 * Fills the rows; called once.
 */
void hearten_sidebar_set_context (HeartenSidebar *self, HeartenContext *context);

/**
 * hearten_sidebar_select:
 * @target: a page's name or a tip's id
 *
 * Marks the row without activating it.
 */
void hearten_sidebar_select (HeartenSidebar *self, const char *target);

/**
 * hearten_sidebar_search:
 *
 * Opens the search and puts the cursor in it.
 */
void hearten_sidebar_search (HeartenSidebar *self);

G_END_DECLS
