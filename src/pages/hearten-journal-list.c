/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-journal-list.h"

#include <glib/gi18n.h>

#include "hearten-damage-dialog.h"
#include "hearten-entry-row.h"
#include "hearten-entry-words.h"
#include "hearten-month-sections.h"

/* About the height of a heading, in pixels */
#define NEAR_TOP 60

/* Rows for the first frame, for each one after it, and when to stop counting: as many as GtkListView keeps */
#define FIRST_ROWS 12
#define NEXT_ROWS 8
#define ENOUGH_ROWS 200
/* Until when there are only the first rows, in milliseconds: a quarter of a second after its start libadwaita
 * turns transitions on, for which every row there is gets a new style. */
#define SETTLING 400

struct _HeartenJournalList
{
  AdwNavigationPage parent_instance;

  HeartenContext *context;
  GtkSliceListModel *begun; /* the first pages, soon all */
  GtkFilterListModel *filtered;
  HeartenMonthSections *sections;
  GtkFilter *filter;
  char *searched; /* the text of the search as it was last applied */
  char **words;   /* the same for the filter; NULL shows everything */
  gboolean small; /* on a screen like that of a phone */
  int ticks;      /* frames to wait before going to the top */
  guint growing;  /* the callback of the frames in which rows are added */
  guint settling; /* the timer until which none are */

  AdwBanner *damage;
  GtkStack *stack;
  GtkListView *list;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  AdwStatusPage *failed;
  AdwStatusPage *nothing;
  GtkWidget *write;
  GtkWidget *write_below;
  GtkWidget *search_button;
};

G_DEFINE_FINAL_TYPE (HeartenJournalList, hearten_journal_list, ADW_TYPE_NAVIGATION_PAGE)

enum { OPEN, N_SIGNALS };
static guint signals[N_SIGNALS];

/* What there is to see */

static const char *
choose_state (HeartenJournalList *self)
{
  guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (hearten_context_get_journal (self->context)));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  if (n_shown > 0)
    return "list";
  if (n_entries > 0)
    return gtk_filter_list_model_get_pending (self->filtered) > 0 ? "loading" : "nothing";
  switch (hearten_context_get_state (self->context))
    {
    case HEARTEN_CONTEXT_FAILED:
      return "failed";
    case HEARTEN_CONTEXT_OPENING:
      return "loading";
    case HEARTEN_CONTEXT_READY:
    default:
      return "empty";
    }
}

static void
update_nothing (HeartenJournalList *self)
{
  g_autofree char *words = g_markup_escape_text (self->searched != NULL ? self->searched : "", -1);
  /* Translators: the words that were searched for. */
  g_autofree char *text = g_strdup_printf (_ ("No page has “%s” in it. Fewer words may find more."), words);

  adw_status_page_set_description (self->nothing, text);
}

/* What is hidden has no style to be worked out each time the window gets a new one. */
static void
show_state (HeartenJournalList *self, const char *state)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->stack, state);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->stack, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
}

static void
update_state (HeartenJournalList *self)
{
  const char *state = choose_state (self);
  const char *problem = hearten_context_get_problem (self->context);
  gboolean can_write;
  g_autofree char *escaped = g_markup_escape_text (problem != NULL ? problem : "", -1);
  gboolean has_entries = g_list_model_get_n_items (
                             G_LIST_MODEL (hearten_context_get_journal (self->context))) > 0;

  adw_status_page_set_description (self->failed, escaped);
  show_state (self, state);
  gtk_widget_set_visible (self->search_button, has_entries);
  /* The empty page has its own. */
  can_write = !g_str_equal (state, "empty") && !g_str_equal (state, "failed");
  gtk_widget_set_visible (self->write, can_write && !self->small);
  gtk_widget_set_visible (self->write_below, can_write && self->small);
}

