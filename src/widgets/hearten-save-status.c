/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-save-status.h"

#include <glib/gi18n.h>

struct _HeartenSaveStatus
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *copy_button;

  HeartenRecords *records;
  HeartenRecord *record;
  gboolean pending;
  gboolean unsaved; /* changed since the store last said that everything is on the disk */
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (HeartenSaveStatus, hearten_save_status, GTK_TYPE_WIDGET)

static void
show (HeartenSaveStatus *self, const char *text, gboolean failed)
{
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (self->copy_button, failed);
  if (failed)
    {
      gtk_widget_remove_css_class (self->label, "dimmed");
      gtk_widget_add_css_class (self->label, "error");
    }
  else
    {
      gtk_widget_add_css_class (self->label, "dimmed");
      gtk_widget_remove_css_class (self->label, "error");
    }
  /* That it is saved again and again needs no words; that it is not does. */
  if (failed && !self->failed)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  self->failed = failed;
}

static gboolean
is_known (HeartenSaveStatus *self)
{
  return hearten_records_find (self->records, hearten_record_get_id (self->record)) != NULL;
}

static void
update (HeartenSaveStatus *self)
{
  HeartenStore *store = hearten_records_get_store (self->records);
  HeartenSaveState state = hearten_store_get_save_state (store);

  if (state == HEARTEN_SAVE_STATE_SAVED && !self->pending)
    self->unsaved = FALSE;
  if (!self->unsaved && !self->pending)
    show (self, is_known (self) ? _ ("Saved") : "", FALSE);
  else if (state == HEARTEN_SAVE_STATE_FAILED)
    {
      const char *error = hearten_store_get_save_error (store);
      /* Translators: the sentence after the colon says what happened. */
      g_autofree char *text = g_strdup_printf (_ ("Not saved: %s"), error != NULL ? error : "");

      show (self, text, TRUE);
    }
  else
    show (self, _ ("Saving…"), FALSE);
}

static void
on_records_changed_cb (HeartenSaveStatus *self, HeartenRecord *record)
{
  if (record != self->record)
    return;
  self->unsaved = TRUE;
  update (self);
}

/* GObject */

static void
hearten_save_status_dispose (GObject *object)
{
  HeartenSaveStatus *self = HEARTEN_SAVE_STATUS (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->copy_button, gtk_widget_unparent);
  g_clear_object (&self->records);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (hearten_save_status_parent_class)->dispose (object);
}

static void
hearten_save_status_class_init (HeartenSaveStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_save_status_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
hearten_save_status_init (HeartenSaveStatus *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  self->label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->copy_button = gtk_button_new_with_mnemonic (_ ("_Copy Text"));
  gtk_widget_set_valign (self->copy_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy_button), "editor.copy");
  gtk_widget_set_parent (self->copy_button, GTK_WIDGET (self));
}

/* Public */

void
hearten_save_status_set_record (HeartenSaveStatus *self, HeartenRecords *records, HeartenRecord *record)
{
  g_return_if_fail (HEARTEN_IS_SAVE_STATUS (self));

  if (self->records != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->records, self);
      g_signal_handlers_disconnect_by_data (hearten_records_get_store (self->records), self);
    }
  g_set_object (&self->records, records);
  g_set_object (&self->record, record);
  self->pending = FALSE;
  self->unsaved = is_known (self);
  g_signal_connect_object (records, "changed", G_CALLBACK (on_records_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_records_get_store (records), "notify::save-state", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_records_get_store (records), "notify::save-error", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}

void
hearten_save_status_set_pending (HeartenSaveStatus *self, gboolean pending)
{
  g_return_if_fail (HEARTEN_IS_SAVE_STATUS (self));

  if (self->pending == pending)
    return;
  self->pending = pending;
  update (self);
}
