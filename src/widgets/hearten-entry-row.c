/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-entry-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "hearten-entry-words.h"
#include "hearten-mood.h"

struct _HeartenEntryRow
{
  GtkWidget parent_instance;

  HeartenEntry *entry;
  GSignalGroup *signals;
  char *spoken;
  char *stage;
  GtkWidget *menu;

  GtkWidget *content;
  GtkLabel *day;
  GtkLabel *weekday;
  GtkLabel *heading;
  GtkLabel *preview;
  GtkImage *mood;
  GtkWidget *star;
  GtkWidget *tip;
};

G_DEFINE_FINAL_TYPE (HeartenEntryRow, hearten_entry_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SPOKEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
add_spoken (GString *spoken, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (spoken->len > 0)
    g_string_append (spoken, ", ");
  g_string_append (spoken, part);
}

static void
update_spoken (HeartenEntryRow *self, GDateTime *created)
{
  g_autoptr (GString) spoken = g_string_new (NULL);
  /* Translators: a day as a screen reader says it, such as "Tuesday, 4 August". */
  g_autofree char *date = g_date_time_format (created, C_ ("spoken day", "%A, %-d %B"));

  add_spoken (spoken, gtk_label_get_label (self->heading));
  add_spoken (spoken, date);
  add_spoken (spoken, hearten_mood_get_label (hearten_entry_get_mood (self->entry)));
  if (hearten_entry_get_starred (self->entry))
    add_spoken (spoken, _ ("starred"));
  if (hearten_entry_get_tip (self->entry) != NULL)
    add_spoken (spoken, _ ("about a tip"));
  if (g_set_str (&self->spoken, spoken->str))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

static void
update_lines (HeartenEntryRow *self)
{
  g_autofree char *heading = NULL;
  g_autofree char *preview = NULL;
  const char *word = hearten_mood_get_word (hearten_entry_get_mood (self->entry));

  hearten_entry_dup_lines (self->entry, &heading, &preview);
  if (*heading != '\0')
    set_text (self->heading, heading);
  else
    set_text (self->heading, *word != '\0' ? word : _ ("No words yet"));
  set_text (self->preview, preview);
}

static void
update (HeartenEntryRow *self)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (self->entry));
  g_autofree char *day = g_date_time_format (created, "%-d");
  g_autofree char *weekday = g_date_time_format (created, "%a");
  const char *icon_name = hearten_mood_get_icon_name (hearten_entry_get_mood (self->entry));

  update_lines (self);
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->weekday, weekday);
  gtk_image_set_from_icon_name (self->mood, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->mood), icon_name != NULL);
  gtk_widget_set_visible (self->star, hearten_entry_get_starred (self->entry));
  gtk_widget_set_visible (self->tip, hearten_entry_get_tip (self->entry) != NULL);
  update_spoken (self, created);
}

/* Menu */

static void
open_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenEntryRow *self = HEARTEN_ENTRY_ROW (widget);

  gtk_widget_activate_action (widget, "win.open-entry", "s",
                              hearten_record_get_id (HEARTEN_RECORD (self->entry)));
}

static void
delete_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenEntryRow *self = HEARTEN_ENTRY_ROW (widget);

  gtk_widget_activate_action (widget, "win.delete-entry", "s",
                              hearten_record_get_id (HEARTEN_RECORD (self->entry)));
}

static GtkWidget *
create_menu (HeartenEntryRow *self)
{
  g_autoptr (GMenu) model = g_menu_new ();
  GtkWidget *menu;

  g_menu_append (model, _ ("_Open"), "row.open");
  g_menu_append (model, _ ("_Delete"), "row.delete");
  menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  gtk_widget_set_parent (menu, GTK_WIDGET (self));
  return menu;
}

static void
on_secondary_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, HeartenEntryRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  hearten_entry_row_popup_menu (self, x, y);
}

static void
on_long_pressed_cb (GtkGestureLongPress *press, double x, double y, HeartenEntryRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  hearten_entry_row_popup_menu (self, x, y);
}

/* GtkWidget */

static void
hearten_entry_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeartenEntryRow *self = HEARTEN_ENTRY_ROW (widget);

  gtk_widget_size_allocate (self->content, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
hearten_entry_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (HEARTEN_ENTRY_ROW (widget)->content, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* GObject */

static void
hearten_entry_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPOKEN:
      g_value_set_string (value, HEARTEN_ENTRY_ROW (object)->spoken);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_entry_row_dispose (GObject *object)
{
  HeartenEntryRow *self = HEARTEN_ENTRY_ROW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_ENTRY_ROW);
  g_clear_object (&self->signals);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->spoken, g_free);
  g_clear_pointer (&self->stage, g_free);

  G_OBJECT_CLASS (hearten_entry_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, content);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, day);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, weekday);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, heading);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, preview);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, mood);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, star);
  gtk_widget_class_bind_template_child (widget_class, HeartenEntryRow, tip);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_long_pressed_cb);
}

static void
hearten_entry_row_class_init (HeartenEntryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = hearten_entry_row_get_property;
  object_class->dispose = hearten_entry_row_dispose;
  widget_class->measure = hearten_entry_row_measure;
  widget_class->size_allocate = hearten_entry_row_size_allocate;

  /**
   * HeartenEntryRow:spoken:
   *
   * What a screen reader says for the row.
   */
  properties[PROP_SPOKEN] = g_param_spec_string (
      "spoken", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_entry);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_entry);
}

static void
hearten_entry_row_init (HeartenEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (HEARTEN_TYPE_ENTRY);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (update), self);
}

/* Public */

GtkWidget *
hearten_entry_row_new (void)
{
  return g_object_new (HEARTEN_TYPE_ENTRY_ROW, NULL);
}

void
hearten_entry_row_set_entry (HeartenEntryRow *self, HeartenEntry *entry)
{
  g_return_if_fail (HEARTEN_IS_ENTRY_ROW (self));

  if (!g_set_object (&self->entry, entry))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.delete",
                                 entry != NULL && !hearten_record_is_read_only (HEARTEN_RECORD (entry)));
  g_signal_group_set_target (self->signals, entry);
  if (entry != NULL)
    update (self);
}

void
hearten_entry_row_set_stage (HeartenEntryRow *self, const char *nick)
{
  g_return_if_fail (HEARTEN_IS_ENTRY_ROW (self));

  if (g_strcmp0 (self->stage, nick) == 0)
    return;
  if (self->stage != NULL)
    gtk_widget_remove_css_class (self->tip, self->stage);
  if (nick != NULL)
    gtk_widget_add_css_class (self->tip, nick);
  g_set_str (&self->stage, nick);
}

HeartenEntry *
hearten_entry_row_get_entry (HeartenEntryRow *self)
{
  g_return_val_if_fail (HEARTEN_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}

void
hearten_entry_row_popup_menu (HeartenEntryRow *self, double x, double y)
{
  g_return_if_fail (HEARTEN_IS_ENTRY_ROW (self));

  if (self->entry == NULL)
    return;
  if (self->menu == NULL)
    self->menu = create_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
