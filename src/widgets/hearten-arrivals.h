/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-records.h"

G_BEGIN_DECLS

typedef void (*HeartenArrivalsFunc) (gpointer owner);

/**
 * hearten_arrivals_follow:
 * @owner: (transfer none): what lets the user change a record; it need not live longer than @records
 * @record: (nullable): where @owner holds the record, as long as it lives; there may be none at times
 * @commit: (nullable): puts into the record what is being typed
 * @show: shows what the record says now; only what it shows otherwise may be touched
 *
 * For whatever has words of a record in a field: another device may change the record meanwhile. What is
 * being typed goes into the record first, for it is there that both texts are kept, as two versions. What the
 * record says then has to be shown: else the next key would write the old words over the new ones.
 */
void hearten_arrivals_follow (HeartenRecords *records,
                              GObject *owner,
                              gpointer *record,
                              HeartenArrivalsFunc commit,
                              HeartenArrivalsFunc show);

/**
 * hearten_arrivals_show_text:
 * @row: a field
 * @words: (nullable): what the record says
 *
 * Sets the field's text where it says something else; blanks at the ends make no difference.
 */
void hearten_arrivals_show_text (gpointer row, const char *words);

G_END_DECLS
