/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-chapter.h"

#include <glib/gi18n-lib.h>

#include "hearten-day.h"
#include "hearten-insights.h"
#include "hearten-taper.h"
#include "hearten-tip-uses.h"

#define WEEKS 4
#define LEAST_DAYS (8 * 7)
#define LEAST_WEATHERS 8
#define BRIGHT 0.5

/* First and last words */

static char *
dup_day (const GDate *day)
{
  char text[100];

  /* Translators: a day, as g_date_strftime() takes it: %e is the day, %B the month, %Y the year. */
  g_date_strftime (text, sizeof text, _ ("%-e %B %Y"), day);
  return g_strdup (text);
}

/* The list is newest first; a page that was begun and left bare has no words. */
static guint
count_pages (HeartenContext *context, GDate *first, GDate *last)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (context));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (journal); i++)
    {
      g_autoptr (HeartenEntry) entry = g_list_model_get_item (journal, i);

      if (hearten_entry_is_blank (entry))
        continue;
      *first = hearten_record_get_day (HEARTEN_RECORD (entry));
      if (n++ == 0)
        *last = *first;
    }
  return n;
}

static void
look_at_pages (HeartenContext *context, GStrvBuilder *look)
{
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  GDate first, last;
  guint n = count_pages (context, &first, &last);

  if (n == 0)
    return;
  first_day = dup_day (&first);
  last_day = dup_day (&last);
  if (g_date_compare (&first, &last) == 0)
    g_strv_builder_take (look, g_strdup_printf (_ ("You wrote here on %s."), first_day));
  else
    g_strv_builder_take (look,
                         g_strdup_printf (_ ("Your first words here are from %1$s, your latest from %2$s."),
                                          first_day, last_day));
  g_strv_builder_take (
      look, g_strdup_printf (ngettext ("You have written %u page.", "You have written %u pages.", n), n));
}

/* Weather */

static double
average (GArray *moods)
{
  double sum = 0;

  for (guint i = 0; i < moods->len; i++)
    sum += g_array_index (moods, HeartenDayMood, i).mood;
  return moods->len > 0 ? sum / moods->len : 0;
}

typedef struct
{
  double early;
  double late;
  guint n_late;
  guint32 begin; /* the first day with a mood */
} Trend;

/* The first four weeks with a weather, and the four that end today */
static gboolean
find_trend (HeartenContext *context, Trend *trend)
{
  g_autoptr (GArray)
      moods = hearten_insights_combine_moods (G_LIST_MODEL (hearten_context_get_weathers (context)),
                                              G_LIST_MODEL (hearten_context_get_journal (context)));
  GDate today = hearten_day_today (hearten_context_get_clock (context));
  g_autoptr (GArray) early = NULL;
  g_autoptr (GArray) late = NULL;
  GDate first, last, since = today;

  if (moods->len == 0)
    return FALSE;
  trend->begin = g_array_index (moods, HeartenDayMood, 0).julian;
  g_date_clear (&first, 1);
  g_date_set_julian (&first, trend->begin);
  last = first;
  g_date_add_days (&last, WEEKS * 7 - 1);
  g_date_subtract_days (&since, WEEKS * 7 - 1);
  early = hearten_insights_window (moods, &first, &last, 1);
  late = hearten_insights_window (moods, &since, &today, 1);
  trend->early = average (early);
  trend->late = average (late);
  trend->n_late = late->len;
  /* Two spans that overlap say nothing about a change. */
  return late->len > 0 && g_date_compare (&last, &since) < 0;
}

static const char *
name_weather (double mood)
{
  switch ((int) (mood - HEARTEN_MOOD_LOWEST + 0.5) + HEARTEN_MOOD_LOWEST)
    {
    case -2:
      return C_ ("weather on the whole", "stormy");
    case -1:
      return C_ ("weather on the whole", "rainy");
    case 0:
      return C_ ("weather on the whole", "grey");
    case 1:
      return C_ ("weather on the whole", "brightening");
    default:
      return C_ ("weather on the whole", "clear");
    }
}

