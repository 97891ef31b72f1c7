/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeartenJsonOutline:
 * @depth: how deep objects and lists are nested
 * @members: how many members all objects name together
 * @control: whether a text holds a control character as it is, which JSON does not allow and json-glib takes,
 * or an escaped NUL, where json-glib would end the text in silence
 * @beyond: whether there is a number that no gint64 or double holds: it could not be written back as it was
 *
 * What can be told of a text before it is parsed.
 */
typedef struct
{
  int depth;
  guint members;
  gboolean control;
  gboolean beyond;
} HeartenJsonOutline;

/**
 * hearten_json_outline:
 * @text: (array length=length): valid UTF-8, which need not be JSON
 *
 * Looks through the text once.
 */
HeartenJsonOutline hearten_json_outline (const char *text, gsize length);

G_END_DECLS
