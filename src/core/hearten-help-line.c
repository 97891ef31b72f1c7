/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-help-line.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "hearten-help-words.h"
#include "hearten-json-values.h"
#include "hearten-situation.h"

#define N_MEMBERS 9
#define DIGITS "0123456789"

G_DEFINE_ENUM_TYPE (HeartenHelpKind,
                    hearten_help_kind,
                    G_DEFINE_ENUM_VALUE (HEARTEN_HELP_EMERGENCY, "emergency"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_HELP_SUPPORT, "support"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_HELP_ABUSE, "abuse"),
                    G_DEFINE_ENUM_VALUE (HEARTEN_HELP_DIRECTORY, "directory"))

static const struct
{
  const char *word;
  HeartenHelpWays way;
  const char *shown;
} ways[] = {
  { "call", HEARTEN_HELP_CALL, NC_ ("way to reach a help line", "Call") },
  { "text", HEARTEN_HELP_TEXT, NC_ ("way to reach a help line", "Text") },
  { "chat", HEARTEN_HELP_CHAT, NC_ ("way to reach a help line", "Chat") },
  { "e-mail", HEARTEN_HELP_MAIL, NC_ ("way to reach a help line", "E-mail") },
  { "web", HEARTEN_HELP_WEB, NC_ ("way to reach a help line", "Web page") },
};

/* What the members may be */

static gboolean
fail (const char *member, GError **error)
{
  g_set_error (error, HEARTEN_ERROR, HEARTEN_ERROR_NOT_A_RECORD, _ ("“%s” has a value that is not known."),
               member);
  return FALSE;
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://");
}

static gboolean
is_number (const char *text)
{
  return g_ascii_isdigit (*text) && strspn (text, DIGITS " -") == strlen (text);
}

/* YYYY, YYYY-MM or YYYY-MM-DD */
static gboolean
is_date (const char *text)
{
  const char *pattern = "0000-00-00";
  gsize length = strlen (text);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == '-' ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
check (const HeartenHelpLine *self, GError **error)
{
  gboolean directory = self->kind == HEARTEN_HELP_DIRECTORY;

  if (!hearten_situation_is_country (self->country) ||
      g_str_equal (self->country, HEARTEN_HELP_WORLD) != directory)
    return fail ("country", error);
  if (*self->name == '\0')
    return fail ("name", error);
  if (directory ? !is_address (self->contact) : !is_number (self->contact))
    return fail ("contact", error);
  if (self->ways == 0 || !!(self->ways & HEARTEN_HELP_WEB) != directory)
    return fail ("how", error);
  if (self->hours != NULL && *self->hours == '\0')
    return fail ("hours", error);
  if (self->url != NULL && !is_address (self->url))
    return fail ("url", error);
  if (!is_address (self->source))
    return fail ("source", error);
  return self->source_date == NULL || is_date (self->source_date) || fail ("source_date", error);
}

/* Taking a text apart */

static HeartenHelpWays
find_way (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_str_equal (ways[i].word, word))
      return ways[i].way;
  return 0;
}

static void
take_words (HeartenHelpLine *self, const char *text, const char *separator, GStrvBuilder *notes)
{
  g_auto (GStrv) words = g_strsplit (text, separator, -1);

  for (int i = 0; words[i] != NULL; i++)
    {
      HeartenHelpWays way = find_way (words[i]);

      if (way != 0)
        self->ways |= way;
      else
        g_strv_builder_add (notes, words[i]);
    }
}

/* "call, chat (local call charge; WhatsApp 123)": ways, and what else there is to know. */
static void
take_how (HeartenHelpLine *self, const char *how, GStrvBuilder *notes)
{
  const char *open = strstr (how, " (");
  g_autofree char *first = open != NULL ? g_strndup (how, open - how) : g_strdup (how);

  take_words (self, first, ", ", notes);
  if (open != NULL && g_str_has_suffix (open, ")"))
    {
      g_autofree char *rest = g_strndup (open + 2, strlen (open) - 3);

      take_words (self, rest, "; ", notes);
    }
}

/* "Samaritans (for women)": what is a known word is a note; else it is part of the name. */
static void
take_name (HeartenHelpLine *self, GStrvBuilder *notes)
{
  char *open = g_strrstr (self->name, " (");

  if (self->kind == HEARTEN_HELP_DIRECTORY && (open = strstr (self->name, ": ")) != NULL)
    {
      g_strv_builder_add (notes, open + 2);
      *open = '\0';
    }
  else if (open != NULL && g_str_has_suffix (open, ")"))
    {
      g_autofree char *inner = g_strndup (open + 2, strlen (open) - 3);

      if (!hearten_help_words_know (inner))
        return;
      g_strv_builder_add (notes, inner);
      *open = '\0';
    }
}

