/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_APPLICATION (hearten_application_get_type ())
G_DECLARE_FINAL_TYPE (HeartenApplication, hearten_application, HEARTEN, APPLICATION, AdwApplication)

/**
 * hearten_application_new:
 *
 * Returns: (transfer full): the program: one per session, started from the menu, by D-Bus or from a terminal
 */
HeartenApplication *hearten_application_new (void);

G_END_DECLS
