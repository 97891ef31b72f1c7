/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-window-private.h"

#include "hearten-chapter-dialog.h"
#include "hearten-choice-dialog.h"
#include "hearten-day.h"
#include "hearten-journal-page.h"
#include "hearten-missing-dialog.h"
#include "hearten-propose-space-reminder.h"
#include "hearten-moment-dialog.h"
#include "hearten-reminder-dialog.h"
#include "hearten-shortcuts-dialog.h"
#include "hearten-space-dialog.h"
#include "hearten-trash-dialog.h"
#include "hearten-urge-dialog.h"
#include "hearten-versions-dialog.h"

#include <glib/gi18n.h>

/* What the pages ask of the window. */

static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_window_show_page (HEARTEN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_tip (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_window_show_tip (HEARTEN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
tip_of_the_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  GDate today = hearten_day_today (hearten_context_get_clock (self->context));
  HeartenTip *tip = hearten_tips_of_the_day (
      hearten_context_get_tips (self->context), &today,
      hearten_situations_get_current (hearten_context_get_situations (self->context)),
      hearten_context_get_practices (self->context),
      hearten_gate_get_allows_contact (hearten_context_get_gate (self->context)), NULL);

  if (tip != NULL)
    hearten_window_show_tip (self, hearten_tip_get_id (tip));
}

static void
write_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_window_write (HEARTEN_WINDOW (widget), NULL);
}

static void
write_about (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_window_write (HEARTEN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
write_prompt (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *tip, *prompt;

  g_variant_get (parameter, "(&s&s)", &tip, &prompt);
  hearten_window_write_to (HEARTEN_WINDOW (widget), tip, prompt);
}

static void
open_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  HeartenRecords *journal = HEARTEN_RECORDS (hearten_context_get_journal (self->context));
  HeartenEntry *entry = hearten_records_find (journal, g_variant_get_string (parameter, NULL));

  if (entry != NULL && hearten_records_contains (journal, HEARTEN_RECORD (entry)))
    hearten_window_open_entry (self, entry, NULL);
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->content_view);

  if (HEARTEN_IS_JOURNAL_PAGE (visible))
    hearten_journal_page_search (HEARTEN_JOURNAL_PAGE (visible));
  else
    {
      adw_navigation_split_view_set_show_content (self->split_view, FALSE);
      hearten_sidebar_search (self->sidebar);
    }
}

static void
save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  hearten_window_commit (self);
  hearten_store_flush_async (hearten_context_get_store (self->context), NULL, NULL);
}

static void
try_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  if (hearten_context_get_problem (self->context) != NULL ||
      hearten_store_get_obstacle (hearten_context_get_store (self->context)) != NULL)
    hearten_context_open (self->context);
  else
    save (widget, name, parameter);
}

static void
toast (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *message = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (message, FALSE);
  adw_toast_overlay_add_toast (HEARTEN_WINDOW (widget)->toasts, message);
}

/* Deleting can always be taken back, and so can what was noted with one press. */

typedef struct
{
  HeartenRecords *records;
  HeartenRecord *record;
  void (*undo) (HeartenRecords *records, HeartenRecord *record);
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->records);
  g_object_unref (undo->record);
  g_free (undo);
}

static void
on_undo_cb (AdwToast *message, Undo *undo)
{
  undo->undo (undo->records, undo->record);
}

static void
show_undo (HeartenWindow *self,
           HeartenRecords *records,
           HeartenRecord *record,
           const char *text,
           void (*how) (HeartenRecords *records, HeartenRecord *record))
{
  AdwToast *message = adw_toast_new (text);
  Undo *undo = g_new (Undo, 1);

  *undo = (Undo) { g_object_ref (records), g_object_ref (record), how };
  adw_toast_set_button_label (message, _ ("_Undo"));
  adw_toast_set_timeout (message, 10);
  g_signal_connect_data (message, "button-clicked", G_CALLBACK (on_undo_cb), undo, undo_free, 0);
  adw_toast_overlay_add_toast (self->toasts, message);
}

static void
delete_record (HeartenWindow *self, gpointer records, GVariant *parameter, const char *text)
{
  HeartenRecord *record = hearten_records_find (records, g_variant_get_string (parameter, NULL));

  if (record == NULL || hearten_record_is_read_only (record))
    return;
  hearten_window_commit (self);
  hearten_records_delete (records, record);
  show_undo (self, records, record, text, hearten_records_restore);
}

static void
delete_entry (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  delete_record (self, hearten_context_get_journal (self->context), parameter, _ ("Page deleted"));
}

static void
delete_letter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  delete_record (self, hearten_context_get_letters (self->context), parameter, C_ ("a letter", "Let go"));
}

static void
delete_reminder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  delete_record (self, hearten_context_get_reminders (self->context), parameter, _ ("Reminder deleted"));
}

static void
delete_item (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  delete_record (self, hearten_context_get_items (self->context), parameter, _ ("Deleted from the list"));
}

static void
delete_intention (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  delete_record (self, hearten_context_get_intentions (self->context), parameter, _ ("Intention deleted"));
}

/* So can no longer keeping a card. */

