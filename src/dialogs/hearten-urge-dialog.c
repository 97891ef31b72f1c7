/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-urge-dialog.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-paragraph.h"
#include "hearten-pill.h"
#include "hearten-quiet-time.h"

#define BREATHE_SECONDS 60

struct _HeartenUrgeDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;
  const HeartenTipNode *node; /* the tip's activity; the tips own it */
  const char *tip;
  HeartenSpacePeriod *period; /* may be NULL */
  HeartenUrge *urge;

  AdwNavigationView *steps;
  HeartenQuietTime *quiet;
  AdwWrapBox *triggers;
  GtkWidget *words;
  GtkListBox *plans;
  GtkWidget *own_plan;
  char *chosen; /* of the plans above it; NULL while none is */
  GtkLabel *after;
  GtkWidget *note;
};

G_DEFINE_FINAL_TYPE (HeartenUrgeDialog, hearten_urge_dialog, ADW_TYPE_DIALOG)

static HeartenUrges *
get_urges (HeartenUrgeDialog *self)
{
  return hearten_context_get_urges (self->context);
}

/* Parts */

static GtkWidget *
new_heading (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign", 0.0, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_HEADING, "css-classes", (const char *[]) { "title-2", NULL },
                       NULL);
}

static GtkWidget *
new_button (HeartenUrgeDialog *self, const char *label, GCallback callback)
{
  GtkWidget *button = hearten_pill_new (label, TRUE);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_margin_bottom (button, 12);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

/* A screen: what @box holds, and a button below that stays in view. */
static AdwNavigationPage *
new_step (const char *title, const char *tag, GtkWidget *box, GtkWidget *button)
{
  GtkWidget *view = adw_toolbar_view_new (), *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 18);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  if (button != NULL)
    adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), button);
  return adw_navigation_page_new_with_tag (view, title, tag);
}

/* Breathe */

static void
on_breathed_cb (HeartenUrgeDialog *self)
{
  hearten_quiet_time_stop (self->quiet);
  hearten_urges_keep (get_urges (self), self->urge);
  hearten_practices_begin (hearten_context_get_practices (self->context), self->tip);
  adw_navigation_view_push_by_tag (self->steps, "trigger");
}

static AdwNavigationPage *
new_breathe_step (HeartenUrgeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->quiet = HEARTEN_QUIET_TIME (hearten_quiet_time_new (hearten_context_get_clock (self->context)));
  gtk_widget_set_vexpand (GTK_WIDGET (self->quiet), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->quiet), GTK_ALIGN_CENTER);
  g_signal_connect_object (self->quiet, "over", G_CALLBACK (on_breathed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quiet));
  return new_step (_ ("Breathe"), "breathe", box,
                   new_button (self, _ ("_Go On"), G_CALLBACK (on_breathed_cb)));
}

/* What set it off */

static void
on_trigger_toggled_cb (HeartenUrgeDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->triggers)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      g_strv_builder_add (builder, gtk_widget_get_name (chip));
  chosen = g_strv_builder_end (builder);
  hearten_urges_set_triggers (get_urges (self), self->urge, (const char *const *) chosen);
}

static void
add_chip (HeartenUrgeDialog *self, const HeartenTipNode *trigger)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (hearten_tip_node_get_text (trigger));

  gtk_widget_set_name (chip, hearten_tip_node_get_id (trigger));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_trigger_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->triggers, chip);
}

static void
on_words_changed_cb (HeartenUrgeDialog *self)
{
  hearten_urges_set_words (get_urges (self), self->urge, gtk_editable_get_text (GTK_EDITABLE (self->words)));
}

static void
on_trigger_done_cb (HeartenUrgeDialog *self)
{
  adw_navigation_view_push_by_tag (self->steps, "plan");
}

static AdwNavigationPage *
new_trigger_step (HeartenUrgeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *list = hearten_list_new ();

  self->triggers = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 9, NULL);
  for (guint i = 0; self->node != NULL && i < hearten_tip_node_get_n_children (self->node); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (self->node, i);

      if (hearten_tip_node_is (child, "trigger"))
        add_chip (self, child);
    }
  self->words = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->words), _ ("In your own words"));
  g_signal_connect_object (self->words, "changed", G_CALLBACK (on_words_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->words, "entry-activated", G_CALLBACK (on_trigger_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), self->words);

  gtk_box_append (GTK_BOX (box), new_heading (_ ("What set it off?")));
  gtk_box_append (GTK_BOX (box), hearten_paragraph_new (_ ("As many as fit, or none."), "dimmed"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->triggers));
  gtk_box_append (GTK_BOX (box), list);
  return new_step (_ ("What Set It Off"), "trigger", box,
                   new_button (self, _ ("_Go On"), G_CALLBACK (on_trigger_done_cb)));
}

/* A plan */

static void
on_plan_toggled_cb (HeartenUrgeDialog *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  g_set_str (&self->chosen, g_object_get_data (G_OBJECT (check), "plan"));
  hearten_urges_set_plan (get_urges (self), self->urge, self->chosen);
}

