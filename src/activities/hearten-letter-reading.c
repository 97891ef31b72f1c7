/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-letter-reading.h"

#include <glib/gi18n.h>

#include "hearten-letter-rest.h"
#include "hearten-mood.h"

struct _HeartenLetterReading
{
  AdwBin parent_instance;

  HeartenContext *context;
  HeartenLetter *letter;
  const HeartenTipNode *activity; /* in the tip */
  gboolean early;                 /* it is read although it rests */

  GtkWidget *put_away;
  GtkLabel *until;
  GtkWidget *read_anyway;
  GtkWidget *sure;
  GtkWidget *leave;
  GtkWidget *written;
  GtkImage *mood;
  GtkLabel *day;
  GtkLabel *words;
  GtkLabel *decided;
  GtkWidget *keep;
  GtkWidget *copy;
  GtkWidget *write;
  GtkWidget *let_go;
};

G_DEFINE_FINAL_TYPE (HeartenLetterReading, hearten_letter_reading, ADW_TYPE_BIN)

static HeartenLetters *
get_letters (HeartenLetterReading *self)
{
  return hearten_context_get_letters (self->context);
}

static HeartenLetterState
get_state (HeartenLetterReading *self)
{
  return hearten_letter_get_state (self->letter,
                                   hearten_clock_get_now (hearten_context_get_clock (self->context)));
}

/* Showing */

static char *
dup_day (HeartenLetterReading *self, int mood)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (self->letter));
  g_autofree char *day = NULL;
  GDate date;

  if (hearten_letter_get_day (self->letter, &date))
    {
      g_autoptr (GDateTime) noon = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                                          g_date_get_day (&date), 12, 0, 0);

      day = g_date_time_format (noon, C_ ("long date", "%A, %-d %B %Y"));
    }
  else
    day = g_date_time_format (created, C_ ("long date", "%A, %-d %B %Y"));
  if (mood == HEARTEN_MOOD_UNSET)
    /* Translators: a day. */
    return g_strdup_printf (_ ("You wrote it on %s."), day);
  /* Translators: a day, and the inner weather of that day, such as "Stormy". */
  return g_strdup_printf (_ ("You wrote it on %s. Your inner weather that day: %s."), day,
                          hearten_mood_get_word (mood));
}

static void
show_words (HeartenLetterReading *self)
{
  int mood = hearten_letters_get_mood (get_letters (self), self->letter);
  g_autofree char *day = dup_day (self, mood);
  g_autofree char *words = hearten_letter_dup_words (self->letter, self->activity);

  gtk_widget_set_visible (GTK_WIDGET (self->mood), mood != HEARTEN_MOOD_UNSET);
  if (mood != HEARTEN_MOOD_UNSET)
    gtk_image_set_from_icon_name (self->mood, hearten_mood_get_icon_name (mood));
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->words, words);
}

static const char *
get_decided (HeartenLetterState state)
{
  switch (state)
    {
    case HEARTEN_LETTER_STATE_KEPT:
      return _ ("You decided to keep it here.");
    case HEARTEN_LETTER_STATE_COPIED:
      return _ ("You copied it. Whatever you do with it, once is enough.");
    default:
      return "";
    }
}

static void
update (HeartenLetterReading *self)
{
  HeartenLetterState state = get_state (self);
  gboolean resting = state == HEARTEN_LETTER_STATE_RESTING;
  gboolean shown = !resting || self->early;

  gtk_widget_set_visible (self->put_away, resting && !self->early);
  gtk_widget_set_visible (self->written, shown);
  if (resting)
    {
      g_autofree char *when = hearten_letter_rest_dup_when (hearten_context_get_clock (self->context),
                                                            hearten_letter_get_until (self->letter));
      /* Translators: when a letter comes back, such as "on Thursday, 26 November 2026, at 20:01". */
      g_autofree char *until = g_strdup_printf (_ ("Your letter is put away and rests. It comes back %s."),
                                                when);

      gtk_label_set_label (self->until, until);
    }
  if (shown)
    show_words (self);
  else
    gtk_label_set_label (self->words, "");
  gtk_label_set_label (self->decided, get_decided (state));
  gtk_widget_set_visible (GTK_WIDGET (self->decided), *get_decided (state) != '\0');
  gtk_widget_set_visible (self->keep, state == HEARTEN_LETTER_STATE_BACK);
  gtk_widget_set_visible (self->copy, hearten_letters_may_copy (get_letters (self), self->letter));
  gtk_widget_set_visible (self->write, shown);
  gtk_widget_set_visible (self->let_go, shown);
}

/* Doing */

static void
ask (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterReading *self = HEARTEN_LETTER_READING (widget);

  gtk_widget_set_visible (self->sure, TRUE);
  gtk_widget_grab_focus (self->leave);
  gtk_widget_set_visible (self->read_anyway, FALSE);
}

static void
read_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterReading *self = HEARTEN_LETTER_READING (widget);

  self->early = TRUE;
  update (self);
  gtk_widget_grab_focus (self->write);
}

static void
keep (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterReading *self = HEARTEN_LETTER_READING (widget);

  hearten_letters_decide (get_letters (self), self->letter, HEARTEN_DECISION_KEPT);
  update (self);
  gtk_widget_grab_focus (self->write);
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterReading *self = HEARTEN_LETTER_READING (widget);
  g_autofree char *words = NULL;

  /* The gate may have closed since the button was shown. */
  if (!hearten_letters_may_copy (get_letters (self), self->letter))
    return;
  words = hearten_letter_dup_words (self->letter, self->activity);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  hearten_letters_decide (get_letters (self), self->letter, HEARTEN_DECISION_COPIED);
  update (self);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Copied"));
}

/* GObject */

static void
hearten_letter_reading_dispose (GObject *object)
{
  HeartenLetterReading *self = HEARTEN_LETTER_READING (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_LETTER_READING);
  g_clear_object (&self->letter);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_letter_reading_parent_class)->dispose (object);
}

static void
hearten_letter_reading_class_init (HeartenLetterReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_letter_reading_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-letter-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, put_away);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, until);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, read_anyway);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, sure);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, leave);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, written);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, mood);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, day);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, words);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, decided);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, keep);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, copy);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, write);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterReading, let_go);
  gtk_widget_class_install_action (widget_class, "reading.ask", NULL, ask);
  gtk_widget_class_install_action (widget_class, "reading.read", NULL, read_now);
  gtk_widget_class_install_action (widget_class, "reading.keep", NULL, keep);
  gtk_widget_class_install_action (widget_class, "reading.copy", NULL, copy);
}

static void
hearten_letter_reading_init (HeartenLetterReading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_letter_reading_open (HeartenLetterReading *self,
                             HeartenContext *context,
                             HeartenLetter *letter,
                             const HeartenTipNode *activity)
{
  g_return_if_fail (HEARTEN_IS_LETTER_READING (self));

  g_set_object (&self->context, context);
  g_set_object (&self->letter, letter);
  self->activity = activity;
  self->early = FALSE;
  gtk_widget_set_visible (self->sure, FALSE);
  gtk_widget_set_visible (self->read_anyway, TRUE);
  update (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
hearten_letter_reading_clear (HeartenLetterReading *self)
{
  g_return_if_fail (HEARTEN_IS_LETTER_READING (self));

  gtk_label_set_label (self->words, "");
  g_clear_object (&self->letter);
}
