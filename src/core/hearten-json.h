/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <sys/stat.h>

#include "hearten-error.h"

G_BEGIN_DECLS

#define HEARTEN_JSON_MAX_BYTES (8 * 1024 * 1024)
#define HEARTEN_JSON_MAX_DEPTH 16

/**
 * hearten_json_read:
 * @bytes: the contents of a file
 *
 * Reads one JSON object strictly. The limits are checked before anything is parsed.
 *
 * Errors: [error@HeartenError]: `TOO_LARGE`, `MALFORMED`
 *
 * Returns: (transfer full): the object
 */
JsonObject *hearten_json_read (GBytes *bytes, GError **error);

/**
 * hearten_json_load:
 * @path: a file's path
 *
 * Blocks on the disk; call it on a worker or in a program without a window.
 *
 * Errors: %HEARTEN_ERROR_TOO_LARGE, %HEARTEN_ERROR_MALFORMED where it is no file, and [error@Gio.IOErrorEnum]
 *
 * Returns: (transfer full): the file's contents, not yet looked at
 */
GBytes *hearten_json_load (const char *path, GError **error);

/**
 * hearten_json_load_stat:
 * @st: (out): what the system tells of the file that was read
 *
 * The same with the file's particulars.
 */
GBytes *hearten_json_load_stat (const char *path, struct stat *st, GError **error);

/**
 * hearten_json_read_file:
 * @path: a file's path
 *
 * Blocks on the disk; call it on a worker or in a program without a window.
 *
 * Errors: those of [func@json_read], and [error@Gio.IOErrorEnum] where the file cannot be opened
 *
 * Returns: (transfer full): the object in the file
 */
JsonObject *hearten_json_read_file (const char *path, GError **error);

/**
 * hearten_json_write:
 *
 * Returns: (transfer full): @object as indented JSON with a line break at its end
 */
GBytes *hearten_json_write (JsonObject *object);

/* Taking: each function reads one member and removes it from the object, so that what is left over at the end
 * are the members this version does not know. A missing member leaves @out as it was and is no error; a
 * member of another type is HEARTEN_ERROR_NOT_A_RECORD. */

gboolean hearten_json_take_string (JsonObject *object, const char *member, char **out, GError **error);
gboolean hearten_json_take_int (JsonObject *object, const char *member, gint64 *out, GError **error);
gboolean hearten_json_take_boolean (JsonObject *object, const char *member, gboolean *out, GError **error);
gboolean hearten_json_take_strings (JsonObject *object, const char *member, GStrv *out, GError **error);
gboolean hearten_json_take_object (JsonObject *object, const char *member, JsonObject **out, GError **error);
gboolean hearten_json_take_array (JsonObject *object, const char *member, JsonArray **out, GError **error);

/**
 * hearten_json_set_string:
 * @value: (nullable): the text; nothing is written for %NULL or an empty one
 */
void hearten_json_set_string (JsonObject *object, const char *member, const char *value);

/**
 * hearten_json_set_strings:
 * @values: (nullable): the texts; nothing is written for %NULL or an empty list
 */
void hearten_json_set_strings (JsonObject *object, const char *member, const char *const *values);

G_END_DECLS