static void
set_card_state (GtkWidget *widget, GVariant *card, HeartenCardState state)
{
  const char *tip, *face, *id;

  g_variant_get (card, "(&s&s&s)", &tip, &face, &id);
  hearten_decks_set_state (hearten_context_get_decks (HEARTEN_WINDOW (widget)->context), tip, face, id,
                           state);
}

static void
keep_card (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_card_state (widget, parameter, HEARTEN_CARD_STATE_KEPT);
}

static void
let_card_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *message = adw_toast_new (_ ("Card no longer kept"));

  set_card_state (widget, parameter, HEARTEN_CARD_STATE_DRAWN);
  adw_toast_set_button_label (message, _ ("_Undo"));
  adw_toast_set_timeout (message, 10);
  adw_toast_set_action_target_value (message, parameter);
  adw_toast_set_action_name (message, "win.keep-card");
  adw_toast_overlay_add_toast (HEARTEN_WINDOW (widget)->toasts, message);
}

/* So can going back to an earlier version. */

typedef struct
{
  HeartenJournal *journal;
  HeartenEntry *entry;
  HeartenEntry *before;
} UndoVersion;

static void
undo_version_free (gpointer data, GClosure *closure)
{
  UndoVersion *undo = data;

  g_object_unref (undo->journal);
  g_object_unref (undo->entry);
  g_object_unref (undo->before);
  g_free (undo);
}

static void
on_undo_version_cb (AdwToast *message, UndoVersion *undo)
{
  hearten_journal_restore_version (undo->journal, undo->entry, undo->before);
}

static void
on_version_restored_cb (AdwDialog *dialog, HeartenEntry *before, HeartenWindow *self)
{
  HeartenJournal *journal = hearten_context_get_journal (self->context);
  AdwToast *message = adw_toast_new (_ ("Earlier version restored"));
  UndoVersion *undo = g_new (UndoVersion, 1);
  HeartenEntry *entry = hearten_records_find (HEARTEN_RECORDS (journal),
                                              hearten_record_get_id (HEARTEN_RECORD (before)));

  *undo = (UndoVersion) { g_object_ref (journal), g_object_ref (entry), g_object_ref (before) };
  adw_toast_set_button_label (message, _ ("_Undo"));
  adw_toast_set_timeout (message, 10);
  g_signal_connect_data (message, "button-clicked", G_CALLBACK (on_undo_version_cb), undo, undo_version_free,
                         0);
  adw_toast_overlay_add_toast (self->toasts, message);
}

static void
show_versions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  HeartenRecords *journal = HEARTEN_RECORDS (hearten_context_get_journal (self->context));
  HeartenEntry *entry = hearten_records_find (journal, g_variant_get_string (parameter, NULL));
  AdwDialog *dialog;

  if (entry == NULL)
    return;
  hearten_window_commit (self);
  dialog = hearten_versions_dialog_new (self->context, entry);
  g_signal_connect_object (dialog, "restored", G_CALLBACK (on_version_restored_cb), self, G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, widget);
}

/* Dialogs */

static void
add_reminder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (hearten_reminder_dialog_new (HEARTEN_WINDOW (widget)->context, NULL), widget);
}

static void
edit_reminder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  HeartenRecords *reminders = HEARTEN_RECORDS (hearten_context_get_reminders (self->context));
  HeartenReminder *reminder = hearten_records_find (reminders, g_variant_get_string (parameter, NULL));

  if (reminder != NULL)
    adw_dialog_present (hearten_reminder_dialog_new (self->context, reminder), widget);
}

/* What a plan has already is shown rather than a second one. */
static void
remind_of (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  HeartenRecord *plan = hearten_records_find (HEARTEN_RECORDS (hearten_context_get_items (self->context)),
                                              id);
  HeartenReminder *reminder = hearten_reminders_find_for (hearten_context_get_reminders (self->context), id);

  if (reminder != NULL)
    adw_dialog_present (hearten_reminder_dialog_new (self->context, reminder), widget);
  else if (plan != NULL)
    adw_dialog_present (hearten_reminder_dialog_new_for_plan (self->context, HEARTEN_ITEM (plan)), widget);
}

/* The words of a reminder are known when its record is. */
static void
present_moment (HeartenWindow *self)
{
  HeartenContextState state = hearten_context_get_state (self->context);
  g_autofree char *key = NULL;
  AdwDialog *dialog;

  if (state == HEARTEN_CONTEXT_OPENING || self->moment == NULL)
    return;
  key = g_steal_pointer (&self->moment);
  dialog = hearten_moment_dialog_new (self->context, key);
  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_moment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  g_set_str (&self->moment, g_variant_get_string (parameter, NULL));
  if (hearten_context_get_state (self->context) == HEARTEN_CONTEXT_OPENING)
    g_signal_connect_object (self->context, "notify::state", G_CALLBACK (present_moment), self,
                             G_CONNECT_SWAPPED);
  present_moment (self);
}

static void
show_shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (hearten_shortcuts_dialog_new (), widget);
}

static void
show_trash (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  adw_dialog_present (hearten_trash_dialog_new (self->context), widget);
}

