/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-chapter-dialog.h"

#include "hearten-chapter.h"
#include "hearten-day-words.h"
#include "hearten-ending.h"
#include "hearten-paragraph.h"
#include "hearten-place.h"
#include "hearten-place-chooser.h"
#include "hearten-bundle.h"

#include <glib/gi18n.h>

struct _HeartenChapterDialog
{
  AdwDialog parent_instance;

  AdwNavigationView *steps;
  GtkBox *look;
  AdwPreferencesGroup *reminders;
  GtkWidget *lighten_row;
  GtkCheckButton *lighten;
  GtkCheckButton *pause;
  GtkCheckButton *keep_reminders;
  AdwActionRow *seal_state;
  GtkWidget *seal_row;
  GtkCheckButton *keep_words;
  GtkCheckButton *delete_words;
  GtkButton *words_end;
  GtkLabel *going;
  GtkLabel *staying;
  GtkWidget *confirm_row;
  GtkLabel *trouble;
  GtkWidget *delete_button;
  AdwStatusPage *closed;

  HeartenContext *context;
  char *sealed; /* the path of the copy that was made, or NULL */
};

G_DEFINE_FINAL_TYPE (HeartenChapterDialog, hearten_chapter_dialog, ADW_TYPE_DIALOG)

static void
on_not_now_clicked_cb (HeartenChapterDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

/* A last look */

static void
show_look (HeartenChapterDialog *self)
{
  g_auto (GStrv) look = hearten_chapter_dup_look (self->context);

  for (guint i = 0; look[i] != NULL; i++)
    gtk_box_append (self->look, hearten_paragraph_new (look[i], NULL));
  if (look[0] == NULL)
    gtk_box_append (self->look,
                    hearten_paragraph_new (_ ("There is little here yet. That is all right."), NULL));
}

/* Reminders */

static void
show_reminders (HeartenChapterDialog *self)
{
  guint n_light, n = hearten_chapter_count_reminders (self->context, &n_light);
  g_autofree char *words = g_strdup_printf (
      ngettext ("%u reminder is switched on.", "%u reminders are switched on.", n), n);

  adw_preferences_group_set_description (
      self->reminders, n > 0 ? words : _ ("No reminder is switched on, so this changes nothing now."));
  gtk_widget_set_visible (self->lighten_row, n_light > 0);
  gtk_check_button_set_active (n_light > 0 ? self->lighten : self->keep_reminders, TRUE);
}

static HeartenChapterReminders
get_reminders (HeartenChapterDialog *self)
{
  if (gtk_check_button_get_active (self->pause))
    return HEARTEN_CHAPTER_REMINDERS_PAUSE;
  return gtk_check_button_get_active (self->lighten) ? HEARTEN_CHAPTER_REMINDERS_LIGHTEN
                                                     : HEARTEN_CHAPTER_REMINDERS_KEEP;
}

/* A copy in one file */

static void
tell_seal (HeartenChapterDialog *self, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->seal_state), title);
  adw_action_row_set_subtitle (self->seal_state, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->seal_state), TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Why nothing may be copied or deleted now, as a sentence, or NULL. */
static const char *
find_obstacle (HeartenChapterDialog *self)
{
  HeartenStore *store = hearten_context_get_store (self->context);

  if (hearten_absence_get_frozen (hearten_context_get_absence (self->context)))
    return _ (
        "A part of your journal is missing at the moment. Nothing was changed. First see what is missing.");
  return hearten_store_get_obstacle (store);
}

static void
set_busy (HeartenChapterDialog *self, gboolean busy)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), !busy);
}

typedef struct
{
  HeartenChapterDialog *dialog;
  char *path;
} Sealing;

