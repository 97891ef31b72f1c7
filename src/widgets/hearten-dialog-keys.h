/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * hearten_dialog_keys_add:
 *
 * The window's keys do not reach a dialog that is open in it. With this F1 closes @dialog and opens Find
 * Help, since help must never be further away than one key; Ctrl+Q quits; and Ctrl+Shift+H or Escape twice
 * hides the window, dialog and all.
 */
void hearten_dialog_keys_add (AdwDialog *dialog);

G_END_DECLS
