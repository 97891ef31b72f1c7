/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sidebar.h"

#include "hearten-sidebar-row.h"

#include <glib/gi18n.h>

struct _HeartenSidebar
{
  AdwBin parent_instance;

  HeartenContext *context;
  GtkListBoxRow *help;
  GtkListBox *rows;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
};

G_DEFINE_FINAL_TYPE (HeartenSidebar, hearten_sidebar, ADW_TYPE_BIN)

static const struct
{
  const char *page;
  const char *title;
  const char *icon_name;
} pages[] = {
  { "today", N_ ("Today"), "hearten-today-symbolic" },
  { "journal", N_ ("Journal"), "hearten-journal-symbolic" },
  { "space", N_ ("Space"), "hearten-space-symbolic" },
  { "insights", N_ ("Insights"), "hearten-insights-symbolic" },
  { "reminders", N_ ("Reminders"), "hearten-reminders-symbolic" },
};

/* Rows */

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  HeartenTip *tip = hearten_sidebar_row_get_tip (HEARTEN_SIDEBAR_ROW (row));
  HeartenTip *previous = before != NULL ? hearten_sidebar_row_get_tip (HEARTEN_SIDEBAR_ROW (before)) : NULL;
  GtkWidget *label;

  if (tip == NULL || (previous != NULL && hearten_tip_get_stage (previous) == hearten_tip_get_stage (tip)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (hearten_stage_get_name (hearten_tip_get_stage (tip)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "stage-heading");
  gtk_list_box_row_set_header (row, label);
}

/* Where there was fear, control or violence, help comes before everything else. */
static void
place_help (HeartenSidebar *self)
{
  HeartenContact contact = hearten_situations_get_contact (hearten_context_get_situations (self->context));
  int place = contact == HEARTEN_CONTACT_UNSAFE ? 0 : G_N_ELEMENTS (pages);
  gboolean selected = gtk_list_box_row_is_selected (self->help);

  if (gtk_list_box_row_get_index (self->help) == place)
    return;
  g_object_ref (self->help);
  if (gtk_list_box_row_get_index (self->help) >= 0)
    gtk_list_box_remove (self->rows, GTK_WIDGET (self->help));
  gtk_list_box_insert (self->rows, GTK_WIDGET (self->help), place);
  g_object_unref (self->help);
  if (selected)
    gtk_list_box_select_row (self->rows, self->help);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer data)
{
  HeartenSidebar *self = data;

  return hearten_sidebar_row_matches (HEARTEN_SIDEBAR_ROW (row),
                                      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

/* Callbacks */

static void
on_rows_row_activated_cb (HeartenSidebar *self, HeartenSidebarRow *row)
{
  const char *action = hearten_sidebar_row_get_tip (row) != NULL ? "win.show-tip" : "win.show-page";

  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", hearten_sidebar_row_get_target (row));
}

static void
on_search_entry_search_changed_cb (HeartenSidebar *self)
{
  gtk_list_box_invalidate_filter (self->rows);
  gtk_list_box_invalidate_headers (self->rows);
}

static GtkListBoxRow *
find_first (HeartenSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;
  return NULL;
}

/* Enter opens the first tip that is left, and Down goes there. */

static void
on_search_entry_activate_cb (HeartenSidebar *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL)
    on_rows_row_activated_cb (self, HEARTEN_SIDEBAR_ROW (row));
}

static gboolean
on_search_down_cb (GtkWidget *entry, GVariant *args, gpointer user_data)
{
  GtkListBoxRow *row = find_first (user_data);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_search_keys (HeartenSidebar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                        gtk_callback_action_new (on_search_down_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

/* GObject */

static void
hearten_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_SIDEBAR);
  g_clear_object (&HEARTEN_SIDEBAR (object)->context);

  G_OBJECT_CLASS (hearten_sidebar_parent_class)->dispose (object);
}

static void
hearten_sidebar_class_init (HeartenSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_sidebar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenSidebar, rows);
  gtk_widget_class_bind_template_child (widget_class, HeartenSidebar, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HeartenSidebar, search_entry);
}

static void
hearten_sidebar_init (HeartenSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_list_box_set_header_func (self->rows, add_header, NULL, NULL);
  gtk_list_box_set_filter_func (self->rows, filter_row, self, NULL);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (on_rows_row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed",
                           G_CALLBACK (on_search_entry_search_changed_cb), self, G_CONNECT_SWAPPED);
  add_search_keys (self);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (on_search_entry_activate_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Public */

void
hearten_sidebar_set_context (HeartenSidebar *self, HeartenContext *context)
{
  GListModel *tips = G_LIST_MODEL (hearten_context_get_tips (context));

  self->context = g_object_ref (context);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_list_box_append (
        self->rows, hearten_sidebar_row_new_page (pages[i].page, _ (pages[i].title), pages[i].icon_name));
  self->help = GTK_LIST_BOX_ROW (
      hearten_sidebar_row_new_page ("help", _ ("Find Help"), "hearten-help-symbolic"));
  place_help (self);
  g_signal_connect_object (hearten_context_get_situations (context), "notify::contact",
                           G_CALLBACK (place_help), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < g_list_model_get_n_items (tips); i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (tips, i);

      gtk_list_box_append (self->rows, hearten_sidebar_row_new_tip (context, tip));
    }
}

void
hearten_sidebar_select (HeartenSidebar *self, const char *target)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (g_str_equal (hearten_sidebar_row_get_target (HEARTEN_SIDEBAR_ROW (row)), target))
      {
        /* Who goes to a page has ended the search for a tip. */
        if (hearten_sidebar_row_get_tip (HEARTEN_SIDEBAR_ROW (row)) == NULL)
          gtk_search_bar_set_search_mode (self->search_bar, FALSE);
        gtk_list_box_select_row (self->rows, row);
        /* The focus goes along where it is among the rows, and where there is none yet. */
        if (!gtk_widget_get_mapped (GTK_WIDGET (self)) ||
            gtk_widget_get_focus_child (GTK_WIDGET (self->rows)))
          gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

void
hearten_sidebar_search (HeartenSidebar *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
