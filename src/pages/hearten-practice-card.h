/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-tip-node.h"

G_BEGIN_DECLS

/**
 * hearten_practice_card_new:
 * @activity: an activity of a tip, which must outlive the widget
 * @name: (nullable): what the other person is called
 *
 * Makes the card that invites to an activity: its invitation, its texts to look through, and the way to
 * begin. It knows kinds of activity and no particular tip.
 *
 * Returns: (transfer none): the card
 */
GtkWidget *hearten_practice_card_new (const HeartenTipNode *activity, const char *name);

G_END_DECLS
