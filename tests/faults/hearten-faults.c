/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define PLACE_SIZE 128

static struct
{
  HeartenFault fault;
  guint step;
  guint calls;
  const char *folder;
  char *place;
  GHashTable *unsynced; /* paths: files with unsynced contents, folders with unsynced names → the one name */
  GHashTable *poisoned; /* set of paths: files whose fsync failed */
} faults;

static int plain;
static GMutex mutex;

/* Power cuts */

static void
mark (GHashTable *set, const char *path)
{
  if (faults.folder != NULL && g_str_has_prefix (path, faults.folder))
    g_hash_table_replace (set, g_strdup (path), NULL);
}

static void
mark_parent (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  gboolean first = !g_hash_table_contains (faults.unsynced, parent);

  if (faults.folder != NULL && g_str_has_prefix (parent, faults.folder))
    g_hash_table_replace (faults.unsynced, g_steal_pointer (&parent), first ? g_strdup (path) : NULL);
}

/* A name that a power cut could have taken is gone anyway. */
static void
unmark_parent (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_strcmp0 (g_hash_table_lookup (faults.unsynced, parent), path) == 0)
    g_hash_table_remove (faults.unsynced, parent);
}

static char *
path_of (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);

  return g_file_read_link (link, NULL);
}

gboolean
hearten_faults_is_synced (const char *folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *parent = g_path_get_dirname (folder);
  GHashTableIter iter;
  gpointer path, name;

  g_hash_table_iter_init (&iter, faults.unsynced);
  while (g_hash_table_iter_next (&iter, &path, &name))
    if (g_str_has_prefix (path, folder) ||
        (g_str_equal (path, parent) && (name == NULL || g_str_equal (name, folder))))
      return FALSE;
  return TRUE;
}

static gboolean
is_below (gpointer path, gpointer data, gpointer folder)
{
  return g_str_has_prefix (path, folder);
}

void
hearten_faults_forgive (const char *folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  g_hash_table_foreach_remove (faults.unsynced, is_below, (gpointer) folder);
}

/* A version goes only when what holds it survives a power cut. */
static void
check_removal (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (strstr (path, "sync-conflict") != NULL && g_hash_table_contains (faults.unsynced, parent))
    g_error ("%s was removed before the record was durable", path);
}

/* Faults */

