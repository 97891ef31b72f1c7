/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-dialog.h"

#include <glib/gi18n.h>

#include "hearten-space-form.h"

struct _HeartenSpaceDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;
  HeartenSpaceForm *form;
};

G_DEFINE_FINAL_TYPE (HeartenSpaceDialog, hearten_space_dialog, ADW_TYPE_DIALOG)

static void
on_begin_clicked_cb (HeartenSpaceDialog *self)
{
  hearten_spaces_begin (hearten_context_get_spaces (self->context), hearten_space_form_get_days (self->form),
                        hearten_space_form_get_reason (self->form));
  hearten_space_form_reset (self->form);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
hearten_space_dialog_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_SPACE_DIALOG (object)->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_SPACE_DIALOG);

  G_OBJECT_CLASS (hearten_space_dialog_parent_class)->dispose (object);
}

static void
hearten_space_dialog_class_init (HeartenSpaceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_space_dialog_dispose;
  g_type_ensure (HEARTEN_TYPE_SPACE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-space-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceDialog, form);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked_cb);
}

static void
hearten_space_dialog_init (HeartenSpaceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
hearten_space_dialog_new (HeartenContext *context)
{
  HeartenSpaceDialog *self;

  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  self = g_object_new (HEARTEN_TYPE_SPACE_DIALOG, NULL);
  self->context = g_object_ref (context);
  hearten_space_form_set_up (self->form, hearten_context_get_clock (context),
                             hearten_context_get_drafts (context));
  return ADW_DIALOG (self);
}

/* Words. They are kept as they are typed, with the period they are about: it may run out meanwhile. */

typedef void (*SetWords) (HeartenSpaces *spaces, HeartenSpacePeriod *period, const char *words);

typedef struct
{
  HeartenSpaces *spaces;
  HeartenSpacePeriod *period;
  SetWords set;
  char *before;
  gboolean changed;
} Words;

static void
words_free (Words *words)
{
  g_object_unref (words->spaces);
  g_object_unref (words->period);
  g_free (words->before);
  g_free (words);
}

static char *
dup_words (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_words_changed_cb (GtkTextBuffer *buffer, Words *words)
{
  g_autofree char *text = dup_words (buffer);

  words->changed = TRUE;
  words->set (words->spaces, words->period, text);
}

/* The buffer has the words. */
static Words *
keep_words (GtkWidget *view, HeartenContext *context, HeartenSpacePeriod *period, SetWords set)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  Words *words = g_new0 (Words, 1);

  words->spaces = g_object_ref (hearten_context_get_spaces (context));
  words->period = g_object_ref (period);
  words->set = set;
  words->before = dup_words (buffer);
  g_object_set_data_full (G_OBJECT (buffer), "words", words, (GDestroyNotify) words_free);
  g_signal_connect (buffer, "changed", G_CALLBACK (on_words_changed_cb), words);
  return words;
}

static GtkWidget *
new_words_view (const char *words, const char *label)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words != NULL ? words : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return view;
}

static GtkWidget *
new_frame (GtkWidget *view)
{
  GtkWidget *frame = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 96);
  gtk_widget_add_css_class (frame, "card");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  return frame;
}

/* Ending. There is no failure in it, so the dialog neither warns nor persuades. */

static void
on_end_response_cb (AdwAlertDialog *dialog, const char *response, Words *words)
{
  if (g_str_equal (response, "end"))
    hearten_spaces_end (words->spaces, words->period);
}

AdwDialog *
hearten_space_end_dialog_new (HeartenContext *context)
{
  HeartenSpacePeriod *period;
  AdwAlertDialog *dialog;
  GtkWidget *view;

  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  period = hearten_spaces_get_active (hearten_context_get_spaces (context));
  if (period == NULL)
    return NULL;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("End This Space Period?"),
      _ ("Ending it is all right, whatever the reason. The days you gave stay yours, and you can begin again "
         "whenever you like. If you like, write down what you learned in it.")));
  view = new_words_view (hearten_space_period_get_learned (period), _ ("What you learned"));
  adw_alert_dialog_set_extra_child (dialog, new_frame (view));
  adw_alert_dialog_add_responses (dialog, "keep", _ ("_Keep It"), "end", _ ("_End It"), NULL);
  adw_alert_dialog_set_default_response (dialog, "keep");
  adw_alert_dialog_set_close_response (dialog, "keep");
  g_signal_connect (dialog, "response", G_CALLBACK (on_end_response_cb),
                    keep_words (view, context, period, hearten_spaces_set_learned));
  return ADW_DIALOG (dialog);
}

/* The reason, and what was learned */

static void
on_words_response_cb (AdwAlertDialog *dialog, const char *response, Words *words)
{
  if (g_str_equal (response, "cancel") && words->changed)
    words->set (words->spaces, words->period, words->before);
}

static AdwDialog *
new_words_dialog (HeartenContext *context,
                  HeartenSpacePeriod *period,
                  AdwDialog *dialog,
                  GtkWidget *view,
                  SetWords set)
{
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), new_frame (view));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  /* Only who says so takes back what was typed. */
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_dialog_set_focus (dialog, view);
  g_signal_connect (dialog, "response", G_CALLBACK (on_words_response_cb),
                    keep_words (view, context, period, set));
  return dialog;
}

AdwDialog *
hearten_space_reason_dialog_new (HeartenContext *context, HeartenSpacePeriod *period)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (period), NULL);

  return new_words_dialog (context, period,
                           adw_alert_dialog_new (_ ("Your Reason"), _ ("It may change as you do.")),
                           new_words_view (hearten_space_period_get_reason (period), _ ("Your reason")),
                           hearten_spaces_set_reason);
}

AdwDialog *
hearten_space_learned_dialog_new (HeartenContext *context, HeartenSpacePeriod *period)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (HEARTEN_IS_SPACE_PERIOD (period), NULL);

  return new_words_dialog (
      context, period,
      adw_alert_dialog_new (_ ("What You Learned"), _ ("A line is enough. You can change it at any time.")),
      new_words_view (hearten_space_period_get_learned (period), _ ("What you learned")),
      hearten_spaces_set_learned);
}
