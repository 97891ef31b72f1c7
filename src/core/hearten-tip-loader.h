/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-tip.h"

G_BEGIN_DECLS

/**
 * hearten_tip_load:
 * @file: the file's name, such as `tip-05.xml`; its stem must be the tip's id
 * @bytes: the file's contents
 *
 * Reads one tip strictly: what `data/tips/README.md` does not allow is an error.
 *
 * Errors: [error@GLib.MarkupError]; each message is `file:line: what`
 *
 * Returns: (transfer full): the tip, in the user's language
 */
HeartenTip *hearten_tip_load (const char *file, GBytes *bytes, GError **error);

G_END_DECLS
