/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-worksheet.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-prompt-step.h"
#include "hearten-save-status.h"
#include "hearten-worksheet-time.h"

#define SITTINGS_A_WEEK 3

struct _HeartenWorksheet
{
  HeartenActivity parent_instance;

  GPtrArray *prompts;  /* nodes of the tip */
  HeartenSheet *sheet; /* NULL while none is open */
  HeartenEntry *entry; /* NULL before the first answer */
  gboolean filling;

  GtkStack *stack;
  GtkLabel *invite;
  GtkLabel *where;
  GtkButton *go_on;
  GtkButton *begin;
  GtkLabel *kinder;
  GtkButton *write_kinder;
  GtkLabel *progress;
  HeartenWorksheetTime *time;
  GtkWidget *over;
  GtkLabel *over_words;
  HeartenPromptStep *prompt;
  GtkButton *next;
  HeartenSaveStatus *status;
  GtkLabel *closing;
  GtkEditable *kindness;
};

G_DEFINE_FINAL_TYPE (HeartenWorksheet, hearten_worksheet, HEARTEN_TYPE_ACTIVITY)

/* What to write about instead, of oneself and of today; one for each day in turn */
static const char *const kinder_prompts[] = {
  N_ ("What would you say to a friend who had your week?"),
  N_ ("What was good today, however small?"),
  N_ ("What did you do this week that took strength?"),
  N_ ("Who was kind to you lately, and how?"),
  N_ ("What does your body need this evening?"),
};

static HeartenJournal *
get_journal (HeartenWorksheet *self)
{
  return hearten_context_get_journal (hearten_activity_get_context (HEARTEN_ACTIVITY (self)));
}

static const char *
get_name (HeartenWorksheet *self)
{
  return hearten_situations_get_name (
      hearten_context_get_situations (hearten_activity_get_context (HEARTEN_ACTIVITY (self))));
}

static GDate
get_today (HeartenWorksheet *self)
{
  return hearten_day_today (
      hearten_context_get_clock (hearten_activity_get_context (HEARTEN_ACTIVITY (self))));
}

static HeartenEntry *
find_sitting (HeartenWorksheet *self)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);

  return hearten_journal_find_sitting (get_journal (self), hearten_activity_get_tip_id (activity),
                                       hearten_activity_get_face_nick (activity));
}

/* Saving */

static void
show_status (HeartenWorksheet *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->status), self->entry != NULL);
  if (self->entry != NULL)
    hearten_save_status_set_record (self->status, HEARTEN_RECORDS (get_journal (self)),
                                    HEARTEN_RECORD (self->entry));
}

static void
save (HeartenWorksheet *self)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);
  g_autofree char *title = hearten_activity_fill (
      activity, hearten_tip_face_get_title (hearten_activity_get_face (activity)));
  g_autofree char *body = hearten_sheet_compose (self->sheet, hearten_activity_get_node (activity),
                                                 get_name (self));

  /* A page that was deleted meanwhile stays so; its words go on in a new one. */
  if (self->entry != NULL && hearten_record_get_deleted (HEARTEN_RECORD (self->entry)) != 0)
    g_clear_object (&self->entry);
  if (self->entry == NULL && hearten_sheet_is_blank (self->sheet))
    return;
  if (self->entry == NULL)
    {
      self->entry = hearten_journal_begin (get_journal (self), hearten_activity_get_tip_id (activity));
      show_status (self);
    }
  hearten_sheet_set_left (self->sheet, hearten_worksheet_time_get_left (self->time));
  hearten_journal_set_sheet (get_journal (self), self->entry, self->sheet, title, body);
}

/* Who stops and goes on sits on with the time that was left, or the sitting would have no end. */
static void
keep_time (HeartenWorksheet *self)
{
  if (self->sheet != NULL && self->entry != NULL &&
      hearten_record_get_deleted (HEARTEN_RECORD (self->entry)) == 0)
    hearten_journal_set_sheet_left (get_journal (self), self->entry,
                                    hearten_worksheet_time_get_left (self->time));
}

static const HeartenTipNode *
get_prompt (HeartenWorksheet *self)
{
  guint step = self->sheet != NULL ? hearten_sheet_get_step (self->sheet) : G_MAXUINT;

  return step < self->prompts->len ? self->prompts->pdata[step] : NULL;
}

