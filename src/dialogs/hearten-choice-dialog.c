/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-choice-dialog.h"

#include "hearten-diff.h"
#include "hearten-when.h"
#include "hearten-words.h"

#include <glib/gi18n.h>

struct _HeartenChoiceDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;
  HeartenRecord *record;
  HeartenRecord *other;

  GtkBox *sides;
  GtkLabel *this_time;
  GtkLabel *that_time;
  GtkTextView *this_text;
  GtkTextView *that_text;
  GtkButton *keep_both;
};

G_DEFINE_FINAL_TYPE (HeartenChoiceDialog, hearten_choice_dialog, ADW_TYPE_DIALOG)

/* What differs. Colour, and a line below: no one has to see both. */

typedef struct
{
  char *mine;
  char *other;
} Comparison;

static void
comparison_free (Comparison *comparison)
{
  g_free (comparison->mine);
  g_free (comparison->other);
  g_free (comparison);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Comparison *comparison = data;

  g_task_return_pointer (task, hearten_diff_words (comparison->mine, comparison->other),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
fill (GtkTextView *view, GPtrArray *spans, HeartenDiffKind own)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter end;

  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < spans->len; i++)
    {
      HeartenDiffSpan *span = spans->pdata[i];

      gtk_text_buffer_get_end_iter (buffer, &end);
      if (span->kind == HEARTEN_DIFF_SAME)
        gtk_text_buffer_insert (buffer, &end, span->text, -1);
      else if (span->kind == own)
        gtk_text_buffer_insert_with_tags_by_name (buffer, &end, span->text, -1, "own", NULL);
    }
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeartenChoiceDialog *self = HEARTEN_CHOICE_DIALOG (source);
  g_autoptr (GPtrArray) spans = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->this_text == NULL)
    return;
  fill (self->this_text, spans, HEARTEN_DIFF_REMOVED);
  fill (self->that_text, spans, HEARTEN_DIFF_ADDED);
}

static void
show_origin (HeartenChoiceDialog *self, GtkLabel *label, HeartenRecord *record, HeartenRecord *beside)
{
  gboolean here = hearten_store_wrote (hearten_context_get_store (self->context), record, beside);
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  g_autofree char *when = hearten_when_dup_instant (hearten_record_get_modified (record), now,
                                                    hearten_when_is_12_hour ());
  /* Translators: %s is a day and a time, such as "Today, 14:05". */
  g_autofree char *text = g_strdup_printf (here ? _ ("On this computer, %s") : _ ("On another computer, %s"),
                                           when);

  gtk_label_set_label (label, text);
}

static char *
dup_words (HeartenChoiceDialog *self, HeartenRecord *version)
{
  return hearten_words_dup (hearten_context_get_tips (self->context),
                            hearten_clock_get_now (hearten_context_get_clock (self->context)), version);
}

/* The other versions may be more than one; after each decision the next is shown. */
static void
show (HeartenChoiceDialog *self)
{
  g_autoptr (GPtrArray) versions = hearten_record_dup_versions (self->record);
  g_autoptr (GTask) task = NULL;
  Comparison *comparison;

  if (self->this_text == NULL)
    return;
  g_clear_object (&self->other);
  if (versions->len == 0)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  self->other = g_object_ref (versions->pdata[0]);
  show_origin (self, self->this_time, self->record, self->other);
  show_origin (self, self->that_time, self->other, self->record);
  comparison = g_new (Comparison, 1);
  *comparison = (Comparison) { dup_words (self, self->record), dup_words (self, self->other) };
  task = g_task_new (self, NULL, on_compared_cb, NULL);
  g_task_set_source_tag (task, show);
  g_task_set_task_data (task, comparison, (GDestroyNotify) comparison_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/* Deciding */

static void
decide (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenChoiceDialog *self = HEARTEN_CHOICE_DIALOG (widget);
  HeartenRecords *records = hearten_context_find_records (self->context, self->record);

  if (self->other == NULL)
    return;
  if (g_str_equal (name, "choice.keep-both"))
    hearten_records_keep_both (records, self->record, self->other);
  else
    hearten_records_keep_version (records, self->record,
                                  g_str_equal (name, "choice.keep-that") ? self->other : NULL);
  show (self);
}

static void
on_changed_cb (HeartenChoiceDialog *self, HeartenRecord *record)
{
  if (record == self->record)
    show (self);
}

/* GObject */

static void
hearten_choice_dialog_dispose (GObject *object)
{
  HeartenChoiceDialog *self = HEARTEN_CHOICE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_CHOICE_DIALOG);
  g_clear_object (&self->other);
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_choice_dialog_parent_class)->dispose (object);
}

static void
hearten_choice_dialog_class_init (HeartenChoiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_choice_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-choice-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenChoiceDialog, sides);
  gtk_widget_class_bind_template_child (widget_class, HeartenChoiceDialog, this_time);
  gtk_widget_class_bind_template_child (widget_class, HeartenChoiceDialog, that_time);
  gtk_widget_class_bind_template_child (widget_class, HeartenChoiceDialog, this_text);
  gtk_widget_class_bind_template_child (widget_class, HeartenChoiceDialog, that_text);
  gtk_widget_class_bind_template_child (widget_class, HeartenChoiceDialog, keep_both);
  gtk_widget_class_install_action (widget_class, "choice.keep-this", NULL, decide);
  gtk_widget_class_install_action (widget_class, "choice.keep-that", NULL, decide);
  gtk_widget_class_install_action (widget_class, "choice.keep-both", NULL, decide);
}

static void
add_tag (GtkTextView *view)
{
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (view), "own", "background-rgba",
                              &(GdkRGBA) { 0.15, 0.64, 0.41, 0.25 }, "underline", PANGO_UNDERLINE_SINGLE,
                              NULL);
}

static void
hearten_choice_dialog_init (HeartenChoiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tag (self->this_text);
  add_tag (self->that_text);
}

AdwDialog *
hearten_choice_dialog_new (HeartenContext *context, HeartenRecord *record)
{
  HeartenChoiceDialog *self = g_object_new (HEARTEN_TYPE_CHOICE_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->record = g_object_ref (record);
  if (!HEARTEN_IS_ENTRY (record))
    gtk_button_set_label (self->keep_both, _ ("Keep _Both"));
  g_signal_connect_object (hearten_context_find_records (context, record), "arrived",
                           G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);
  return ADW_DIALOG (self);
}