static void
add_plan (HeartenUrgeDialog *self, const char *plan, GtkCheckButton **group)
{
  GtkWidget *row = hearten_list_new_row (plan, NULL), *check = gtk_check_button_new ();

  g_object_set_data_full (G_OBJECT (check), "plan", g_strdup (plan), g_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), *group);
  if (*group == NULL)
    *group = GTK_CHECK_BUTTON (check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_plan_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->plans, row);
}

/* The user's own first, then those of the tip. */
static void
fill_plans (HeartenUrgeDialog *self)
{
  static const char *const none[] = { NULL };
  const char *const *own = self->period != NULL ? hearten_space_period_get_plans (self->period) : none;
  g_autofree const char **suggested = self->node != NULL ? hearten_tip_node_dup_texts (self->node, "plan")
                                                         : NULL;
  GtkCheckButton *group = NULL;

  for (guint i = 0; own[i] != NULL; i++)
    add_plan (self, own[i], &group);
  for (guint i = 0; suggested != NULL && suggested[i] != NULL; i++)
    if (!g_strv_contains (own, suggested[i]))
      add_plan (self, suggested[i], &group);
}

static void
on_own_plan_changed_cb (HeartenUrgeDialog *self)
{
  const char *plan = gtk_editable_get_text (GTK_EDITABLE (self->own_plan));

  hearten_urges_set_plan (get_urges (self), self->urge, *plan != '\0' ? plan : self->chosen);
}

/* It joins the plans of the period when it is written to its end. */
static void
keep_own_plan (HeartenUrgeDialog *self)
{
  g_autofree char *plan = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own_plan))));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) plans = NULL;

  if (*plan == '\0' || self->period == NULL)
    return;
  g_strv_builder_addv (builder, (const char **) hearten_space_period_get_plans (self->period));
  g_strv_builder_add (builder, plan);
  plans = g_strv_builder_end (builder);
  hearten_spaces_set_plans (hearten_context_get_spaces (self->context), self->period,
                            (const char *const *) plans);
}

static void
on_plan_done_cb (HeartenUrgeDialog *self)
{
  keep_own_plan (self);
  adw_navigation_view_push_by_tag (self->steps, "outcome");
}

/* What to look at before one writes all the same */

static void
on_before_activated_cb (HeartenUrgeDialog *self, GtkWidget *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tip", "s", gtk_widget_get_name (row));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
add_before (HeartenUrgeDialog *self, GtkBox *box)
{
  HeartenContact contact = hearten_situations_get_contact (hearten_context_get_situations (self->context));
  HeartenTip *tip = hearten_tips_find_before (hearten_context_get_tips (self->context), self->node, contact);
  GtkWidget *list, *row;

  if (tip == NULL)
    return;
  list = hearten_list_new ();
  row = hearten_list_new_row (hearten_tip_face_get_title (hearten_context_get_face (self->context, tip)),
                              _ ("Before you write to them, ask yourself honestly what it is for."));
  hearten_list_add_arrow (ADW_ACTION_ROW (row));
  gtk_widget_set_name (row, hearten_tip_get_id (tip));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_before_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, list);
}

static AdwNavigationPage *
new_plan_step (HeartenUrgeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *list = hearten_list_new ();

  self->plans = GTK_LIST_BOX (hearten_list_new ());
  fill_plans (self);
  self->own_plan = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->own_plan),
                                 _ ("A plan of your own: if …, then …"));
  g_signal_connect_object (self->own_plan, "changed", G_CALLBACK (on_own_plan_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own_plan, "entry-activated", G_CALLBACK (on_plan_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), self->own_plan);

  gtk_box_append (GTK_BOX (box), new_heading (_ ("What is your plan for this?")));
  gtk_box_append (GTK_BOX (box),
                  hearten_paragraph_new (_ ("Choose one and say it once, quietly."), "dimmed"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->plans));
  gtk_box_append (GTK_BOX (box), list);
  add_before (self, GTK_BOX (box));
  return new_step (_ ("Your Plan"), "plan", box,
                   new_button (self, _ ("_Go On"), G_CALLBACK (on_plan_done_cb)));
}

/* What happened. Nobody is judged here, and nothing is taken from the days. */

static const char *
get_after (HeartenUrgeDialog *self, HeartenOutcome outcome)
{
  const char *closing = self->node != NULL ? hearten_tip_node_find_text (self->node, "closing") : NULL;

  if (hearten_outcome_is_contact (outcome))
    return _ (
        "That is how it went, and it is written down. The days behind you stay done. You can go on from "
        "here.");
  if (outcome != HEARTEN_OUTCOME_RODE)
    return _ ("That had to be talked about. It takes nothing away from your space.");
  return closing != NULL ? closing : _ ("That was hard, and you stayed with it.");
}

