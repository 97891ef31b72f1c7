/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#include "hearten-app-notifier.h"
#include "hearten-clock-watch.h"
#include "hearten-clock.h"
#include "hearten-instant.h"
#include "hearten-memory.h"
#include "hearten-reminder-client.h"
#include "hearten-service-bus.h"
#include "hearten-sleep-watch.h"
#include "hearten-upcoming.h"
#include "hearten-window-notifier.h"
#include "hearten-zone-watch.h"

#define UPCOMING_DEFAULT 10
#define UPCOMING_MOST 100000

typedef struct
{
  gboolean version;
  guint upcoming; /* 0: not asked for */
  char *now;
  char *schedule;
} Options;

static const char description[] = N_ (
    "Without an option this is the service that shows reminders; Hearten starts it by itself.\n"
    "\n"
    "The schedule is a JSON file, by default $XDG_STATE_HOME/hearten/schedule.json:\n"
    "\n"
    "  { \"fmt\": \"hearten-schedule\", \"v\": 1, \"reminders\": [\n"
    "    { \"id\": \"evening\", \"body\": \"Take a slow breath.\", \"open\": \"today\",\n"
    "      \"rule\": { \"repeat\": \"daily\", \"times\": [\"08:30\", \"21:00\"], \"zone\": \"Europe/Berlin\" "
    "} } ] }\n"
    "\n"
    "  id      names the reminder; any text without spaces and @\n"
    "  rule    when it comes; zone is an IANA time zone, left out for wherever you are, and repeat is one "
    "of\n"
    "            daily    times: times of day, 00:00 to 23:59; so for the next five\n"
    "            once     day: such as 2026-12-24\n"
    "            weekly   weekdays: of mon tue wed thu fri sat sun; every: so many weeks from: a day\n"
    "            days     every: so many days from: a day\n"
    "            monthly  date: 1 to 31; in a shorter month its last day\n"
    "            yearly   month: 1 to 12; date: 1 to 31\n"
    "            hourly   every: so many hours; between: two times of day\n"
    "            moments  count: so many times a day, at moments of chance; between: two times of day\n"
    "            dates    dates: a list of days\n"
    "  title   the first line to show; “Hearten” where left out\n"
    "  body    the text to show\n"
    "  says    several texts, to say another one each time\n"
    "  open    the page that a press opens; “today” where left out\n"
    "  since   an instant (RFC 3339); what would have come before it is not counted as missed\n"
    "  skip    a day on which it does not come, because what it reminds of is done\n"
    "\n"
    "Beside the reminders there may be:\n"
    "\n"
    "  quiet   two times of day; what is due between them comes at the second, several as one\n"
    "  most    how many come on one day; the rest is left out\n"
    "  paused  an instant, or “always”; nothing due before it comes\n"
    "\n"
    "A time that clocks skip comes later by what they skip. A time that clocks show twice comes once, at the "
    "first.\n"
    "One reminder that cannot be read does not stop the others.");

/* Options */

static gboolean
on_upcoming_cb (const char *name, const char *value, gpointer data, GError **error)
{
  Options *options = data;
  guint64 count = UPCOMING_DEFAULT;

  if (value != NULL && !g_ascii_string_to_unsigned (value, 10, 1, UPCOMING_MOST, &count, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not a number from 1 to %d."),
                   value, UPCOMING_MOST);
      return FALSE;
    }

  options->upcoming = (guint) count;
  return TRUE;
}

static gboolean
parse (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "upcoming", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, on_upcoming_cb,
      N_ ("Print the next N instants (10) as RFC 3339 in UTC, each with the reminder’s id"), N_ ("N") },
    { "now", 0, 0, G_OPTION_ARG_STRING, &options->now, N_ ("Count from this instant instead of the present"),
      "RFC3339" },
    { "schedule", 0, 0, G_OPTION_ARG_FILENAME, &options->schedule,
      N_ ("Read this schedule instead of your own"), N_ ("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, options, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_context_set_main_group (context, group);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, N_ ("Shows the reminders of Hearten."));
  g_option_context_set_description (context, description);
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
check (Options *options, int argc, char **argv, gint64 *now, GError **error)
{
  if (argc > 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not an option."), argv[1]);
  else if (options->upcoming == 0 && (options->now != NULL || options->schedule != NULL))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _ ("--now and --schedule belong to --upcoming."));
  else if (options->now != NULL && !hearten_instant_from_text (options->now, now))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not an instant such as 2026-11-23T20:00:00Z."), options->now);
  else
    return TRUE;

  return FALSE;
}

/* The service */

static gboolean
on_terminate_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static void
on_done_cb (HeartenNotifier *notifier, const char *key, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hearten_service_done (user_data, key, &error))
    g_warning ("%s", error->message);
}

static void
on_snooze_cb (HeartenNotifier *notifier, const char *key, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hearten_service_snooze (user_data, key, HEARTEN_SNOOZE_MINUTES, &error))
    g_warning ("%s", error->message);
}

