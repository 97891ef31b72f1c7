/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-worksheet-kinder.h"

#include <glib/gi18n.h>

struct _HeartenWorksheetKinder
{
  AdwBin parent_instance;

  GtkLabel *prompt;
  GtkWidget *write_kinder;
};

G_DEFINE_FINAL_TYPE (HeartenWorksheetKinder, hearten_worksheet_kinder, ADW_TYPE_BIN)

/* What to write about instead, of oneself and of today; one for each day in turn */
static const char *const prompts[] = {
  N_ ("What would you say to a friend who had your week?"),
  N_ ("What was good today, however small?"),
  N_ ("What did you do this week that took strength?"),
  N_ ("Who was kind to you lately, and how?"),
  N_ ("What does your body need this evening?"),
};

static gboolean
hearten_worksheet_kinder_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (HEARTEN_WORKSHEET_KINDER (widget)->write_kinder);
}

static void
hearten_worksheet_kinder_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_WORKSHEET_KINDER);

  G_OBJECT_CLASS (hearten_worksheet_kinder_parent_class)->dispose (object);
}

static void
hearten_worksheet_kinder_class_init (HeartenWorksheetKinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_worksheet_kinder_dispose;
  widget_class->grab_focus = hearten_worksheet_kinder_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-worksheet-kinder.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheetKinder, prompt);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheetKinder, write_kinder);
}

static void
hearten_worksheet_kinder_init (HeartenWorksheetKinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
hearten_worksheet_kinder_show (HeartenWorksheetKinder *self, const GDate *today)
{
  g_return_if_fail (HEARTEN_IS_WORKSHEET_KINDER (self));

  gtk_label_set_label (self->prompt, _ (prompts[g_date_get_julian (today) % G_N_ELEMENTS (prompts)]));
}

const char *
hearten_worksheet_kinder_get_prompt (HeartenWorksheetKinder *self)
{
  g_return_val_if_fail (HEARTEN_IS_WORKSHEET_KINDER (self), NULL);

  return gtk_label_get_label (self->prompt);
}
