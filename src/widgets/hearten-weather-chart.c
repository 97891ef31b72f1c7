/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-weather-chart.h"

#include <glib/gi18n.h>

#include "hearten-insights.h"

#define N_MOODS (HEARTEN_MOOD_HIGHEST - HEARTEN_MOOD_LOWEST + 1)
#define N_DATES 3
#define SPACE 12
#define HEIGHT 200
#define LINE 2
#define GAP 3 /* A line joins days that are no further apart, in steps. */

struct _HeartenWeatherChart
{
  GtkWidget parent_instance;

  GArray *dots;
  GArray *line;
  guint32 first;
  guint32 last;
  guint step;
  GtkWidget *icons[N_MOODS]; /* brightest first */
  GtkWidget *dates[N_DATES];
  graphene_rect_t plot;
  char *name; /* what is shown, where it is not the weather */
};

G_DEFINE_FINAL_TYPE (HeartenWeatherChart, hearten_weather_chart, GTK_TYPE_WIDGET)

static const char *icon_names[N_MOODS] = {
  "hearten-weather-clear-symbolic", "hearten-weather-brightening-symbolic", "hearten-weather-grey-symbolic",
  "hearten-weather-rainy-symbolic", "hearten-weather-storm-symbolic",
};

static gboolean
is_mirrored (HeartenWeatherChart *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* Dates */

static void
set_date (HeartenWeatherChart *self, guint place)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *text = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->first + (self->last - self->first) * place / (N_DATES - 1));
  day = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date), 0, 0,
                             0);
  /* Translators: a day under the chart, as g_date_time_format() takes it; %-e is the day, %b the short month.
   */
  text = g_date_time_format (day, _ ("%-e %b"));
  gtk_label_set_label (GTK_LABEL (self->dates[place]), g_strstrip (text));
}

/* Drawing */

static graphene_point_t
place_mood (HeartenWeatherChart *self, const HeartenDayMood *mood)
{
  double days = MAX (self->last - self->first, 1);
  double middle = MIN (mood->julian + (self->step - 1) / 2.0, self->last);
  double x = (middle - self->first) / days;
  double y = (HEARTEN_MOOD_HIGHEST - mood->mood) / (N_MOODS - 1);

  if (is_mirrored (self))
    x = 1 - x;
  return GRAPHENE_POINT_INIT (self->plot.origin.x + (float) x * self->plot.size.width,
                              self->plot.origin.y + (float) y * self->plot.size.height);
}

static void
draw_grid (HeartenWeatherChart *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  GdkRGBA faint = *color;

  faint.alpha *= 0.18f;
  for (guint i = 0; i < N_MOODS; i++)
    {
      float y = self->plot.origin.y + self->plot.size.height * i / (N_MOODS - 1);

      gtk_snapshot_append_color (snapshot, &faint,
                                 &GRAPHENE_RECT_INIT (self->plot.origin.x, y, self->plot.size.width, 1));
    }
}

static void
draw_line (HeartenWeatherChart *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE);
  g_autoptr (GskPath) path = NULL;

  for (guint i = 0; i < self->line->len; i++)
    {
      HeartenDayMood *mood = &g_array_index (self->line, HeartenDayMood, i);
      graphene_point_t point = place_mood (self, mood);

      if (i > 0 && mood->julian - mood[-1].julian <= GAP * self->step)
        gsk_path_builder_line_to (builder, point.x, point.y);
      else
        gsk_path_builder_move_to (builder, point.x, point.y);
    }
  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

/* Many days have small dots. */
static void
draw_dots (HeartenWeatherChart *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  float each = self->plot.size.width * self->step / MAX (self->last - self->first, 1);
  float radius = CLAMP (each / 3, 2, 4);
  GdkRGBA soft = *color;

  for (guint i = 0; i < self->dots->len; i++)
    {
      graphene_point_t point = place_mood (self, &g_array_index (self->dots, HeartenDayMood, i));

      gsk_path_builder_add_circle (builder, &point, radius);
    }
  path = gsk_path_builder_to_path (builder);
  if (self->step == 1)
    soft.alpha *= 0.45f;
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &soft);
}

static void
hearten_weather_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeartenWeatherChart *self = HEARTEN_WEATHER_CHART (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  draw_grid (self, snapshot, &color);
  if (self->dots != NULL)
    draw_dots (self, snapshot, &color);
  if (self->line != NULL)
    draw_line (self, snapshot, &color);
  GTK_WIDGET_CLASS (hearten_weather_chart_parent_class)->snapshot (widget, snapshot);
}

/* Layout */

static int
measure (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
hearten_weather_chart_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  HeartenWeatherChart *self = HEARTEN_WEATHER_CHART (widget);
  int icon = measure (self->icons[0], orientation), sum = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = MAX (HEIGHT, icon * N_MOODS) + SPACE + measure (self->dates[0], orientation);
      return;
    }
  for (guint i = 0; i < N_DATES; i++)
    sum += measure (self->dates[i], orientation);
  *minimum = *natural = icon + SPACE + sum + SPACE * (N_DATES - 1);
}

