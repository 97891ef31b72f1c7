/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_instant_to_text:
 * @instant: microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full): RFC 3339 in UTC with whole seconds, such as `2026-11-23T20:00:00Z`
 */
char *hearten_instant_to_text (gint64 instant);

/**
 * hearten_instant_from_text:
 * @text: RFC 3339 with `Z` or an offset
 * @instant: (out): microseconds since 1970-01-01 00:00 UTC; left alone where there is none
 *
 * Returns: whether @text is an instant of the years 1000 to 9999, which [func@instant_to_text] can write
 * again
 */
gboolean hearten_instant_from_text (const char *text, gint64 *instant);

G_END_DECLS
