/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-application.h"

#include "hearten-command-line.h"
#include "hearten-context.h"
#include "hearten-first-run-dialog.h"
#include "hearten-preferences-dialog.h"
#include "hearten-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

struct _HeartenApplication
{
  AdwApplication parent_instance;

  HeartenContext *context;
  GSettings *settings;
  gboolean background; /* started only to see that reminders come */
  gulong opening;      /* the schedule waits for the records */
  char *sentence;      /* what to say when the journal is open, or NULL */
};

G_DEFINE_FINAL_TYPE (HeartenApplication, hearten_application, ADW_TYPE_APPLICATION)

static HeartenWindow *
ensure_window (HeartenApplication *self, const char *page)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    window = GTK_WINDOW (hearten_window_new (GTK_APPLICATION (self), self->context, page));
  return HEARTEN_WINDOW (window);
}

/* First run: asked once, after the window is there, and only where nothing was ever kept. */
static void
welcome (HeartenApplication *self, HeartenWindow *window)
{
  HeartenContext *context = self->context;

  if (g_settings_get_boolean (self->settings, "first-run-done"))
    return;
  g_settings_set_boolean (self->settings, "first-run-done", TRUE);
  if (g_list_model_get_n_items (G_LIST_MODEL (hearten_context_get_journal (context))) == 0)
    adw_dialog_present (hearten_first_run_dialog_new (context), GTK_WIDGET (window));
}

static void
on_context_state_cb (HeartenApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (hearten_context_get_state (self->context) == HEARTEN_CONTEXT_FAILED)
    g_clear_pointer (&self->sentence, g_free);
  if (window == NULL || hearten_context_get_state (self->context) != HEARTEN_CONTEXT_READY)
    return;
  welcome (self, HEARTEN_WINDOW (window));
  if (self->sentence != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", self->sentence);
  g_clear_pointer (&self->sentence, g_free);
}

/* A new window begins with @page. */
static HeartenWindow *
present_at (HeartenApplication *self, const char *page)
{
  HeartenWindow *window = ensure_window (self, page);

  self->background = FALSE;
  gtk_window_present (GTK_WINDOW (window));
  on_context_state_cb (self);
  return window;
}

static HeartenWindow *
present (HeartenApplication *self)
{
  return present_at (self, NULL);
}

/* Actions */

static void
on_write_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  hearten_window_write (present (user_data), NULL);
}

static void
on_open_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *target = g_variant_get_string (parameter, NULL);
  gboolean is_new = gtk_application_get_active_window (user_data) == NULL;
  HeartenWindow *window = present_at (user_data, target);

  if (is_new)
    return;
  hearten_window_show_page (window, target);
  hearten_window_show_tip (window, target);
}

static void
on_preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HeartenApplication *self = user_data;

  adw_dialog_present (hearten_preferences_dialog_new (self->context), GTK_WIDGET (present (self)));
}

static void
on_about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AdwDialog *about = adw_about_dialog_new_from_appdata (
      "/io/github/hearten_app/Hearten/io.github.hearten_app.Hearten.metainfo.xml", VERSION);

  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (about), VERSION);
  adw_about_dialog_set_comments (
      ADW_ABOUT_DIALOG (about),
      _ ("A private companion for the time after a breakup. This is self-help, not therapy. "
         "Everything you write stays on this computer."));
  adw_dialog_present (about, GTK_WIDGET (present (user_data)));
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    hearten_window_finish (HEARTEN_WINDOW (window));
  else
    g_application_quit (user_data);
}

/* A timed moment ended. In front of the window it can be seen. */
static void
on_time_over_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);
  g_autoptr (GNotification) notification = NULL;

  if (window != NULL && gtk_window_is_active (window))
    return;
  notification = g_notification_new (_ ("Hearten: the time is over"));
  g_application_send_notification (user_data, "time-over", notification);
}

/* Whoever went on to something else is told there. */
static gboolean
on_sitting_over_cb (HeartenSittings *sittings, HeartenSitting *sitting, HeartenApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s", _ ("The time is over"));
  on_time_over_cb (NULL, NULL, self);
  return FALSE;
}

/* So does the notification itself: its page, and what it has to say. */

static void
on_show_reminder_cb (GSimpleAction *action, GVariant *key, gpointer user_data)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (present (user_data)), "win.show-moment", key);
}

static void
on_reminder_open_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  const char *page, *key;

  g_variant_get (target, "(&s&s)", &page, &key);
  g_action_group_activate_action (user_data, "open-page", g_variant_new_string (page));
  if (*key != '\0')
    g_action_group_activate_action (user_data, "show-reminder", g_variant_new_string (key));
}

/* Buttons of notifications arrive here where the desktop activates the app; the service keeps the books. */

static void
on_relayed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GError) error = NULL;

  if (!hearten_reminder_client_call_finish (HEARTEN_REMINDER_CLIENT (source), result, &error))
    g_message ("The reminder service did not answer: %s", error->message);
  g_application_release (application);
}

