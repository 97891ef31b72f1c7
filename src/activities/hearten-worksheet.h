/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_WORKSHEET (hearten_worksheet_get_type ())
G_DECLARE_FINAL_TYPE (HeartenWorksheet, hearten_worksheet, HEARTEN, WORKSHEET, HeartenActivity)

/**
 * HeartenWorksheet:
 *
 * Questions, one at a time. From the first answer on the sitting is a page of the journal, which is saved as
 * one types; so leaving, or a crash, costs nothing, and the sheet goes on where it was.
 *
 * After three sittings in a week it suggests something kinder first: to search on and on for the reason made
 * recently separated people worse, for months (PMC4297672).
 */

G_END_DECLS
