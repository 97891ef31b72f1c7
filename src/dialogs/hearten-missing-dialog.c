/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-missing-dialog.h"

#include "hearten-list.h"
#include "hearten-missing.h"
#include "hearten-place-chooser.h"
#include "hearten-place.h"

#include <glib/gi18n.h>

/* Nobody reads a hundred thousand rows. */
#define MOST_ROWS 50

struct _HeartenMissingDialog
{
  AdwDialog parent_instance;

  HeartenContext *context;

  GtkLabel *happened;
  GtkLabel *safe;
  GtkWidget *look;
  GtkWidget *write;
  GtkWidget *choose;
  GtkWidget *forget;
  GtkListBox *list;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (HeartenMissingDialog, hearten_missing_dialog, ADW_TYPE_DIALOG)

static GListModel *
get_missing (HeartenMissingDialog *self)
{
  return hearten_store_get_missing (hearten_context_get_store (self->context));
}

/* What is still in memory: it vanished while the program ran. */
static HeartenRecord *
find_record (HeartenMissingDialog *self, HeartenMissing *missing)
{
  return hearten_context_find_record (self->context, hearten_missing_get_record_type (missing),
                                      hearten_missing_get_id (missing));
}

/* Rows */

static const char *
get_word (HeartenMissing *missing)
{
  static const struct
  {
    const char *kind;
    const char *word;
  } words[] = {
    { "entry", N_ ("Page") },          { "letter", N_ ("Letter") },       { "reminder", N_ ("Reminder") },
    { "weather", N_ ("Weather") },     { "practice", N_ ("Practice") },   { "space", N_ ("Space") },
    { "urge", N_ ("Urge") },           { "checkin", N_ ("Check-in") },    { "item", N_ ("List item") },
    { "sitting", N_ ("Sitting") },     { "intention", N_ ("Intention") }, { "deck", N_ ("Cards") },
    { "situation", N_ ("Situation") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (hearten_missing_get_kind (missing), words[i].kind))
      return _ (words[i].word);
  return _ ("Something");
}

static char *
dup_title (HeartenMissingDialog *self, HeartenMissing *missing)
{
  HeartenRecord *record = find_record (self, missing);

  if (HEARTEN_IS_ENTRY (record))
    return hearten_entry_dup_heading (HEARTEN_ENTRY (record));
  return g_strdup (get_word (missing));
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  HeartenMissingDialog *self = user_data;
  g_autofree char *title = dup_title (self, item);
  g_autofree char *day = hearten_missing_dup_day (item);
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = g_strconcat (day, "T00:00:00Z", NULL);
  g_autofree char *shown = NULL;
  GtkWidget *row;

  date = g_date_time_new_from_iso8601 (text, NULL);
  shown = g_date_time_format (date, C_ ("long date", "%A, %-d %B %Y"));
  row = hearten_list_new_row (title, shown);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  return row;
}

static guint
count_in_memory (HeartenMissingDialog *self)
{
  GListModel *missing = get_missing (self);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (missing); i++)
    {
      g_autoptr (HeartenMissing) item = g_list_model_get_item (missing, i);

      n += find_record (self, item) != NULL;
    }
  return n;
}

/* Words */

static void
show_away (HeartenMissingDialog *self)
{
  const char *problem = hearten_context_get_problem (self->context);

  gtk_label_set_label (self->happened, problem != NULL ? problem : "");
  gtk_label_set_label (self->safe,
                       _ ("Connect the disk or wait for syncing, then look again. If your journal "
                          "is in another folder now, choose that one."));
  gtk_button_set_label (GTK_BUTTON (self->forget), _ ("It Is _Really Gone…"));
}

static void
show_missing (HeartenMissingDialog *self, guint n)
{
  gboolean frozen = hearten_absence_get_frozen (hearten_context_get_absence (self->context));
  HeartenStore *store = hearten_context_get_store (self->context);
  g_autofree char *folder = hearten_place_dup_shown (hearten_store_get_folder (store));
  g_autofree char *text = g_strdup_printf (
      g_dngettext (NULL, "%u file that was in “%s” is not there any more, and nobody deleted it here.",
                   "%u files that were in “%s” are not there any more, and nobody deleted them here.", n),
      n, folder);

  gtk_label_set_label (self->happened,
                       n > 0 ? text : _ ("Everything that this computer has seen is there again."));
  if (n == 0)
    gtk_label_set_label (self->safe, "");
  else if (frozen)
    gtk_label_set_label (self->safe,
                         _ ("The folder may be on a disk that is not connected, or half synced. Until this "
                            "is clear, Hearten removes nothing, neither here nor on your other devices. "
                            "You can go on writing."));
  else
    gtk_label_set_label (self->safe, _ ("The rest of your journal is safe. A copy from a backup, put in the "
                                        "same place, is read at once."));
}

static void
show (HeartenMissingDialog *self)
{
  gboolean away = hearten_context_is_away (self->context);
  guint n = g_list_model_get_n_items (get_missing (self));
  g_autofree char *more = g_strdup_printf (g_dngettext (NULL, "And %u more.", "And %u more.", n - MOST_ROWS),
                                           n - MOST_ROWS);

  if (away)
    show_away (self);
  else
    show_missing (self, n);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > MOST_ROWS);
  gtk_label_set_label (self->more, n > MOST_ROWS ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->safe), away || n > 0);
  gtk_widget_set_visible (self->look, away || n > 0);
  gtk_widget_set_visible (self->choose, away || n > 0);
  gtk_widget_set_visible (self->forget, away || n > 0);
  gtk_widget_set_visible (self->write, !away && count_in_memory (self) > 0);
}