static char *
dup_trouble (guint n_damaged, guint n_missing, gboolean folder)
{
  if (n_missing > 0)
    return g_strdup_printf (
        g_dngettext (NULL, "%u file of your journal is missing. Nothing is deleted for it.",
                     "%u files of your journal are missing. Nothing is deleted for it.", n_missing),
        n_missing);
  if (folder)
    return g_strdup (_ ("A folder of your journal cannot be read. What is in it is left as it is."));
  return g_strdup_printf (g_dngettext (NULL, "%u page could not be read. It is left as it is.",
                                       "%u pages could not be read. They are left as they are.", n_damaged),
                          n_damaged);
}

static void
update_damage (HeartenJournalList *self)
{
  HeartenStore *store = hearten_context_get_store (self->context);
  guint n_damaged = g_list_model_get_n_items (hearten_store_get_damaged (store));
  guint n_missing = g_list_model_get_n_items (hearten_store_get_missing (store));
  g_autofree char *text = dup_trouble (n_damaged, n_missing, hearten_store_has_unreadable_folder (store));

  adw_banner_set_title (self->damage, text);
  gtk_widget_set_visible (GTK_WIDGET (self->damage), n_damaged + n_missing > 0);
}

/* GtkListView keeps its first row at the top, which hides the heading above it. It knows where the heading is
 * after the next frame. */
static gboolean
on_tick_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  HeartenJournalList *self = user_data;

  if (--self->ticks > 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), 0);
  return G_SOURCE_REMOVE;
}

static void
scroll_to_top (HeartenJournalList *self)
{
  if (self->ticks == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_tick_cb, self, NULL);
  self->ticks = 2;
}

static gboolean
is_near_top (HeartenJournalList *self)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list))) < NEAR_TOP;
}

static void
on_sections_changed_cb (HeartenJournalList *self, guint position, guint removed, guint added)
{
  HeartenRecord *current = hearten_month_sections_get_current (self->sections);
  gboolean is_current = FALSE;
  guint place = 0;

  update_state (self);
  /* A page that was just begun comes into view with its first word. */
  if (added == 1 && removed == 0 && current != NULL)
    is_current = hearten_month_sections_find (self->sections, current, &place) && place == position;
  if (is_current && position > 0)
    gtk_list_view_scroll_to (self->list, place, GTK_LIST_SCROLL_NONE, NULL);
  else if (is_current || is_near_top (self))
    scroll_to_top (self);
}

/* GtkListView makes its two hundred rows at once where it can, and that takes longer than a frame. So the
 * first of them come a few at a time. */

static gboolean
on_grow_cb (GtkWidget *list, GdkFrameClock *clock, gpointer user_data)
{
  HeartenJournalList *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->begun);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->begun)) < size)
    {
      self->growing = 0;
      return G_SOURCE_REMOVE;
    }
  size += NEXT_ROWS;
  gtk_slice_list_model_set_size (self->begun, size < ENOUGH_ROWS ? size : G_MAXUINT);
  return G_SOURCE_CONTINUE;
}

static void
grow (HeartenJournalList *self)
{
  if (self->growing == 0 && self->settling == 0 && gtk_slice_list_model_get_size (self->begun) < ENOUGH_ROWS)
    self->growing = gtk_widget_add_tick_callback (GTK_WIDGET (self->list), on_grow_cb, self, NULL);
}

static void
on_settled_cb (gpointer user_data)
{
  HeartenJournalList *self = user_data;

  self->settling = 0;
  grow (self);
}

static void
show_damage (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenJournalList *self = HEARTEN_JOURNAL_LIST (widget);
  HeartenStore *store = hearten_context_get_store (self->context);

  if (g_list_model_get_n_items (hearten_store_get_missing (store)) > 0)
    gtk_widget_activate_action (widget, "win.show-missing", NULL);
  else
    adw_dialog_present (hearten_damage_dialog_new (store), widget);
}

/* Search */

static gboolean
matches (gpointer item, gpointer user_data)
{
  HeartenJournalList *self = user_data;

  return hearten_entry_has_words (item, (const char *const *) self->words);
}

