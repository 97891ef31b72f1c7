/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "hearten-record.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_MONTH_SECTIONS (hearten_month_sections_get_type ())
G_DECLARE_FINAL_TYPE (HeartenMonthSections, hearten_month_sections, HEARTEN, MONTH_SECTIONS, GObject)

/**
 * HeartenMonthSections:
 *
 * Records that are newest first, with a section for each month. Nothing is sorted or kept: a month's bounds
 * are found by halving, so a long list costs no more than a short one.
 *
 * It is a selection too. What is selected is what the program says is open: neither the pointer nor the keys
 * move it.
 */

/**
 * hearten_month_sections_new:
 * @model: (transfer full): a list of [class@Record], newest first
 * @zone: (transfer none): where the months begin
 */
HeartenMonthSections *hearten_month_sections_new (GListModel *model, GTimeZone *zone);

/**
 * hearten_month_sections_get_current:
 *
 * Returns: (transfer none) (nullable): the record that is open; it need not be in the list
 */
gpointer hearten_month_sections_get_current (HeartenMonthSections *self);
void hearten_month_sections_set_current (HeartenMonthSections *self, HeartenRecord *record);

/**
 * hearten_month_sections_find:
 *
 * Returns: whether @record is in the list, and at which @position
 */
gboolean hearten_month_sections_find (HeartenMonthSections *self, HeartenRecord *record, guint *position);

G_END_DECLS
