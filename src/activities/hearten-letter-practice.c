/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-letter-practice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hearten-letter-desk.h"
#include "hearten-letter-reading.h"
#include "hearten-letter-rest.h"
#include "hearten-list.h"
#include "hearten-watch.h"

struct _HeartenLetterPractice
{
  HeartenActivity parent_instance;

  HeartenLetter *letter; /* the open one */
  HeartenWatch *watch;   /* of the next return */

  GtkStack *stack;
  GtkLabel *invite;
  GtkWidget *first;
  GtkButton *first_tip;
  GtkButton *begin;
  GtkListBox *list;
  HeartenLetterDesk *desk;
  HeartenLetterRest *rest;
  HeartenLetterReading *reading;
};

G_DEFINE_FINAL_TYPE (HeartenLetterPractice, hearten_letter_practice, HEARTEN_TYPE_ACTIVITY)

static HeartenContext *
get_context (HeartenLetterPractice *self)
{
  return hearten_activity_get_context (HEARTEN_ACTIVITY (self));
}

static HeartenLetters *
get_letters (HeartenLetterPractice *self)
{
  return hearten_context_get_letters (get_context (self));
}

static gint64
get_now (HeartenLetterPractice *self)
{
  return hearten_clock_get_now (hearten_context_get_clock (get_context (self)));
}

/* A letter belongs to the activity of its own face, also where it is shown on the other. */
static const HeartenTipNode *
find_activity (HeartenLetterPractice *self, HeartenLetter *letter)
{
  HeartenTip *tip = hearten_activity_get_tip (HEARTEN_ACTIVITY (self));
  HeartenTipFace *face = g_strcmp0 (hearten_letter_get_face (letter), "own") == 0
                             ? hearten_tip_get_own_face (tip)
                             : hearten_tip_get_together_face (tip);

  for (guint i = 0; i < hearten_tip_face_get_n_activities (face); i++)
    {
      const HeartenTipNode *node = hearten_tip_face_get_activity (face, i);

      if (g_strcmp0 (hearten_tip_node_get_attribute (node, "kind"), "letter") == 0)
        return node;
    }
  return hearten_activity_get_node (HEARTEN_ACTIVITY (self));
}

static gboolean
belongs_here (HeartenLetterPractice *self, HeartenLetter *letter)
{
  return g_strcmp0 (hearten_letter_get_tip (letter), hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self))) ==
             0 &&
         hearten_letters_may_show (get_letters (self), letter);
}

/* The list */

static char *
dup_title (HeartenLetterPractice *self, HeartenLetter *letter, HeartenLetterState state)
{
  g_autofree char *words = NULL;

  if (state == HEARTEN_LETTER_STATE_RESTING)
    return g_strdup (_ ("A letter that rests"));
  words = hearten_letter_dup_words (letter, find_activity (self, letter));
  g_strstrip (words);
  words[strcspn (words, "\n")] = '\0';
  return *words != '\0' ? g_steal_pointer (&words) : g_strdup (_ ("A letter without words"));
}

static char *
dup_state (HeartenLetterPractice *self, HeartenLetter *letter, HeartenLetterState state)
{
  g_autofree char *when = NULL;

  switch (state)
    {
    case HEARTEN_LETTER_STATE_RESTING:
      when = hearten_letter_rest_dup_when (hearten_context_get_clock (get_context (self)),
                                           hearten_letter_get_until (letter));
      /* Translators: when a letter comes back, such as "on Thursday, 26 November 2026, at 20:01". */
      return g_strdup_printf (_ ("Comes back %s"), when);
    case HEARTEN_LETTER_STATE_BACK:
      return g_strdup (_ ("It has rested. You can read it again"));
    case HEARTEN_LETTER_STATE_KEPT:
      return g_strdup (C_ ("state of a letter", "Kept here"));
    case HEARTEN_LETTER_STATE_COPIED:
      return g_strdup (C_ ("state of a letter", "Copied after its rest"));
    case HEARTEN_LETTER_STATE_DRAFT:
    default:
      return g_strdup (C_ ("state of a letter", "Draft"));
    }
}

static GtkWidget *
create_row (HeartenLetterPractice *self, HeartenLetter *letter)
{
  HeartenLetterState state = hearten_letter_get_state (letter, get_now (self));
  g_autofree char *title = dup_title (self, letter, state);
  g_autofree char *subtitle = dup_state (self, letter, state);
  GtkWidget *row = hearten_list_new_way (title, subtitle, "letters.open",
                                         hearten_record_get_id (HEARTEN_RECORD (letter)));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  return row;
}

