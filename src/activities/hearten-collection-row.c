/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-collection-row.h"

#include <glib/gi18n.h>

#include "hearten-day-words.h"
#include "hearten-remind-button.h"
#include "hearten-tip-uses.h"

#define MOST_STATE_CHARS 10 /* in one line on a narrow window */

struct _HeartenCollectionRow
{
  AdwActionRow parent_instance;

  HeartenItem *item;
  const HeartenTipNode *activity; /* the tip has it */
  GtkWidget *mark;
  GtkWidget *remind; /* NULL where the list is no list of plans */
  GtkWidget *state;  /* NULL where the collection has none */
};

G_DEFINE_FINAL_TYPE (HeartenCollectionRow, hearten_collection_row, ADW_TYPE_ACTION_ROW)

enum { STATE_CHOSEN, MOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Words */

static const char *
find_choice (const HeartenTipNode *column, const char *id, gboolean *marked)
{
  const HeartenTipNode *choice = id != NULL ? hearten_tip_node_find_id (column, "choice", id) : NULL;

  if (marked != NULL && choice != NULL && hearten_tip_node_get_attribute (choice, "mark") != NULL)
    *marked = TRUE;
  return choice != NULL ? hearten_tip_node_get_text (choice) : NULL;
}

static char *
dup_fact (HeartenItem *item, const HeartenTipNode *activity, const HeartenTipNode *column, const GDate *today)
{
  const char *id = hearten_tip_node_get_id (column), *type = hearten_tip_node_get_attribute (column, "type");
  GDate day;

  if (g_str_equal (type, "choice"))
    return g_strdup (find_choice (column, hearten_item_get_column (item, id), NULL));
  if (g_str_equal (type, "date"))
    {
      if (!hearten_item_get_day (item, id, &day))
        return NULL;
      hearten_tip_uses_move_day (activity, item, today, &day);
      return hearten_day_words_dup (&day, today);
    }
  return g_strdup (hearten_item_get_column (item, id));
}

/* A label that ends in an ellipsis is the beginning of a sentence. */
static void
append_labelled (GString *facts, const char *label, const char *fact)
{
  g_string_append_printf (facts, g_str_has_suffix (label, "…") ? "%s%s %s" : "%s%s: %s",
                          facts->len > 0 ? "\n" : "", label, fact);
}

char *
hearten_collection_dup_facts (HeartenItem *item, const HeartenTipNode *activity, const GDate *today)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);
      g_autofree char *fact = hearten_tip_node_is (child, "column") ? dup_fact (item, activity, child, today)
                                                                    : NULL;

      if (fact == NULL)
        continue;
      if (hearten_tip_node_count (activity, "column") > 2 &&
          g_str_equal (hearten_tip_node_get_attribute (child, "type"), "text"))
        append_labelled (facts, hearten_tip_node_find_text (child, "label"), fact);
      else
        g_string_append_printf (facts, "%s%s", facts->len > 0 ? " · " : "", fact);
    }
  return g_string_free_and_steal (g_steal_pointer (&facts));
}

gboolean
hearten_collection_is_marked (HeartenItem *item, const HeartenTipNode *activity)
{
  gboolean marked = FALSE;

  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (activity, i);

      if (hearten_tip_node_is (child, "column"))
        find_choice (child, hearten_item_get_column (item, hearten_tip_node_get_id (child)), &marked);
    }
  return marked;
}

/* States */

const HeartenTipNode *
hearten_collection_get_state (HeartenItem *item, const HeartenTipNode *activity)
{
  const char *id = hearten_item_get_state (item);
  const HeartenTipNode *state = id != NULL ? hearten_tip_node_find_id (activity, "state", id) : NULL;

  return state != NULL ? state : hearten_tip_node_find (activity, "state");
}

static const HeartenTipNode *
find_next_state (HeartenCollectionRow *self)
{
  const HeartenTipNode *state = hearten_collection_get_state (self->item, self->activity);
  gboolean passed = FALSE;

  for (guint i = 0; i < hearten_tip_node_get_n_children (self->activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (self->activity, i);

      if (passed && hearten_tip_node_is (child, "state"))
        return child;
      passed = passed || child == state;
    }
  return hearten_tip_node_find (self->activity, "state");
}

static void
choose_state (HeartenCollectionRow *self, const HeartenTipNode *state)
{
  g_signal_emit (self, signals[STATE_CHOSEN], 0, state);
}

static void
on_state_clicked_cb (HeartenCollectionRow *self)
{
  choose_state (self, find_next_state (self));
}

static void
on_state_item_clicked_cb (HeartenCollectionRow *self, GtkWidget *button)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
  choose_state (self, g_object_get_data (G_OBJECT (button), "hearten-state"));
}

