/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-insights-page.h"

#include <glib/gi18n.h>

#include "hearten-bars.h"
#include "hearten-insights-practices.h"
#include "hearten-watch.h"
#include "hearten-weather-chart.h"
#include "hearten-day.h"
#include "hearten-insights.h"

#define ENOUGH_DAYS 7
#define SMOOTH_DAYS 3

struct _HeartenInsightsPage
{
  AdwNavigationPage parent_instance;

  HeartenContext *context;
  HeartenWatch *watch;
  guint idle;

  GtkStack *stack;
  GtkWidget *soon;
  AdwToggleGroup *range;
  GtkWidget *weather_box;
  HeartenWeatherChart *chart;
  GtkLabel *weather_words;
  GtkWidget *pages_box;
  HeartenBars *bars;
  GtkLabel *pages_words;
  HeartenInsightsPractices *practices;
  GtkWidget *tips_box;
  GtkLabel *tips_words;
};

G_DEFINE_FINAL_TYPE (HeartenInsightsPage, hearten_insights_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_CONTEXT, N_PROPS };

static GParamSpec *props[N_PROPS];

/* How far to look back, in whole weeks; a year has a dot for each week. */
static const struct
{
  const char *name;
  guint weeks;
  guint step;
} ranges[] = {
  { "month", 4, 1 },
  { "quarter", 13, 1 },
  { "year", 52, 7 },
};

static guint
get_range (HeartenInsightsPage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->range);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (g_strcmp0 (ranges[i].name, name) == 0)
      return i;
  return 0;
}

/* Weather */

static void
show_weather (HeartenInsightsPage *self, GArray *moods, const GDate *today)
{
  guint range = get_range (self);
  GDate first = *today;
  g_autoptr (GArray) days = NULL, dots = NULL, line = NULL;
  g_autofree char *sentence = NULL, *words = NULL;

  g_date_subtract_days (&first, ranges[range].weeks * 7 - 1);
  days = hearten_insights_window (moods, &first, today, 1);
  dots = hearten_insights_window (moods, &first, today, ranges[range].step);
  line = ranges[range].step == 1 ? hearten_insights_smooth (days, SMOOTH_DAYS) : g_array_ref (dots);
  sentence = hearten_insights_dup_sentence (days);
  words = g_strjoin (" ", sentence,
                     ranges[range].step > 1 && days->len > 0 ? _ ("Each dot is a week.") : NULL, NULL);

  hearten_weather_chart_set_data (self->chart, dots, line, &first, today, ranges[range].step, words);
  gtk_label_set_label (self->weather_words, words);
  gtk_widget_set_visible (self->weather_box, moods->len > 0);
}

/* Pages. A person who cannot see the bars hears the numbers. */

static char *
dup_week_counts (GArray *weeks)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < weeks->len; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", g_array_index (weeks, guint, i));
  /* Translators: what the bars show; %s is such as "1, 0, 3". */
  return g_strdup_printf (_ ("Pages in each week, earliest first: %s"), list->str);
}

static char *
dup_pages_words (GArray *weeks)
{
  guint pages = 0;

  for (guint i = 0; i < weeks->len; i++)
    pages += g_array_index (weeks, guint, i);
  if (pages == 0)
    return g_strdup (_ ("No pages in this time. They are there when you want them."));
  return g_strdup_printf (
      ngettext ("You wrote %u page in this time.", "You wrote %u pages in this time.", pages), pages);
}

static void
show_pages (HeartenInsightsPage *self, const GDate *today)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (self->context));
  g_autoptr (GArray) weeks = hearten_insights_count_pages (journal, today, ranges[get_range (self)].weeks);
  g_autofree char *words = dup_pages_words (weeks), *counts = dup_week_counts (weeks);

  hearten_bars_set_counts (self->bars, weeks, _ ("Your pages, week by week"), counts);
  gtk_label_set_label (self->pages_words, words);
  gtk_widget_set_visible (self->pages_box, g_list_model_get_n_items (journal) > 0);
}

static char *
dup_tips_words (guint begun, guint practised)
{
  g_autofree char *first = NULL, *second = NULL;

  first = g_strdup_printf (ngettext ("You have begun %u tip.", "You have begun %u tips.", begun), begun);
  second = g_strdup_printf (ngettext ("You have practised %u tip.", "You have practised %u tips.", practised),
                            practised);
  if (practised == 0)
    return g_steal_pointer (&first);
  return begun == 0 ? g_steal_pointer (&second) : g_strjoin (" ", second, first, NULL);
}

