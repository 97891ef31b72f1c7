/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-reminders-page.h"

#include <glib/gi18n.h>

#include "hearten-delivery.h"
#include "hearten-reminder-history.h"
#include "hearten-reminder-pause.h"
#include "hearten-reminder-row.h"
#include "hearten-reminder-taper.h"
#include "hearten-suggestion-row.h"
#include "hearten-watch.h"

struct _HeartenRemindersPage
{
  AdwNavigationPage parent_instance;

  AdwBanner *problem_banner;
  GtkWidget *full;
  GtkWidget *empty;
  AdwStatusPage *failed;
  GtkListBox *list;
  HeartenReminderHistory *history;
  HeartenReminderPause *pause;
  HeartenReminderTaper *taper;
  GtkWidget *try_row;
  HeartenSuggestionRow *patience;
  HeartenSuggestionRow *space;

  HeartenContext *context;
  GtkSorter *sorter;
  char *problem;
  HeartenDelivery delivery;
  GSettings *settings;
  HeartenWatch *watch;
};

enum { PROP_0, PROP_CONTEXT, PROP_PROBLEM, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeartenRemindersPage, hearten_reminders_page, ADW_TYPE_NAVIGATION_PAGE)

/* Full or empty */

static void
refresh (HeartenRemindersPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (hearten_context_get_reminders (self->context))) > 0;
  HeartenContextState state = hearten_context_get_state (self->context);

  gtk_widget_set_visible (self->full, any);
  gtk_widget_set_visible (self->empty, !any && state == HEARTEN_CONTEXT_READY);
  gtk_widget_set_visible (GTK_WIDGET (self->failed), !any && state == HEARTEN_CONTEXT_FAILED);
  adw_status_page_set_description (self->failed, hearten_context_get_problem (self->context));
  gtk_widget_set_sensitive (self->try_row,
                            hearten_reminders_has_next (hearten_context_get_reminders (self->context)));
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

/* What keeps them from coming, or from being seen */

static void
show_problem (HeartenRemindersPage *self)
{
  const char *words = self->problem != NULL ? self->problem : hearten_delivery_get_words (self->delivery);

  /* The last sentence stays while the banner folds away. */
  if (words != NULL)
    {
      adw_banner_set_title (self->problem_banner, words);
      /* A banner shows three lines of it. */
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->problem_banner), words);
    }
  adw_banner_set_revealed (self->problem_banner, words != NULL);
}

static void
on_delivery_known_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenRemindersPage) self = user_data;

  self->delivery = hearten_delivery_query_finish (result);
  if (self->context != NULL)
    show_problem (self);
}

static void
look_at_delivery (HeartenRemindersPage *self)
{
  hearten_delivery_query_async (g_settings_get_boolean (self->settings, "background-denied"), NULL,
                                on_delivery_known_cb, g_object_ref (self));
}

static void
on_try_again_clicked_cb (HeartenRemindersPage *self)
{
  hearten_schedule_writer_flush_async (hearten_context_get_schedule_writer (self->context), NULL, NULL);
  look_at_delivery (self);
}

/* One now */

static void
on_tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HeartenRemindersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean sent = hearten_reminder_client_call_finish (HEARTEN_REMINDER_CLIENT (source), result, &error);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                              sent ? _ ("Sent. If you do not see it, look at the desktop’s settings.")
                                   : error->message);
}

static void
on_try_activated_cb (HeartenRemindersPage *self)
{
  g_autoptr (HeartenReminder)
      next = hearten_reminders_dup_next (hearten_context_get_reminders (self->context), NULL);

  if (next == NULL)
    return;
  look_at_delivery (self);
  hearten_reminder_client_try_async (hearten_context_get_reminder_client (self->context),
                                     hearten_record_get_id (HEARTEN_RECORD (next)), NULL, on_tried_cb,
                                     g_object_ref (self));
}

/* GObject */

static void
follow_context (HeartenRemindersPage *self)
{
  HeartenReminders *reminders = hearten_context_get_reminders (self->context);

  g_object_bind_property (hearten_context_get_schedule_writer (self->context), "problem", self, "problem",
                          G_BINDING_SYNC_CREATE);
  self->settings = g_settings_new (APP_ID);
  self->watch = hearten_watch_new (GTK_WIDGET (self), hearten_context_get_clock (self->context));
  g_signal_connect_object (self->watch, "turned", G_CALLBACK (look_at_delivery), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::background-denied", G_CALLBACK (look_at_delivery), self,
                           G_CONNECT_SWAPPED);
  hearten_reminder_history_set_context (self->history, self->context);
  hearten_reminder_pause_set_context (self->pause, self->context);
  hearten_reminder_taper_set_context (self->taper, self->context);
  bind_list (self, reminders);
  hearten_suggestion_row_set (self->patience, reminders, HEARTEN_PURPOSE_PATIENCE);
  hearten_suggestion_row_set (self->space, reminders, HEARTEN_PURPOSE_SPACE);

  g_signal_connect_object (reminders, "changed", G_CALLBACK (on_reminders_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (reminders, "items-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  look_at_delivery (self);
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
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTEN_TYPE_REMINDERS_PAGE);
  g_clear_object (&self->sorter);
  g_clear_object (&self->context);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (hearten_reminders_page_parent_class)->dispose (object);
}

static void
set_problem (HeartenRemindersPage *self, const char *problem)
{
  if (!g_set_str (&self->problem, problem))
    return;

  show_problem (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
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
      set_problem (self, g_value_get_string (value));
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
  g_type_ensure (HEARTEN_TYPE_REMINDER_HISTORY);
  g_type_ensure (HEARTEN_TYPE_REMINDER_PAUSE);
  g_type_ensure (HEARTEN_TYPE_REMINDER_TAPER);
  g_type_ensure (HEARTEN_TYPE_SUGGESTION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/hearten_app/Hearten/ui/hearten-reminders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, problem_banner);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, full);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, list);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, failed);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, history);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, pause);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, taper);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, try_row);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, patience);
  gtk_widget_class_bind_template_child (widget_class, HeartenRemindersPage, space);
  gtk_widget_class_bind_template_callback (widget_class, on_try_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_try_activated_cb);
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