void
hearten_faults_arm (HeartenFault fault, guint step, const char *folder, char *place)
{
  faults.fault = fault;
  faults.step = step;
  faults.calls = 0;
  faults.folder = folder;
  faults.place = place;
  faults.unsynced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  faults.poisoned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
hearten_faults_be_plain (int error)
{
  plain = error;
}

static HeartenFault
fault_of_call (const char *call, const char *path)
{
  HeartenFault fault = faults.fault;

  if (fault == HEARTEN_FAULT_NONE || ++faults.calls < faults.step)
    return HEARTEN_FAULT_NONE;
  if (faults.calls == faults.step)
    {
      g_snprintf (faults.place, PLACE_SIZE, "%s %s", call, path + strlen (path) - MIN (strlen (path), 60));
      return fault == HEARTEN_FAULT_EIO_KILL ? HEARTEN_FAULT_EIO : fault;
    }
  if (fault == HEARTEN_FAULT_EIO_KILL)
    return HEARTEN_FAULT_KILL;
  return fault == HEARTEN_FAULT_BROKEN || fault == HEARTEN_FAULT_FULL ? fault : HEARTEN_FAULT_NONE;
}

/* Returns whether the call may be made. */
static gboolean
let (const char *call, const char *path)
{
  HeartenFault fault = fault_of_call (call, path);

  if (fault == HEARTEN_FAULT_NONE)
    return TRUE;
  if (fault == HEARTEN_FAULT_KILL)
    raise (SIGKILL);
  errno = fault == HEARTEN_FAULT_ENOSPC || fault == HEARTEN_FAULT_FULL ? ENOSPC : EIO;
  return FALSE;
}

/* The calls. A program for tests is built with and without large-file names, so both are here. */

#define LOCKED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex)

#define WRAP_OPEN(name)                                                                                      \
  int __real_##name (const char *path, int flags, mode_t mode);                                              \
  int __wrap_##name (const char *path, int flags, mode_t mode);                                              \
  int __wrap_##name (const char *path, int flags, mode_t mode)                                               \
  {                                                                                                          \
    LOCKED;                                                                                                  \
    int fd = let ("open", path) ? __real_##name (path, flags, mode) : -1;                                    \
                                                                                                             \
    if (fd >= 0 && (flags & O_CREAT))                                                                        \
      mark (faults.unsynced, path);                                                                          \
    return fd;                                                                                               \
  }

WRAP_OPEN (open)
WRAP_OPEN (open64)

#define WRAP_PREAD(name)                                                                                     \
  ssize_t __real_##name (int fd, void *buffer, size_t size, off_t offset);                                   \
  ssize_t __wrap_##name (int fd, void *buffer, size_t size, off_t offset);                                   \
  ssize_t __wrap_##name (int fd, void *buffer, size_t size, off_t offset)                                    \
  {                                                                                                          \
    LOCKED;                                                                                                  \
    g_autofree char *path = path_of (fd);                                                                    \
                                                                                                             \
    return let ("pread", path) ? __real_##name (fd, buffer, size, offset) : -1;                              \
  }

WRAP_PREAD (pread)
WRAP_PREAD (pread64)

ssize_t __real_write (int fd, const void *data, size_t size);
ssize_t __wrap_write (int fd, const void *data, size_t size);
ssize_t
__wrap_write (int fd, const void *data, size_t size)
{
  LOCKED;
  g_autofree char *path = path_of (fd);

  mark (faults.unsynced, path);
  if (faults.fault != HEARTEN_FAULT_NONE && faults.calls + 1 == faults.step &&
      __real_write (fd, data, size / 2) < 0)
    return -1;
  return let ("write", path) ? __real_write (fd, data, size) : -1;
}

/* A failed fsync may have dropped what was to be written; a second one that succeeds on the same file is no
 * proof. */
int __real_fsync (int fd);
int __wrap_fsync (int fd);
int
__wrap_fsync (int fd)
{
  LOCKED;
  g_autofree char *path = path_of (fd);
  int result = let ("fsync", path) ? __real_fsync (fd) : -1;

  if (result != 0 && !g_file_test (path, G_FILE_TEST_IS_DIR))
    mark (faults.poisoned, path);
  else if (result == 0 && !g_hash_table_contains (faults.poisoned, path))
    g_hash_table_remove (faults.unsynced, path);
  return result;
}

int __real_rename (const char *from, const char *to);
int __wrap_rename (const char *from, const char *to);
int
__wrap_rename (const char *from, const char *to)
{
  LOCKED;
  int result;

  if (g_hash_table_contains (faults.unsynced, from))
    g_error ("%s was renamed before it was synced", from);
  result = let ("rename", to) ? __real_rename (from, to) : -1;
  if (result == 0)
    mark_parent (to);
  return result;
}

/* What changes places with another file is as good as renamed. */
int __real_renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned flags);
int __wrap_renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned flags);
int
__wrap_renameat2 (int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
  LOCKED;
  int result;

  if (plain != 0)
    {
      errno = plain;
      return -1;
    }
  if (g_hash_table_contains (faults.unsynced, from))
    g_error ("%s was renamed before it was synced", from);
  result = let ("renameat2", to) ? __real_renameat2 (from_fd, from, to_fd, to, flags) : -1;
  if (result == 0)
    mark_parent (to);
  return result;
}

int __real_unlink (const char *path);
int __wrap_unlink (const char *path);
int
__wrap_unlink (const char *path)
{
  LOCKED;
  int result;

  if (faults.unsynced != NULL)
    check_removal (path);
  result = let ("unlink", path) ? __real_unlink (path) : -1;

  if (result == 0)
    g_hash_table_remove (faults.unsynced, path);
  return result;
}

int __real_mkdir (const char *path, mode_t mode);
int __wrap_mkdir (const char *path, mode_t mode);
int
__wrap_mkdir (const char *path, mode_t mode)
{
  LOCKED;
  int result = let ("mkdir", path) ? __real_mkdir (path, mode) : -1;

  if (result == 0)
    mark_parent (path);
  return result;
}

int __real_rmdir (const char *path);
int __wrap_rmdir (const char *path);
int
__wrap_rmdir (const char *path)
{
  LOCKED;
  int result = let ("rmdir", path) ? __real_rmdir (path) : -1;

  if (result == 0)
    {
      g_hash_table_remove (faults.unsynced, path);
      unmark_parent (path);
    }
  return result;
}
