/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-mood-picker.h"

#include <glib/gi18n.h>

#include "hearten-mood-cell.h"

#define N_MOODS 5
#define SPACING 4

struct _HeartenMoodPicker
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_MOODS];
  int mood;
  gboolean show_words;
};

G_DEFINE_FINAL_TYPE (HeartenMoodPicker, hearten_mood_picker, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_MOOD, PROP_SHOW_WORDS, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* Choosing */

static void
on_button_toggled_cb (GtkToggleButton *button, HeartenMoodPicker *self)
{
  int mood = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "mood"));

  if (gtk_toggle_button_get_active (button))
    hearten_mood_picker_set_mood (self, mood);
  else if (self->mood == mood)
    hearten_mood_picker_set_mood (self, HEARTEN_MOOD_UNSET);
}

static gboolean
on_digit_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (widget);
  int place = g_variant_get_int32 (args);

  gtk_widget_grab_focus (self->buttons[place]);
  gtk_widget_activate (self->buttons[place]);
  return GDK_EVENT_STOP;
}

/* Focus: one Tab stop for the group, arrows inside it. */

static int
find_focus (HeartenMoodPicker *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (int i = 0; i < N_MOODS; i++)
    if (focus != NULL && self->buttons[i] == focus)
      return i;
  return -1;
}

static gboolean
hearten_mood_picker_grab_focus (GtkWidget *widget)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (widget);
  int place = self->mood == HEARTEN_MOOD_UNSET ? 0 : self->mood - HEARTEN_MOOD_LOWEST;

  return gtk_widget_grab_focus (self->buttons[place]);
}

static gboolean
hearten_mood_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int place = find_focus (self);

  if (place < 0)
    return hearten_mood_picker_grab_focus (widget);
  if (direction == (rtl ? GTK_DIR_RIGHT : GTK_DIR_LEFT))
    place--;
  else if (direction == (rtl ? GTK_DIR_LEFT : GTK_DIR_RIGHT))
    place++;
  else
    return FALSE;
  return place >= 0 && place < N_MOODS && gtk_widget_grab_focus (self->buttons[place]);
}

/* Layout: with words where their natural widths fit, else icons alone. */

static int
sum_widths (HeartenMoodPicker *self, gboolean natural)
{
  int sum = SPACING * (N_MOODS - 1);

  for (int i = 0; i < N_MOODS; i++)
    {
      int least = 0, best = 0;

      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      sum += natural ? best : least;
    }
  return sum;
}

static gboolean
is_roomy (HeartenMoodPicker *self, int width)
{
  return self->show_words && (width < 0 || width >= sum_widths (self, TRUE));
}

static void
hearten_mood_picker_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = sum_widths (self, FALSE);
      *natural = sum_widths (self, TRUE);
      return;
    }
  for (int i = 0; i < N_MOODS; i++)
    {
      int least = 0, best = 0;

      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_VERTICAL, -1, &least, &best, NULL, NULL);
      height = MAX (height, is_roomy (self, for_size) ? best : least);
    }
  *minimum = *natural = height;
}

/* Spare width is shared out evenly, so the row fills what it is given. */
static void
hearten_mood_picker_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean roomy = is_roomy (self, width);
  int spare = MAX (0, width - sum_widths (self, roomy));
  int x = 0;

  for (int i = 0; i < N_MOODS; i++)
    {
      int least = 0, best = 0, own;

      hearten_mood_cell_set_roomy (HEARTEN_MOOD_CELL (gtk_button_get_child (GTK_BUTTON (self->buttons[i]))),
                                   roomy);
      gtk_widget_measure (self->buttons[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, &best, NULL, NULL);
      own = (roomy ? best : least) + spare / (N_MOODS - i);
      spare -= spare / (N_MOODS - i);
      gtk_widget_size_allocate (self->buttons[i],
                                &(GtkAllocation) { rtl ? width - x - own : x, 0, own, height }, -1);
      x += own + SPACING;
    }
}

static GtkSizeRequestMode
hearten_mood_picker_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* GObject */

