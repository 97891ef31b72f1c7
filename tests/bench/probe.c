/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Preloaded into the program that is measured, the same for Hearten and for the bare window, so that neither
 * carries any measuring code. It writes lines of a word and a number to the file that HEARTEN_PROBE names:
 *   frame    the first frame was painted (microseconds, monotonic)
 *   page     the first frame with rows in the list was painted, or with the words for an empty one
 *   turn     the turn of the main loop that showed this first page was busy for so many microseconds
 *   whole    the list has HEARTEN_PROBE_ROWS rows
 *   stall    the main loop was busy for so many microseconds, longer than ever before, or than since the
 *            first page
 *   scrolled the list was scrolled from its top to its end
 * Painting is not counted as busy, nor is the time in which another process had the processor. */
#include <gtk/gtk.h>

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

/* From the top to the end in so many frames, after so many of a page each */
#define SCROLL_FRAMES 300
#define SCROLL_PAGES 100

static FILE *out;
static GtkWidget *window;
static GtkWidget *list;
static guint n_rows;
static int schedstat = -1;
static gint64 busy_since;
static gint64 painting_since;
static gint64 painted;
static gint64 worst;
static gboolean frame_told, page_told, whole_told;

static void
say (const char *what, gint64 value)
{
  fprintf (out, "%s %" G_GINT64_FORMAT "\n", what, value);
  fflush (out);
}

/* The time in microseconds less that which this thread waited for a processor. */
static gint64
get_own_time (void)
{
  char buffer[96];
  gint64 waited = 0;
  ssize_t n = schedstat >= 0 ? pread (schedstat, buffer, sizeof buffer - 1, 0) : 0;

  if (n > 0)
    {
      buffer[n] = '\0';
      sscanf (buffer, "%*s %" G_GINT64_FORMAT, &waited);
    }
  return g_get_monotonic_time () - waited / 1000;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LIST_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static guint
count_rows (void)
{
  GtkSelectionModel *model = list != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (list)) : NULL;

  return model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
}

static gboolean
has_page (void)
{
  GtkWidget *stack = list != NULL ? gtk_widget_get_ancestor (list, GTK_TYPE_STACK) : NULL;
  const char *name = stack != NULL ? gtk_stack_get_visible_child_name (GTK_STACK (stack)) : NULL;

  return name != NULL && !g_str_equal (name, "loading") && (count_rows () > 0 || n_rows == 0);
}

static int
measured_poll (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  if (busy_since != 0 && get_own_time () - busy_since - painted > worst)
    {
      worst = get_own_time () - busy_since - painted;
      say ("stall", worst);
    }
  if (!whole_told && page_told && count_rows () >= n_rows)
    {
      whole_told = TRUE;
      say ("whole", g_get_monotonic_time ());
    }
  result = g_poll (fds, n_fds, timeout);
  busy_since = get_own_time ();
  painted = 0;
  return result;
}

static void
on_painting_cb (void)
{
  painting_since = get_own_time ();
}

static void
on_after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  painted += get_own_time () - painting_since;
  if (!frame_told)
    say ("frame", g_get_monotonic_time ());
  frame_told = TRUE;
  if (page_told || g_getenv ("HEARTEN_PROBE_ROWS") == NULL)
    return;
  if (list == NULL)
    list = find_list (window);
  if (has_page ())
    {
      page_told = TRUE;
      say ("page", g_get_monotonic_time ());
      say ("turn", get_own_time () - busy_since - painted);
      worst = painted = 0;
      busy_since = get_own_time ();
    }
}

static gboolean
on_scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  static int n = 0;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double page = gtk_adjustment_get_page_size (adjustment), end = gtk_adjustment_get_upper (adjustment) - page;

  n++;
  if (n <= SCROLL_PAGES)
    gtk_adjustment_set_value (adjustment, n * page);
  else
    gtk_adjustment_set_value (adjustment, end * (n - SCROLL_PAGES) / SCROLL_FRAMES);
  if (n < SCROLL_PAGES + SCROLL_FRAMES)
    return G_SOURCE_CONTINUE;
  say ("scrolled", gtk_adjustment_get_value (adjustment));
  return G_SOURCE_REMOVE;
}

/* Stalls are counted from the moment the file named by HEARTEN_PROBE_START appears: starting up is measured
 * apart. */
static gboolean
on_wait_for_start_cb (gpointer data)
{
  if (!g_file_test (g_getenv ("HEARTEN_PROBE_START"), G_FILE_TEST_EXISTS))
    return G_SOURCE_CONTINUE;
  worst = 0;
  say ("start", g_get_monotonic_time ());
  g_main_context_set_poll_func (NULL, measured_poll);
  if (g_getenv ("HEARTEN_PROBE_SCROLL") != NULL && list != NULL)
    gtk_widget_add_tick_callback (list, on_scroll_tick_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* The surface's own work of the layout phase comes first, so that only painting is left out. */
static void
watch (GtkWindow *presented)
{
  GdkFrameClock *clock;

  window = GTK_WIDGET (presented);
  gtk_widget_realize (window);
  schedstat = open ("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
  clock = gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window)));
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_painting_cb), NULL);
  g_signal_connect_after (clock, "layout", G_CALLBACK (on_painting_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint_cb), NULL);
  if (g_getenv ("HEARTEN_PROBE_ROWS") != NULL)
    {
      n_rows = g_ascii_strtoull (g_getenv ("HEARTEN_PROBE_ROWS"), NULL, 10);
      g_main_context_set_poll_func (NULL, measured_poll);
    }
  if (g_getenv ("HEARTEN_PROBE_START") != NULL)
    g_timeout_add (50, on_wait_for_start_cb, NULL);
}

G_MODULE_EXPORT void
gtk_window_present (GtkWindow *presented)
{
  void (*present) (GtkWindow *) = (void (*) (GtkWindow *)) dlsym (RTLD_NEXT, "gtk_window_present");

  if (window == NULL && g_getenv ("HEARTEN_PROBE") != NULL &&
      (out = fopen (g_getenv ("HEARTEN_PROBE"), "w")) != NULL)
    watch (presented);
  present (presented);
}
