/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-prompt-step.h"

#include <glib/gi18n.h>

#include "hearten-tip.h"
#include "hearten-writing-view.h"

/* As in the editor: with the store's second, what was typed is on the disk within two. */
#define PUSH_DELAY_MS 500

struct _HeartenPromptStep
{
  AdwBin parent_instance;

  guint push_timer;
  gboolean filling; /* the answer is being shown, not typed */

  GtkLabel *ask;
  GtkLabel *hint;
  AdwWrapBox *choices;
  HeartenWritingView *text;
};

G_DEFINE_FINAL_TYPE (HeartenPromptStep, hearten_prompt_step, ADW_TYPE_BIN)

enum { WORDED, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
push (HeartenPromptStep *self)
{
  g_autofree char *words = hearten_writing_view_dup_text (self->text);

  g_clear_handle_id (&self->push_timer, g_source_remove);
  g_signal_emit (self, signals[WORDED], 0, words);
}

static void
on_push_timer_cb (gpointer data)
{
  HeartenPromptStep *self = data;

  self->push_timer = 0;
  push (self);
}

static void
on_text_changed_cb (HeartenPromptStep *self)
{
  if (!self->filling && self->push_timer == 0)
    self->push_timer = g_timeout_add_once (PUSH_DELAY_MS, on_push_timer_cb, self);
}

/* Choices: one or none */

static void
on_choice_toggled_cb (HeartenPromptStep *self, GtkToggleButton *button)
{
  gboolean filling = self->filling;

  if (filling)
    return;
  self->filling = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != GTK_WIDGET (button))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), FALSE);
  self->filling = filling;
  g_signal_emit (self, signals[CHOSEN], 0,
                 gtk_toggle_button_get_active (button) ? gtk_widget_get_name (GTK_WIDGET (button)) : "");
}

static void
add_choice (HeartenPromptStep *self, const HeartenTipNode *choice, const char *name, gboolean active)
{
  g_autofree char *label = hearten_tip_fill_name (hearten_tip_node_get_text (choice), name);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *words = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_name (button, hearten_tip_node_get_id (choice));
  gtk_widget_add_css_class (button, "choice");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_choice_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->choices, button);
}

static gboolean
fill_choices (HeartenPromptStep *self, const HeartenTipNode *prompt, const char *name, const char *choice)
{
  GtkWidget *old;
  gboolean any = FALSE;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    adw_wrap_box_remove (self->choices, old);
  for (guint i = 0; prompt != NULL && i < hearten_tip_node_get_n_children (prompt); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (prompt, i);

      if (!hearten_tip_node_is (child, "choice"))
        continue;
      add_choice (self, child, name, g_strcmp0 (hearten_tip_node_get_id (child), choice) == 0);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->choices), any);
  return any;
}

static void
set_text (GtkLabel *label, const char *text, const char *name)
{
  g_autofree char *filled = text != NULL ? hearten_tip_fill_name (text, name) : NULL;

  gtk_label_set_label (label, filled != NULL ? filled : "");
  gtk_widget_set_visible (GTK_WIDGET (label), filled != NULL);
}

/* GtkWidget */

static gboolean
hearten_prompt_step_grab_focus (GtkWidget *widget)
{
  HeartenPromptStep *self = HEARTEN_PROMPT_STEP (widget);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->choices));

  return gtk_widget_grab_focus (first != NULL ? first : GTK_WIDGET (self->text));
}

/* GObject */

static void
hearten_prompt_step_dispose (GObject *object)
{
  HeartenPromptStep *self = HEARTEN_PROMPT_STEP (object);

  g_clear_handle_id (&self->push_timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_PROMPT_STEP);

  G_OBJECT_CLASS (hearten_prompt_step_parent_class)->dispose (object);
}

static void
hearten_prompt_step_class_init (HeartenPromptStepClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_prompt_step_dispose;
  widget_class->grab_focus = hearten_prompt_step_grab_focus;

  signals[WORDED] = g_signal_new ("worded", HEARTEN_TYPE_PROMPT_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHOSEN] = g_signal_new ("chosen", HEARTEN_TYPE_PROMPT_STEP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (HEARTEN_TYPE_WRITING_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-prompt-step.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenPromptStep, ask);
  gtk_widget_class_bind_template_child (widget_class, HeartenPromptStep, hint);
  gtk_widget_class_bind_template_child (widget_class, HeartenPromptStep, choices);
  gtk_widget_class_bind_template_child (widget_class, HeartenPromptStep, text);
}

static void
hearten_prompt_step_init (HeartenPromptStep *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed",
                           G_CALLBACK (on_text_changed_cb), self, G_CONNECT_SWAPPED);
}

/* Public */

void
hearten_prompt_step_show (HeartenPromptStep *self,
                          const HeartenTipNode *prompt,
                          const char *name,
                          const char *words,
                          const char *choice)
{
  g_autofree char *ask = NULL;

  g_return_if_fail (HEARTEN_IS_PROMPT_STEP (self));

  hearten_prompt_step_commit (self);
  self->filling = TRUE;
  set_text (self->ask, prompt != NULL ? hearten_tip_node_find_text (prompt, "ask") : NULL, name);
  set_text (self->hint, prompt != NULL ? hearten_tip_node_find_text (prompt, "hint") : NULL, name);
  hearten_writing_view_set_text (self->text, words);
  hearten_writing_view_set_prompt (self->text, fill_choices (self, prompt, name, choice)
                                                   ? _ ("More about it, if you like")
                                                   : _ ("In your own words"));
  ask = prompt != NULL ? hearten_tip_fill_name (hearten_tip_node_find_text (prompt, "ask"), name) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ask != NULL ? ask : _ ("Your letter"), -1);
  self->filling = FALSE;
}

void
hearten_prompt_step_update (HeartenPromptStep *self, const char *words, const char *choice)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (HEARTEN_IS_PROMPT_STEP (self) && words != NULL);

  shown = hearten_writing_view_dup_text (self->text);
  self->filling = TRUE;
  if (!g_str_equal (shown, words))
    hearten_writing_view_update_text (self->text, words);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child),
                                  g_strcmp0 (gtk_widget_get_name (child), choice) == 0);
  self->filling = FALSE;
}

void
hearten_prompt_step_commit (HeartenPromptStep *self)
{
  g_return_if_fail (HEARTEN_IS_PROMPT_STEP (self));

  if (self->push_timer != 0)
    push (self);
}

GtkTextView *
hearten_prompt_step_get_view (HeartenPromptStep *self)
{
  g_return_val_if_fail (HEARTEN_IS_PROMPT_STEP (self), NULL);

  return GTK_TEXT_VIEW (self->text);
}