static void
on_worded_cb (HeartenWorksheet *self, const char *words)
{
  const HeartenTipNode *prompt = get_prompt (self);

  if (prompt != NULL && hearten_sheet_set_words (self->sheet, hearten_tip_node_get_id (prompt), words))
    save (self);
}

static void
on_chosen_cb (HeartenWorksheet *self, const char *choice)
{
  const HeartenTipNode *prompt = get_prompt (self);

  if (prompt != NULL && hearten_sheet_set_choice (self->sheet, hearten_tip_node_get_id (prompt), choice))
    save (self);
}

static void
on_kindness_changed_cb (HeartenWorksheet *self)
{
  if (!self->filling && self->sheet != NULL &&
      hearten_sheet_set_kindness (self->sheet, gtk_editable_get_text (self->kindness)))
    save (self);
}

static void
hearten_worksheet_commit (HeartenActivity *activity)
{
  hearten_prompt_step_commit (HEARTEN_WORKSHEET (activity)->prompt);
  keep_time (HEARTEN_WORKSHEET (activity));
}

/* Showing */

static char *
dup_where (HeartenWorksheet *self, HeartenEntry *sitting)
{
  guint step = hearten_sheet_get_step (hearten_entry_get_sheet (sitting));

  if (step >= self->prompts->len)
    return g_strdup (_ ("You stopped before the closing step. What you wrote is here."));
  /* Translators: the number of a question, and how many there are. */
  return g_strdup_printf (_ ("You stopped at question %u of %u. What you wrote is here."), step + 1,
                          self->prompts->len);
}

static void
show_idle (HeartenWorksheet *self)
{
  HeartenEntry *sitting;

  hearten_prompt_step_commit (self->prompt);
  keep_time (self);
  g_clear_pointer (&self->sheet, hearten_sheet_free);
  g_clear_object (&self->entry);
  hearten_worksheet_time_start (self->time, -1);
  sitting = find_sitting (self);
  gtk_widget_set_visible (GTK_WIDGET (self->where), sitting != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->go_on), sitting != NULL);
  if (sitting != NULL)
    {
      g_autofree char *where = dup_where (self, sitting);

      gtk_label_set_label (self->where, where);
      gtk_button_set_label (self->begin, _ ("Start Anew"));
    }
  else
    {
      g_autofree char *begin = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "begin");

      gtk_button_set_label (self->begin, begin);
    }
  gtk_stack_set_visible_child_name (self->stack, "idle");
}

static void
show_prompt (HeartenWorksheet *self, const HeartenTipNode *prompt)
{
  guint step = hearten_sheet_get_step (self->sheet);
  const char *id = hearten_tip_node_get_id (prompt);
  /* Translators: the number of a question, and how many there are. */
  g_autofree char *progress = g_strdup_printf (_ ("%u of %u"), step + 1, self->prompts->len);

  gtk_label_set_label (self->progress, progress);
  hearten_prompt_step_show (self->prompt, prompt, get_name (self), hearten_sheet_get_words (self->sheet, id),
                            hearten_sheet_get_choice (self->sheet, id));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "worksheet.back", step > 0);
  gtk_stack_set_visible_child_name (self->stack, "step");
  gtk_widget_grab_focus (GTK_WIDGET (self->prompt));
  hearten_activity_reveal (HEARTEN_ACTIVITY (self), gtk_stack_get_visible_child (self->stack));
}

static void
show_kindness (HeartenWorksheet *self)
{
  const char *kindness = hearten_sheet_get_kindness (self->sheet);

  if (g_str_equal (gtk_editable_get_text (self->kindness), kindness))
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->kindness, kindness);
  self->filling = FALSE;
}

static void
show_step (HeartenWorksheet *self)
{
  const HeartenTipNode *prompt = get_prompt (self);

  if (prompt != NULL)
    {
      show_prompt (self, prompt);
      return;
    }
  show_kindness (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "worksheet.back", TRUE);
  gtk_stack_set_visible_child_name (self->stack, "closing");
  gtk_widget_grab_focus (GTK_WIDGET (self->kindness));
  hearten_activity_reveal (HEARTEN_ACTIVITY (self), gtk_stack_get_visible_child (self->stack));
}

