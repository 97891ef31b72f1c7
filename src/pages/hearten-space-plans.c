/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-plans.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-rows.h"

struct _HeartenSpacePlans
{
  AdwBin parent_instance;

  HeartenContext *context;
  HeartenSpacePeriod *period;
  GPtrArray *removed; /* while the page is open they can be put back */

  AdwPreferencesGroup *group;
  GtkWidget *add;
  GtkWidget *suggestions;
};

G_DEFINE_FINAL_TYPE (HeartenSpacePlans, hearten_space_plans, ADW_TYPE_BIN)

static void update (HeartenSpacePlans *self);

static void
set_plans (HeartenSpacePlans *self, GStrvBuilder *builder)
{
  g_auto (GStrv) plans = g_strv_builder_end (builder);

  hearten_spaces_set_plans (hearten_context_get_spaces (self->context), self->period,
                            (const char *const *) plans);
}

static void
add_plan (HeartenSpacePlans *self, const char *plan)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint index;

  g_strv_builder_addv (builder, (const char **) hearten_space_period_get_plans (self->period));
  g_strv_builder_add (builder, plan);
  if (g_ptr_array_find_with_equal_func (self->removed, plan, g_str_equal, &index))
    g_ptr_array_remove_index (self->removed, index);
  set_plans (self, builder);
  update (self);
}

static void
on_add_clicked_cb (HeartenSpacePlans *self, GtkWidget *button)
{
  g_autofree char *plan = g_strdup (g_object_get_data (G_OBJECT (button), "plan"));

  add_plan (self, plan);
}

static void
on_add_apply_cb (HeartenSpacePlans *self)
{
  g_autofree char *plan = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add)));

  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  add_plan (self, plan);
}

static void
on_remove_clicked_cb (HeartenSpacePlans *self, GtkWidget *button)
{
  g_autofree char *plan = g_strdup (g_object_get_data (G_OBJECT (button), "plan"));
  const char *const *plans = hearten_space_period_get_plans (self->period);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; plans[i] != NULL; i++)
    if (!g_str_equal (plans[i], plan))
      g_strv_builder_add (builder, plans[i]);
  g_ptr_array_add (self->removed, g_strdup (plan));
  set_plans (self, builder);
  update (self);
}

/* Rows */

static GtkWidget *
new_row (HeartenSpacePlans *self, const char *plan, const char *icon, const char *tooltip, GCallback callback)
{
  GtkWidget *row = hearten_list_new_row (plan, NULL), *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "plan", g_strdup (plan), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
update (HeartenSpacePlans *self)
{
  const char *const *plans = hearten_space_period_get_plans (self->period);
  const HeartenTipNode *node = hearten_tips_find_activity (hearten_context_get_tips (self->context), "space",
                                                           NULL);
  g_autofree const char **suggested = node != NULL ? hearten_tip_node_dup_texts (node, "plan") : NULL;
  gboolean any = FALSE;

  hearten_rows_clear (self->group);
  hearten_rows_clear (self->suggestions);
  adw_preferences_group_remove (self->group, self->add);
  adw_preferences_group_remove (self->group, self->suggestions);
  for (guint i = 0; plans[i] != NULL; i++)
    hearten_rows_add (self->group, new_row (self, plans[i], "user-trash-symbolic", _ ("Remove This Plan"),
                                            G_CALLBACK (on_remove_clicked_cb)));
  for (guint i = 0; i < self->removed->len; i++)
    {
      GtkWidget *row = new_row (self, self->removed->pdata[i], "edit-undo-symbolic", _ ("Put This Plan Back"),
                                G_CALLBACK (on_add_clicked_cb));

      gtk_widget_add_css_class (row, "dimmed");
      hearten_rows_add (self->group, row);
    }
  adw_preferences_group_add (self->group, self->add);
  adw_preferences_group_add (self->group, self->suggestions);
  for (guint i = 0; suggested != NULL && suggested[i] != NULL; i++)
    if (!g_strv_contains (plans, suggested[i]) &&
        !g_ptr_array_find_with_equal_func (self->removed, suggested[i], g_str_equal, NULL))
      {
        hearten_rows_add (self->suggestions, new_row (self, suggested[i], "list-add-symbolic",
                                                      _ ("Take This Plan"), G_CALLBACK (on_add_clicked_cb)));
        any = TRUE;
      }
  gtk_widget_set_visible (self->suggestions, any);
}

/* GObject */

static void
hearten_space_plans_dispose (GObject *object)
{
  HeartenSpacePlans *self = HEARTEN_SPACE_PLANS (object);

  g_clear_object (&self->add);
  g_clear_object (&self->suggestions);
  g_clear_object (&self->period);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_space_plans_parent_class)->dispose (object);
}

static void
hearten_space_plans_finalize (GObject *object)
{
  HeartenSpacePlans *self = HEARTEN_SPACE_PLANS (object);

  g_ptr_array_unref (self->removed);

  G_OBJECT_CLASS (hearten_space_plans_parent_class)->finalize (object);
}

static void
hearten_space_plans_class_init (HeartenSpacePlansClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_space_plans_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_space_plans_finalize;
}

static void
hearten_space_plans_init (HeartenSpacePlans *self)
{
  self->removed = g_ptr_array_new_with_free_func (g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Plans for Hard Moments"));
  adw_preferences_group_set_description (self->group,
                                         _ ("If this happens, then I do that. Said aloud once, a plan "
                                            "holds better."));
  self->add = g_object_ref_sink (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("A plan of your own: if …, then …"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->add), TRUE);
  g_signal_connect_object (self->add, "apply", G_CALLBACK (on_add_apply_cb), self, G_CONNECT_SWAPPED);
  self->suggestions = g_object_ref_sink (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->suggestions), _ ("Suggestions"));
  adw_preferences_group_add (self->group, self->add);
  adw_preferences_group_add (self->group, self->suggestions);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

/* Public */

void
hearten_space_plans_show (HeartenSpacePlans *self, HeartenContext *context, HeartenSpacePeriod *period)
{
  g_return_if_fail (HEARTEN_IS_SPACE_PLANS (self));

  g_set_object (&self->context, context);
  if (g_set_object (&self->period, period))
    g_ptr_array_set_size (self->removed, 0);
  update (self);
}
