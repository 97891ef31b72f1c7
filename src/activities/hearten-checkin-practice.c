/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-checkin-practice.h"

#include <glib/gi18n.h>

#include "hearten-checkin-trend.h"
#include "hearten-day-words.h"
#include "hearten-day.h"
#include "hearten-paragraph.h"
#include "hearten-pill.h"

struct _HeartenCheckinPractice
{
  HeartenActivity parent_instance;

  HeartenCheckin *checkin; /* what is being answered, or NULL */
  GPtrArray *prompts;
  guint place;
  AdwBin *stage;    /* the invitation, a question or the outcome */
  GtkWidget *trend; /* NULL where it is asked only once */
  GtkWidget *next;  /* while a question is shown */
};

G_DEFINE_FINAL_TYPE (HeartenCheckinPractice, hearten_checkin_practice, HEARTEN_TYPE_ACTIVITY)

static void show_question (HeartenCheckinPractice *self);
static void show_resting (HeartenCheckinPractice *self);

static HeartenContext *
get_context (HeartenCheckinPractice *self)
{
  return hearten_activity_get_context (HEARTEN_ACTIVITY (self));
}

static HeartenCheckins *
get_checkins (HeartenCheckinPractice *self)
{
  return hearten_context_get_checkins (get_context (self));
}

static const char *
get_tip (HeartenCheckinPractice *self)
{
  return hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self));
}

static const char *
get_face (HeartenCheckinPractice *self)
{
  return hearten_activity_get_face_nick (HEARTEN_ACTIVITY (self));
}

static const HeartenTipNode *
get_node (HeartenCheckinPractice *self)
{
  return hearten_activity_get_node (HEARTEN_ACTIVITY (self));
}

static const char *
get_every (HeartenCheckinPractice *self)
{
  return hearten_tip_node_get_attribute (get_node (self), "every");
}

/* What may be said now. Nobody is led to write where it is not welcome, whatever was answered. */
static HeartenNeeds
find_needs (HeartenCheckinPractice *self)
{
  HeartenContact contact = hearten_situations_get_contact (
      hearten_context_get_situations (get_context (self)));
  HeartenNeeds met = HEARTEN_NEEDS_NOTHING;

  if (hearten_gate_get_allows_contact (hearten_context_get_gate (get_context (self))))
    met |= HEARTEN_NEEDS_CONTACT;
  if (contact != HEARTEN_CONTACT_NO && contact != HEARTEN_CONTACT_UNSAFE)
    met |= HEARTEN_NEEDS_MATTER;
  return met;
}

/* Parts */

static GtkWidget *
new_button (HeartenCheckinPractice *self, const char *label, GCallback callback)
{
  GtkWidget *button = hearten_pill_new (label, FALSE);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_buttons (void)
{
  return g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 9, NULL);
}

static GtkWidget *
set_stage (HeartenCheckinPractice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->next = NULL;
  adw_bin_set_child (self->stage, box);
  return box;
}

static void
show_trend (HeartenCheckinPractice *self)
{
  if (self->trend != NULL)
    gtk_widget_set_visible (self->trend, self->checkin == NULL && hearten_checkin_trend_refresh (
                                                                      HEARTEN_CHECKIN_TREND (self->trend)));
}

/* The outcome */

