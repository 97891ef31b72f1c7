/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-chapter-copy.h"

#include <glib/gi18n.h>

#include "hearten-bundle.h"
#include "hearten-chapter-end.h"
#include "hearten-place.h"

struct _HeartenChapterCopy
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *state;
  GtkWidget *button;

  HeartenContext *context;
  char *path; /* of the copy that was made, or NULL */
};

G_DEFINE_FINAL_TYPE (HeartenChapterCopy, hearten_chapter_copy, ADW_TYPE_PREFERENCES_GROUP)

enum { BUSY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
tell (HeartenChapterCopy *self, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), title);
  adw_action_row_set_subtitle (self->state, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->state), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_busy (HeartenChapterCopy *self, gboolean busy)
{
  g_signal_emit (self, signals[BUSY], 0, busy);
}

typedef struct
{
  HeartenChapterCopy *copy;
  char *path;
} Sealing;

static void
sealing_free (Sealing *sealing)
{
  g_object_unref (sealing->copy);
  g_free (sealing->path);
  g_free (sealing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sealing, sealing_free)

static void
on_sealed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sealing) sealing = user_data;
  HeartenChapterCopy *self = sealing->copy;
  g_autofree char *shown = hearten_place_dup_shown (sealing->path);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages;

  set_busy (self, FALSE);
  gtk_widget_grab_focus (self->button);
  if (!hearten_bundle_finish (result, &n_pages, &error))
    {
      tell (self, _ ("The copy was not made"), error->message);
      return;
    }
  g_set_str (&self->path, sealing->path);
  words = g_strdup_printf (
      ngettext ("%1$u page and everything else, in %2$s. It was read back and is whole.",
                "%1$u pages and everything else, in %2$s. It was read back and is whole.", n_pages),
      n_pages, shown);
  tell (self, _ ("The copy is made"), words);
}

static void
on_flushed_for_seal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sealing) sealing = user_data;
  HeartenStore *store = HEARTEN_STORE (source);
  g_autoptr (GError) error = NULL;

  if (!hearten_store_flush_finish (store, result, &error))
    {
      set_busy (sealing->copy, FALSE);
      tell (sealing->copy, _ ("The copy was not made"), error->message);
      return;
    }
  hearten_bundle_async (hearten_store_get_folder (store), sealing->path, on_sealed_cb, sealing);
  g_steal_pointer (&sealing);
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenChapterCopy) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  Sealing *sealing;

  if (file == NULL || g_file_peek_path (file) == NULL)
    {
      if (file != NULL)
        tell (self, _ ("The copy was not made"),
              _ ("That is no place on this computer. Choose another one."));
      else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        tell (self, _ ("The copy was not made"), error->message);
      return;
    }
  sealing = g_new0 (Sealing, 1);
  sealing->copy = g_object_ref (self);
  sealing->path = g_file_get_path (file);
  set_busy (self, TRUE);
  hearten_store_flush_async (hearten_context_get_store (self->context), on_flushed_for_seal_cb, sealing);
}

static void
on_activated_cb (HeartenChapterCopy *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  g_autofree char *name = g_date_time_format (now, "hearten-%Y-%m-%d.tar");
  const char *obstacle = hearten_chapter_find_obstacle (self->context);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (obstacle != NULL)
    {
      tell (self, _ ("The copy was not made"), obstacle);
      return;
    }
  gtk_file_dialog_set_title (dialog, _ ("A Copy of Everything"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_file_chosen_cb,
                        g_object_ref (self));
}

/* GObject */

static void
hearten_chapter_copy_dispose (GObject *object)
{
  HeartenChapterCopy *self = HEARTEN_CHAPTER_COPY (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (hearten_chapter_copy_parent_class)->dispose (object);
}

static void
hearten_chapter_copy_class_init (HeartenChapterCopyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_chapter_copy_dispose;

  signals[BUSY] = g_signal_new ("busy", HEARTEN_TYPE_CHAPTER_COPY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
hearten_chapter_copy_init (HeartenChapterCopy *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  adw_preferences_group_set_title (group, _ ("A Copy to Put Away"));
  adw_preferences_group_set_description (
      group,
      _ ("Everything in one file, wherever you like. It is an ordinary archive without a lock: whoever "
         "has the file can read it. Your pages are in it as plain text, too."));
  self->state = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->state), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->state), FALSE);
  self->button = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->button), _ ("_Put Everything into a File…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->button), TRUE);
  g_signal_connect_object (self->button, "activated", G_CALLBACK (on_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, GTK_WIDGET (self->state));
  adw_preferences_group_add (group, self->button);
}

/* Public */

void
hearten_chapter_copy_set_context (HeartenChapterCopy *self, HeartenContext *context)
{
  g_return_if_fail (HEARTEN_IS_CHAPTER_COPY (self));

  g_set_object (&self->context, context);
}

const char *
hearten_chapter_copy_get_path (HeartenChapterCopy *self)
{
  g_return_val_if_fail (HEARTEN_IS_CHAPTER_COPY (self), NULL);

  return self->path;
}
