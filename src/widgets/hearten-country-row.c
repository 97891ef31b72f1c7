/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-country-row.h"

#include <glib/gi18n.h>

struct _HeartenCountryRow
{
  AdwComboRow parent_instance;

  HeartenHelpLines *lines;
  HeartenSituations *situations;
  char *chosen; /* a code, HEARTEN_COUNTRY_ELSEWHERE or nothing yet */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (HeartenCountryRow, hearten_country_row, ADW_TYPE_COMBO_ROW)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* "Another country" is the first, also while nothing is known. */
static guint
find_position (HeartenCountryRow *self, const char *country)
{
  const char *const *countries = hearten_help_lines_get_countries (self->lines);

  for (guint i = 0; country != NULL && countries[i] != NULL; i++)
    if (g_str_equal (countries[i], country))
      return i + 1;
  return 0;
}

static void
show (HeartenCountryRow *self)
{
  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self),
                              find_position (self, hearten_country_row_get_country (self)));
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill (HeartenCountryRow *self)
{
  const char *const *countries = hearten_help_lines_get_countries (self->lines);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_string_list_append (names, _ ("Another country"));
  for (guint i = 0; countries[i] != NULL; i++)
    gtk_string_list_append (names, hearten_help_lines_get_country_name (self->lines, countries[i]));
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), expression);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
}

static void
on_selected_cb (HeartenCountryRow *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));

  if (self->lines == NULL || self->showing)
    return;
  g_set_str (&self->chosen, position == 0 ? HEARTEN_COUNTRY_ELSEWHERE
                                          : hearten_help_lines_get_countries (self->lines)[position - 1]);
  hearten_situations_set_country (self->situations, self->chosen);
  show (self);
}

static void
on_situations_country_cb (HeartenCountryRow *self)
{
  if (g_set_str (&self->chosen, hearten_situations_get_country (self->situations)))
    show (self);
}

/* GObject */

static void
hearten_country_row_dispose (GObject *object)
{
  HeartenCountryRow *self = HEARTEN_COUNTRY_ROW (object);

  g_clear_object (&self->lines);
  g_clear_object (&self->situations);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (hearten_country_row_parent_class)->dispose (object);
}

static void
hearten_country_row_class_init (HeartenCountryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_country_row_dispose;

  signals[CHANGED] = g_signal_new ("changed", HEARTEN_TYPE_COUNTRY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
hearten_country_row_init (HeartenCountryRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Country"));
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_cb), NULL);
}

/* Public */

void
hearten_country_row_set_up (HeartenCountryRow *self, HeartenHelpLines *lines, HeartenSituations *situations)
{
  g_return_if_fail (HEARTEN_IS_COUNTRY_ROW (self) && self->situations == NULL);
  g_return_if_fail (HEARTEN_IS_HELP_LINES (lines) && HEARTEN_IS_SITUATIONS (situations));

  self->showing = TRUE; /* from the end on, choosing counts */
  self->lines = g_object_ref (lines);
  self->situations = g_object_ref (situations);
  fill (self);
  g_set_str (&self->chosen, hearten_situations_get_country (situations));
  g_signal_connect_object (situations, "notify::country", G_CALLBACK (on_situations_country_cb), self,
                           G_CONNECT_SWAPPED);
  show (self);
}

const char *
hearten_country_row_get_country (HeartenCountryRow *self)
{
  g_return_val_if_fail (HEARTEN_IS_COUNTRY_ROW (self), NULL);

  return hearten_help_lines_find_country (self->lines, self->chosen, hearten_help_get_locale ());
}

gboolean
hearten_country_row_is_chosen (HeartenCountryRow *self)
{
  g_return_val_if_fail (HEARTEN_IS_COUNTRY_ROW (self), FALSE);

  return self->chosen != NULL;
}
