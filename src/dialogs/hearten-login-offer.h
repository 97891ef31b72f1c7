/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * hearten_offer_login_start:
 * @toasts: where to ask
 * @settings: remembers in `login-start-offered` that it was asked
 *
 * Asks once, after a reminder was added, whether reminders may come from login on, before Hearten is opened.
 * It never asks where they do already. In a sandbox the desktop may then ask as well.
 * Preferences has the same switch.
 */
void hearten_offer_login_start (AdwToastOverlay *toasts, GSettings *settings);

G_END_DECLS