/* Tips. Each counts once, however many devices have a record of it. */
static guint
show_tips (HeartenInsightsPage *self)
{
  GListModel *tips = G_LIST_MODEL (hearten_context_get_tips (self->context));
  HeartenPractices *practices = hearten_context_get_practices (self->context);
  guint n[HEARTEN_PRACTICE_STATE_PRACTISED + 1] = { 0 }, begun, practised;
  g_autofree char *words = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (tips); i++)
    {
      g_autoptr (HeartenTip) tip = g_list_model_get_item (tips, i);

      n[hearten_practices_get_state (practices, hearten_tip_get_id (tip))]++;
    }
  begun = n[HEARTEN_PRACTICE_STATE_BEGUN];
  practised = n[HEARTEN_PRACTICE_STATE_PRACTISED];
  words = dup_tips_words (begun, practised);
  gtk_label_set_label (self->tips_words, words);
  gtk_widget_set_visible (self->tips_box, begun + practised > 0);
  return begun + practised;
}

/* Showing */

static const char *
choose_child (HeartenInsightsPage *self, gboolean something)
{
  if (something)
    return "full";
  return hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY ? "empty" : "wait";
}

static void
update (HeartenInsightsPage *self)
{
  GListModel *journal = G_LIST_MODEL (hearten_context_get_journal (self->context));
  GListModel *weathers = G_LIST_MODEL (hearten_context_get_weathers (self->context));
  g_autoptr (GArray) moods = hearten_insights_combine_moods (weathers, journal);
  GDate today = hearten_day_today (hearten_context_get_clock (self->context));
  guint pages = g_list_model_get_n_items (journal), tips;
  gboolean practices = hearten_insights_practices_refresh (self->practices, self->context,
                                                           ranges[get_range (self)].weeks);

  show_weather (self, moods, &today);
  show_pages (self, &today);
  tips = show_tips (self);
  gtk_widget_set_visible (self->soon, moods->len < ENOUGH_DAYS);
  gtk_widget_set_visible (GTK_WIDGET (self->range), moods->len > 0 || pages > 0 || practices);
  gtk_stack_set_visible_child_name (self->stack,
                                    choose_child (self, practices || moods->len + pages + tips > 0));
}

static void
on_idle_cb (gpointer user_data)
{
  HeartenInsightsPage *self = user_data;

  self->idle = 0;
  update (self);
}

/* Out of sight nothing is counted; the watch says when the page comes back. While the pages arrive in parts,
 * they are not counted again for each. */
static void
on_records_changed_cb (HeartenInsightsPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      hearten_context_get_state (self->context) != HEARTEN_CONTEXT_OPENING)
    self->idle = g_idle_add_once (on_idle_cb, self);
}

static void
on_range_notify_cb (HeartenInsightsPage *self)
{
  if (self->context != NULL)
    update (self);
}

/* GObject */

static void
hearten_insights_page_constructed (GObject *object)
{
  HeartenInsightsPage *self = HEARTEN_INSIGHTS_PAGE (object);
  gpointer records[] = {
    hearten_context_get_journal (self->context),    hearten_context_get_weathers (self->context),
    hearten_context_get_practices (self->context),  hearten_context_get_items (self->context),
    hearten_context_get_intentions (self->context), hearten_context_get_checkins (self->context),
    hearten_context_get_sittings (self->context)
  };

  G_OBJECT_CLASS (hearten_insights_page_parent_class)->constructed (object);

  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (self->context));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (on_records_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_signal_connect_object (records[i], "items-changed", G_CALLBACK (on_records_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (records[i], "changed", G_CALLBACK (on_records_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
hearten_insights_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, HEARTEN_INSIGHTS_PAGE (object)->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_insights_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTEXT:
      HEARTEN_INSIGHTS_PAGE (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_insights_page_dispose (GObject *object)
{
  HeartenInsightsPage *self = HEARTEN_INSIGHTS_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->watch);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_INSIGHTS_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_insights_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, soon);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, range);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, weather_box);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, weather_words);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, pages_box);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, bars);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, pages_words);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, practices);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, tips_box);
  gtk_widget_class_bind_template_child (widget_class, HeartenInsightsPage, tips_words);
  gtk_widget_class_bind_template_callback (widget_class, on_range_notify_cb);
}

static void
hearten_insights_page_class_init (HeartenInsightsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = hearten_insights_page_constructed;
  object_class->get_property = hearten_insights_page_get_property;
  object_class->set_property = hearten_insights_page_set_property;
  object_class->dispose = hearten_insights_page_dispose;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (HEARTEN_TYPE_BARS);
  g_type_ensure (HEARTEN_TYPE_INSIGHTS_PRACTICES);
  g_type_ensure (HEARTEN_TYPE_WEATHER_CHART);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hearten_insights_page_init (HeartenInsightsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

AdwNavigationPage *
hearten_insights_page_new (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  return g_object_new (HEARTEN_TYPE_INSIGHTS_PAGE, "context", context, NULL);
}