static void
look_at_weather (HeartenContext *context, GStrvBuilder *look)
{
  Trend trend;

  if (!find_trend (context, &trend))
    return;
  if (g_str_equal (name_weather (trend.early), name_weather (trend.late)))
    g_strv_builder_take (look,
                         g_strdup_printf (_ ("On the whole, the weather inside was %s at first, and it still "
                                             "is. That is all right."),
                                          name_weather (trend.late)));
  else
    g_strv_builder_take (
        look,
        g_strdup_printf (_ ("On the whole, the weather inside was %1$s in the first weeks. In the last ones "
                            "it is %2$s."),
                         name_weather (trend.early), name_weather (trend.late)));
}

/* Wins, urges, check-ins */

static void
look_at_wins (HeartenContext *context, GStrvBuilder *look)
{
  gboolean allows = hearten_gate_get_allows_contact (hearten_context_get_gate (context));
  g_autoptr (GArray)
      uses = hearten_tip_uses_find (hearten_context_get_tips (context), allows, "collection", "jar");

  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);
      g_autoptr (GPtrArray)
          wins = hearten_items_dup_list (hearten_context_get_items (context), hearten_tip_get_id (use->tip),
                                         hearten_tip_face_get_nick (use->face), FALSE);

      if (wins->len == 0)
        continue;
      g_strv_builder_take (
          look, g_strdup_printf (ngettext ("%1$u small win is in your jar: “%2$s”.",
                                           "%1$u small wins are in your jar. The latest: “%2$s”.", wins->len),
                                 wins->len, hearten_item_get_text (wins->pdata[wins->len - 1])));
    }
}

static void
look_at_urges (HeartenContext *context, GStrvBuilder *look)
{
  GListModel *urges = G_LIST_MODEL (hearten_context_get_urges (context));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (urges); i++)
    {
      g_autoptr (HeartenUrge) urge = g_list_model_get_item (urges, i);

      n += hearten_urge_get_outcome (urge) == HEARTEN_OUTCOME_RODE ? 1 : 0;
    }
  if (n > 0)
    g_strv_builder_take (look,
                         g_strdup_printf (ngettext ("You rode out the wish to write to them %u time.",
                                                    "You rode out the wish to write to them %u times.", n),
                                          n));
}

static void
look_at_answers (HeartenContext *context,
                 const HeartenTipUse *use,
                 const HeartenTipNode *prompt,
                 GStrvBuilder *look)
{
  g_autoptr (GArray) trend = hearten_checkins_dup_trend (
      hearten_context_get_checkins (context), hearten_tip_get_id (use->tip),
      hearten_tip_face_get_nick (use->face), hearten_tip_node_get_id (prompt));
  g_autofree char *ask = NULL;

  if (trend->len < 2)
    return;
  ask = hearten_tip_fill_name (hearten_tip_node_find_text (prompt, "ask"),
                               hearten_situations_get_name (hearten_context_get_situations (context)));
  /* A scale of 1 … 5 is kept as −2 … 2. */
  g_strv_builder_take (
      look,
      /* Translators: a question, and two numbers from 1 to 5 */
      g_strdup_printf (_ ("“%1$s” At first you answered %2$d of 5, last %3$d."), ask,
                       (int) g_array_index (trend, HeartenDayMood, 0).mood + 3,
                       (int) g_array_index (trend, HeartenDayMood, trend->len - 1).mood + 3));
}

/* Of each check-in the first question with a scale: more would be a table. */
static void
look_at_checkins (HeartenContext *context, GStrvBuilder *look)
{
  gboolean allows = hearten_gate_get_allows_contact (hearten_context_get_gate (context));
  g_autoptr (GArray)
      uses = hearten_tip_uses_find (hearten_context_get_tips (context), allows, "checkin", NULL);

  for (guint i = 0; i < uses->len; i++)
    {
      HeartenTipUse *use = &g_array_index (uses, HeartenTipUse, i);

      for (guint j = 0; j < hearten_tip_node_get_n_children (use->node); j++)
        {
          const HeartenTipNode *prompt = hearten_tip_node_get_child (use->node, j);

          if (!hearten_tip_node_is (prompt, "prompt") || hearten_tip_node_find (prompt, "low") == NULL)
            continue;
          look_at_answers (context, use, prompt, look);
          break;
        }
    }
}

