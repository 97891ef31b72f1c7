/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * hearten_paragraph_new:
 * @text: (nullable): the words
 * @css_class: (nullable): a style of its own
 *
 * Returns: (transfer none): a label whose lines break where they must, beginning where reading begins
 */
GtkWidget *hearten_paragraph_new (const char *text, const char *css_class);

G_END_DECLS
