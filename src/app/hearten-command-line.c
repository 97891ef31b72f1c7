/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-command-line.h"

#include "hearten-check.h"
#include "hearten-export.h"
#include "hearten-place.h"

#include <glib/gi18n.h>

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"), NULL },
  { "check", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Read every record, report what is damaged, and exit"),
    NULL },
  { "export", 0, 0, G_OPTION_ARG_FILENAME, NULL,
    N_ ("Write everything into an empty folder, as Markdown and JSON"), N_ ("DIR") },
  { "new-entry", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new page of the journal"), NULL },
  { "tip", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open a tip, such as tip-05"), N_ ("ID") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Open today, journal, space, insights, reminders or help"),
    N_ ("PAGE") },
  { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("See that reminders come, without a window"), NULL },
  { NULL }
};

void
hearten_command_line_add_options (GApplication *application)
{
  g_application_add_main_option_entries (application, options);
}

static int
run_check (const char *folder)
{
  g_autoptr (GString) report = g_string_new (NULL);
  gboolean whole = hearten_check (folder, report);

  g_print (_ ("Your journal is in %s"), folder);
  g_print ("\n%s", report->str);
  return whole ? 0 : 1;
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
    return -1;
  folder = hearten_place_dup_own (&error);
  if (folder == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return target != NULL ? run_export (folder, target) : run_check (folder);
}
