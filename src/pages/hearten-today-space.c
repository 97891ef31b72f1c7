/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-space.h"

#include <glib/gi18n.h>

#include "hearten-ring.h"
#include "hearten-day.h"

struct _HeartenTodaySpace
{
  HeartenTodayCard parent_instance;

  GtkWidget *button;
  HeartenRing *ring;
  GtkLabel *day;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (HeartenTodaySpace, hearten_today_space, HEARTEN_TYPE_TODAY_CARD)

static void
show_period (HeartenTodaySpace *self, HeartenSpacePeriod *period, const GDate *today)
{
  const char *reason = hearten_space_period_get_reason (period);
  g_autofree char *day = hearten_space_period_dup_day_text (period, today);
  /* Translators: read aloud for the space card; %s is such as "Day 12 of 30". */
  g_autofree char *spoken = g_strdup_printf (_ ("Space, %s"), day);

  hearten_ring_set_days (self->ring, hearten_space_period_count_days (period, today),
                         hearten_space_period_get_days (period));
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->reason, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason != NULL ? reason : "", -1);
}

static void
hearten_today_space_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodaySpace *self = HEARTEN_TODAY_SPACE (card);
  HeartenSpacePeriod *period = hearten_spaces_get_active (hearten_context_get_spaces (context));
  GDate today = hearten_day_today (hearten_context_get_clock (context));

  gtk_widget_set_visible (GTK_WIDGET (self), period != NULL);
  if (period != NULL)
    show_period (self, period, &today);
}

static void
hearten_today_space_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_spaces (context));
}

static void
hearten_today_space_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL); /* or the template and the bin would both take it out */

  G_OBJECT_CLASS (hearten_today_space_parent_class)->dispose (object);
}

static void
hearten_today_space_class_init (HeartenTodaySpaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_today_space_dispose;
  card_class->attach = hearten_today_space_attach;
  card_class->refresh = hearten_today_space_refresh;

  g_type_ensure (HEARTEN_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-today-space.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTodaySpace, button);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodaySpace, ring);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodaySpace, day);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodaySpace, reason);
}

static void
hearten_today_space_init (HeartenTodaySpace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
