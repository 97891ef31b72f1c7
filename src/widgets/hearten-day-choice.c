/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-day-choice.h"

#define DATA "hearten-day-choice"
#define LOOKING "looking" /* the style: the calendar's own day is not the chosen one */

typedef struct
{
  GDate day;
  gboolean setting;
  HeartenDayChosen chosen;
  gpointer object; /* holds the calendar */
} Choice;

static Choice *
get_choice (GtkCalendar *calendar)
{
  return g_object_get_data (G_OBJECT (calendar), DATA);
}

static GDate
read_calendar (GtkCalendar *calendar)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) gtk_calendar_get_day (calendar),
                  (GDateMonth) (gtk_calendar_get_month (calendar) + 1),
                  (GDateYear) gtk_calendar_get_year (calendar));
  return day;
}

static void
show_day (GtkCalendar *calendar, const GDate *day)
{
  g_autoptr (GDateTime) noon = g_date_time_new_local (g_date_get_year (day), g_date_get_month (day),
                                                      g_date_get_day (day), 12, 0, 0);

  get_choice (calendar)->setting = TRUE;
  if (noon != NULL)
    gtk_calendar_select_day (calendar, noon);
  get_choice (calendar)->setting = FALSE;
}

static void
take (GtkCalendar *calendar)
{
  Choice *choice = get_choice (calendar);
  GDate day = read_calendar (calendar);

  gtk_widget_remove_css_class (GTK_WIDGET (calendar), LOOKING);
  if (g_date_valid (&choice->day) && g_date_compare (&choice->day, &day) == 0)
    return;
  choice->day = day;
  if (choice->chosen != NULL)
    choice->chosen (choice->object);
}

static void
on_day_selected_cb (GtkCalendar *calendar)
{
  if (!get_choice (calendar)->setting)
    take (calendar);
}

/* Another month or year is looked at. */
static void
on_looked_cb (GtkCalendar *calendar)
{
  Choice *choice = get_choice (calendar);
  GDate shown = read_calendar (calendar);

  if (g_date_valid (&choice->day) && g_date_get_month (&shown) == g_date_get_month (&choice->day) &&
      g_date_get_year (&shown) == g_date_get_year (&choice->day))
    {
      show_day (calendar, &choice->day);
      gtk_widget_remove_css_class (GTK_WIDGET (calendar), LOOKING);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (calendar), LOOKING);
}

/* Nothing tells of a press on the day that the calendar takes for chosen already. */

static void
on_released_cb (GtkCalendar *calendar, int n_press, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (calendar), x, y, GTK_PICK_DEFAULT);

  if (picked != NULL && gtk_widget_has_css_class (picked, "day-number"))
    take (calendar);
}

static void
on_key_released_cb (GtkCalendar *calendar, guint key)
{
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space) &&
      gtk_widget_has_focus (GTK_WIDGET (calendar)))
    take (calendar);
}

/* Public */

void
hearten_day_choice_let_scroll (GtkCalendar *calendar)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (calendar));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

void
hearten_day_choice_follow (GtkCalendar *calendar, HeartenDayChosen chosen, gpointer object)
{
  static const char *const looks[] = { "next-month", "prev-month", "next-year", "prev-year" };
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Choice *choice = g_new0 (Choice, 1);

  g_return_if_fail (GTK_IS_CALENDAR (calendar) && get_choice (calendar) == NULL);

  hearten_day_choice_let_scroll (calendar);
  *choice = (Choice) { read_calendar (calendar), FALSE, chosen, object };
  g_object_set_data_full (G_OBJECT (calendar), DATA, choice, g_free);
  g_signal_connect (calendar, "day-selected", G_CALLBACK (on_day_selected_cb), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    g_signal_connect (calendar, looks[i], G_CALLBACK (on_looked_cb), NULL);
  g_signal_connect_object (press, "released", G_CALLBACK (on_released_cb), calendar, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (calendar), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (keys, "key-released", G_CALLBACK (on_key_released_cb), calendar,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (calendar), keys);
}

void
hearten_day_choice_select (GtkCalendar *calendar, const GDate *day, const GDate *shown)
{
  Choice *choice = get_choice (calendar);

  g_return_if_fail (choice != NULL && (day != NULL || shown != NULL));

  show_day (calendar, day != NULL ? day : shown);
  if (day != NULL)
    {
      choice->day = *day;
      gtk_widget_remove_css_class (GTK_WIDGET (calendar), LOOKING);
    }
  else
    {
      g_date_clear (&choice->day, 1);
      gtk_widget_add_css_class (GTK_WIDGET (calendar), LOOKING);
    }
}

gboolean
hearten_day_choice_get (GtkCalendar *calendar, GDate *day)
{
  g_return_val_if_fail (get_choice (calendar) != NULL && day != NULL, FALSE);

  *day = get_choice (calendar)->day;
  return g_date_valid (day);
}
