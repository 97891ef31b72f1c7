/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-trash-dialog.h"

#include <glib/gi18n.h>

#include "hearten-entry-words.h"
#include "hearten-list.h"
#include "hearten-when.h"

struct _HeartenTrashDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HeartenTrashDialog, hearten_trash_dialog, ADW_TYPE_DIALOG)

/* The kinds whose trash is shown here, with what is said of them */

typedef struct
{
  HeartenRecords *records;
  const char *restored;
  const char *question;
  const char *buried;
} Kind;

#define N_KINDS 5

static void
fill_kinds (HeartenTrashDialog *self, Kind kinds[N_KINDS])
{
  HeartenContext *context = self->context;

  kinds[0] = (Kind) { HEARTEN_RECORDS (hearten_context_get_journal (context)), _ ("Page restored"),
                      _ ("Delete This Page for Good?"), _ ("Page deleted for good") };
  kinds[1] = (Kind) { HEARTEN_RECORDS (hearten_context_get_letters (context)), _ ("Letter restored"),
                      _ ("Delete This Letter for Good?"), _ ("Letter deleted for good") };
  kinds[2] = (Kind) { HEARTEN_RECORDS (hearten_context_get_items (context)), _ ("Back on its list"),
                      _ ("Delete This for Good?"), _ ("Deleted for good") };
  kinds[3] = (Kind) { HEARTEN_RECORDS (hearten_context_get_intentions (context)), _ ("Intention restored"),
                      _ ("Delete This Intention for Good?"), _ ("Intention deleted for good") };
  kinds[4] = (Kind) { HEARTEN_RECORDS (hearten_context_get_reminders (context)), _ ("Reminder restored"),
                      _ ("Delete This Reminder for Good?"), _ ("Reminder deleted for good") };
}

static HeartenRecord *
find_record (HeartenTrashDialog *self, const char *id, Kind *kind)
{
  Kind kinds[N_KINDS];

  fill_kinds (self, kinds);
  for (guint i = 0; i < N_KINDS; i++)
    {
      HeartenRecord *record = hearten_records_find (kinds[i].records, id);

      *kind = kinds[i];
      if (record != NULL)
        return record;
    }
  return NULL;
}

/* Where it was */
static char *
dup_place (HeartenTrashDialog *self, HeartenRecord *record)
{
  const char *id = HEARTEN_IS_ITEM (record)        ? hearten_item_get_tip (HEARTEN_ITEM (record))
                   : HEARTEN_IS_INTENTION (record) ? hearten_intention_get_tip (HEARTEN_INTENTION (record))
                                                   : NULL;
  HeartenTip *tip = id != NULL ? hearten_tips_find (hearten_context_get_tips (self->context), id) : NULL;

  if (tip != NULL)
    return g_strdup (hearten_tip_face_get_title (hearten_context_get_face (self->context, tip)));
  return HEARTEN_IS_REMINDER (record) ? g_strdup (_ ("Reminder")) : NULL;
}

/* A letter's words stay put away here too. */
static char *
dup_heading (HeartenRecord *record)
{
  g_autofree char *heading = NULL;
  g_autofree char *preview = NULL;

  if (HEARTEN_IS_LETTER (record))
    return g_strdup (_ ("A letter"));
  if (HEARTEN_IS_ITEM (record))
    return g_strdup (hearten_item_get_text (HEARTEN_ITEM (record)));
  if (HEARTEN_IS_INTENTION (record))
    return g_strdup (hearten_intention_get_text (HEARTEN_INTENTION (record)));
  if (HEARTEN_IS_REMINDER (record))
    return g_strdup (hearten_reminder_get_text (HEARTEN_REMINDER (record)));
  hearten_entry_dup_lines (HEARTEN_ENTRY (record), &heading, &preview);
  return g_strdup (*heading != '\0' ? heading : _ ("A page without words"));
}

static void
show_toast (HeartenTrashDialog *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* The row that is pressed goes; the focus stays in the list. */
static void
keep_focus (HeartenTrashDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

/* Restoring */

static void
restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenTrashDialog *self = HEARTEN_TRASH_DIALOG (widget);
  Kind kind;
  HeartenRecord *record = find_record (self, g_variant_get_string (parameter, NULL), &kind);

  if (record == NULL)
    return;
  hearten_records_restore (kind.records, record);
  keep_focus (self);
  show_toast (self, kind.restored);
}

/* Deleting for good */

typedef struct
{
  HeartenTrashDialog *dialog;
  HeartenRecord *record;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->dialog);
  g_object_unref (question->record);
  g_free (question);
}

static void
on_choice_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  const char *choice = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (choice, "delete"))
    {
      Kind kind;

      find_record (question->dialog, hearten_record_get_id (question->record), &kind);
      hearten_records_bury (kind.records, question->record);
      keep_focus (question->dialog);
      show_toast (question->dialog, kind.buried);
    }
  question_free (question);
}

static void
ask_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenTrashDialog *self = HEARTEN_TRASH_DIALOG (widget);
  Kind kind;
  HeartenRecord *record = find_record (self, g_variant_get_string (parameter, NULL), &kind);
  g_autofree char *heading = NULL;
  AdwAlertDialog *alert;
  Question *question;

  if (record == NULL)
    return;
  heading = dup_heading (record);
  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (kind.question, NULL));
  adw_alert_dialog_format_body (
      /* Translators: the heading of a page. */
      alert, _ ("Every word of “%s” and its earlier versions go. This cannot be taken back."), heading);
  adw_alert_dialog_add_responses (alert, "keep", _ ("_Keep It"), "delete", _ ("_Delete for Good"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "keep");
  adw_alert_dialog_set_close_response (alert, "keep");
  question = g_new (Question, 1);
  *question = (Question) { g_object_ref (self), g_object_ref (record) };
  adw_alert_dialog_choose (alert, widget, NULL, on_choice_cb, question);
}

