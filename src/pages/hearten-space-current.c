/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-current.h"

#include <glib/gi18n.h>

#include "hearten-rows.h"
#include "hearten-space-dialog.h"
#include "hearten-ring.h"
#include "hearten-day.h"
#include "hearten-list.h"
#include "hearten-space-plans.h"
#include "hearten-space-urges.h"

struct _HeartenSpaceCurrent
{
  AdwBin parent_instance;

  HeartenContext *context;
  HeartenSpacePeriod *period;

  HeartenRing *ring;
  GtkLabel *day;
  GtkLabel *dates;
  AdwActionRow *reason;
  AdwPreferencesGroup *milestones;
  AdwBin *before;
  GtkWidget *extend;
  GtkWidget *rest;
  GtkWidget *resting;
  AdwActionRow *resting_row;
  HeartenSpaceUrges *urges;
  HeartenSpacePlans *plans;
};

G_DEFINE_FINAL_TYPE (HeartenSpaceCurrent, hearten_space_current, ADW_TYPE_BIN)

static const guint milestones[] = { 3, 7, 14, 21, 30, 60, 90, 120, 180, 270, 365 };

static char *
format_day (const GDate *day, const char *format)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day),
                                                         g_date_get_day (day), 0, 0, 0);
  g_autofree char *text = g_date_time_format (date_time, format);

  return g_strdup (g_strstrip (text));
}

/* Along the way */

static void
add_milestone (HeartenSpaceCurrent *self, guint count, gboolean passed)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (passed ? "object-select-symbolic" : "hearten-new-symbolic");
  g_autofree char *title = g_strdup_printf (ngettext ("%u day", "%u days", count), count);
  GDate day;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (hearten_space_period_find_day (self->period, count, &day))
    {
      /* Translators: a day, as g_date_time_format() takes it: %A is the weekday, %e the day, %B the month. */
      g_autofree char *date = format_day (&day, passed ? _ ("%A, %-e %B") : _ ("Comes on %A, %-e %B"));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_widget_add_css_class (icon, passed ? "accent" : "dimmed");
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  hearten_rows_add (self->milestones, row);
}

/* Those behind, newest first, after the one that comes next. The last day of a period is one of them. */
static void
show_milestones (HeartenSpaceCurrent *self, guint count)
{
  guint days = hearten_space_period_get_days (self->period), behind = 0, next = 0;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < G_N_ELEMENTS (milestones) && (days == 0 || milestones[i] < days); i++)
    g_array_append_val (all, milestones[i]);
  if (days > 0)
    g_array_append_val (all, days);

  hearten_rows_clear (self->milestones);

  while (behind < all->len && g_array_index (all, guint, behind) <= count)
    behind++;
  next = behind < all->len ? g_array_index (all, guint, behind) : 0;
  if (next > 0)
    add_milestone (self, next, FALSE);
  for (guint i = behind; i > 0; i--)
    add_milestone (self, g_array_index (all, guint, i - 1), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->milestones), hearten_rows_get (self->milestones)->len > 0);
}

/* Days and reason */

static char *
dup_dates (HeartenSpaceCurrent *self)
{
  GDate first = hearten_space_period_get_started (self->period), last;
  g_autofree char *from = format_day (&first, "%-e %B"), *to = NULL;

  if (!hearten_space_period_get_last_day (self->period, &last))
    /* Translators: the first day of a space period with an open end, as in "Since 12 July". */
    return g_strdup_printf (_ ("Since %s"), from);
  to = format_day (&last, "%-e %B");
  /* Translators: the first and the last day of a space period, as in "12 July to 10 August". */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static void
show_reason (HeartenSpaceCurrent *self)
{
  const char *reason = hearten_space_period_get_reason (self->period);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason),
                                 reason != NULL ? reason : _ ("You can write down why you do this."));
  if (reason == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->reason), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->reason), "dimmed");
}

static void
show_resting (HeartenSpaceCurrent *self)
{
  GDate since;
  gboolean resting = hearten_space_period_is_resting (self->period, &since);

  gtk_widget_set_visible (self->resting, resting);
  gtk_widget_set_visible (self->rest, !resting);
  if (resting)
    {
      /* Translators: a day, as g_date_time_format() takes it: %A is the weekday, %e the day, %B the month. */
      g_autofree char *text = format_day (&since, _ ("Since %A, %-e %B. These days are not counted."));

      adw_action_row_set_subtitle (self->resting_row, text);
    }
}

