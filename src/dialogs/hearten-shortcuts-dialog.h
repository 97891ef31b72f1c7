/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * hearten_shortcuts_dialog_new:
 *
 * Lists the keys of the window, in the words of the keyboard's language.
 *
 * libadwaita has such a dialog from 1.8 on; GTK's own window for it is deprecated since 4.18 and wider than
 * 360 px.
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *hearten_shortcuts_dialog_new (void);

G_END_DECLS