static void
sealing_free (Sealing *sealing)
{
  g_object_unref (sealing->dialog);
  g_free (sealing->path);
  g_free (sealing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sealing, sealing_free)

static void
on_sealed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sealing) sealing = user_data;
  HeartenChapterDialog *self = sealing->dialog;
  g_autofree char *shown = hearten_place_dup_shown (sealing->path);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages;

  set_busy (self, FALSE);
  gtk_widget_grab_focus (self->seal_row);
  if (!hearten_bundle_finish (result, &n_pages, &error))
    {
      tell_seal (self, _ ("The copy was not made"), error->message);
      return;
    }
  g_set_str (&self->sealed, sealing->path);
  words = g_strdup_printf (
      ngettext ("%1$u page and everything else, in %2$s. It was read back and is whole.",
                "%1$u pages and everything else, in %2$s. It was read back and is whole.", n_pages),
      n_pages, shown);
  tell_seal (self, _ ("The copy is made"), words);
}

static void
on_flushed_for_seal_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sealing) sealing = user_data;
  HeartenStore *store = HEARTEN_STORE (source);
  g_autoptr (GError) error = NULL;

  if (!hearten_store_flush_finish (store, result, &error))
    {
      set_busy (sealing->dialog, FALSE);
      tell_seal (sealing->dialog, _ ("The copy was not made"), error->message);
      return;
    }
  hearten_bundle_async (hearten_store_get_folder (store), sealing->path, on_sealed_cb, sealing);
  g_steal_pointer (&sealing);
}

static void
on_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenChapterDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  Sealing *sealing;

  if (file == NULL || g_file_peek_path (file) == NULL)
    {
      if (file != NULL)
        tell_seal (self, _ ("The copy was not made"),
                   _ ("That is no place on this computer. Choose another one."));
      else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        tell_seal (self, _ ("The copy was not made"), error->message);
      return;
    }
  sealing = g_new0 (Sealing, 1);
  sealing->dialog = g_object_ref (self);
  sealing->path = g_file_get_path (file);
  set_busy (self, TRUE);
  hearten_store_flush_async (hearten_context_get_store (self->context), on_flushed_for_seal_cb, sealing);
}

static void
on_seal_activated_cb (HeartenChapterDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (self->context));
  g_autofree char *name = g_date_time_format (now, "hearten-%Y-%m-%d.tar");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (find_obstacle (self) != NULL)
    {
      tell_seal (self, _ ("The copy was not made"), find_obstacle (self));
      return;
    }
  gtk_file_dialog_set_title (dialog, _ ("A Copy of Everything"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_file_chosen_cb,
                        g_object_ref (self));
}

/* Deleting */

static void
add_count (GString *list, guint n, const char *one, const char *many)
{
  if (n == 0)
    return;
  g_string_append (list, "\n• ");
  g_string_append_printf (list, g_dngettext (NULL, one, many, n), n);
}

static guint
count (gpointer records)
{
  return g_list_model_get_n_items (G_LIST_MODEL (records));
}

