/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-repair.h"

#include "hearten-durable.h"
#include "hearten-kinds.h"
#include "hearten-store-sweep.h"
#include "hearten-store-walk.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#define REST_SECONDS 60
#define MOST_ATTEMPTS 100

typedef struct
{
  const char *folder;
  GType type;        /* of the kind that is looked at */
  GPtrArray *moving; /* paths in the folder */
  GString *staying;
} Plan;

/* Judging */

static gboolean
is_young (const char *full)
{
  struct stat st;

  return stat (full, &st) == 0 && g_get_real_time () / G_USEC_PER_SEC - st.st_mtime < REST_SECONDS;
}

static gboolean
is_newer (GType type, GBytes *bytes)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
  g_autoptr (JsonObject) object = hearten_json_read (bytes, NULL);
  gint64 v = 0;

  return object != NULL && hearten_json_take_int (object, "v", &v, NULL) &&
         v > HEARTEN_RECORD_CLASS (type_class)->version;
}

static void
stay (Plan *plan, const char *path, const char *why)
{
  g_string_append_printf (plan->staying, "  %s: %s\n", path, why);
}

static gboolean
judge (const char *path, HeartenRecord *taken, const GError *error, gpointer user_data)
{
  g_autoptr (HeartenRecord) record = taken;
  Plan *plan = user_data;
  g_autofree char *full = g_build_filename (plan->folder, path, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = record == NULL ? hearten_json_load (full, &local) : NULL;
  g_autoptr (HeartenRecord) copy = bytes != NULL ? hearten_record_from_bytes (plan->type, bytes, NULL) : NULL;

  if (record != NULL || copy != NULL)
    return TRUE;
  if (g_error_matches (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER))
    stay (plan, path, error->message);
  else if (bytes == NULL && local->domain != HEARTEN_ERROR)
    stay (plan, path, local->message);
  else if (bytes != NULL && is_newer (plan->type, bytes))
    stay (plan, path, _ ("A newer version of Hearten wrote it, and can read it."));
  else if (is_young (full))
    stay (plan, path, _ ("It changed less than a minute ago, and may still be on its way here."));
  else
    g_ptr_array_add (plan->moving, g_strdup (path));
  return TRUE;
}

static void
judge_left_over (const char *full, gpointer user_data)
{
  Plan *plan = user_data;

  g_ptr_array_add (plan->moving, g_strdup (full + strlen (plan->folder) + 1));
}

static void
judge_store_file (Plan *plan)
{
  g_autofree char *full = g_build_filename (plan->folder, "hearten.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = hearten_json_read_file (full, &error);

  if (object == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    stay (plan, "hearten.json", _ ("Your pages can be read without it."));
}

static void
make_plan (Plan *plan)
{
  guint n_kinds;
  const GType *kinds = hearten_kinds (&n_kinds);

  judge_store_file (plan);
  for (guint i = 0; i < n_kinds; i++)
    {
      plan->type = kinds[i];
      hearten_store_walk (plan->folder, kinds[i], judge, plan);
    }
  hearten_store_find_left_over (plan->folder, judge_left_over, plan);
}

/* Doing */

/* A folder that was not there before, so that nothing in it can be in the way. */
static char *
make_aside (const char *folder, GDateTime *now, GError **error)
{
  g_autofree char *all = g_build_filename (folder, "aside", NULL);
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H%M%SZ");

  if (!hearten_durable_make_folder (all, error))
    return NULL;
  for (int i = 1; i <= MOST_ATTEMPTS; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup (time) : g_strdup_printf ("%s-%d", time, i);
      g_autofree char *full = g_build_filename (all, name, NULL);

      if (g_file_test (full, G_FILE_TEST_EXISTS))
        continue;
      return hearten_durable_make_folder (full, error) ? g_build_filename ("aside", name, NULL) : NULL;
    }
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_FOLDER, _ ("The folder “%s” cannot be written: %s."), all,
               g_strerror (EEXIST));
  return NULL;
}

static gboolean
move_all (Plan *plan, const char *aside, GString *report, GError **error)
{
  for (guint i = 0; i < plan->moving->len; i++)
    {
      const char *path = plan->moving->pdata[i];
      g_autofree char *from = g_build_filename (plan->folder, path, NULL);
      g_autofree char *to = g_build_filename (plan->folder, aside, path, NULL);

      if (!hearten_durable_move (from, to, error))
        return FALSE;
      g_string_append_printf (report, "  %s\n", path);
    }
  return TRUE;
}

static gboolean
carry_out (Plan *plan, GDateTime *now, GString *report, GError **error)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *aside = make_aside (plan->folder, utc, error);

  if (aside == NULL)
    return FALSE;
  /* Translators: %s is a folder. A list of files follows. */
  g_string_append_printf (report, _ ("Moved into %s, and not changed:"), aside);
  g_string_append_c (report, '\n');
  return move_all (plan, aside, report, error);
}

static void
tell (Plan *plan, GString *report)
{
  g_string_append_printf (
      report, "%s\n",
      _ ("With --repair these would be moved out of the way, into a new folder in “aside”. "
         "Nothing is deleted:"));
  for (guint i = 0; i < plan->moving->len; i++)
    g_string_append_printf (report, "  %s\n", (const char *) plan->moving->pdata[i]);
}

gboolean
hearten_repair (const char *folder, GDateTime *now, GString *report, GError **error)
{
  g_autoptr (GPtrArray) moving = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) staying = g_string_new (NULL);
  Plan plan = { folder, G_TYPE_INVALID, moving, staying };
  gboolean done = TRUE;

  g_return_val_if_fail (folder != NULL && report != NULL, FALSE);

  make_plan (&plan);
  if (moving->len > 0 && now == NULL)
    tell (&plan, report);
  else if (moving->len > 0)
    done = carry_out (&plan, now, report, error);
  if (staying->len > 0)
    g_string_append_printf (report, "%s\n%s", _ ("A repair leaves these where they are:"), staying->str);
  return done;
}
