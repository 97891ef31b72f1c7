/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-help-page.h"

#include "hearten-help-card.h"
#include "hearten-help-lines.h"
#include "hearten-paragraph.h"

#include <glib/gi18n.h>

struct _HeartenHelpPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *problem;
  GtkWidget *found;
  AdwComboRow *country;
  GtkLabel *hint;
  AdwPreferencesGroup *emergency_group;
  AdwPreferencesGroup *support_group;
  AdwPreferencesGroup *abuse_group;
  GtkBox *emergency;
  GtkBox *support;
  GtkBox *abuse;
  GtkBox *directories;
  GtkLabel *checked;

  HeartenContext *context;
  HeartenHelpLines *lines;
  char *chosen; /* what the user chose: a code, HEARTEN_COUNTRY_ELSEWHERE or nothing yet */
};

enum { PROP_0, PROP_CONTEXT, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeartenHelpPage, hearten_help_page, ADW_TYPE_NAVIGATION_PAGE)

/* Lines */

static void
append_nothing (GtkBox *box, const char *country_name)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: %s is a country. */
      _ ("%s: no line of this kind is in Hearten’s list. The pages further down know more."), country_name);

  gtk_box_append (box, hearten_paragraph_new (text, NULL));
}

static void
fill (HeartenHelpPage *self, GtkBox *box, const char *country, HeartenHelpKind kind)
{
  g_autoptr (GPtrArray) lines = hearten_help_lines_dup_lines (self->lines, country, kind);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (box, hearten_help_card_new (g_ptr_array_index (lines, i)));
  if (lines->len == 0)
    append_nothing (box, hearten_help_lines_get_country_name (self->lines, country));
}

/* Never a number without its country: each group names it, and has none where it is not known. */
static void
fill_group (HeartenHelpPage *self,
            AdwPreferencesGroup *group,
            GtkBox *box,
            const char *country,
            HeartenHelpKind kind,
            const char *words)
{
  gtk_widget_set_visible (GTK_WIDGET (group), country != NULL);
  if (country != NULL)
    {
      g_autofree char *description =
          /* Translators: a country, then whom the numbers below are for. */
          g_strdup_printf (_ ("%s. %s"), hearten_help_lines_get_country_name (self->lines, country), words);

      adw_preferences_group_set_description (group, description);
      fill (self, box, country, kind);
    }
}

static void
fill_groups (HeartenHelpPage *self, const char *country)
{
  fill_group (self, self->emergency_group, self->emergency, country, HEARTEN_HELP_EMERGENCY,
              _ ("When you or somebody else may be hurt, or when you think about ending your life."));
  fill_group (self, self->support_group, self->support, country, HEARTEN_HELP_SUPPORT,
              _ ("For long nights, for panic, for thoughts of not being alive, or just to be heard."));
  fill_group (
      self, self->abuse_group, self->abuse, country, HEARTEN_HELP_ABUSE,
      _ ("For fear, control, threats or blows, now or back then. You can call when you are not sure."));
}

/* The country */

/* "Another country" is the first, also while nothing is known. */
static guint
find_position (HeartenHelpPage *self, const char *country)
{
  const char *const *countries = hearten_help_lines_get_countries (self->lines);

  for (guint i = 0; country != NULL && countries[i] != NULL; i++)
    if (g_str_equal (countries[i], country))
      return i + 1;
  return 0;
}

static void
show_hint (HeartenHelpPage *self, const char *country)
{
  const char *hint = "";

  if (country == NULL)
    hint = self->chosen != NULL ? _ ("The pages below list lines there.")
                                : _ ("Choose where you are, and its numbers appear here.");
  else if (self->chosen == NULL)
    hint = _ ("Taken from this computer’s language. Change it if you are elsewhere.");

  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
}

static void on_country_selected_cb (HeartenHelpPage *self);

static void
refresh (HeartenHelpPage *self)
{
  const char *country = hearten_help_lines_find_country (self->lines, self->chosen,
                                                         hearten_help_get_locale ());

  g_signal_handlers_block_by_func (self->country, on_country_selected_cb, self);
  adw_combo_row_set_selected (self->country, find_position (self, country));
  g_signal_handlers_unblock_by_func (self->country, on_country_selected_cb, self);
  show_hint (self, country);
  fill_groups (self, country);
}

