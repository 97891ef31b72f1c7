/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-sidebar-row.h"

#include <glib/gi18n.h>

struct _HeartenSidebarRow
{
  GtkListBoxRow parent_instance;

  HeartenContext *context;
  HeartenTip *tip;
  char *target;
  GtkLabel *label;
  GtkImage *state;
  HeartenTipFace *shown_face; /* not owned; NULL before the first */
  HeartenPracticeState shown_state;
};

G_DEFINE_FINAL_TYPE (HeartenSidebarRow, hearten_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *icon_name;
  const char *word;
} states[] = {
  [HEARTEN_PRACTICE_STATE_NEW] = { "hearten-new-symbolic", NC_ ("state of a tip", "new") },
  [HEARTEN_PRACTICE_STATE_BEGUN] = { "hearten-begun-symbolic", NC_ ("state of a tip", "begun") },
  [HEARTEN_PRACTICE_STATE_PRACTISED] = { "hearten-practised-symbolic", NC_ ("state of a tip", "practised") },
};

static void
update_face (HeartenSidebarRow *self)
{
  HeartenTipFace *face = hearten_context_get_face (self->context, self->tip);
  HeartenPracticeState state = hearten_practices_get_state (hearten_context_get_practices (self->context),
                                                            self->target);
  const char *word = g_dpgettext2 (NULL, "state of a tip", states[state].word);
  g_autofree char *spoken = NULL;

  /* Of the practices that are read one after the other, each row has but its own. */
  if (face == self->shown_face && state == self->shown_state)
    return;
  self->shown_face = face;
  self->shown_state = state;
  /* Translators: a tip's title and whether it is new, begun or practised, as read aloud. */
  spoken = g_strdup_printf (_ ("%s, %s"), hearten_tip_face_get_title (face), word);
  gtk_label_set_label (self->label, hearten_tip_face_get_title (face));
  gtk_image_set_from_icon_name (self->state, states[state].icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state), word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
hearten_sidebar_row_dispose (GObject *object)
{
  HeartenSidebarRow *self = HEARTEN_SIDEBAR_ROW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->tip);
  g_clear_pointer (&self->target, g_free);

  G_OBJECT_CLASS (hearten_sidebar_row_parent_class)->dispose (object);
}

static void
hearten_sidebar_row_class_init (HeartenSidebarRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_sidebar_row_dispose;
}

static void
hearten_sidebar_row_init (HeartenSidebarRow *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
}

static HeartenSidebarRow *
new_row (const char *target, GtkWidget *first, GtkWidget *last)
{
  HeartenSidebarRow *self = g_object_new (HEARTEN_TYPE_SIDEBAR_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->target = g_strdup (target);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  if (last != NULL)
    gtk_box_append (GTK_BOX (box), last);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return self;
}

GtkWidget *
hearten_sidebar_row_new_page (const char *page, const char *title, const char *icon_name)
{
  HeartenSidebarRow *self = new_row (page, gtk_image_new_from_icon_name (icon_name), NULL);

  gtk_label_set_label (self->label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

static GtkWidget *
new_stage_mark (HeartenStage stage)
{
  GtkWidget *mark = adw_bin_new ();

  gtk_widget_add_css_class (mark, "stage-mark");
  gtk_widget_add_css_class (mark, hearten_stage_get_nick (stage));
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  return mark;
}

GtkWidget *
hearten_sidebar_row_new_tip (HeartenContext *context, HeartenTip *tip)
{
  GtkWidget *state = gtk_image_new ();
  HeartenSidebarRow *self = new_row (hearten_tip_get_id (tip), new_stage_mark (hearten_tip_get_stage (tip)),
                                     state);

  self->context = g_object_ref (context);
  self->tip = g_object_ref (tip);
  self->state = GTK_IMAGE (state);
  gtk_widget_add_css_class (state, "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (state), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_signal_connect_object (hearten_context_get_practices (context), "changed", G_CALLBACK (update_face), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_practices (context), "items-changed", G_CALLBACK (update_face),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_gate (context), "notify::allows-contact",
                           G_CALLBACK (update_face), self, G_CONNECT_SWAPPED);
  update_face (self);
  return GTK_WIDGET (self);
}

const char *
hearten_sidebar_row_get_target (HeartenSidebarRow *self)
{
  return self->target;
}

HeartenTip *
hearten_sidebar_row_get_tip (HeartenSidebarRow *self)
{
  return self->tip;
}

gboolean
hearten_sidebar_row_matches (HeartenSidebarRow *self, const char *needle)
{
  if (*needle == '\0')
    return TRUE;
  if (self->tip == NULL)
    return g_str_match_string (needle, gtk_label_get_label (self->label), TRUE);
  return hearten_tip_matches (self->tip, hearten_context_get_face (self->context, self->tip), needle);
}
