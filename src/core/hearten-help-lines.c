/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-help-lines.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <string.h>

#include "hearten-json-values.h"
#include "hearten-situation.h"

#define FOLDER "/io/github/hearten_app/Hearten/help/"
#define ISO_DOMAIN "iso_3166-1"

struct _HeartenHelpLines
{
  GObject parent_instance;

  GDate checked;
  GPtrArray *lines;
  GHashTable *names; /* code → name in the user's language */
  GStrv countries;
};

G_DEFINE_FINAL_TYPE (HeartenHelpLines, hearten_help_lines, G_TYPE_OBJECT)

/* Reading */

static gboolean
fail (const char *member, GError **error)
{
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” has a value that is not known."),
               member);
  return FALSE;
}

static gboolean
add_country (HeartenHelpLines *self, JsonObject *names, const char *code, GError **error)
{
  g_autofree char *name = NULL;

  if (!hearten_situation_is_country (code) || g_str_equal (code, HEARTEN_HELP_WORLD))
    return fail ("countries", error);
  if (!hearten_json_take_string (names, code, &name, error))
    return FALSE;
  if (*name == '\0')
    return fail (code, error);
  g_hash_table_insert (self->names, g_strdup (code), g_strdup (g_dgettext (ISO_DOMAIN, name)));
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  HeartenHelpLines *self = user_data;

  return g_utf8_collate (g_hash_table_lookup (self->names, *(const char *const *) a),
                         g_hash_table_lookup (self->names, *(const char *const *) b));
}

static void
sort_countries (HeartenHelpLines *self)
{
  g_autofree gpointer *codes = NULL;
  guint n;

  codes = g_hash_table_get_keys_as_array (self->names, &n);
  self->countries = g_strdupv ((char **) codes);
  g_sort_array (self->countries, n, sizeof (char *), compare_names, self);
}

static gboolean
read_countries (HeartenHelpLines *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonObject) object = hearten_json_read (bytes, error);
  g_autoptr (JsonObject) names = NULL;
  g_autoptr (GList) codes = NULL;

  if (object == NULL || !hearten_json_take_day (object, "checked", &self->checked, error) ||
      !hearten_json_take_object (object, "countries", &names, error))
    return FALSE;
  if (!g_date_valid (&self->checked))
    return hearten_json_fail_missing ("checked", error);
  if (names == NULL)
    return hearten_json_fail_missing ("countries", error);

  codes = json_object_get_members (names);
  for (GList *l = codes; l != NULL; l = l->next)
    {
      g_autofree char *code = g_strdup (l->data);

      if (!add_country (self, names, code, error))
        return FALSE;
    }
  sort_countries (self);
  return TRUE;
}

/* A country without an emergency number must not look as if it had been looked after. */
static gboolean
check_countries (HeartenHelpLines *self, GError **error)
{
  for (int i = 0; self->countries[i] != NULL; i++)
    {
      g_autoptr (GPtrArray)
          lines = hearten_help_lines_dup_lines (self, self->countries[i], HEARTEN_HELP_EMERGENCY);

      if (lines->len == 0)
        return hearten_json_fail_missing (self->countries[i], error);
    }
  return TRUE;
}

static gboolean
add_line (HeartenHelpLines *self, JsonNode *node, GError **error)
{
  HeartenHelpLine *line;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail ("lines", error);
  line = hearten_help_line_read (json_node_get_object (node), error);
  if (line == NULL)
    return FALSE;
  g_ptr_array_add (self->lines, line);
  if (line->kind != HEARTEN_HELP_DIRECTORY && !g_hash_table_contains (self->names, line->country))
    return fail (line->country, error);
  return TRUE;
}

/* The file is a list, and this house's strict reader takes objects. */
static JsonObject *
wrap (GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  GString *wrapped = g_string_new ("{\"lines\":");
  g_autoptr (GBytes) object = NULL;

  g_string_append_len (wrapped, text, size);
  g_string_append_c (wrapped, '}');
  object = g_string_free_to_bytes (wrapped);
  return hearten_json_read (object, error);
}

static gboolean
read_lines (HeartenHelpLines *self, GBytes *bytes, GError **error)
{
  g_autoptr (JsonObject) object = wrap (bytes, error);
  g_autoptr (JsonArray) lines = NULL;

  if (object == NULL || !hearten_json_take_array (object, "lines", &lines, error))
    return FALSE;
  if (lines == NULL || json_object_get_size (object) != 0)
    return fail ("lines", error);
  for (guint i = 0; i < json_array_get_length (lines); i++)
    if (!add_line (self, json_array_get_element (lines, i), error))
      return FALSE;
  return TRUE;
}

