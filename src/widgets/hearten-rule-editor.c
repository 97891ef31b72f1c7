/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-rule-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hearten-day-choice.h"
#include "hearten-day.h"
#include "hearten-time-picker.h"
#include "hearten-times-editor.h"
#include "hearten-weekday-picker.h"

#define MORNING (9 * 60)
#define EVENING (21 * 60)

struct _HeartenRuleEditor
{
  AdwBin parent_instance;

  AdwComboRow *repeat_row;
  AdwSpinRow *every_row;
  GtkAdjustment *every;
  AdwSpinRow *count_row;
  AdwComboRow *plan_row;
  AdwComboRow *around_row;
  AdwComboRow *month_row;
  AdwSpinRow *date_row;
  HeartenWeekdayPicker *weekdays;
  AdwEntryRow *on_row;
  AdwSwitchRow *last_row;
  GtkCalendar *calendar;
  HeartenTimesEditor *times;
  GtkWidget *window;
  HeartenTimePicker *start;
  HeartenTimePicker *end;

  GPtrArray *plans;  /* of char *: their ids, in the order of the list */
  HeartenRule *kept; /* with days that are not chosen here; NULL for all others */
  char *zone;
  guint32 from; /* where every second week, every third day … are counted from */
  gboolean setting;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeartenRuleEditor, hearten_rule_editor, ADW_TYPE_BIN)

/* In the order of the list */
static const struct
{
  HeartenRepeat repeat;
  const char *label;
} kinds[] = {
  { HEARTEN_REPEAT_DAILY, NC_ ("a reminder comes", "Every day") },
  { HEARTEN_REPEAT_WEEKLY, NC_ ("a reminder comes", "On weekdays you choose") },
  { HEARTEN_REPEAT_MOMENTS, NC_ ("a reminder comes", "At quiet moments") },
  { HEARTEN_REPEAT_HOURLY, NC_ ("a reminder comes", "Every few hours") },
  { HEARTEN_REPEAT_DAYS, NC_ ("a reminder comes", "Every few days") },
  { HEARTEN_REPEAT_MONTHLY, NC_ ("a reminder comes", "Every month") },
  { HEARTEN_REPEAT_YEARLY, NC_ ("a reminder comes", "Every year") },
  { HEARTEN_REPEAT_ONCE, NC_ ("a reminder comes", "Once") },
  { HEARTEN_REPEAT_RELATIVE, NC_ ("a reminder comes", "On days of your time of giving space") },
  { HEARTEN_REPEAT_RELATIVE, NC_ ("a reminder comes", "Around the day of a plan") },
};

#define PLAN (G_N_ELEMENTS (kinds) - 1)
#define KEPT G_N_ELEMENTS (kinds)

/* Which days, as a rule counts them */
static const struct
{
  const char *label;
  int on[2];
  gsize n_on;
} arounds[] = {
  { NC_ ("day of a plan", "On the day"), { 0 }, 1 },
  { NC_ ("day of a plan", "The day before"), { -1 }, 1 },
  { NC_ ("day of a plan", "The day before and on the day"), { -1, 0 }, 2 },
  { NC_ ("day of a plan", "A week before"), { -7 }, 1 },
  { NC_ ("day of a plan", "A week before and the day before"), { -7, -1 }, 2 },
  { NC_ ("day of a plan", "A week before and on the day"), { -7, 0 }, 2 },
  { NC_ ("day of a plan", "The day after"), { 2 }, 1 },
};

static HeartenRepeat
get_repeat (HeartenRuleEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->repeat_row);

  if (selected == KEPT && self->kept != NULL)
    return hearten_rule_get_repeat (self->kept);
  return selected < G_N_ELEMENTS (kinds) ? kinds[selected].repeat : HEARTEN_REPEAT_DAILY;
}

/* Showing just what a kind needs */

static const char *
get_every_title (HeartenRepeat repeat)
{
  switch (repeat)
    {
    case HEARTEN_REPEAT_WEEKLY:
      return _ ("_Weeks From One to the Next");
    case HEARTEN_REPEAT_DAYS:
      return _ ("_Days From One to the Next");
    case HEARTEN_REPEAT_HOURLY:
      return _ ("_Hours From One to the Next");
    case HEARTEN_REPEAT_DAILY:
    case HEARTEN_REPEAT_ONCE:
    case HEARTEN_REPEAT_MONTHLY:
    case HEARTEN_REPEAT_YEARLY:
    case HEARTEN_REPEAT_MOMENTS:
    case HEARTEN_REPEAT_DATES:
    case HEARTEN_REPEAT_RELATIVE:
    default:
      return NULL;
    }
}

