/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-context.h"

G_BEGIN_DECLS

/**
 * hearten_propose_space_reminder:
 * @parent: a widget of the window to ask over
 *
 * Asks whether a space reminder is wanted. Call it when a space period begins; does nothing while none runs
 * and where there is a space reminder already.
 */
void hearten_propose_space_reminder (GtkWidget *parent, HeartenContext *context);

G_END_DECLS
