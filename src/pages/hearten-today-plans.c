/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-plans.h"

#include <glib/gi18n.h>

#include "hearten-day-words.h"
#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-tip-uses.h"

#define MOST 2

struct _HeartenTodayPlans
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* the group owns them */
};

G_DEFINE_FINAL_TYPE (HeartenTodayPlans, hearten_today_plans, HEARTEN_TYPE_TODAY_CARD)

static void
clear_rows (HeartenTodayPlans *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
hearten_today_plans_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayPlans *self = HEARTEN_TODAY_PLANS (card);
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autoptr (GArray) plans = hearten_tip_uses_find_plans (
      hearten_context_get_tips (context), hearten_context_get_items (context),
      hearten_gate_get_allows_contact (hearten_context_get_gate (context)), &today);

  clear_rows (self);
  for (guint i = 0; i < MIN (plans->len, MOST); i++)
    {
      HeartenDatedItem *plan = &g_array_index (plans, HeartenDatedItem, i);
      g_autofree char *when = hearten_day_words_dup (&plan->day, &today);
      GtkWidget *row = hearten_list_new_way (hearten_item_get_text (plan->item), when, "win.show-tip",
                                             hearten_tip_get_id (plan->use.tip));

      adw_preferences_group_add (self->group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

/* The card around this one listens. */
static void
hearten_today_plans_attach (HeartenTodayCard *card, HeartenContext *context)
{
}

static void
hearten_today_plans_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTEN_TODAY_PLANS (object)->rows);

  G_OBJECT_CLASS (hearten_today_plans_parent_class)->finalize (object);
}

static void
hearten_today_plans_class_init (HeartenTodayPlansClass *klass)
{
  HeartenTodayCardClass *card_class = HEARTEN_TODAY_CARD_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hearten_today_plans_finalize;
  card_class->attach = hearten_today_plans_attach;
  card_class->refresh = hearten_today_plans_refresh;
}

static void
hearten_today_plans_init (HeartenTodayPlans *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("What Is Ahead"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
