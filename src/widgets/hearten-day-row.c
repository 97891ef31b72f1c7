/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day-row.h"

#include <glib/gi18n.h>

#include "hearten-day-choice.h"
#include "hearten-day-words.h"

struct _HeartenDayRow
{
  AdwExpanderRow parent_instance;

  GtkCalendar *calendar;
  GtkWidget *none;
  GDate day;
  GDate today;
};

G_DEFINE_FINAL_TYPE (HeartenDayRow, hearten_day_row, ADW_TYPE_EXPANDER_ROW)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_day (HeartenDayRow *self)
{
  g_autofree char *words = g_date_valid (&self->day) ? hearten_day_words_dup (&self->day, &self->today)
                                                     : g_strdup (_ ("No day yet"));

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words);
  gtk_widget_set_visible (self->none, g_date_valid (&self->day));
}

static void
on_chosen_cb (HeartenDayRow *self)
{
  hearten_day_choice_get (self->calendar, &self->day);
  show_day (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_none_clicked_cb (HeartenDayRow *self)
{
  hearten_day_row_set_day (self, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hearten_day_row_class_init (HeartenDayRowClass *klass)
{
  /**
   * HeartenDayRow::changed:
   *
   * The user chose another day, or none.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearten_day_row_init (HeartenDayRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_date_clear (&self->day, 1);
  g_date_clear (&self->today, 1);
  self->calendar = g_object_new (GTK_TYPE_CALENDAR, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  self->none = gtk_button_new_with_label (_ ("No Day"));
  gtk_widget_add_css_class (self->none, "flat");
  gtk_widget_set_margin_bottom (self->none, 6);
  gtk_widget_set_halign (self->none, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), self->none);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE); /* the calendar is what is gone to */
  hearten_day_choice_follow (self->calendar, (HeartenDayChosen) on_chosen_cb, self);
  g_signal_connect_object (self->none, "clicked", G_CALLBACK (on_none_clicked_cb), self, G_CONNECT_SWAPPED);
}

/* Public */

GtkWidget *
hearten_day_row_new (const char *title, const GDate *today)
{
  HeartenDayRow *self = g_object_new (HEARTEN_TYPE_DAY_ROW, "use-markup", FALSE, "title", title, NULL);

  self->today = *today;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  hearten_day_row_set_day (self, NULL);
  return GTK_WIDGET (self);
}

void
hearten_day_row_set_day (HeartenDayRow *self, const GDate *day)
{
  g_return_if_fail (HEARTEN_IS_DAY_ROW (self));

  hearten_day_choice_select (self->calendar, day, &self->today);
  if (day != NULL)
    self->day = *day;
  else
    g_date_clear (&self->day, 1);
  show_day (self);
}

gboolean
hearten_day_row_get_day (HeartenDayRow *self, GDate *day)
{
  g_return_val_if_fail (HEARTEN_IS_DAY_ROW (self) && day != NULL, FALSE);

  *day = self->day;
  return g_date_valid (&self->day);
}
