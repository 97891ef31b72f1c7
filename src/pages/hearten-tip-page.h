/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-context.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_TIP_PAGE (hearten_tip_page_get_type ())
G_DECLARE_FINAL_TYPE (HeartenTipPage, hearten_tip_page, HEARTEN, TIP_PAGE, AdwNavigationPage)

/**
 * hearten_tip_page_new:
 *
 * Returns: (transfer none): a page that shows the face of @tip that fits the situation, and follows it
 */
AdwNavigationPage *hearten_tip_page_new (HeartenContext *context, HeartenTip *tip);

/**
 * hearten_tip_page_commit:
 *
 * Hands what is being typed into its practices to the models at once.
 */
void hearten_tip_page_commit (HeartenTipPage *self);

G_END_DECLS
