/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* For a person: what happened; the system's own word for it comes last. */
static gboolean
fail (GError **error, HeartenError code, const char *path)
{
  int saved = errno;
  g_autofree char *shown = g_filename_display_name (path);

  if (code == HEARTEN_ERROR_FOLDER)
    g_set_error (error, HEARTEN_ERROR, code, _ ("The folder “%s” cannot be written: %s."), shown,
                 g_strerror (saved));
  else if (saved == ENOSPC || saved == EDQUOT)
    g_set_error (error, HEARTEN_ERROR, code, _ ("The disk is full, so “%s” was not written."), shown);
  else
    g_set_error (error, HEARTEN_ERROR, code, _ ("“%s” was not written: %s."), shown, g_strerror (saved));
  return FALSE;
}

static gboolean
sync_folder (const char *folder, GError **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  /* Some file systems (FUSE, CIFS) have no way to sync a folder and say so with EINVAL. */
  gboolean ok = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL);

  if (!ok)
    fail (error, HEARTEN_ERROR_FOLDER, folder);
  if (fd >= 0)
    close (fd);
  return ok;
}

gboolean
hearten_durable_make_folder (const char *path, GError **error)
{
  g_autofree char *parent = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  parent = g_path_get_dirname (path);
  if (!g_str_equal (parent, path) && !hearten_durable_make_folder (parent, error))
    return FALSE;
  if (mkdir (path, 0700) != 0 && errno != EEXIST)
    return fail (error, HEARTEN_ERROR_FOLDER, path);
  if (sync_folder (parent, error))
    return TRUE;
  /* Else the next attempt would find it there and take it for one that is on the disk. */
  rmdir (path);
  return FALSE;
}

/* Temporary files */

#define SUFFIX_LENGTH 10 /* ".%08x~" */

char *
hearten_durable_dup_target (const char *name)
{
  gsize length = strlen (name);
  const char *suffix = name + length - SUFFIX_LENGTH;

  if (length <= SUFFIX_LENGTH || suffix[0] != '.' || strspn (suffix + 1, "0123456789abcdef") != 8 ||
      suffix[9] != '~')
    return NULL;
  return g_strndup (name, length - SUFFIX_LENGTH);
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return FALSE;
      data += n;
      length -= n;
    }
  return TRUE;
}

/* Reads the file again from the start: what the kernel gives back has to be what was given to it. */
static gboolean
verify (int fd, const char *data, gsize length)
{
  char buffer[16384];
  gsize offset = 0;

  for (;;)
    {
      ssize_t n = pread (fd, buffer, sizeof buffer, offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      if (n == 0 && offset == length)
        return TRUE;
      if (n == 0 || offset + n > length || memcmp (buffer, data + offset, n) != 0)
        {
          errno = EIO;
          return FALSE;
        }
      offset += n;
    }
}

static gboolean
write_new (const char *temp, GBytes *bytes, struct stat *st)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  int fd = open (temp, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  gboolean ok;
  int saved;

  if (fd < 0)
    return FALSE;
  ok = write_all (fd, data, length) && fsync (fd) == 0 && verify (fd, data, length) && fstat (fd, st) == 0;
  saved = errno;
  if (close (fd) != 0 && ok)
    return FALSE;
  errno = saved;
  return ok;
}

gboolean
hearten_durable_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temp = g_strdup_printf ("%s.%08x~", path, g_random_int ());

  struct stat st;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (!hearten_durable_make_folder (folder, error))
    return FALSE;
  if (!write_new (temp, bytes, &st) || rename (temp, path) != 0)
    {
      int saved = errno;

      unlink (temp);
      errno = saved;
      return fail (error, HEARTEN_ERROR_WRITE, path);
    }
  return sync_folder (folder, error);
}

/* Moving */

/* Some file systems (FUSE) cannot promise it, and say so with EINVAL. */
static gboolean
rename_new (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (g_file_test (to, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    {
      errno = EEXIST;
      return FALSE;
    }
  return rename (from, to) == 0;
}

gboolean
hearten_durable_move (const char *from, const char *to, GError **error)
{
  g_autofree char *from_folder = g_path_get_dirname (from);
  g_autofree char *to_folder = g_path_get_dirname (to);

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (!hearten_durable_make_folder (to_folder, error))
    return FALSE;
  if (!rename_new (from, to))
    return fail (error, HEARTEN_ERROR_WRITE, to);
  return sync_folder (to_folder, error) && sync_folder (from_folder, error);
}

/* Replacing what someone else may write too */

static gboolean
is_expected (const char *path, const HeartenStamp *expected)
{
  struct stat st;

  if (lstat (path, &st) != 0)
    return errno == ENOENT && expected == NULL;
  return expected != NULL && hearten_stamp_fits (expected, &st);
}

/* Whether the file system has no way to do it, so that the plain one is all there is. */
static gboolean
is_unknown (int error)
{
  return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
}

static gboolean
rename_plainly (const char *temp, const char *path, const HeartenStamp *expected)
{
  if (is_expected (path, expected))
    return rename (temp, path) == 0;
  errno = EEXIST;
  return FALSE;
}

/* What was swapped out and is not what was expected gets a name under which it is read as a version. */
static char *
put_beside (const char *temp, const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - (g_str_has_suffix (path, ".json") ? 5 : 0));
  char *beside = g_strdup_printf ("%s.%08x.json", stem, g_random_int ());

  if (rename (temp, beside) == 0)
    return beside;
  g_message ("A version was left as “%s”: %s", temp, g_strerror (errno));
  g_free (beside);
  return NULL;
}

static gboolean
exchange (const char *temp, const char *path, const HeartenStamp *expected, char **beside)
{
  if (!is_expected (path, expected))
    {
      errno = EEXIST;
      return FALSE;
    }
  if (renameat2 (AT_FDCWD, temp, AT_FDCWD, path, RENAME_EXCHANGE) != 0)
    return is_unknown (errno) && rename_plainly (temp, path, expected);
  if (!is_expected (temp, expected))
    *beside = put_beside (temp, path);
  else if (unlink (temp) != 0)
    g_message ("An old version was left as “%s”: %s", temp, g_strerror (errno));
  return TRUE;
}

gboolean
hearten_durable_replace (const char *path,
                         GBytes *bytes,
                         const HeartenStamp *expected,
                         HeartenStamp *written,
                         char **beside,
                         GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temp = g_strdup_printf ("%s.%08x~", path, g_random_int ());
  struct stat st;
  int saved;

  g_return_val_if_fail (path != NULL && bytes != NULL && *beside == NULL, FALSE);

  if (!hearten_durable_make_folder (folder, error))
    return FALSE;
  if (write_new (temp, bytes, &st) &&
      (expected != NULL ? exchange (temp, path, expected, beside) : rename_new (temp, path)))
    {
      hearten_stamp_set (written, &st, bytes);
      return sync_folder (folder, error);
    }
  saved = errno;
  unlink (temp);
  errno = saved;
  return fail (error, saved == EEXIST || saved == ENOENT ? HEARTEN_ERROR_CHANGED : HEARTEN_ERROR_WRITE, path);
}

gboolean
hearten_durable_sync (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (!ok)
    fail (error, HEARTEN_ERROR_WRITE, path);
  if (fd >= 0)
    close (fd);
  return ok && sync_folder (folder, error);
}

gboolean
hearten_durable_remove (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (unlink (path) != 0)
    return errno == ENOENT || fail (error, HEARTEN_ERROR_WRITE, path);
  return sync_folder (folder, error);
}
