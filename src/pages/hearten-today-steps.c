/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-steps.h"

#define FIRST_DAYS 3

struct _HeartenTodaySteps
{
  HeartenTodayCard parent_instance;

  gboolean read; /* a tip, since the start; the store keeps what was done with a tip, not what was read */
  GtkWidget *weather;
  GtkWidget *tip;
  GtkWidget *reminder;
};

G_DEFINE_FINAL_TYPE (HeartenTodaySteps, hearten_today_steps, HEARTEN_TYPE_TODAY_CARD)

static guint
count (gpointer records)
{
  return g_list_model_get_n_items (G_LIST_MODEL (records));
}

/* Who has written a page, or been here some days, knows the way. */
static gboolean
is_new_here (HeartenContext *context)
{
  return hearten_context_get_state (context) == HEARTEN_CONTEXT_READY &&
         count (hearten_context_get_journal (context)) == 0 &&
         count (hearten_context_get_weathers (context)) < FIRST_DAYS;
}

static void
hearten_today_steps_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodaySteps *self = HEARTEN_TODAY_STEPS (card);
  g_autoptr (GDateTime) now = hearten_clock_dup_local (hearten_context_get_clock (context));
  gboolean weather = hearten_weathers_get_mood (hearten_context_get_weathers (context), now) ==
                     HEARTEN_MOOD_UNSET;
  gboolean tip = !self->read && count (hearten_context_get_practices (context)) == 0;
  gboolean reminder = count (hearten_context_get_reminders (context)) == 0;

  gtk_widget_set_visible (self->weather, weather);
  gtk_widget_set_visible (self->tip, tip);
  gtk_widget_set_visible (self->reminder, reminder);
  gtk_widget_set_visible (GTK_WIDGET (self), is_new_here (context) && (weather || tip || reminder));
}

static void
hearten_today_steps_attach (HeartenTodayCard *card, HeartenContext *context)
{
  hearten_today_card_follow_records (card, hearten_context_get_journal (context));
  hearten_today_card_follow_records (card, hearten_context_get_weathers (context));
  hearten_today_card_follow_records (card, hearten_context_get_practices (context));
  hearten_today_card_follow_records (card, hearten_context_get_reminders (context));
}

static void
hearten_today_steps_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_TODAY_STEPS);

  G_OBJECT_CLASS (hearten_today_steps_parent_class)->dispose (object);
}

static void
hearten_today_steps_class_init (HeartenTodayStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_today_steps_dispose;
  card_class->attach = hearten_today_steps_attach;
  card_class->refresh = hearten_today_steps_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-today-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenTodaySteps, weather);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodaySteps, tip);
  gtk_widget_class_bind_template_child (widget_class, HeartenTodaySteps, reminder);
}

static void
hearten_today_steps_init (HeartenTodaySteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_today_steps_take_reading (HeartenTodaySteps *self)
{
  g_return_if_fail (HEARTEN_IS_TODAY_STEPS (self));

  self->read = TRUE;
  hearten_today_card_refresh (HEARTEN_TODAY_CARD (self));
}
