/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-worksheet.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-open-sheet.h"
#include "hearten-prompt-step.h"
#include "hearten-save-status.h"
#include "hearten-worksheet-kinder.h"
#include "hearten-worksheet-start.h"
#include "hearten-worksheet-time.h"

#define SITTINGS_A_WEEK 3

struct _HeartenWorksheet
{
  HeartenActivity parent_instance;

  HeartenOpenSheet *open;
  gboolean filling;

  GtkStack *stack;
  HeartenWorksheetStart *start;
  HeartenWorksheetKinder *kinder;
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

static HeartenSheet *
get_sheet (HeartenWorksheet *self)
{
  return hearten_open_sheet_get_sheet (self->open);
}

/* Saving */

static void
show_status (HeartenWorksheet *self)
{
  HeartenEntry *entry = hearten_open_sheet_get_entry (self->open);

  gtk_widget_set_visible (GTK_WIDGET (self->status), entry != NULL);
  if (entry != NULL)
    hearten_save_status_set_record (self->status, HEARTEN_RECORDS (get_journal (self)),
                                    HEARTEN_RECORD (entry));
}

static void
save (HeartenWorksheet *self)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);
  g_autofree char *title = hearten_activity_fill (
      activity, hearten_tip_face_get_title (hearten_activity_get_face (activity)));
  HeartenEntry *entry = hearten_open_sheet_get_entry (self->open);

  hearten_open_sheet_save (self->open, title, get_name (self), hearten_worksheet_time_get_left (self->time));
  if (hearten_open_sheet_get_entry (self->open) != entry)
    show_status (self);
}

static void
keep_time (HeartenWorksheet *self)
{
  hearten_open_sheet_keep_left (self->open, hearten_worksheet_time_get_left (self->time));
}

static void
on_worded_cb (HeartenWorksheet *self, const char *words)
{
  const HeartenTipNode *prompt = hearten_open_sheet_get_prompt (self->open);

  if (prompt != NULL && hearten_sheet_set_words (get_sheet (self), hearten_tip_node_get_id (prompt), words))
    save (self);
}

static void
on_chosen_cb (HeartenWorksheet *self, const char *choice)
{
  const HeartenTipNode *prompt = hearten_open_sheet_get_prompt (self->open);

  if (prompt != NULL && hearten_sheet_set_choice (get_sheet (self), hearten_tip_node_get_id (prompt), choice))
    save (self);
}

static void
on_kindness_changed_cb (HeartenWorksheet *self)
{
  if (!self->filling && get_sheet (self) != NULL &&
      hearten_sheet_set_kindness (get_sheet (self), gtk_editable_get_text (self->kindness)))
    save (self);
}

static void
hearten_worksheet_commit (HeartenActivity *activity)
{
  hearten_prompt_step_commit (HEARTEN_WORKSHEET (activity)->prompt);
  keep_time (HEARTEN_WORKSHEET (activity));
}

/* Showing */

static void
show_idle (HeartenWorksheet *self)
{
  HeartenEntry *sitting;

  hearten_prompt_step_commit (self->prompt);
  keep_time (self);
  hearten_open_sheet_close (self->open);
  hearten_worksheet_time_start (self->time, -1);
  sitting = hearten_open_sheet_find (self->open);
  hearten_worksheet_start_offer (self->start, sitting != NULL ? hearten_entry_get_sheet (sitting) : NULL,
                                 hearten_open_sheet_get_n_prompts (self->open));
  gtk_stack_set_visible_child_name (self->stack, "idle");
}

static void
show_prompt (HeartenWorksheet *self, const HeartenTipNode *prompt)
{
  HeartenSheet *sheet = get_sheet (self);
  guint step = hearten_sheet_get_step (sheet), n_prompts = hearten_open_sheet_get_n_prompts (self->open);
  const char *id = hearten_tip_node_get_id (prompt);
  /* Translators: the number of a question, and how many there are. */
  g_autofree char *progress = g_strdup_printf (_ ("%u of %u"), step + 1, n_prompts);

  gtk_label_set_label (self->progress, progress);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), n_prompts > 1);
  hearten_prompt_step_show (self->prompt, prompt, get_name (self), hearten_sheet_get_words (sheet, id),
                            hearten_sheet_get_choice (sheet, id));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "worksheet.back", step > 0);
  gtk_stack_set_visible_child_name (self->stack, "step");
  gtk_widget_grab_focus (GTK_WIDGET (self->prompt));
  hearten_activity_reveal (HEARTEN_ACTIVITY (self), gtk_stack_get_visible_child (self->stack));
}

static void
show_kindness (HeartenWorksheet *self)
{
  const char *kindness = hearten_sheet_get_kindness (get_sheet (self));

  if (g_str_equal (gtk_editable_get_text (self->kindness), kindness))
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->kindness, kindness);
  self->filling = FALSE;
}

