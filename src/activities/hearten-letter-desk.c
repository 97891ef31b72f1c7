/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-letter-desk.h"

#include <glib/gi18n.h>

#include "hearten-choice-banner.h"
#include "hearten-letter-flags.h"
#include "hearten-prompt-step.h"
#include "hearten-save-status.h"

struct _HeartenLetterDesk
{
  AdwBin parent_instance;

  HeartenLetters *letters;
  HeartenLetter *letter;
  const HeartenTipNode *activity; /* in the tip */
  char *name;
  GPtrArray *prompts; /* nodes of the activity */
  guint step;         /* the part that is open here */
  gboolean freely;

  AdwBin *choice;
  GtkLabel *progress;
  HeartenPromptStep *prompt;
  HeartenLetterFlags *flags;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *rest;
  GtkWidget *free;
  HeartenSaveStatus *status;
};

G_DEFINE_FINAL_TYPE (HeartenLetterDesk, hearten_letter_desk, ADW_TYPE_BIN)

static const char *
get_words (HeartenLetterDesk *self)
{
  return self->freely ? hearten_letter_get_text (self->letter)
                      : hearten_letter_get_part (self->letter,
                                                 hearten_tip_node_get_id (self->prompts->pdata[self->step]));
}

static void
update (HeartenLetterDesk *self)
{
  gboolean free = self->freely;
  gboolean last = free || self->step + 1 >= self->prompts->len;
  gboolean saved = hearten_records_contains (HEARTEN_RECORDS (self->letters), HEARTEN_RECORD (self->letter));

  gtk_widget_set_visible (GTK_WIDGET (self->progress), !free);
  gtk_widget_set_visible (self->back, !free && self->step > 0);
  gtk_widget_set_visible (self->next, !last);
  gtk_widget_set_visible (self->rest, last);
  gtk_widget_set_visible (self->free, !free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.rest", !hearten_letter_is_blank (self->letter));
  gtk_widget_set_visible (GTK_WIDGET (self->status), saved);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "desk.let-go", saved);
}

static void
show_part (HeartenLetterDesk *self)
{
  const HeartenTipNode *prompt = NULL;

  self->freely = hearten_letter_is_free (self->letter);
  if (!self->freely)
    {
      /* Translators: the number of a part of a letter, and how many there are. */
      g_autofree char *progress = g_strdup_printf (_ ("Part %u of %u"), self->step + 1, self->prompts->len);

      gtk_label_set_label (self->progress, progress);
      prompt = self->prompts->pdata[self->step];
    }
  hearten_prompt_step_show (self->prompt, prompt, self->name, get_words (self), "");
  update (self);
}

static void
on_worded_cb (HeartenLetterDesk *self, const char *words)
{
  if (self->letter == NULL)
    return;
  if (self->freely)
    hearten_letters_set_text (self->letters, self->letter, words);
  else
    hearten_letters_set_part (self->letters, self->letter,
                              hearten_tip_node_get_id (self->prompts->pdata[self->step]), words);
  update (self);
}

/* What another device does with the letter meanwhile */

static void
on_arriving_cb (HeartenLetterDesk *self, HeartenRecord *record)
{
  if (record == (HeartenRecord *) self->letter)
    hearten_letter_desk_commit (self);
}

/* The part that is open here stays so. */
static void
on_arrived_cb (HeartenLetterDesk *self, HeartenRecord *record)
{
  if (record != (HeartenRecord *) self->letter)
    return;
  if (self->freely != hearten_letter_is_free (self->letter))
    show_part (self);
  else
    hearten_prompt_step_update (self->prompt, get_words (self), "");
  update (self);
}

static void
set_letters (HeartenLetterDesk *self, HeartenLetters *letters)
{
  if (self->letters == letters)
    return;
  g_set_object (&self->letters, letters);
  g_signal_connect_object (letters, "arriving", G_CALLBACK (on_arriving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (letters, "arrived", G_CALLBACK (on_arrived_cb), self, G_CONNECT_SWAPPED);
}

/* Doing */

static void
move (HeartenLetterDesk *self, int by)
{
  if (self->letter == NULL || self->freely)
    return;
  hearten_prompt_step_commit (self->prompt);
  self->step = (guint) CLAMP ((int) self->step + by, 0, (int) self->prompts->len - 1);
  hearten_letters_set_step (self->letters, self->letter, self->step);
  show_part (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->prompt));
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (HEARTEN_LETTER_DESK (widget), -1);
}

static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (HEARTEN_LETTER_DESK (widget), 1);
}

