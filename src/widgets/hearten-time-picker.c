/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-time-picker.h"

#include <adwaita.h>

#include "hearten-when.h"

#define LAST_MINUTE (24 * 60 - 1)

struct _HeartenTimePicker
{
  GtkBox parent_instance;

  GtkSpinButton *hours;
  GtkSpinButton *minutes;
  AdwToggleGroup *halves;

  gboolean twelve_hour;
  gboolean setting;
  int minute;
};

enum { PROP_0, PROP_MINUTE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeartenTimePicker, hearten_time_picker, GTK_TYPE_BOX)

static int
read_minute (HeartenTimePicker *self)
{
  int hour = gtk_spin_button_get_value_as_int (self->hours);

  if (self->twelve_hour)
    hour = hour % 12 + (adw_toggle_group_get_active (self->halves) == 1 ? 12 : 0);
  return hour * 60 + gtk_spin_button_get_value_as_int (self->minutes);
}

static void
show_minute (HeartenTimePicker *self)
{
  int hour = self->minute / 60;

  self->setting = TRUE;
  gtk_spin_button_set_value (self->hours, self->twelve_hour ? (hour + 11) % 12 + 1 : hour);
  gtk_spin_button_set_value (self->minutes, self->minute % 60);
  if (self->twelve_hour)
    adw_toggle_group_set_active (self->halves, hour >= 12 ? 1 : 0);
  self->setting = FALSE;
}

/* Return takes the number that was typed and goes on to what the dialog is for; a spin button alone would
 * stop after the first. */
static void
on_activate_cb (HeartenTimePicker *self)
{
  gtk_widget_activate_default (GTK_WIDGET (self));
}

static void
on_changed_cb (HeartenTimePicker *self)
{
  int minute;

  if (self->setting)
    return;

  minute = read_minute (self);
  if (self->minute == minute)
    return;

  self->minute = minute;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTE]);
}

static gboolean
show_digits (GtkSpinButton *spin, const char *text)
{
  /* Setting the same text again would move the caret while the user types. */
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static gboolean
on_hours_output_cb (GtkSpinButton *spin, HeartenTimePicker *self)
{
  int hour = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = g_strdup_printf (self->twelve_hour ? "%d" : "%02d", hour);

  return show_digits (spin, text);
}

static gboolean
on_minutes_output_cb (GtkSpinButton *spin, HeartenTimePicker *self)
{
  g_autofree char *text = g_strdup_printf ("%02d", gtk_spin_button_get_value_as_int (spin));

  return show_digits (spin, text);
}

static void
add_half (HeartenTimePicker *self, gboolean afternoon)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_label (toggle, hearten_when_get_half (afternoon));
  adw_toggle_group_add (self->halves, toggle);
}

static void
set_up_halves (HeartenTimePicker *self)
{
  self->twelve_hour = hearten_when_is_12_hour ();
  gtk_widget_set_visible (GTK_WIDGET (self->halves), self->twelve_hour);
  if (!self->twelve_hour)
    return;

  gtk_spin_button_set_range (self->hours, 1, 12);
  add_half (self, FALSE);
  add_half (self, TRUE);
}

/* GObject */

static void
hearten_time_picker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_MINUTE:
      g_value_set_int (value, HEARTEN_TIME_PICKER (object)->minute);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_time_picker_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_MINUTE:
      hearten_time_picker_set_minute (HEARTEN_TIME_PICKER (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_time_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_TIME_PICKER);

  G_OBJECT_CLASS (hearten_time_picker_parent_class)->dispose (object);
}

static void
hearten_time_picker_class_init (HeartenTimePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hearten_time_picker_get_property;
  object_class->set_property = hearten_time_picker_set_property;
  object_class->dispose = hearten_time_picker_dispose;

  /**
   * HeartenTimePicker:minute:
   *
   * The chosen time, in minutes from midnight.
   */
  properties[PROP_MINUTE] = g_param_spec_int ("minute", NULL, NULL, 0, LAST_MINUTE, 0,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-time-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTimePicker, hours);
  gtk_widget_class_bind_template_child (widget_class, HeartenTimePicker, minutes);
  gtk_widget_class_bind_template_child (widget_class, HeartenTimePicker, halves);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_hours_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_minutes_output_cb);
}

static void
hearten_time_picker_init (HeartenTimePicker *self)
{
  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A clock's digits read from left to right in every script. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  set_up_halves (self);
  show_minute (self);
}

/* Public */

int
hearten_time_picker_get_minute (HeartenTimePicker *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIME_PICKER (self), 0);

  gtk_spin_button_update (self->hours);
  gtk_spin_button_update (self->minutes);
  return self->minute;
}

void
hearten_time_picker_set_minute (HeartenTimePicker *self, int minute)
{
  g_return_if_fail (HEARTEN_IS_TIME_PICKER (self));
  g_return_if_fail (minute >= 0 && minute <= LAST_MINUTE);

  if (self->minute == minute)
    return;

  self->minute = minute;
  show_minute (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTE]);
}
