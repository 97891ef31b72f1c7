/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hearten-tip-parser.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  const char *file;
  HeartenTipNode *root;
  GPtrArray *open; /* not owned: each is in its parent, the first is the root */
} Parser;

gboolean
hearten_tip_fail (GError **error, const char *file, guint line, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "%s:%u: %s", file, line, what);
  return FALSE;
}

static HeartenTipNode *
innermost (Parser *parser)
{
  return parser->open->len > 0 ? g_ptr_array_index (parser->open, parser->open->len - 1) : NULL;
}

/* GMarkup stands behind what it tells of, and counts a line break as the first character of the next line. */
static guint
get_line (GMarkupParseContext *context)
{
  int line, character;

  g_markup_parse_context_get_position (context, &line, &character);
  return character == 1 && line > 1 ? line - 1 : line;
}

/* The same runs of white space that xgettext makes one, and none at the ends. */
static void
normalize (char *text)
{
  char *out = text;

  for (const char *in = text; *in; in++)
    {
      if (!strchr (" \t\n\r", *in))
        *out++ = *in;
      else if (out > text && out[-1] != ' ')
        *out++ = ' ';
    }
  if (out > text && out[-1] == ' ')
    out--;
  *out = '\0';
}

static gboolean
add_attributes (Parser *parser, HeartenTipNode *node, const char **names, const char **values, GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (hearten_tip_node_get_attribute (node, names[i]) != NULL)
        return hearten_tip_fail (error, parser->file, node->line, "<%s> has %s twice", node->name, names[i]);
      hearten_tip_node_add_attribute (node, names[i], values[i]);
    }
  return TRUE;
}

static void
on_start_cb (GMarkupParseContext *context,
             const char *name,
             const char **attributes,
             const char **values,
             gpointer data,
             GError **error)
{
  Parser *parser = data;
  HeartenTipNode *parent = innermost (parser);
  HeartenTipNode *node;

  /* GMarkup does not mind several outermost elements. */
  if (parent == NULL && parser->root != NULL)
    {
      hearten_tip_fail (error, parser->file, get_line (context), "<%s> stands after the end of the tip",
                        name);
      return;
    }

  node = hearten_tip_node_new (name, get_line (context));
  if (parent != NULL)
    hearten_tip_node_add_child (parent, node);
  else
    parser->root = node;
  g_ptr_array_add (parser->open, node);
  add_attributes (parser, node, attributes, values, error);
}

static void
on_text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Parser *parser = data;
  HeartenTipNode *node = innermost (parser);
  g_autofree char *old = NULL;

  if (node == NULL)
    return;
  old = g_steal_pointer (&node->text);
  node->text = g_strdup_printf ("%s%.*s", old != NULL ? old : "", (int) length, text);
}

static void
on_end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Parser *parser = data;
  HeartenTipNode *node = innermost (parser);

  g_ptr_array_set_size (parser->open, parser->open->len - 1);
  if (node->text == NULL)
    return;
  normalize (node->text);
  if (*node->text == '\0')
    g_clear_pointer (&node->text, g_free);
}

/* GMarkup's own messages begin "Error on line 3 char 7: "; ours say the line already. */
static const char *
skip_position (const char *message)
{
  int end = 0;

  sscanf (message, "Error on line %*d char %*d: %n", &end);
  return message + end;
}

static HeartenTipNode *
fail (Parser *parser, GMarkupParseContext *context, GError *cause, GError **error)
{
  g_autofree char *prefix = g_strdup_printf ("%s:", parser->file);

  if (g_str_has_prefix (cause->message, prefix))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    hearten_tip_fail (error, parser->file, get_line (context), "%s", skip_position (cause->message));
  g_clear_error (&cause);
  g_clear_pointer (&parser->root, hearten_tip_node_free);
  return NULL;
}

/* GMarkup lets text that is no UTF-8 pass in a CDATA section, and loses its own error about it. */
static gboolean
check_text (const char *file, const char *data, gsize size, GError **error)
{
  const char *end;
  guint line = 1;

  if (g_utf8_validate_len (data, size, &end))
    return TRUE;
  for (const char *c = data; c < end; c++)
    line += *c == '\n';
  return hearten_tip_fail (error, file, line, "This is not UTF-8 text");
}

HeartenTipNode *
hearten_tip_parse (const char *file, GBytes *bytes, GError **error)
{
  static const GMarkupParser callbacks = { on_start_cb, on_end_cb, on_text_cb, NULL, NULL };
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  Parser parser = { file, NULL, open };
  g_autoptr (GMarkupParseContext)
      context = g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, &parser, NULL);
  GError *cause = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    data = "";
  if (!check_text (file, data, size, error))
    return NULL;
  if (!g_markup_parse_context_parse (context, data, size, &cause) ||
      !g_markup_parse_context_end_parse (context, &cause))
    return fail (&parser, context, cause, error);
  /* GMarkup is content with a comment alone. */
  if (parser.root == NULL)
    hearten_tip_fail (error, file, get_line (context), "There is no element");

  return parser.root;
}
