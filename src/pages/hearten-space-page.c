/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-space-page.h"

#include <glib/gi18n.h>

#include "hearten-list.h"
#include "hearten-rows.h"
#include "hearten-space-form.h"
#include "hearten-watch.h"
#include "hearten-day.h"
#include "hearten-propose-space-reminder.h"
#include "hearten-space-current.h"
#include "hearten-space-dialog.h"

#define RECENT_DAYS 14 /* How long a period that ran out by itself can be taken up again. */

struct _HeartenSpacePage
{
  AdwNavigationPage parent_instance;

  HeartenContext *context;
  HeartenWatch *watch;

  GtkWidget *content;
  HeartenSpaceCurrent *current;
  GtkWidget *intro;
  HeartenSpaceForm *form;
  GtkWidget *over;
  GtkWidget *learned_row;
  AdwPreferencesGroup *earlier;
};

G_DEFINE_FINAL_TYPE (HeartenSpacePage, hearten_space_page, ADW_TYPE_NAVIGATION_PAGE)

enum { PROP_0, PROP_CONTEXT, N_PROPS };

static GParamSpec *props[N_PROPS];

static GDate
get_today (HeartenSpacePage *self)
{
  return hearten_day_today (hearten_context_get_clock (self->context));
}

/* Earlier periods */

static char *
format_day (const GDate *day)
{
  g_autoptr (GDateTime) date_time = g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day),
                                                         g_date_get_day (day), 0, 0, 0);
  /* Translators: a day, as g_date_time_format() takes it; %-e is the day, %B the month, %Y the year. */
  g_autofree char *text = g_date_time_format (date_time, _ ("%-e %B %Y"));

  return g_strdup (g_strstrip (text));
}

static void
on_learned_clicked_cb (GtkWidget *row, HeartenSpacePeriod *period)
{
  HeartenSpacePage *self = HEARTEN_SPACE_PAGE (gtk_widget_get_ancestor (row, HEARTEN_TYPE_SPACE_PAGE));

  adw_dialog_present (hearten_space_learned_dialog_new (self->context, period), GTK_WIDGET (self));
}

static GtkWidget *
new_learned_button (HeartenSpacePeriod *period, const char *dates)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: what a button does; %s is the days of a space period, as in "12 July to 10 August". */
  g_autofree char *spoken = g_strdup_printf (_ ("What you learned, %s"), dates);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("What You Learned"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_learned_clicked_cb), period, G_CONNECT_DEFAULT);
  return button;
}

static GtkWidget *
new_row (HeartenSpacePeriod *period, const GDate *today)
{
  guint count = hearten_space_period_count_days (period, today);
  const char *reason = hearten_space_period_get_reason (period);
  const char *learned = hearten_space_period_get_learned (period);
  GDate first = hearten_space_period_get_started (period), last = first;
  g_autofree char *title = g_strdup_printf (ngettext ("%u day", "%u days", count), count);
  g_autofree char *from = format_day (&first), *to = NULL, *dates = NULL, *subtitle = NULL;
  GtkWidget *row;

  hearten_space_period_get_last_day (period, &last);
  to = format_day (&last);
  /* Translators: the first and the last day of a space period, as in "12 July to 10 August". */
  dates = g_str_equal (from, to) ? g_strdup (from) : g_strdup_printf (_ ("%s to %s"), from, to);
  subtitle = g_strjoin ("\n", dates, reason != NULL ? reason : learned, reason != NULL ? learned : NULL,
                        NULL);
  row = hearten_list_new_row (title, subtitle);
  if (!hearten_record_is_read_only (HEARTEN_RECORD (period)))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_learned_button (period, dates));
  return row;
}

static void
show_earlier (HeartenSpacePage *self)
{
  GListModel *spaces = G_LIST_MODEL (hearten_context_get_spaces (self->context));
  GDate today = get_today (self);

  hearten_rows_clear (self->earlier);

  for (guint i = 0; i < g_list_model_get_n_items (spaces); i++)
    {
      g_autoptr (HeartenSpacePeriod) period = g_list_model_get_item (spaces, i);

      if (hearten_space_period_has_ended (period, &today))
        hearten_rows_add (self->earlier, new_row (period, &today));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->earlier), hearten_rows_get (self->earlier)->len > 0);
}

/* The newest period, where its length is over since a short time and the user did not end it. */
static HeartenSpacePeriod *
dup_just_over (HeartenSpacePage *self)
{
  g_autoptr (HeartenSpacePeriod)
      period = g_list_model_get_item (G_LIST_MODEL (hearten_context_get_spaces (self->context)), 0);
  GDate today = get_today (self), last;

  if (period == NULL || !hearten_space_period_has_ended (period, &today) ||
      hearten_space_period_get_ended (period, NULL) || !hearten_space_period_get_last_day (period, &last) ||
      g_date_days_between (&last, &today) > RECENT_DAYS)
    return NULL;
  return g_steal_pointer (&period);
}

