/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-collection-dialog.h"

#include <glib/gi18n.h>

#include "hearten-arrivals.h"
#include "hearten-choice-banner.h"
#include "hearten-collection-row.h"
#include "hearten-day-row.h"
#include "hearten-day.h"

struct _HeartenCollectionDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;
  HeartenItem *item;
  const HeartenTipNode *activity; /* the tip has it */
  GPtrArray *fields;              /* the rows with words */
};

G_DEFINE_FINAL_TYPE (HeartenCollectionDialog, hearten_collection_dialog, ADW_TYPE_DIALOG)

static HeartenItems *
get_items (HeartenCollectionDialog *self)
{
  return hearten_context_get_items (self->context);
}

static const char *
get_id (gpointer row)
{
  return g_object_get_data (row, "hearten-column");
}

/* What the user changes */

static void
on_text_changed_cb (HeartenCollectionDialog *self, GtkEditable *row)
{
  hearten_items_set_text (get_items (self), self->item, gtk_editable_get_text (row));
}

static void
on_column_changed_cb (HeartenCollectionDialog *self, GtkEditable *row)
{
  hearten_items_set_column (get_items (self), self->item, get_id (row), gtk_editable_get_text (row));
}

static void
on_day_changed_cb (HeartenCollectionDialog *self, HeartenDayRow *row)
{
  GDate day;
  g_autofree char *text = hearten_day_row_get_day (row, &day) ? hearten_day_format (&day) : NULL;

  hearten_items_set_column (get_items (self), self->item, get_id (row), text);
}

/* The child's place-th child of that name; NULL for none */
static const HeartenTipNode *
find_nth (const HeartenTipNode *node, const char *name, guint place)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (node, i);

      if (hearten_tip_node_is (child, name) && place-- == 0)
        return child;
    }
  return NULL;
}

static void
on_choice_changed_cb (HeartenCollectionDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  const HeartenTipNode *column = hearten_tip_node_find_id (self->activity, "column", get_id (row));
  guint place = adw_combo_row_get_selected (row);
  const HeartenTipNode *choice = place > 0 ? find_nth (column, "choice", place - 1) : NULL;

  hearten_items_set_column (get_items (self), self->item, get_id (row),
                            choice != NULL ? hearten_tip_node_get_id (choice) : NULL);
}

static void
on_state_changed_cb (HeartenCollectionDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  const HeartenTipNode *state = find_nth (self->activity, "state", adw_combo_row_get_selected (row));

  if (state != NULL && state != hearten_collection_get_state (self->item, self->activity))
    hearten_items_set_state (get_items (self), self->item, hearten_tip_node_get_id (state),
                             g_strcmp0 (hearten_tip_node_get_attribute (state, "means"), "away") == 0);
}

static void
on_archive_activated_cb (HeartenCollectionDialog *self)
{
  hearten_items_set_archived (get_items (self), self->item, !hearten_item_get_archived (self->item));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_delete_activated_cb (HeartenCollectionDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.delete-item", "s",
                              hearten_record_get_id (HEARTEN_RECORD (self->item)));
  adw_dialog_close (ADW_DIALOG (self));
}

/* Another device changed it. */
static void
show_arrived (gpointer owner)
{
  HeartenCollectionDialog *self = owner;

  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *id = get_id (self->fields->pdata[i]);

      hearten_arrivals_show_text (self->fields->pdata[i], id != NULL
                                                              ? hearten_item_get_column (self->item, id)
                                                              : hearten_item_get_text (self->item));
    }
}

/* Rows */

static GtkWidget *
new_entry_row (HeartenCollectionDialog *self, const char *title, const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "use-markup", FALSE, "title", title, NULL);

  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  g_ptr_array_add (self->fields, row);
  return row;
}

/* Returns which of the children is @chosen, or -1. */
static int
fill_strings (GtkStringList *strings, const HeartenTipNode *node, const char *name, const char *chosen)
{
  int found = -1, n = 0;

  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (node, i);

      if (!hearten_tip_node_is (child, name))
        continue;
      gtk_string_list_append (strings, hearten_tip_node_get_text (child));
      if (g_strcmp0 (hearten_tip_node_get_id (child), chosen) == 0)
        found = n;
      n++;
    }
  return found;
}

static GtkWidget *
new_combo_row (const char *title, GtkStringList *strings, guint selected)
{
  return g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", title, "model", strings, "selected",
                       selected, NULL);
}