static void
put (HeartenWeatherChart *self, GtkWidget *child, float x, float y, int full_width)
{
  int width = measure (child, GTK_ORIENTATION_HORIZONTAL), height = measure (child, GTK_ORIENTATION_VERTICAL);
  GskTransform *transform;

  if (is_mirrored (self))
    x = (float) full_width - x - (float) width;
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y));
  gtk_widget_allocate (child, width, height, -1, transform);
}

static void
hearten_weather_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeartenWeatherChart *self = HEARTEN_WEATHER_CHART (widget);
  int icon = measure (self->icons[0], GTK_ORIENTATION_HORIZONTAL);
  int text = measure (self->dates[0], GTK_ORIENTATION_VERTICAL);
  int side = icon + SPACE, dot = 4;
  float plot_width = (float) MAX (width - side - dot, 1);
  float plot_height = (float) MAX (height - text - SPACE - icon, 1);

  graphene_rect_init (&self->plot, is_mirrored (self) ? (float) dot : (float) side, (float) icon / 2,
                      plot_width, plot_height);
  for (guint i = 0; i < N_MOODS; i++)
    put (self, self->icons[i], 0, plot_height * (float) i / (N_MOODS - 1), width);
  for (guint i = 0; i < N_DATES; i++)
    {
      int label = measure (self->dates[i], GTK_ORIENTATION_HORIZONTAL);
      float x = (float) side + (plot_width + (float) dot - (float) label) * (float) i / (N_DATES - 1);

      put (self, self->dates[i], x, (float) (height - text), width);
    }
}

/* GObject */

static void
hearten_weather_chart_dispose (GObject *object)
{
  HeartenWeatherChart *self = HEARTEN_WEATHER_CHART (object);

  g_clear_pointer (&self->dots, g_array_unref);
  g_clear_pointer (&self->line, g_array_unref);
  for (guint i = 0; i < N_MOODS; i++)
    g_clear_pointer (&self->icons[i], gtk_widget_unparent);
  for (guint i = 0; i < N_DATES; i++)
    g_clear_pointer (&self->dates[i], gtk_widget_unparent);

  G_OBJECT_CLASS (hearten_weather_chart_parent_class)->dispose (object);
}

static void
hearten_weather_chart_finalize (GObject *object)
{
  g_free (HEARTEN_WEATHER_CHART (object)->name);

  G_OBJECT_CLASS (hearten_weather_chart_parent_class)->finalize (object);
}

static void
hearten_weather_chart_class_init (HeartenWeatherChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_weather_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_weather_chart_finalize;
  widget_class->snapshot = hearten_weather_chart_snapshot;
  widget_class->measure = hearten_weather_chart_measure;
  widget_class->size_allocate = hearten_weather_chart_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "weatherchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearten_weather_chart_init (HeartenWeatherChart *self)
{
  for (guint i = 0; i < N_MOODS; i++)
    {
      self->icons[i] = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_names[i], "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_parent (self->icons[i], GTK_WIDGET (self));
    }
  for (guint i = 0; i < N_DATES; i++)
    {
      self->dates[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                     NULL);
      gtk_widget_add_css_class (self->dates[i], "caption");
      gtk_widget_set_parent (self->dates[i], GTK_WIDGET (self));
    }
}

static char *
dup_label (HeartenWeatherChart *self)
{
  const char *first = gtk_label_get_label (GTK_LABEL (self->dates[0]));
  const char *last = gtk_label_get_label (GTK_LABEL (self->dates[N_DATES - 1]));

  if (self->name != NULL)
    /* Translators: what a chart shows: a question, the first and the last day. */
    return g_strdup_printf (_ ("%1$s From %2$s to %3$s"), self->name, first, last);
  /* Translators: what a chart shows: the first and the last day. */
  return g_strdup_printf (_ ("Inner weather from %1$s to %2$s"), first, last);
}

/* Public */

void
hearten_weather_chart_use_numbers (HeartenWeatherChart *self, const char *name)
{
  g_return_if_fail (HEARTEN_IS_WEATHER_CHART (self));

  g_set_str (&self->name, name);
  for (guint i = 0; i < N_MOODS; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", N_MOODS - i);

      gtk_widget_unparent (self->icons[i]);
      self->icons[i] = g_object_new (GTK_TYPE_LABEL, "label", number, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->icons[i], "caption");
      gtk_widget_set_parent (self->icons[i], GTK_WIDGET (self));
    }
}

void
hearten_weather_chart_set_data (HeartenWeatherChart *self,
                                GArray *dots,
                                GArray *line,
                                const GDate *first,
                                const GDate *last,
                                guint step,
                                const char *words)
{
  g_autofree char *label = NULL;

  g_return_if_fail (HEARTEN_IS_WEATHER_CHART (self));
  g_return_if_fail (g_date_compare (first, last) < 0);

  g_clear_pointer (&self->dots, g_array_unref);
  g_clear_pointer (&self->line, g_array_unref);
  self->dots = g_array_ref (dots);
  self->line = g_array_ref (line);
  self->first = g_date_get_julian (first);
  self->last = g_date_get_julian (last);
  self->step = step;
  for (guint i = 0; i < N_DATES; i++)
    set_date (self, i);

  label = dup_label (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
