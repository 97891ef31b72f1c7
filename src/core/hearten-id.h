/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * hearten_id_new:
 * @now: microseconds since 1970-01-01 00:00 UTC
 *
 * Makes a UUIDv7 (RFC 9562): 48 bits of Unix time in milliseconds, the rest random. Sorting ids as text sorts
 * them by time.
 *
 * Returns: (transfer full): 36 characters in lower case
 */
char *hearten_id_new (gint64 now);

/**
 * hearten_id_is_valid:
 *
 * Returns: whether @id is a UUIDv7 as [func@id_new] writes it
 */
gboolean hearten_id_is_valid (const char *id);

/**
 * hearten_id_get_time:
 * @id: a valid id
 *
 * Returns: the id's own time in microseconds since 1970-01-01 00:00 UTC, a whole number of milliseconds
 */
gint64 hearten_id_get_time (const char *id);

/**
 * hearten_id_dup_month:
 * @id: a valid id
 *
 * Returns: (transfer full): the month of the id's own time, in UTC, as `YYYY-MM`
 */
char *hearten_id_dup_month (const char *id);

G_END_DECLS
