/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-editor-page-private.h"

#include <glib/gi18n.h>

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (widget);
  const char *title = gtk_editable_get_text (GTK_EDITABLE (self->title));
  g_autofree char *body = hearten_writing_view_dup_text (self->text);
  g_autofree char *all = *title != '\0' ? g_strconcat (title, "\n\n", body, NULL) : g_strdup (body);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), all);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Copied"));
}

static void delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (widget);
  HeartenRecords *journal = HEARTEN_RECORDS (hearten_context_get_journal (self->context));
  HeartenRecord *record = HEARTEN_RECORD (self->entry);

  hearten_editor_page_commit (self);
  if (hearten_records_contains (journal, record))
    gtk_widget_activate_action (widget, "win.delete-entry", "s", hearten_record_get_id (record));
  else
    g_signal_emit_by_name (self, "gone");
}

static void
versions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (widget);
  HeartenRecords *journal = HEARTEN_RECORDS (hearten_context_get_journal (self->context));
  HeartenRecord *record = HEARTEN_RECORD (self->entry);

  hearten_editor_page_commit (self);
  if (hearten_records_contains (journal, record))
    gtk_widget_activate_action (widget, "win.show-versions", "s", hearten_record_get_id (record));
  else
    gtk_widget_activate_action (widget, "win.toast", "s", _ ("This page is still blank"));
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenEditorPage *self = HEARTEN_EDITOR_PAGE (widget);

  hearten_editor_page_commit (self);
  hearten_store_flush_async (hearten_context_get_store (self->context), NULL, NULL);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (!HEARTEN_EDITOR_PAGE (widget)->focused)
    return GDK_EVENT_PROPAGATE;
  g_object_set (widget, "focused", FALSE, NULL);
  return GDK_EVENT_STOP;
}

void
hearten_editor_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "editor.delete", NULL, delete);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "editor.versions", NULL, versions);
  gtk_widget_class_install_property_action (widget_class, "editor.focus", "focused");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "editor.focus", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}
