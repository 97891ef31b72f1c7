/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-curve.h"

#include <glib/gi18n.h>

#define HEIGHT 96
#define ROW 18
#define MARK 4.0f
#define LINE 2
#define SOFT_ALPHA 0.2f
#define FAINT_ALPHA 0.18f

struct _HeartenSpaceCurve
{
  GtkWidget parent_instance;

  GArray *urges;
  GPtrArray *rows; /* of GArray */
};

G_DEFINE_FINAL_TYPE (HeartenSpaceCurve, hearten_space_curve, GTK_TYPE_WIDGET)

static float
get_x (HeartenSpaceCurve *self, guint day)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARK;
  float x = self->urges->len > 1 ? width * (float) day / (float) (self->urges->len - 1) : width / 2;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  return x + MARK;
}

/* Each day and its neighbours, so that one evening is a hill and not a needle. */
static float
get_height (HeartenSpaceCurve *self, guint day)
{
  guint before = day > 0 ? g_array_index (self->urges, guint, day - 1) : 0;
  guint after = day + 1 < self->urges->len ? g_array_index (self->urges, guint, day + 1) : 0;

  return (float) g_array_index (self->urges, guint, day) + (float) (before + after) / 2;
}

static GskPath *
new_curve (HeartenSpaceCurve *self, gboolean closed)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  float highest = 2, bottom = HEIGHT - LINE;
  graphene_point_t last = { 0, 0 };

  for (guint i = 0; i < self->urges->len; i++)
    highest = MAX (highest, get_height (self, i));
  for (guint i = 0; i < self->urges->len; i++)
    {
      graphene_point_t point = { get_x (self, i), bottom - (bottom - LINE) * get_height (self, i) / highest };
      float middle = (last.x + point.x) / 2;

      if (i == 0)
        gsk_path_builder_move_to (builder, point.x, point.y);
      else
        gsk_path_builder_cubic_to (builder, middle, last.y, middle, point.y, point.x, point.y);
      last = point;
    }
  if (closed && self->urges->len > 0)
    {
      gsk_path_builder_line_to (builder, last.x, bottom);
      gsk_path_builder_line_to (builder, get_x (self, 0), bottom);
      gsk_path_builder_close (builder);
    }
  return gsk_path_builder_to_path (builder);
}

/* A kind each has a shape of its own, so that no colour has to be told apart. */
static void
add_mark (GskPathBuilder *builder, guint row, float x, float y)
{
  if (row == 0)
    {
      gsk_path_builder_move_to (builder, x, y - MARK);
      gsk_path_builder_line_to (builder, x + MARK, y);
      gsk_path_builder_line_to (builder, x, y + MARK);
      gsk_path_builder_line_to (builder, x - MARK, y);
      gsk_path_builder_close (builder);
    }
  else if (row == 1)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), MARK);
  else
    gsk_path_builder_add_rect (builder, &GRAPHENE_RECT_INIT (x - MARK / 2, y - MARK / 2, MARK, MARK));
}

static void
draw_row (HeartenSpaceCurve *self,
          GtkSnapshot *snapshot,
          guint row,
          const GdkRGBA *color,
          const GdkRGBA *faint)
{
  GArray *days = self->rows->pdata[row];
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float y = HEIGHT + ROW * ((float) row + 0.5f);

  gtk_snapshot_append_color (snapshot, faint,
                             &GRAPHENE_RECT_INIT (0, y, (float) gtk_widget_get_width (GTK_WIDGET (self)), 1));
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, guint, i) > 0)
      add_mark (builder, row, get_x (self, i), y);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, color);
}

static void
hearten_space_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeartenSpaceCurve *self = HEARTEN_SPACE_CURVE (widget);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE);
  g_autoptr (GskPath) line = NULL, area = NULL;
  GdkRGBA color, soft, faint;

  if (self->urges == NULL)
    return;
  gtk_widget_get_color (widget, &color);
  soft = faint = color;
  soft.alpha *= SOFT_ALPHA;
  faint.alpha *= FAINT_ALPHA;
  line = new_curve (self, FALSE);
  area = new_curve (self, TRUE);
  gtk_snapshot_append_fill (snapshot, area, GSK_FILL_RULE_WINDING, &soft);
  gtk_snapshot_append_stroke (snapshot, line, stroke, &color);
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, snapshot, i, &color, &faint);
}

static void
hearten_space_curve_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  HeartenSpaceCurve *self = HEARTEN_SPACE_CURVE (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT + ROW * (int) self->rows->len
                                                                : HEIGHT;
}

static void
hearten_space_curve_finalize (GObject *object)
{
  HeartenSpaceCurve *self = HEARTEN_SPACE_CURVE (object);

  g_clear_pointer (&self->urges, g_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (hearten_space_curve_parent_class)->finalize (object);
}

static void
hearten_space_curve_class_init (HeartenSpaceCurveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_space_curve_finalize;
  widget_class->snapshot = hearten_space_curve_snapshot;
  widget_class->measure = hearten_space_curve_measure;
  gtk_widget_class_set_css_name (widget_class, "spacecurve");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearten_space_curve_init (HeartenSpaceCurve *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

void
hearten_space_curve_set (HeartenSpaceCurve *self,
                         GArray *urges,
                         GArray *const *rows,
                         guint n_rows,
                         const char *description)
{
  g_return_if_fail (HEARTEN_IS_SPACE_CURVE (self));

  g_clear_pointer (&self->urges, g_array_unref);
  self->urges = g_array_ref (urges);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->rows, g_array_ref (rows[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Urges and contact, day by day"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
