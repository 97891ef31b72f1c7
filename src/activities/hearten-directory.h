/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_DIRECTORY (hearten_directory_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDirectory, hearten_directory, HEARTEN, DIRECTORY, HeartenActivity)

/**
 * HeartenDirectory:
 *
 * The way to Find Help. Nothing is kept of who looked there.
 */

G_END_DECLS