static GtkWidget *
new_choice_row (HeartenCollectionDialog *self, const HeartenTipNode *column)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  const char *chosen = hearten_item_get_column (self->item, hearten_tip_node_get_id (column));
  GtkWidget *row;
  int place;

  gtk_string_list_append (strings, C_ ("choice", "Not said"));
  place = fill_strings (strings, column, "choice", chosen);
  row = new_combo_row (hearten_tip_node_find_text (column, "label"), strings, (guint) (place + 1));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_day_row (HeartenCollectionDialog *self, const HeartenTipNode *column)
{
  GDate today = hearten_day_today (hearten_context_get_clock (self->context)), day;
  GtkWidget *row = hearten_day_row_new (hearten_tip_node_find_text (column, "label"), &today);

  if (hearten_item_get_day (self->item, hearten_tip_node_get_id (column), &day))
    hearten_day_row_set_day (HEARTEN_DAY_ROW (row), &day);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_day_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_column_row (HeartenCollectionDialog *self, const HeartenTipNode *column)
{
  const char *id = hearten_tip_node_get_id (column), *type = hearten_tip_node_get_attribute (column, "type");
  GtkWidget *row;

  if (g_str_equal (type, "choice"))
    row = new_choice_row (self, column);
  else if (g_str_equal (type, "date"))
    row = new_day_row (self, column);
  else
    {
      row = new_entry_row (self, hearten_tip_node_find_text (column, "label"),
                           hearten_item_get_column (self->item, id));
      g_signal_connect_object (row, "changed", G_CALLBACK (on_column_changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_object_set_data_full (G_OBJECT (row), "hearten-column", g_strdup (id), g_free);
  return row;
}

static GtkWidget *
new_state_row (HeartenCollectionDialog *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  const HeartenTipNode *state = hearten_collection_get_state (self->item, self->activity);
  int place = fill_strings (strings, self->activity, "state", hearten_tip_node_get_id (state));
  GtkWidget *row = new_combo_row (_ ("State"), strings, (guint) MAX (place, 0));

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
new_facts_group (HeartenCollectionDialog *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *text = new_entry_row (self, title, hearten_item_get_text (self->item));

  g_signal_connect_object (text, "changed", G_CALLBACK (on_text_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), text);
  if (hearten_tip_node_find (self->activity, "state") != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_state_row (self));
  for (guint i = 0; i < hearten_tip_node_get_n_children (self->activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (self->activity, i);

      if (hearten_tip_node_is (child, "column"))
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_column_row (self, child));
    }
  return group;
}

static GtkWidget *
new_deeds_group (HeartenCollectionDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *archive = adw_button_row_new (), *delete = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (archive), hearten_item_get_archived (self->item)
                                                                    ? _ ("Bring Back")
                                                                    : _ ("Put Out of Sight"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (delete), _ ("Delete"));
  gtk_widget_add_css_class (delete, "destructive-action");
  g_signal_connect_object (archive, "activated", G_CALLBACK (on_archive_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (delete, "activated", G_CALLBACK (on_delete_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), archive);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), delete);
  return group;
}

/* GObject */

static void
hearten_collection_dialog_dispose (GObject *object)
{
  HeartenCollectionDialog *self = HEARTEN_COLLECTION_DIALOG (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->item);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_collection_dialog_parent_class)->dispose (object);
}

static void
hearten_collection_dialog_class_init (HeartenCollectionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_collection_dialog_dispose;
}

static void
hearten_collection_dialog_init (HeartenCollectionDialog *self)
{
  self->fields = g_ptr_array_new ();
  adw_dialog_set_content_width (ADW_DIALOG (self), 460);
}

/* Public */

AdwDialog *
hearten_collection_dialog_new (HeartenContext *context,
                               HeartenItem *item,
                               const HeartenTipNode *activity,
                               const char *title)
{
  HeartenCollectionDialog *self = g_object_new (HEARTEN_TYPE_COLLECTION_DIALOG, "title", _ ("Edit"), NULL);
  GtkWidget *view = adw_toolbar_view_new (), *page = adw_preferences_page_new ();
  gboolean changeable = !hearten_record_is_read_only (HEARTEN_RECORD (item));

  self->context = g_object_ref (context);
  self->item = g_object_ref (item);
  self->activity = activity;
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (new_facts_group (self, title)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (new_deeds_group (self)));
  gtk_widget_set_sensitive (page, changeable);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), hearten_choice_banner_new (HEARTEN_RECORD (item)));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  hearten_arrivals_follow (HEARTEN_RECORDS (get_items (self)), G_OBJECT (self), (gpointer *) &self->item,
                           NULL, show_arrived);
  return ADW_DIALOG (self);
}
