/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * hearten_remind_button_new:
 * @id: the id of a plan that has a day
 *
 * Returns: (transfer floating): a small button that activates `win.remind-of`
 */
GtkWidget *hearten_remind_button_new (const char *id);

G_END_DECLS
