/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-page.h"

#include "hearten-activity.h"
#include "hearten-list.h"
#include "hearten-mood.h"
#include "hearten-paragraph.h"

#include <glib/gi18n.h>

struct _HeartenTipPage
{
  AdwNavigationPage parent_instance;

  HeartenContext *context;
  HeartenTip *tip;

  GtkToggleButton *practised;
  GtkWidget *scroller;
  GtkWidget *stage_mark;
  GtkLabel *stage;
  GtkLabel *heading;
  GtkLabel *summary;
  GtkLabel *why;
  GtkBox *paragraphs;
  GtkBox *steps;
  GtkLabel *caution;
  GtkBox *practices;
  GtkActionable *write;
  GtkWidget *your_pages;
  GtkListBox *pages;
  GtkWidget *previous;
  AdwButtonContent *previous_content;
  GtkWidget *next;
  AdwButtonContent *next_content;
};

G_DEFINE_FINAL_TYPE (HeartenTipPage, hearten_tip_page, ADW_TYPE_NAVIGATION_PAGE)

/* Helpers */

static char *
fill (HeartenTipPage *self, const char *text)
{
  return hearten_tip_fill_name (text,
                                hearten_situations_get_name (hearten_context_get_situations (self->context)));
}

static void
set_text (HeartenTipPage *self, GtkLabel *label, const char *text)
{
  g_autofree char *filled = text != NULL ? fill (self, text) : NULL;

  gtk_label_set_label (label, filled != NULL ? filled : "");
  gtk_widget_set_visible (GTK_WIDGET (label), filled != NULL);
}

static GtkWidget *
new_paragraph (HeartenTipPage *self, const char *text)
{
  g_autofree char *filled = fill (self, text);
  GtkWidget *label = hearten_paragraph_new (filled, "reading");

  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
new_step (HeartenTipPage *self, int number, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *shown = g_strdup_printf ("%d", number);
  GtkWidget *count = gtk_label_new (shown);

  gtk_widget_set_valign (count, GTK_ALIGN_START);
  gtk_widget_add_css_class (count, "step-number");
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), new_paragraph (self, text));
  return box;
}

static void
remove_children (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* The face */

static void
fill_lists (HeartenTipPage *self, HeartenTipFace *face)
{
  const char *const *paragraphs = hearten_tip_face_get_paragraphs (face);
  const char *const *steps = hearten_tip_face_get_steps (face);

  remove_children (self->paragraphs);
  for (int i = 0; paragraphs[i] != NULL; i++)
    gtk_box_append (self->paragraphs, new_paragraph (self, paragraphs[i]));
  remove_children (self->steps);
  for (int i = 0; steps[i] != NULL; i++)
    gtk_box_append (self->steps, new_step (self, i + 1, steps[i]));
  remove_children (self->practices);
  for (guint i = 0; i < hearten_tip_face_get_n_activities (face); i++)
    gtk_box_append (self->practices, hearten_activity_new (self->context, self->tip, face,
                                                           hearten_tip_face_get_activity (face, i)));
}

static void
update_neighbour (HeartenTipPage *self, guint position, GtkWidget *button, AdwButtonContent *content)
{
  g_autoptr (HeartenTip)
      tip = g_list_model_get_item (G_LIST_MODEL (hearten_context_get_tips (self->context)), position);

  gtk_widget_set_visible (button, tip != NULL);
  if (tip == NULL)
    return;
  adw_button_content_set_label (content,
                                hearten_tip_face_get_title (hearten_context_get_face (self->context, tip)));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hearten_tip_get_id (tip));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-tip");
}

static void
update_neighbours (HeartenTipPage *self)
{
  GListModel *tips = G_LIST_MODEL (hearten_context_get_tips (self->context));

  for (guint i = 0; i < g_list_model_get_n_items (tips); i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (tips, i);

      if (tip == self->tip)
        {
          update_neighbour (self, i == 0 ? G_MAXUINT : i - 1, self->previous, self->previous_content);
          update_neighbour (self, i + 1, self->next, self->next_content);
        }
    }
}

static void
update_face (HeartenTipPage *self)
{
  HeartenTipFace *face = hearten_context_get_face (self->context, self->tip);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), hearten_tip_face_get_title (face));
  set_text (self, self->heading, hearten_tip_face_get_title (face));
  set_text (self, self->summary, hearten_tip_face_get_summary (face));
  set_text (self, self->why, hearten_tip_face_get_why (face));
  set_text (self, self->caution, hearten_tip_face_get_caution (face));
  fill_lists (self, face);
  update_neighbours (self);
}

/* What the user did with it */

static void
update_practised (HeartenTipPage *self)
{
  HeartenPractices *practices = hearten_context_get_practices (self->context);
  HeartenPracticeState state = hearten_practices_get_state (practices, hearten_tip_get_id (self->tip));
  gboolean done = state == HEARTEN_PRACTICE_STATE_PRACTISED;

  gtk_toggle_button_set_active (self->practised, done);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->practised),
                               done ? _ ("Practised") : _ ("Mark as Practised"));
}

