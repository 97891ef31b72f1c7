/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-weekday-picker.h"

#include "hearten-day-words.h"

#define DAYS 7

struct _HeartenWeekdayPicker
{
  AdwBin parent_instance;

  GtkToggleButton *days[DAYS]; /* Monday first */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeartenWeekdayPicker, hearten_weekday_picker, ADW_TYPE_BIN)

static void
on_day_toggled_cb (HeartenWeekdayPicker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkToggleButton *
create_day (HeartenWeekdayPicker *self, guint day)
{
  GtkWidget *button = gtk_toggle_button_new ();
  /* The first of January 2024 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2024, 1, (int) day + 1, 12, 0, 0);
  g_autofree char *label = g_date_time_format (date, "%a");
  g_autofree char *name = g_date_time_format (date, "%A");

  /* A button's own label would be its name, also for who hears it. */
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (label));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_day_toggled_cb), self, G_CONNECT_SWAPPED);
  return GTK_TOGGLE_BUTTON (button);
}

static void
hearten_weekday_picker_class_init (HeartenWeekdayPickerClass *klass)
{
  /**
   * HeartenWeekdayPicker::changed:
   *
   * Another set of days is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hearten_weekday_picker_init (HeartenWeekdayPicker *self)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());
  guint first = hearten_day_words_get_first_weekday ();

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  for (guint i = 0; i < DAYS; i++)
    {
      guint day = (first + i) % DAYS;

      self->days[day] = create_day (self, day);
      adw_wrap_box_append (box, GTK_WIDGET (self->days[day]));
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

guint
hearten_weekday_picker_get_chosen (HeartenWeekdayPicker *self)
{
  guint chosen = 0;

  g_return_val_if_fail (HEARTEN_IS_WEEKDAY_PICKER (self), 0);

  for (guint i = 0; i < DAYS; i++)
    if (gtk_toggle_button_get_active (self->days[i]))
      chosen |= 1u << i;
  return chosen;
}

void
hearten_weekday_picker_set_chosen (HeartenWeekdayPicker *self, guint chosen)
{
  g_return_if_fail (HEARTEN_IS_WEEKDAY_PICKER (self));

  for (guint i = 0; i < DAYS; i++)
    gtk_toggle_button_set_active (self->days[i], (chosen & (1u << i)) != 0);
}
