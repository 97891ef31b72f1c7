/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEARTEN_TYPE_DRAFTS (hearten_drafts_get_type ())
G_DECLARE_FINAL_TYPE (HeartenDrafts, hearten_drafts, HEARTEN, DRAFTS, GObject)

/**
 * HeartenDrafts:
 *
 * Lines that were typed and not yet put anywhere: `drafts.json` in the state folder, by the place where they
 * were typed. They are this device's alone. A line is on the disk within a second, so that a crash costs
 * nothing.
 */

/**
 * HeartenDrafts::loaded:
 *
 * What an earlier run left was read.
 */

/**
 * hearten_drafts_new:
 * @state_folder: what belongs to this device
 *
 * Returns: (transfer full): the drafts, which are being read
 */
HeartenDrafts *hearten_drafts_new (const char *state_folder);

/**
 * hearten_drafts_get:
 * @place: where it was typed, such as `tip-22/both/collection`
 *
 * Returns: (nullable): what was typed there last and not put anywhere
 */
const char *hearten_drafts_get (HeartenDrafts *self, const char *place);

/**
 * hearten_drafts_set:
 * @words: what is typed; an empty text when it was put somewhere, or taken back
 */
void hearten_drafts_set (HeartenDrafts *self, const char *place, const char *words);

/**
 * hearten_drafts_finish:
 *
 * Has the disk hold what is known now. Blocks, and runs the main loop meanwhile: for the end of the program.
 */
void hearten_drafts_finish (HeartenDrafts *self);

G_END_DECLS
