/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-mood-cell.h"

#define SPACING 2

struct _HeartenMoodCell
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *word;
  gboolean roomy;
};

G_DEFINE_FINAL_TYPE (HeartenMoodCell, hearten_mood_cell, GTK_TYPE_WIDGET)

static void
hearten_mood_cell_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  HeartenMoodCell *self = HEARTEN_MOOD_CELL (widget);
  int icon = 0, word = 0;

  gtk_widget_measure (self->icon, orientation, -1, &icon, NULL, NULL, NULL);
  if (gtk_widget_get_visible (self->word))
    gtk_widget_measure (self->word, orientation, -1, NULL, &word, NULL, NULL);
  *minimum = icon;
  if (word == 0)
    *natural = icon;
  else
    *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (icon, word) : icon + SPACING + word;
}

static void
hearten_mood_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeartenMoodCell *self = HEARTEN_MOOD_CELL (widget);
  gboolean shows_word = self->roomy && gtk_widget_get_visible (self->word);
  int icon = 0, word = 0;

  gtk_widget_set_child_visible (self->word, shows_word);
  if (!shows_word)
    {
      gtk_widget_size_allocate (self->icon, &(GtkAllocation) { 0, 0, width, height }, -1);
      return;
    }
  gtk_widget_measure (self->icon, GTK_ORIENTATION_VERTICAL, -1, &icon, NULL, NULL, NULL);
  gtk_widget_measure (self->word, GTK_ORIENTATION_VERTICAL, -1, NULL, &word, NULL, NULL);
  gtk_widget_size_allocate (self->icon, &(GtkAllocation) { 0, 0, width, icon }, -1);
  gtk_widget_size_allocate (self->word, &(GtkAllocation) { 0, height - word, width, word }, -1);
}

static void
hearten_mood_cell_dispose (GObject *object)
{
  HeartenMoodCell *self = HEARTEN_MOOD_CELL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->word, gtk_widget_unparent);

  G_OBJECT_CLASS (hearten_mood_cell_parent_class)->dispose (object);
}

static void
hearten_mood_cell_class_init (HeartenMoodCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_mood_cell_dispose;
  widget_class->measure = hearten_mood_cell_measure;
  widget_class->size_allocate = hearten_mood_cell_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
hearten_mood_cell_init (HeartenMoodCell *self)
{
}

GtkWidget *
hearten_mood_cell_new (const char *icon_name, const char *word)
{
  HeartenMoodCell *self = g_object_new (HEARTEN_TYPE_MOOD_CELL, NULL);

  self->icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->word = g_object_new (GTK_TYPE_LABEL, "label", word, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->word, "caption");
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
  self->roomy = TRUE;
  return GTK_WIDGET (self);
}

void
hearten_mood_cell_set_roomy (HeartenMoodCell *self, gboolean roomy)
{
  g_return_if_fail (HEARTEN_IS_MOOD_CELL (self));

  self->roomy = roomy;
}

void
hearten_mood_cell_set_has_word (HeartenMoodCell *self, gboolean has_word)
{
  g_return_if_fail (HEARTEN_IS_MOOD_CELL (self));

  gtk_widget_set_visible (self->word, has_word);
}