/* Deeds */

static void
on_look_clicked_cb (HeartenMissingDialog *self)
{
  hearten_context_open (self->context);
}

static void
on_write_clicked_cb (HeartenMissingDialog *self)
{
  HeartenStore *store = hearten_context_get_store (self->context);
  GListModel *missing = get_missing (self);

  for (guint i = 0; i < g_list_model_get_n_items (missing); i++)
    {
      g_autoptr (HeartenMissing) item = g_list_model_get_item (missing, i);
      HeartenRecord *record = find_record (self, item);

      if (record != NULL && !hearten_record_is_read_only (record))
        hearten_store_save_merged (store, record);
    }
  hearten_store_flush_async (store, NULL, NULL);
}

static void
on_choose_clicked_cb (HeartenMissingDialog *self)
{
  hearten_place_open_another (GTK_WIDGET (self), self->context, NULL);
}

static void
on_forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenMissingDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hearten_absence_forget_finish (HEARTEN_ABSENCE (source), result, &error))
    hearten_place_say (GTK_WIDGET (self), _ ("Nothing Was Changed"), error->message);
  else if (hearten_context_is_away (self->context))
    {
      hearten_context_open (self->context);
      adw_dialog_close (ADW_DIALOG (self));
    }
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
on_forget_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenMissingDialog) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "forget"))
    hearten_absence_forget_async (hearten_context_get_absence (self->context), on_forgotten_cb,
                                  g_object_ref (self));
}

static void
on_forget_clicked_cb (HeartenMissingDialog *self)
{
  gboolean away = hearten_context_is_away (self->context);
  AdwDialog *dialog = adw_alert_dialog_new (
      away ? _ ("Begin a New Journal?") : _ ("Look for Them No Longer?"),
      away
          ? _ ("Hearten forgets the old folder and begins an empty journal in the usual place. Should the "
               "old one turn up, you can open it in the preferences. Earlier versions of its pages that this "
               "computer keeps stay.")
          : _ ("They are no longer listed, and Hearten tidies up again as usual. Should a file turn up, its "
               "page is there again. Earlier versions that this computer keeps stay."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "forget",
                                  away ? _ ("_Begin a New One") : _ ("They Are _Gone"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "forget", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, on_forget_answered_cb, g_object_ref (self));
}

/* GObject */

static void
hearten_missing_dialog_dispose (GObject *object)
{
  HeartenMissingDialog *self = HEARTEN_MISSING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_MISSING_DIALOG);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_missing_dialog_parent_class)->dispose (object);
}

static void
hearten_missing_dialog_class_init (HeartenMissingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_missing_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-missing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, happened);
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, safe);
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, look);
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, write);
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, forget);
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, list);
  gtk_widget_class_bind_template_child (widget_class, HeartenMissingDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, on_look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_forget_clicked_cb);
}

static void
hearten_missing_dialog_init (HeartenMissingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
hearten_missing_dialog_new (HeartenContext *context)
{
  HeartenMissingDialog *self = g_object_new (HEARTEN_TYPE_MISSING_DIALOG, NULL);
  HeartenAbsence *absence = hearten_context_get_absence (context);
  GListModel *missing = hearten_store_get_missing (hearten_context_get_store (context));
  g_autoptr (GtkSliceListModel) first = gtk_slice_list_model_new (g_object_ref (missing), 0, MOST_ROWS);

  self->context = g_object_ref (context);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (first), create_row, self, NULL);
  g_signal_connect_object (missing, "items-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (absence, "notify::frozen", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::state", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return ADW_DIALOG (self);
}