/* GObject */

static void
hearten_help_lines_finalize (GObject *object)
{
  HeartenHelpLines *self = HEARTEN_HELP_LINES (object);

  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->names);
  g_strfreev (self->countries);

  G_OBJECT_CLASS (hearten_help_lines_parent_class)->finalize (object);
}

static void
hearten_help_lines_class_init (HeartenHelpLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hearten_help_lines_finalize;
}

static void
hearten_help_lines_init (HeartenHelpLines *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) hearten_help_line_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
}

/* Public */

HeartenHelpLines *
hearten_help_lines_load (GError **error)
{
  const GResourceLookupFlags flags = G_RESOURCE_LOOKUP_FLAGS_NONE;
  g_autoptr (GBytes) lines = g_resources_lookup_data (FOLDER "help-lines.json", flags, error);
  g_autoptr (GBytes) countries = NULL;

  if (lines == NULL)
    return NULL;
  countries = g_resources_lookup_data (FOLDER "countries.json", flags, error);
  return countries != NULL ? hearten_help_lines_read (lines, countries, error) : NULL;
}

HeartenHelpLines *
hearten_help_lines_read (GBytes *lines, GBytes *countries, GError **error)
{
  g_autoptr (HeartenHelpLines) self = g_object_new (HEARTEN_TYPE_HELP_LINES, NULL);

  g_return_val_if_fail (lines != NULL, NULL);
  g_return_val_if_fail (countries != NULL, NULL);

  if (!read_countries (self, countries, error) || !read_lines (self, lines, error) ||
      !check_countries (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const GDate *
hearten_help_lines_get_checked (HeartenHelpLines *self)
{
  g_return_val_if_fail (HEARTEN_IS_HELP_LINES (self), NULL);

  return &self->checked;
}

char *
hearten_help_lines_dup_checked (HeartenHelpLines *self)
{
  char date[64];

  g_return_val_if_fail (HEARTEN_IS_HELP_LINES (self), NULL);

  /* Translators: a date for strftime(). */
  g_date_strftime (date, sizeof date, _ ("%-e %B %Y"), &self->checked);
  return g_strdup (g_strstrip (date));
}

const char *const *
hearten_help_lines_get_countries (HeartenHelpLines *self)
{
  g_return_val_if_fail (HEARTEN_IS_HELP_LINES (self), NULL);

  return (const char *const *) self->countries;
}

const char *
hearten_help_lines_get_country_name (HeartenHelpLines *self, const char *country)
{
  g_return_val_if_fail (HEARTEN_IS_HELP_LINES (self), NULL);
  g_return_val_if_fail (country != NULL, NULL);

  return g_hash_table_lookup (self->names, country);
}

static const char *
find_code (HeartenHelpLines *self, const char *code)
{
  gpointer key = NULL;

  return g_hash_table_lookup_extended (self->names, code, &key, NULL) ? key : NULL;
}

const char *
hearten_help_lines_find_country (HeartenHelpLines *self, const char *chosen, const char *locale)
{
  const char *territory;
  char code[3] = "";

  g_return_val_if_fail (HEARTEN_IS_HELP_LINES (self), NULL);

  if (chosen != NULL)
    return find_code (self, chosen);

  territory = locale != NULL ? strchr (locale, '_') : NULL;
  if (territory == NULL || strcspn (territory + 1, ".@") != 2)
    return NULL;
  memcpy (code, territory + 1, 2);
  return find_code (self, code);
}

GPtrArray *
hearten_help_lines_dup_lines (HeartenHelpLines *self, const char *country, HeartenHelpKind kind)
{
  GPtrArray *found = g_ptr_array_new ();

  g_return_val_if_fail (HEARTEN_IS_HELP_LINES (self), found);
  g_return_val_if_fail (country != NULL, found);

  for (guint i = 0; i < self->lines->len; i++)
    {
      HeartenHelpLine *line = g_ptr_array_index (self->lines, i);

      if (line->kind == kind && g_str_equal (line->country, country))
        g_ptr_array_add (found, line);
    }
  return found;
}

/* Not setlocale(): it says "C" where the locale's data is not installed. */
const char *
hearten_help_get_locale (void)
{
  const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *locale = g_getenv (names[i]);

      if (locale != NULL && *locale != '\0')
        return locale;
    }
  return NULL;
}