static guint
count_trash (HeartenContext *context)
{
  HeartenRecords *records[] = { HEARTEN_RECORDS (hearten_context_get_journal (context)),
                                HEARTEN_RECORDS (hearten_context_get_letters (context)),
                                HEARTEN_RECORDS (hearten_context_get_items (context)),
                                HEARTEN_RECORDS (hearten_context_get_intentions (context)),
                                HEARTEN_RECORDS (hearten_context_get_reminders (context)) };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    n += g_list_model_get_n_items (hearten_records_get_trash (records[i]));
  return n;
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
dup_going (HeartenContext *context)
{
  GString *list = g_string_new (_ ("This removes from this computer, and it cannot be taken back:"));

  add_count (list, count (hearten_context_get_journal (context)), N_ ("%u page of your journal"),
             N_ ("%u pages of your journal"));
  add_count (list, count (hearten_context_get_letters (context)), N_ ("%u letter"), N_ ("%u letters"));
  add_count (list, count (hearten_context_get_items (context)), N_ ("%u thing on your lists"),
             N_ ("%u things on your lists"));
  add_count (list, count (hearten_context_get_intentions (context)), N_ ("%u intention"),
             N_ ("%u intentions"));
  add_count (list, count (hearten_context_get_checkins (context)), N_ ("%u check-in"), N_ ("%u check-ins"));
  add_count (list, count (hearten_context_get_weathers (context)), N_ ("the weather of %u day"),
             N_ ("the weather of %u days"));
  add_count (list, count (hearten_context_get_spaces (context)), N_ ("%u period of space"),
             N_ ("%u periods of space"));
  add_count (list, count (hearten_context_get_urges (context)),
             N_ ("%u note of a wish to write or of contact"),
             N_ ("%u notes of a wish to write or of contact"));
  add_count (list, count (hearten_context_get_reminders (context)), N_ ("%u reminder"), N_ ("%u reminders"));
  add_count (list, count_trash (context), N_ ("%u thing in the trash"), N_ ("%u things in the trash"));
  g_string_append_printf (
      list, "\n• %s", _ ("what you told of your situation, earlier versions, and all that belongs to these"));
  return g_string_free (list, FALSE);
}
#pragma GCC diagnostic pop

static char *
dup_staying (HeartenChapterDialog *self)
{
  g_autofree char *shown = self->sealed != NULL ? hearten_place_dup_shown (self->sealed) : NULL;
  g_autofree char *copy = shown != NULL
                              ? g_strdup_printf (_ ("Your copy, %s, stays."), shown)
                              : g_strdup (_ ("There is no copy in a file; you can go back and make one."));

  return g_strdup_printf (
      "%s %s", copy,
      _ ("Backups, and copies on other devices, are not in Hearten’s reach. A disk may keep "
         "traces of what was deleted."));
}

static gboolean
is_confirmed (HeartenChapterDialog *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->confirm_row))));
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  /* Translators: the word to type before everything is deleted. */
  g_autofree char *word = g_utf8_casefold (C_ ("word to type", "delete"), -1);

  return g_str_equal (folded, word);
}

static void
show_confirmed (HeartenChapterDialog *self)
{
  gtk_widget_set_sensitive (self->delete_button, is_confirmed (self));
}

static void
tell_trouble (HeartenChapterDialog *self, const char *sentence)
{
  set_busy (self, FALSE);
  gtk_label_set_label (self->trouble, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), sentence != NULL);
}

static void
on_ending_begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenChapterDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *sentence = NULL;

  if (!hearten_ending_begin_finish (result, &error))
    {
      tell_trouble (self, error->message);
      return;
    }
  shown = self->sealed != NULL ? hearten_place_dup_shown (self->sealed) : NULL;
  sentence = shown != NULL ? g_strdup_printf (_ ("Everything here is deleted. Your copy is %s."), shown)
                           : g_strdup (_ ("Everything here is deleted."));
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "reopen",
                                  g_variant_new_string (sentence));
}

static void
begin_ending (HeartenChapterDialog *self)
{
  HeartenStore *store = hearten_context_get_store (self->context);

  hearten_ending_begin_async (hearten_store_get_folder (store), hearten_store_get_state_folder (store),
                              on_ending_begun_cb, g_object_ref (self));
}

/* What was changed since the copy was made would be lost. */
static void
on_checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenChapterDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hearten_bundle_check_finish (result, &error))
    begin_ending (self);
  else
    tell_trouble (self, error->message);
}

static void
on_flushed_for_ending_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenChapterDialog) self = user_data;
  HeartenStore *store = HEARTEN_STORE (source);
  g_autoptr (GError) error = NULL;

  if (!hearten_store_flush_finish (store, result, &error))
    tell_trouble (self, error->message);
  else if (self->sealed != NULL)
    hearten_bundle_check_async (hearten_store_get_folder (store), self->sealed, on_checked_cb,
                                g_object_ref (self));
  else
    begin_ending (self);
}

static void
on_delete_activated_cb (HeartenChapterDialog *self)
{
  if (!is_confirmed (self))
    return;
  if (find_obstacle (self) != NULL)
    {
      tell_trouble (self, find_obstacle (self));
      return;
    }
  tell_trouble (self, NULL);
  set_busy (self, TRUE);
  hearten_store_flush_async (hearten_context_get_store (self->context), on_flushed_for_ending_cb,
                             g_object_ref (self));
}

/* Closed, and open again */

