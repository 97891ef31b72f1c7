/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-breath.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define SIZE 200
#define IN_SECONDS 4.0
#define OUT_SECONDS 6.0
#define SMALL 0.55
#define SOFT_ALPHA 0.16f

struct _HeartenBreath
{
  GtkWidget parent_instance;

  GtkWidget *word;
  gint64 began; /* frame time, µs */
  double size;  /* SMALL … 1 */
  gboolean out;
};

G_DEFINE_FINAL_TYPE (HeartenBreath, hearten_breath, GTK_TYPE_WIDGET)

static void
say (HeartenBreath *self, gboolean out)
{
  self->out = out;
  /* Translators: two words inside a circle to breathe with; keep them short. */
  gtk_label_set_label (GTK_LABEL (self->word), out ? C_ ("breathing", "Out") : C_ ("breathing", "In"));
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  HeartenBreath *self = HEARTEN_BREATH (widget);
  double seconds = fmod ((double) (gdk_frame_clock_get_frame_time (frame_clock) - self->began) /
                             G_USEC_PER_SEC,
                         IN_SECONDS + OUT_SECONDS);
  gboolean out = seconds >= IN_SECONDS;
  double part = out ? 1 - (seconds - IN_SECONDS) / OUT_SECONDS : seconds / IN_SECONDS;

  if (out != self->out)
    say (self, out);
  if (!adw_get_enable_animations (widget))
    part = 0.5;
  else
    part = (1 - cos (part * G_PI)) / 2;
  if (self->size != SMALL + (1 - SMALL) * part)
    {
      self->size = SMALL + (1 - SMALL) * part;
      gtk_widget_queue_draw (widget);
    }
  return G_SOURCE_CONTINUE;
}

static void
hearten_breath_map (GtkWidget *widget)
{
  HeartenBreath *self = HEARTEN_BREATH (widget);

  GTK_WIDGET_CLASS (hearten_breath_parent_class)->map (widget);
  self->began = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (widget));
  say (self, FALSE);
}

static void
hearten_breath_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeartenBreath *self = HEARTEN_BREATH (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  float radius = MIN (width, height) / 2 * (float) self->size;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color, soft;

  gtk_widget_get_color (widget, &color);
  soft = color;
  soft.alpha *= SOFT_ALPHA;
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (width / 2, height / 2), radius - 1);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &soft);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
  gtk_widget_snapshot_child (widget, self->word, snapshot);
}

static void
hearten_breath_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int word;

  gtk_widget_measure (HEARTEN_BREATH (widget)->word, orientation, -1, NULL, &word, NULL, NULL);
  *minimum = *natural = MAX (SIZE, (int) (word / SMALL));
}

static void
hearten_breath_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (HEARTEN_BREATH (widget)->word, width, height, -1, NULL);
}

static void
hearten_breath_dispose (GObject *object)
{
  g_clear_pointer (&HEARTEN_BREATH (object)->word, gtk_widget_unparent);

  G_OBJECT_CLASS (hearten_breath_parent_class)->dispose (object);
}

static void
hearten_breath_class_init (HeartenBreathClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_breath_dispose;
  widget_class->map = hearten_breath_map;
  widget_class->snapshot = hearten_breath_snapshot;
  widget_class->measure = hearten_breath_measure;
  widget_class->size_allocate = hearten_breath_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "breath");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearten_breath_init (HeartenBreath *self)
{
  self->size = SMALL;
  self->word = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->word, "title-2");
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("A circle to breathe with: in for four seconds, out for six"), -1);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

GtkWidget *
hearten_breath_new (void)
{
  return g_object_new (HEARTEN_TYPE_BREATH, NULL);
}
