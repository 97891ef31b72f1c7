/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-place-group.h"

#include "hearten-choice-dialog.h"
#include "hearten-place-chooser.h"
#include "hearten-place.h"

#include <glib/gi18n.h>

struct _HeartenPlaceGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *folder_row;
  AdwActionRow *state_row;
  AdwActionRow *versions_row;
  GtkWidget *choose;
  GtkWidget *moving_row;
  GtkProgressBar *progress;
  GtkWidget *cancel;
  GtkWidget *move_row;
  GtkWidget *open_row;

  HeartenContext *context;
  GCancellable *moving; /* while it moves */
};

G_DEFINE_FINAL_TYPE (HeartenPlaceGroup, hearten_place_group, ADW_TYPE_PREFERENCES_GROUP)

/* How it is */

static char *
dup_state (HeartenPlaceGroup *self)
{
  HeartenStore *store = hearten_context_get_store (self->context);
  const char *problem = hearten_context_get_problem (self->context);
  const char *save_error = hearten_store_get_save_error (store);
  guint n_missing = g_list_model_get_n_items (hearten_store_get_missing (store));
  guint n_damaged = g_list_model_get_n_items (hearten_store_get_damaged (store));

  if (problem != NULL || save_error != NULL)
    return g_strdup (problem != NULL ? problem : save_error);
  if (hearten_store_get_obstacle (store) != NULL)
    return g_strdup (hearten_store_get_obstacle (store));
  if (n_missing > 0)
    return g_strdup_printf (
        g_dngettext (NULL, "Saved. %u page is missing.", "Saved. %u pages are missing.", n_missing),
        n_missing);
  if (hearten_store_has_unreadable_folder (store))
    return g_strdup (_ ("Saved. A folder cannot be read; what is in it is left as it is."));
  if (n_damaged > 0)
    return g_strdup_printf (g_dngettext (NULL, "Saved. %u page could not be read.",
                                         "Saved. %u pages could not be read.", n_damaged),
                            n_damaged);
  if (hearten_context_get_state (self->context) == HEARTEN_CONTEXT_OPENING)
    return g_strdup (_ ("Being read…"));
  return g_strdup (hearten_store_get_save_state (store) == HEARTEN_SAVE_STATE_SAVED
                       ? _ ("Everything is saved.")
                       : _ ("Saving…"));
}

static void
show (HeartenPlaceGroup *self)
{
  HeartenStore *store = hearten_context_get_store (self->context);
  g_autofree char *folder = hearten_place_dup_shown (hearten_store_get_folder (store));
  g_autofree char *state = dup_state (self);
  gboolean ready = hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY;
  gboolean moving = hearten_store_is_moving (store);

  adw_action_row_set_subtitle (self->folder_row, folder);
  adw_action_row_set_subtitle (self->state_row, state);
  gtk_widget_set_visible (self->moving_row, self->moving != NULL);
  gtk_widget_set_sensitive (self->move_row, ready && !moving);
  gtk_widget_set_sensitive (self->open_row,
                            !moving && hearten_context_get_state (self->context) != HEARTEN_CONTEXT_OPENING);
}

static void
show_versions (HeartenPlaceGroup *self)
{
  g_autoptr (GPtrArray) undecided = hearten_context_dup_undecided (self->context);
  guint n_pages = undecided->len;
  guint n_copies = hearten_store_get_n_copies (hearten_context_get_store (self->context));
  g_autofree char *pages = g_strdup_printf (
      g_dngettext (NULL, "%u page or note was written in two places and waits for your choice.",
                   "%u pages or notes were written in two places and wait for your choice.", n_pages),
      n_pages);
  g_autofree char *copies = g_strdup_printf (
      g_dngettext (NULL, "%u copy lies beside your pages; what it says is read as well.",
                   "%u copies lie beside your pages; what they say is read as well.", n_copies),
      n_copies);
  g_autofree char *text = g_strconcat (n_pages > 0 ? pages : "", n_pages > 0 && n_copies > 0 ? "\n" : "",
                                       n_copies > 0 ? copies : "", NULL);

  adw_action_row_set_subtitle (self->versions_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->versions_row), *text != '\0');
  gtk_widget_set_visible (self->choose, n_pages > 0);
}