/* Showing */

static void
show_learned (HeartenSpacePage *self, HeartenSpacePeriod *over)
{
  const char *learned = over != NULL ? hearten_space_period_get_learned (over) : NULL;

  gtk_widget_set_visible (self->learned_row, learned == NULL || *learned == '\0');
}

static void
update (HeartenSpacePage *self)
{
  HeartenSpacePeriod *active = hearten_spaces_get_active (hearten_context_get_spaces (self->context));
  g_autoptr (HeartenSpacePeriod) over = dup_just_over (self);

  gtk_widget_set_visible (self->content, hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY);
  gtk_widget_set_visible (GTK_WIDGET (self->current), active != NULL);
  gtk_widget_set_visible (self->intro, active == NULL);
  gtk_widget_set_visible (self->over, active == NULL && over != NULL);
  if (active != NULL)
    hearten_space_current_show (self->current, self->context, active);
  show_learned (self, over);
  show_earlier (self);
}

static void
on_learned_activated_cb (HeartenSpacePage *self)
{
  g_autoptr (HeartenSpacePeriod) over = dup_just_over (self);

  if (over != NULL)
    adw_dialog_present (hearten_space_learned_dialog_new (self->context, over), GTK_WIDGET (self));
}

static void
on_watch_turned_cb (HeartenSpacePage *self)
{
  hearten_spaces_refresh (hearten_context_get_spaces (self->context));
  update (self);
}

static void
on_begin_clicked_cb (HeartenSpacePage *self)
{
  hearten_spaces_begin (hearten_context_get_spaces (self->context), hearten_space_form_get_days (self->form),
                        hearten_space_form_get_reason (self->form));
  hearten_space_form_reset (self->form);
  hearten_propose_space_reminder (GTK_WIDGET (self), self->context);
}

/* A menu in a template can name its targets as text only. */
static guint
get_days (GVariant *parameter)
{
  return (guint) g_ascii_strtoull (g_variant_get_string (parameter, NULL), NULL, 10);
}

static void
extend_last_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  HeartenSpacePage *self = HEARTEN_SPACE_PAGE (widget);
  g_autoptr (HeartenSpacePeriod) over = dup_just_over (self);

  if (over != NULL)
    hearten_spaces_extend (hearten_context_get_spaces (self->context), over, get_days (parameter));
}

/* GObject */

static void
hearten_space_page_constructed (GObject *object)
{
  HeartenSpacePage *self = HEARTEN_SPACE_PAGE (object);
  HeartenSpaces *spaces = hearten_context_get_spaces (self->context);

  G_OBJECT_CLASS (hearten_space_page_parent_class)->constructed (object);

  hearten_space_form_set_up (self->form, hearten_context_get_clock (self->context),
                             hearten_context_get_drafts (self->context));
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (self->context));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (on_watch_turned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearten_context_get_situations (self->context), "notify::contact",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
hearten_space_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, HEARTEN_SPACE_PAGE (object)->context);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_space_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CONTEXT:
      HEARTEN_SPACE_PAGE (object)->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hearten_space_page_dispose (GObject *object)
{
  HeartenSpacePage *self = HEARTEN_SPACE_PAGE (object);

  g_clear_object (&self->watch);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_SPACE_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (hearten_space_page_parent_class)->dispose (object);
}

static void
hearten_space_page_class_init (HeartenSpacePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearten_space_page_constructed;
  object_class->get_property = hearten_space_page_get_property;
  object_class->set_property = hearten_space_page_set_property;
  object_class->dispose = hearten_space_page_dispose;

  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY |
                                                 G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (HEARTEN_TYPE_SPACE_CURRENT);
  g_type_ensure (HEARTEN_TYPE_SPACE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-space-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenSpacePage, content);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpacePage, current);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpacePage, intro);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpacePage, form);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpacePage, over);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpacePage, learned_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenSpacePage, earlier);
  gtk_widget_class_bind_template_callback (widget_class, on_begin_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_learned_activated_cb);
  gtk_widget_class_install_action (widget_class, "space.extend-last", "s", extend_last_action);
}

static void
hearten_space_page_init (HeartenSpacePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

AdwNavigationPage *
hearten_space_page_new (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  return g_object_new (HEARTEN_TYPE_SPACE_PAGE, "context", context, NULL);
}
