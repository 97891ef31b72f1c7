/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * hearten_pill_new:
 * @label: what it says, with a mnemonic
 * @suggested: whether it is what most will press
 *
 * Returns: (transfer none): a round #GtkButton
 */
GtkWidget *hearten_pill_new (const char *label, gboolean suggested);

G_END_DECLS
