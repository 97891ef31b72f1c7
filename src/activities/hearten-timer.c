/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-timer.h"

#include <glib/gi18n.h>

#include "hearten-lengths.h"
#include "hearten-list.h"
#include "hearten-paragraph.h"
#include "hearten-pill.h"
#include "hearten-quiet-time.h"

#define N_EARLIER 3

struct _HeartenTimer
{
  HeartenActivity parent_instance;

  GtkStack *stack;
  HeartenLengths *lengths;
  GtkLabel *sum;
  GtkListBox *earlier;
  HeartenQuietTime *quiet;
  GtkWidget *note;
  GtkWidget *done;
  HeartenSitting *sitting; /* the one that runs, or that a note is written for */
};

G_DEFINE_FINAL_TYPE (HeartenTimer, hearten_timer, HEARTEN_TYPE_ACTIVITY)

static HeartenSittings *
get_sittings (HeartenTimer *self)
{
  return hearten_context_get_sittings (hearten_activity_get_context (HEARTEN_ACTIVITY (self)));
}

static const char *
get_tip_id (HeartenTimer *self)
{
  return hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self));
}

/* What was before */

static GtkWidget *
new_earlier_row (HeartenSitting *sitting)
{
  g_autoptr (GDateTime) created = hearten_record_dup_created (HEARTEN_RECORD (sitting));
  guint minutes = hearten_sitting_get_minutes (sitting);
  const char *note = hearten_sitting_get_note (sitting);
  g_autofree char *length = minutes > 0
                                ? g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes)
                                : g_strdup (_ ("A moment"));
  g_autofree char *date = g_date_time_format (created, "%x");
  /* Translators: how long it was and the day, as in "20 minutes, 12/07/26". */
  g_autofree char *when = g_strdup_printf (_ ("%s, %s"), length, date);

  return note != NULL ? hearten_list_new_row (note, when) : hearten_list_new_row (when, NULL);
}

static void
show_earlier (HeartenTimer *self)
{
  GListModel *sittings = G_LIST_MODEL (get_sittings (self));
  guint times = 0, minutes, all = hearten_sittings_count (get_sittings (self), get_tip_id (self), &minutes);
  g_autofree char *sum = hearten_timer_dup_sum (all, minutes);

  gtk_list_box_remove_all (self->earlier);
  for (guint i = 0; i < g_list_model_get_n_items (sittings) && times < MIN (all, N_EARLIER); i++)
    {
      g_autoptr (HeartenSitting) sitting = g_list_model_get_item (sittings, i);

      if (g_strcmp0 (hearten_sitting_get_tip (sitting), get_tip_id (self)) != 0 ||
          hearten_sitting_is_running (sitting))
        continue;
      gtk_list_box_append (self->earlier, new_earlier_row (sitting));
      times++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), times > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), all > 1);
  gtk_label_set_label (self->sum, sum);
}

/* The three states */

static void
run (HeartenTimer *self)
{
  g_autofree const char **lines = hearten_tip_node_dup_texts (
      hearten_activity_get_node (HEARTEN_ACTIVITY (self)), "line");

  gtk_stack_set_visible_child_name (self->stack, "running");
  hearten_quiet_time_run (self->quiet, lines, hearten_record_get_created (HEARTEN_RECORD (self->sitting)),
                          hearten_sitting_get_end (self->sitting));
}

/* The sitting has ended; what is asked is how it was. */
static void
ask (HeartenTimer *self)
{
  const char *note = hearten_sitting_get_note (self->sitting);

  hearten_quiet_time_stop (self->quiet);
  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
  gtk_stack_set_visible_child_name (self->stack, "after");
}

static gboolean
is_asking (HeartenTimer *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "after") == 0;
}

/* What runs, wherever it was begun. Nothing takes the place of a note that is being written. */
static void
take_up (HeartenTimer *self)
{
  HeartenSitting *running = hearten_sittings_find_running (get_sittings (self), get_tip_id (self));
  gint64 now = hearten_clock_get_now (
      hearten_context_get_clock (hearten_activity_get_context (HEARTEN_ACTIVITY (self))));

  if (running != NULL && running != self->sitting && !is_asking (self))
    {
      g_set_object (&self->sitting, running);
      if (hearten_sitting_get_end (running) > now)
        run (self);
      else
        {
          hearten_sittings_end (get_sittings (self), running);
          ask (self);
        }
    }
  show_earlier (self);
}

/* It may have been ended elsewhere. */
static void
on_sittings_changed_cb (HeartenTimer *self)
{
  if (self->sitting != NULL && !hearten_sitting_is_running (self->sitting) && !is_asking (self))
    ask (self);
  take_up (self);
}

static void
on_begin_clicked_cb (HeartenTimer *self)
{
  g_set_object (&self->sitting, hearten_sittings_begin (get_sittings (self), get_tip_id (self),
                                                        hearten_lengths_get_minutes (self->lengths)));
  hearten_activity_begin (HEARTEN_ACTIVITY (self));
  run (self);
}

