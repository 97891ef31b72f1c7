/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-versions-dialog.h"

#include <glib/gi18n.h>

#include "hearten-diff.h"
#include "hearten-entry-words.h"
#include "hearten-generation.h"
#include "hearten-list.h"
#include "hearten-mood.h"
#include "hearten-when.h"

struct _HeartenVersionsDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;
  HeartenEntry *entry;
  GPtrArray *versions;
  HeartenGeneration *chosen; /* owned by versions */

  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  GtkListBox *list;
  AdwNavigationPage *page;
  GtkStack *content;
  AdwToggleGroup *mode;
  GtkLabel *legend;
  GtkTextView *text;
  AdwStatusPage *damaged;
  GtkWidget *restore;
};

G_DEFINE_FINAL_TYPE (HeartenVersionsDialog, hearten_versions_dialog, ADW_TYPE_DIALOG)

enum { RESTORED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_when (HeartenVersionsDialog *self, HeartenGeneration *version)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));

  return hearten_when_dup_instant (hearten_generation_get_time (version), now, hearten_when_is_12_hour ());
}

/* What differs. Colour, a line through or below, and a sign: no one has to see all three. */

typedef struct
{
  HeartenGeneration *version;
  char *before;
  char *after;
} Comparison;

static void
comparison_free (Comparison *comparison)
{
  g_object_unref (comparison->version);
  g_free (comparison->before);
  g_free (comparison->after);
  g_free (comparison);
}

static void
compare_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Comparison *comparison = data;

  g_task_return_pointer (task, hearten_diff_words (comparison->before, comparison->after),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
add_tags (GtkTextBuffer *buffer)
{
  gtk_text_buffer_create_tag (buffer, "removed", "background-rgba", &(GdkRGBA) { 0.88, 0.11, 0.14, 0.2 },
                              "strikethrough", TRUE, NULL);
  gtk_text_buffer_create_tag (buffer, "added", "background-rgba", &(GdkRGBA) { 0.15, 0.64, 0.41, 0.25 },
                              "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "sign", "weight", PANGO_WEIGHT_BOLD, NULL);
}

static void
add_span (GtkTextBuffer *buffer, HeartenDiffSpan *span)
{
  const char *tag = span->kind == HEARTEN_DIFF_REMOVED ? "removed" : "added";
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  if (span->kind == HEARTEN_DIFF_SAME)
    {
      gtk_text_buffer_insert (buffer, &end, span->text, -1);
      return;
    }
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, span->kind == HEARTEN_DIFF_REMOVED ? "−" : "+", -1,
                                            "sign", NULL);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, span->text, -1, tag, NULL);
}

static void
on_compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HeartenVersionsDialog *self = HEARTEN_VERSIONS_DIALOG (source);
  Comparison *comparison = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) spans = g_task_propagate_pointer (G_TASK (result), NULL);
  GtkTextBuffer *buffer;
  gboolean differs = FALSE;

  if (self->text == NULL || comparison->version != self->chosen ||
      adw_toggle_group_get_active (self->mode) != 0)
    return;
  buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < spans->len; i++)
    {
      differs = differs || ((HeartenDiffSpan *) spans->pdata[i])->kind != HEARTEN_DIFF_SAME;
      add_span (buffer, spans->pdata[i]);
    }
  gtk_label_set_label (self->legend, differs ? _ ("− only in this version   + only in the page as it is now")
                                             : _ ("The words are the same as now."));
}

