/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-worksheet-start.h"

#include <glib/gi18n.h>

#include "hearten-lengths.h"

struct _HeartenWorksheetStart
{
  AdwBin parent_instance;

  HeartenActivity *activity; /* an ancestor */
  GtkLabel *invite;
  GtkLabel *where;
  HeartenLengths *lengths;
  GtkButton *go_on;
  GtkButton *begin;
};

G_DEFINE_FINAL_TYPE (HeartenWorksheetStart, hearten_worksheet_start, ADW_TYPE_BIN)

static char *
dup_where (const HeartenSheet *sitting, guint n_prompts)
{
  guint step = hearten_sheet_get_step (sitting);

  if (step >= n_prompts)
    return g_strdup (_ ("You stopped before the closing step. What you wrote is here."));
  if (n_prompts == 1)
    return g_strdup (_ ("You stopped halfway. What you wrote is here."));
  /* Translators: the number of a question, and how many there are. */
  return g_strdup_printf (_ ("You stopped at question %u of %u. What you wrote is here."), step + 1,
                          n_prompts);
}

static gboolean
hearten_worksheet_start_grab_focus (GtkWidget *widget)
{
  HeartenWorksheetStart *self = HEARTEN_WORKSHEET_START (widget);

  return gtk_widget_grab_focus (
      GTK_WIDGET (gtk_widget_get_visible (GTK_WIDGET (self->go_on)) ? self->go_on : self->begin));
}

static void
hearten_worksheet_start_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_WORKSHEET_START);

  G_OBJECT_CLASS (hearten_worksheet_start_parent_class)->dispose (object);
}

static void
hearten_worksheet_start_class_init (HeartenWorksheetStartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_worksheet_start_dispose;
  widget_class->grab_focus = hearten_worksheet_start_grab_focus;

  g_type_ensure (HEARTEN_TYPE_LENGTHS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/hearten_app/Hearten/ui/hearten-worksheet-start.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheetStart, invite);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheetStart, where);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheetStart, lengths);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheetStart, go_on);
  gtk_widget_class_bind_template_child (widget_class, HeartenWorksheetStart, begin);
}

static void
hearten_worksheet_start_init (HeartenWorksheetStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_worksheet_start_fill (HeartenWorksheetStart *self, HeartenActivity *activity)
{
  g_autofree char *invite = hearten_activity_fill_child (activity, "invite");
  const HeartenTipNode *node = hearten_activity_get_node (activity);

  g_return_if_fail (HEARTEN_IS_WORKSHEET_START (self));

  self->activity = activity;
  gtk_label_set_label (self->invite, invite);
  gtk_widget_set_visible (GTK_WIDGET (self->lengths), hearten_tip_node_count (node, "length") > 0);
  hearten_lengths_fill (self->lengths, node);
}

void
hearten_worksheet_start_offer (HeartenWorksheetStart *self, const HeartenSheet *sitting, guint n_prompts)
{
  g_autofree char *where = sitting != NULL ? dup_where (sitting, n_prompts) : g_strdup ("");
  g_autofree char *begin = sitting != NULL ? g_strdup (_ ("Start Anew"))
                                           : hearten_activity_fill_child (self->activity, "begin");

  gtk_label_set_label (self->where, where);
  gtk_widget_set_visible (GTK_WIDGET (self->where), sitting != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->go_on), sitting != NULL);
  gtk_button_set_label (self->begin, begin);
}

int
hearten_worksheet_start_get_seconds (HeartenWorksheetStart *self)
{
  int minutes;

  g_return_val_if_fail (HEARTEN_IS_WORKSHEET_START (self), -1);

  if (gtk_widget_get_visible (GTK_WIDGET (self->lengths)))
    return hearten_lengths_get_minutes (self->lengths) * 60;
  minutes = hearten_tip_node_get_number (hearten_activity_get_node (self->activity), "minutes", 0);
  return minutes > 0 ? minutes * 60 : -1;
}