static void
on_choose_clicked_cb (HeartenPlaceGroup *self)
{
  g_autoptr (GPtrArray) undecided = hearten_context_dup_undecided (self->context);
  AdwDialog *dialog;

  if (undecided->len == 0)
    return;
  dialog = hearten_choice_dialog_new (self->context, undecided->pdata[0]);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (show_versions), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Moving */

static AdwDialog *
find_dialog (HeartenPlaceGroup *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  return dialog != NULL ? ADW_DIALOG (dialog) : NULL;
}

/* The dialog stays while it moves: there is no other place that shows it. */
static void
set_moving (HeartenPlaceGroup *self, GCancellable *moving)
{
  AdwDialog *dialog = find_dialog (self);

  g_set_object (&self->moving, moving);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_sensitive (self->cancel, moving != NULL);
  if (dialog != NULL)
    adw_dialog_set_can_close (dialog, moving == NULL);
  show (self);
  /* What had the focus cannot be pressed any more; without one, Escape would not reach the dialog. */
  gtk_widget_grab_focus (moving != NULL ? self->cancel : self->move_row);
}

static void
tell_moved (HeartenPlaceGroup *self, const char *left)
{
  AdwDialog *dialog = find_dialog (self);
  AdwToast *toast;

  if (left != NULL)
    hearten_place_say (GTK_WIDGET (self), _ ("Your Journal Has Moved"), left);
  else if (ADW_IS_PREFERENCES_DIALOG (dialog))
    {
      toast = adw_toast_new (_ ("Your journal has moved"));
      adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
    }
}

static void
on_moved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenPlaceGroup) self = user_data;
  g_autofree char *left = NULL;
  g_autoptr (GError) error = NULL;
  gboolean moved = hearten_store_move_finish (HEARTEN_STORE (source), result, &left, &error);

  if (self->context == NULL)
    return;
  set_moving (self, NULL);
  if (moved)
    tell_moved (self, left);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hearten_place_say (GTK_WIDGET (self), _ ("Your Journal Was Not Moved"), error->message);
}

static void
on_progress_cb (double part, gpointer user_data)
{
  HeartenPlaceGroup *self = user_data;

  if (self->context != NULL)
    gtk_progress_bar_set_fraction (self->progress, part);
}

static void
move_to (GtkWidget *widget, const char *folder)
{
  HeartenPlaceGroup *self = HEARTEN_PLACE_GROUP (widget);
  g_autoptr (GCancellable) moving = g_cancellable_new ();

  if (self->context == NULL || self->moving != NULL ||
      hearten_context_get_state (self->context) != HEARTEN_CONTEXT_READY)
    return;
  set_moving (self, moving);
  hearten_store_move_async (hearten_context_get_store (self->context), folder, on_progress_cb, moving,
                            on_moved_cb, g_object_ref (self));
}

static void
on_move_activated_cb (HeartenPlaceGroup *self)
{
  hearten_place_choose_folder (GTK_WIDGET (self), _ ("New Folder of Your Journal"), move_to);
}

static void
on_cancel_clicked_cb (HeartenPlaceGroup *self)
{
  gtk_widget_set_sensitive (self->cancel, FALSE);
  g_cancellable_cancel (self->moving);
}

static void
on_open_activated_cb (HeartenPlaceGroup *self)
{
  gboolean ready = hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY;

  hearten_place_open_another (GTK_WIDGET (self), self->context, ready ? move_to : NULL);
}

static void
on_show_clicked_cb (HeartenPlaceGroup *self)
{
  hearten_place_show (GTK_WIDGET (self), self->context);
}

/* GObject */

static void
hearten_place_group_dispose (GObject *object)
{
  HeartenPlaceGroup *self = HEARTEN_PLACE_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_PLACE_GROUP);
  g_clear_object (&self->context);
  g_clear_object (&self->moving);

  G_OBJECT_CLASS (hearten_place_group_parent_class)->dispose (object);
}

static void
hearten_place_group_class_init (HeartenPlaceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_place_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-place-group.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, folder_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, state_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, versions_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, choose);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, moving_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, progress);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, cancel);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, move_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenPlaceGroup, open_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_move_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_open_activated_cb);
}

static void
hearten_place_group_init (HeartenPlaceGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hearten_place_group_set_context (HeartenPlaceGroup *self, HeartenContext *context)
{
  HeartenStore *store = hearten_context_get_store (context);

  g_return_if_fail (HEARTEN_IS_PLACE_GROUP (self) && self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (store, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_store_get_missing (store), "items-changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_store_get_damaged (store), "items-changed", G_CALLBACK (show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_journal (context), "arrived", G_CALLBACK (show_versions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::state", G_CALLBACK (show_versions), self, G_CONNECT_SWAPPED);
  show (self);
  show_versions (self);
}