static void
fill_countries (HeartenHelpPage *self, HeartenHelpLines *lines)
{
  const char *const *countries = hearten_help_lines_get_countries (lines);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_string_list_append (names, _ ("Another country"));
  for (guint i = 0; countries[i] != NULL; i++)
    gtk_string_list_append (names, hearten_help_lines_get_country_name (lines, countries[i]));
  adw_combo_row_set_expression (self->country, expression);
  adw_combo_row_set_model (self->country, G_LIST_MODEL (names));
}

/* Callbacks */

static void
on_country_selected_cb (HeartenHelpPage *self)
{
  guint position = adw_combo_row_get_selected (self->country);

  if (self->lines == NULL)
    return;
  g_set_str (&self->chosen, position == 0 ? HEARTEN_COUNTRY_ELSEWHERE
                                          : hearten_help_lines_get_countries (self->lines)[position - 1]);
  hearten_situations_set_country (hearten_context_get_situations (self->context), self->chosen);
  refresh (self);
}

static void
on_situations_country_cb (HeartenHelpPage *self)
{
  if (g_set_str (&self->chosen,
                 hearten_situations_get_country (hearten_context_get_situations (self->context))))
    refresh (self);
}

/* GObject */

static void
show_checked (HeartenHelpPage *self)
{
  char date[64];
  g_autofree char *text = NULL;

  /* Translators: a date for strftime(). */
  g_date_strftime (date, sizeof date, _ ("%-e %B %Y"), hearten_help_lines_get_checked (self->lines));
  /* Translators: %s is a date. */
  text = g_strdup_printf (_ ("List last checked on %s."), date);
  gtk_label_set_label (self->checked, text);
}

static void
hearten_help_page_constructed (GObject *object)
{
  HeartenHelpPage *self = HEARTEN_HELP_PAGE (object);
  HeartenSituations *situations = hearten_context_get_situations (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (HeartenHelpLines) lines = hearten_help_lines_load (&error);

  G_OBJECT_CLASS (hearten_help_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->problem, lines == NULL);
  gtk_widget_set_visible (self->found, lines != NULL);
  if (lines == NULL)
    {
      g_warning ("The help lines: %s", error->message);
      return;
    }
  fill_countries (self, lines);
  self->lines = g_steal_pointer (&lines); /* from here on, choosing counts */
  show_checked (self);
  fill (self, self->directories, HEARTEN_HELP_WORLD, HEARTEN_HELP_DIRECTORY);
  g_set_str (&self->chosen, hearten_situations_get_country (situations));
  g_signal_connect_object (situations, "notify::country", G_CALLBACK (on_situations_country_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}

static void
hearten_help_page_dispose (GObject *object)
{
  HeartenHelpPage *self = HEARTEN_HELP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_HELP_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->chosen, g_free);

  G_OBJECT_CLASS (hearten_help_page_parent_class)->dispose (object);
}

static void
hearten_help_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeartenHelpPage *self = HEARTEN_HELP_PAGE (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_help_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HeartenHelpPage *self = HEARTEN_HELP_PAGE (object);

  switch (id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-help-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, problem);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, found);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, country);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, hint);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, emergency_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, support_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, abuse_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, emergency);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, support);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, abuse);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, directories);
  gtk_widget_class_bind_template_child (widget_class, HeartenHelpPage, checked);
  gtk_widget_class_bind_template_callback (widget_class, on_country_selected_cb);
}

static void
hearten_help_page_class_init (HeartenHelpPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearten_help_page_constructed;
  object_class->dispose = hearten_help_page_dispose;
  object_class->get_property = hearten_help_page_get_property;
  object_class->set_property = hearten_help_page_set_property;

  /**
   * HeartenHelpPage:context:
   *
   * Where the user's country is kept.
   */
  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                      G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hearten_help_page_init (HeartenHelpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

AdwNavigationPage *
hearten_help_page_new (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  return g_object_new (HEARTEN_TYPE_HELP_PAGE, "context", context, NULL);
}