static HeartenService *
make_service (GDBusConnection *bus, GError **error)
{
  g_autofree char *state_folder = g_build_filename (g_get_user_state_dir (), "hearten", NULL);
  g_autoptr (HeartenClock) clock = hearten_system_clock_new ();
  g_autoptr (HeartenAppNotifier) outside = hearten_app_notifier_new (error);
  g_autoptr (HeartenWindowNotifier) notifier = NULL;
  HeartenService *service;

  if (outside != NULL)
    notifier = hearten_window_notifier_new (bus, HEARTEN_NOTIFIER (outside), error);
  if (notifier == NULL)
    return NULL;

  service = hearten_service_new (clock, HEARTEN_NOTIFIER (notifier), state_folder);
  g_signal_connect_object (notifier, "done", G_CALLBACK (on_done_cb), service, 0);
  g_signal_connect_object (notifier, "snooze", G_CALLBACK (on_snooze_cb), service, 0);
  return service;
}

static gboolean
on_clock_jumped_cb (gpointer service)
{
  hearten_service_look (service);
  return G_SOURCE_CONTINUE;
}

typedef struct
{
  GSource *clock; /* NULL where the system has none */
  HeartenSleepWatch *sleep;
  HeartenZoneWatch *zone;
} Watches;

static GSource *
watch_clock (HeartenService *service)
{
  GSource *watch = hearten_clock_watch_new ();

  if (watch == NULL)
    return NULL;
  g_source_set_callback (watch, on_clock_jumped_cb, g_object_ref (service), g_object_unref);
  g_source_attach (watch, NULL);
  return watch;
}

static void
watches_start (Watches *self, HeartenService *service)
{
  self->clock = watch_clock (service);
  self->sleep = hearten_sleep_watch_new ();
  g_signal_connect_object (self->sleep, "woke", G_CALLBACK (hearten_service_look), service,
                           G_CONNECT_SWAPPED);
  self->zone = hearten_zone_watch_new_for_system ();
  g_signal_connect_object (self->zone, "changed", G_CALLBACK (hearten_service_zones_changed), service,
                           G_CONNECT_SWAPPED);
}

static void
watches_stop (Watches *self)
{
  if (self->clock != NULL)
    g_source_destroy (self->clock);
  g_clear_pointer (&self->clock, g_source_unref);
  g_clear_object (&self->sleep);
  g_clear_object (&self->zone);
}

static gboolean
serve (GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autoptr (HeartenService) service = NULL;
  Watches watches = { 0 };
  gboolean owned = FALSE;

  if (bus == NULL)
    return FALSE;

  service = make_service (bus, error);
  if (service == NULL || !hearten_service_bus_export (bus, service, error) ||
      !hearten_service_bus_own (bus, &owned, error))
    return FALSE;
  if (!owned)
    return TRUE;

  g_unix_signal_add (SIGTERM, on_terminate_cb, loop);
  g_unix_signal_add (SIGINT, on_terminate_cb, loop);
  hearten_service_start (service);
  watches_start (&watches, service);
  hearten_memory_give_back ();
  g_main_loop_run (loop);
  watches_stop (&watches);
  return TRUE;
}

static gboolean
run (int argc, char **argv, GError **error)
{
  Options options = { 0 };
  gint64 now = g_get_real_time ();
  gboolean done;

  if (!parse (&options, &argc, &argv, error) || !check (&options, argc, argv, &now, error))
    return FALSE;

  if (options.version)
    {
      g_print ("hearten-reminders " VERSION "\n");
      done = TRUE;
    }
  else if (options.upcoming > 0)
    {
      done = hearten_upcoming_print (options.schedule, now, options.upcoming, error);
    }
  else
    {
      done = serve (error);
    }

  g_free (options.now);
  g_free (options.schedule);
  return done;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  hearten_memory_prepare ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_application_name ("Hearten");

  if (run (argc, argv, &error))
    return 0;

  g_printerr ("hearten-reminders: %s\n", error->message);
  return 1;
}
