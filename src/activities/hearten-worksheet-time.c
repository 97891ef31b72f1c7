/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-worksheet-time.h"

#include <glib/gi18n.h>

struct _HeartenWorksheetTime
{
  AdwBin parent_instance;

  GtkLabel *label;
  GtkToggleButton *pause;

  gint64 left;  /* microseconds, when it was last looked at */
  gint64 since; /* monotonic time of that look; 0 while it stands still */
  gboolean over;
  guint tick;
};

G_DEFINE_FINAL_TYPE (HeartenWorksheetTime, hearten_worksheet_time, ADW_TYPE_BIN)

enum { OVER, N_SIGNALS };
static guint signals[N_SIGNALS];

static void look (HeartenWorksheetTime *self);

static void
on_tick_cb (gpointer data)
{
  HeartenWorksheetTime *self = data;

  self->tick = 0;
  look (self);
}

static void
show (HeartenWorksheetTime *self)
{
  guint minutes = (MAX (self->left, 0) + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE;
  g_autofree char *left = g_strdup_printf (g_dngettext (NULL, "%u minute left", "%u minutes left", minutes),
                                           minutes);

  gtk_widget_set_visible (GTK_WIDGET (self->pause), !self->over);
  if (self->over)
    gtk_label_set_label (self->label, _ ("Time is up"));
  else if (gtk_toggle_button_get_active (self->pause))
    gtk_label_set_label (self->label, _ ("Paused"));
  else
    gtk_label_set_label (self->label, left);
}

static gboolean
may_run (HeartenWorksheetTime *self)
{
  return !self->over && self->left > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         !gtk_toggle_button_get_active (self->pause);
}

/* Takes off what went by, and looks again when the next minute is over. */
static void
look (HeartenWorksheetTime *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean ran = self->since != 0;

  g_clear_handle_id (&self->tick, g_source_remove);
  if (ran)
    self->left -= now - self->since;
  self->since = may_run (self) ? now : 0;
  if (ran && self->left <= 0 && !self->over)
    {
      self->over = TRUE;
      self->since = 0;
      g_signal_emit (self, signals[OVER], 0);
    }
  if (self->since != 0)
    self->tick = g_timeout_add_once (((self->left - 1) % G_TIME_SPAN_MINUTE) / G_TIME_SPAN_MILLISECOND + 1,
                                     on_tick_cb, self);
  show (self);
}

static void
on_pause_toggled_cb (HeartenWorksheetTime *self)
{
  gboolean paused = gtk_toggle_button_get_active (self->pause);

  gtk_button_set_icon_name (GTK_BUTTON (self->pause),
                            paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause), paused ? _ ("Go On") : _ ("Pause"));
  look (self);
}

static void
hearten_worksheet_time_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearten_worksheet_time_parent_class)->map (widget);

  look (HEARTEN_WORKSHEET_TIME (widget));
}

static void
hearten_worksheet_time_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearten_worksheet_time_parent_class)->unmap (widget);

  look (HEARTEN_WORKSHEET_TIME (widget));
}

static void
hearten_worksheet_time_dispose (GObject *object)
{
  g_clear_handle_id (&HEARTEN_WORKSHEET_TIME (object)->tick, g_source_remove);

  G_OBJECT_CLASS (hearten_worksheet_time_parent_class)->dispose (object);
}

static void
hearten_worksheet_time_class_init (HeartenWorksheetTimeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_worksheet_time_dispose;
  widget_class->map = hearten_worksheet_time_map;
  widget_class->unmap = hearten_worksheet_time_unmap;

  signals[OVER] = g_signal_new ("over", HEARTEN_TYPE_WORKSHEET_TIME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
hearten_worksheet_time_init (HeartenWorksheetTime *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  self->pause = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->pause), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->pause), "circular");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pause));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->pause, "toggled", G_CALLBACK (on_pause_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  on_pause_toggled_cb (self);
}

void
hearten_worksheet_time_start (HeartenWorksheetTime *self, int seconds)
{
  g_return_if_fail (HEARTEN_IS_WORKSHEET_TIME (self));

  self->left = seconds * G_TIME_SPAN_SECOND;
  self->since = 0;
  self->over = seconds == 0;
  gtk_toggle_button_set_active (self->pause, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), seconds >= 0);
  look (self);
}

int
hearten_worksheet_time_get_left (HeartenWorksheetTime *self)
{
  g_return_val_if_fail (HEARTEN_IS_WORKSHEET_TIME (self), -1);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return -1;
  look (self);
  return self->over ? 0 : MAX (self->left / G_TIME_SPAN_SECOND, 0);
}