static void
show_step (HeartenWorksheet *self)
{
  const HeartenTipNode *prompt = hearten_open_sheet_get_prompt (self->open);

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

/* A sitting that is taken up again has what was left of it. */
static int
get_seconds (HeartenWorksheet *self)
{
  int all = hearten_worksheet_start_get_seconds (self->start),
      left = hearten_sheet_get_left (get_sheet (self));

  return all >= 0 && left >= 0 ? left : all;
}

static void
open_sheet (HeartenWorksheet *self, HeartenEntry *sitting)
{
  hearten_open_sheet_open (self->open, sitting);
  show_status (self);
  gtk_widget_set_visible (self->over, get_seconds (self) == 0);
  hearten_worksheet_time_start (self->time, get_seconds (self));
  show_step (self);
}

static void
move_to (HeartenWorksheet *self, guint step)
{
  hearten_prompt_step_commit (self->prompt);
  hearten_sheet_set_step (get_sheet (self), MIN (step, hearten_open_sheet_get_n_prompts (self->open)));
  save (self);
  show_step (self);
}

static gboolean
asks_too_much (HeartenWorksheet *self)
{
  GDate since = get_today (self);

  g_date_subtract_days (&since, 6);
  return hearten_open_sheet_count_since (self->open, &since) >= SITTINGS_A_WEEK;
}

static void
begin (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);
  GDate today = get_today (self);

  if (!asks_too_much (self))
    {
      open_sheet (self, NULL);
      return;
    }
  hearten_worksheet_kinder_show (self->kinder, &today);
  gtk_stack_set_visible_child_name (self->stack, "kinder");
  gtk_widget_grab_focus (GTK_WIDGET (self->kinder));
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
                              hearten_worksheet_kinder_get_prompt (self->kinder));
}

static void
resume (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);
  HeartenEntry *sitting = hearten_open_sheet_find (self->open);

  if (sitting != NULL)
    open_sheet (self, sitting);
  else
    show_idle (self);
}

static void
back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (get_sheet (self) != NULL && hearten_sheet_get_step (get_sheet (self)) > 0)
    move_to (self, hearten_sheet_get_step (get_sheet (self)) - 1);
}

static void
next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (hearten_open_sheet_get_prompt (self->open) != NULL)
    move_to (self, hearten_sheet_get_step (get_sheet (self)) + 1);
}

static void
close_step (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (get_sheet (self) != NULL)
    move_to (self, hearten_open_sheet_get_n_prompts (self->open));
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  show_idle (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->start));
}

static void
finish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HeartenWorksheet *self = HEARTEN_WORKSHEET (widget);

  if (get_sheet (self) == NULL)
    return;
  hearten_sheet_set_done (get_sheet (self), TRUE);
  save (self);
  if (hearten_open_sheet_get_entry (self->open) != NULL)
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

/* Its page may have been changed by hand, finished or deleted meanwhile, or answered elsewhere. */
static void
follow_page (HeartenWorksheet *self)
{
  const HeartenTipNode *prompt;
  const char *id;

  if (!hearten_open_sheet_take_again (self->open))
    {
      show_idle (self);
      return;
    }
  show_kindness (self);
  prompt = hearten_open_sheet_get_prompt (self->open);
  if (prompt == NULL || hearten_open_sheet_get_entry (self->open) == NULL)
    return;
  id = hearten_tip_node_get_id (prompt);
  hearten_prompt_step_update (self->prompt, hearten_sheet_get_words (get_sheet (self), id),
                              hearten_sheet_get_choice (get_sheet (self), id));
}

static void
on_journal_arriving_cb (HeartenWorksheet *self, HeartenRecord *record)
{
  if (record == (HeartenRecord *) hearten_open_sheet_get_entry (self->open))
    hearten_prompt_step_commit (self->prompt);
}

static void
on_journal_arrived_cb (HeartenWorksheet *self, HeartenRecord *record)
{
  if (record == (HeartenRecord *) hearten_open_sheet_get_entry (self->open))
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
  g_autofree char *closing = hearten_activity_fill_child (activity, "closing");

  G_OBJECT_CLASS (hearten_worksheet_parent_class)->constructed (object);

  self->open = hearten_open_sheet_new (get_journal (self), hearten_activity_get_tip_id (activity),
                                       hearten_activity_get_face_nick (activity),
                                       hearten_activity_get_node (activity));
  hearten_worksheet_start_fill (self->start, activity);
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
  g_clear_pointer (&self->open, hearten_open_sheet_free);

  G_OBJECT_CLASS (hearten_worksheet_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_PROMPT_STEP);
  g_type_ensure (HEARTEN_TYPE_SAVE_STATUS);
  g_type_ensure (HEARTEN_TYPE_WORKSHEET_KINDER);
  g_type_ensure (HEARTEN_TYPE_WORKSHEET_START);
  g_type_ensure (HEARTEN_TYPE_WORKSHEET_TIME);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-worksheet.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, start);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheet, kinder);
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
  gtk_widget_init_template (GTK_WIDGET (self));
}
