/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-help-preferences.h"

#include <glib/gi18n.h>

#include "hearten-country-row.h"
#include "hearten-list.h"

struct _HeartenHelpPreferences
{
  AdwPreferencesGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (HeartenHelpPreferences, hearten_help_preferences, ADW_TYPE_PREFERENCES_GROUP)

static void
add_fact (HeartenHelpPreferences *self, const char *title, const char *words)
{
  GtkWidget *row = hearten_list_new_row (title, words);

  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
hearten_help_preferences_class_init (HeartenHelpPreferencesClass *klass)
{
}

static void
hearten_help_preferences_init (HeartenHelpPreferences *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Find Help"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (self),
      _ ("The numbers are part of Hearten. It fetches nothing, so they are as old as the day below."));
}

void
hearten_help_preferences_set_context (HeartenHelpPreferences *self, HeartenContext *context)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenHelpLines) lines = hearten_help_lines_load (&error);
  g_autofree char *number = NULL, *checked = NULL;
  GtkWidget *country;
  guint n;

  g_return_if_fail (HEARTEN_IS_HELP_PREFERENCES (self) && HEARTEN_IS_CONTEXT (context));

  gtk_widget_set_visible (GTK_WIDGET (self), lines != NULL);
  if (lines == NULL)
    {
      g_warning ("The help lines: %s", error->message);
      return;
    }
  country = g_object_new (HEARTEN_TYPE_COUNTRY_ROW, NULL);
  hearten_country_row_set_up (HEARTEN_COUNTRY_ROW (country), lines, hearten_context_get_situations (context));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), country);
  n = g_strv_length ((char **) hearten_help_lines_get_countries (lines));
  number = g_strdup_printf (ngettext ("%u country", "%u countries", n), n);
  add_fact (self, _ ("In the List"), number);
  checked = hearten_help_lines_dup_checked (lines);
  add_fact (self, _ ("Last Checked"), checked);
  add_fact (self, _ ("Where the Numbers Come From"),
            _ ("Pages of those who answer, of public offices, and of lists that are kept with care. In Find "
               "Help, each number has a button that opens its page."));
}