static void
on_reminder_done_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (HeartenReminderClient) client = hearten_reminder_client_new ();

  g_application_hold (user_data);
  hearten_reminder_client_done_async (client, g_variant_get_string (parameter, NULL), NULL, on_relayed_cb,
                                      g_object_ref (user_data));
}

static void
on_reminder_snooze_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (HeartenReminderClient) client = hearten_reminder_client_new ();

  g_application_hold (user_data);
  hearten_reminder_client_snooze_async (client, g_variant_get_string (parameter, NULL),
                                        HEARTEN_SNOOZE_MINUTES, NULL, on_relayed_cb,
                                        g_object_ref (user_data));
}

static void on_reopen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data);

static const GActionEntry actions[] = {
  { .name = "write", .activate = on_write_cb },
  { .name = "open-page", .activate = on_open_page_cb, .parameter_type = "s" },
  { .name = "reminder-open", .activate = on_reminder_open_cb, .parameter_type = "(ss)" },
  { .name = "show-reminder", .activate = on_show_reminder_cb, .parameter_type = "s" },
  { .name = "preferences", .activate = on_preferences_cb },
  { .name = "about", .activate = on_about_cb },
  { .name = "time-over", .activate = on_time_over_cb },
  { .name = "quit", .activate = on_quit_cb },
  { .name = "reopen", .activate = on_reopen_cb, .parameter_type = "s" },
  { .name = "reminder-done", .activate = on_reminder_done_cb, .parameter_type = "s" },
  { .name = "reminder-snooze", .activate = on_reminder_snooze_cb, .parameter_type = "s" },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "win.write", { "<Primary>n", NULL } },
  { "win.search", { "<Primary>f", NULL } },
  { "win.save", { "<Primary>s", NULL } },
  { "win.hide-now", { "<Primary><Shift>h", NULL } },
  { "win.tip-of-the-day", { "<Primary>t", NULL } },
  { "win.show-page::today", { "<Primary>1", NULL } },
  { "win.show-page::journal", { "<Primary>2", NULL } },
  { "win.show-page::space", { "<Primary>3", NULL } },
  { "win.show-page::insights", { "<Primary>4", NULL } },
  { "win.show-page::reminders", { "<Primary>5", NULL } },
  { "win.show-page::help", { "F1", NULL } },
  { "app.preferences", { "<Primary>comma", NULL } },
  { "win.show-shortcuts", { "<Primary>question", NULL } },
  { "app.quit", { "<Primary>q", NULL } },
  { "window.close", { "<Primary>w", NULL } },
};

/* Signals */

static gboolean
on_terminate_cb (gpointer user_data)
{
  on_quit_cb (NULL, NULL, user_data);
  return G_SOURCE_CONTINUE;
}

/* The session ends: there is no time for questions, so what is typed goes to the disk at once. */
static void
on_query_end_cb (HeartenApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    hearten_window_commit (HEARTEN_WINDOW (window));
  hearten_store_flush_async (hearten_context_get_store (self->context), NULL, NULL);
}

static void
apply_color_scheme (HeartenApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwColorScheme value = g_str_equal (scheme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                         : g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                         : ADW_COLOR_SCHEME_DEFAULT;

  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)), value);
}

static void
open_context (HeartenApplication *self)
{
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();

  self->context = hearten_context_new (NULL, NULL, clock);
  hearten_reminder_settings_bind (hearten_context_get_reminder_settings (self->context), self->settings);
  g_settings_bind (self->settings, "reminders-words", hearten_context_get_reminder_words (self->context),
                   "shown", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (hearten_context_get_sittings (self->context), "over",
                           G_CALLBACK (on_sitting_over_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (self->context, "notify::state", G_CALLBACK (on_context_state_cb), self,
                           G_CONNECT_SWAPPED);
  hearten_context_open (self->context);
}

/* Another folder was chosen. Not a page of the one journal may stay beside those of the other, so everything
 * is made anew, as at a start. */

typedef struct
{
  HeartenApplication *application;
  char *sentence;
} Reopening;

static void
reopening_free (Reopening *reopening)
{
  g_application_release (G_APPLICATION (reopening->application));
  g_object_unref (reopening->application);
  g_free (reopening->sentence);
  g_free (reopening);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reopening, reopening_free)

static void
on_flushed_for_reopening_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reopening) reopening = user_data;
  HeartenApplication *self = reopening->application;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (HeartenContext) before = NULL;

  /* The window says what is not saved; the next start goes on with the other folder. */
  if (!hearten_store_flush_finish (HEARTEN_STORE (source), result, NULL))
    return;
  if (self->opening != 0)
    g_application_release (G_APPLICATION (self));
  g_clear_signal_handler (&self->opening, self->context);
  before = g_steal_pointer (&self->context);
  if (window != NULL)
    gtk_window_destroy (window);
  /* To be said when it is true. */
  g_set_str (&self->sentence, reopening->sentence);
  open_context (self);
  present (self);
}

static void
on_reopen_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  HeartenApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (user_data);
  Reopening *reopening = g_new (Reopening, 1);

  *reopening = (Reopening) { g_object_ref (self), g_variant_dup_string (parameter, NULL) };
  g_application_hold (G_APPLICATION (self));
  if (window != NULL)
    hearten_window_commit (HEARTEN_WINDOW (window));
  hearten_store_flush_async (hearten_context_get_store (self->context), on_flushed_for_reopening_cb,
                             reopening);
}

