/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_BREATH (hearten_breath_get_type ())
G_DECLARE_FINAL_TYPE (HeartenBreath, hearten_breath, HEARTEN, BREATH, GtkWidget)

/**
 * HeartenBreath:
 *
 * A circle to breathe with: it grows for four seconds and sinks for six, while it is in view. Where the
 * desktop has its animations off the circle stands still and only the word in it changes.
 */
GtkWidget *hearten_breath_new (void);

G_END_DECLS
