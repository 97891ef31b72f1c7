/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminders-page.h"

#include <glib/gi18n.h>

#include "hearten-reminder-row.h"
#include "hearten-schedule.h"
#include "hearten-suggestion-row.h"
#include "hearten-watch.h"
#include "hearten-when.h"

#define SHOWN_NEXT 3

struct _HeartenRemindersPage
{
  AdwNavigationPage parent_instance;

  AdwBanner *problem_banner;
  GtkWidget *full;
  GtkWidget *empty;
  GtkListBox *list;
  AdwPreferencesGroup *next_group;
  GtkListBox *next_list;
  HeartenSuggestionRow *patience;
  HeartenSuggestionRow *space;

  HeartenContext *context;
  GtkSorter *sorter;
  char *problem;
  HeartenWatch *watch;
};

enum { PROP_0, PROP_CONTEXT, PROP_PROBLEM, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeartenRemindersPage, hearten_reminders_page, ADW_TYPE_NAVIGATION_PAGE)

/* What comes next */

static HeartenSchedule *
plan (HeartenReminders *reminders)
{
  HeartenSchedule *schedule = hearten_schedule_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (reminders));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HeartenReminder) reminder = g_list_model_get_item (G_LIST_MODEL (reminders), i);

      if (hearten_reminder_get_enabled (reminder))
        hearten_schedule_add (schedule, hearten_record_get_id (HEARTEN_RECORD (reminder)),
                              hearten_reminder_get_rule (reminder), "", hearten_reminder_get_text (reminder),
                              NULL, 0);
    }
  return schedule;
}

static void
add_next_row (HeartenRemindersPage *self, const HeartenDue *due, GDateTime *now)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = hearten_when_dup_instant (due->occurrence.instant, now, hearten_when_is_12_hour ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), due->item->body);
  gtk_list_box_append (self->next_list, row);
}

static void
show_next (HeartenRemindersPage *self, GArray *upcoming, GDateTime *now)
{
  gtk_list_box_remove_all (self->next_list);
  for (guint i = 0; i < upcoming->len; i++)
    add_next_row (self, &g_array_index (upcoming, HeartenDue, i), now);

  gtk_widget_set_visible (GTK_WIDGET (self->next_list), upcoming->len > 0);
  adw_preferences_group_set_description (
      self->next_group, upcoming->len > 0 ? NULL : _ ("All reminders are switched off. None will come."));
}

static void
refresh_next (HeartenRemindersPage *self)
{
  HeartenClock *clock = hearten_context_get_clock (self->context);
  g_autoptr (HeartenSchedule) schedule = plan (hearten_context_get_reminders (self->context));
  g_autoptr (GTimeZone) zone = hearten_clock_dup_zone (clock);
  g_autoptr (GDateTime) now = hearten_clock_dup_local (clock);
  g_autoptr (GArray)
      upcoming = hearten_schedule_upcoming (schedule, g_date_time_to_unix_usec (now), zone, SHOWN_NEXT);

  show_next (self, upcoming, now);
  hearten_watch_set_instant (
      self->watch, upcoming->len > 0 ? g_array_index (upcoming, HeartenDue, 0).occurrence.instant : 0);
}

/* Full or empty */

static void
show_suggestions (HeartenRemindersPage *self)
{
  HeartenSpaces *spaces = hearten_context_get_spaces (self->context);

  gtk_widget_set_visible (GTK_WIDGET (self->space), hearten_spaces_get_active (spaces) != NULL);
}

static void
refresh (HeartenRemindersPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (hearten_context_get_reminders (self->context))) > 0;
  gboolean ready = hearten_context_get_state (self->context) == HEARTEN_CONTEXT_READY;

  gtk_widget_set_visible (self->full, any);
  gtk_widget_set_visible (self->empty, !any && ready);
  refresh_next (self);
}

/* The list, by time of day */

static int
get_first_minute (gconstpointer reminder)
{
  return hearten_rule_get_first_minute (hearten_reminder_get_rule (HEARTEN_REMINDER ((gpointer) reminder)));
}

static int
compare_times (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return get_first_minute (a) - get_first_minute (b);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  HeartenRemindersPage *self = user_data;

  return hearten_reminder_row_new (hearten_context_get_reminders (self->context), item);
}

