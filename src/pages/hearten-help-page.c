/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-help-page.h"

#include "hearten-country-row.h"
#include "hearten-help-card.h"
#include "hearten-help-lines.h"
#include "hearten-paragraph.h"

#include <glib/gi18n.h>

struct _HeartenHelpPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *problem;
  GtkWidget *found;
  HeartenCountryRow *country;
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

static void
show_hint (HeartenHelpPage *self, const char *country)
{
  const char *hint = "";

  if (country == NULL)
    hint = hearten_country_row_is_chosen (self->country)
               ? _ ("The pages below list lines there.")
               : _ ("Choose where you are, and its numbers appear here.");
  else if (!hearten_country_row_is_chosen (self->country))
    hint = _ ("Taken from this computer’s language. Change it if you are elsewhere.");

  gtk_label_set_label (self->hint, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint != '\0');
}

static void
on_country_changed_cb (HeartenHelpPage *self)
{
  const char *country = hearten_country_row_get_country (self->country);

  show_hint (self, country);
  fill_groups (self, country);
}

/* GObject */

static void
show_checked (HeartenHelpPage *self)
{
  g_autofree char *date = hearten_help_lines_dup_checked (self->lines);
  /* Translators: %s is a date. */
  g_autofree char *text = g_strdup_printf (_ ("List last checked on %s."), date);

  gtk_label_set_label (self->checked, text);
}

static void
hearten_help_page_constructed (GObject *object)
{
  HeartenHelpPage *self = HEARTEN_HELP_PAGE (object);
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
  self->lines = g_steal_pointer (&lines);
  show_checked (self);
  fill (self, self->directories, HEARTEN_HELP_WORLD, HEARTEN_HELP_DIRECTORY);
  hearten_country_row_set_up (self->country, self->lines, hearten_context_get_situations (self->context));
}

static void
hearten_help_page_dispose (GObject *object)
{
  HeartenHelpPage *self = HEARTEN_HELP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_HELP_PAGE);
  g_clear_object (&self->context);
  g_clear_object (&self->lines);

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
  g_type_ensure (HEARTEN_TYPE_COUNTRY_ROW);
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
  gtk_widget_class_bind_template_callback (widget_class, on_country_changed_cb);
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
