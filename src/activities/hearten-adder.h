/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hearten-activity.h"

G_BEGIN_DECLS

#define HEARTEN_TYPE_ADDER (hearten_adder_get_type ())
G_DECLARE_FINAL_TYPE (HeartenAdder, hearten_adder, HEARTEN, ADDER, GtkBox)

/**
 * HeartenAdder:
 *
 * Where a practice takes something new: an entry, a button, and the examples of the tip to begin with. Its
 * words come from the activity: `placeholder`, `begin` and `example`.
 *
 * It emits `add`, with what is written, when the user is done. The answer says whether it was taken; the
 * entry is then empty again, and the tip begun.
 */

/**
 * hearten_adder_new:
 * @activity: whose adder it is, which outlives it
 * @max_length: how many characters may be written
 * @more: (nullable): what else is asked, between the entry and the button
 *
 * Returns: (transfer none): an adder
 */
GtkWidget *hearten_adder_new (HeartenActivity *activity, int max_length, GtkWidget *more);

/**
 * hearten_adder_show_examples:
 *
 * Shows the examples, or hides them where there is something already.
 */
void hearten_adder_show_examples (HeartenAdder *self, gboolean show);

/**
 * hearten_adder_commit:
 *
 * Adds what is written, unless it is an example that nobody changed, or half a line that a crash left and
 * nobody went on with: whoever types a line and goes elsewhere means it.
 */
void hearten_adder_commit (HeartenAdder *self);

G_END_DECLS
