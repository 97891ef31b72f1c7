/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day-row.h"

#include <glib/gi18n.h>

#include "hearten-day-words.h"

struct _HeartenDayRow
{
  AdwExpanderRow parent_instance;

  GtkCalendar *calendar;
  GtkWidget *none;
  GDate day;
  GDate today;
  gboolean setting;
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
on_calendar_day_cb (HeartenDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  int year, month, day;

  if (self->setting)
    return;
  g_date_time_get_ymd (date, &year, &month, &day);
  g_date_set_dmy (&self->day, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  show_day (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* A calendar always has a day; so opening it proposes today, and a press on it says so. */
static void
on_none_clicked_cb (HeartenDayRow *self)
{
  hearten_day_row_set_day (self, NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_calendar_released_cb (HeartenDayRow *self)
{
  if (!g_date_valid (&self->day))
    on_calendar_day_cb (self);
}

static gboolean
on_key_pressed_cb (HeartenDayRow *self, guint key)
{
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space) &&
      !g_date_valid (&self->day) && gtk_widget_has_focus (GTK_WIDGET (self->calendar)))
    {
      on_calendar_day_cb (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
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
add_controllers (HeartenDayRow *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_BUBBLE);
  g_signal_connect_object (press, "released", G_CALLBACK (on_calendar_released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), GTK_EVENT_CONTROLLER (press));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->calendar), keys);
}

static void
hearten_day_row_init (HeartenDayRow *self)
{
  static const char *const notifies[] = { "notify::day", "notify::month", "notify::year" };
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
  for (guint i = 0; i < G_N_ELEMENTS (notifies); i++)
    g_signal_connect_object (self->calendar, notifies[i], G_CALLBACK (on_calendar_day_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->none, "clicked", G_CALLBACK (on_none_clicked_cb), self, G_CONNECT_SWAPPED);
  add_controllers (self);
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
  const GDate *shown = day != NULL ? day : &self->today;
  g_autoptr (GDateTime) date = NULL;

  g_return_if_fail (HEARTEN_IS_DAY_ROW (self));

  date = g_date_time_new_local (g_date_get_year (shown), g_date_get_month (shown), g_date_get_day (shown), 12,
                                0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->setting = FALSE;
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
