/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-place-chooser.h"

#include "hearten-place.h"

#include <glib/gi18n.h>

void
hearten_place_say (GtkWidget *parent, const char *heading, const char *sentence)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, sentence);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Asking for a folder */

typedef struct
{
  GtkWidget *parent;
  HeartenContext *context;
  HeartenPlaceChosen chosen;
  char *folder;
} Choice;

static void
choice_free (Choice *choice)
{
  g_clear_object (&choice->parent);
  g_clear_object (&choice->context);
  g_free (choice->folder);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static char *
finish_selection (GObject *source, GAsyncResult *result, GtkWidget *parent)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL && g_file_peek_path (file) != NULL)
    return g_file_get_path (file);
  if (file != NULL)
    hearten_place_say (parent, _ ("That Is Not a Folder of This Computer"),
                       _ ("Nothing was changed. Choose a folder on this computer."));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    hearten_place_say (parent, _ ("No Folder Can Be Chosen Here"), error->message);
  return NULL;
}

static void
on_selected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autofree char *folder = finish_selection (source, result, choice->parent);

  if (folder != NULL)
    choice->chosen (choice->parent, folder);
}

static void
select_folder (GtkWidget *parent, const char *title, GAsyncReadyCallback callback, Choice *choice)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, find_window (parent), NULL, callback, choice);
}

void
hearten_place_choose_folder (GtkWidget *parent, const char *title, HeartenPlaceChosen chosen)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->chosen = chosen;
  select_folder (parent, title, on_selected_cb, choice);
}

/* Opening another journal */

static void
on_offer_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "move"))
    choice->chosen (choice->parent, choice->folder);
}

static void
offer_move (Choice *choice)
{
  g_autofree char *shown = hearten_place_dup_shown (choice->folder);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("There Is No Journal Yet"), NULL);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  adw_alert_dialog_format_body (
      alert, _ ("The folder “%s” is empty. Your journal can move there from where it is now."), shown);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "move", _ ("_Move It There"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "move", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "cancel");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, choice->parent, NULL, on_offer_answered_cb, choice);
}

static void
reopen (Choice *choice)
{
  HeartenStore *store = hearten_context_get_store (choice->context);
  g_autofree char *now = hearten_place_dup_shown (choice->folder);
  g_autofree char *before = hearten_place_dup_shown (hearten_store_get_folder (store));
  g_autofree char *sentence = g_str_equal (now, before)
                                  ? g_strdup_printf (_ ("Your journal is the one in “%s”."), now)
                                  : g_strdup_printf (_ ("Your journal is now the one in “%s”. The one in "
                                                        "“%s” stays as it was."),
                                                     now, before);

  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "reopen",
                                  g_variant_new_string (sentence));
}

static void
on_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GError) error = NULL;
  gboolean empty = FALSE;

  if (hearten_store_choose_finish (HEARTEN_STORE (source), result, &empty, &error))
    reopen (choice);
  else if (empty && choice->chosen != NULL)
    offer_move (g_steal_pointer (&choice));
  else
    hearten_place_say (choice->parent, _ ("That Folder Cannot Be Opened"), error->message);
}

static void
on_another_selected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  HeartenStore *store = hearten_context_get_store (choice->context);

  choice->folder = finish_selection (source, result, choice->parent);
  if (choice->folder == NULL)
    return;
  hearten_store_choose_async (store, choice->folder, on_chosen_cb, choice);
  g_steal_pointer (&choice);
}

void
hearten_place_open_another (GtkWidget *parent, HeartenContext *context, HeartenPlaceChosen move)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->parent = g_object_ref (parent);
  choice->context = g_object_ref (context);
  choice->chosen = move;
  select_folder (parent, _ ("Folder of the Journal"), on_another_selected_cb, choice);
}

/* Showing it */

static void
on_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      gtk_widget_get_root (parent) != NULL)
    hearten_place_say (parent, _ ("The Folder Cannot Be Shown"), _ ("No program here opens folders."));
}

void
hearten_place_show (GtkWidget *parent, HeartenContext *context)
{
  g_autoptr (GFile)
      folder = g_file_new_for_path (hearten_store_get_folder (hearten_context_get_store (context)));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (folder);

  gtk_file_launcher_launch (launcher, find_window (parent), NULL, on_launched_cb, g_object_ref (parent));
}