/* GApplication */

static void
hearten_application_startup (GApplication *application)
{
  HeartenApplication *self = HEARTEN_APPLICATION (application);

  G_APPLICATION_CLASS (hearten_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), self,
                           G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].keys);
  g_signal_connect (self, "query-end", G_CALLBACK (on_query_end_cb), NULL);
  g_unix_signal_add (SIGTERM, on_terminate_cb, self);
  g_unix_signal_add (SIGINT, on_terminate_cb, self);
  g_unix_signal_add (SIGHUP, on_terminate_cb, self);

  open_context (self);
}

/* Without a window the program stays until the schedule is written and the service knows: started in the
 * background, and when the window was closed a moment after a reminder was added. */

static void
on_schedule_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;

  hearten_schedule_writer_flush_finish (HEARTEN_SCHEDULE_WRITER (source), result, NULL);
  g_application_release (application);
}

static void
flush_schedule (HeartenApplication *self)
{
  if (hearten_context_get_state (self->context) == HEARTEN_CONTEXT_OPENING)
    return;
  g_clear_signal_handler (&self->opening, self->context);
  hearten_schedule_writer_flush_async (hearten_context_get_schedule_writer (self->context),
                                       on_schedule_flushed_cb, g_object_ref (self));
}

static void
finish_schedule (HeartenApplication *self)
{
  if (self->opening != 0)
    return;
  g_application_hold (G_APPLICATION (self));
  self->opening = g_signal_connect_object (self->context, "notify::state", G_CALLBACK (flush_schedule), self,
                                           G_CONNECT_SWAPPED);
  flush_schedule (self);
}

static void
hearten_application_activate (GApplication *application)
{
  HeartenApplication *self = HEARTEN_APPLICATION (application);

  if (!self->background)
    {
      present (self);
      return;
    }
  /* Whoever activates it from now on wants to see it. */
  self->background = FALSE;
  finish_schedule (self);
}

static void
activate_option (GApplication *application, GVariantDict *options, const char *option, const char *action)
{
  const char *target;

  if (g_variant_dict_lookup (options, option, "&s", &target))
    g_action_group_activate_action (G_ACTION_GROUP (application), action, g_variant_new_string (target));
}

static int
hearten_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  HeartenApplication *self = HEARTEN_APPLICATION (application);
  int status = hearten_command_line_run (options);
  g_autoptr (GError) error = NULL;

  if (status >= 0)
    return status;
  self->background = g_variant_dict_contains (options, "background");
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (self->background && g_application_get_is_remote (application))
    return 0;
  if (g_variant_dict_contains (options, "new-entry"))
    g_action_group_activate_action (G_ACTION_GROUP (application), "write", NULL);
  activate_option (application, options, "tip", "open-page");
  activate_option (application, options, "page", "open-page");
  activate_option (application, options, "reminder", "show-reminder");
  return -1;
}

static void
on_store_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  hearten_store_flush_finish (HEARTEN_STORE (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

/* Also where the session ends the program without asking its window, what was typed is on the disk first. */
static void
flush_store (HeartenApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  gboolean done = FALSE;

  if (window != NULL)
    hearten_window_commit (HEARTEN_WINDOW (window));
  hearten_store_flush_async (hearten_context_get_store (self->context), on_store_flushed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  hearten_drafts_finish (hearten_context_get_drafts (self->context));
}

static void
hearten_application_shutdown (GApplication *application)
{
  HeartenApplication *self = HEARTEN_APPLICATION (application);

  flush_store (self);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->sentence, g_free);

  G_APPLICATION_CLASS (hearten_application_parent_class)->shutdown (application);
}

static void
hearten_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  if (HEARTEN_APPLICATION (application)->context != NULL)
    finish_schedule (HEARTEN_APPLICATION (application));

  GTK_APPLICATION_CLASS (hearten_application_parent_class)->window_removed (application, window);
}

static void
hearten_application_class_init (HeartenApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = hearten_application_startup;
  application_class->activate = hearten_application_activate;
  application_class->handle_local_options = hearten_application_handle_local_options;
  application_class->shutdown = hearten_application_shutdown;
  GTK_APPLICATION_CLASS (klass)->window_removed = hearten_application_window_removed;
}

static void
hearten_application_init (HeartenApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  hearten_command_line_add_options (G_APPLICATION (self));
}

HeartenApplication *
hearten_application_new (void)
{
  return g_object_new (HEARTEN_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/io/github/hearten_app/Hearten", NULL);
}
