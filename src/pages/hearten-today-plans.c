/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-today-plans.h"

#include <glib/gi18n.h>

#include "hearten-day-words.h"
#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-rows.h"
#include "hearten-tip-uses.h"

#define MOST 2

struct _HeartenTodayPlans
{
  HeartenTodayCard parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (HeartenTodayPlans, hearten_today_plans, HEARTEN_TYPE_TODAY_CARD)

static void
hearten_today_plans_refresh (HeartenTodayCard *card, HeartenContext *context)
{
  HeartenTodayPlans *self = HEARTEN_TODAY_PLANS (card);
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autoptr (GArray) plans = hearten_tip_uses_find_plans (
      hearten_context_get_tips (context), hearten_context_get_items (context),
      hearten_gate_get_allows_contact (hearten_context_get_gate (context)), &today);

  hearten_rows_clear (self->group);
  for (guint i = 0; i < MIN (plans->len, MOST); i++)
    {
      HeartenDatedItem *plan = &g_array_index (plans, HeartenDatedItem, i);
      g_autofree char *when = hearten_day_words_dup (&plan->day, &today);
      GtkWidget *row = hearten_list_new_way (hearten_item_get_text (plan->item), when, "win.show-tip",
                                             hearten_tip_get_id (plan->use.tip));

      hearten_rows_add (self->group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), hearten_rows_get (self->group)->len > 0);
}

static void
hearten_today_plans_class_init (HeartenTodayPlansClass *klass)
{
  HEARTEN_TODAY_CARD_CLASS (klass)->refresh = hearten_today_plans_refresh;
}

static void
hearten_today_plans_init (HeartenTodayPlans *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("What Is Ahead"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
