/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-practices.h"

#include "hearten-today-boundaries.h"
#include "hearten-today-checkins.h"
#include "hearten-today-intentions.h"
#include "hearten-today-jar.h"
#include "hearten-today-plans.h"

#define N_PARTS 5

struct _HeartenTodayPractices
{
  HeartenTodayCard parent_instance;

  HeartenTodayCard *parts[N_PARTS];
};

G_DEFINE_FINAL_TYPE (HeartenTodayPractices, hearten_today_practices, HEARTEN_TYPE_TODAY_CARD)

static void
hearten_today_practices_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayPractices *self = HEARTEN_TODAY_PRACTICES (card);
  gboolean any = FALSE;

  for (guint i = 0; i < N_PARTS; i++)
    {
      hearten_today_card_refresh (self->parts[i]);
      any = any || gtk_widget_get_visible (GTK_WIDGET (self->parts[i]));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

/* The parts are not mapped while none of them is there: so it is this card that listens. */
static void
hearten_today_practices_attach (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayPractices *self = HEARTEN_TODAY_PRACTICES (card);

  for (guint i = 0; i < N_PARTS; i++)
    hearten_today_card_set_context (self->parts[i], context);
  hearten_today_card_follow_records (card, hearten_context_get_items (context));
  hearten_today_card_follow_records (card, hearten_context_get_intentions (context));
  hearten_today_card_follow_records (card, hearten_context_get_checkins (context));
  hearten_today_card_follow_records (card, hearten_context_get_weathers (context));
  hearten_today_card_follow (card, hearten_context_get_gate (context), "notify::allows-contact");
}

static void
hearten_today_practices_class_init (HeartenTodayPracticesClass *klass)
{
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  card_class->attach = hearten_today_practices_attach;
  card_class->refresh = hearten_today_practices_refresh;
}

static void
hearten_today_practices_init (HeartenTodayPractices *self)
{
  GType types[N_PARTS] = { HEARTEN_TYPE_TODAY_JAR, HEARTEN_TYPE_TODAY_INTENTIONS, HEARTEN_TYPE_TODAY_CHECKINS,
                           HEARTEN_TYPE_TODAY_PLANS, HEARTEN_TYPE_TODAY_BOUNDARIES };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  for (guint i = 0; i < N_PARTS; i++)
    {
      self->parts[i] = g_object_new (types[i], NULL);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->parts[i]));
    }
  adw_bin_set_child (ADW_BIN (self), box);
}