static int
get_most (HeartenRepeat repeat)
{
  if (repeat == HEARTEN_REPEAT_WEEKLY)
    return HEARTEN_RULE_MAX_WEEKS;

  return repeat == HEARTEN_REPEAT_HOURLY ? HEARTEN_RULE_MAX_HOURS : HEARTEN_RULE_MAX_DAYS;
}

static void
show_fields (HeartenRuleEditor *self)
{
  HeartenRepeat repeat = get_repeat (self);
  gboolean windowed = repeat == HEARTEN_REPEAT_HOURLY || repeat == HEARTEN_REPEAT_MOMENTS;
  const char *every_title = get_every_title (repeat);
  guint selected = adw_combo_row_get_selected (self->repeat_row);
  gboolean counted = repeat == HEARTEN_REPEAT_RELATIVE && selected < PLAN;

  gtk_widget_set_visible (GTK_WIDGET (self->every_row), every_title != NULL);
  if (every_title != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->every_row), every_title);
  gtk_adjustment_set_upper (self->every, get_most (repeat));
  gtk_widget_set_visible (GTK_WIDGET (self->count_row), repeat == HEARTEN_REPEAT_MOMENTS);
  gtk_widget_set_visible (GTK_WIDGET (self->on_row), counted);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), counted);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_row), selected == PLAN && self->plans->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->around_row), selected == PLAN && self->plans->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->month_row), repeat == HEARTEN_REPEAT_YEARLY);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row),
                          repeat == HEARTEN_REPEAT_MONTHLY || repeat == HEARTEN_REPEAT_YEARLY);
  gtk_widget_set_visible (GTK_WIDGET (self->weekdays), repeat == HEARTEN_REPEAT_WEEKLY);
  gtk_widget_set_visible (GTK_WIDGET (self->calendar), repeat == HEARTEN_REPEAT_ONCE);
  gtk_widget_set_visible (GTK_WIDGET (self->times), !windowed);
  gtk_widget_set_visible (self->window, windowed);
}

static void
on_changed_cb (HeartenRuleEditor *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* A number that makes sense for the kind that was just chosen */
static void
on_repeat_selected_cb (HeartenRuleEditor *self)
{
  HeartenRepeat repeat = get_repeat (self);

  if (self->setting)
    return;

  self->setting = TRUE;
  show_fields (self);
  if (get_every_title (repeat) != NULL)
    adw_spin_row_set_value (self->every_row, repeat == HEARTEN_REPEAT_WEEKLY ? 1 : 2);
  self->setting = FALSE;
  on_changed_cb (self);
}

/* Filling */

static void
fill_lists (HeartenRuleEditor *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) months = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) plans = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) days = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, g_dpgettext2 (NULL, "a reminder comes", kinds[i].label));
  adw_combo_row_set_model (self->repeat_row, G_LIST_MODEL (labels));

  for (int i = 1; i <= 12; i++)
    {
      g_autoptr (GDateTime) first = g_date_time_new_utc (2024, i, 1, 12, 0, 0);

      gtk_string_list_take (months, g_date_time_format (first, "%OB"));
    }
  adw_combo_row_set_model (self->month_row, G_LIST_MODEL (months));

  adw_combo_row_set_model (self->plan_row, G_LIST_MODEL (plans));
  for (guint i = 0; i < G_N_ELEMENTS (arounds); i++)
    gtk_string_list_append (days, g_dpgettext2 (NULL, "day of a plan", arounds[i].label));
  adw_combo_row_set_model (self->around_row, G_LIST_MODEL (days));
}

static void
select_repeat (HeartenRuleEditor *self, HeartenRepeat repeat)
{
  for (guint i = 0; i < PLAN; i++)
    if (kinds[i].repeat == repeat)
      adw_combo_row_set_selected (self->repeat_row, i);
}

static void
select_day (HeartenRuleEditor *self, const GDate *day)
{
  hearten_day_choice_select (self->calendar, day, NULL);
}

/* What the rule does not say is as of today: so another kind begins with something that fits. */
static void
fill_days (HeartenRuleEditor *self, const HeartenRuleParts *parts, GDate today)
{
  GDate day = today;

  if (parts->day > 0)
    g_date_set_julian (&day, parts->day);
  self->from = g_date_get_julian (&day);
  select_day (self, &day);
  hearten_weekday_picker_set_chosen (
      self->weekdays, parts->weekdays > 0 ? parts->weekdays : 1u << (g_date_get_weekday (&today) - 1));
  adw_combo_row_set_selected (
      self->month_row, (guint) (parts->month > 0 ? parts->month : (int) g_date_get_month (&today)) - 1);
  adw_spin_row_set_value (self->date_row, parts->date > 0 ? parts->date : g_date_get_day (&today));
}