static void
show_difference (HeartenVersionsDialog *self, HeartenEntry *version)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_compared_cb, NULL);
  Comparison *comparison = g_new (Comparison, 1);

  *comparison = (Comparison) { g_object_ref (self->chosen), hearten_entry_dup_text (version),
                               hearten_entry_dup_text (self->entry) };
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), "", 0);
  gtk_label_set_label (self->legend, "");
  g_task_set_source_tag (task, show_difference);
  g_task_set_task_data (task, comparison, (GDestroyNotify) comparison_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/* One version */

static void
show_text (HeartenVersionsDialog *self, HeartenEntry *version)
{
  g_autofree char *text = hearten_entry_dup_text (version);
  const char *weather = hearten_mood_get_word (hearten_entry_get_mood (version));
  /* Translators: the inner weather of an earlier version of a page, such as "Grey". */
  g_autofree char *legend = g_strdup_printf (_ ("Inner weather: %s"), weather);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  gtk_label_set_label (self->legend, hearten_entry_get_mood (version) != HEARTEN_MOOD_UNSET ? legend : "");
}

static void
show_damage (HeartenVersionsDialog *self)
{
  g_autofree char *reason = g_markup_escape_text (hearten_generation_get_reason (self->chosen), -1);
  /* Translators: the sentence before says why a version cannot be read. */
  g_autofree char *text = g_strdup_printf (_ ("%s The page itself is safe."), reason);

  adw_status_page_set_description (self->damaged, text);
}

static void
show_version (HeartenVersionsDialog *self)
{
  HeartenEntry *version = self->chosen != NULL ? hearten_generation_get_record (self->chosen) : NULL;
  gboolean can_restore = version != NULL && !hearten_record_is_read_only (HEARTEN_RECORD (version)) &&
                         !hearten_record_is_read_only (HEARTEN_RECORD (self->entry));

  if (self->chosen == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.restore", can_restore);
  gtk_widget_set_visible (self->restore, version != NULL);
  gtk_stack_set_visible_child_name (self->content, version != NULL ? "text" : "damaged");
  if (version == NULL)
    show_damage (self);
  else if (adw_toggle_group_get_active (self->mode) == 0)
    show_difference (self, version);
  else
    show_text (self, version);
}

static void
choose (HeartenVersionsDialog *self, guint place)
{
  g_autofree char *when = NULL;

  self->chosen = self->versions->pdata[place];
  when = dup_when (self, self->chosen);
  adw_navigation_page_set_title (self->page, when);
  show_version (self);
}

static void
on_row_activated_cb (HeartenVersionsDialog *self, GtkListBoxRow *row)
{
  choose (self, gtk_list_box_row_get_index (row));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenVersionsDialog *self = HEARTEN_VERSIONS_DIALOG (widget);
  HeartenEntry *version = hearten_generation_get_record (self->chosen);
  g_autoptr (HeartenRecord) before = hearten_record_snapshot (HEARTEN_RECORD (self->entry));

  hearten_journal_restore_version (hearten_context_get_journal (self->context), self->entry, version);
  g_signal_emit (self, signals[RESTORED], 0, before);
  adw_dialog_close (ADW_DIALOG (self));
}

/* All versions */

static GtkWidget *
create_row (HeartenVersionsDialog *self, HeartenGeneration *version)
{
  HeartenEntry *entry = hearten_generation_get_record (version);
  g_autofree char *when = dup_when (self, version);
  g_autofree char *heading = entry != NULL ? hearten_entry_dup_heading (entry)
                                           : g_strdup (_ ("Cannot be read"));
  GtkWidget *row = hearten_list_new_row (when, heading);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenVersionsDialog) self = user_data;

  self->versions = hearten_store_load_versions_finish (HEARTEN_STORE (source), result, NULL);
  if (self->list == NULL)
    return;
  for (guint i = 0; i < self->versions->len; i++)
    gtk_list_box_append (self->list, create_row (self, self->versions->pdata[i]));
  if (self->versions->len > 0)
    {
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
      choose (self, 0);
    }
  gtk_stack_set_visible_child_name (self->stack, self->versions->len > 0 ? "versions" : "empty");
}

/* What was typed a moment ago may yet turn the version on the disk into an earlier one. */
static void
on_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenVersionsDialog) self = user_data;

  hearten_store_flush_finish (HEARTEN_STORE (source), result, NULL);
  hearten_store_load_versions_async (HEARTEN_STORE (source), HEARTEN_RECORD (self->entry), NULL, on_loaded_cb,
                                     g_object_ref (self));
}

/* GObject */

static void
hearten_versions_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_VERSIONS_DIALOG);

  G_OBJECT_CLASS (hearten_versions_dialog_parent_class)->dispose (object);
}

static void
hearten_versions_dialog_finalize (GObject *object)
{
  HeartenVersionsDialog *self = HEARTEN_VERSIONS_DIALOG (object);

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_object (&self->entry);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_versions_dialog_parent_class)->finalize (object);
}

static void
hearten_versions_dialog_class_init (HeartenVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_versions_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_versions_dialog_finalize;

  signals[RESTORED] = g_signal_new ("restored", HEARTEN_TYPE_VERSIONS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, HEARTEN_TYPE_ENTRY);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, content);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, mode);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, legend);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, text);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, damaged);
  gtk_widget_class_bind_template_child (widget_class, HeartenVersionsDialog, restore);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_version);
  gtk_widget_class_install_action (widget_class, "versions.restore", NULL, restore);
}

static void
hearten_versions_dialog_init (HeartenVersionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_tags (gtk_text_view_get_buffer (self->text));
}

AdwDialog *
hearten_versions_dialog_new (HeartenContext *context, HeartenEntry *entry)
{
  HeartenVersionsDialog *self = g_object_new (HEARTEN_TYPE_VERSIONS_DIALOG, NULL);

  self->context = g_object_ref (context);
  self->entry = g_object_ref (entry);
  hearten_store_flush_async (hearten_context_get_store (context), on_flushed_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}
