/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the program that is measured, the same for Hearten and for the bare window, so that neither
 * carries any measuring code. It writes to the file that HEARTEN_PROBE names: "frame MICROSECONDS"
 * (monotonic) after the first painted frame, and "stall MICROSECONDS" each time the main loop was busy longer
 * than ever before, painting excepted. */
#include <gtk/gtk.h>

#include <dlfcn.h>
#include <stdio.h>

static FILE *out;
static gint64 busy_since;
static gint64 painting_since;
static gint64 painted;
static gint64 worst;

static void
say (const char *what, gint64 value)
{
  fprintf (out, "%s %" G_GINT64_FORMAT "\n", what, value);
  fflush (out);
}

static int
measured_poll (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  int result;

  if (busy_since != 0 && now - busy_since - painted > worst)
    {
      worst = now - busy_since - painted;
      say ("stall", worst);
    }
  result = g_poll (fds, n_fds, timeout);
  busy_since = g_get_monotonic_time ();
  painted = 0;
  return result;
}

static void
on_before_paint_cb (void)
{
  painting_since = g_get_monotonic_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  static gboolean first = TRUE;

  painted += g_get_monotonic_time () - painting_since;
  if (!first)
    return;
  first = FALSE;
  say ("frame", g_get_monotonic_time ());
}

/* Stalls are counted from the moment the file named by HEARTEN_PROBE_START appears: starting up is measured
 * apart. */
static gboolean
on_wait_for_start_cb (gpointer data)
{
  if (!g_file_test (g_getenv ("HEARTEN_PROBE_START"), G_FILE_TEST_EXISTS))
    return G_SOURCE_CONTINUE;
  g_main_context_set_poll_func (NULL, measured_poll);
  return G_SOURCE_REMOVE;
}

G_MODULE_EXPORT void
gtk_window_present (GtkWindow *window)
{
  static gboolean watched = FALSE;
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  if (!watched && g_getenv ("HEARTEN_PROBE") != NULL &&
      (out = fopen (g_getenv ("HEARTEN_PROBE"), "w")) != NULL)
    {
      GdkFrameClock *clock;

      watched = TRUE;
      gtk_widget_realize (GTK_WIDGET (window));
      clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
      g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint_cb), NULL);
      g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
      if (g_getenv ("HEARTEN_PROBE_START") != NULL)
        g_timeout_add (50, on_wait_for_start_cb, NULL);
    }
  present (window);
}
