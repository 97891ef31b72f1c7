/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-boundaries.h"

#include <glib/gi18n.h>

#include "hearten-collection-row.h"
#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-rows.h"
#include "hearten-tip-uses.h"

struct _HeartenTodayBoundaries
{
  HeartenTodayCard parent_instance;

  AdwExpanderRow *expander;
};

G_DEFINE_FINAL_TYPE (HeartenTodayBoundaries, hearten_today_boundaries, HEARTEN_TYPE_TODAY_CARD)

static void
add_row (HeartenTodayBoundaries *self, HeartenItem *item, const HeartenTipNode *node, const GDate *today)
{
  g_autofree char *facts = hearten_collection_dup_facts (item, node, today);
  GtkWidget *row = hearten_list_new_row (hearten_item_get_text (item), facts);

  if (hearten_collection_is_marked (item, node))
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("starred-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Marked"), -1);
      gtk_widget_add_css_class (mark, "accent");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
    }
  hearten_rows_add (self->expander, row);
}

static void
add_use (HeartenTodayBoundaries *self, HeartenContext *context, HeartenTipUse *use)
{
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autoptr (GPtrArray)
      list = hearten_items_dup_list (hearten_context_get_items (context), hearten_tip_get_id (use->tip),
                                     hearten_tip_face_get_nick (use->face), FALSE);

  for (int marked = TRUE; marked >= FALSE; marked--)
    for (guint i = 0; i < list->len; i++)
      if (hearten_collection_is_marked (g_ptr_array_index (list, i), use->node) == marked)
        add_row (self, g_ptr_array_index (list, i), use->node, &today);
}

static void
hearten_today_boundaries_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayBoundaries *self = HEARTEN_TODAY_BOUNDARIES (card);
  gboolean allows_contact = hearten_gate_get_allows_contact (hearten_context_get_gate (context));
  g_autoptr (GArray) uses = hearten_tip_uses_find (hearten_context_get_tips (context), allows_contact,
                                                   "collection", "boundaries");

  hearten_rows_clear (self->expander);
  for (guint i = 0; i < uses->len; i++)
    add_use (self, context, &g_array_index (uses, HeartenTipUse, i));
  gtk_widget_set_visible (GTK_WIDGET (self), hearten_rows_get (self->expander)->len > 0);
}

static void
hearten_today_boundaries_class_init (HeartenTodayBoundariesClass *klass)
{
  HEARTEN_TODAY_CARD_CLASS (klass)->refresh = hearten_today_boundaries_refresh;
}

static void
hearten_today_boundaries_init (HeartenTodayBoundaries *self)
{
  GtkWidget *list = hearten_list_new ();

  self->expander = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->expander), _ ("Your Boundaries"));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->expander));
  adw_bin_set_child (ADW_BIN (self), list);
}
