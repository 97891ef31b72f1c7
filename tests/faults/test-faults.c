/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-evening.h"
#include "hearten-test-home.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every evening and every judgement is a process of its own; this one has no threads, so it may fork. */

static guint all_tried, all_survived, all_saved;

static int
wait_for (pid_t pid)
{
  int status;

  g_assert_no_errno (pid);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return WIFSIGNALED (status) ? 128 + WTERMSIG (status) : WEXITSTATUS (status);
}

static gboolean
kills (HeartenFault fault)
{
  return fault == HEARTEN_FAULT_KILL || fault == HEARTEN_FAULT_EIO_KILL;
}

static gboolean
survives (HeartenFault fault, guint step, HeartenWitness *witness)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("hearten-faults-XXXXXX", &error);
  pid_t pid;
  int played, judged;

  g_assert_no_error (error);
  *witness = (HeartenWitness) { 0 };
  if ((pid = fork ()) == 0)
    hearten_evening_play (folder, fault, step, witness);
  played = wait_for (pid);
  if ((pid = fork ()) == 0)
    hearten_evening_judge (folder, witness);
  judged = wait_for (pid);
  hearten_test_remove_all (folder);
  return (played == 0 || (played == 128 + SIGKILL && kills (fault))) && judged == 0;
}

static HeartenWitness *
new_witness (void)
{
  HeartenWitness *witness = mmap (NULL, sizeof *witness, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                                  -1, 0);

  g_assert_true (witness != MAP_FAILED);
  return witness;
}

static void
test_nothing_fails (void)
{
  HeartenWitness *witness = new_witness ();

  g_assert_true (survives (HEARTEN_FAULT_NONE, 0, witness));
  g_assert_true (witness->finished);
  g_assert_cmpint (witness->saved, ==, witness->begun);
  munmap (witness, sizeof *witness);
}

/* Strikes at the first call, the second, and so on, until the evening ends before the fault does. */
static void
test_fault (gconstpointer data)
{
  HeartenFault fault = GPOINTER_TO_INT (data);
  HeartenWitness *witness = new_witness ();
  guint tried = 0, survived = 0, saved = 0;

  for (;;)
    {
      gboolean ok = survives (fault, tried + 1, witness);

      if (*witness->place == '\0' && ok)
        break;
      tried++;
      survived += ok;
      saved += witness->finished && witness->saved == witness->begun;
      if (!ok)
        g_test_fail_printf ("call %u (%s)", tried, witness->place);
      if (tried > 1000)
        g_error ("The evening has no end");
    }
  g_test_message ("%u faults tried, %u survived; %u evenings ended with everything saved", tried, survived,
                  saved);
  g_assert_cmpuint (tried, >, 50);
  /* One failure is mended by the next attempt. */
  if (fault == HEARTEN_FAULT_EIO || fault == HEARTEN_FAULT_ENOSPC)
    g_assert_cmpuint (saved, ==, tried);
  all_tried += tried;
  all_survived += survived;
  all_saved += saved;
  munmap (witness, sizeof *witness);
}

/* Where names cannot be exchanged, as on some network file systems, a plain rename has to do. */
static void
test_plain_file_system (void)
{
  const int errors[] = { ENOSYS, EINVAL };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      hearten_faults_be_plain (errors[i]);
      test_nothing_fails ();
    }
  test_fault (GINT_TO_POINTER (HEARTEN_FAULT_EIO));
  test_fault (GINT_TO_POINTER (HEARTEN_FAULT_KILL));
  hearten_faults_be_plain (0);
}

static void
test_counts (void)
{
  g_test_message ("in all: %u faults tried, %u survived; %u evenings ended with everything saved", all_tried,
                  all_survived, all_saved);
  g_assert_cmpuint (all_survived, ==, all_tried);
}

/* What the store says of each fault would be hundreds of lines. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  return level >= G_LOG_LEVEL_MESSAGE ? G_LOG_WRITER_HANDLED
                                      : g_log_writer_standard_streams (level, fields, n_fields, data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);

  g_test_add_func ("/faults/nothing-fails", test_nothing_fails);
  g_test_add_data_func ("/faults/eio-once", GINT_TO_POINTER (HEARTEN_FAULT_EIO), test_fault);
  g_test_add_data_func ("/faults/enospc-once", GINT_TO_POINTER (HEARTEN_FAULT_ENOSPC), test_fault);
  g_test_add_data_func ("/faults/broken-from-then-on", GINT_TO_POINTER (HEARTEN_FAULT_BROKEN), test_fault);
  g_test_add_data_func ("/faults/full-from-then-on", GINT_TO_POINTER (HEARTEN_FAULT_FULL), test_fault);
  g_test_add_data_func ("/faults/eio-then-killed", GINT_TO_POINTER (HEARTEN_FAULT_EIO_KILL), test_fault);
  g_test_add_data_func ("/faults/killed", GINT_TO_POINTER (HEARTEN_FAULT_KILL), test_fault);
  g_test_add_func ("/faults/plain-file-system", test_plain_file_system);
  g_test_add_func ("/faults/counts", test_counts);
  return g_test_run ();
}