static void
set_show_words (HeartenMoodPicker *self, gboolean show_words)
{
  if (self->show_words == show_words)
    return;
  self->show_words = show_words;
  for (int i = 0; i < N_MOODS; i++)
    hearten_mood_cell_set_has_word (HEARTEN_MOOD_CELL (gtk_button_get_child (GTK_BUTTON (self->buttons[i]))),
                                    show_words);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_WORDS]);
}

static void
hearten_mood_picker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (object);

  switch (prop_id)
    {
    case PROP_MOOD:
      g_value_set_int (value, self->mood);
      break;
    case PROP_SHOW_WORDS:
      g_value_set_boolean (value, self->show_words);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_mood_picker_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (object);

  switch (prop_id)
    {
    case PROP_MOOD:
      hearten_mood_picker_set_mood (self, g_value_get_int (value));
      break;
    case PROP_SHOW_WORDS:
      set_show_words (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_mood_picker_dispose (GObject *object)
{
  HeartenMoodPicker *self = HEARTEN_MOOD_PICKER (object);

  for (int i = 0; i < N_MOODS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (hearten_mood_picker_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < N_MOODS; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_1 + i, 0, on_digit_cb, "i", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_1 + i, 0, on_digit_cb, "i", i);
    }
}

static void
hearten_mood_picker_class_init (HeartenMoodPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = hearten_mood_picker_get_property;
  object_class->set_property = hearten_mood_picker_set_property;
  object_class->dispose = hearten_mood_picker_dispose;
  widget_class->focus = hearten_mood_picker_focus;
  widget_class->grab_focus = hearten_mood_picker_grab_focus;
  widget_class->measure = hearten_mood_picker_measure;
  widget_class->size_allocate = hearten_mood_picker_size_allocate;
  widget_class->get_request_mode = hearten_mood_picker_get_request_mode;

  /**
   * HeartenMoodPicker:mood:
   *
   * The chosen inner weather, −2 … 2, or %HEARTEN_MOOD_UNSET.
   */
  properties[PROP_MOOD] = g_param_spec_int ("mood", NULL, NULL, HEARTEN_MOOD_UNSET, HEARTEN_MOOD_HIGHEST,
                                            HEARTEN_MOOD_UNSET, flags);
  /**
   * HeartenMoodPicker:show-words:
   *
   * Whether each icon has its word below it where there is room.
   */
  properties[PROP_SHOW_WORDS] = g_param_spec_boolean ("show-words", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "moodpicker");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_button (HeartenMoodPicker *self, int mood)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), hearten_mood_cell_new (hearten_mood_get_icon_name (mood),
                                                                    hearten_mood_get_word (mood)));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, hearten_mood_get_word (mood));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hearten_mood_get_label (mood), -1);
  g_object_set_data (G_OBJECT (button), "mood", GINT_TO_POINTER (mood));
  g_signal_connect (button, "toggled", G_CALLBACK (on_button_toggled_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static void
hearten_mood_picker_init (HeartenMoodPicker *self)
{
  self->mood = HEARTEN_MOOD_UNSET;
  self->show_words = TRUE;
  for (int i = 0; i < N_MOODS; i++)
    self->buttons[i] = create_button (self, HEARTEN_MOOD_LOWEST + i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Inner weather"),
                                  -1);
}

/* Public */

int
hearten_mood_picker_get_mood (HeartenMoodPicker *self)
{
  g_return_val_if_fail (HEARTEN_IS_MOOD_PICKER (self), HEARTEN_MOOD_UNSET);

  return self->mood;
}

void
hearten_mood_picker_set_mood (HeartenMoodPicker *self, int mood)
{
  g_return_if_fail (HEARTEN_IS_MOOD_PICKER (self));

  if (mood < HEARTEN_MOOD_LOWEST || mood > HEARTEN_MOOD_HIGHEST)
    mood = HEARTEN_MOOD_UNSET;
  if (self->mood == mood)
    return;
  self->mood = mood;
  for (int i = 0; i < N_MOODS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), mood == HEARTEN_MOOD_LOWEST + i);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MOOD]);
}
