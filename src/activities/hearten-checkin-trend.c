/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-checkin-trend.h"

#include <glib/gi18n.h>

#include "hearten-day.h"
#include "hearten-insights.h"
#include "hearten-paragraph.h"
#include "hearten-tip.h"
#include "hearten-weather-chart.h"

#define WEEK 7
#define LEAST_WEEKS 8
#define MOST_WEEKS 52
#define MIDDLE 3

struct _HeartenCheckinTrend
{
  AdwBin parent_instance;

  HeartenCheckins *checkins;
  char *tip;
  char *face;
  const HeartenTipNode *activity; /* the tip has it */
  GPtrArray *prompts;             /* those with a scale */
  GtkDropDown *question;
  HeartenWeatherChart *chart;
  GtkLabel *words;
  GtkLabel *ends;
};

G_DEFINE_FINAL_TYPE (HeartenCheckinTrend, hearten_checkin_trend, ADW_TYPE_BIN)

static const HeartenTipNode *
get_prompt (HeartenCheckinTrend *self)
{
  guint place = gtk_drop_down_get_selected (self->question);

  return place < self->prompts->len ? g_ptr_array_index (self->prompts, place) : NULL;
}

static int
get_answer (GArray *trend, guint place)
{
  return (int) g_array_index (trend, HeartenDayMood, place).mood + MIDDLE;
}

static char *
dup_words (GArray *trend)
{
  g_autoptr (GString) answers = g_string_new (NULL);
  guint first = trend->len > 8 ? trend->len - 8 : 0;

  if (trend->len == 0)
    return g_strdup (_ ("No answer yet."));
  for (guint i = first; i < trend->len; i++)
    g_string_append_printf (answers, "%s%d", i > first ? ", " : "", get_answer (trend, i));
  if (trend->len == 1)
    /* Translators: %s is a number from 1 to 5. */
    return g_strdup_printf (_ ("Your answer: %s of 5. With a second one there is a line."), answers->str);
  /* Translators: %s are numbers from 1 to 5, such as "2, 3, 3, 4". */
  return g_strdup_printf (_ ("Your latest answers, oldest first: %s. Single weeks say little."),
                          answers->str);
}

static void
show_chart (HeartenCheckinTrend *self, GArray *trend)
{
  GDate today = hearten_day_today (
      hearten_store_get_clock (hearten_records_get_store (HEARTEN_RECORDS (self->checkins))));
  GDate first = today;
  guint weeks = LEAST_WEEKS;
  g_autofree char *words = dup_words (trend);
  g_autoptr (GArray) window = NULL;

  while (trend->len > 0 && weeks < MOST_WEEKS &&
         g_array_index (trend, HeartenDayMood, 0).julian + weeks * WEEK <= g_date_get_julian (&today))
    weeks += 4;
  g_date_subtract_days (&first, weeks * WEEK - 1);
  window = hearten_insights_window (trend, &first, &today, 1);
  hearten_weather_chart_set_data (self->chart, window, window, &first, &today, WEEK, words);
  gtk_label_set_label (self->words, words);
}

gboolean
hearten_checkin_trend_refresh (HeartenCheckinTrend *self)
{
  const HeartenTipNode *prompt = get_prompt (self);
  g_autoptr (GArray) trend = NULL;
  g_autofree char *ends = NULL;

  if (prompt == NULL)
    return FALSE;
  trend = hearten_checkins_dup_trend (self->checkins, self->tip, self->face,
                                      hearten_tip_node_get_id (prompt));
  /* Translators: what the ends of a scale mean: "1: Hardly at all. 5: Well." */
  ends = g_strdup_printf (_ ("1: %1$s. 5: %2$s."), hearten_tip_node_find_text (prompt, "low"),
                          hearten_tip_node_find_text (prompt, "high"));
  gtk_label_set_label (self->ends, ends);
  hearten_weather_chart_use_numbers (self->chart, hearten_tip_node_find_text (prompt, "ask"));
  show_chart (self, trend);
  return trend->len > 0;
}

/* Building */

static void
find_prompts (HeartenCheckinTrend *self, GtkStringList *strings, const char *name)
{
  for (guint i = 0; i < hearten_tip_node_get_n_children (self->activity); i++)
    {
      const HeartenTipNode *child = hearten_tip_node_get_child (self->activity, i);
      g_autofree char *ask = NULL;

      if (!hearten_tip_node_is (child, "prompt") || hearten_tip_node_find (child, "low") == NULL)
        continue;
      ask = hearten_tip_fill_name (hearten_tip_node_find_text (child, "ask"), name);
      gtk_string_list_append (strings, ask);
      g_ptr_array_add (self->prompts, (gpointer) child);
    }
}

/* The questions are sentences: the one that is shown may be cut, in the list they break. */
static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = hearten_paragraph_new (NULL, NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
build (HeartenCheckinTrend *self, GtkStringList *strings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *card = adw_bin_new ();
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), NULL);
  self->question = GTK_DROP_DOWN (
      g_object_new (GTK_TYPE_DROP_DOWN, "model", strings, "factory", factory, NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->question), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Question"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->question), self->prompts->len > 1);
  self->chart = g_object_new (HEARTEN_TYPE_WEATHER_CHART, "margin-start", 18, "margin-end", 18, "margin-top",
                              18, "margin-bottom", 18, NULL);
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->chart));
  self->ends = GTK_LABEL (hearten_paragraph_new (NULL, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->ends), "dimmed");
  self->words = GTK_LABEL (hearten_paragraph_new (NULL, NULL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ends));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->words));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->question, "notify::selected", G_CALLBACK (hearten_checkin_trend_refresh),
                           self, G_CONNECT_SWAPPED);
}

/* GObject */

static void
hearten_checkin_trend_dispose (GObject *object)
{
  g_clear_object (&HEARTEN_CHECKIN_TREND (object)->checkins);

  G_OBJECT_CLASS (hearten_checkin_trend_parent_class)->dispose (object);
}

static void
hearten_checkin_trend_finalize (GObject *object)
{
  HeartenCheckinTrend *self = HEARTEN_CHECKIN_TREND (object);

  g_ptr_array_unref (self->prompts);
  g_free (self->tip);
  g_free (self->face);

  G_OBJECT_CLASS (hearten_checkin_trend_parent_class)->finalize (object);
}

static void
hearten_checkin_trend_class_init (HeartenCheckinTrendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_checkin_trend_dispose;
  G_OBJECT_CLASS (klass)->finalize = hearten_checkin_trend_finalize;
}

static void
hearten_checkin_trend_init (HeartenCheckinTrend *self)
{
  self->prompts = g_ptr_array_new ();
}

/* Public */

GtkWidget *
hearten_checkin_trend_new (HeartenCheckins *checkins,
                           const char *tip,
                           const char *face,
                           const HeartenTipNode *activity,
                           const char *name)
{
  HeartenCheckinTrend *self = g_object_new (HEARTEN_TYPE_CHECKIN_TREND, NULL);
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);

  self->checkins = g_object_ref (checkins);
  self->tip = g_strdup (tip);
  self->face = g_strdup (face);
  self->activity = activity;
  find_prompts (self, strings, name);
  build (self, strings);
  return GTK_WIDGET (self);
}