/* Days along the space period, in the order in which they come. The last day has a switch of its own; days
 * counted back from it are written with a minus. */
static void
fill_on (HeartenRuleEditor *self, const HeartenRuleParts *parts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean last = FALSE;

  for (gsize i = 0; parts->repeat == HEARTEN_REPEAT_RELATIVE && i < parts->n_on; i++)
    {
      last = last || parts->on[i] == 0;
      if (parts->on[i] != 0)
        g_string_append_printf (text, "%s%d", text->len > 0 ? ", " : "", parts->on[i]);
    }

  gtk_editable_set_text (GTK_EDITABLE (self->on_row), text->len > 0 || last ? text->str : "3, 7, 14, 21, 30");
  adw_switch_row_set_active (self->last_row, last);
}

static GArray *
dup_on (HeartenRuleEditor *self)
{
  GArray *on = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) words = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (self->on_row)), " ,;.", -1);
  int count = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      gint64 number;

      if (*words[i] == '\0')
        continue;
      /* What is no number is one that no rule takes, and so is told of. */
      if (!g_ascii_string_to_signed (words[i], 10, -HEARTEN_RULE_MAX_COUNT, HEARTEN_RULE_MAX_COUNT, &number,
                                     NULL))
        number = HEARTEN_RULE_MAX_COUNT + 1;
      count = (int) number;
      g_array_append_val (on, count);
    }

  count = 0;
  if (adw_switch_row_get_active (self->last_row))
    g_array_append_val (on, count);
  return on;
}

/* Returns whether the plan and its days can be chosen here. */
static gboolean
select_plan (HeartenRuleEditor *self, const HeartenRuleParts *parts)
{
  guint plan;

  if (parts->repeat != HEARTEN_REPEAT_RELATIVE ||
      !g_ptr_array_find_with_equal_func (self->plans, parts->anchor, g_str_equal, &plan))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (arounds); i++)
    if (parts->n_on == arounds[i].n_on && memcmp (parts->on, arounds[i].on, parts->n_on * sizeof (int)) == 0)
      {
        adw_combo_row_set_selected (self->repeat_row, PLAN);
        adw_combo_row_set_selected (self->plan_row, plan);
        adw_combo_row_set_selected (self->around_row, i);
        return TRUE;
      }
  return FALSE;
}

/* A rule with days that come from elsewhere stays one, with other times if the user likes. */
static void
keep (HeartenRuleEditor *self, HeartenRule *rule, const HeartenRuleParts *parts)
{
  gboolean elsewhere = parts->repeat == HEARTEN_REPEAT_DATES ||
                       (parts->repeat == HEARTEN_REPEAT_RELATIVE &&
                        strcmp (parts->anchor, HEARTEN_RULE_SPACE) != 0);

  if (!elsewhere || self->kept != NULL || select_plan (self, parts))
    return;

  self->kept = hearten_rule_ref (rule);
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (self->repeat_row)),
                          C_ ("a reminder comes", "On days of its own"));
  adw_combo_row_set_selected (self->repeat_row, KEPT);
}

static void
fill_times (HeartenRuleEditor *self, const HeartenRuleParts *parts)
{
  gboolean windowed = parts->end > 0;

  if (!windowed)
    hearten_times_editor_set_times (self->times, parts->times, parts->n_times);
  else
    hearten_times_editor_set_times (self->times, &parts->start, 1);
  hearten_time_picker_set_minute (self->start, windowed ? parts->start : MORNING);
  hearten_time_picker_set_minute (self->end, windowed ? parts->end : EVENING);
}

static guint32
get_calendar_day (HeartenRuleEditor *self)
{
  GDate day;

  hearten_day_choice_get (self->calendar, &day);
  return g_date_get_julian (&day);
}

/* What is counted along, and which days of it. */
static gboolean
take_days (HeartenRuleEditor *self, GArray *on, HeartenRuleParts *parts, GError **error)
{
  guint selected = adw_combo_row_get_selected (self->repeat_row);

  if (selected == PLAN)
    {
      guint around = MIN (adw_combo_row_get_selected (self->around_row), G_N_ELEMENTS (arounds) - 1);

      parts->anchor = hearten_rule_editor_get_plan (self);
      parts->on = arounds[around].on;
      parts->n_on = arounds[around].n_on;
      if (parts->anchor == NULL)
        g_set_error_literal (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD,
                             _ ("There is no plan with a day ahead. The tips have lists where you can write "
                                "one."));
      return parts->anchor != NULL;
    }

  if (self->kept != NULL && selected == KEPT)
    *parts = *hearten_rule_get_parts (self->kept);
  else
    {
      parts->anchor = HEARTEN_RULE_SPACE;
      parts->on = (const int *) (gpointer) on->data;
      parts->n_on = on->len;
    }
  return TRUE;
}

