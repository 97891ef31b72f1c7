/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "hearten-error.h"

G_BEGIN_DECLS

/**
 * HEARTEN_PAUSED_ALWAYS:
 *
 * A pause until the user says otherwise.
 */
#define HEARTEN_PAUSED_ALWAYS G_MAXINT64

/**
 * HEARTEN_MANNERS_MOST:
 *
 * The highest bound of reminders a day; who wants more than that wants none.
 */
#define HEARTEN_MANNERS_MOST 50

/**
 * HeartenManners:
 * @quiet: whether there are quiet hours
 * @quiet_from: where they begin, in minutes from midnight where the user is
 * @quiet_until: where they end, in the same unit; before @quiet_from they go on over midnight
 * @most: how many reminders a day come at most, or 0 for no bound
 * @paused_until: nothing due before this instant comes, in microseconds since 1970-01-01 00:00 UTC; 0 for no
 *   pause
 *
 * How reminders behave, whatever their own times are.
 */
typedef struct
{
  gboolean quiet;
  int quiet_from;
  int quiet_until;
  guint most;
  gint64 paused_until;
} HeartenManners;

/**
 * hearten_manners_find_quiet_end:
 * @instant: microseconds since 1970-01-01 00:00 UTC
 * @zone: where the user is
 *
 * Returns: when the quiet hours end that @instant is in, in the same unit, or 0 where it is in none
 */
gint64 hearten_manners_find_quiet_end (const HeartenManners *self, gint64 instant, GTimeZone *zone);

/**
 * hearten_manners_is_paused:
 * @instant: microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: whether what is due then does not come
 */
gboolean hearten_manners_is_paused (const HeartenManners *self, gint64 instant);

/**
 * hearten_manners_read:
 * @object: the members of a schedule; those of the manners are taken out of it
 *
 * Errors: %HEARTEN_ERROR_NOT_A_RECORD, and what cannot be read is as if it were not set; the others are
 */
gboolean hearten_manners_read (HeartenManners *self, JsonObject *object, GError **error);

/**
 * hearten_manners_write:
 *
 * Adds what is set: `"quiet": ["22:00", "07:00"]`, `"most": 5`, and `"paused"`, which is an instant or
 * `"always"`.
 */
void hearten_manners_write (const HeartenManners *self, JsonObject *object);

G_END_DECLS
