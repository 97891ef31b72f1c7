/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-collection.h"

#include <glib/gi18n.h>

#include "hearten-adder.h"
#include "hearten-away.h"
#include "hearten-collection-dialog.h"
#include "hearten-collection-row.h"
#include "hearten-day.h"
#include "hearten-jar.h"
#include "hearten-list.h"
#include "hearten-paragraph.h"

struct _HeartenCollection
{
  HeartenActivity parent_instance;

  HeartenAdder *adder;
  GtkListBox *list;
  GtkWidget *hint; /* how to reorder */
  GtkWidget *jar;  /* NULL where nothing is drawn */
  HeartenAway *away;
  GHashTable *rows; /* HeartenItem → row; the list has them */
  gboolean adding;
};

G_DEFINE_FINAL_TYPE (HeartenCollection, hearten_collection, HEARTEN_TYPE_ACTIVITY)

static HeartenContext *
get_context (HeartenCollection *self)
{
  return hearten_activity_get_context (HEARTEN_ACTIVITY (self));
}

static HeartenItems *
get_items (HeartenCollection *self)
{
  return hearten_context_get_items (get_context (self));
}

static const HeartenTipNode *
get_node (HeartenCollection *self)
{
  return hearten_activity_get_node (HEARTEN_ACTIVITY (self));
}

static GPtrArray *
dup_list (HeartenCollection *self, gboolean archived)
{
  return hearten_items_dup_list (get_items (self), hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self)),
                                 hearten_activity_get_face_nick (HEARTEN_ACTIVITY (self)), archived);
}

/* What the user does with an item */

static void
edit (HeartenCollection *self, HeartenItem *item)
{
  g_autofree char *title = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "placeholder");

  adw_dialog_present (hearten_collection_dialog_new (get_context (self), item, get_node (self), title),
                      GTK_WIDGET (self));
}

static void
on_row_activated_cb (HeartenCollection *self, GtkListBoxRow *row)
{
  edit (self, hearten_collection_row_get_item (HEARTEN_COLLECTION_ROW (row)));
}

static void
on_state_chosen_cb (HeartenCollection *self, const HeartenTipNode *state, HeartenCollectionRow *row)
{
  gboolean away = g_strcmp0 (hearten_tip_node_get_attribute (state, "means"), "away") == 0;

  hearten_activity_begin (HEARTEN_ACTIVITY (self));
  if (away)
    {
      gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  _ ("Out of sight. It is kept below the list."));
    }
  hearten_items_set_state (get_items (self), hearten_collection_row_get_item (row),
                           hearten_tip_node_get_id (state), away);
}

static void
on_row_moved_cb (HeartenCollection *self, HeartenItem *before, gboolean keyboard, HeartenCollectionRow *row)
{
  hearten_items_move (get_items (self), hearten_collection_row_get_item (row), before);
  gtk_list_box_invalidate_sort (self->list);
  if (keyboard)
    {
      int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1;
      /* Translators: said by a screen reader after an item moved; the numbers are its place and how many. */
      g_autofree char *words = g_strdup_printf (_ ("Place %1$d of %2$u"), place,
                                                g_hash_table_size (self->rows));

      gtk_accessible_announce (GTK_ACCESSIBLE (row), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
    }
}

static void
on_bring_back_cb (HeartenCollection *self, HeartenItem *item)
{
  const HeartenTipNode *state = hearten_collection_get_state (item, get_node (self));

  /* One that was put down would be put down again by its state. */
  if (state != NULL && g_strcmp0 (hearten_tip_node_get_attribute (state, "means"), "away") == 0)
    hearten_items_set_state (get_items (self), item,
                             hearten_tip_node_get_id (hearten_tip_node_find (get_node (self), "state")),
                             FALSE);
  else
    hearten_items_set_archived (get_items (self), item, FALSE);
}

/* Adding */

static gboolean
on_add_cb (HeartenCollection *self, const char *text)
{
  const HeartenTipNode *state = hearten_tip_node_find (get_node (self), "state");
  HeartenItem *item;

  self->adding = TRUE;
  item = hearten_items_add (get_items (self), hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self)),
                            hearten_activity_get_face_nick (HEARTEN_ACTIVITY (self)), text,
                            state != NULL ? hearten_tip_node_get_id (state) : NULL);
  self->adding = FALSE;
  return item != NULL;
}

