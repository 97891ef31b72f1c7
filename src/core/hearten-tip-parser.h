/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-tip-node-private.h"

G_BEGIN_DECLS

/* Sets @error to G_MARKUP_ERROR with `file:line: what`, and returns FALSE. */
gboolean hearten_tip_fail (GError **error, const char *file, guint line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* Any XML as a tree, whatever its elements are called. White space in texts is normalised. */
HeartenTipNode *hearten_tip_parse (const char *file, GBytes *bytes, GError **error);

G_END_DECLS
