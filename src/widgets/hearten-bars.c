/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-bars.h"

#define HEIGHT 64
#define WIDEST 28
#define LEAST 2 /* A week without pages is still a week. */

struct _HeartenBars
{
  GtkWidget parent_instance;

  GArray *counts;
};

G_DEFINE_FINAL_TYPE (HeartenBars, hearten_bars, GTK_TYPE_WIDGET)

static guint
find_highest (GArray *counts)
{
  guint highest = 1;

  for (guint i = 0; i < counts->len; i++)
    highest = MAX (highest, g_array_index (counts, guint, i));
  return highest;
}

static void
draw_bar (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, bounds, MIN (bounds->size.width, bounds->size.height) / 4);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, bounds);
  gtk_snapshot_pop (snapshot);
}

static void
hearten_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeartenBars *self = HEARTEN_BARS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float height = gtk_widget_get_height (widget), each;
  GdkRGBA color, faint;
  guint highest;

  if (self->counts == NULL || self->counts->len == 0)
    return;

  gtk_widget_get_color (widget, &color);
  color.alpha *= 0.6f;
  faint = color;
  faint.alpha *= 0.4f;
  highest = find_highest (self->counts);
  each = (float) gtk_widget_get_width (widget) / (float) self->counts->len;

  for (guint i = 0; i < self->counts->len; i++)
    {
      guint count = g_array_index (self->counts, guint, i);
      float high = MAX (height * (float) count / (float) highest, LEAST), wide = MIN (each * 0.7f, WIDEST);
      float x = each * (float) (mirrored ? self->counts->len - 1 - i : i) + (each - wide) / 2;

      draw_bar (snapshot, &GRAPHENE_RECT_INIT (x, height - high, wide, high), count > 0 ? &color : &faint);
    }
}

static void
hearten_bars_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
hearten_bars_dispose (GObject *object)
{
  HeartenBars *self = HEARTEN_BARS (object);

  g_clear_pointer (&self->counts, g_array_unref);

  G_OBJECT_CLASS (hearten_bars_parent_class)->dispose (object);
}

static void
hearten_bars_class_init (HeartenBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_bars_dispose;
  widget_class->snapshot = hearten_bars_snapshot;
  widget_class->measure = hearten_bars_measure;
  gtk_widget_class_set_css_name (widget_class, "bars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearten_bars_init (HeartenBars *self)
{
}

void
hearten_bars_set_counts (HeartenBars *self, GArray *counts, const char *label, const char *description)
{
  g_return_if_fail (HEARTEN_IS_BARS (self));

  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = g_array_ref (counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