static void
on_reminders_changed_cb (HeartenRemindersPage *self)
{
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  refresh (self);
}

static void
bind_list (HeartenRemindersPage *self, HeartenReminders *reminders)
{
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_times, NULL, NULL));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (reminders)), g_object_ref (self->sorter));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (sorted), create_row, self, NULL);
}

/* What keeps them from coming */

static void
on_try_again_clicked_cb (HeartenRemindersPage *self)
{
  hearten_schedule_writer_flush_async (hearten_context_get_schedule_writer (self->context), NULL, NULL);
}

/* GObject */

static void
follow_context (HeartenRemindersPage *self)
{
  HeartenReminders *reminders = hearten_context_get_reminders (self->context);
  HeartenSpaces *spaces = hearten_context_get_spaces (self->context);

  g_object_bind_property (hearten_context_get_schedule_writer (self->context), "problem", self, "problem",
                          G_BINDING_SYNC_CREATE);
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (self->context));
  bind_list (self, reminders);
  hearten_suggestion_row_set (self->patience, reminders, HEARTEN_PURPOSE_PATIENCE);
  hearten_suggestion_row_set (self->space, reminders, HEARTEN_PURPOSE_SPACE);

  g_signal_connect_object (reminders, "changed", G_CALLBACK (on_reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spaces, "notify::active", G_CALLBACK (show_suggestions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  show_suggestions (self);
  refresh (self);
}

static void
hearten_reminders_page_constructed (GObject *object)
{
  HeartenRemindersPage *self = HEARTEN_REMINDERS_PAGE (object);

  G_OBJECT_CLASS (hearten_reminders_page_parent_class)->constructed (object);
  follow_context (self);
}

static void
hearten_reminders_page_dispose (GObject *object)
{
  HeartenRemindersPage *self = HEARTEN_REMINDERS_PAGE (object);

  g_clear_object (&self->watch);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_REMINDERS_PAGE);
  g_clear_object (&self->sorter);
  g_clear_object (&self->context);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (hearten_reminders_page_parent_class)->dispose (object);
}

static void
hearten_reminders_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HeartenRemindersPage *self = HEARTEN_REMINDERS_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
hearten_reminders_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HeartenRemindersPage *self = HEARTEN_REMINDERS_PAGE (object);

  switch (prop_id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_PROBLEM:
      hearten_reminders_page_set_problem (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  /**
   * HeartenRemindersPage:context:
   *
   * Where its data comes from.
   */
  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HEARTEN_TYPE_CONTEXT,
                                                  flags | G_PARAM_CONSTRUCT_ONLY);
  /**
   * HeartenRemindersPage:problem: (nullable)
   *
   * What keeps reminders from coming, in sentences for the user.
   */
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL,
                                                  flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTEN_TYPE_SUGGESTION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, problem_banner);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, full);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, list);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, next_group);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, next_list);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, patience);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, space);
  gtk_widget_class_bind_template_callback (widget_class, on_try_again_clicked_cb);
}

static void
hearten_reminders_page_class_init (HeartenRemindersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = hearten_reminders_page_constructed;
  object_class->dispose = hearten_reminders_page_dispose;
  object_class->get_property = hearten_reminders_page_get_property;
  object_class->set_property = hearten_reminders_page_set_property;

  install_properties (object_class);
  bind_template (widget_class);
}

static void
hearten_reminders_page_init (HeartenRemindersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public */

AdwNavigationPage *
hearten_reminders_page_new (HeartenContext *context)
{
  g_return_val_if_fail (HEARTEN_IS_CONTEXT (context), NULL);

  return g_object_new (HEARTEN_TYPE_REMINDERS_PAGE, "context", context, NULL);
}

void
hearten_reminders_page_set_problem (HeartenRemindersPage *self, const char *problem)
{
  g_return_if_fail (HEARTEN_IS_REMINDERS_PAGE (self));

  if (!g_set_str (&self->problem, problem))
    return;

  /* The last sentence stays while the banner folds away. */
  if (problem != NULL)
    {
      adw_banner_set_title (self->problem_banner, problem);
      /* A banner shows three lines of it. */
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->problem_banner), problem);
    }
  adw_banner_set_revealed (self->problem_banner, problem != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}
