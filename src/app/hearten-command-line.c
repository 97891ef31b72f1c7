/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-command-line.h"

#include "hearten-check.h"
#include "hearten-export.h"
#include "hearten-place.h"
#include "hearten-repair.h"
#include "hearten-seen.h"

#include <glib/gi18n.h>

/* What --check tells a script, in the help too */
#define EXIT_WHOLE 0
#define EXIT_DAMAGED 1
#define EXIT_STOPPED 2

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
  { "check", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Read every record, report what is damaged, and exit"),
    NULL },
  { "repair", 0, 0, G_OPTION_ARG_NONE, NULL,
    N_ ("With --check: move what is damaged into a folder beside it; nothing is deleted"), NULL },
  { "export", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Write everything into an empty folder, as Markdown and JSON"), N_ ("DIR") },
  { "new-entry", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new page of the journal"), NULL },
  { "tip", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open a tip, such as tip-05"), N_ ("ID") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open today, journal, space, insights, reminders or help"),
    N_ ("PAGE") },
  { "reminder", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL,
    N_ ("Show what a reminder had to say at a time"), N_ ("KEY") },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("See that reminders come, without a window"), NULL },
  { NULL }
};

void
hearten_command_line_add_options (GApplication *application)
{
  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_description (
      application,
      _ ("hearten --check ends with 0 where everything is whole (with --repair: now), with 1 where "
         "something\nis damaged, and with 2 where the repair had to stop; then nothing was lost."));
}

static int
run_check (const char *folder)
{
  g_autoptr (GString) report = g_string_new (NULL);
  gboolean whole = hearten_check (folder, report);
  g_autofree char *state_folder = hearten_place_dup_own_state ();

  whole = hearten_seen_report (folder, state_folder, report) && whole;
  g_print (_ ("Your journal is in %s"), folder);
  hearten_repair (folder, NULL, report, NULL);
  g_print ("\n%s", report->str);
  return whole ? EXIT_WHOLE : EXIT_DAMAGED;
}

static int
run_repair (const char *folder)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GError) error = NULL;
  gboolean done = hearten_repair (folder, now, report, &error);
  gboolean whole = done && hearten_check (folder, report);

  g_print (_ ("Your journal is in %s"), folder);
  g_print ("\n%s", report->str);
  if (!done)
    {
      g_printerr ("%s %s\n", error->message,
                  _ ("The repair stopped there. Nothing was lost; start it again."));
      return EXIT_STOPPED;
    }
  return whole ? EXIT_WHOLE : EXIT_DAMAGED;
}

static int
run_export (const char *folder, const char *target)
{
  g_autoptr (GString) damaged = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_pages;

  if (!hearten_export (folder, target, &n_pages, damaged, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_print (g_dngettext (NULL, "%u page was written to %s", "%u pages were written to %s", n_pages), n_pages,
           target);
  g_print ("\n");
  if (damaged->len > 0)
    g_printerr ("%s\n%s", _ ("These could not be read and were left as they are:"), damaged->str);
  return damaged->len > 0 ? 1 : 0;
}

int
hearten_command_line_run (GVariantDict *dict)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  const char *target = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("hearten %s\n", VERSION);
      return 0;
    }
  g_variant_dict_lookup (dict, "export", "^&ay", &target);
  if (target == NULL && !g_variant_dict_contains (dict, "check"))
    {
      if (!g_variant_dict_contains (dict, "repair"))
        return -1;
      g_printerr ("%s\n", _ ("--repair goes with --check. Nothing was changed."));
      return EXIT_STOPPED;
    }
  folder = hearten_place_dup_own (&error);
  if (folder == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (target != NULL)
    return run_export (folder, target);
  return g_variant_dict_contains (dict, "repair") ? run_repair (folder) : run_check (folder);
}
