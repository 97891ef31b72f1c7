/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rhythm.h"

#include <glib/gi18n.h>

#include "hearten-adder.h"
#include "hearten-away.h"
#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-rhythm-dialog.h"
#include "hearten-rhythm-row.h"
#include "hearten-watch.h"
#include "hearten-weekday-picker.h"

struct _HeartenRhythm
{
  HeartenActivity parent_instance;

  HeartenWatch *watch;
  HeartenAdder *adder;
  HeartenWeekdayPicker *picker;
  GtkListBox *list;
  HeartenAway *away;
};

G_DEFINE_FINAL_TYPE (HeartenRhythm, hearten_rhythm, HEARTEN_TYPE_ACTIVITY)

static HeartenContext *
get_context (HeartenRhythm *self)
{
  return hearten_activity_get_context (HEARTEN_ACTIVITY (self));
}

static HeartenIntentions *
get_intentions (HeartenRhythm *self)
{
  return hearten_context_get_intentions (get_context (self));
}

static GPtrArray *
dup_list (HeartenRhythm *self, gboolean archived)
{
  return hearten_intentions_dup_list (get_intentions (self),
                                      hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self)),
                                      hearten_activity_get_face_nick (HEARTEN_ACTIVITY (self)), archived);
}

/* What the user does */

static gboolean
on_add_cb (HeartenRhythm *self, const char *text)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);

  if (hearten_intentions_add (get_intentions (self), hearten_activity_get_tip_id (activity),
                              hearten_activity_get_face_nick (activity), text,
                              hearten_weekday_picker_get_chosen (self->picker)) == NULL)
    return FALSE;
  hearten_weekday_picker_set_chosen (self->picker, HEARTEN_WEEKDAYS_ALL);
  return TRUE;
}

static void
on_edit_cb (HeartenRhythm *self, HeartenRhythmRow *row)
{
  g_autofree char *title = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "placeholder");

  adw_dialog_present (
      hearten_rhythm_dialog_new (get_context (self), hearten_rhythm_row_get_intention (row), title),
      GTK_WIDGET (self));
}

static void
on_ticked_cb (HeartenRhythm *self)
{
  hearten_activity_begin (HEARTEN_ACTIVITY (self));
}

static void
on_bring_back_cb (HeartenRhythm *self, HeartenIntention *intention)
{
  hearten_intentions_set_archived (get_intentions (self), intention, FALSE);
}

/* Showing */

static HeartenRhythmRow *
get_row (HeartenRhythm *self, guint place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) place);

  return row != NULL ? HEARTEN_RHYTHM_ROW (row) : NULL;
}

/* The rows that stay are left as they are: one of them may have the focus. */
static void
match_rows (HeartenRhythm *self, GPtrArray *intentions)
{
  for (guint i = 0; i < intentions->len || get_row (self, i) != NULL;)
    {
      HeartenIntention *intention = i < intentions->len ? g_ptr_array_index (intentions, i) : NULL;
      HeartenRhythmRow *row = get_row (self, i);
      GtkWidget *new_row;

      if (row != NULL && hearten_rhythm_row_get_intention (row) == intention)
        {
          i++;
          continue;
        }
      if (row != NULL && !g_ptr_array_find (intentions, hearten_rhythm_row_get_intention (row), NULL))
        {
          gtk_list_box_remove (self->list, GTK_WIDGET (row));
          continue;
        }
      new_row = hearten_rhythm_row_new (get_intentions (self), intention);
      g_signal_connect_object (new_row, "edit", G_CALLBACK (on_edit_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (new_row, "ticked", G_CALLBACK (on_ticked_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_insert (self->list, new_row, (int) i++);
    }
}

static void
update (HeartenRhythm *self)
{
  g_autoptr (GPtrArray) intentions = dup_list (self, FALSE), away = dup_list (self, TRUE);
  GDate today = hearten_day_today (hearten_context_get_clock (get_context (self)));

  match_rows (self, intentions);
  for (guint i = 0; i < intentions->len; i++)
    hearten_rhythm_row_refresh (get_row (self, i), &today);
  gtk_widget_set_visible (GTK_WIDGET (self->list), intentions->len > 0);
  hearten_adder_show_examples (self->adder, intentions->len == 0);
  hearten_away_show (self->away, away, (HeartenAwayText) hearten_intention_get_text);
}

/* Building */

static void
build (HeartenRhythm *self)
{
  HeartenActivity *activity = HEARTEN_ACTIVITY (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->picker = g_object_new (HEARTEN_TYPE_WEEKDAY_PICKER, NULL);
  hearten_weekday_picker_set_chosen (self->picker, HEARTEN_WEEKDAYS_ALL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The Days It Belongs To"), -1);
  self->adder = HEARTEN_ADDER (hearten_adder_new (activity, 400, GTK_WIDGET (self->picker)));
  self->list = GTK_LIST_BOX (hearten_list_new ());
  self->away = HEARTEN_AWAY (hearten_away_new ());

  gtk_box_append (GTK_BOX (box), hearten_activity_new_paragraph (activity, "invite", "practice-invite"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->adder));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->away));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* HeartenActivity */

static void
hearten_rhythm_commit (HeartenActivity *activity)
{
  hearten_adder_commit (HEARTEN_RHYTHM (activity)->adder);
}

/* GObject */

static void
hearten_rhythm_constructed (GObject *object)
{
  HeartenRhythm *self = HEARTEN_RHYTHM (object);

  G_OBJECT_CLASS (hearten_rhythm_parent_class)->constructed (object);

  build (self);
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (get_context (self)));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adder, "add", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->away, "bring-back", G_CALLBACK (on_bring_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_intentions (self), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_intentions (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hearten_rhythm_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_RHYTHM (object)->watch);

  G_OBJECT_CLASS (hearten_rhythm_parent_class)->dispose (object);
}

static void
hearten_rhythm_class_init (HeartenRhythmClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hearten_rhythm_constructed;
  HEARTEN_ACTIVITY_CLASS (klass)->commit = hearten_rhythm_commit;
  G_OBJECT_CLASS (klass)->dispose = hearten_rhythm_dispose;
}

static void
hearten_rhythm_init (HeartenRhythm *self)
{
}