static GtkWidget *
new_state_popover (HeartenCollectionRow *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < hearten_tip_node_get_n_children (self->activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (self->activity, i);
      GtkWidget *button;

      if (!hearten_tip_node_is (child, "state"))
        continue;
      button = gtk_button_new_with_label (hearten_tip_node_get_text (child));
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "hearten-state", (gpointer) child);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_state_item_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/* A label that may shrink would shrink to nothing, and one of our own would leave the button without a name.
 */
static GtkLabel *
find_label (GtkWidget *widget)
{
  GtkLabel *found = GTK_IS_LABEL (widget) ? GTK_LABEL (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

static void
add_state (HeartenCollectionRow *self)
{
  if (hearten_tip_node_find (self->activity, "state") == NULL)
    return;
  self->state = adw_split_button_new ();
  adw_split_button_set_can_shrink (ADW_SPLIT_BUTTON (self->state), TRUE);
  gtk_widget_set_valign (self->state, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->state, "item-state");
  adw_split_button_set_popover (ADW_SPLIT_BUTTON (self->state), GTK_POPOVER (new_state_popover (self)));
  adw_split_button_set_dropdown_tooltip (ADW_SPLIT_BUTTON (self->state), _ ("Choose a State"));
  g_signal_connect_object (self->state, "clicked", G_CALLBACK (on_state_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->state);
}

static void
add_remind (HeartenCollectionRow *self)
{
  if (g_strcmp0 (hearten_tip_node_get_attribute (self->activity, "use"), "plans") != 0)
    return;
  self->remind = hearten_remind_button_new (hearten_record_get_id (HEARTEN_RECORD (self->item)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remind);
}

/* Another place: by keyboard, or by dragging it onto another row */

static HeartenItem *
get_neighbour (HeartenCollectionRow *self, int step)
{
  GtkWidget *list = gtk_widget_get_parent (GTK_WIDGET (self));
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self)) + step;
  GtkListBoxRow *row = place >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place) : NULL;

  return HEARTEN_IS_COLLECTION_ROW (row) ? HEARTEN_COLLECTION_ROW (row)->item : NULL;
}

static void
move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenItem *above = get_neighbour (HEARTEN_COLLECTION_ROW (widget), -1);

  if (above != NULL)
    g_signal_emit (widget, signals[MOVED], 0, above, TRUE);
}

static void
move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenCollectionRow *self = HEARTEN_COLLECTION_ROW (widget);

  if (get_neighbour (self, 1) != NULL)
    g_signal_emit (widget, signals[MOVED], 0, get_neighbour (self, 2), TRUE);
}

static GdkContentProvider *
on_drag_prepare_cb (HeartenCollectionRow *self)
{
  return gdk_content_provider_new_typed (HEARTEN_TYPE_COLLECTION_ROW, self);
}

static void
on_drag_begin_cb (HeartenCollectionRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
on_drop_cb (HeartenCollectionRow *self, const GValue *value, double x, double y)
{
  HeartenCollectionRow *dragged = g_value_get_object (value);
  gboolean below = y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;

  if (dragged == NULL || dragged == self ||
      gtk_widget_get_parent (GTK_WIDGET (dragged)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (dragged, signals[MOVED], 0, below ? get_neighbour (self, 1) : self->item, FALSE);
  return TRUE;
}

static void
add_dragging (HeartenCollectionRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (HEARTEN_TYPE_COLLECTION_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (handle, "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), handle);
}

/* GObject */

static void
hearten_collection_row_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_COLLECTION_ROW (object)->item);

  G_OBJECT_CLASS (hearten_collection_row_parent_class)->dispose (object);
}

static void
hearten_collection_row_class_init (HeartenCollectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_collection_row_dispose;
  signals[STATE_CHOSEN] = g_signal_new ("state-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 HEARTEN_TYPE_ITEM, G_TYPE_BOOLEAN);
  gtk_widget_class_install_action (widget_class, "item.move-up", NULL, move_up);
  gtk_widget_class_install_action (widget_class, "item.move-down", NULL, move_down);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "item.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "item.move-down", NULL);
}

static void
hearten_collection_row_init (HeartenCollectionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  self->mark = gtk_image_new_from_icon_name ("starred-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Marked"),
                                  -1);
  gtk_widget_add_css_class (self->mark, "accent");
}

/* Public */

GtkWidget *
hearten_collection_row_new (HeartenItem *item, const HeartenTipNode *activity)
{
  HeartenCollectionRow *self = g_object_new (HEARTEN_TYPE_COLLECTION_ROW, NULL);

  self->item = g_object_ref (item);
  self->activity = activity;
  add_dragging (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->mark);
  add_remind (self);
  add_state (self);
  return GTK_WIDGET (self);
}

HeartenItem *
hearten_collection_row_get_item (HeartenCollectionRow *self)
{
  g_return_val_if_fail (HEARTEN_IS_COLLECTION_ROW (self), NULL);

  return self->item;
}

void
hearten_collection_row_refresh (HeartenCollectionRow *self, const GDate *today)
{
  g_autofree char *facts = hearten_collection_dup_facts (self->item, self->activity, today);
  const HeartenTipNode *state = hearten_collection_get_state (self->item, self->activity);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), hearten_item_get_text (self->item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), facts);
  gtk_widget_set_visible (self->mark, hearten_collection_is_marked (self->item, self->activity));
  if (self->remind != NULL)
    {
      GDate day;

      gtk_widget_set_visible (
          self->remind,
          hearten_tip_uses_find_day (self->activity, self->item, &day) && g_date_compare (&day, today) >= 0 &&
              g_strcmp0 (hearten_tip_uses_find_meaning (self->activity, self->item), "done") != 0);
    }
  if (self->state != NULL)
    {
      const char *label = hearten_tip_node_get_text (state);
      const char *next = hearten_tip_node_get_text (find_next_state (self));
      /* Translators: what a press does; %s is a state such as "Kept". */
      g_autofree char *tooltip = g_strdup_printf (_ ("Press for “%s”"), next);

      adw_split_button_set_label (ADW_SPLIT_BUTTON (self->state), label);
      gtk_label_set_wrap (find_label (self->state), TRUE);
      gtk_label_set_lines (find_label (self->state), 3);
      gtk_label_set_justify (find_label (self->state), GTK_JUSTIFY_CENTER);
      gtk_label_set_width_chars (find_label (self->state),
                                 MIN ((int) g_utf8_strlen (label, -1), MOST_STATE_CHARS));
      gtk_widget_set_tooltip_text (self->state, tooltip);
    }
}
