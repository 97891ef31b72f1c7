/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-ring.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define SMALLEST 72
#define TURN_MS 250
#define TRACK_ALPHA 0.16f
#define SOFT_ALPHA 0.45f

struct _HeartenRing
{
  GtkWidget parent_instance;

  guint day;
  guint days;
  double shown; /* on its way to the fraction */
  GtkWidget *number;
  AdwAnimation *animation;
};

G_DEFINE_FINAL_TYPE (HeartenRing, hearten_ring, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_DAY, PROP_DAYS, PROP_FRACTION, N_PROPS };

static GParamSpec *props[N_PROPS];

static void
show_fraction (double value, gpointer user_data)
{
  HeartenRing *self = user_data;

  self->shown = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
get_fraction (HeartenRing *self)
{
  return self->days == 0 ? 1 : MIN ((double) self->day / self->days, 1);
}

static void
turn (HeartenRing *self)
{
  double fraction = get_fraction (self);

  adw_timed_animation_set_value_from (ADW_TIMED_ANIMATION (self->animation), self->shown);
  adw_timed_animation_set_value_to (ADW_TIMED_ANIMATION (self->animation), fraction);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && fabs (fraction - self->shown) > 0.001)
    adw_animation_play (self->animation);
  else
    show_fraction (fraction, self);
}

static void
tell (HeartenRing *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->day);
  g_autofree char *spoken = self->days == 0 ? g_strdup_printf (_ ("Day %u"), self->day)
                                            : g_strdup_printf (_ ("Day %u of %u"), self->day, self->days);

  gtk_label_set_label (GTK_LABEL (self->number), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Drawing */

static void
stroke_arc (GtkSnapshot *snapshot, float size, float width, double from, double to, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);
  g_autoptr (GskPath) path = NULL;
  float middle = size / 2, radius = (size - width) / 2;
  graphene_point_t start = GRAPHENE_POINT_INIT (middle + radius * (float) cos (from),
                                                middle + radius * (float) sin (from));
  graphene_point_t end = GRAPHENE_POINT_INIT (middle + radius * (float) cos (to),
                                              middle + radius * (float) sin (to));

  gsk_path_builder_move_to (builder, start.x, start.y);
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, fabs (to - from) > G_PI, to > from, end.x, end.y);
  path = gsk_path_builder_to_path (builder);
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
stroke_circle (GtkSnapshot *snapshot, float size, float width, const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (size / 2, size / 2), (size - width) / 2);
  path = gsk_path_builder_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
hearten_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HeartenRing *self = HEARTEN_RING (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float size = MIN (width, height), line = size / 11;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double angle = 2 * G_PI * self->shown * (mirrored ? -1 : 1);
  GdkRGBA color, soft;

  gtk_widget_get_color (widget, &color);
  soft = color;
  soft.alpha *= self->days == 0 ? SOFT_ALPHA : TRACK_ALPHA;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - size) / 2, (height - size) / 2));
  stroke_circle (snapshot, size, line, &soft);
  if (self->days > 0 && self->shown > 0.999)
    stroke_circle (snapshot, size, line, &color);
  else if (self->days > 0 && self->shown > 0)
    stroke_arc (snapshot, size, line, -G_PI_2, angle - G_PI_2, &color);
  gtk_snapshot_restore (snapshot);

  gtk_widget_snapshot_child (widget, self->number, snapshot);
}

/* Large text makes a larger ring; it is as wide as it is high. */
static void
hearten_ring_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  HeartenRing *self = HEARTEN_RING (widget);
  int width, height;

  gtk_widget_measure (self->number, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (self->number, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  *minimum = *natural = MAX (SMALLEST, MAX (width, height) * 7 / 4);
}

static void
hearten_ring_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeartenRing *self = HEARTEN_RING (widget);

  gtk_widget_allocate (self->number, width, height, -1, NULL);
}

static void
hearten_ring_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hearten_ring_parent_class)->map (widget);
  turn (HEARTEN_RING (widget));
}

/* GObject */

static void
hearten_ring_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeartenRing *self = HEARTEN_RING (object);

  switch (id)
    {
    case PROP_DAY:
      g_value_set_uint (value, self->day);
      break;
    case PROP_DAYS:
      g_value_set_uint (value, self->days);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, get_fraction (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_ring_dispose (GObject *object)
{
  HeartenRing *self = HEARTEN_RING (object);

  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->number, gtk_widget_unparent);

  G_OBJECT_CLASS (hearten_ring_parent_class)->dispose (object);
}

static void
hearten_ring_class_init (HeartenRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hearten_ring_get_property;
  object_class->dispose = hearten_ring_dispose;
  widget_class->snapshot = hearten_ring_snapshot;
  widget_class->measure = hearten_ring_measure;
  widget_class->size_allocate = hearten_ring_size_allocate;
  widget_class->map = hearten_ring_map;

  props[PROP_DAY] = g_param_spec_uint ("day", NULL, NULL, 0, G_MAXUINT, 0,
                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_DAYS] = g_param_spec_uint ("days", NULL, NULL, 0, G_MAXUINT, 0,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hearten_ring_init (HeartenRing *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (show_fraction, self, NULL);

  self->number = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->number, "title-2");
  gtk_widget_add_css_class (self->number, "numeric");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 0, TURN_MS, target);
}

/* Public */

void
hearten_ring_set_days (HeartenRing *self, guint day, guint days)
{
  g_return_if_fail (HEARTEN_IS_RING (self));

  if (self->day == day && self->days == days)
    return;
  self->day = day;
  self->days = days;
  tell (self);
  turn (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAY]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DAYS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
}
