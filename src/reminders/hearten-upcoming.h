/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_upcoming_print:
 * @path: (nullable) (type filename): a schedule file; %NULL for the user's own
 * @now: microseconds since 1970-01-01 00:00 UTC
 * @limit: how many at most
 *
 * Prints what comes strictly after an instant to standard output, a line each: the instant as RFC 3339 in
 * UTC, a space, the reminder's id. Reminders that cannot be read are told of on standard error.
 *
 * Errors: those of [func@schedule_load]
 *
 * Returns: whether the schedule could be read; the user's own may be missing
 */
gboolean hearten_upcoming_print (const char *path, gint64 now, guint limit, GError **error);

G_END_DECLS