static void
update_list (HeartenLetterPractice *self)
{
  GListModel *letters = G_LIST_MODEL (get_letters (self));
  gint64 next = 0;
  gboolean any = FALSE;

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < g_list_model_get_n_items (letters); i++)
    {
      g_autoptr (HeartenLetter) letter = g_list_model_get_item (letters, i);
      gint64 until = hearten_letter_get_until (letter);

      if (!belongs_here (self, letter))
        continue;
      gtk_list_box_append (self->list, create_row (self, letter));
      any = TRUE;
      if (until > get_now (self) && (next == 0 || until < next))
        next = until;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), any);
  hearten_watch_set_instant (self->watch, next);
}

static void
show_list (HeartenLetterPractice *self)
{
  hearten_letter_desk_clear (self->desk);
  hearten_letter_reading_clear (self->reading);
  g_clear_object (&self->letter);
  update_list (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
}

static gboolean
is_listed (HeartenLetterPractice *self)
{
  return self->letter == NULL;
}

static void
on_turned_cb (HeartenLetterPractice *self)
{
  if (is_listed (self))
    update_list (self);
}

/* Also where another window, or an undone deletion, brings a letter. */
static void
on_letters_changed_cb (HeartenLetterPractice *self)
{
  if (is_listed (self))
    update_list (self);
  else if (hearten_record_get_deleted (HEARTEN_RECORD (self->letter)) != 0)
    show_list (self);
}

/* A tip is begun with the first word of a letter. */
static void
on_letter_changed_cb (HeartenLetterPractice *self, HeartenLetter *letter)
{
  if (letter == self->letter && hearten_record_get_deleted (HEARTEN_RECORD (letter)) == 0)
    hearten_activity_begin (HEARTEN_ACTIVITY (self));
  on_letters_changed_cb (self);
}

/* One that was put away elsewhere, or that a newer program wrote, is no longer written on here. */
static void
on_letter_arrived_cb (HeartenLetterPractice *self, HeartenLetter *letter)
{
  if (letter == self->letter && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "desk") &&
      (hearten_letter_get_state (letter, get_now (self)) != HEARTEN_LETTER_STATE_DRAFT ||
       hearten_record_is_read_only (HEARTEN_RECORD (letter))))
    show_list (self);
}

static void
reveal (HeartenLetterPractice *self)
{
  hearten_activity_reveal (HEARTEN_ACTIVITY (self), gtk_stack_get_visible_child (self->stack));
}

/* Doing */

static void
lay_on_desk (HeartenLetterPractice *self)
{
  gtk_stack_set_visible_child_name (self->stack, "desk");
  hearten_letter_desk_open (
      self->desk, get_letters (self), self->letter, find_activity (self, self->letter),
      hearten_situations_get_name (hearten_context_get_situations (get_context (self))));
  reveal (self);
}

static void
begin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (widget);
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);

  g_clear_object (&self->letter);
  self->letter = hearten_letters_begin (get_letters (self), hearten_activity_get_tip_id (activity),
                                        hearten_activity_get_face_nick (activity),
                                        g_variant_get_boolean (parameter));
  lay_on_desk (self);
}

static void
open_letter (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (widget);
  HeartenLetter *letter = hearten_records_find (HEARTEN_RECORDS (get_letters (self)),
                                                g_variant_get_string (parameter, NULL));

  if (letter == NULL || !belongs_here (self, letter))
    return;
  g_set_object (&self->letter, letter);
  if (hearten_letter_get_state (letter, get_now (self)) == HEARTEN_LETTER_STATE_DRAFT &&
      !hearten_record_is_read_only (HEARTEN_RECORD (letter)))
    {
      lay_on_desk (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "reading");
  hearten_letter_reading_open (self->reading, get_context (self), letter, find_activity (self, letter));
  reveal (self);
}

static void
ask_rest (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (widget);
  const HeartenTipNode *activity;
  g_autofree char *closing = NULL;

  if (self->letter == NULL || hearten_letter_is_blank (self->letter))
    return;
  activity = find_activity (self, self->letter);
  closing = hearten_activity_fill (HEARTEN_ACTIVITY (self), hearten_tip_node_find_text (activity, "closing"));
  gtk_stack_set_visible_child_name (self->stack, "rest");
  hearten_letter_rest_ask (self->rest, hearten_context_get_clock (get_context (self)),
                           hearten_tip_node_get_number (activity, "rest", 24), closing);
  reveal (self);
}

static void
put_away (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (widget);

  if (self->letter == NULL)
    return;
  hearten_letters_rest (get_letters (self), self->letter, hearten_letter_rest_get_until (self->rest));
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Put away"));
  show_list (self);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
write_on (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (widget);

  if (self->letter == NULL)
    return;
  hearten_letters_reopen (get_letters (self), self->letter);
  lay_on_desk (self);
}

static void
back_to_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (widget);

  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->begin));
}

