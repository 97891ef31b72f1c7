/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "hearten-help-lines.h"
#include "hearten-situations.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_COUNTRY_ROW (hearten_country_row_get_type ())
G_DECLARE_FINAL_TYPE (HeartenCountryRow, hearten_country_row, HEARTEN, COUNTRY_ROW, AdwComboRow)

/**
 * HeartenCountryRow:
 *
 * Where the user is, for the numbers of those who help: chosen here, or taken from the locale. The choice is
 * kept with the situation.
 */

/**
 * HeartenCountryRow::changed:
 *
 * Another country counts now.
 */

/**
 * hearten_country_row_set_up:
 * @lines: which countries there are
 * @situations: where the choice is kept
 *
 * To be called once.
 */
void
hearten_country_row_set_up (HeartenCountryRow *self, HeartenHelpLines *lines, HeartenSituations *situations);

/**
 * hearten_country_row_get_country:
 *
 * Returns: (nullable): the country that counts; %NULL where it is not known, or none of the list
 */
const char *hearten_country_row_get_country (HeartenCountryRow *self);

/**
 * hearten_country_row_is_chosen:
 *
 * Returns: whether the user chose it
 */
gboolean hearten_country_row_is_chosen (HeartenCountryRow *self);

G_END_DECLS