GStrv
hearten_chapter_dup_look (HeartenContext *context)
{
  g_autoptr (GStrvBuilder) look = g_strv_builder_new ();

  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  look_at_pages (context, look);
  look_at_wins (context, look);
  look_at_weather (context, look);
  look_at_checkins (context, look);
  look_at_urges (context, look);
  return g_strv_builder_end (look);
}

/* Offering */

static gboolean
has_urge_since (HeartenContext *context, gint64 since)
{
  g_autoptr (HeartenRecord)
      latest = g_list_model_get_item (G_LIST_MODEL (hearten_context_get_urges (context)), 0);

  return latest != NULL && hearten_record_get_created (latest) >= since;
}

gboolean
hearten_chapter_may_offer (HeartenContext *context)
{
  HeartenSituations *situations;
  GDate today;
  gint64 now;
  Trend trend;

  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), FALSE);

  situations = hearten_context_get_situations (context);
  today = hearten_day_today (hearten_context_get_clock (context));
  now = hearten_clock_get_now (hearten_context_get_clock (context));
  if (hearten_context_get_state (context) != HEARTEN_CONTEXT_READY ||
      hearten_situations_get_closed (situations, NULL) || hearten_situations_get_unoffered (situations) ||
      hearten_spaces_get_active (hearten_context_get_spaces (context)) != NULL ||
      has_urge_since (context, now - WEEKS * 7 * G_TIME_SPAN_DAY))
    return FALSE;
  return find_trend (context, &trend) && trend.begin + LEAST_DAYS <= g_date_get_julian (&today) &&
         trend.n_late >= LEAST_WEATHERS && trend.late >= BRIGHT && trend.late > trend.early;
}

/* Reminders */

static HeartenRule *
lighten (HeartenContext *context, HeartenReminder *reminder)
{
  GDate today = hearten_day_today (hearten_context_get_clock (context));

  if (!hearten_reminder_get_enabled (reminder) || hearten_record_is_read_only (HEARTEN_RECORD (reminder)))
    return NULL;
  return hearten_taper_lighten (hearten_reminder_get_rule (reminder), &today);
}

guint
hearten_chapter_count_reminders (HeartenContext *context, guint *n_light)
{
  HeartenReminders *reminders = hearten_context_get_reminders (context);
  guint n = 0;

  *n_light = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reminders)); i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (reminders), i);
      g_autoptr (HeartenRule) rule = lighten (context, reminder);

      n += hearten_reminders_get_next (reminders, reminder) != 0 ? 1 : 0;
      *n_light += rule != NULL ? 1 : 0;
    }
  return n;
}

void
hearten_chapter_close (HeartenContext *context, HeartenChapterReminders choice)
{
  HeartenReminders *reminders;

  g_return_if_fail (HEARTEN_IS_CONTEXT (context));

  reminders = hearten_context_get_reminders (context);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reminders)); i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (reminders), i);
      g_autoptr (HeartenRule) rule = NULL;

      if (choice == HEARTEN_CHAPTER_REMINDERS_LIGHTEN && (rule = lighten (context, reminder)) != NULL)
        hearten_reminders_lighten (reminders, reminder, rule);
    }
  if (choice == HEARTEN_CHAPTER_REMINDERS_PAUSE)
    hearten_reminder_settings_pause (hearten_context_get_reminder_settings (context), HEARTEN_PAUSED_ALWAYS);
  hearten_situations_set_closed (hearten_context_get_situations (context), TRUE);
}

void
hearten_chapter_reopen (HeartenContext *context)
{
  HeartenReminderSettings *settings;
  HeartenReminders *reminders;

  g_return_if_fail (HEARTEN_IS_CONTEXT (context));

  reminders = hearten_context_get_reminders (context);
  settings = hearten_context_get_reminder_settings (context);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reminders)); i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (reminders), i);

      hearten_reminders_unlighten (reminders, reminder);
    }
  /* A pause until a day is another one. */
  if (hearten_reminder_settings_get_manners (settings)->paused_until == HEARTEN_PAUSED_ALWAYS)
    hearten_reminder_settings_resume (settings);
  hearten_situations_set_closed (hearten_context_get_situations (context), FALSE);
}