/* What to look at before one writes all the same */
static void
show_before (HeartenSpaceCurrent *self)
{
  HeartenTips *tips = hearten_context_get_tips (self->context);
  HeartenContact contact = hearten_situations_get_contact (hearten_context_get_situations (self->context));
  HeartenTip *tip = hearten_tips_find_before (tips, hearten_tips_find_activity (tips, "space", NULL),
                                              contact);
  GtkWidget *list;

  gtk_widget_set_visible (GTK_WIDGET (self->before), tip != NULL);
  adw_bin_set_child (self->before, NULL);
  if (tip == NULL)
    return;
  list = hearten_list_new ();
  gtk_list_box_append (
      GTK_LIST_BOX (list),
      hearten_list_new_way (hearten_tip_face_get_title (hearten_context_get_face (self->context, tip)),
                            _ ("Before you write to them, ask yourself honestly what it is for."),
                            "win.show-tip", hearten_tip_get_id (tip)));
  adw_bin_set_child (self->before, list);
}

/* Callbacks */

static void
on_reason_clicked_cb (HeartenSpaceCurrent *self)
{
  adw_dialog_present (hearten_space_reason_dialog_new (self->context, self->period), GTK_WIDGET (self));
}

static void
on_rest_clicked_cb (HeartenSpaceCurrent *self)
{
  hearten_spaces_rest (hearten_context_get_spaces (self->context), self->period);
}

static void
on_go_on_clicked_cb (HeartenSpaceCurrent *self)
{
  hearten_spaces_go_on (hearten_context_get_spaces (self->context), self->period);
}

static void
on_end_clicked_cb (HeartenSpaceCurrent *self)
{
  AdwDialog *dialog = hearten_space_end_dialog_new (self->context);

  if (dialog != NULL)
    adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* A menu in a template can name its targets as text only. */
static guint
get_days (GVariant *parameter)
{
  return (guint) g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10);
}

static void
extend_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeartenSpaceCurrent *self = HEARTEN_SPACE_CURRENT (widget);

  hearten_spaces_extend (hearten_context_get_spaces (self->context), self->period, get_days (parameter));
}

/* GObject */

static void
hearten_space_current_dispose (GObject *object)
{
  HeartenSpaceCurrent *self = HEARTEN_SPACE_CURRENT (object);

  g_clear_object (&self->period);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_SPACE_CURRENT);

  G_OBJECT_CLASS (hearten_space_current_parent_class)->dispose (object);
}

static void
hearten_space_current_class_init (HeartenSpaceCurrentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearten_space_current_dispose;

  g_type_ensure (HEARTEN_TYPE_RING);
  g_type_ensure (HEARTEN_TYPE_SPACE_PLANS);
  g_type_ensure (HEARTEN_TYPE_SPACE_URGES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-space-current.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, ring);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, before);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, day);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, dates);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, reason);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, milestones);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, extend);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, rest);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, resting);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, resting_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, urges);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpaceCurrent, plans);
  gtk_widget_class_bind_template_callback (widget_class, on_reason_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_end_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rest_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on_clicked_cb);
  gtk_widget_class_install_action (widget_class, "space-current.extend", "s", extend_action);
}

static void
hearten_space_current_init (HeartenSpaceCurrent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

void
hearten_space_current_show (HeartenSpaceCurrent *self, HeartenContext *context, HeartenSpacePeriod *period)
{
  g_autofree char *day = NULL, *dates = NULL;
  GDate today;
  guint count;

  g_return_if_fail (HEARTEN_IS_SPACE_CURRENT (self));
  g_return_if_fail (HEARTEN_IS_CONTEXT (context));
  g_return_if_fail (HEARTEN_IS_SPACE_PERIOD (period));

  g_set_object (&self->context, context);
  g_set_object (&self->period, period);
  today = hearten_day_today (hearten_context_get_clock (context));
  count = hearten_space_period_count_days (period, &today);
  day = hearten_space_period_dup_day_text (period, &today);
  dates = dup_dates (self);

  hearten_ring_set_days (self->ring, count, hearten_space_period_get_days (period));
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->dates, dates);
  gtk_widget_set_visible (self->extend, hearten_space_period_get_days (period) > 0);
  show_reason (self);
  show_resting (self);
  show_before (self);
  hearten_space_urges_show (self->urges, context, period);
  hearten_space_plans_show (self->plans, context, period);
  show_milestones (self, count);
}