static void
on_time_over_cb (HeartenWorksheet *self)
{
  gtk_widget_set_visible (self->over, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->over_words),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Doing */

static int
get_seconds (HeartenWorksheet *self)
{
  int minutes = hearten_tip_node_get_number (hearten_activity_get_node (HEARTEN_ACTIVITY (self)), "minutes",
                                             0);
  int left = hearten_sheet_get_left (self->sheet);

  if (minutes == 0)
    return -1;
  return left >= 0 ? MIN (left, minutes * 60) : minutes * 60;
}

static void
open_sheet (HeartenWorksheet *self, HeartenEntry *sitting)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);

  g_clear_pointer (&self->sheet, hearten_sheet_free);
  g_set_object (&self->entry, sitting);
  self->sheet = sitting != NULL ? hearten_sheet_copy (hearten_entry_get_sheet (sitting))
                                : hearten_sheet_new (hearten_activity_get_face_nick (activity));
  show_status (self);
  gtk_widget_set_visible (self->over, get_seconds (self) == 0);
  hearten_worksheet_time_start (self->time, get_seconds (self));
  show_step (self);
}

static void
move_to (HeartenWorksheet *self, guint step)
{
  hearten_prompt_step_commit (self->prompt);
  hearten_sheet_set_step (self->sheet, MIN (step, self->prompts->len));
  save (self);
  show_step (self);
}

static gboolean
asks_too_much (HeartenWorksheet *self)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);
  GDate since = get_today (self);

  g_date_subtract_days (&since, 6);
  return hearten_journal_count_sittings (get_journal (self), hearten_activity_get_tip_id (activity),
                                         hearten_activity_get_face_nick (activity),
                                         &since) >= SITTINGS_A_WEEK;
}

static const char *
get_kinder_prompt (HeartenWorksheet *self)
{
  GDate today = get_today (self);

  return _ (kinder_prompts[g_date_get_julian (&today) % G_N_ELEMENTS (kinder_prompts)]);
}

static void
begin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (!asks_too_much (self))
    {
      open_sheet (self, NULL);
      return;
    }
  gtk_label_set_label (self->kinder, get_kinder_prompt (self));
  gtk_stack_set_visible_child_name (self->stack, "kinder");
  gtk_widget_grab_focus (GTK_WIDGET (self->write_kinder));
  hearten_activity_reveal (HEARTEN_ACTIVITY (self), gtk_stack_get_visible_child (self->stack));
}

static void
begin_anyway (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_sheet (HEARTEN_WORKSHEET (widget), NULL);
}

static void
write_kinder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  show_idle (self);
  gtk_widget_activate_action (widget, "win.write-prompt", "(ss)",
                              hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self)),
                              get_kinder_prompt (self));
}

static void
resume (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);
  HeartenEntry *sitting = find_sitting (self);

  if (sitting != NULL)
    open_sheet (self, sitting);
  else
    show_idle (self);
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (self->sheet != NULL && hearten_sheet_get_step (self->sheet) > 0)
    move_to (self, hearten_sheet_get_step (self->sheet) - 1);
}

static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (get_prompt (self) != NULL)
    move_to (self, hearten_sheet_get_step (self->sheet) + 1);
}

static void
close_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (self->sheet != NULL)
    move_to (self, self->prompts->len);
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  show_idle (self);
  gtk_widget_grab_focus (
      GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->go_on)) ? self->go_on : self->begin));
}

static void
finish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (self->sheet == NULL)
    return;
  hearten_sheet_set_done (self->sheet, TRUE);
  save (self);
  if (self->entry != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", _ ("Kept with your pages about this"));
  stop (widget, name, parameter);
}

static gboolean
is_idle (HeartenWorksheet *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "idle");
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  if (is_idle (HEARTEN_WORKSHEET (widget)))
    return GDK_EVENT_PROPAGATE;
  stop (widget, NULL, NULL);
  return GDK_EVENT_STOP;
}

/* Answers that came from elsewhere stay; so does the question that is open here. */
static void
take_sheet_again (HeartenWorksheet *self)
{
  guint step = hearten_sheet_get_step (self->sheet);
  const HeartenTipNode *prompt = get_prompt (self);

  hearten_sheet_free (self->sheet);
  self->sheet = hearten_sheet_copy (hearten_entry_get_sheet (self->entry));
  hearten_sheet_set_step (self->sheet, step);
  show_kindness (self);
  if (prompt != NULL)
    hearten_prompt_step_update (self->prompt,
                                hearten_sheet_get_words (self->sheet, hearten_tip_node_get_id (prompt)),
                                hearten_sheet_get_choice (self->sheet, hearten_tip_node_get_id (prompt)));
}