/* A last look needs everything. */
static void
close_chapter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  hearten_window_commit (self);
  if (hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY)
    adw_dialog_present (hearten_chapter_dialog_new (self->context), widget);
}

static void
show_choice (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  g_autoptr (GPtrArray) undecided = NULL;

  hearten_window_commit (self);
  undecided = hearten_context_dup_undecided (self->context);
  for (guint i = 0; i < undecided->len; i++)
    if (g_str_equal (hearten_record_get_id (undecided->pdata[i]), g_variant_get_string (parameter, NULL)))
      adw_dialog_present (hearten_choice_dialog_new (self->context, undecided->pdata[i]), widget);
}

static void
show_missing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (hearten_missing_dialog_new (HEARTEN_WINDOW (widget)->context), widget);
}

static void
on_space_dialog_closed_cb (HeartenWindow *self)
{
  if (hearten_spaces_get_active (hearten_context_get_spaces (self->context)) != NULL)
    hearten_propose_space_reminder (GTK_WIDGET (self), self->context);
}

static void
begin_space (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = hearten_space_dialog_new (HEARTEN_WINDOW (widget)->context);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_space_dialog_closed_cb), widget,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
feel_urge (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);

  adw_dialog_present (hearten_urge_dialog_new (self->context, NULL), widget);
}

static void
finish_urge (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  HeartenUrge *urge = hearten_records_find (HEARTEN_RECORDS (hearten_context_get_urges (self->context)),
                                            g_variant_get_string (parameter, NULL));

  if (urge != NULL)
    adw_dialog_present (hearten_urge_dialog_new (self->context, urge), widget);
}

/* Contact that came without an urge; taken back like anything that was deleted. */
static void
note_contact (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWindow *self = HEARTEN_WINDOW (widget);
  HeartenUrges *urges = hearten_context_get_urges (self->context);
  g_autoptr (HeartenUrge) urge = hearten_urges_begin (
      urges, hearten_spaces_get_active (hearten_context_get_spaces (self->context)));
  GEnumValue *outcome = g_enum_get_value_by_nick (g_type_class_get (HEARTEN_TYPE_OUTCOME),
                                                  g_variant_get_string (parameter, NULL));

  g_return_if_fail (outcome != NULL);
  hearten_urges_set_outcome (urges, urge, (HeartenOutcome) outcome->value);
  show_undo (self, HEARTEN_RECORDS (urges), HEARTEN_RECORD (urge), _ ("Noted. Your days stay."),
             hearten_records_delete);
}

/* Hiding */

static void
hide_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearten_window_hide_now (HEARTEN_WINDOW (widget));
}

void
hearten_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (widget_class, "win.show-tip", "s", show_tip);
  gtk_widget_class_install_action (widget_class, "win.tip-of-the-day", NULL, tip_of_the_day);
  gtk_widget_class_install_action (widget_class, "win.write", NULL, write_page);
  gtk_widget_class_install_action (widget_class, "win.write-about", "s", write_about);
  gtk_widget_class_install_action (widget_class, "win.write-prompt", "(ss)", write_prompt);
  gtk_widget_class_install_action (widget_class, "win.open-entry", "s", open_entry);
  gtk_widget_class_install_action (widget_class, "win.delete-entry", "s", delete_entry);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts);
  gtk_widget_class_install_action (widget_class, "win.show-trash", NULL, show_trash);
  gtk_widget_class_install_action (widget_class, "win.close-chapter", NULL, close_chapter);
  gtk_widget_class_install_action (widget_class, "win.show-choice", "s", show_choice);
  gtk_widget_class_install_action (widget_class, "win.show-missing", NULL, show_missing);
  gtk_widget_class_install_action (widget_class, "win.show-versions", "s", show_versions);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast);
  gtk_widget_class_install_action (widget_class, "win.add-reminder", NULL, add_reminder);
  gtk_widget_class_install_action (widget_class, "win.edit-reminder", "s", edit_reminder);
  gtk_widget_class_install_action (widget_class, "win.remind-of", "s", remind_of);
  gtk_widget_class_install_action (widget_class, "win.delete-letter", "s", delete_letter);
  gtk_widget_class_install_action (widget_class, "win.delete-reminder", "s", delete_reminder);
  gtk_widget_class_install_action (widget_class, "win.delete-item", "s", delete_item);
  gtk_widget_class_install_action (widget_class, "win.delete-intention", "s", delete_intention);
  gtk_widget_class_install_action (widget_class, "win.keep-card", "(sss)", keep_card);
  gtk_widget_class_install_action (widget_class, "win.let-card-go", "(sss)", let_card_go);
  gtk_widget_class_install_action (widget_class, "win.show-moment", "s", show_moment);
  gtk_widget_class_install_action (widget_class, "win.begin-space", NULL, begin_space);
  gtk_widget_class_install_action (widget_class, "win.hide-now", NULL, hide_now);
  gtk_widget_class_install_action (widget_class, "win.feel-urge", NULL, feel_urge);
  gtk_widget_class_install_action (widget_class, "win.finish-urge", "s", finish_urge);
  gtk_widget_class_install_action (widget_class, "win.note-contact", "s", note_contact);
}