static GtkFilterChange
compare_search (const char *before, const char *now)
{
  if (before != NULL && g_str_has_prefix (now, before))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (before != NULL && g_str_has_prefix (before, now))
    return GTK_FILTER_CHANGE_LESS_STRICT;
  return GTK_FILTER_CHANGE_DIFFERENT;
}

static void
on_search_changed_cb (HeartenJournalList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_auto (GStrv) words = hearten_entry_fold_words (text);
  GtkFilterChange change = compare_search (self->searched, text);
  gboolean had_words = self->words != NULL;

  if (!g_set_str (&self->searched, text))
    return;
  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  /* Without words there is no filter, so that a list of any length shows at once. */
  if (self->words == NULL)
    gtk_filter_list_model_set_filter (self->filtered, NULL);
  else if (had_words)
    gtk_filter_changed (self->filter, change);
  else
    gtk_filter_list_model_set_filter (self->filtered, self->filter);
  update_nothing (self);
  update_state (self);
}

static void
on_search_mode_cb (HeartenJournalList *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Down from the search goes to what it found. */
static void
on_search_activate_cb (HeartenJournalList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->sections)) > 0)
    g_signal_emit_by_name (self->list, "activate", 0);
}

/* Rows */

static void
on_activate_cb (HeartenJournalList *self, guint position)
{
  g_autoptr (HeartenEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->sections), position);

  if (entry != NULL)
    g_signal_emit (self, signals[OPEN], 0, entry);
}

static void
on_setup_cb (HeartenJournalList *self, GtkListItem *item)
{
  GtkWidget *row = hearten_entry_row_new ();

  g_object_bind_property (row, "spoken", item, "accessible-label", G_BINDING_DEFAULT);
  gtk_list_item_set_child (item, row);
}

static const char *
find_stage (HeartenJournalList *self, HeartenEntry *entry)
{
  const char *id = hearten_entry_get_tip (entry);
  HeartenTip *tip = id != NULL ? hearten_tips_find (hearten_context_get_tips (self->context), id) : NULL;

  return tip != NULL ? hearten_stage_get_nick (hearten_tip_get_stage (tip)) : NULL;
}

static void
on_bind_cb (HeartenJournalList *self, GtkListItem *item)
{
  HeartenEntryRow *row = HEARTEN_ENTRY_ROW (gtk_list_item_get_child (item));
  HeartenEntry *entry = gtk_list_item_get_item (item);

  hearten_entry_row_set_entry (row, entry, find_stage (self, entry));
  if (gtk_slice_list_model_get_size (self->begun) == FIRST_ROWS)
    hearten_entry_row_prepare (row);
}

static void
on_unbind_cb (HeartenJournalList *self, GtkListItem *item)
{
  hearten_entry_row_set_entry (HEARTEN_ENTRY_ROW (gtk_list_item_get_child (item)), NULL, NULL);
}

static void
on_header_setup_cb (HeartenJournalList *self, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_header_set_child (header, label);
}

