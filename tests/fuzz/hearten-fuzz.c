/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-fuzz.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Warnings tell of damage, as they should; anything worse is a mistake in the program. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL))
    {
      g_log_writer_standard_streams (level, fields, n_fields, data);
      abort ();
    }
  return G_LOG_WRITER_HANDLED;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  return 0;
}

char *
hearten_fuzz_path (const char *name)
{
  static char *folder;

  if (folder == NULL)
    folder = g_dir_make_tmp ("hearten-fuzz-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return g_build_filename (folder, name, NULL);
}

void
hearten_fuzz_put (const char *path, const guint8 *data, gsize size)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, size);
  close (fd);
}

void
hearten_fuzz_same (GBytes *a, GBytes *b)
{
  if (g_bytes_equal (a, b))
    return;
  g_printerr ("%.*s\nis not\n%.*s\n", (int) g_bytes_get_size (a), (const char *) g_bytes_get_data (a, NULL),
              (int) g_bytes_get_size (b), (const char *) g_bytes_get_data (b, NULL));
  abort ();
}
