/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-chapter.h"

#include <glib/gi18n.h>

#include "hearten-chapter.h"
#include "hearten-day-words.h"

struct _HeartenTodayChapter
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *look;
  GtkWidget *refuse;
  GtkWidget *reopen;
};

G_DEFINE_FINAL_TYPE (HeartenTodayChapter, hearten_today_chapter, HEARTEN_TYPE_TODAY_CARD)

static void
show_closed (HeartenTodayChapter *self, const GDate *day)
{
  g_autofree char *when = hearten_day_words_dup_plain (day);
  g_autofree char *words = g_strdup_printf (
      _ ("Since %s. Everything is where you left it, and you can write whenever you like."), when);

  adw_preferences_group_set_title (self->group, _ ("This Chapter Is Closed"));
  adw_preferences_group_set_description (self->group, words);
}

static void
show_offer (HeartenTodayChapter *self)
{
  adw_preferences_group_set_title (self->group, _ ("When You Like"));
  adw_preferences_group_set_description (
      self->group, _ ("These weeks were brighter than the first ones. If it feels right you can close this "
                      "chapter. There is no hurry, and it can be opened again."));
}

static void
hearten_today_chapter_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayChapter *self = HEARTEN_TODAY_CHAPTER (card);
  GDate day;
  gboolean closed = hearten_situations_get_closed (hearten_context_get_situations (context), &day);
  gboolean offers = !closed && hearten_chapter_may_offer (context);

  if (closed)
    show_closed (self, &day);
  else if (offers)
    show_offer (self);
  gtk_widget_set_visible (self->look, offers);
  gtk_widget_set_visible (self->refuse, offers);
  gtk_widget_set_visible (self->reopen, closed);
  gtk_widget_set_visible (GTK_WIDGET (self), closed || offers);
}

static void
hearten_today_chapter_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_situations (context));
  hearten_today_card_follow_records (card, hearten_context_get_weathers (context));
  hearten_today_card_follow_records (card, hearten_context_get_urges (context));
  hearten_today_card_follow_records (card, hearten_context_get_spaces (context));
  hearten_today_card_follow (card, context, "notify::state");
}

/* Rows */

static void
on_look_cb (HeartenTodayChapter *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.close-chapter", NULL);
}

static void
on_refuse_cb (HeartenTodayChapter *self)
{
  HeartenContext *context = hearten_today_card_get_context (HEARTEN_TODAY_CARD (self));

  hearten_situations_set_unoffered (hearten_context_get_situations (context));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              _ ("It stays in the main menu, and is not mentioned here again"));
}

static void
on_reopen_cb (HeartenTodayChapter *self)
{
  hearten_chapter_reopen (hearten_today_card_get_context (HEARTEN_TODAY_CARD (self)));
}

static GtkWidget *
add_row (HeartenTodayChapter *self, const char *title, GCallback callback)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  return row;
}

static void
hearten_today_chapter_class_init (HeartenTodayChapterClass *klass)
{
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  card_class->attach = hearten_today_chapter_attach;
  card_class->refresh = hearten_today_chapter_refresh;
}

static void
hearten_today_chapter_init (HeartenTodayChapter *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  self->look = add_row (self, _ ("_Take a Look…"), G_CALLBACK (on_look_cb));
  self->refuse = add_row (self, _ ("_Do Not Mention It Again"), G_CALLBACK (on_refuse_cb));
  self->reopen = add_row (self, _ ("_Open It Again"), G_CALLBACK (on_reopen_cb));
}
