/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-journal-page.h"

#include <glib/gi18n.h>

#include "hearten-editor-page.h"
#include "hearten-journal-list.h"

struct _HeartenJournalPage
{
  AdwNavigationPage parent_instance;

  HeartenContext *context;
  HeartenEditorPage *editor; /* the page that is open; owned by the split view */
  gboolean narrow;

  AdwBreakpoint *small;
  AdwNavigationSplitView *split_view;
  HeartenJournalList *list;
  AdwNavigationPage *placeholder;
};

G_DEFINE_FINAL_TYPE (HeartenJournalPage, hearten_journal_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_CONTEXT, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* Layout. Side by side where there is room and something to show: not for an empty journal, and not while
 * the page is in focus mode. */

static void
update_layout (HeartenJournalPage *self)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (self->context));
  gboolean empty = g_list_model_get_n_items (journal) == 0 && self->editor == NULL;
  gboolean focused = FALSE;

  if (self->editor != NULL)
    g_object_get (self->editor, "focused", &focused, NULL);
  adw_navigation_split_view_set_collapsed (self->split_view, self->narrow || empty || focused);
}

static void
update_current (HeartenJournalPage *self)
{
  gboolean shown = self->editor != NULL && (!adw_navigation_split_view_get_collapsed (self->split_view) ||
                                            adw_navigation_split_view_get_show_content (self->split_view));

  hearten_journal_list_set_current (self->list, shown ? hearten_editor_page_get_entry (self->editor) : NULL);
}

static void
on_breakpoint_cb (HeartenJournalPage *self, GParamSpec *pspec, AdwBreakpointBin *bin)
{
  AdwBreakpoint *current = adw_breakpoint_bin_get_current_breakpoint (bin);

  self->narrow = current != NULL;
  hearten_journal_list_set_small (self->list, current != NULL && current == self->small);
  update_layout (self);
}

/* The open page */

static void
on_editor_gone_cb (HeartenJournalPage *self, HeartenEditorPage *editor)
{
  if (editor != self->editor)
    return;
  self->editor = NULL;
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  adw_navigation_split_view_set_content (self->split_view, self->placeholder);
  update_layout (self);
  update_current (self);
}

static void
set_editor (HeartenJournalPage *self, HeartenEntry *entry, const char *prompt)
{
  AdwNavigationPage *editor = hearten_editor_page_new (self->context, entry, prompt);

  hearten_journal_page_commit (self);
  self->editor = HEARTEN_EDITOR_PAGE (editor);
  g_signal_connect_object (editor, "gone", G_CALLBACK (on_editor_gone_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::focused", G_CALLBACK (update_layout), self, G_CONNECT_SWAPPED);
  adw_navigation_split_view_set_content (self->split_view, editor);
}

static void
on_list_open_cb (HeartenJournalPage *self, HeartenEntry *entry)
{
  hearten_journal_page_open (self, entry, NULL);
}

/* GObject */

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_journal_page_search (HEARTEN_JOURNAL_PAGE (widget));
}

static void
hearten_journal_page_constructed (GObject *object)
{
  HeartenJournalPage *self = HEARTEN_JOURNAL_PAGE (object);

  G_OBJECT_CLASS (hearten_journal_page_parent_class)->constructed (object);

  hearten_journal_list_set_context (self->list, self->context);
  g_signal_connect_object (hearten_context_get_journal (self->context), "items-changed",
                           G_CALLBACK (update_layout), self, G_CONNECT_SWAPPED);
  update_layout (self);
}

static void
hearten_journal_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, HEARTEN_JOURNAL_PAGE (object)->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_journal_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT:
      HEARTEN_JOURNAL_PAGE (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_journal_page_dispose (GObject *object)
{
  HeartenJournalPage *self = HEARTEN_JOURNAL_PAGE (object);

  if (self->context != NULL)
    hearten_journal_page_commit (self);
  self->editor = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_journal_page_parent_class)->dispose (object);
}

static void
hearten_journal_page_class_init (HeartenJournalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearten_journal_page_constructed;
  object_class->get_property = hearten_journal_page_get_property;
  object_class->set_property = hearten_journal_page_set_property;
  object_class->dispose = hearten_journal_page_dispose;

  /**
   * HeartenJournalPage:context:
   *
   * Where the data is.
   */
  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (HEARTEN_TYPE_JOURNAL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalPage, small);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, HeartenJournalPage, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, on_breakpoint_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_list_open_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_current);
  gtk_widget_class_install_action (widget_class, "journal.search", NULL, search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "journal.search", NULL);
}

static void
hearten_journal_page_init (HeartenJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

AdwNavigationPage *
hearten_journal_page_new (HeartenContext *context)
{
  return g_object_new (HEARTEN_TYPE_JOURNAL_PAGE, "context", context, NULL);
}

void
hearten_journal_page_open (HeartenJournalPage *self, HeartenEntry *entry, const char *prompt)
{
  g_return_if_fail (HEARTEN_IS_JOURNAL_PAGE (self) && HEARTEN_IS_ENTRY (entry));

  if (self->editor == NULL || hearten_editor_page_get_entry (self->editor) != entry)
    set_editor (self, entry, prompt);
  /* A page that is just begun would not be among what a search found. */
  if (hearten_entry_is_blank (entry))
    hearten_journal_list_end_search (self->list);
  update_layout (self);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  update_current (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

void
hearten_journal_page_search (HeartenJournalPage *self)
{
  g_return_if_fail (HEARTEN_IS_JOURNAL_PAGE (self));

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  hearten_journal_list_search (self->list);
}

void
hearten_journal_page_commit (HeartenJournalPage *self)
{
  g_return_if_fail (HEARTEN_IS_JOURNAL_PAGE (self));

  if (self->editor != NULL)
    hearten_editor_page_commit (self->editor);
}
