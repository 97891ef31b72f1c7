/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * hearten_command_line_add_options:
 *
 * Tells @application which options there are.
 */
void hearten_command_line_add_options (GApplication *application);

/**
 * hearten_command_line_run:
 *
 * Does what needs no window and no display: `--version`, `--check`, `--export`.
 *
 * Returns: an exit status, or −1 where nothing of the kind was asked
 */
int hearten_command_line_run (GVariantDict *options);

G_END_DECLS
