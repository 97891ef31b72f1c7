/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * HeartenHelpKind:
 * @HEARTEN_HELP_EMERGENCY: for somebody in danger now
 * @HEARTEN_HELP_SUPPORT: somebody to talk to
 * @HEARTEN_HELP_ABUSE: for somebody who met with violence
 * @HEARTEN_HELP_DIRECTORY: a page that lists such lines for every country
 */
typedef enum {
  HEARTEN_HELP_EMERGENCY,
  HEARTEN_HELP_SUPPORT,
  HEARTEN_HELP_ABUSE,
  HEARTEN_HELP_DIRECTORY,
} HeartenHelpKind;

#define HEARTEN_TYPE_HELP_KIND (hearten_help_kind_get_type ())
GType hearten_help_kind_get_type (void);

/**
 * HeartenHelpWays:
 *
 * How a line can be reached.
 */
typedef enum {
  HEARTEN_HELP_CALL = 1 << 0,
  HEARTEN_HELP_TEXT = 1 << 1,
  HEARTEN_HELP_CHAT = 1 << 2,
  HEARTEN_HELP_MAIL = 1 << 3,
  HEARTEN_HELP_WEB = 1 << 4,
} HeartenHelpWays;

/* The country of a directory that serves them all. */
#define HEARTEN_HELP_WORLD "*"

/**
 * HeartenHelpLine:
 * @country: a code of ISO 3166-1, or %HEARTEN_HELP_WORLD for a directory
 * @name: who answers
 * @contact: the number as it is dialled in @country; the address of a directory
 * @notes: who it is for, what it costs and the like, in the words of the data; see [func@help_words_get]
 * @hours: (nullable): when, in the words of the data
 * @url: (nullable): the organisation's page
 * @source: the page on which the number was found
 * @source_date: (nullable): the date of that page: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 *
 * One line of data/help/help-lines.json. It is only read.
 */
typedef struct
{
  char *country;
  HeartenHelpKind kind;
  char *name;
  char *contact;
  HeartenHelpWays ways;
  GStrv notes;
  char *hours;
  char *url;
  char *source;
  char *source_date;
} HeartenHelpLine;

/**
 * hearten_help_line_read:
 * @object: what the file says; its members are taken out
 *
 * Errors: %HEARTEN_ERROR_NOT_A_RECORD where anything is missing, unknown or not what it should be
 *
 * Returns: (transfer full): the line
 */
HeartenHelpLine *hearten_help_line_read (JsonObject *object, GError **error);

void hearten_help_line_free (HeartenHelpLine *self);

/**
 * hearten_help_line_dup_ways:
 *
 * Returns: (transfer full): how it is reached, in the user's language, such as "Call, chat"
 */
char *hearten_help_line_dup_ways (const HeartenHelpLine *self);

/**
 * hearten_help_line_dup_as_of:
 *
 * Returns: (transfer full) (nullable): the date of the source as a sentence, as exact as it is known
 */
char *hearten_help_line_dup_as_of (const HeartenHelpLine *self);

/**
 * hearten_help_line_dup_tel:
 *
 * Returns: (transfer full) (nullable): a `tel:` address; %NULL where the line takes no calls
 */
char *hearten_help_line_dup_tel (const HeartenHelpLine *self);

/**
 * hearten_help_line_get_page:
 *
 * Returns: (transfer none): where to see whether the number still holds: the organisation's page, else the
 *   source
 */
const char *hearten_help_line_get_page (const HeartenHelpLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeartenHelpLine, hearten_help_line_free)

G_END_DECLS
