/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "hearten-help-line.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_HELP_LINES (hearten_help_lines_get_type ())
G_DECLARE_FINAL_TYPE (HeartenHelpLines, hearten_help_lines, HEARTEN, HELP_LINES, GObject)

/**
 * HeartenHelpLines:
 *
 * Who can be called where. A line is only ever given out for a country: the same number is another place's
 * pizza shop.
 */

/**
 * hearten_help_lines_load:
 *
 * Reads what is bundled with the program, which takes about a millisecond.
 *
 * Errors: those of [func@HelpLines.read], and [error@Gio.ResourceError]
 */
HeartenHelpLines *hearten_help_lines_load (GError **error);

/**
 * hearten_help_lines_read:
 * @lines: as data/help/help-lines.json
 * @countries: as data/help/countries.json
 *
 * Errors: %HEARTEN_ERROR_MALFORMED, %HEARTEN_ERROR_NOT_A_RECORD where anything is not as data/help/README.md
 * says, also when only one of the files knows a country
 */
HeartenHelpLines *hearten_help_lines_read (GBytes *lines, GBytes *countries, GError **error);

/**
 * hearten_help_lines_get_checked:
 *
 * Returns: the day on which the list was last checked
 */
const GDate *hearten_help_lines_get_checked (HeartenHelpLines *self);

/**
 * hearten_help_lines_dup_checked:
 *
 * Returns: (transfer full): that day in words, such as "25 July 2026"
 */
char *hearten_help_lines_dup_checked (HeartenHelpLines *self);

/**
 * hearten_help_lines_get_countries:
 *
 * Returns: (transfer none): the codes of all countries that have lines, in the order of their names
 */
const char *const *hearten_help_lines_get_countries (HeartenHelpLines *self);

/**
 * hearten_help_lines_get_country_name:
 *
 * Returns: (transfer none) (nullable): the name in the user's language where ISO 3166-1 is installed in it,
 *   else in English; %NULL for a country without lines
 */
const char *hearten_help_lines_get_country_name (HeartenHelpLines *self, const char *country);

/**
 * hearten_help_lines_find_country:
 * @chosen: (nullable): what the user chose, with %HEARTEN_COUNTRY_ELSEWHERE for none of these
 * @locale: (nullable): a locale such as "en_IE.UTF-8", which counts where nothing was chosen
 *
 * Returns: (transfer none) (nullable): the country whose lines to show; %NULL where that is not known
 */
const char *hearten_help_lines_find_country (HeartenHelpLines *self, const char *chosen, const char *locale);

/**
 * hearten_help_lines_dup_lines:
 * @country: a country, or %HEARTEN_HELP_WORLD for the directories
 *
 * Returns: (transfer container) (element-type HeartenHelpLine): its lines of that kind, perhaps none; they
 *   live as long as @self
 */
GPtrArray *hearten_help_lines_dup_lines (HeartenHelpLines *self, const char *country, HeartenHelpKind kind);

/**
 * hearten_help_get_locale:
 *
 * Returns: (transfer none) (nullable): the locale that the desktop set for messages
 */
const char *hearten_help_get_locale (void);

G_END_DECLS