static void
on_header_bind_cb (HeartenJournalList *self, GtkListHeader *header)
{
  HeartenRecord *record = gtk_list_header_get_item (header);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (hearten_record_get_created (record));
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (hearten_context_get_clock (self->context));
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  /* Translators: the heading of a month in the list of pages, such as "November 2026". */
  g_autofree char *text = g_date_time_format (local, C_ ("month heading", "%OB %Y"));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

/* The row that has the focus, whose widget is the list's own */
static HeartenEntryRow *
find_focused_row (HeartenJournalList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return HEARTEN_IS_ENTRY_ROW (child) ? HEARTEN_ENTRY_ROW (child) : NULL;
}

static gboolean
on_menu_key_cb (GtkWidget *list, GVariant *args, gpointer user_data)
{
  HeartenEntryRow *row = find_focused_row (user_data);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  hearten_entry_row_popup_menu (row, gtk_widget_get_width (GTK_WIDGET (row)) / 2.0,
                                gtk_widget_get_height (GTK_WIDGET (row)));
  return GDK_EVENT_STOP;
}

static gboolean
on_delete_key_cb (GtkWidget *list, GVariant *args, gpointer user_data)
{
  HeartenEntryRow *row = find_focused_row (user_data);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_activate_action (GTK_WIDGET (row), "row.delete", NULL);
}

static void
add_keys (HeartenJournalList *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (on_menu_key_cb, self, NULL)));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Delete"),
                        gtk_callback_action_new (on_delete_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

/* GObject */

static void
hearten_journal_list_dispose (GObject *object)
{
  HeartenJournalList *self = HEARTEN_JOURNAL_LIST (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_JOURNAL_LIST);
  g_clear_object (&self->sections);
  g_clear_object (&self->filtered);
  g_clear_object (&self->begun);
  g_clear_object (&self->filter);
  g_clear_object (&self->context);
  g_clear_pointer (&self->searched, g_free);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (hearten_journal_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-journal-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, damage);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, list);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, search);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, failed);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, nothing);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, write);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, write_below);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalList, search_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_header_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_header_bind_cb);
}

static void
hearten_journal_list_class_init (HeartenJournalListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_journal_list_dispose;

  /**
   * HeartenJournalList::open:
   * @entry: what was chosen
   */
  signals[OPEN] = g_signal_new ("open", HEARTEN_TYPE_JOURNAL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, HEARTEN_TYPE_ENTRY);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "journal.show-damage", NULL, show_damage);
}

static void
hearten_journal_list_init (HeartenJournalList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self->list));
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  add_keys (self);
}

static void
build_model (HeartenJournalList *self)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (self->context));
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (hearten_context_get_clock (self->context));

  self->begun = gtk_slice_list_model_new (g_object_ref (journal), 0, FIRST_ROWS);
  g_signal_connect_object (self->begun, "items-changed", G_CALLBACK (grow), self, G_CONNECT_SWAPPED);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->begun)), NULL);
  gtk_filter_list_model_set_incremental (self->filtered, TRUE);
  self->sections = hearten_month_sections_new (g_object_ref (G_LIST_MODEL (self->filtered)), zone);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->sections));
  self->settling = g_timeout_add_once (SETTLING, on_settled_cb, self);
}

/* Public */

void
hearten_journal_list_set_context (HeartenJournalList *self, HeartenContext *context)
{
  GListModel *damaged = hearten_store_get_damaged (hearten_context_get_store (context));
  GListModel *missing = hearten_store_get_missing (hearten_context_get_store (context));

  g_return_if_fail (HEARTEN_IS_JOURNAL_LIST (self) && self->context == NULL);

  self->context = g_object_ref (context);
  build_model (self);
  g_signal_connect_object (self->sections, "items-changed", G_CALLBACK (on_sections_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::state", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (damaged, "items-changed", G_CALLBACK (update_damage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (missing, "items-changed", G_CALLBACK (update_damage), self, G_CONNECT_SWAPPED);
  update_state (self);
  update_damage (self);
}

void
hearten_journal_list_set_current (HeartenJournalList *self, HeartenEntry *entry)
{
  g_return_if_fail (HEARTEN_IS_JOURNAL_LIST (self));

  hearten_month_sections_set_current (self->sections, HEARTEN_RECORD (entry));
}

void
hearten_journal_list_search (HeartenJournalList *self)
{
  g_return_if_fail (HEARTEN_IS_JOURNAL_LIST (self));

  if (!gtk_widget_get_visible (self->search_button))
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
hearten_journal_list_end_search (HeartenJournalList *self)
{
  g_return_if_fail (HEARTEN_IS_JOURNAL_LIST (self));

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

void
hearten_journal_list_set_small (HeartenJournalList *self, gboolean small)
{
  g_return_if_fail (HEARTEN_IS_JOURNAL_LIST (self));

  self->small = small;
  update_state (self);
}