/* Its page may have been changed by hand, finished or deleted meanwhile. */
static void
follow_page (HeartenWorksheet *self)
{
  if (self->sheet == NULL || (self->entry != NULL && !hearten_entry_is_sheet_open (self->entry)))
    show_idle (self);
  else if (self->entry != NULL)
    take_sheet_again (self);
}

static void
on_journal_arriving_cb (HeartenWorksheet *self, HeartenRecord *record)
{
  if (record == (HeartenRecord *) self->entry)
    hearten_prompt_step_commit (self->prompt);
}

static void
on_journal_arrived_cb (HeartenWorksheet *self, HeartenRecord *record)
{
  if (record == (HeartenRecord *) self->entry)
    follow_page (self);
}

/* A half-done sheet may arrive from the disk, or come back from the trash. */
static void
on_journal_changed_cb (HeartenWorksheet *self)
{
  if (is_idle (self))
    show_idle (self);
}

/* GtkWidget */

static void
hearten_worksheet_map (GtkWidget *widget)
{
  follow_page (HEARTEN_WORKSHEET (widget));

  GTK_WIDGET_CLASS (hearten_worksheet_parent_class)->map (widget);
}

/* GObject */

static void
hearten_worksheet_constructed (GObject *object)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (object);
  HeartenActivity *activity = HEARTEN_ACTIVITY (object);
  const HeartenTipNode *node = hearten_activity_get_node (activity);
  g_autofree char *invite = hearten_activity_fill_child (activity, "invite");
  g_autofree char *closing = hearten_activity_fill_child (activity, "closing");

  G_OBJECT_CLASS (hearten_worksheet_parent_class)->constructed (object);

  for (guint i = 0; i < hearten_tip_node_get_n_children (node); i++)
    if (hearten_tip_node_is (hearten_tip_node_get_child (node, i), "prompt"))
      g_ptr_array_add (self->prompts, (gpointer) hearten_tip_node_get_child (node, i));
  gtk_label_set_label (self->invite, invite);
  gtk_label_set_label (self->closing, closing);
  g_signal_connect_object (get_journal (self), "items-changed", G_CALLBACK (on_journal_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_journal (self), "arriving", G_CALLBACK (on_journal_arriving_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_journal (self), "arrived", G_CALLBACK (on_journal_arrived_cb), self,
                           G_CONNECT_SWAPPED);
  show_idle (self);
}

static void
hearten_worksheet_dispose (GObject *object)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_WORKSHEET);
  g_clear_pointer (&self->sheet, hearten_sheet_free);
  g_clear_pointer (&self->prompts, g_ptr_array_unref);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (hearten_worksheet_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_PROMPT_STEP);
  g_type_ensure (HEARTEN_TYPE_SAVE_STATUS);
  g_type_ensure (HEARTEN_TYPE_WORKSHEET_TIME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-worksheet.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, invite);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, where);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, go_on);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, begin);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, kinder);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, write_kinder);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, progress);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, time);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, over);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, over_words);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, prompt);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, next);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, status);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, closing);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, kindness);
  gtk_widget_class_bind_template_callback (widget_class, on_worded_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_kindness_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_time_over_cb);
}

static void
hearten_worksheet_class_init (HeartenWorksheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearten_worksheet_constructed;
  object_class->dispose = hearten_worksheet_dispose;
  widget_class->map = hearten_worksheet_map;
  HEARTEN_ACTIVITY_CLASS (klass)->commit = hearten_worksheet_commit;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "worksheet.begin", NULL, begin);
  gtk_widget_class_install_action (widget_class, "worksheet.begin-anyway", NULL, begin_anyway);
  gtk_widget_class_install_action (widget_class, "worksheet.write-kinder", NULL, write_kinder);
  gtk_widget_class_install_action (widget_class, "worksheet.resume", NULL, resume);
  gtk_widget_class_install_action (widget_class, "worksheet.back", NULL, back);
  gtk_widget_class_install_action (widget_class, "worksheet.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "worksheet.close", NULL, close_step);
  gtk_widget_class_install_action (widget_class, "worksheet.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "worksheet.finish", NULL, finish);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
hearten_worksheet_init (HeartenWorksheet *self)
{
  self->prompts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
