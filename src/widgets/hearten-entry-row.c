/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-entry-row.h"

#include <glib/gi18n.h>

#include "hearten-entry-face.h"

struct _HeartenEntryRow
{
  GtkWidget parent_instance;

  HeartenEntry *entry;
  GSignalGroup *signals;
  char *spoken;
  char *stage;
  gboolean stale; /* the face does not show the entry yet */
  GtkWidget *menu;
  GtkWidget *face; /* NULL until the row first comes into view */
};

G_DEFINE_FINAL_TYPE (HeartenEntryRow, hearten_entry_row, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SPOKEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
update (HeartenEntryRow *self)
{
  g_autofree char *spoken = hearten_entry_face_show (HEARTEN_ENTRY_FACE (self->face), self->entry,
                                                     self->stage);

  self->stale = FALSE;
  if (g_set_str (&self->spoken, spoken))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPOKEN]);
}

/* An entry that is out of sight has time until it comes into view. */
static void
on_entry_notify_cb (HeartenEntryRow *self)
{
  if (!self->stale)
    update (self);
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

static void
add_gestures (HeartenEntryRow *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_long_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* GtkWidget. GtkListView keeps two hundred rows and asks each for its height, to know where the next one is;
 * it gives a place to the dozen that are in view. So a row's height comes from the style alone, and its face
 * is made and filled when it first gets its place. */

static void
hearten_entry_row_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
ensure_face (HeartenEntryRow *self)
{
  if (self->face == NULL)
    {
      self->face = hearten_entry_face_new ();
      gtk_widget_set_parent (self->face, GTK_WIDGET (self));
      add_gestures (self);
    }
  gtk_widget_set_visible (self->face, TRUE);
  if (self->stale)
    update (self);
}

static void
hearten_entry_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HeartenEntryRow *self = HEARTEN_ENTRY_ROW (widget);
  int least_width, least_height;

  ensure_face (self);
  gtk_widget_measure (self->face, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (self->face, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  /* Letters of another script may be taller. */
  gtk_widget_size_allocate (
      self->face,
      &(GtkAllocation) { 0, MIN (height - least_height, 0) / 2, width, MAX (height, least_height) }, -1);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
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
  g_clear_pointer (&self->face, gtk_widget_unparent);
  g_clear_object (&self->signals);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->spoken, g_free);
  g_clear_pointer (&self->stage, g_free);

  G_OBJECT_CLASS (hearten_entry_row_parent_class)->dispose (object);
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

  gtk_widget_class_set_css_name (widget_class, "entryrow");
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_entry);
  gtk_widget_class_install_action (widget_class, "row.delete", NULL, delete_entry);
}

static void
hearten_entry_row_init (HeartenEntryRow *self)
{
  self->signals = g_signal_group_new (HEARTEN_TYPE_ENTRY);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (on_entry_notify_cb), self);
}

/* Public */

GtkWidget *
hearten_entry_row_new (void)
{
  return g_object_new (HEARTEN_TYPE_ENTRY_ROW, NULL);
}

void
hearten_entry_row_set_entry (HeartenEntryRow *self, HeartenEntry *entry, const char *stage)
{
  g_return_if_fail (HEARTEN_IS_ENTRY_ROW (self));

  g_set_str (&self->stage, stage);
  if (!g_set_object (&self->entry, entry))
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "row.delete",
                                 entry != NULL && !hearten_record_is_read_only (HEARTEN_RECORD (entry)));
  g_signal_group_set_target (self->signals, entry);
  self->stale = entry != NULL;
  /* What is not visible has no style to be worked out: there are two hundred rows, most of them out of view.
   */
  if (self->face != NULL)
    gtk_widget_set_visible (self->face, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
hearten_entry_row_prepare (HeartenEntryRow *self)
{
  g_return_if_fail (HEARTEN_IS_ENTRY_ROW (self));

  ensure_face (self);
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
