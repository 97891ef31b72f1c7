/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tips.h"

#include <glib/gi18n-lib.h>

#define LOOK HEARTEN_STAGE_LOOK_INWARD
#define ROOM HEARTEN_STAGE_GIVE_ROOM
#define REACH HEARTEN_STAGE_REACH_OUT
#define REBUILD HEARTEN_STAGE_REBUILD
#define GROW HEARTEN_STAGE_GROW
#define DAYS 7

/* The stage of each weekday, from Monday. */
typedef const HeartenStage Week[DAYS];

static Week steady_week = { LOOK, ROOM, GROW, LOOK, REBUILD, REACH, GROW };
static Week way_back_week = { LOOK, ROOM, REACH, REBUILD, LOOK, ROOM, GROW };
static Week move_on_week = { LOOK, GROW, ROOM, REBUILD, GROW, LOOK, REACH };

/* Someone who hopes for a way back to a person who said no, or was dangerous, is not led there. */
static const HeartenStage *
choose_week (HeartenSituation *situation)
{
  HeartenContact contact;

  if (situation == NULL)
    return steady_week;

  contact = hearten_situation_get_contact (situation);
  switch (hearten_situation_get_hope (situation))
    {
    case HEARTEN_HOPE_WAY_BACK:
      return contact == HEARTEN_CONTACT_NO || contact == HEARTEN_CONTACT_UNSAFE ? steady_week : way_back_week;
    case HEARTEN_HOPE_MOVE_ON:
      return move_on_week;
    case HEARTEN_HOPE_NOT_SURE:
    case HEARTEN_HOPE_UNSET:
    default:
      return steady_week;
    }
}

/* How many days before this one had its stage, since the calendar began (a Monday): whose turn it is. */
static guint
count_turns (const HeartenStage *week, const GDate *day)
{
  guint days = g_date_get_julian (day) - 1;
  HeartenStage stage = week[days % DAYS];
  guint whole_weeks = 0, this_week = 0;

  for (guint i = 0; i < DAYS; i++)
    if (week[i] == stage)
      {
        whole_weeks++;
        this_week += i < days % DAYS;
      }
  return days / DAYS * whole_weeks + this_week;
}

static gboolean
was_today (HeartenPractice *practice, const GDate *day)
{
  GDate last;

  return practice != NULL && hearten_practice_get_last (practice, &last) && g_date_compare (&last, day) >= 0;
}

/* What happens today does not count until tomorrow, or the choice would change under the user's hands. */
static gboolean
was_practised_before (HeartenPractices *practices, HeartenTip *tip, const GDate *day)
{
  HeartenPractice *practice = hearten_practices_find (practices, hearten_tip_get_id (tip));

  return practice != NULL && hearten_practice_get_state (practice) == HEARTEN_PRACTICE_STATE_PRACTISED &&
         !was_today (practice, day);
}

static GPtrArray *
list_stage (HeartenTips *tips, HeartenStage stage)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tips)); i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (G_LIST_MODEL (tips), i);

      if (hearten_tip_get_stage (tip) == stage)
        g_ptr_array_add (list, g_steal_pointer (&tip));
    }
  return list;
}

/* The tip whose turn it is, or the next after it; with @practices only one that was not practised before
 * @day. */
static HeartenTip *
pick (HeartenTips *tips, HeartenStage stage, guint turn, HeartenPractices *practices, const GDate *day)
{
  g_autoptr (GPtrArray) list = list_stage (tips, stage);

  for (guint i = 0; i < list->len; i++)
    {
      HeartenTip *tip = g_ptr_array_index (list, (turn + i) % list->len);

      if (practices == NULL || !was_practised_before (practices, tip, day))
        return tip;
    }
  return NULL;
}

/* The day's own stage comes first, then those of the days after it. */
static HeartenTip *
pick_from_week (HeartenTips *tips, const HeartenStage *week, HeartenPractices *practices, const GDate *day)
{
  guint turn = count_turns (week, day);
  guint weekday = (g_date_get_julian (day) - 1) % DAYS;
  HeartenTip *tip = NULL;

  for (guint i = 0; i < DAYS && tip == NULL; i++)
    tip = pick (tips, week[(weekday + i) % DAYS], turn, practices, day);
  return tip;
}

/* Why */

static const char *
tell_stage (HeartenStage stage, gboolean allows_contact)
{
  switch (stage)
    {
    case HEARTEN_STAGE_LOOK_INWARD:
      return _ ("Today is for looking inward.");
    case HEARTEN_STAGE_GIVE_ROOM:
      return _ ("Today is for giving room.");
    case HEARTEN_STAGE_REACH_OUT:
      return allows_contact ? _ ("Today is for reaching out, gently.")
                            : _ ("Today is for the people around you.");
    case HEARTEN_STAGE_REBUILD:
      return _ ("Today is for what you want to build on.");
    case HEARTEN_STAGE_GROW:
    default:
      return _ ("Today is for growing.");
    }
}

static const char *
tell_state (HeartenPractices *practices, HeartenTip *tip, const GDate *day)
{
  HeartenPractice *practice = hearten_practices_find (practices, hearten_tip_get_id (tip));

  switch (practice != NULL ? hearten_practice_get_state (practice) : HEARTEN_PRACTICE_STATE_NEW)
    {
    case HEARTEN_PRACTICE_STATE_BEGUN:
      return was_today (practice, day) ? _ ("You began this one today.")
                                       : _ ("You began this one and can pick it up again.");
    case HEARTEN_PRACTICE_STATE_PRACTISED:
      return was_today (practice, day) ? _ ("You practised this one today.")
                                       : _ ("You know this one, and it may say something new.");
    case HEARTEN_PRACTICE_STATE_NEW:
    default:
      return _ ("You have not tried this one yet.");
    }
}

HeartenTip *
hearten_tips_of_the_day (HeartenTips *self,
                         const GDate *day,
                         HeartenSituation *situation,
                         HeartenPractices *practices,
                         gboolean allows_contact,
                         char **reason)
{
  const HeartenStage *week;
  HeartenTip *tip;

  g_return_val_if_fail (HEARTEN_IS_TIPS (self), NULL);
  g_return_val_if_fail (g_date_valid (day), NULL);
  g_return_val_if_fail (HEARTEN_IS_PRACTICES (practices), NULL);

  week = choose_week (situation);
  tip = pick_from_week (self, week, practices, day);
  if (tip == NULL)
    tip = pick_from_week (self, week, NULL, day);

  if (tip != NULL && reason != NULL)
    *reason = g_strjoin (" ", tell_stage (hearten_tip_get_stage (tip), allows_contact),
                         tell_state (practices, tip, day), NULL);
  return tip;
}