static gboolean
has_pages (HeartenTipPage *self)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (self->context));

  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (journal, i);

      if (g_strcmp0 (hearten_entry_get_tip (entry), hearten_tip_get_id (self->tip)) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
on_practised_toggled_cb (HeartenTipPage *self)
{
  HeartenPractices *practices = hearten_context_get_practices (self->context);
  const char *id = hearten_tip_get_id (self->tip);
  gboolean was = hearten_practices_get_state (practices, id) == HEARTEN_PRACTICE_STATE_PRACTISED;
  gboolean is = gtk_toggle_button_get_active (self->practised);

  if (is == was)
    return;
  if (is)
    hearten_practices_set_state (practices, id, HEARTEN_PRACTICE_STATE_PRACTISED);
  else
    hearten_practices_set_state (
        practices, id, has_pages (self) ? HEARTEN_PRACTICE_STATE_BEGUN : HEARTEN_PRACTICE_STATE_NEW);
}

/* The pages written about it */

static GtkWidget *
new_entry_row (HeartenEntry *entry)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (entry));
  g_autofree char *heading = hearten_entry_dup_heading (entry);
  g_autofree char *date = g_date_time_format (created, "%x");
  const char *icon = hearten_mood_get_icon_name (hearten_entry_get_mood (entry));
  GtkWidget *row = hearten_list_new_way (*heading != '\0' ? heading : _ ("A page with no words yet"), date,
                                         "win.open-entry", hearten_record_get_id (HEARTEN_RECORD (entry)));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (icon != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  return row;
}

/* What came from the other face is still in the journal, but not here while that face is not shown. */
static gboolean
belongs_here (HeartenTipPage *self, HeartenEntry *entry)
{
  return g_strcmp0 (hearten_entry_get_tip (entry), hearten_tip_get_id (self->tip)) == 0 &&
         hearten_gate_may_show (hearten_context_get_gate (self->context), hearten_entry_get_face (entry));
}

static void
update_pages (HeartenTipPage *self)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (self->context));
  gboolean any = FALSE;

  gtk_list_box_remove_all (self->pages);
  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (journal, i);

      if (!belongs_here (self, entry))
        continue;
      gtk_list_box_append (self->pages, new_entry_row (entry));
      any = TRUE;
    }
  gtk_widget_set_visible (self->your_pages, any);
}

/* While the pages arrive in parts, they are not looked through again for each. */
static void
on_journal_items_changed_cb (HeartenTipPage *self)
{
  if (hearten_context_get_state (self->context) != HEARTEN_CONTEXT_OPENING)
    update_pages (self);
}

/* GObject */

static void
hearten_tip_page_dispose (GObject *object)
{
  HeartenTipPage *self = HEARTEN_TIP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_TIP_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->tip);

  G_OBJECT_CLASS (hearten_tip_page_parent_class)->dispose (object);
}

static void
hearten_tip_page_class_init (HeartenTipPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_tip_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-tip-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, practised);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, stage_mark);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, stage);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, heading);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, summary);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, why);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, paragraphs);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, steps);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, caution);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, practices);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, write);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, your_pages);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, pages);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, previous);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, previous_content);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, next);
  gtk_widget_class_bind_template_child (widget_class, HeartenTipPage, next_content);
}

static void
hearten_tip_page_init (HeartenTipPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Reading begins at the top, also where the page's first control is further down. */
static void
on_shown_cb (HeartenTipPage *self)
{
  gtk_widget_grab_focus (self->scroller);
}

static void
watch (HeartenTipPage *self)
{
  HeartenPractices *practices = hearten_context_get_practices (self->context);

  g_signal_connect_object (practices, "changed", G_CALLBACK (update_practised), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (practices, "items-changed", G_CALLBACK (update_practised), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_gate (self->context), "notify::allows-contact",
                           G_CALLBACK (update_face), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_gate (self->context), "notify::allows-contact",
                           G_CALLBACK (update_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_situations (self->context), "notify::name",
                           G_CALLBACK (update_face), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_journal (self->context), "items-changed",
                           G_CALLBACK (on_journal_items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (on_journal_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "showing", G_CALLBACK (update_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "shown", G_CALLBACK (on_shown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->practised, "toggled", G_CALLBACK (on_practised_toggled_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwNavigationPage *
hearten_tip_page_new (HeartenContext *context, HeartenTip *tip)
{
  HeartenTipPage *self = g_object_new (HEARTEN_TYPE_TIP_PAGE, NULL);
  HeartenStage stage = hearten_tip_get_stage (tip);

  self->context = g_object_ref (context);
  self->tip = g_object_ref (tip);
  gtk_label_set_label (self->stage, hearten_stage_get_name (stage));
  gtk_widget_add_css_class (self->stage_mark, hearten_stage_get_nick (stage));
  gtk_actionable_set_action_target (self->write, "s", hearten_tip_get_id (tip));
  gtk_actionable_set_action_name (self->write, "win.write-about");
  update_face (self);
  update_practised (self);
  update_pages (self);
  watch (self);
  return ADW_NAVIGATION_PAGE (self);
}

void
hearten_tip_page_commit (HeartenTipPage *self)
{
  g_return_if_fail (HEARTEN_IS_TIP_PAGE (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->practices)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    hearten_activity_commit (HEARTEN_ACTIVITY (child));
}
