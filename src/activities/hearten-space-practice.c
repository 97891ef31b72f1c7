/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-practice.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-pill.h"
#include "hearten-ring.h"

struct _HeartenSpacePractice
{
  HeartenActivity parent_instance;

  GtkWidget *none;
  GtkWidget *current;
  HeartenRing *ring;
  GtkLabel *day;
};

G_DEFINE_FINAL_TYPE (HeartenSpacePractice, hearten_space_practice, HEARTEN_TYPE_ACTIVITY)

static void
update (HeartenSpacePractice *self)
{
  HeartenContext *context = hearten_activity_get_context (HEARTEN_ACTIVITY (self));
  HeartenSpacePeriod *period = hearten_spaces_get_active (hearten_context_get_spaces (context));
  GDate today = hearten_day_today (hearten_context_get_clock (context));

  gtk_widget_set_visible (self->none, period == NULL);
  gtk_widget_set_visible (self->current, period != NULL);
  if (period != NULL)
    {
      g_autofree char *day = hearten_space_period_dup_day_text (period, &today);

      hearten_ring_set_days (self->ring, hearten_space_period_count_days (period, &today),
                             hearten_space_period_get_days (period));
      gtk_label_set_label (self->day, day);
    }
}

static void
on_period_changed_cb (HeartenSpacePractice *self)
{
  HeartenContext *context = hearten_activity_get_context (HEARTEN_ACTIVITY (self));

  if (hearten_spaces_get_active (hearten_context_get_spaces (context)) != NULL)
    hearten_activity_begin (HEARTEN_ACTIVITY (self));
  update (self);
}

static GtkWidget *
new_button (const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = hearten_pill_new (label, suggested);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_none (HeartenSpacePractice *self)
{
  g_autofree char *begin = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "begin");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *button = new_button (begin, "win.begin-space", TRUE);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box),
                  hearten_activity_new_paragraph (HEARTEN_ACTIVITY (self), "invite", "practice-invite"));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_current (HeartenSpacePractice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *buttons = adw_wrap_box_new ();

  self->ring = g_object_new (HEARTEN_TYPE_RING, "halign", GTK_ALIGN_CENTER, NULL);
  self->day = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->day), "title-4");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 12);
  adw_wrap_box_set_align (ADW_WRAP_BOX (buttons), 0.5);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), new_button (_ ("I Feel the _Urge"), "win.feel-urge", TRUE));
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), new_button (_ ("Open _Space"), "win.show-page::space", FALSE));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ring));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (box), buttons);
  return box;
}

static void
hearten_space_practice_constructed (GObject *object)
{
  HeartenSpacePractice *self = HEARTEN_SPACE_PRACTICE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  HeartenSpaces *spaces;

  G_OBJECT_CLASS (hearten_space_practice_parent_class)->constructed (object);

  spaces = hearten_context_get_spaces (hearten_activity_get_context (HEARTEN_ACTIVITY (self)));
  self->none = new_none (self);
  self->current = new_current (self);
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_box_append (GTK_BOX (box), self->current);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (spaces, "changed", G_CALLBACK (on_period_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hearten_space_practice_class_init (HeartenSpacePracticeClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hearten_space_practice_constructed;
}

static void
hearten_space_practice_init (HeartenSpacePractice *self)
{
}
