/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HEARTEN_ERROR (hearten_error_quark ())
GQuark hearten_error_quark (void);

/**
 * HeartenError:
 * @HEARTEN_ERROR_TOO_LARGE: a file is larger than 8 MiB
 * @HEARTEN_ERROR_MALFORMED: a file is empty, not UTF-8, not strict JSON, nested deeper than 16, or names a
 * key twice
 * @HEARTEN_ERROR_NOT_A_RECORD: the JSON is whole, but lacks or mistypes what a record needs
 * @HEARTEN_ERROR_NEWER: written by a newer version of Hearten
 * @HEARTEN_ERROR_FOLDER: a folder cannot be made, read or written
 * @HEARTEN_ERROR_WRITE: a file could not be written durably; what was there before is still there
 * @HEARTEN_ERROR_AWAY: the folder in which this device kept a journal is not there, or nothing is in it
 * @HEARTEN_ERROR_ARRIVING: a file is empty, as one that is on its way from another device
 * @HEARTEN_ERROR_CHANGED: someone else wrote the file meanwhile; nothing was written
 *
 * What can go wrong with the user's files. Limits are those of every reader of this house: a file of 8 MiB,
 * 16 levels, valid UTF-8, no duplicate keys.
 */
typedef enum {
  HEARTEN_ERROR_TOO_LARGE,
  HEARTEN_ERROR_MALFORMED,
  HEARTEN_ERROR_NOT_A_RECORD,
  HEARTEN_ERROR_NEWER,
  HEARTEN_ERROR_FOLDER,
  HEARTEN_ERROR_WRITE,
  HEARTEN_ERROR_AWAY,
  HEARTEN_ERROR_ARRIVING,
  HEARTEN_ERROR_CHANGED,
} HeartenError;

G_END_DECLS