static void
let_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (widget);

  if (self->letter != NULL)
    gtk_widget_activate_action (widget, "win.delete-letter", "s",
                                hearten_record_get_id (HEARTEN_RECORD (self->letter)));
  back_to_list (widget, NULL, NULL);
}

static void
hearten_letter_practice_commit (HeartenActivity *activity)
{
  hearten_letter_desk_commit (HEARTEN_LETTER_PRACTICE (activity)->desk);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (is_listed (HEARTEN_LETTER_PRACTICE (widget)))
    return GDK_EVENT_PROPAGATE;
  back_to_list (widget, NULL, NULL);
  return GDK_EVENT_STOP;
}

/* GObject */

/* The tip that the data asks to be done first, in one sentence */
static void
show_first (HeartenLetterPractice *self)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);
  HeartenTip *tip = hearten_tips_find_before (
      hearten_context_get_tips (get_context (self)), hearten_activity_get_node (activity),
      hearten_situations_get_contact (hearten_context_get_situations (get_context (self))));
  g_autofree char *title = NULL;

  if (tip == NULL)
    return;
  title = hearten_activity_fill (
      activity, hearten_tip_face_get_title (hearten_context_get_face (get_context (self), tip)));
  gtk_button_set_label (self->first_tip, title);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->first_tip), "s", hearten_tip_get_id (tip));
  gtk_widget_set_visible (self->first, TRUE);
}

static void
hearten_letter_practice_constructed (GObject *object)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (object);
  HeartenActivity *activity = HEARTEN_ACTIVITY (object);
  g_autofree char *invite = hearten_activity_fill_child (activity, "invite");
  g_autofree char *label = hearten_activity_fill_child (activity, "begin");

  G_OBJECT_CLASS (hearten_letter_practice_parent_class)->constructed (object);

  gtk_label_set_label (self->invite, invite);
  gtk_button_set_label (self->begin, label);
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (get_context (self)));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (on_turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_letters (self), "changed", G_CALLBACK (on_letter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_letters (self), "arrived", G_CALLBACK (on_letter_arrived_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_letters (self), "items-changed", G_CALLBACK (on_letters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_first (self);
  update_list (self);
}

static void
hearten_letter_practice_dispose (GObject *object)
{
  HeartenLetterPractice *self = HEARTEN_LETTER_PRACTICE (object);

  g_clear_object (&self->watch);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_LETTER_PRACTICE);
  g_clear_object (&self->letter);

  G_OBJECT_CLASS (hearten_letter_practice_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_LETTER_DESK);
  g_type_ensure (HEARTEN_TYPE_LETTER_READING);
  g_type_ensure (HEARTEN_TYPE_LETTER_REST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-letter-practice.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, invite);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, first);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, first_tip);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, begin);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, list);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, desk);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, rest);
  gtk_widget_class_bind_template_child (widget_class, HeartenLetterPractice, reading);
}

static void
hearten_letter_practice_class_init (HeartenLetterPracticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearten_letter_practice_constructed;
  object_class->dispose = hearten_letter_practice_dispose;
  HEARTEN_ACTIVITY_CLASS (klass)->commit = hearten_letter_practice_commit;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "letters.begin", "b", begin);
  gtk_widget_class_install_action (widget_class, "letters.open", "s", open_letter);
  gtk_widget_class_install_action (widget_class, "letters.rest", NULL, ask_rest);
  gtk_widget_class_install_action (widget_class, "letters.put-away", NULL, put_away);
  gtk_widget_class_install_action (widget_class, "letters.write", NULL, write_on);
  gtk_widget_class_install_action (widget_class, "letters.list", NULL, back_to_list);
  gtk_widget_class_install_action (widget_class, "letters.let-go", NULL, let_go);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
hearten_letter_practice_init (HeartenLetterPractice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
