/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-json.h"

G_BEGIN_DECLS

/* Members that are more than a text, in the manner of the hearten_json_take functions: a missing one leaves
 * @out as it was; one that is not of its type is HEARTEN_ERROR_NOT_A_RECORD. */

/**
 * hearten_json_take_enum:
 * @type: an enumeration; the member is the nick of one of its values
 */
gboolean
hearten_json_take_enum (JsonObject *object, const char *member, GType type, int *out, GError **error);

/**
 * hearten_json_set_enum:
 *
 * Writes the nick of @value. Nothing is written for 0, which every enumeration has for "not said".
 */
void hearten_json_set_enum (JsonObject *object, const char *member, GType type, int value);

/**
 * hearten_json_take_day:
 *
 * Takes a local day written as `YYYY-MM-DD`.
 */
gboolean hearten_json_take_day (JsonObject *object, const char *member, GDate *out, GError **error);

/**
 * hearten_json_set_day:
 *
 * Nothing is written for a day that is not valid.
 */
void hearten_json_set_day (JsonObject *object, const char *member, const GDate *day);

/**
 * hearten_json_take_number:
 *
 * Takes a whole number from @lowest to @highest.
 */
gboolean hearten_json_take_number (JsonObject *object,
                                   const char *member,
                                   int lowest,
                                   int highest,
                                   int *out,
                                   GError **error);

/**
 * hearten_json_texts_new:
 *
 * Returns: (transfer full) (element-type utf8 utf8): an empty table that owns its ids and texts
 */
GHashTable *hearten_json_texts_new (void);

/**
 * hearten_json_texts_copy:
 * @texts: from [func@json_texts_new]
 *
 * Returns: (transfer full) (element-type utf8 utf8): a copy that later changes do not reach
 */
GHashTable *hearten_json_texts_copy (GHashTable *texts);

/**
 * hearten_json_take_texts:
 * @texts: (element-type utf8 utf8): is filled with what the member, an object, holds: texts by id. A whole
 *   number is taken as its digits.
 */
gboolean hearten_json_take_texts (JsonObject *object, const char *member, GHashTable *texts, GError **error);

/**
 * hearten_json_set_texts:
 *
 * Writes the texts in the order of their ids; one digit, such as an answer on a scale, becomes a number.
 * Nothing is written for an empty table.
 */
void hearten_json_set_texts (JsonObject *object, const char *member, GHashTable *texts);

/**
 * hearten_json_fail_missing:
 *
 * Sets @error to %HEARTEN_ERROR_NOT_A_RECORD for a member that a kind cannot do without.
 *
 * Returns: %FALSE
 */
gboolean hearten_json_fail_missing (const char *member, GError **error);

G_END_DECLS