static void
show_closed (HeartenChapterDialog *self)
{
  GDate day;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;

  if (!hearten_situations_get_closed (hearten_context_get_situations (self->context), &day))
    return;
  when = hearten_day_words_dup_plain (&day);
  words = g_markup_printf_escaped (
      _ ("Since %s. Everything is where you left it, and writing is always possible. "
         "Today asks nothing of you."),
      when);
  adw_status_page_set_description (self->closed, words);
}

static void
reopen (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenChapterDialog *self = HEARTEN_CHAPTER_DIALOG (widget);

  hearten_chapter_reopen (self->context);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("The chapter is open again"));
  adw_dialog_close (ADW_DIALOG (self));
}

/* Ways */

static void
show_way (HeartenChapterDialog *self)
{
  gboolean deletes = gtk_check_button_get_active (self->delete_words);
  gboolean closed = hearten_situations_get_closed (hearten_context_get_situations (self->context), NULL);

  gtk_button_set_label (self->words_end, deletes  ? _ ("_Go On")
                                         : closed ? _ ("_Done")
                                                  : _ ("_Close the Chapter"));
}

static void
end (HeartenChapterDialog *self)
{
  const char *const tags[] = { "closed" };

  if (hearten_situations_get_closed (hearten_context_get_situations (self->context), NULL))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  hearten_chapter_close (self->context, get_reminders (self));
  show_closed (self);
  adw_navigation_view_replace_with_tags (self->steps, tags, G_N_ELEMENTS (tags));
}

static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenChapterDialog *self = HEARTEN_CHAPTER_DIALOG (widget);
  const char *tag = g_variant_get_string (parameter, NULL);

  if (!g_str_equal (tag, "end"))
    adw_navigation_view_push_by_tag (self->steps, tag);
  else if (gtk_check_button_get_active (self->delete_words))
    {
      g_autofree char *going = dup_going (self->context);
      g_autofree char *staying = dup_staying (self);

      gtk_label_set_label (self->going, going);
      gtk_label_set_label (self->staying, staying);
      adw_navigation_view_push_by_tag (self->steps, "delete");
    }
  else
    end (self);
}

/* GObject */

static void
hearten_chapter_dialog_dispose (GObject *object)
{
  HeartenChapterDialog *self = HEARTEN_CHAPTER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_CHAPTER_DIALOG);
  g_clear_object (&self->context);
  g_clear_pointer (&self->sealed, g_free);

  G_OBJECT_CLASS (hearten_chapter_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-chapter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, look);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, reminders);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, lighten_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, lighten);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, pause);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, keep_reminders);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, seal_state);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, seal_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, keep_words);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, delete_words);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, words_end);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, going);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, staying);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, confirm_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, delete_button);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, closed);
  gtk_widget_class_bind_template_callback (widget_class, on_not_now_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_seal_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_delete_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_way);
  gtk_widget_class_bind_template_callback (widget_class, show_confirmed);
}

static void
hearten_chapter_dialog_class_init (HeartenChapterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_chapter_dialog_dispose;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "chapter.go", "s", go);
  gtk_widget_class_install_action (widget_class, "chapter.reopen", NULL, reopen);
}

static void
hearten_chapter_dialog_init (HeartenChapterDialog *self)
{
  g_autofree char *title = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: %s is the word to type before everything is deleted. */
  title = g_strdup_printf (_ ("Type “%s” to go on"), C_ ("word to type", "delete"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->confirm_row), title);
}

AdwDialog *
hearten_chapter_dialog_new (HeartenContext *context)
{
  HeartenChapterDialog *self = g_object_new (HEARTEN_TYPE_CHAPTER_DIALOG, NULL);
  const char *const tags[] = { "closed" };

  self->context = g_object_ref (context);
  show_look (self);
  show_reminders (self);
  show_closed (self);
  show_way (self);
  if (hearten_situations_get_closed (hearten_context_get_situations (context), NULL))
    adw_navigation_view_replace_with_tags (self->steps, tags, G_N_ELEMENTS (tags));
  return ADW_DIALOG (self);
}