static void
on_lead_clicked_cb (HeartenCheckinPractice *self, GtkWidget *button)
{
  const char *leads = g_object_get_data (G_OBJECT (button), "hearten-leads");

  if (g_str_has_prefix (leads, "tip-"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-tip", "s", leads);
  else if (g_str_equal (leads, "write"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.write-about", "s", get_tip (self));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", leads);
}

static char *
dup_lead_label (HeartenCheckinPractice *self, const char *leads)
{
  HeartenTip *tip;

  if (g_str_equal (leads, "write"))
    return g_strdup (_ ("Write It Here"));
  if (g_str_equal (leads, "help"))
    return g_strdup (_ ("Find Help"));
  if (g_str_equal (leads, "space"))
    return g_strdup (_ ("Open Space"));
  tip = hearten_tips_find (hearten_context_get_tips (get_context (self)), leads);
  return tip != NULL
             ? g_strdup (hearten_tip_face_get_title (hearten_context_get_face (get_context (self), tip)))
             : NULL;
}

static void
add_lead (HeartenCheckinPractice *self, const HeartenTipNode *outcome, GtkWidget *buttons)
{
  const char *leads = hearten_tip_node_get_attribute (outcome, "leads");
  g_autofree char *label = leads != NULL ? dup_lead_label (self, leads) : NULL;
  GtkWidget *button;

  if (label == NULL)
    return;
  button = new_button (self, "", G_CALLBACK (on_lead_clicked_cb));
  gtk_button_set_use_underline (GTK_BUTTON (button), FALSE);
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data_full (G_OBJECT (button), "hearten-leads", g_strdup (leads), g_free);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
}

static void
on_change_clicked_cb (HeartenCheckinPractice *self)
{
  HeartenCheckin *last = hearten_checkins_find_last (get_checkins (self), get_tip (self), get_face (self));

  if (last == NULL || hearten_record_is_read_only (HEARTEN_RECORD (last)))
    return;
  g_set_object (&self->checkin, last);
  self->place = 0;
  show_question (self);
}

/* Chosen again each time: what was wise to say a week ago may not be so any more. */
static void
add_outcome (HeartenCheckinPractice *self, HeartenCheckin *last, gboolean fresh, GtkWidget *box)
{
  const HeartenTipNode *outcome = hearten_checkin_choose_outcome (last, get_node (self), find_needs (self));
  g_autofree char *text = hearten_activity_fill (HEARTEN_ACTIVITY (self),
                                                 hearten_tip_node_get_text (outcome));
  GDate day = hearten_checkin_get_day (last),
        today = hearten_day_today (hearten_context_get_clock (get_context (self)));
  g_autofree char *when = hearten_day_words_dup (&day, &today);
  GtkWidget *words = hearten_paragraph_new (text, "quiet-note"), *buttons = new_buttons ();

  gtk_box_append (GTK_BOX (box),
                  hearten_paragraph_new (fresh ? _ ("What seems wise now") : when, "caption-heading"));
  gtk_widget_add_css_class (words, "reading");
  gtk_box_append (GTK_BOX (box), words);
  add_lead (self, outcome, buttons);
  if (g_date_compare (&day, &today) == 0)
    adw_wrap_box_append (ADW_WRAP_BOX (buttons),
                         new_button (self, _ ("_Change an Answer"), G_CALLBACK (on_change_clicked_cb)));
  gtk_box_append (GTK_BOX (box), buttons);
  if (fresh)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
finish (HeartenCheckinPractice *self)
{
  g_autoptr (HeartenCheckin) checkin = g_steal_pointer (&self->checkin);
  const HeartenTipNode *outcome = hearten_checkin_choose_outcome (checkin, get_node (self),
                                                                  find_needs (self));

  hearten_checkins_finish (get_checkins (self), checkin, hearten_tip_node_get_id (outcome));
  show_resting (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stage), GTK_DIR_TAB_FORWARD);
}

/* A question */

static void
answer (HeartenCheckinPractice *self, const char *value)
{
  const HeartenTipNode *prompt = g_ptr_array_index (self->prompts, self->place);

  hearten_activity_begin (HEARTEN_ACTIVITY (self));
  hearten_checkins_set_answer (get_checkins (self), self->checkin, hearten_tip_node_get_id (prompt), value);
  gtk_widget_set_sensitive (self->next, TRUE);
}

static void
on_check_toggled_cb (HeartenCheckinPractice *self, GtkCheckButton *check)
{
  if (self->next != NULL && gtk_check_button_get_active (check))
    answer (self, g_object_get_data (G_OBJECT (check), "hearten-answer"));
}

static void
go (HeartenCheckinPractice *self, guint place)
{
  self->place = place;
  show_question (self);
}

static void
on_next_clicked_cb (HeartenCheckinPractice *self)
{
  const HeartenTipNode *prompt = g_ptr_array_index (self->prompts, self->place);

  if (hearten_checkin_get_answer (self->checkin, hearten_tip_node_get_id (prompt)) == NULL)
    return;
  if (self->place + 1 < self->prompts->len)
    go (self, self->place + 1);
  else
    finish (self);
}

static void
on_back_clicked_cb (HeartenCheckinPractice *self)
{
  if (self->place > 0)
    go (self, self->place - 1);
}

static void
on_later_clicked_cb (HeartenCheckinPractice *self)
{
  g_clear_object (&self->checkin);
  show_resting (self);
  gtk_widget_child_focus (GTK_WIDGET (self->stage), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_check (HeartenCheckinPractice *self, GtkWidget *group, const char *label, const char *value)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *words = hearten_paragraph_new (label, NULL);
  const HeartenTipNode *prompt = g_ptr_array_index (self->prompts, self->place);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  g_object_set_data_full (G_OBJECT (check), "hearten-answer", g_strdup (value), g_free);
  if (g_strcmp0 (hearten_checkin_get_answer (self->checkin, hearten_tip_node_get_id (prompt)), value) == 0)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
  return check;
}

/* The words of the ends belong to their numbers: seen beside them, and heard with them. */
static void
add_scale (HeartenCheckinPractice *self, const HeartenTipNode *prompt, GtkWidget *box)
{
  GtkWidget *group = NULL;

  for (int i = HEARTEN_ANSWER_LOWEST; i <= HEARTEN_ANSWER_HIGHEST; i++)
    {
      const char *end = i == HEARTEN_ANSWER_LOWEST    ? hearten_tip_node_find_text (prompt, "low")
                        : i == HEARTEN_ANSWER_HIGHEST ? hearten_tip_node_find_text (prompt, "high")
                                                      : NULL;
      g_autofree char *value = g_strdup_printf ("%d", i);
      g_autofree char *label = end != NULL ? g_strdup_printf ("%d · %s", i, end) : g_strdup (value);
      GtkWidget *check = new_check (self, group, label, value);

      group = group != NULL ? group : check;
      gtk_box_append (GTK_BOX (box), check);
    }
}

static void
add_choices (HeartenCheckinPractice *self, const HeartenTipNode *prompt, GtkWidget *box)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < hearten_tip_node_get_n_children (prompt); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (prompt, i);
      GtkWidget *check;

      if (!hearten_tip_node_is (child, "choice"))
        continue;
      check = new_check (self, group, hearten_tip_node_get_text (child), hearten_tip_node_get_id (child));
      group = group != NULL ? group : check;
      gtk_box_append (GTK_BOX (box), check);
    }
}

static void
add_question_buttons (HeartenCheckinPractice *self, GtkWidget *box, gboolean answered)
{
  GtkWidget *buttons = new_buttons ();
  gboolean last = self->place + 1 == self->prompts->len;

  self->next = new_button (self, last ? _ ("_Done") : _ ("_Next"), G_CALLBACK (on_next_clicked_cb));
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_set_sensitive (self->next, answered);
  if (self->place > 0)
    adw_wrap_box_append (ADW_WRAP_BOX (buttons),
                         new_button (self, _ ("_Back"), G_CALLBACK (on_back_clicked_cb)));
  adw_wrap_box_append (ADW_WRAP_BOX (buttons), self->next);
  adw_wrap_box_append (ADW_WRAP_BOX (buttons),
                       new_button (self, _ ("_Later"), G_CALLBACK (on_later_clicked_cb)));
  gtk_box_append (GTK_BOX (box), buttons);
}

static void
show_question (HeartenCheckinPractice *self)
{
  const HeartenTipNode *prompt = g_ptr_array_index (self->prompts, self->place);
  GtkWidget *box = set_stage (self), *answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *ask = hearten_activity_fill (HEARTEN_ACTIVITY (self),
                                                hearten_tip_node_find_text (prompt, "ask"));
  g_autofree char *hint = hearten_activity_fill (HEARTEN_ACTIVITY (self),
                                                 hearten_tip_node_find_text (prompt, "hint"));
  /* Translators: which question it is, of how many. */
  g_autofree char *progress = g_strdup_printf (_ ("%1$u of %2$u"), self->place + 1, self->prompts->len);
  GtkWidget *counter = hearten_paragraph_new (progress, "caption");

  gtk_widget_add_css_class (counter, "dimmed");
  gtk_box_append (GTK_BOX (box), counter);
  gtk_box_append (GTK_BOX (box), hearten_paragraph_new (ask, "practice-invite"));
  if (*hint != '\0')
    gtk_box_append (GTK_BOX (box), hearten_paragraph_new (hint, "dimmed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (answers), GTK_ACCESSIBLE_PROPERTY_LABEL, ask, -1);
  if (hearten_tip_node_find (prompt, "low") != NULL)
    add_scale (self, prompt, answers);
  else
    add_choices (self, prompt, answers);
  gtk_box_append (GTK_BOX (box), answers);
  add_question_buttons (self, box,
                        hearten_checkin_get_answer (self->checkin, hearten_tip_node_get_id (prompt)) != NULL);
  show_trend (self);
  gtk_widget_child_focus (answers, GTK_DIR_TAB_FORWARD);
}

/* The invitation */

static void
on_begin_clicked_cb (HeartenCheckinPractice *self)
{
  guint place = 0;

  g_clear_object (&self->checkin);
  self->checkin = hearten_checkins_begin (get_checkins (self), get_tip (self), get_face (self),
                                          get_every (self));
  while (place + 1 < self->prompts->len &&
         hearten_checkin_get_answer (
             self->checkin, hearten_tip_node_get_id (g_ptr_array_index (self->prompts, place))) != NULL)
    place++;
  go (self, place);
}

static void
show_resting (HeartenCheckinPractice *self)
{
  HeartenCheckins *checkins = get_checkins (self);
  HeartenCheckin *last = hearten_checkins_find_last (checkins, get_tip (self), get_face (self));
  gboolean half_done = hearten_checkins_find_half_done (checkins, get_tip (self), get_face (self),
                                                        get_every (self)) != NULL;
  GDate today = hearten_day_today (hearten_context_get_clock (get_context (self)));
  GDate day = last != NULL ? hearten_checkin_get_day (last) : today;
  gboolean fresh = last != NULL && g_date_compare (&day, &today) == 0;
  g_autofree char *begin = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "begin");
  GtkWidget *box = set_stage (self), *button;

  if (!fresh || half_done || g_str_equal (get_every (self), "once"))
    {
      gtk_box_append (GTK_BOX (box),
                      hearten_activity_new_paragraph (HEARTEN_ACTIVITY (self), "invite", "practice-invite"));
      button = new_button (self, half_done ? _ ("_Go On") : begin, G_CALLBACK (on_begin_clicked_cb));
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), button);
    }
  if (last != NULL && !half_done)
    add_outcome (self, last, fresh, box);
  show_trend (self);
}

/* What another window or the loading brings; what is being answered stays. */
static void
on_outcome_changed_cb (HeartenCheckinPractice *self)
{
  if (self->checkin == NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_resting (self);
}

/* GObject */

static void
build (HeartenCheckinPractice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  HeartenSituations *situations = hearten_context_get_situations (get_context (self));

  for (guint i = 0; i < hearten_tip_node_get_n_children (get_node (self)); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (get_node (self), i), "prompt"))
      g_ptr_array_add (self->prompts, (gpointer) hearten_tip_node_get_child (get_node (self), i));
  self->stage = ADW_BIN (adw_bin_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stage));
  if (!g_str_equal (get_every (self), "once"))
    {
      self->trend = hearten_checkin_trend_new (get_checkins (self), get_tip (self), get_face (self),
                                               get_node (self), hearten_situations_get_name (situations));
      gtk_box_append (GTK_BOX (box), self->trend);
    }
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
hearten_checkin_practice_constructed (GObject *object)
{
  HeartenCheckinPractice *self = HEARTEN_CHECKIN_PRACTICE (object);

  G_OBJECT_CLASS (hearten_checkin_practice_parent_class)->constructed (object);

  build (self);
  g_signal_connect_object (get_checkins (self), "items-changed", G_CALLBACK (on_outcome_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_situations (get_context (self)), "notify::contact",
                           G_CALLBACK (on_outcome_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "map", G_CALLBACK (on_outcome_changed_cb), self, G_CONNECT_SWAPPED);
  show_resting (self);
}

static void
hearten_checkin_practice_dispose (GObject *object)
{
  HeartenCheckinPractice *self = HEARTEN_CHECKIN_PRACTICE (object);

  self->next = NULL;
  g_clear_object (&self->checkin);

  G_OBJECT_CLASS (hearten_checkin_practice_parent_class)->dispose (object);
}

static void
hearten_checkin_practice_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTEN_CHECKIN_PRACTICE (object)->prompts);

  G_OBJECT_CLASS (hearten_checkin_practice_parent_class)->finalize (object);
}

static void
hearten_checkin_practice_class_init (HeartenCheckinPracticeClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hearten_checkin_practice_constructed;
  G_OBJECT_CLASS (klass)->dispose = hearten_checkin_practice_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_checkin_practice_finalize;
}

static void
hearten_checkin_practice_init (HeartenCheckinPractice *self)
{
  self->prompts = g_ptr_array_new ();
}