static void
rest (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_letter_desk_commit (HEARTEN_LETTER_DESK (widget));
  gtk_widget_activate_action (widget, "letters.rest", NULL);
}

static void
let_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_letter_desk_commit (HEARTEN_LETTER_DESK (widget));
  gtk_widget_activate_action (widget, "letters.let-go", NULL);
}

static void
write_freely (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterDesk *self = HEARTEN_LETTER_DESK (widget);
  g_autofree char *words = NULL;

  hearten_letter_desk_commit (self);
  words = hearten_letter_dup_words (self->letter, self->activity);
  hearten_letters_set_free (self->letters, self->letter, words);
  show_part (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->prompt));
}

/* GObject */

static void
hearten_letter_desk_dispose (GObject *object)
{
  HeartenLetterDesk *self = HEARTEN_LETTER_DESK (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_LETTER_DESK);
  g_clear_object (&self->letter);
  g_clear_object (&self->letters);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);

  G_OBJECT_CLASS (hearten_letter_desk_parent_class)->dispose (object);
}

static void
hearten_letter_desk_class_init (HeartenLetterDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_letter_desk_dispose;
  g_type_ensure (HEARTEN_TYPE_LETTER_FLAGS);
  g_type_ensure (HEARTEN_TYPE_PROMPT_STEP);
  g_type_ensure (HEARTEN_TYPE_SAVE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-letter-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, choice);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, progress);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, prompt);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, flags);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, back);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, next);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, rest);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, free);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterDesk, status);
  gtk_widget_class_bind_template_callback (widget_class, on_worded_cb);
  gtk_widget_class_install_action (widget_class, "desk.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "desk.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "desk.rest", NULL, rest);
  gtk_widget_class_install_action (widget_class, "desk.free", NULL, write_freely);
  gtk_widget_class_install_action (widget_class, "desk.let-go", NULL, let_go);
}

static void
hearten_letter_desk_init (HeartenLetterDesk *self)
{
  self->prompts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_letter_desk_open (HeartenLetterDesk *self,
                          HeartenLetters *letters,
                          HeartenLetter *letter,
                          const HeartenTipNode *activity,
                          const char *name)
{
  g_return_if_fail (HEARTEN_IS_LETTER_DESK (self) && activity != NULL);

  hearten_letter_desk_clear (self);
  set_letters (self, letters);
  g_set_object (&self->letter, letter);
  g_set_str (&self->name, name);
  self->activity = activity;
  for (guint i = 0; i < hearten_tip_node_get_n_children (activity); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (activity, i), "prompt"))
      g_ptr_array_add (self->prompts, (gpointer) hearten_tip_node_get_child (activity, i));
  hearten_letter_flags_watch (self->flags, hearten_prompt_step_get_view (self->prompt), activity);
  self->step = MIN (hearten_letter_get_step (letter), self->prompts->len - 1);
  hearten_save_status_set_record (self->status, HEARTEN_RECORDS (letters), HEARTEN_RECORD (letter));
  adw_bin_set_child (self->choice, hearten_choice_banner_new (HEARTEN_RECORD (letter)));
  show_part (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->prompt));
}

void
hearten_letter_desk_commit (HeartenLetterDesk *self)
{
  g_return_if_fail (HEARTEN_IS_LETTER_DESK (self));

  hearten_prompt_step_commit (self->prompt);
}

void
hearten_letter_desk_clear (HeartenLetterDesk *self)
{
  g_return_if_fail (HEARTEN_IS_LETTER_DESK (self));

  hearten_letter_desk_commit (self);
  g_clear_object (&self->letter);
  g_ptr_array_set_size (self->prompts, 0);
}
