/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_WORKSHEET_KINDER (hearten_worksheet_kinder_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWorksheetKinder, hearten_worksheet_kinder, HEARTEN, WORKSHEET_KINDER, AdwBin)

/**
 * HeartenWorksheetKinder:
 *
 * What is proposed instead of one more search for the reason: a kinder question, of oneself and of today. Its
 * buttons activate `worksheet.write-kinder` and `worksheet.begin-anyway`.
 */

/**
 * hearten_worksheet_kinder_show:
 * @today: each day has its question
 */
void hearten_worksheet_kinder_show (HeartenWorksheetKinder *self, const GDate *today);

/**
 * hearten_worksheet_kinder_get_prompt:
 *
 * Returns: the question that is shown
 */
const char *hearten_worksheet_kinder_get_prompt (HeartenWorksheetKinder *self);

G_END_DECLS
