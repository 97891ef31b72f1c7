/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-clock-watch.h"

#include <errno.h>
#include <time.h>

static gboolean
on_jumped_cb (gpointer data)
{
  *(guint *) data += 1;
  return G_SOURCE_CONTINUE;
}

/* Sets the clock to what it shows, which the kernel counts as a jump all the same; so does the end of a
 * suspend. */
static gboolean
set_clock (void)
{
  struct timespec now;

  return clock_gettime (CLOCK_REALTIME, &now) == 0 && clock_settime (CLOCK_REALTIME, &now) == 0;
}

static void
test_jumps (void)
{
  g_autoptr (GSource) watch = hearten_clock_watch_new ();
  gint64 deadline = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  guint jumps = 0;

  g_assert_nonnull (watch);
  g_source_set_callback (watch, on_jumped_cb, &jumps, NULL);
  g_source_attach (watch, NULL);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  for (guint round = 1; round <= 3; round++)
    {
      if (!set_clock ())
        {
          g_test_skip (errno == EPERM ? "only an administrator may set the clock"
                                      : "the clock cannot be set");
          break;
        }
      while (jumps < round && g_get_monotonic_time () < deadline)
        g_main_context_iteration (NULL, FALSE);
      g_assert_cmpuint (jumps, ==, round);
    }
  g_source_destroy (watch);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock-watch/jumps", test_jumps);
  return g_test_run ();
}
