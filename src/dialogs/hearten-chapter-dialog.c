/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-chapter-dialog.h"

#include <glib/gi18n.h>

#include "hearten-bundle.h"
#include "hearten-chapter-copy.h"
#include "hearten-chapter-end.h"
#include "hearten-chapter.h"
#include "hearten-day-words.h"
#include "hearten-ending.h"
#include "hearten-paragraph.h"
#include "hearten-place.h"

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
  HeartenChapterCopy *copy;
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

static void
set_busy (HeartenChapterDialog *self, gboolean busy)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->steps), !busy);
}

/* Deleting */

static char *
dup_staying (HeartenChapterDialog *self)
{
  const char *path = hearten_chapter_copy_get_path (self->copy);
  g_autofree char *shown = path != NULL ? hearten_place_dup_shown (path) : NULL;
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
  const char *path = hearten_chapter_copy_get_path (self->copy);
  g_autofree char *shown = path != NULL ? hearten_place_dup_shown (path) : NULL;
  g_autofree char *sentence = NULL;

  if (!hearten_ending_begin_finish (result, &error))
    {
      tell_trouble (self, error->message);
      return;
    }
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
  const char *copy = hearten_chapter_copy_get_path (self->copy);
  g_autoptr (GError) error = NULL;

  if (!hearten_store_flush_finish (store, result, &error))
    tell_trouble (self, error->message);
  else if (copy != NULL)
    hearten_bundle_check_async (hearten_store_get_folder (store), copy, on_checked_cb, g_object_ref (self));
  else
    begin_ending (self);
}

static void
on_delete_activated_cb (HeartenChapterDialog *self)
{
  const char *obstacle = hearten_chapter_find_obstacle (self->context);

  if (!is_confirmed (self))
    return;
  if (obstacle != NULL)
    {
      tell_trouble (self, obstacle);
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
      g_autofree char *going = hearten_chapter_dup_going (self->context);
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

  G_OBJECT_CLASS (hearten_chapter_dialog_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_CHAPTER_COPY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-chapter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, look);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, reminders);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, lighten_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, lighten);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, pause);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, keep_reminders);
  gtk_widget_class_bind_template_child (widget_class, HeartenChapterDialog, copy);
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
  gtk_widget_class_bind_template_callback (widget_class, set_busy);
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
  hearten_chapter_copy_set_context (self->copy, context);
  show_look (self);
  show_reminders (self);
  show_closed (self);
  show_way (self);
  if (hearten_situations_get_closed (hearten_context_get_situations (context), NULL))
    adw_navigation_view_replace_with_tags (self->steps, tags, G_N_ELEMENTS (tags));
  return ADW_DIALOG (self);
}
