/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rhythm.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-paragraph.h"
#include "hearten-rhythm-dialog.h"
#include "hearten-rhythm-row.h"
#include "hearten-watch.h"
#include "hearten-weekday-picker.h"

struct _HeartenRhythm
{
  HeartenActivity parent_instance;

  HeartenWatch *watch;
  GtkWidget *entry;
  HeartenWeekdayPicker *picker;
  GtkListBox *list;
  GtkListBox *examples;
  GtkListBox *away_list;
  AdwExpanderRow *away;
  GPtrArray *away_rows;
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

static void
on_add_cb (HeartenRhythm *self)
{
  HeartenIntention *intention;

  intention = hearten_intentions_add (
      get_intentions (self), hearten_activity_get_tip_id (HEARTEN_ACTIVITY (self)),
      hearten_activity_get_face_nick (HEARTEN_ACTIVITY (self)),
      gtk_editable_get_text (GTK_EDITABLE (self->entry)), hearten_weekday_picker_get_chosen (self->picker));
  if (intention != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      hearten_weekday_picker_set_chosen (self->picker, HEARTEN_WEEKDAYS_ALL);
      hearten_activity_begin (HEARTEN_ACTIVITY (self));
    }
  gtk_widget_grab_focus (self->entry);
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
on_example_activated_cb (HeartenRhythm *self, GtkListBoxRow *row)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
on_bring_back_cb (HeartenRhythm *self, GtkWidget *button)
{
  hearten_intentions_set_archived (get_intentions (self),
                                   g_object_get_data (G_OBJECT (button), "hearten-intention"), FALSE);
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
add_away_row (HeartenRhythm *self, HeartenIntention *intention)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_ ("Bring Back"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearten_intention_get_text (intention));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "hearten-intention", g_object_ref (intention), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_bring_back_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_expander_row_add_row (self->away, row);
  g_ptr_array_add (self->away_rows, row);
}

static void
show_away (HeartenRhythm *self)
{
  g_autoptr (GPtrArray) intentions = dup_list (self, TRUE);

  for (guint i = 0; i < self->away_rows->len; i++)
    adw_expander_row_remove (self->away, g_ptr_array_index (self->away_rows, i));
  g_ptr_array_set_size (self->away_rows, 0);
  for (guint i = 0; i < intentions->len; i++)
    add_away_row (self, g_ptr_array_index (intentions, i));
  gtk_widget_set_visible (GTK_WIDGET (self->away_list), intentions->len > 0);
}

static void
update (HeartenRhythm *self)
{
  g_autoptr (GPtrArray) intentions = dup_list (self, FALSE);
  GDate today = hearten_day_today (hearten_context_get_clock (get_context (self)));

  match_rows (self, intentions);
  for (guint i = 0; i < intentions->len; i++)
    hearten_rhythm_row_refresh (get_row (self, i), &today);
  gtk_widget_set_visible (GTK_WIDGET (self->list), intentions->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->examples), intentions->len == 0);
  show_away (self);
}

/* Building */

static GtkListBox *
new_list (GtkWidget *box)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), list);
  return GTK_LIST_BOX (list);
}

static void
add_adder (HeartenRhythm *self, GtkWidget *box)
{
  g_autofree char *placeholder = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "placeholder");
  g_autofree char *begin = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "begin");
  GtkWidget *line = adw_wrap_box_new (), *button = gtk_button_new_with_label (begin);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 400);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 24);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder,
                                  -1);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 9);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 9);
  adw_wrap_box_append (ADW_WRAP_BOX (line), self->entry);
  self->picker = g_object_new (HEARTEN_TYPE_WEEKDAY_PICKER, NULL);
  hearten_weekday_picker_set_chosen (self->picker, HEARTEN_WEEKDAYS_ALL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picker), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The Days It Belongs To"), -1);
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->picker));
  adw_wrap_box_append (ADW_WRAP_BOX (line), button);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_examples (HeartenRhythm *self)
{
  g_autofree const char **texts = hearten_tip_node_dup_texts (
      hearten_activity_get_node (HEARTEN_ACTIVITY (self)), "example");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->examples), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To give you an idea"), -1);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *text = hearten_activity_fill (HEARTEN_ACTIVITY (self), texts[i]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _ ("Take this as a beginning"));
      gtk_widget_add_css_class (row, "example");
      gtk_list_box_append (self->examples, row);
    }
}

static void
build (HeartenRhythm *self)
{
  g_autofree char *invite = hearten_activity_fill_child (HEARTEN_ACTIVITY (self), "invite");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), hearten_paragraph_new (invite, "practice-invite"));
  add_adder (self, box);
  self->examples = new_list (box);
  add_examples (self);
  self->list = new_list (box);
  self->away_list = new_list (box);
  self->away = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->away), _ ("Out of Sight"));
  gtk_list_box_append (self->away_list, GTK_WIDGET (self->away));
  adw_bin_set_child (ADW_BIN (self), box);
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
  g_signal_connect_object (self->examples, "row-activated", G_CALLBACK (on_example_activated_cb), self,
                           G_CONNECT_SWAPPED);
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
hearten_rhythm_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTEN_RHYTHM (object)->away_rows);

  G_OBJECT_CLASS (hearten_rhythm_parent_class)->finalize (object);
}

static void
hearten_rhythm_class_init (HeartenRhythmClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = hearten_rhythm_constructed;
  G_OBJECT_CLASS (klass)->dispose = hearten_rhythm_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_rhythm_finalize;
}

static void
hearten_rhythm_init (HeartenRhythm *self)
{
  self->away_rows = g_ptr_array_new ();
}