static void
on_outcome_activated_cb (HeartenUrgeDialog *self, GtkListBoxRow *row)
{
  HeartenOutcome outcome = (HeartenOutcome) (gtk_list_box_row_get_index (row) + HEARTEN_OUTCOME_RODE);

  hearten_urges_set_outcome (get_urges (self), self->urge, outcome);
  gtk_label_set_label (self->after, get_after (self, outcome));
  adw_navigation_view_push_by_tag (self->steps, "after");
}

static void
on_later_clicked_cb (HeartenUrgeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static AdwNavigationPage *
new_outcome_step (HeartenUrgeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *list = hearten_list_new ();
  GtkWidget *later = new_button (self, _ ("Say It _Later"), G_CALLBACK (on_later_clicked_cb));

  gtk_widget_remove_css_class (later, "suggested-action");
  for (HeartenOutcome i = HEARTEN_OUTCOME_RODE; i < HEARTEN_N_OUTCOMES; i++)
    {
      GtkWidget *row = hearten_list_new_row (hearten_outcome_get_label (i), NULL);

      hearten_list_add_arrow (ADW_ACTION_ROW (row));
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_outcome_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), new_heading (_ ("What happened?")));
  gtk_box_append (GTK_BOX (box),
                  hearten_paragraph_new (
                      _ ("Whatever it was, your days stay. Practical matters are never counted."), "dimmed"));
  gtk_box_append (GTK_BOX (box), list);
  return new_step (_ ("What Happened"), "outcome", box, later);
}

static void
on_note_changed_cb (HeartenUrgeDialog *self)
{
  hearten_urges_set_note (get_urges (self), self->urge, gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static AdwNavigationPage *
new_after_step (HeartenUrgeDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *list = hearten_list_new ();

  self->after = GTK_LABEL (hearten_paragraph_new (NULL, "title-4"));
  self->note = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _ ("A word about it, if you like"));
  g_signal_connect_object (self->note, "changed", G_CALLBACK (on_note_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "entry-activated", G_CALLBACK (on_later_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), self->note);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->after));
  gtk_box_append (GTK_BOX (box), list);
  return new_step (_ ("For Now"), "after", box,
                   new_button (self, _ ("_Done"), G_CALLBACK (on_later_clicked_cb)));
}

/* GObject */

/* Escape, a press beside it, the end of the program: a plan that was typed is kept as well. */
static void
hearten_urge_dialog_closed (AdwDialog *dialog)
{
  HeartenUrgeDialog *self = HEARTEN_URGE_DIALOG (dialog);

  hearten_quiet_time_stop (self->quiet);
  if (hearten_records_contains (HEARTEN_RECORDS (get_urges (self)), HEARTEN_RECORD (self->urge)))
    keep_own_plan (self);
}

static void
hearten_urge_dialog_dispose (GObject *object)
{
  HeartenUrgeDialog *self = HEARTEN_URGE_DIALOG (object);

  g_clear_object (&self->urge);
  g_clear_object (&self->period);
  g_clear_object (&self->context);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (hearten_urge_dialog_parent_class)->dispose (object);
}

static void
hearten_urge_dialog_class_init (HeartenUrgeDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_urge_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = hearten_urge_dialog_closed;
}

static void
hearten_urge_dialog_init (HeartenUrgeDialog *self)
{
  adw_dialog_set_title (ADW_DIALOG (self), _ ("An Urge"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 560);
  adw_dialog_set_content_height (ADW_DIALOG (self), 640);
}

/* Building */

static void
add_steps (HeartenUrgeDialog *self)
{
  AdwNavigationPage *steps[] = { new_breathe_step (self), new_trigger_step (self), new_plan_step (self),
                                 new_outcome_step (self), new_after_step (self) };

  self->steps = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    adw_navigation_view_add (self->steps, steps[i]);
  adw_dialog_set_child (ADW_DIALOG (self), GTK_WIDGET (self->steps));
}

static void
breathe (HeartenUrgeDialog *self)
{
  g_autofree const char **lines = self->node != NULL ? hearten_tip_node_dup_texts (self->node, "line") : NULL;
  gint64 now = hearten_clock_get_now (hearten_context_get_clock (self->context));

  hearten_quiet_time_run (self->quiet, lines, now, now + BREATHE_SECONDS * G_TIME_SPAN_SECOND);
}

AdwDialog *
hearten_urge_dialog_new (HeartenContext *context, HeartenUrge *urge)
{
  HeartenUrgeDialog *self;

  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  self = g_object_new (HEARTEN_TYPE_URGE_DIALOG, NULL);
  self->context = g_object_ref (context);
  self->node = hearten_tips_find_activity (hearten_context_get_tips (context), "space", &self->tip);
  g_set_object (&self->period, hearten_spaces_get_active (hearten_context_get_spaces (context)));
  self->urge = urge != NULL ? g_object_ref (urge) : hearten_urges_begin (get_urges (self), self->period);
  add_steps (self);
  if (urge != NULL)
    adw_navigation_view_replace_with_tags (self->steps, (const char *[]) { "outcome" }, 1);
  else
    breathe (self);
  return ADW_DIALOG (self);
}