/* Whoever looks away for an hour wants to be told. */
static gboolean
on_over_cb (HeartenTimer *self, HeartenSitting *sitting)
{
  g_autofree char *closing = NULL;

  if (sitting != self->sitting)
    return FALSE;
  ask (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  closing = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "closing");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), closing, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.time-over", NULL);
  return TRUE;
}

static void
on_stop_clicked_cb (HeartenTimer *self)
{
  hearten_sittings_end (get_sittings (self), self->sitting);
  ask (self);
}

static void
on_done_clicked_cb (HeartenTimer *self)
{
  hearten_activity_commit (HEARTEN_ACTIVITY (self));
  g_clear_object (&self->sitting);
  gtk_stack_set_visible_child_name (self->stack, "choose");
  take_up (self);
}

/* HeartenActivity */

static void
hearten_timer_commit (HeartenActivity *activity)
{
  HeartenTimer *self = HEARTEN_TIMER (activity);

  if (self->sitting != NULL && is_asking (self))
    hearten_sittings_set_note (get_sittings (self), self->sitting,
                               gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

/* Building */

static GtkWidget *
new_button (HeartenTimer *self, const char *label, GCallback callback, gboolean suggested)
{
  GtkWidget *button = hearten_pill_new (label, suggested);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_choose (HeartenTimer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  g_autofree char *begin = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "begin");

  self->lengths = g_object_new (HEARTEN_TYPE_LENGTHS, NULL);
  hearten_lengths_fill (self->lengths, hearten_activity_get_node (HEARTEN_ACTIVITY (self)));
  self->sum = GTK_LABEL (hearten_paragraph_new (NULL, "dimmed"));
  self->earlier = GTK_LIST_BOX (hearten_list_new ());

  gtk_box_append (GTK_BOX (box),
                  hearten_activity_new_paragraph (HEARTEN_ACTIVITY (self), "invite", "practice-invite"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lengths));
  gtk_box_append (GTK_BOX (box), new_button (self, begin, G_CALLBACK (on_begin_clicked_cb), TRUE));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sum));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->earlier));
  return box;
}

static GtkWidget *
new_running (HeartenTimer *self)
{
  HeartenContext *context = hearten_activity_get_context (HEARTEN_ACTIVITY (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->quiet = HEARTEN_QUIET_TIME (hearten_quiet_time_new (hearten_context_get_clock (context)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quiet));
  gtk_box_append (GTK_BOX (box), new_button (self, _ ("_Stop Here"), G_CALLBACK (on_stop_clicked_cb), FALSE));
  return box;
}

static GtkWidget *
new_after (HeartenTimer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = hearten_list_new ();

  self->note = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note), _ ("How was it?"));
  g_signal_connect_object (self->note, "changed", G_CALLBACK (hearten_activity_commit), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "entry-activated", G_CALLBACK (on_done_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), self->note);
  gtk_box_append (GTK_BOX (box),
                  hearten_activity_new_paragraph (HEARTEN_ACTIVITY (self), "closing", "reading"));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), new_button (self, _ ("_Done"), G_CALLBACK (on_done_clicked_cb), TRUE));
  return box;
}

/* GObject */

static void
hearten_timer_constructed (GObject *object)
{
  HeartenTimer *self = HEARTEN_TIMER (object);

  G_OBJECT_CLASS (hearten_timer_parent_class)->constructed (object);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, new_choose (self), "choose");
  gtk_stack_add_named (self->stack, new_running (self), "running");
  gtk_stack_add_named (self->stack, new_after (self), "after");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (get_sittings (self), "items-changed", G_CALLBACK (on_sittings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_sittings (self), "over", G_CALLBACK (on_over_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_sittings (self), "changed", G_CALLBACK (show_earlier), self,
                           G_CONNECT_SWAPPED);
  self->sitting = hearten_sittings_dup_unattended (get_sittings (self), get_tip_id (self));
  if (self->sitting != NULL)
    ask (self);
  take_up (self);
}

static void
hearten_timer_dispose (GObject *object)
{
  HeartenTimer *self = HEARTEN_TIMER (object);

  g_clear_object (&self->sitting);

  G_OBJECT_CLASS (hearten_timer_parent_class)->dispose (object);
}

static void
hearten_timer_class_init (HeartenTimerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearten_timer_constructed;
  object_class->dispose = hearten_timer_dispose;
  HEARTEN_ACTIVITY_CLASS (klass)->commit = hearten_timer_commit;
}

static void
hearten_timer_init (HeartenTimer *self)
{
}

/* Public */

char *
hearten_timer_dup_sum (guint times, guint minutes)
{
  g_autofree char *often = g_strdup_printf (ngettext ("%u time", "%u times", times), times);
  g_autofree char *length = g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);

  /* Translators: how often and how long in all, as in "4 times so far, 37 minutes in all." */
  return g_strdup_printf (_ ("%s so far, %s in all."), often, length);
}
