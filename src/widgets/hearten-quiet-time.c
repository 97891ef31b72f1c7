/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-quiet-time.h"

#include <glib/gi18n.h>

#include "hearten-breath.h"

#define LONGEST_BREATHING (10 * G_TIME_SPAN_MINUTE)
#define LINE_SECONDS_MIN 8 /* What is said faster cannot be taken in. */

struct _HeartenQuietTime
{
  AdwBin parent_instance;

  HeartenClock *clock;
  GtkWidget *breath;
  GtkLabel *line;
  GtkLabel *left;
  GStrv lines;
  gint64 from;
  gint64 until;
  guint timer;
};

G_DEFINE_FINAL_TYPE (HeartenQuietTime, hearten_quiet_time, ADW_TYPE_BIN)

enum { OVER, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The last line stays; a short time leaves out the last ones instead of hurrying. */
static const char *
get_line (HeartenQuietTime *self, gint64 now)
{
  guint n_lines = g_strv_length (self->lines);
  gint64 each;

  if (n_lines == 0)
    return "";
  each = MAX ((self->until - self->from) / n_lines, LINE_SECONDS_MIN * G_TIME_SPAN_SECOND);
  return self->lines[CLAMP ((now - self->from) / each, 0, (gint64) n_lines - 1)];
}

static char *
dup_left (HeartenQuietTime *self, gint64 now)
{
  guint minutes = (guint) ((self->until - now + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE);

  if (self->until - now <= G_TIME_SPAN_MINUTE)
    return g_strdup (_ ("The last minute"));
  return g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes), minutes);
}

static void
show_now (HeartenQuietTime *self)
{
  gint64 now = hearten_clock_get_now (self->clock);
  const char *line = get_line (self, now);
  g_autofree char *left = dup_left (self, now);

  if (!g_str_equal (gtk_label_get_label (self->line), line))
    {
      gtk_label_set_label (self->line, line);
      gtk_accessible_announce (GTK_ACCESSIBLE (self), line, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
    }
  if (!g_str_equal (gtk_label_get_label (self->left), left))
    gtk_label_set_label (self->left, left);
}

static gboolean
on_second_cb (gpointer user_data)
{
  HeartenQuietTime *self = user_data;

  if (hearten_clock_get_now (self->clock) < self->until)
    {
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        show_now (self);
      return G_SOURCE_CONTINUE;
    }
  self->timer = 0;
  g_signal_emit (self, signals[OVER], 0);
  return G_SOURCE_REMOVE;
}

/* GObject */

static void
hearten_quiet_time_dispose (GObject *object)
{
  HeartenQuietTime *self = HEARTEN_QUIET_TIME (object);

  hearten_quiet_time_stop (self);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (hearten_quiet_time_parent_class)->dispose (object);
}

static void
hearten_quiet_time_finalize (GObject *object)
{
  g_strfreev (HEARTEN_QUIET_TIME (object)->lines);

  G_OBJECT_CLASS (hearten_quiet_time_parent_class)->finalize (object);
}

static void
hearten_quiet_time_class_init (HeartenQuietTimeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearten_quiet_time_dispose;
  object_class->finalize = hearten_quiet_time_finalize;
  signals[OVER] = g_signal_new ("over", HEARTEN_TYPE_QUIET_TIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
hearten_quiet_time_init (HeartenQuietTime *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->breath = hearten_breath_new ();
  gtk_widget_set_halign (self->breath, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->breath);
  self->line = add_label (GTK_BOX (box), "title-4");
  self->left = add_label (GTK_BOX (box), "dimmed");
  adw_bin_set_child (ADW_BIN (self), box);
}

/* Public */

GtkWidget *
hearten_quiet_time_new (HeartenClock *clock)
{
  HeartenQuietTime *self = g_object_new (HEARTEN_TYPE_QUIET_TIME, NULL);

  self->clock = g_object_ref (clock);
  return GTK_WIDGET (self);
}

void
hearten_quiet_time_run (HeartenQuietTime *self, const char *const *lines, gint64 from, gint64 until)
{
  g_return_if_fail (HEARTEN_IS_QUIET_TIME (self));

  hearten_quiet_time_stop (self);
  g_strfreev (self->lines);
  self->lines = lines != NULL ? g_strdupv ((char **) lines) : g_new0 (char *, 1);
  self->from = from;
  self->until = until;
  gtk_widget_set_visible (self->breath, until - from <= LONGEST_BREATHING);
  gtk_widget_set_visible (GTK_WIDGET (self->left), until - from > G_TIME_SPAN_MINUTE);
  show_now (self);
  self->timer = g_timeout_add_seconds (1, on_second_cb, self);
}

void
hearten_quiet_time_stop (HeartenQuietTime *self)
{
  g_return_if_fail (HEARTEN_IS_QUIET_TIME (self));

  g_clear_handle_id (&self->timer, g_source_remove);
}