/* GObject */

static void
hearten_rule_editor_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTEN_TYPE_RULE_EDITOR);
  g_clear_pointer (&HEARTEN_RULE_EDITOR (object)->zone, g_free);
  g_clear_pointer (&HEARTEN_RULE_EDITOR (object)->kept, hearten_rule_unref);
  g_clear_pointer (&HEARTEN_RULE_EDITOR (object)->plans, g_ptr_array_unref);

  G_OBJECT_CLASS (hearten_rule_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_TIME_PICKER);
  g_type_ensure (HEARTEN_TYPE_TIMES_EDITOR);
  g_type_ensure (HEARTEN_TYPE_WEEKDAY_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-rule-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, every_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, every);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, count_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, on_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, last_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, plan_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, around_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, month_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, date_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, weekdays);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, calendar);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, times);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, window);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, start);
  gtk_widget_class_bind_template_child (widget_class, HeartenRuleEditor, end);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_repeat_selected_cb);
}

static void
hearten_rule_editor_class_init (HeartenRuleEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearten_rule_editor_dispose;

  /**
   * HeartenRuleEditor::changed:
   *
   * Something else is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
hearten_rule_editor_init (HeartenRuleEditor *self)
{
  self->setting = TRUE;
  self->plans = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  hearten_day_choice_follow (self->calendar, (HeartenDayChosen) on_changed_cb, self);
  fill_lists (self);
  show_fields (self);
  self->setting = FALSE;
}

/* Public */

void
hearten_rule_editor_add_plan (HeartenRuleEditor *self, const char *id, const char *title)
{
  g_return_if_fail (HEARTEN_IS_RULE_EDITOR (self));
  g_return_if_fail (id != NULL && title != NULL);

  self->setting = TRUE;
  g_ptr_array_add (self->plans, g_strdup (id));
  gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (self->plan_row)), title);
  self->setting = FALSE;
}

const char *
hearten_rule_editor_get_plan (HeartenRuleEditor *self)
{
  guint place;

  g_return_val_if_fail (HEARTEN_IS_RULE_EDITOR (self), NULL);

  place = adw_combo_row_get_selected (self->plan_row);
  return adw_combo_row_get_selected (self->repeat_row) == PLAN && place < self->plans->len
             ? g_ptr_array_index (self->plans, place)
             : NULL;
}

void
hearten_rule_editor_set_rule (HeartenRuleEditor *self, HeartenRule *rule, HeartenClock *clock)
{
  const HeartenRuleParts *parts;

  g_return_if_fail (HEARTEN_IS_RULE_EDITOR (self));
  g_return_if_fail (rule != NULL && HEARTEN_IS_CLOCK (clock));

  self->setting = TRUE;
  parts = hearten_rule_get_parts (rule);
  g_set_str (&self->zone, parts->zone);
  select_repeat (self, parts->repeat);
  keep (self, rule, parts);
  show_fields (self);
  adw_spin_row_set_value (self->every_row, MAX (parts->every, 1));
  adw_spin_row_set_value (self->count_row, parts->count > 0 ? parts->count : 3);
  fill_days (self, parts, hearten_day_today (clock));
  fill_on (self, parts);
  fill_times (self, parts);
  self->setting = FALSE;
}

HeartenRule *
hearten_rule_editor_dup_rule (HeartenRuleEditor *self, GError **error)
{
  g_autoptr (GArray) times = NULL;
  g_autoptr (GArray) on = NULL;
  HeartenRuleParts parts = { 0 };

  g_return_val_if_fail (HEARTEN_IS_RULE_EDITOR (self), NULL);

  times = hearten_times_editor_dup_times (self->times);
  on = dup_on (self);
  if (!take_days (self, on, &parts, error))
    return NULL;
  parts.repeat = get_repeat (self);
  parts.times = (const int *) (gpointer) times->data;
  parts.n_times = times->len;
  parts.zone = self->zone;
  parts.day = parts.repeat == HEARTEN_REPEAT_ONCE ? get_calendar_day (self) : self->from;
  parts.every = (int) adw_spin_row_get_value (self->every_row);
  parts.weekdays = hearten_weekday_picker_get_chosen (self->weekdays);
  parts.month = (int) adw_combo_row_get_selected (self->month_row) + 1;
  parts.date = (int) adw_spin_row_get_value (self->date_row);
  parts.start = hearten_time_picker_get_minute (self->start);
  parts.end = hearten_time_picker_get_minute (self->end);
  parts.count = (int) adw_spin_row_get_value (self->count_row);
  return hearten_rule_new (&parts, error);
}
