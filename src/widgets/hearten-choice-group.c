/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-choice-group.h"

#include "hearten-list.h"

struct _HeartenChoiceGroup
{
  AdwPreferencesGroup parent_instance;

  GObject *object;
  GParamSpec *property;
  GPtrArray *checks;    /* GtkCheckButton, each with its value */
  GtkCheckButton *none; /* is chosen where none of the others is */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (HeartenChoiceGroup, hearten_choice_group, ADW_TYPE_PREFERENCES_GROUP)

static int
get_choice (GtkCheckButton *check)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (check), "hearten-choice"));
}

/* The keyboard goes from row to row, so the row says what its button shows. */
static void
tell_row (GtkCheckButton *check)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), ADW_TYPE_ACTION_ROW);

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_check_button_get_active (check), -1);
}

static void
show_value (HeartenChoiceGroup *self)
{
  GtkCheckButton *chosen = self->none;
  int value = 0;

  g_object_get (self->object, self->property->name, &value, NULL);
  for (guint i = 0; i < self->checks->len; i++)
    if (get_choice (self->checks->pdata[i]) == value)
      chosen = self->checks->pdata[i];

  self->setting = TRUE;
  gtk_check_button_set_active (chosen, TRUE);
  self->setting = FALSE;
}

static void
on_check_toggled_cb (HeartenChoiceGroup *self, GtkCheckButton *check)
{
  tell_row (check);
  if (self->setting || !gtk_check_button_get_active (check))
    return;

  g_object_set (self->object, self->property->name, get_choice (check), NULL);
  /* A record that must be left alone keeps its answer; so what is shown is asked for again. */
  show_value (self);
}

static void
add_choice (HeartenChoiceGroup *self, int value, const char *label)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = hearten_list_new_row (label, NULL);

  g_object_set_data (G_OBJECT (check), "hearten-choice", GINT_TO_POINTER (value));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->none);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_check_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  tell_row (GTK_CHECK_BUTTON (check));
}

static void
hearten_choice_group_dispose (GObject *object)
{
  HeartenChoiceGroup *self = HEARTEN_CHOICE_GROUP (object);

  g_clear_object (&self->object);
  g_clear_object (&self->none);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (hearten_choice_group_parent_class)->dispose (object);
}

static void
hearten_choice_group_class_init (HeartenChoiceGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_choice_group_dispose;
}

static void
hearten_choice_group_init (HeartenChoiceGroup *self)
{
  self->checks = g_ptr_array_new ();
  self->none = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
}

void
hearten_choice_group_bind (HeartenChoiceGroup *self,
                           GObject *object,
                           const char *property,
                           HeartenChoiceLabel label,
                           gboolean with_unset)
{
  g_autofree char *notify = g_strconcat ("notify::", property, NULL);
  g_autoptr (GEnumClass) values = NULL;

  g_return_if_fail (HEARTEN_IS_CHOICE_GROUP (self) && self->object == NULL);
  self->property = g_object_class_find_property (G_OBJECT_GET_CLASS (object), property);
  g_return_if_fail (self->property != NULL && G_IS_PARAM_SPEC_ENUM (self->property));

  self->object = g_object_ref (object);
  values = g_type_class_ref (self->property->value_type);
  for (guint i = 0; i < values->n_values; i++)
    if (values->values[i].value != 0)
      add_choice (self, values->values[i].value, label (values->values[i].value));
  if (with_unset)
    add_choice (self, 0, label (0));

  g_signal_connect_object (object, notify, G_CALLBACK (show_value), self, G_CONNECT_SWAPPED);
  show_value (self);
}
