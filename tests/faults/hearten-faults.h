/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands between Hearten's own code and the C library (the linker's --wrap): counts the calls that change the
 * disk, lets one of them fail, and knows what a power cut could still take away. */

/**
 * HeartenFault:
 * @HEARTEN_FAULT_NONE: nothing fails
 * @HEARTEN_FAULT_EIO: one call fails, as with a bad block
 * @HEARTEN_FAULT_ENOSPC: one call fails, as with a disk that is full for a moment
 * @HEARTEN_FAULT_BROKEN: this call and all after it fail with EIO
 * @HEARTEN_FAULT_FULL: this call and all after it fail with ENOSPC
 * @HEARTEN_FAULT_EIO_KILL: one call fails; the process is killed at the next
 * @HEARTEN_FAULT_KILL: the process is killed (SIGKILL) just before the call
 *
 * A write that fails, or at which the process is killed, has written half. GLib ends a program that gets no
 * memory, which leaves the same on the disk as a kill between two of these calls; so kills stand for that
 * too.
 */
typedef enum {
  HEARTEN_FAULT_NONE,
  HEARTEN_FAULT_EIO,
  HEARTEN_FAULT_ENOSPC,
  HEARTEN_FAULT_BROKEN,
  HEARTEN_FAULT_FULL,
  HEARTEN_FAULT_EIO_KILL,
  HEARTEN_FAULT_KILL,
} HeartenFault;

/**
 * hearten_faults_arm:
 * @step: which call from now on, from 1
 * @folder: the folder whose files have to survive a power cut
 * @place: where to say which call it was, at least 128 bytes that outlive the process; empty until then
 */
void hearten_faults_arm (HeartenFault fault, guint step, const char *folder, char *place);

/**
 * hearten_faults_be_plain:
 * @error: what every renameat2() fails with from now on, as on a file system that does not know it; 0 for
 * none
 */
void hearten_faults_be_plain (int error);

/**
 * hearten_faults_is_synced:
 *
 * Returns: whether a power cut now would leave @folder and everything below it as it is
 */
gboolean hearten_faults_is_synced (const char *folder);

/**
 * hearten_faults_forgive:
 *
 * A power cut may take away what is not synced below @folder: nobody was told that it is saved.
 */
void hearten_faults_forgive (const char *folder);

G_END_DECLS
