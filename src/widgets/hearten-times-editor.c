/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-times-editor.h"

#include "hearten-rule.h"
#include "hearten-time-picker.h"
#include "hearten-when.h"

#define HOUR 60
#define DAY (24 * HOUR)

struct _HeartenTimesEditor
{
  AdwBin parent_instance;

  AdwWrapBox *chips;
  HeartenTimePicker *picker;
  GtkWidget *add_button;
  GtkWidget *remove_button;

  GArray *times;      /* of int */
  GPtrArray *buttons; /* of GtkToggleButton, one for each time */
  guint current;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeartenTimesEditor, hearten_times_editor, ADW_TYPE_BIN)

static void
show_time (HeartenTimesEditor *self, guint i)
{
  g_autofree char *words = hearten_when_dup_time (g_array_index (self->times, int, i),
                                                  hearten_when_is_12_hour ());

  gtk_button_set_label (g_ptr_array_index (self->buttons, i), words);
}

static void
on_chip_toggled_cb (HeartenTimesEditor *self, GtkToggleButton *button)
{
  guint i;

  if (!gtk_toggle_button_get_active (button) || !g_ptr_array_find (self->buttons, button, &i))
    return;

  self->current = i;
  hearten_time_picker_set_minute (self->picker, g_array_index (self->times, int, i));
}

static void
add_chip (HeartenTimesEditor *self, guint i)
{
  GtkWidget *button = gtk_toggle_button_new ();

  if (i > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
  g_ptr_array_add (self->buttons, button);
  show_time (self, i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->current);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_chip_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, "numeric");
  adw_wrap_box_append (self->chips, button);
}

static void
show_all (HeartenTimesEditor *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    adw_wrap_box_remove (self->chips, g_ptr_array_index (self->buttons, i));
  g_ptr_array_set_size (self->buttons, 0);
  for (guint i = 0; i < self->times->len; i++)
    add_chip (self, i);

  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->times->len > 1);
  gtk_widget_set_visible (self->remove_button, self->times->len > 1);
  gtk_widget_set_sensitive (self->add_button, self->times->len < HEARTEN_RULE_MAX_TIMES);
  hearten_time_picker_set_minute (self->picker, g_array_index (self->times, int, self->current));
}

static void
on_minute_changed_cb (HeartenTimesEditor *self)
{
  int minute = hearten_time_picker_get_minute (self->picker);

  if (g_array_index (self->times, int, self->current) == minute)
    return;

  g_array_index (self->times, int, self->current) = minute;
  show_time (self, self->current);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_add_clicked_cb (HeartenTimesEditor *self)
{
  int minute = (g_array_index (self->times, int, self->times->len - 1) + HOUR) % DAY;

  g_array_append_val (self->times, minute);
  self->current = self->times->len - 1;
  show_all (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_remove_clicked_cb (HeartenTimesEditor *self)
{
  g_array_remove_index (self->times, self->current);
  self->current = MIN (self->current, self->times->len - 1);
  show_all (self);
  /* The button itself may be gone. */
  gtk_widget_grab_focus (self->add_button);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hearten_times_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_TIMES_EDITOR);

  G_OBJECT_CLASS (hearten_times_editor_parent_class)->dispose (object);
}

static void
hearten_times_editor_finalize (GObject *object)
{
  HeartenTimesEditor *self = HEARTEN_TIMES_EDITOR (object);

  g_array_unref (self->times);
  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (hearten_times_editor_parent_class)->finalize (object);
}

static void
hearten_times_editor_class_init (HeartenTimesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_times_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_times_editor_finalize;

  /**
   * HeartenTimesEditor::changed:
   *
   * A time is another one, has come or has gone.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (HEARTEN_TYPE_TIME_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-times-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTimesEditor, chips);
  gtk_widget_class_bind_template_child (widget_class, HeartenTimesEditor, picker);
  gtk_widget_class_bind_template_child (widget_class, HeartenTimesEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, HeartenTimesEditor, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_minute_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
hearten_times_editor_init (HeartenTimesEditor *self)
{
  int midnight = 0;

  self->times = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (self->times, midnight);
  self->buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  show_all (self);
}

/* Public */

GArray *
hearten_times_editor_dup_times (HeartenTimesEditor *self)
{
  g_return_val_if_fail (HEARTEN_IS_TIMES_EDITOR (self), NULL);

  return g_array_copy (self->times);
}

void
hearten_times_editor_set_times (HeartenTimesEditor *self, const int *times, gsize n_times)
{
  g_return_if_fail (HEARTEN_IS_TIMES_EDITOR (self));
  g_return_if_fail (times != NULL && n_times > 0);

  g_array_set_size (self->times, 0);
  g_array_append_vals (self->times, times, (guint) n_times);
  self->current = 0;
  show_all (self);
}