/* Showing */

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  return hearten_items_compare (hearten_collection_row_get_item (HEARTEN_COLLECTION_ROW (a)),
                                hearten_collection_row_get_item (HEARTEN_COLLECTION_ROW (b)));
}

static void
add_row (HeartenCollection *self, HeartenItem *item)
{
  GtkWidget *row = hearten_collection_row_new (item, get_node (self));

  g_signal_connect_object (row, "state-chosen", G_CALLBACK (on_state_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (on_row_moved_cb), self, G_CONNECT_SWAPPED);
  if (self->adding)
    gtk_widget_add_css_class (row, "just-added");
  g_hash_table_insert (self->rows, item, row);
  gtk_list_box_append (self->list, row);
}

static void
remove_gone_rows (HeartenCollection *self, GPtrArray *items)
{
  GHashTableIter iter;
  gpointer item, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &item, &row))
    if (!g_ptr_array_find (items, item, NULL))
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
update (HeartenCollection *self)
{
  g_autoptr (GPtrArray) items = dup_list (self, FALSE), away = dup_list (self, TRUE);
  GDate today = hearten_day_today (hearten_context_get_clock (get_context (self)));

  remove_gone_rows (self, items);
  for (guint i = 0; i < items->len; i++)
    {
      HeartenItem *item = g_ptr_array_index (items, i);

      if (!g_hash_table_contains (self->rows, item))
        add_row (self, item);
      hearten_collection_row_refresh (g_hash_table_lookup (self->rows, item), &today);
    }
  gtk_list_box_invalidate_sort (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->list), items->len > 0);
  gtk_widget_set_visible (self->hint, items->len > 1);
  hearten_adder_show_examples (self->adder, items->len == 0);
  if (self->jar != NULL)
    gtk_widget_set_visible (self->jar, items->len > 0);
  hearten_away_show (self->away, away, (HeartenAwayText) hearten_item_get_text);
}

/* Building */

static void
build (HeartenCollection *self)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->adder = HEARTEN_ADDER (hearten_adder_new (activity, 1000, NULL));
  self->list = GTK_LIST_BOX (hearten_list_new ());
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  self->hint = hearten_paragraph_new (_ ("Drag to reorder, or press Alt with the up or down key."),
                                      "caption");
  gtk_widget_add_css_class (self->hint, "dimmed");
  self->away = HEARTEN_AWAY (hearten_away_new ());

  gtk_box_append (GTK_BOX (box), hearten_activity_new_paragraph (activity, "invite", "practice-invite"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->adder));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->hint);
  if (g_strcmp0 (hearten_tip_node_get_attribute (get_node (self), "use"), "jar") == 0)
    {
      self->jar = hearten_jar_new (get_items (self), hearten_activity_get_tip_id (activity),
                                   hearten_activity_get_face_nick (activity));
      gtk_box_append (GTK_BOX (box), self->jar);
    }
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->away));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* HeartenActivity */

static void
hearten_collection_commit (HeartenActivity *activity)
{
  hearten_adder_commit (HEARTEN_COLLECTION (activity)->adder);
}

/* GObject */

static void
hearten_collection_constructed (GObject *object)
{
  HeartenCollection *self = HEARTEN_COLLECTION (object);

  G_OBJECT_CLASS (hearten_collection_parent_class)->constructed (object);

  build (self);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adder, "add", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->away, "bring-back", G_CALLBACK (on_bring_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_items (self), "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_items (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hearten_collection_finalize (GObject *object)
{
  g_hash_table_unref (HEARTEN_COLLECTION (object)->rows);

  G_OBJECT_CLASS (hearten_collection_parent_class)->finalize (object);
}

static void
hearten_collection_class_init (HeartenCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hearten_collection_constructed;
  HEARTEN_ACTIVITY_CLASS (klass)->commit = hearten_collection_commit;
  G_OBJECT_CLASS (klass)->finalize = hearten_collection_finalize;
}

static void
hearten_collection_init (HeartenCollection *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
}