static gboolean
take_nullable (JsonObject *object, const char *member, char **out, GError **error)
{
  if (!json_object_get_null_member (object, member))
    return hearten_json_take_string (object, member, out, error);

  json_object_remove_member (object, member);
  return TRUE;
}

static gboolean
take_members (HeartenHelpLine *self, JsonObject *object, char **how, GError **error)
{
  static const char *const members[N_MEMBERS] = { "country", "kind", "name",   "contact",    "how",
                                                  "hours",   "url",  "source", "source_date" };
  int kind = 0;

  if (json_object_get_size (object) != N_MEMBERS)
    return fail ("lines", error);
  for (guint i = 0; i < N_MEMBERS; i++)
    if (!json_object_has_member (object, members[i]))
      return hearten_json_fail_missing (members[i], error);

  if (!hearten_json_take_string (object, "country", &self->country, error) ||
      !hearten_json_take_enum (object, "kind", HEARTEN_TYPE_HELP_KIND, &kind, error) ||
      !hearten_json_take_string (object, "name", &self->name, error) ||
      !hearten_json_take_string (object, "contact", &self->contact, error) ||
      !hearten_json_take_string (object, "how", how, error) ||
      !take_nullable (object, "hours", &self->hours, error) ||
      !take_nullable (object, "url", &self->url, error) ||
      !hearten_json_take_string (object, "source", &self->source, error) ||
      !take_nullable (object, "source_date", &self->source_date, error))
    return FALSE;
  self->kind = kind;
  return TRUE;
}

HeartenHelpLine *
hearten_help_line_read (JsonObject *object, GError **error)
{
  g_autoptr (HeartenHelpLine) self = g_new0 (HeartenHelpLine, 1);
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  g_autofree char *how = NULL;

  g_return_val_if_fail (object != NULL, NULL);

  if (!take_members (self, object, &how, error))
    return NULL;
  take_name (self, notes);
  take_how (self, how, notes);
  self->notes = g_strv_builder_end (notes);
  return check (self, error) ? g_steal_pointer (&self) : NULL;
}

void
hearten_help_line_free (HeartenHelpLine *self)
{
  g_free (self->country);
  g_free (self->name);
  g_free (self->contact);
  g_strfreev (self->notes);
  g_free (self->hours);
  g_free (self->url);
  g_free (self->source);
  g_free (self->source_date);
  g_free (self);
}

/* Showing it */

char *
hearten_help_line_dup_ways (const HeartenHelpLine *self)
{
  GString *shown = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (self->ways & ways[i].way)
      {
        const char *word = g_dpgettext2 (GETTEXT_PACKAGE, "way to reach a help line", ways[i].shown);
        g_autofree char *lower = g_utf8_strdown (word, g_utf8_next_char (word) - word);

        if (shown->len == 0)
          g_string_append (shown, word);
        else
          g_string_append_printf (shown, ", %s%s", lower, g_utf8_next_char (word));
      }
  return g_string_free (shown, FALSE);
}

char *
hearten_help_line_dup_as_of (const HeartenHelpLine *self)
{
  int year, month = 1, day = 1;
  g_autoptr (GDateTime) date = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->source_date == NULL)
    return NULL;
  switch (sscanf (self->source_date, "%d-%d-%d", &year, &month, &day))
    {
    case 1:
      return g_strdup_printf (_ ("As published in %d"), year);
    case 2:
      date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
      /* Translators: a month and year for g_date_time_format(). */
      return date != NULL ? g_date_time_format (date, _ ("As published in %OB %Y")) : NULL;
    default:
      date = g_date_time_new_utc (year, month, day, 0, 0, 0);
      /* Translators: a date for g_date_time_format(). */
      return date != NULL ? g_date_time_format (date, _ ("As published on %-e %B %Y")) : NULL;
    }
}

char *
hearten_help_line_dup_tel (const HeartenHelpLine *self)
{
  GString *tel;

  g_return_val_if_fail (self != NULL, NULL);

  if (!(self->ways & HEARTEN_HELP_CALL))
    return NULL;
  tel = g_string_new ("tel:");
  for (const char *c = self->contact; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (tel, *c);
  return g_string_free (tel, FALSE);
}

const char *
hearten_help_line_get_page (const HeartenHelpLine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->url != NULL ? self->url : self->source;
}
