/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-adder.h"

#include <glib/gi18n.h>

#include "hearten-list.h"

struct _HeartenAdder
{
  GtkBox parent_instance;

  HeartenActivity *activity; /* an ancestor */
  GtkWidget *entry;
  GtkListBox *examples;
  char *place;       /* of its draft */
  gboolean restored; /* what is written is from an earlier run, and nobody went on with it */
};

G_DEFINE_FINAL_TYPE (HeartenAdder, hearten_adder, GTK_TYPE_BOX)

enum { ADD, N_SIGNALS };
static guint signals[N_SIGNALS];

static HeartenDrafts *
get_drafts (HeartenAdder *self)
{
  return hearten_context_get_drafts (hearten_activity_get_context (self->activity));
}

static gboolean
is_example (HeartenAdder *self, const char *text)
{
  AdwPreferencesRow *row;

  for (int i = 0; (row = (AdwPreferencesRow *) gtk_list_box_get_row_at_index (self->examples, i)) != NULL;
       i++)
    if (g_str_equal (adw_preferences_row_get_title (row), text))
      return TRUE;
  return FALSE;
}

static void
add (HeartenAdder *self)
{
  gboolean added = FALSE;

  g_signal_emit (self, signals[ADD], 0, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &added);
  if (added)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      hearten_activity_begin (self->activity);
    }
}

static void
on_add_cb (HeartenAdder *self)
{
  add (self);
  gtk_widget_grab_focus (self->entry);
}

/* Half a line is no thing on the list yet, but it is not to be lost either. */
static void
on_changed_cb (HeartenAdder *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  self->restored = FALSE;
  hearten_drafts_set (get_drafts (self), self->place, is_example (self, text) ? "" : text);
}

static void
show_draft (HeartenAdder *self)
{
  const char *draft = hearten_drafts_get (get_drafts (self), self->place);

  if (draft != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), draft);
      self->restored = TRUE;
    }
}

static void
on_example_activated_cb (HeartenAdder *self, GtkListBoxRow *row)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* Building */

static void
add_line (HeartenAdder *self, int max_length, GtkWidget *more)
{
  g_autofree char *placeholder = hearten_activity_fill_child (self->activity, "placeholder");
  g_autofree char *begin = hearten_activity_fill_child (self->activity, "begin");
  AdwWrapBox *line = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 9, NULL);
  GtkWidget *button = gtk_button_new_with_label (begin);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), max_length);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 24);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder,
                                  -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (line));
  adw_wrap_box_append (line, self->entry);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  /* Not in the line that breaks: lines within lines are not drawn where one reads from right to left. */
  if (more != NULL)
    {
      gtk_box_append (GTK_BOX (self), more);
      gtk_box_append (GTK_BOX (self), button);
    }
  else
    adw_wrap_box_append (line, button);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
}

static void
add_examples (HeartenAdder *self)
{
  g_autofree const char **texts = hearten_tip_node_dup_texts (hearten_activity_get_node (self->activity),
                                                              "example");

  self->examples = GTK_LIST_BOX (hearten_list_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->examples), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To give you an idea"), -1);
  g_signal_connect_object (self->examples, "row-activated", G_CALLBACK (on_example_activated_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *text = hearten_activity_fill (self->activity, texts[i]);
      GtkWidget *row = hearten_list_new_row (text, NULL);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _ ("Take this as a beginning"));
      gtk_widget_add_css_class (row, "example");
      gtk_list_box_append (self->examples, row);
    }
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->examples));
}

/* GObject */

static void
hearten_adder_finalize (GObject *object)
{
  g_free (HEARTEN_ADDER (object)->place);

  G_OBJECT_CLASS (hearten_adder_parent_class)->finalize (object);
}

static void
hearten_adder_class_init (HeartenAdderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_adder_finalize;

  /**
   * HeartenAdder::add:
   * @text: what is written
   *
   * Returns: whether it was taken
   */
  signals[ADD] = g_signal_new ("add", HEARTEN_TYPE_ADDER, G_SIGNAL_RUN_LAST, 0,
                               g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                               G_TYPE_STRING);
}

static void
hearten_adder_init (HeartenAdder *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/* Public */

GtkWidget *
hearten_adder_new (HeartenActivity *activity, int max_length, GtkWidget *more)
{
  HeartenAdder *self = g_object_new (HEARTEN_TYPE_ADDER, NULL);

  self->activity = activity;
  add_line (self, max_length, more);
  add_examples (self);
  self->place = g_strjoin (
      "/", hearten_activity_get_tip_id (activity), hearten_activity_get_face_nick (activity),
      hearten_tip_node_get_attribute (hearten_activity_get_node (activity), "kind"), NULL);
  show_draft (self);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_drafts (self), "loaded", G_CALLBACK (show_draft), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
hearten_adder_show_examples (HeartenAdder *self, gboolean show)
{
  g_return_if_fail (HEARTEN_IS_ADDER (self));

  gtk_widget_set_visible (GTK_WIDGET (self->examples), show);
}

void
hearten_adder_commit (HeartenAdder *self)
{
  g_return_if_fail (HEARTEN_IS_ADDER (self));

  if (!self->restored && !is_example (self, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    add (self);
}