/* Rows */

static char *
dup_when (HeartenTrashDialog *self, HeartenRecord *record)
{
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  gint64 deleted = hearten_record_get_deleted (record);
  gint64 kept = (g_date_time_to_unix_usec (now) - deleted) / G_TIME_SPAN_DAY;
  guint left = CLAMP (HEARTEN_RECORDS_TRASH_DAYS - kept, 1, HEARTEN_RECORDS_TRASH_DAYS);
  g_autofree char *when = hearten_when_dup_instant (deleted, now, hearten_when_is_12_hour ());
  g_autofree char *rest = g_strdup_printf (
      g_dngettext (NULL, "Kept for %u more day", "Kept for %u more days", left), left);

  g_autofree char *place = dup_place (self, record);

  return g_strjoin ("\n", place != NULL ? place : when, place != NULL ? when : rest,
                    place != NULL ? rest : NULL, NULL);
}

static GtkWidget *
create_button (const char *action, HeartenRecord *record)
{
  GtkWidget *button = gtk_button_new ();

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", hearten_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  /* What a newer version wrote is left alone. */
  if (hearten_record_is_read_only (record))
    gtk_widget_set_visible (button, FALSE);
  return button;
}

static void
set_spoken (GtkWidget *button, const char *spoken)
{
  /* The label alone would be the same in every row. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  HeartenTrashDialog *self = user_data;
  GtkWidget *row;
  GtkWidget *restore_button = create_button ("trash.restore", item);
  GtkWidget *delete_button = create_button ("trash.delete", item);
  g_autofree char *heading = dup_heading (item);
  g_autofree char *when = dup_when (self, item);
  /* Translators: what a button does, with the heading of a page. */
  g_autofree char *restore_it = g_strdup_printf (_ ("Restore “%s”"), heading);
  /* Translators: what a button does, with the heading of a page. */
  g_autofree char *delete_it = g_strdup_printf (_ ("Delete “%s” for good…"), heading);

  row = hearten_list_new_row (heading, when);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_button_set_label (GTK_BUTTON (restore_button), _ ("Restore"));
  set_spoken (restore_button, restore_it);
  gtk_button_set_icon_name (GTK_BUTTON (delete_button), "user-trash-symbolic");
  gtk_widget_set_tooltip_text (delete_button, _ ("Delete for Good…"));
  set_spoken (delete_button, delete_it);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), restore_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete_button);
  return row;
}

static void
update_state (HeartenTrashDialog *self, guint position, guint removed, guint added, GListModel *trash)
{
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (trash) > 0 ? "list" : "empty");
}

/* GObject */

static void
hearten_trash_dialog_dispose (GObject *object)
{
  HeartenTrashDialog *self = HEARTEN_TRASH_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_TRASH_DIALOG);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_trash_dialog_parent_class)->dispose (object);
}

static void
hearten_trash_dialog_class_init (HeartenTrashDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_trash_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-trash-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTrashDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, HeartenTrashDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenTrashDialog, list);
  gtk_widget_class_install_action (widget_class, "trash.restore", "s", restore);
  gtk_widget_class_install_action (widget_class, "trash.delete", "s", ask_delete);
}

static void
hearten_trash_dialog_init (HeartenTrashDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static int
compare_deleted_last_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  gint64 time_a = hearten_record_get_deleted ((gpointer) a);
  gint64 time_b = hearten_record_get_deleted ((gpointer) b);

  return (time_a < time_b) - (time_a > time_b);
}

/* What is about the two of you stays out of sight while contact is not welcome. */
static gboolean
may_show (gpointer item, gpointer user_data)
{
  HeartenContext *context = user_data;
  const char *face = HEARTEN_IS_ITEM (item)        ? hearten_item_get_face (item)
                     : HEARTEN_IS_INTENTION (item) ? hearten_intention_get_face (item)
                                                   : NULL;

  if (HEARTEN_IS_LETTER (item))
    return hearten_letters_may_show (hearten_context_get_letters (context), item);
  return g_strcmp0 (face, "together") != 0 ||
         hearten_gate_get_allows_contact (hearten_context_get_gate (context));
}

static GListModel *
create_trash (HeartenTrashDialog *self)
{
  GListStore *all = g_list_store_new (G_TYPE_LIST_MODEL);
  GtkFilter *filter = GTK_FILTER (
      gtk_custom_filter_new (may_show, g_object_ref (self->context), g_object_unref));
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_deleted_last_first, NULL, NULL));
  GListModel *model;
  Kind kinds[N_KINDS];

  fill_kinds (self, kinds);
  for (guint i = 0; i < N_KINDS; i++)
    g_list_store_append (all, hearten_records_get_trash (kinds[i].records));
  model = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (all)));
  model = G_LIST_MODEL (gtk_filter_list_model_new (model, filter));
  return G_LIST_MODEL (gtk_sort_list_model_new (model, sorter));
}

AdwDialog *
hearten_trash_dialog_new (HeartenContext *context)
{
  HeartenTrashDialog *self = g_object_new (HEARTEN_TYPE_TRASH_DIALOG, NULL);
  GListModel *trash;

  self->context = g_object_ref (context);
  trash = create_trash (self);
  gtk_list_box_bind_model (self->list, trash, create_row, self, NULL);
  g_signal_connect_object (trash, "items-changed", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  update_state (self, 0, 0, 0, trash);
  g_object_unref (trash);
  return ADW_DIALOG (self);
}
